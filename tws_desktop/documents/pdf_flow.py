"""Parts of a PDF page that reportlab lacks: noted paragraphs, entries of contents, signatures, charts."""

from __future__ import annotations

from typing import Any, assert_never

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus.flowables import CondPageBreak, Flowable, Image
from reportlab.platypus.paragraph import Paragraph
from reportlab.platypus.tables import LongTable

from tws_desktop.documents.charts import Align, Box, Chart, Disc, Drawing, Label, Shape, Stroke, drawing
from tws_desktop.documents.fonts import Signs, font, width
from tws_desktop.documents.pdf_notes import Hung
from tws_desktop.documents.pdf_page import Landing, PaperCanvas, Waiting
from tws_desktop.documents.pdf_tags import MaybeTag, Tag
from tws_desktop.documents.pdf_text import colour
from tws_desktop.documents.print_look import NOTE_GUTTER


def _origin(canvas: Canvas) -> tuple[float, float]:
    x, y = canvas.absolutePosition(0, 0)
    return float(x), float(y)


class Placed(Paragraph):
    """A paragraph that can be jumped to, and that may carry a note in the margin."""

    tag: MaybeTag = None
    landing: tuple[str, str, int] | None = None
    note: tuple[Paragraph, ...] = ()
    column: float = 0
    note_width: float = 0
    canv: PaperCanvas

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """The first part keeps place and note."""
        parts: list[Flowable] = super().split(available_width, available_height)
        for part in parts:
            if isinstance(part, Placed):
                part.tag = self.tag
        if parts and isinstance(parts[0], Placed):
            first = parts[0]
            first.landing, first.note = self.landing, self.note
            first.column, first.note_width = self.column, self.note_width
        return parts

    def draw(self) -> None:
        """Draws the paragraph, notes its place, hands in its margin note."""
        if self.landing is not None:
            key, title, level = self.landing
            _, y = _origin(self.canv)
            pages = self.canv.pages
            pages.landings[key] = Landing(key, self.canv.getPageNumber(), y + self.height + 6, title, level)
        if self.note:
            self._hang_note()
        with self.canv.pages.tags.marked(self.canv, self.tag):
            super().draw()

    def _hang_note(self) -> None:
        """The page places its notes when it knows them all; beside their paragraph wherever there is room."""
        canvas = self.canv
        _, base = _origin(canvas)
        top = base + self.height - (self.style.leading - self.style.fontSize) / 2 + 1
        place = (self.column + NOTE_GUTTER, base)
        page, code = canvas.getPageNumber(), canvas.code_length()
        canvas.pages.notes.append(Hung(self.note, self.note_width, top, place, page, code))


class HeadRoom(CondPageBreak):
    """Goes to the next page if a head and the first lines of what follows do not fit any more."""

    _START = 90.0

    def __init__(self, tallest: float) -> None:
        super().__init__(0)
        self._tallest = tallest
        self.following: tuple[Flowable, ...] = ()

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Breaks the page where needed; takes no room itself."""
        self.height = min(self._needed(available_width), self._tallest)
        width, height = super().wrap(available_width, available_height)
        return width, height

    def _needed(self, width: float) -> float:
        needed = 0.0
        after_head = led_on = False
        for part in self.following:
            match part:
                case HeadRoom() if led_on:
                    return needed
                case HeadRoom():
                    after_head = False
                case CondPageBreak():
                    return needed + float(part.height)
                case Placed() if not after_head or getattr(part.style, "leads_on", False):
                    needed += part.getSpaceBefore() + part.wrap(width, 9999)[1] + part.getSpaceAfter()
                    led_on, after_head = after_head, True
                case Placed():
                    lines = part.wrap(width, 9999)[1] / part.style.leading
                    return needed + (lines if lines < 4 else 2) * float(part.style.leading)
                case _:
                    return needed + self._start(part, width)
        return needed

    def _start(self, part: Flowable, width: float) -> float:
        match part:
            case ChartFlow():
                return part.wrap(width, 9999)[1]
            case Grid():
                return part.start
            case _:
                return self._START


class Entry(Placed):
    """A line of the contents: number and title, dots, and a page number that is filled in later."""

    key: str = ""
    natural: float = 0

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """An entry is never cut."""
        del available_width, available_height
        return []

    def draw(self) -> None:
        """Draws the entry as a link and asks for its page number."""
        super().draw()
        base = self.style.leading - self.style.fontSize + 1
        first = base + self.height - self.style.leading
        canvas = self.canv
        page, code = canvas.getPageNumber(), canvas.code_length()
        canvas.pages.waiting.append(Waiting(self.key, page, code, self.width, base, self.tag))
        canvas.linkRect("", self.key, (0, 0, self.width, self.height), relative=1)
        used = self.style.leftIndent + self.natural
        if self.height <= self.style.leading * 1.5 and used < self.width - 30:
            with canvas.pages.tags.marked(canvas, None):
                canvas.setStrokeColor(colour("line"))
                canvas.setLineWidth(0.6)
                canvas.setDash(0.6, 3)
                canvas.line(used + 6, first + 1, self.width - 22, first + 1)
                canvas.setDash()


class Cell(Paragraph):
    """A paragraph in a table; a head that is repeated on a further page is decoration there."""

    tag: MaybeTag = None
    repeats: bool = False
    canv: PaperCanvas

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Both parts belong to the same cell."""
        parts: list[Flowable] = super().split(available_width, available_height)
        for part in parts:
            if isinstance(part, Cell):
                part.tag = self.tag
        return parts

    def draw(self) -> None:
        """Draws the words."""
        tag = self.tag
        with self.canv.pages.tags.marked(self.canv, None if self.repeats and tag and tag.parts else tag):
            super().draw()


class Grid(LongTable):
    """A table that knows how much room its head and first row need; its lines and grounds are decoration."""

    start: float = 0.0
    canv: PaperCanvas

    def _drawBkgrnd(self) -> None:  # noqa: N802
        with self.canv.pages.tags.marked(self.canv, None):
            super()._drawBkgrnd()  # type: ignore[misc]

    def _drawLines(self) -> None:  # noqa: N802
        with self.canv.pages.tags.marked(self.canv, None):
            super()._drawLines()  # type: ignore[misc]


class Shown(Image):
    """A photo with its alternative text."""

    tag: MaybeTag = None
    canv: PaperCanvas

    def draw(self) -> None:
        """Paints the photo."""
        with self.canv.pages.tags.marked(self.canv, self.tag):
            super().draw()


class SignatureRow(Flowable):
    """Up to two places to sign beside each other; never cut."""

    _GAP = 34.0
    _TOWN = 40.0
    _LINE = 40.0
    _DATE = 60.0

    canv: PaperCanvas

    def __init__(
        self, cells: tuple[tuple[str, Tag, tuple[Paragraph, ...]], ...], signs: Signs, town: ParagraphStyle
    ) -> None:
        super().__init__()
        self._cells = cells
        self._signs = signs
        self._town = town
        self._heights: list[list[float]] = []

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Width and height of the row."""
        del available_height
        self._column = (available_width - self._GAP) / 2
        self._heights = [[part.wrap(self._column, 9999)[1] for part in parts] for _, _, parts in self._cells]
        self.width = available_width
        self.height = self._TOWN + self._LINE + max(sum(heights) for heights in self._heights) + 4
        return self.width, self.height

    def draw(self) -> None:
        """Draws town, line and names of each."""
        tags = self.canv.pages.tags
        for number, ((town, tag, parts), heights) in enumerate(zip(self._cells, self._heights, strict=True)):
            x = number * (self._column + self._GAP)
            y = self.height - self._TOWN
            with tags.marked(self.canv, tag):
                at = self._draw_town(town, x, y)
            with tags.marked(self.canv, None):
                self.canv.setStrokeColor(colour("text"))
                self.canv.setLineWidth(0.7)
                self.canv.line(at, y - 1.5, min(at + 90, x + self._column), y - 1.5)
                y -= self._LINE
                self.canv.line(x, y, x + self._column, y)
            y -= 4
            for part, height in zip(parts, heights, strict=True):
                y -= height
                part.drawOn(self.canv, x, y)

    def _draw_town(self, town: str, at: float, y: float) -> float:
        for name, piece in self._fitting(town):
            self.canv.setFont(name, self._town.fontSize)
            self.canv.setFillColor(colour("text"))
            self.canv.drawString(at, y, piece)
            at += self.canv.stringWidth(piece, name, self._town.fontSize)
        return at

    def _fitting(self, town: str) -> list[tuple[str, str]]:
        """The town, cut short where it leaves no room for the date."""
        pieces = self._signs.pieces(town, self._town.fontName)
        room = self._column - self._DATE
        while len(town) > 1 and sum(stringWidth(piece, name, self._town.fontSize) for name, piece in pieces) > room:
            town = town[: len(town) - 2].rstrip(" …") + "…"
            pieces = self._signs.pieces(f"{town} ", self._town.fontName)
        return pieces


class ChartFlow(Flowable):
    """A chart as vectors; drawn smaller if it is taller than a page."""

    tag: MaybeTag = None
    canv: PaperCanvas

    def __init__(self, chart: Chart, signs: Signs, tallest: float) -> None:
        super().__init__()
        self._chart = chart
        self._signs = signs
        self._tallest = tallest
        self._scale = 1.0

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Width and height of the drawing."""
        del available_height
        self._drawing: Drawing = drawing(self._chart, available_width, width)
        self._scale = min(1.0, self._tallest / self._drawing.height)
        self.width, self.height = available_width, self._drawing.height * self._scale
        return self.width, self.height

    def draw(self) -> None:
        """Paints every shape."""
        with self.canv.pages.tags.marked(self.canv, self.tag):
            self.canv.saveState()
            self.canv.scale(self._scale, self._scale)
            for shape in self._drawing.shapes:
                self._paint(shape, self._drawing.height)
            self.canv.restoreState()

    def _paint(self, shape: Shape, height: float) -> None:
        canvas: Any = self.canv
        match shape:
            case Box(x, y, wide, high, tone):
                canvas.setFillColor(colour(tone))
                canvas.rect(x, height - y - high, wide, high, stroke=0, fill=1)
            case Stroke():
                canvas.setStrokeColor(colour(shape.tone))
                canvas.setLineWidth(0.7)
                canvas.setDash(*((4, 3) if shape.dashed else ()))
                canvas.line(shape.x1, height - shape.y1, shape.x2, height - shape.y2)
                canvas.setDash()
            case Disc(x, y, radius, tone):
                canvas.setFillColor(colour(tone))
                canvas.circle(x, height - y, radius, stroke=0, fill=1)
            case Label():
                self._letters(shape, height)
            case _:
                assert_never(shape)

    def _letters(self, label: Label, height: float) -> None:
        pieces = self._signs.pieces(label.text, font(600 if label.bold else 400))
        share = {Align.LEFT: 0.0, Align.MIDDLE: 0.5, Align.RIGHT: 1.0}[label.align]
        at = label.x - share * sum(self.canv.stringWidth(piece, name, label.size) for name, piece in pieces)
        self.canv.setFillColor(colour(label.tone))
        for name, piece in pieces:
            self.canv.setFont(name, label.size)
            self.canv.drawString(at, height - label.y, piece)
            at += self.canv.stringWidth(piece, name, label.size)

"""The pages of a PDF paper: header, footer, bookmarks, and page numbers filled in when all are known."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from tws_desktop.documents.blocks import Document
from tws_desktop.documents.fonts import Signs, font
from tws_desktop.documents.pdf_notes import Hung, draw_note, placed
from tws_desktop.documents.pdf_tags import MaybeTag, Tags
from tws_desktop.documents.pdf_text import colour
from tws_desktop.documents.print_look import (
    FOOTER_LINE,
    HEADER_LINE,
    MARGIN_BOTTOM,
    MARGIN_LEFT,
    MARGIN_RIGHT,
    MARGIN_TOP,
    MM,
    print_look,
)


@dataclass(frozen=True, slots=True)
class Landing:
    """A place that can be jumped to; `title` and `level` put it into the outline."""

    key: str
    page: int
    top: float
    title: str = ""
    level: int = 0


@dataclass(frozen=True, slots=True)
class Waiting:
    """A page number still to be printed: of which place, on which page, where in it (right edge, base line).

    `code` is the place in the page's instructions, so that the number is read right after its entry; `tag` is that
    of the entry.
    """

    key: str
    page: int
    code: int
    right: float
    base: float
    tag: MaybeTag = None


@dataclass(slots=True)
class Pages:
    """What the pages know of each other while they are set."""

    document: Document
    signs: Signs
    tags: Tags
    landings: dict[str, Landing] = field(default_factory=dict)
    waiting: list[Waiting] = field(default_factory=list)
    notes: list[Hung] = field(default_factory=list)
    total: int = 0


class PaperCanvas(Canvas):
    """Holds all pages back until their number is known; so one pass is enough."""

    def __init__(self, *args: Any, pages: Pages, **named: Any) -> None:
        super().__init__(*args, **named)
        self.pages = pages
        self.setViewerPreference("DisplayDocTitle", "true")
        self.setDateFormatter(lambda *_: f"D:{pages.document.date:%Y%m%d}000000Z")
        self._held: list[dict[str, Any]] = []

    def showPage(self) -> None:  # noqa: N802
        """Keeps the page and begins the next."""
        self._held.append(dict(self.__dict__))
        self._startPage()  # type: ignore[attr-defined]

    def save(self) -> None:
        """Completes every page and writes the file."""
        held, self._held = self._held, []
        pages = self.pages
        pages.total = len(held)
        landings: dict[int, list[Landing]] = {}
        for landing in pages.landings.values():
            landings.setdefault(landing.page, []).append(landing)
        waiting: dict[int, list[Waiting]] = {}
        for entry in pages.waiting:
            waiting.setdefault(entry.page, []).append(entry)
        notes: dict[int, list[Hung]] = {}
        for note in pages.notes:
            notes.setdefault(note.page, []).append(note)
        deepest = -1
        for number, state in enumerate(held, 1):
            self.__dict__.update(state)
            for landing in sorted(landings.get(number, ()), key=lambda found: -found.top):
                self.bookmarkPage(landing.key, fit="XYZ", left=0, top=landing.top)
                if landing.title:
                    deepest = min(landing.level, deepest + 1)
                    self.addOutlineEntry(landing.title, landing.key, deepest)
            self._late(waiting.get(number, []), notes.get(number, []))
            with pages.tags.marked(self, None):
                self._edges(number)
            super().showPage()
            pages.tags.page_done(self._doc, number)  # type: ignore[attr-defined]
        pages.tags.close(self._doc, pages.total)  # type: ignore[attr-defined]
        super().save()

    def code_length(self) -> int:
        """How many instructions the page has so far."""
        return len(self._code)  # type: ignore[attr-defined]

    def instruct(self, code: str) -> None:
        """Adds an instruction to the page."""
        self._code.append(code)  # type: ignore[attr-defined]

    def _late(self, waiting: list[Waiting], notes: list[Hung]) -> None:
        """Puts page numbers and margin notes where they belong among the instructions, the last first."""
        _, height = self._pagesize  # type: ignore[attr-defined]
        draws: list[tuple[int, Callable[[], None]]] = [(one.code, partial(self._number, one)) for one in waiting]
        for note, top in placed(notes, height - MARGIN_TOP, MARGIN_BOTTOM):
            draws.append((note.code, partial(draw_note, self, self.pages.tags.marked(self, None), note, top)))
        for place, draw in sorted(draws, key=lambda one: -one[0]):
            code: list[str] = self._code  # type: ignore[attr-defined]
            end = len(code)
            self.saveState()
            draw()
            self.restoreState()
            drawn = code[end:]
            del code[end:]
            code[place:place] = drawn

    def _number(self, entry: Waiting) -> None:
        """Prints the page number of an entry."""
        landing = self.pages.landings.get(entry.key)
        if landing is None:
            return
        self.setFont(font(), print_look().type["body"].size)
        self.setFillColor(colour("text"))
        with self.pages.tags.marked(self, entry.tag):
            self.drawRightString(entry.right, entry.base, str(landing.page))

    def _edges(self, number: int) -> None:
        """Header and footer with their lines."""
        document = self.pages.document
        width, height = self._pagesize  # type: ignore[attr-defined]
        left, right = MARGIN_LEFT, width - MARGIN_RIGHT
        if document.header_left or document.header_right:
            base = height - HEADER_LINE + 2.6 * MM
            taken = self._words(document.header_right, right, base, "error", 600, right_aligned=True)
            self._words(document.header_left, left, base, "text_2", room=right - left - taken - 12)
            self._rule(left, right, height - HEADER_LINE, "line_strong")
        base = FOOTER_LINE - 4.2 * MM
        taken = self._words(f"Seite {number} von {self.pages.total}", right, base, "text_2", right_aligned=True)
        self._words(document.footer_left, left, base, "text_2", room=right - left - taken - 12)
        self._rule(left, right, FOOTER_LINE, "line")

    def _rule(self, left: float, right: float, y: float, tone: str) -> None:
        self.setStrokeColor(colour(tone))
        self.setLineWidth(0.7)
        self.line(left, y, right, y)

    def _words(
        self,
        text: str,
        x: float,
        base: float,
        tone: str,
        weight: int = 400,
        room: float | None = None,
        *,
        right_aligned: bool = False,
    ) -> float:
        """One line of header or footer; what does not fit ends in an ellipsis. Returns its width."""
        size = print_look().type["header"].size
        pieces = self.pages.signs.pieces(text.replace("\n", " "), font(weight))
        wide = sum(stringWidth(piece, name, size) for name, piece in pieces)
        while room is not None and wide > room and len(text) > 1:
            text = text[: max(1, int(len(text) * room / wide) - 1)].rstrip(" …")
            pieces = self.pages.signs.pieces(f"{text}…", font(weight))
            wide = sum(stringWidth(piece, name, size) for name, piece in pieces)
        at = x - wide if right_aligned else x
        self.setFillColor(colour(tone))
        for name, piece in pieces:
            self.setFont(name, size)
            self.drawString(at, base, piece)
            at += stringWidth(piece, name, size)
        return wide

"""One block of the paper laid out and painted: number, words, chips of origin, warning, table row."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from tws_desktop.documents.screen import LineStyle
from tws_desktop.ui.agreements.paper_text import PaperText
from tws_desktop.ui.agreements.sheet import Bit, Block, ChipAt
from tws_desktop.ui.icons import draw_icon
from tws_desktop.ui.kit.paint import draw_box, draw_line, draw_pill, draw_ring, pill_size
from tws_desktop.ui.kit.text_block import BlockShape, TextBlock
from tws_desktop.ui.palette import tokens
from tws_desktop.ui.style import style

_READING = 1.5


@dataclass(frozen=True, slots=True)
class Shape:
    """How a line style stands on the paper, in pixels at 100 %: role, tone, indent, room above, line height."""

    role: str = "lead"
    tone: str = "text"
    indent: int = 40
    above: int = 8
    line: float = _READING
    right: bool = False
    below: int = 0


_SHAPES = {
    LineStyle.TITLE: Shape("title", indent=0, above=8, line=1.25),
    LineStyle.SUBTITLE: Shape("body", "text_2", 0, 4),
    LineStyle.HEADING_1: Shape("title", indent=0, above=22, line=1.25),
    LineStyle.HEADING_2: Shape("heading", indent=0, above=16, line=1.3),
    LineStyle.HEADING_3: Shape("strong", indent=0, above=12, line=1.3),
    LineStyle.SECTION: Shape("title", indent=0, above=26, line=1.25),
    LineStyle.ANNEX: Shape("title", indent=0, above=34, line=1.25),
    LineStyle.NUMMER: Shape(indent=68, above=2),
    LineStyle.BUCHSTABE: Shape(indent=68, above=2),
    LineStyle.BUCHSTABE_DEEP: Shape(indent=96, above=2),
    LineStyle.BULLET: Shape(indent=58, above=2),
    LineStyle.PARTY: Shape("body", indent=40, above=2),
    LineStyle.RIGHT: Shape("body", "text_2", 40, 0, right=True, below=6),
    LineStyle.NOTE: Shape("caption", "text_2", 40, 6),
    LineStyle.CAPTION: Shape("label", "text_2", 40, 10),
    LineStyle.NOTICE: Shape("caption", "text_2", 10, 16, below=18),
    LineStyle.SIGNATURE: Shape("body", "text_2", 40, 18),
    LineStyle.TABLE_HEAD: Shape("label", "text", 40, 8, 1.35),
    LineStyle.TABLE_ROW: Shape("body", "text", 40, 0, 1.35),
}


def shape_of(block: Block) -> Shape:
    """How the block stands on the paper."""
    return _SHAPES.get(block.style, Shape())


class LaidBlock:
    """A block in a width: `height` without what lies over it, `paint`, and what is under a point."""

    def __init__(self, block: Block, width: float) -> None:
        self.block = block
        self.width = width
        self.shape = shape_of(block)
        px = style().px
        self.pad = px(10)
        self.indent = min(px(self.shape.indent), width * 0.2)
        self.chips: list[tuple[ChipAt, QRectF]] = []
        self._warning: TextBlock | None = None
        self._cells: list[PaperText] = []
        self.top_room = px(self.shape.above)
        self._lay()

    def _lay(self) -> None:
        px, block = style().px, self.block
        font = style().font("label" if block.adds else self.shape.role)
        room = self.width - self.indent - (self.indent if self.block.style is LineStyle.NOTICE else 0)
        self._head_width = 0.0
        if block.is_head and block.number:
            self._head_width = QFontMetricsF(font).horizontalAdvance(block.number) + px(11)
            room -= self._head_width
        self._side_below = False
        if block.side:
            side = QFontMetricsF(style().font("caption")).horizontalAdvance(block.side) + px(16)
            words = QFontMetricsF(font).horizontalAdvance(block.text)
            self._side_below = words + side > room
            room -= 0.0 if self._side_below else side
        align = Qt.AlignmentFlag.AlignRight if self.shape.right else Qt.AlignmentFlag.AlignLeft
        self.text = PaperText(block.bits, font, room, self.shape.line, align)
        self.text_height = self.text.height
        if block.cells:
            self._lay_cells()
        elif self._side_below:
            self.text_height += QFontMetricsF(style().font("caption")).height() + px(2)
        self.text_top = float(self.pad if block.unit_id is not None else 0) + self.top_room
        self._lay_below()

    def _lay_cells(self) -> None:
        font, gap = style().font(self.shape.role), style().px(12)
        share = (self.width - self.indent) / len(self.block.cells)
        self._cells = [PaperText(cell, font, share - gap, self.shape.line) for cell in self.block.cells]
        self.text_height = max(cell.height for cell in self._cells) + style().px(10)

    def _lay_below(self) -> None:
        px = style().px
        left, at, top = float(self.indent), float(self.indent), 0.0
        self.chips = []
        row = 0.0
        for chip in self.block.chips:
            size = pill_size(chip.text, chip.icon)
            wide = min(size.width(), self.width - left)
            if at > left and at + wide > self.width:
                at, top = left, top + size.height() + px(6)
            self.chips.append((chip, QRectF(at, top, wide, size.height())))
            at += wide + px(8)
            row = size.height()
        self._chips_height = top + row + px(8) if self.chips else 0.0
        self._warning_height = 0.0
        if self.block.warning:
            shape = BlockShape(line=1.35)
            width = self.width - self.indent - px(44)
            self._warning = TextBlock(self.block.warning, style().font("caption"), width, shape)
            self._warning_height = self._warning.height + px(16) + px(8)

    def height(self, text_height: float | None = None, tools: float = 0.0) -> float:
        """Whole height; `text_height` where an editor lies over the words, `tools` below the chips."""
        words = self.text_height if text_height is None else text_height
        below = self._chips_height + self._warning_height + (tools + style().px(10) if tools else 0.0)
        end = self.pad if self.block.unit_id is not None else style().px(self.shape.below)
        return self.text_top + words + below + end

    def tools_top(self, text_height: float | None = None) -> float:
        """Where the tools of the selected block begin."""
        words = self.text_height if text_height is None else text_height
        return self.text_top + words + self._chips_height + self._warning_height + style().px(10)

    def chip_at(self, point: QPointF, text_height: float | None = None) -> ChipAt | None:
        """The chip under a point of the block."""
        top = self._chips_top(text_height)
        spot = QPointF(point.x(), point.y() - top)
        return next((chip for chip, rect in self.chips if rect.contains(spot)), None)

    def bit_at(self, point: QPointF) -> Bit | None:
        """The piece of text under a point of the block."""
        at = self._words_at()
        return None if self.block.cells else self.text.bit_at(point - at)

    def _words_at(self) -> QPointF:
        extra = style().px(24) if self.block.adds else 0
        return QPointF(self.indent + self._head_width + extra, self.text_top)

    def _chips_top(self, text_height: float | None) -> float:
        words = self.text_height if text_height is None else text_height
        return self.text_top + words + style().px(8)

    def paint(self, painter: QPainter, at: QPointF, *, editing: float | None = None) -> None:
        """Paints the block with its upper left corner at `at`; no words while they are edited."""
        painter.save()
        painter.translate(at)
        colour = style().colour
        if self.block.style is LineStyle.ANNEX:
            painter.fillRect(QRectF(0, style().px(14), self.width, 1), colour("line"))
        if self.block.cells:
            self._paint_cells(painter)
        elif self.block.adds:
            self._paint_adding(painter)
        elif editing is None:
            self._paint_words(painter)
        self._paint_number(painter)
        top = self._chips_top(editing)
        for chip, rect in self.chips:
            draw_pill(painter, rect.translated(0, top), chip.text, chip.icon, chip.tone)
        if self._warning is not None:
            self._paint_warning(painter, top + self._chips_height)
        painter.restore()

    def _paint_words(self, painter: QPainter) -> None:
        colour = style().colour
        if self.block.style is LineStyle.NOTICE:
            radius = style().px(tokens().radius["control"])
            box = QRectF(0, self.text_top - 6, self.width, self.text_height + 12)
            draw_box(painter, box, colour("sunken"), None, radius)
        self.text.draw(painter, self._words_at(), colour(self.shape.tone))
        if self.block.side:
            height = QFontMetricsF(style().font("caption")).height()
            top = self.text_top + (self.text.height if self._side_below else (self.text.step - height) / 2)
            box = QRectF(self._head_width if self._side_below else 0, top, self.width, height)
            box.setRight(self.width)
            align = Qt.AlignmentFlag.AlignLeft if self._side_below else Qt.AlignmentFlag.AlignRight
            draw_line(painter, box, self.block.side, ("caption", colour("text_2")), align)

    def _paint_number(self, painter: QPainter) -> None:
        if not self.block.number:
            return
        head = self.block.is_head
        painter.setFont(style().font(self.shape.role))
        painter.setPen(style().colour("text" if head else "text_2"))
        left = 0.0 if head else max(0.0, self.indent - style().px(40 if self.indent <= style().px(44) else 28))
        painter.drawText(QPointF(left, self.text_top + self.text.first_base), self.block.number)

    def _paint_cells(self, painter: QPainter) -> None:
        share = (self.width - self.indent) / len(self._cells)
        top = self.text_top + style().px(5)
        box = QRectF(self.indent, self.text_top, self.width - self.indent, self.text_height)
        if self.block.style is LineStyle.TABLE_HEAD:
            painter.fillRect(box, style().colour("sunken"))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), style().colour("line"))
        for place, cell in enumerate(self._cells):
            left = self.indent + place * share + style().px(6)
            cell.draw(painter, QPointF(left, top), style().colour("text"))

    def _paint_adding(self, painter: QPainter) -> None:
        side = style().px(18)
        spot = QRectF(self.indent - style().px(4), self.text_top + (self.text.step - side) / 2, side, side)
        draw_icon(painter, "plus", spot, style().colour("accent_text"))
        self.text.draw(painter, self._words_at(), style().colour("accent_text"))

    def _paint_warning(self, painter: QPainter, top: float) -> None:
        warning = self._warning
        if warning is None:
            return
        px = style().px
        box = QRectF(self.indent, top, self.width - self.indent, warning.height + px(16))
        draw_box(painter, box, style().colour("warn_soft"), None, px(tokens().radius["control"]))
        side = px(16)
        spot = QRectF(box.left() + px(10), box.top() + px(9), side, side)
        draw_icon(painter, "triangle-alert", spot, style().colour("warn"))
        warning.draw(painter, QPointF(box.left() + px(34), box.top() + px(8)), style().colour("warn"))


def paint_selection(painter: QPainter, rect: QRectF, *, focused: bool) -> None:
    """The ground and ring of the selected block."""
    radius = style().px(tokens().radius["panel"])
    draw_box(painter, rect, style().colour("bg"), None if focused else style().colour("line_strong"), radius)
    draw_ring(painter, rect, radius, style().colour("accent"))

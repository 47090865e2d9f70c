"""Paints one workshop card in any palette at any size: board, origin panel, beamer and the beamer's
thumbnail.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QPainter, QPainterPath, QPen

from tws_desktop.ui.fonts import picture_font
from tws_desktop.ui.icons import draw_icon
from tws_desktop.ui.kit.chips import level_mark
from tws_desktop.ui.kit.text_block import BlockShape, TextBlock
from tws_desktop.ui.palette import Palette, TypeRole, card_kind, tokens
from tws_desktop.ui.style import style

_BODY_PIXELS = 15.33  # 11.5 pt at 96 dpi: the size for which the paddings below are drawn
_WINDOW_LINE = 1.32  # closer than running text: a card is one short thought
_CACHE = 4000
_LOOSE = 1.25


@dataclass(frozen=True, slots=True)
class CardLook:
    """What a card shows. `lock` is a confidentiality level shown as a line of its own (council, secret79),
    empty for none.

    `pending` is not saved yet (dashed edge), `struck` is taken out (struck text); `focused` draws the ring
    like `selected`.
    """

    text: str
    kind: str = "aussage"
    meta: str = ""
    lock: str = ""
    selected: bool = False
    focused: bool = False
    pending: bool = False
    struck: bool = False


@dataclass(frozen=True, slots=True)
class CardType:
    """Fonts and line factor of a card; `unit` scales strip, `left` and `right` padding, `symbol` and its `gap`."""

    text: QFont
    meta: QFont
    line: float
    unit: float
    left: float = 9.0
    right: float = 8.0
    symbol: float = 16.0
    gap: float = 5.0


class CardPainter:
    """Measures and paints cards of one palette and one type size; make a new one when either changes."""

    def __init__(self, palette: Palette, card_type: CardType) -> None:
        self.palette = palette
        self._type = card_type
        self._blocks: dict[tuple[str, int, bool], TextBlock] = {}
        self._letter = QFontMetricsF(card_type.text).averageCharWidth()
        self._step = math.ceil(QFontInfo(card_type.text).pixelSize() * card_type.line)
        self._meta_step = math.ceil(QFontInfo(card_type.meta).pixelSize() * 1.6)
        self._strip = max(2, round(self._unit(tokens().line["strip"])))
        self._pad_left = self._strip + self._unit(card_type.left)
        self._pad_right = self._unit(card_type.right)
        self._pad_top = self._unit(6)
        self._least = self._unit(44)

    @classmethod
    def for_window(cls) -> CardPainter:
        """Cards of a board in the palette and text scale in force."""
        card_type = CardType(style().font("body"), style().font("caption"), _WINDOW_LINE, style().scale)
        return cls(style().palette, card_type)

    @classmethod
    def for_picture(cls, palette: Palette, picture_height: float, share: float = 0.0) -> CardPainter:
        """Cards of the beamer; `share` is the type size as share of the picture's height (0 = the size to
        start with).
        """
        role = tokens().beamer["card"]
        sized = TypeRole(share or role.size, role.weight, role.line)
        text = picture_font(sized, picture_height)
        meta = picture_font(TypeRole(tokens().beamer["footer"].size, 400, 1.1), picture_height)
        unit = QFontInfo(text).pixelSize() / (_BODY_PIXELS * 1.25)
        return cls(palette, CardType(text, meta, role.line, unit, left=6.0, right=6.0, symbol=14.5, gap=4.0))

    def height(self, look: CardLook, width: float) -> float:
        """Height the whole card needs in `width`."""
        block = self._block(look, width)
        content = block.height + self._extra(look)
        return max(self._least, math.ceil(content + 2 * self._pad_top))

    def rough_height(self, letters: int, width: float) -> float:
        """A height reckoned by the number of letters, rather too large; it costs next to nothing."""
        lines = 1 + int(letters * self._letter / max(1.0, self._text_width(width)) * _LOOSE)
        return max(self._least, math.ceil(lines * self._step + 2 * self._pad_top))

    def fits(self, look: CardLook, size: QSizeF) -> bool:
        """Whether the whole text is inside `size` with no word broken off."""
        return self.height(look, size.width()) <= size.height() + 0.5

    def paint(self, painter: QPainter, rect: QRectF, look: CardLook) -> None:
        """Paints the card; text that does not fit `rect` ends with an ellipsis, it never leaves the card."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        kind = card_kind(look.kind)
        strip = QColor(kind.strip(self.palette))
        self._paint_ground(painter, rect, look, (QColor(kind.fill(self.palette)), strip))
        side = self._symbol_side()
        spot = QRectF(
            round(rect.right() - self._pad_right - side),
            round(rect.top() + self._pad_top + self._slack(rect, look)),
            side,
            side,
        )
        draw_icon(painter, kind.symbol, spot, strip)
        self._paint_text(painter, rect, look)
        if look.selected or look.focused:
            self._paint_ring(painter, rect)
        painter.restore()

    def words(self, look: CardLook) -> str:
        """What a screen reader says: `Problem: Einrichter wird nicht ersetzt`."""
        parts = [
            f"{card_kind(look.kind).name}: {look.text}",
            look.meta,
            level_mark(look.lock).name if look.lock else "",
        ]
        return ", ".join(part for part in parts if part)

    def _paint_ground(self, painter: QPainter, rect: QRectF, look: CardLook, tints: tuple[QColor, QColor]) -> None:
        fill, strip = tints
        radius = min(self._unit(tokens().radius["card"]), rect.height() / 4)
        path = QPainterPath()
        path.addRoundedRect(rect, radius, radius)
        painter.fillPath(path, fill)
        painter.save()
        painter.setClipPath(path)
        painter.fillRect(QRectF(rect.left(), rect.top(), self._strip, rect.height()), strip)
        painter.restore()
        edge = QColor(self.palette.line)
        if look.kind == "ueberschrift" or look.pending or self.palette.dark:
            if look.pending:
                edge = QColor(self.palette.line_strong)
            pen = QPen(edge, 1.0, Qt.PenStyle.DashLine if look.pending else Qt.PenStyle.SolidLine)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)

    def _paint_text(self, painter: QPainter, rect: QRectF, look: CardLook) -> None:
        left, top = rect.left() + self._pad_left, rect.top() + self._pad_top + self._slack(rect, look)
        block = self._block(look, rect.width())
        room = rect.height() - 2 * self._pad_top - self._extra(look)
        if block.height > room + 1:
            shape = replace(self._shape(), most_lines=max(1, int(room / block.step)))
            block = TextBlock(look.text, self._font(look), self._text_width(rect.width()), shape)
        colour = QColor(self.palette.text_2 if look.struck else self.palette.text)
        block.draw(painter, QPointF(left, top), colour)
        top += block.height
        width = self._text_width(rect.width())
        if look.meta:
            meta = TextBlock(look.meta, self._type.meta, width, BlockShape(most_lines=1))
            meta.draw(painter, QPointF(left, top + self._unit(1)), QColor(self.palette.text_2))
            top += self._meta_step
        if look.lock:
            self._paint_lock(painter, QPointF(left, top), width, look.lock)

    def _paint_lock(self, painter: QPainter, at: QPointF, width: float, level: str) -> None:
        mark = level_mark(level)
        colour = QColor(mark.colour(self.palette))
        side = round(QFontInfo(self._type.meta).pixelSize() * 1.05)
        draw_icon(
            painter,
            mark.symbol,
            QRectF(round(at.x()), round(at.y() + (self._meta_step - side) / 2), side, side),
            colour,
        )
        room = width - side - self._unit(4)
        words = TextBlock(mark.name, self._type.meta, room, BlockShape(most_lines=1))
        words.draw(painter, QPointF(at.x() + side + self._unit(4), at.y() + self._unit(1)), colour)

    def _paint_ring(self, painter: QPainter, rect: QRectF) -> None:
        gap, width = tokens().line["focus_gap"], tokens().line["focus"]
        out = gap + width / 2
        radius = self._unit(tokens().radius["card"]) + out
        painter.setPen(QPen(QColor(self.palette.focus), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(-out, -out, out, out), radius, radius)

    def _block(self, look: CardLook, width: float) -> TextBlock:
        key = (look.text, round(width), look.struck)
        block = self._blocks.get(key)
        if block is None:
            if len(self._blocks) >= _CACHE:
                self._blocks.clear()
            block = TextBlock(look.text, self._font(look), self._text_width(width), self._shape())
            self._blocks[key] = block
        return block

    def _font(self, look: CardLook) -> QFont:
        if not look.struck:
            return self._type.text
        font = QFont(self._type.text)
        font.setStrikeOut(True)
        return font

    def _shape(self) -> BlockShape:
        corner = QSizeF(self._symbol_side() + self._unit(self._type.gap), self._symbol_side() - self._unit(1))
        return BlockShape(line=self._type.line, corner=corner)

    def _text_width(self, width: float) -> float:
        return width - self._pad_left - self._pad_right

    def _slack(self, rect: QRectF, look: CardLook) -> float:
        content = self._block(look, rect.width()).height + self._extra(look) + 2 * self._pad_top
        return max(0.0, (min(rect.height(), self._least) - content) / 2)

    def _extra(self, look: CardLook) -> float:
        return self._meta_step * ((1 if look.meta else 0) + (1 if look.lock else 0))

    def _symbol_side(self) -> int:
        return round(self._unit(self._type.symbol))

    def _unit(self, length: float) -> float:
        return length * self._type.unit

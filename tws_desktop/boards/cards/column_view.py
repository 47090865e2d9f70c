"""A column of the board: key number, title, topics, and its cards below."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QVBoxLayout

from tws_desktop.boards.cards.card_items import ColumnItem
from tws_desktop.boards.cards.card_list import CardList
from tws_desktop.ui.icons import draw_icon
from tws_desktop.ui.kit.card_painter import CardPainter
from tws_desktop.ui.kit.paint import draw_box, draw_line, draw_ring, follow_style, set_tip, smooth
from tws_desktop.ui.kit.text_block import BlockShape, TextBlock
from tws_desktop.ui.palette import tokens
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr


class ColumnHead(QPushButton):
    """Key number and title; pressing it opens what can be done with the column."""

    def __init__(self) -> None:
        super().__init__()
        self._number, self._title, self._topics = 0, "", ""
        self.setAutoDefault(False)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        follow_style(self)

    def show_column(self, column: ColumnItem) -> None:
        """Shows another column."""
        self._number, self._title, self._topics = column.number, column.title, " · ".join(column.topics)
        count = len(column.cards)
        words = tr("Spalte {number}, {title}, {count} Karten").format(
            number=column.number, title=column.title, count=count
        )
        if count == 1:
            words = tr("Spalte {number}, {title}, 1 Karte").format(number=column.number, title=column.title)
        self.setAccessibleName(f"{words}, {self._topics}" if self._topics else words)
        set_tip(self, tr("Titel, Themen, zusammenlegen, auflösen"))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """A long title takes more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Title and topics."""
        height = self._block(width).height + 2 * style().px(6)
        return math.ceil(height + (self._topics_step() if self._topics else 0))

    def sizeHint(self) -> QSize:
        """As wide as the column."""
        return QSize(style().px(184), self.heightForWidth(self.width() or style().px(184)))

    def minimumSizeHint(self) -> QSize:
        """The title is never cut."""
        return QSize(style().px(120), style().px(36))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paints number, title, topics and ring."""
        painter = QPainter(self)
        smooth(painter)
        colour = style().colour
        rect = QRectF(self.rect())
        if self.underMouse():
            draw_box(painter, rect.adjusted(3, 2, -3, -2), colour("surface"), None, style().px(6))
        side = style().px(21)
        cap = QRectF(style().px(8), style().px(7), side, side)
        draw_box(painter, cap, colour("surface"), colour("line_strong"), style().px(4))
        painter.setFont(style().font("caption"))
        painter.setPen(colour("text_2"))
        painter.drawText(cap, 0x84, str(self._number))
        block = self._block(self.width())
        block.draw(painter, QPointF(self._left(), style().px(6)), colour("text"))
        if self._topics:
            line = QRectF(self._left(), style().px(6) + block.height, self._text_width(self.width()), style().px(18))
            draw_line(painter, line, self._topics, ("caption", colour("accent_text")))
        if self.underMouse() or self.hasFocus():
            mark = style().px(14)
            spot = QRectF(self.width() - mark - style().px(6), style().px(10), mark, mark)
            draw_icon(painter, "ellipsis", spot, colour("text_2"))
        if self.hasFocus():
            draw_ring(painter, rect.adjusted(2, 2, -2, -2), style().px(6))
        painter.end()

    def _left(self) -> int:
        return style().px(35)

    def _text_width(self, width: int) -> float:
        return width - self._left() - style().px(10)

    def _topics_step(self) -> int:
        return style().px(18)

    def _block(self, width: int) -> TextBlock:
        shape = BlockShape(line=1.32, most_lines=4)
        return TextBlock(self._title, style().font("strong"), self._text_width(width), shape)


class ColumnView(QFrame):
    """Head and cards on sunken ground."""

    def __init__(self, painter: Callable[[], CardPainter]) -> None:
        super().__init__()
        self.head = ColumnHead()
        self.cards = CardList("", painter)
        self.item: ColumnItem | None = None
        self._lit = False
        box = QVBoxLayout(self)
        box.setContentsMargins(0, style().px(3), 0, style().px(2))
        box.setSpacing(0)
        box.addWidget(self.head)
        box.addWidget(self.cards, 1)
        follow_style(self)

    def show_column(self, column: ColumnItem) -> None:
        """Shows the column as it now is."""
        if self.item is None or self.item.title != column.title or self.item.number != column.number:
            self.cards.set_name(tr("Spalte {number}").format(number=column.number))
        self.item = column
        self.head.show_column(column)
        self.cards.set_items(column.cards)

    def set_lit(self, lit: bool) -> None:
        """Shows that a card would fall here."""
        if lit != self._lit:
            self._lit = lit
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paints the ground."""
        painter = QPainter(self)
        smooth(painter)
        edge = style().colour("accent") if self._lit else None
        draw_box(painter, QRectF(self.rect()), style().colour("sunken"), edge, style().px(tokens().radius["card"]))
        painter.end()

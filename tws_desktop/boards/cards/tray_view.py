"""The tray: cards without a column; the whole board while there are no columns."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout

from tws_desktop.boards.cards.card_items import CardItem
from tws_desktop.boards.cards.card_list import CardList
from tws_desktop.ui.kit.buttons import Button, ButtonKind, ButtonSize
from tws_desktop.ui.kit.card_painter import CardPainter
from tws_desktop.ui.kit.labels import WrapLabel
from tws_desktop.ui.kit.messages import EmptyState
from tws_desktop.ui.kit.paint import follow_style, set_tip, smooth
from tws_desktop.ui.palette import tokens
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr

_LANE = 200


class TrayView(QFrame):
    """A dashed strip above the input, or (`whole`) the board itself."""

    def __init__(self, painter: Callable[[], CardPainter]) -> None:
        super().__init__()
        self.cards = CardList(tr("ohne Spalte"), painter, _LANE)
        self.label = WrapLabel(tr("Noch ohne Spalte"), "caption", "text_2")
        self.new_column = Button(tr("Spalte"), ButtonKind.QUIET, icon="plus", key=tr("Strg+N"), size=ButtonSize.SMALL)
        self.whole, self._lit, self._upright = False, False, False
        self.cards.height_changed.connect(self._measured)
        self.empty = EmptyState(
            "sticky-note", tr("Noch keine Karten. Frage vorlesen, dann tippen und Enter drücken."), margin="x1"
        )
        self.empty.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        over = QVBoxLayout(self.cards.viewport())
        over.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        over.addWidget(self.empty)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.label)
        self._row.addWidget(self.cards, 1)
        self.pass_round = Button(tr("Herumgeben"), ButtonKind.QUIET, icon="users", key="", size=ButtonSize.SMALL)
        self.pass_round.setAccessibleDescription(tr("Karten am Laptop schreiben, Strg+L"))
        set_tip(self.pass_round, tr("Karten am Laptop schreiben (Strg+L)"))
        self._buttons = QVBoxLayout()
        self._buttons.setSpacing(0)
        for button in (self.new_column, self.pass_round):
            self._buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._buttons.addStretch(1)
        self._row.addLayout(self._buttons)
        follow_style(self)
        style().changed.connect(self._space)
        self._space()

    def show_cards(self, items: tuple[CardItem, ...], *, whole: bool, columns: bool) -> None:
        """Shows the loose cards; `columns` says whether the board may have columns at all."""
        self.whole = whole
        self.label.setVisible(not whole)
        self.pass_round.setVisible(not self._upright)
        self.new_column.setVisible(columns)
        fixed = QSizePolicy.Policy.Fixed
        tall = whole or self._upright
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding if tall else fixed)
        self.cards.set_items(items)
        self._space()
        self._measured()
        self.update()

    def _measured(self) -> None:
        self.empty.setVisible(self.whole and not self.cards.cards.items)
        self.updateGeometry()

    def set_upright(self, upright: bool) -> None:
        """In a low window the tray stands beside the columns, as one of them."""
        if upright == self._upright:
            return
        self._upright = upright
        direction = QBoxLayout.Direction.TopToBottom if upright else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(direction)
        self.setMinimumWidth(style().px(168) if upright else 0)
        self._space()
        self.updateGeometry()

    def set_lit(self, lit: bool) -> None:
        """Shows that a card would fall here."""
        if lit != self._lit:
            self._lit = lit
            self.update()

    def sizeHint(self) -> QSize:
        """One row of cards, two at most."""
        content = self.cards.content_height() if self.cards.cards.items else style().px(44)
        height = min(max(content, style().px(46)), style().px(112)) + 2 * style().px(4)
        return QSize(style().px(400), height)

    def minimumSizeHint(self) -> QSize:
        """A row is always seen."""
        return QSize(style().px(168), style().px(80) if self.whole or self._upright else self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paints the dashed edge."""
        painter = QPainter(self)
        smooth(painter)
        token = "accent" if self._lit else "line_strong"
        if not self.whole or self._lit:
            painter.setPen(QPen(style().colour(token), 1, Qt.PenStyle.DashLine))
            radius = style().px(tokens().radius["card"])
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.end()

    def _space(self) -> None:
        side = 0 if self.whole else style().px(12)
        self._row.setContentsMargins(side, style().px(4), side, style().px(4))
        self._row.setSpacing(style().px(6))
        if self._upright:
            self.label.setMinimumWidth(0)
            self.label.setMaximumWidth(16_777_215)
        else:
            self.label.setFixedWidth(style().px(72))

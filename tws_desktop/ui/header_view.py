"""The header: breadcrumb over title, chips, saved state, quiet buttons, one filled."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from tws_desktop.ui.icons import draw_icon
from tws_desktop.ui.kit.breadth import Breadth, breadth
from tws_desktop.ui.kit.buttons import Button, ButtonKind
from tws_desktop.ui.kit.chips import Chip, ConfidentialityBadge
from tws_desktop.ui.kit.flow_row import FlowRow
from tws_desktop.ui.kit.key_hint import KeyHint
from tws_desktop.ui.kit.labels import Breadcrumb, ElideLabel, PlainLabel
from tws_desktop.ui.kit.paint import draw_box, draw_line, draw_ring, follow_style, set_tip, smooth
from tws_desktop.ui.kit.panel import IconMark
from tws_desktop.ui.page import Action, HeaderState
from tws_desktop.ui.palette import tokens
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr

_SAVED_ICONS = {"ok": "circle-check", "warn": "hourglass", "error": "octagon-alert"}


class SearchBox(QPushButton):
    """Looks like a field, opens search and commands: Strg+K."""

    def __init__(self) -> None:
        super().__init__(tr("Suchen oder Befehl"))
        self.setAutoDefault(False)
        self.setAccessibleName(tr("Suchen oder Befehl, Strg+K"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._hint = KeyHint(tr("Strg"), "K")
        self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 10, 0)
        row.addStretch(1)
        row.addWidget(self._hint)
        follow_style(self)

    def sizeHint(self) -> QSize:
        """A wide field."""
        return QSize(style().px(330), style().size("control"))

    def minimumSizeHint(self) -> QSize:
        """The icon and the keys."""
        return QSize(style().px(44) + self._hint.sizeHint().width(), style().size("control"))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paints it like a field."""
        painter = QPainter(self)
        smooth(painter)
        rect = QRectF(self.rect())
        radius = style().px(tokens().radius["control"])
        ground = "sunken" if self.underMouse() else "surface"
        draw_box(painter, rect, style().colour(ground), style().colour("line_strong"), radius)
        side = style().px(17)
        left = style().px(11)
        draw_icon(
            painter,
            "search",
            QRectF(left, round((self.height() - side) / 2), side, side),
            style().colour("text_2"),
        )
        start = left + side + style().px(8)
        room = QRectF(start, 0, self._hint.x() - start - style().px(6), self.height())
        if room.width() > style().px(40):
            draw_line(painter, room, self.text(), ("body", style().colour("text_3")))
        if self.hasFocus():
            draw_ring(painter, rect, radius)
        painter.end()


class HeaderView(QWidget):
    """Shows a HeaderState. Where it gets narrow, quiet buttons and the saved state keep only their icons."""

    search_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Kopfzeile"))
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._state = HeaderState("")
        self.title_label = ElideLabel("", "heading")
        self.crumbs = Breadcrumb()
        self.badge = ConfidentialityBadge()
        self._saved_mark = IconMark("circle-check", "ok")
        self._saved_words = PlainLabel("", "label", "text_2")
        self.search = SearchBox()
        self.search.clicked.connect(self.search_wanted)
        self.buttons: list[Button] = []
        self._chips: list[Chip] = []
        self._chips_below = False
        self._chip_row, self._button_row, self._row = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        self._chip_line = FlowRow()
        self._bar = QWidget()
        self._lay_out()
        self.show_state(self._state)
        style().changed.connect(self._fit)
        self._fit()

    def _lay_out(self) -> None:
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addStretch(1)
        titles.addWidget(self.crumbs)
        titles.addWidget(self.title_label)
        titles.addStretch(1)
        self._bar.setProperty("ground", "none")
        self._bar.setLayout(self._row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self._chip_line)
        self._row.addLayout(titles)
        self._row.addLayout(self._chip_row)
        self._row.addStretch(1)
        self._row.addWidget(self._saved_mark)
        self._row.addWidget(self._saved_words)
        self._row.addWidget(self.search)
        self._row.addLayout(self._button_row)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._chip_row.addWidget(self.badge)

    def show_state(self, state: HeaderState) -> None:
        """Shows what a page has to say; buttons are made anew only when the actions change."""
        before, self._state = self._state, state
        self.title_label.setText(state.title)
        self.crumbs.set_parts(state.crumbs)
        self.badge.setVisible(bool(state.level))
        if state.level:
            self.badge.set_level(state.level)
        self.search.setVisible(state.search)
        self.set_saved(state.saved, state.saved_tone)
        if before.chips != state.chips:
            self._make_chips()
        if (before.actions, before.filled) != (state.actions, state.filled):
            self._make_buttons()
        self._fit()

    def set_saved(self, words: str, tone: str = "ok") -> None:
        """Shows when the last commit was; tone warn while saving, error when it failed."""
        self._saved_mark.set_mark(_SAVED_ICONS[tone], tone)
        self._saved_words.setText(words)
        self._saved_words.set_tone("text_2" if tone == "ok" else tone)
        self._saved_mark.setAccessibleName(words)
        set_tip(self._saved_mark, words)
        self._saved_mark.setVisible(bool(words))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Gives up words where it gets narrow."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the line below."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(style().colour("line"))
        painter.drawLine(0, self.height() - 1, self.width() - 1, self.height() - 1)
        painter.end()

    def _make_chips(self) -> None:
        for chip in self._chips:
            self._chip_row.removeWidget(chip)
            self._chip_line.take(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [Chip(chip.text, chip.icon, chip.tone) for chip in self._state.chips]
        for place, chip in enumerate(self._chips):
            self._chip_row.insertWidget(place, chip)
        self._chips_below = False

    def _make_buttons(self) -> None:
        """The focus stays on an action that is still there."""
        focused = next((button.words() for button in self.buttons if button.hasFocus()), "")
        for button in self.buttons:
            self._button_row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = [_button(action, ButtonKind.OUTLINED) for action in self._state.actions]
        if self._state.filled:
            self.buttons.append(_button(self._state.filled, ButtonKind.FILLED))
        for button in self.buttons:
            self._button_row.addWidget(button)
            if button.words() == focused:
                button.show()
                button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self) -> None:
        narrow = breadth(self.window().width(), style().scale) is Breadth.NARROW
        self._saved_words.setVisible(bool(self._state.saved or self._saved_words.text()) and not narrow)
        for button, action in zip(self.buttons, self._state.actions, strict=False):
            button.set_icon_only(narrow)
            if action.reason:
                button.set_reason(action.reason)
        for chip in self._chips:
            chip.setMinimumWidth(0 if narrow else chip.sizeHint().width())
        side = style().space("x5") if not narrow else style().space("x3")
        self._row.setContentsMargins(side, 0, style().px(16), 0)
        for row in (self._row, self._chip_row, self._button_row):
            row.setSpacing(style().px(10))
        self._bar.setFixedHeight(style().size("header"))
        self._move_chips(below=narrow)

    def _move_chips(self, *, below: bool) -> None:
        if below == self._chips_below:
            return
        self._chips_below = below
        for place, chip in enumerate((*self._chips, self.badge)):
            hidden = chip.isHidden()
            if below:
                self._chip_row.removeWidget(chip)
                self._chip_line.add(chip)
            else:
                self._chip_line.take(chip)
                self._chip_row.insertWidget(place, chip)
            chip.setVisible(not hidden)
        side = style().space("x3")
        self._chip_line.setContentsMargins(side, 0, side, style().space("x2"))
        self._chip_line.setVisible(below and bool(self._chip_line.shown))


def _button(action: Action, kind: ButtonKind) -> Button:
    button = Button(action.text, kind, icon=action.icon, key=action.key)
    button.clicked.connect(lambda _checked=False: action.call())
    if action.reason:
        button.set_reason(action.reason)
    return button

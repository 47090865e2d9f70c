"""Fields for text and choices; each can show that something is wrong without losing what was typed."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from tws_desktop.ui.icons import draw_icon, icon
from tws_desktop.ui.kit.own_undo import is_for_the_place
from tws_desktop.ui.kit.paint import draw_box, draw_ring, follow_style, set_tip, smooth
from tws_desktop.ui.palette import tokens
from tws_desktop.ui.style import style


def show_fault(field: QWidget, wrong: bool) -> None:
    """Gives a field its error edge or takes it away."""
    if (field.property("fault") == "true") is wrong:
        return
    field.setProperty("fault", "true" if wrong else "false")
    field.style().unpolish(field)
    field.style().polish(field)
    field.update()


class TextField(QLineEdit):
    """One line of text. `lead=True` is the larger input of a board, `icon_name` stands at its left."""

    def __init__(
        self, name: str, text: str = "", *, placeholder: str = "", icon_name: str = "", lead: bool = False
    ) -> None:
        super().__init__(text)
        self._icon_name = ""
        self._icon_colour: QColor | None = None
        self._lead = lead
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setProperty("lead", "true" if lead else "false")
        self.set_icon(icon_name)
        style().changed.connect(self._make_room)

    def set_icon(self, name: str, colour: QColor | None = None) -> None:
        """Shows an icon at the left, in text_2 where no colour is given; an empty name takes it away."""
        self._icon_name, self._icon_colour = name, colour
        self._make_room()
        self.update()

    def event(self, event: QEvent) -> bool:
        """Leaves Strg+Z to the place around it where nothing typed here can be taken back."""
        if is_for_the_place(self, event):
            event.ignore()
            return False
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field, then its icon."""
        super().paintEvent(event)
        if self._icon_name:
            painter = QPainter(self)
            side = self._icon_side()
            spot = QRectF(style().px(11), round((self.height() - side) / 2), side, side)
            draw_icon(painter, self._icon_name, spot, self._icon_colour or style().colour("text_2"))
            painter.end()

    def _make_room(self) -> None:
        self.setTextMargins(self._icon_side() + style().px(9) if self._icon_name else 0, 0, 0, 0)

    def _icon_side(self) -> int:
        return style().px(20 if self._lead else 17)


class TextArea(QPlainTextEdit):
    """Several lines; grows with its content from `least` to `most` lines, then scrolls. Tab leaves the
    field.
    """

    left = Signal()

    def __init__(self, name: str, text: str = "", *, placeholder: str = "", least: int = 2, most: int = 12) -> None:
        super().__init__()
        self._least, self._most = least, most
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        style().changed.connect(self._fit)
        self.setPlainText(text)
        self._fit()

    def text(self) -> str:
        """What is typed."""
        return self.toPlainText()

    def setText(self, text: str) -> None:
        """Shows another text."""
        self.setPlainText(text)

    def event(self, event: QEvent) -> bool:
        """Leaves Strg+Z to the place around it where nothing typed here can be taken back."""
        if is_for_the_place(self, event):
            event.ignore()
            return False
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrower means higher."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        step = math.ceil(QFontMetricsF(style().font("body")).lineSpacing())
        lines = min(self._most, max(self._least, round(self.document().size().height())))
        height = lines * step + 2 * style().px(5) + round(2 * self.document().documentMargin()) + 2
        if height != self.height() or height != self.minimumHeight():
            self.setFixedHeight(height)


class ChoiceField(QComboBox):
    """One of several: `ChoiceField("Methode", (("K1", "Kartenabfrage", "sticky-note"), ...))`;
    `chosen(key)` on a person's choice.
    """

    chosen = Signal(str)

    def __init__(self, name: str, choices: Sequence[tuple[str, str, str]] = (), key: str = "") -> None:
        super().__init__()
        self._choices: tuple[tuple[str, str, str], ...] = ()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.set_choices(choices, key)
        self.activated.connect(self._tell)
        self._recolour()
        style().changed.connect(self._recolour)

    @property
    def key(self) -> str:
        """Key of the choice shown, empty without one."""
        return str(self.currentData() or "")

    def set_choices(self, choices: Sequence[tuple[str, str, str]], key: str = "") -> None:
        """Offers (key, words, icon) and shows `key`."""
        self._choices = tuple(choices)
        self.blockSignals(True)
        self.clear()
        for each, words, icon_name in self._choices:
            if icon_name:
                self.addItem(icon(icon_name), words, each)
            else:
                self.addItem(words, each)
        self.blockSignals(False)
        self.set_key(key)

    def set_key(self, key: str) -> None:
        """Shows the choice with that key; none for an unknown one."""
        self.setCurrentIndex(self.findData(key))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page, never the choice."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """The field with its words, shortened where they do not fit, then our arrow."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        room = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        icon_room = self.iconSize().width() + style().space("x1") if not option.currentIcon.isNull() else 0
        option.currentText = QFontMetricsF(self.font()).elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, room.width() - icon_room - style().space("x1")
        )
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        side = style().px(16)
        spot = QRectF(self.width() - side - style().px(11), round((self.height() - side) / 2), side, side)
        draw_icon(painter, "chevron-down", spot, style().colour("text_2" if self.isEnabled() else "text_3"))
        painter.end()

    def _tell(self) -> None:
        self.chosen.emit(self.key)

    def _recolour(self) -> None:
        side = style().size("icon")
        self.setIconSize(QSize(side, side))
        for place, (_, _, icon_name) in enumerate(self._choices):
            if icon_name:
                self.setItemIcon(place, icon(icon_name))


class CheckField(QCheckBox):
    """A box to tick with its words; a count may stand at the right end (filters)."""

    def __init__(self, words: str, *, on: bool = False, count: str = "") -> None:
        super().__init__(words)
        self._count = count
        self.setChecked(on)
        self.setAccessibleName(f"{words}, {count}" if count else words)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        follow_style(self)

    def sizeHint(self) -> QSize:
        """Box, words, count; at least the height of a click target."""
        metrics = QFontMetricsF(style().font("body"))
        width = style().px(26) + metrics.horizontalAdvance(self.text() + self._count) + style().px(14)
        return QSize(math.ceil(width), max(style().size("target_min"), math.ceil(metrics.height()) + style().px(4)))

    def minimumSizeHint(self) -> QSize:
        """Long words shorten; tooltip and name keep them whole."""
        return QSize(min(self.sizeHint().width(), style().px(160)), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The whole words in the tooltip where they are shortened."""
        super().resizeEvent(event)
        set_tip(self, self.text() if self.width() < self.sizeHint().width() else "")

    def hitButton(self, pos: object) -> bool:  # noqa: ARG002
        """The whole row is the target."""
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ticks like the space bar."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.toggle()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paints box, tick, words and count."""
        painter = QPainter(self)
        smooth(painter)
        colour = style().colour
        side = style().px(17)
        box = QRectF(style().px(2), round((self.height() - side) / 2), side, side)
        on, live = self.isChecked(), self.isEnabled()
        fill = "accent" if on and live else "surface" if live else "sunken"
        draw_box(painter, box, colour(fill), None if on and live else colour("line_strong"), style().px(4))
        if on:
            inner = box.adjusted(2, 2, -2, -2)
            draw_icon(painter, "check", inner, colour("on_accent" if live else "text_3"))
        painter.setFont(style().font("body"))
        painter.setPen(colour("text" if live else "text_3"))
        words = QRectF(style().px(26), 0, self.width() - style().px(28), self.height())
        metrics = QFontMetricsF(style().font("body"))
        taken = metrics.horizontalAdvance(self._count) + style().space("x3") if self._count else 0
        shown = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, words.width() - taken)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        if self._count:
            painter.setPen(colour("text_2"))
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._count)
        if self.hasFocus():
            draw_ring(painter, QRectF(self.rect()), style().px(tokens().radius["control"]))
        painter.end()

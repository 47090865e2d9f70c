"""What the program says inside a page: empty states, and sentences with an icon that stay."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from tws_desktop.ui.kit.buttons import Button, filled, quiet
from tws_desktop.ui.kit.labels import WrapLabel
from tws_desktop.ui.kit.paint import TONES, announce, draw_box, follow_style, smooth
from tws_desktop.ui.kit.panel import IconMark
from tws_desktop.ui.palette import tokens
from tws_desktop.ui.style import style

_ACTION_BESIDE = 360
_ICONS = {"ok": "circle-check", "warn": "triangle-alert", "error": "octagon-alert", "info": "info"}


class InlineMessage(QFrame):
    """A sentence on soft ground with its icon. Kinds: ok, warn, error, info. Optional second line and one
    action.
    """

    action_pressed = Signal()

    def __init__(self, kind: str = "info", sentence: str = "", more: str = "", action: str = "") -> None:
        super().__init__()
        self._kind = kind
        self._mark = IconMark(_ICONS[kind], kind)
        self._sentence = WrapLabel(sentence, "label", kind)
        self._more = WrapLabel(more, "caption", "text_2")
        self._action = quiet(action)
        if not action:
            self._action.hide()
        self._action.clicked.connect(self.action_pressed)
        if not more:
            self._more.hide()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._sentence)
        words.addWidget(self._more)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.addLayout(words, 1)
        self._both.addWidget(self._action, 0, Qt.AlignmentFlag.AlignLeft)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._mark)
        self._row.addLayout(self._both, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(sentence)
        self._space()
        style().changed.connect(self._space)
        follow_style(self)

    @property
    def sentence(self) -> str:
        """What it says."""
        return self._sentence.text()

    def show_message(self, kind: str, sentence: str, more: str = "") -> None:
        """Says something else, aloud too; an empty sentence hides it."""
        self._kind = kind
        self._mark.set_mark(_ICONS[kind], kind)
        self._sentence.setText(sentence)
        self._sentence.set_tone(kind)
        self._more.setText(more)
        self._more.setVisible(bool(more))
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))
        self.update()
        if sentence:
            announce(self, sentence)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow column the action stands below the words."""
        super().resizeEvent(event)
        below = self.width() / style().scale < _ACTION_BESIDE
        direction = QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight
        if direction != self._both.direction():
            self._both.setDirection(direction)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paints the soft ground."""
        painter = QPainter(self)
        smooth(painter)
        draw_box(
            painter,
            QRectF(self.rect()),
            style().colour(TONES[self._kind][0]),
            None,
            style().px(tokens().radius["card"]),
        )
        painter.end()

    def _space(self) -> None:
        side, top = style().space("x3"), style().px(9)
        self._row.setContentsMargins(side, top, side, top)
        self._row.setSpacing(style().space("x2"))
        self._both.setSpacing(style().space("x1"))


class EmptyState(QWidget):
    """What belongs here and the first step: icon, one sentence, one filled button, one text link."""

    step_pressed = Signal()
    link_pressed = Signal()

    def __init__(
        self, icon: str, sentence: str, step: str = "", link: str = "", step_icon: str = "", *, margin: str = "x5"
    ) -> None:
        super().__init__()
        self._margin = margin
        self.setAccessibleName(sentence)
        self.step = filled(step, step_icon)
        self.link: Button = quiet(link)
        self._sentence = WrapLabel(sentence, "lead", "text_2")
        centre = Qt.AlignmentFlag.AlignHCenter
        self._sentence.setAlignment(centre)
        self._column = QVBoxLayout(self)
        self._column.addStretch(1)
        self._column.addWidget(IconMark(icon, "text_3", 32), 0, centre)
        words = QHBoxLayout()
        words.addStretch(1)
        words.addWidget(self._sentence)
        words.addStretch(1)
        self._column.addLayout(words)
        self._column.addWidget(self.step, 0, centre)
        self._column.addWidget(self.link, 0, centre)
        self._column.addStretch(1)
        self.step.set_wraps()
        self.link.set_wraps()
        self.step.setVisible(bool(step))
        self.link.setVisible(bool(link))
        self.step.clicked.connect(self.step_pressed)
        self.link.clicked.connect(self.link_pressed)
        self._space()
        style().changed.connect(self._space)

    def _space(self) -> None:
        self._column.setSpacing(style().space("x3"))
        margin = style().space(self._margin)
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._sentence.setMaximumWidth(style().px(420))

"""The ladder as a widget: arrows move between steps, Enter opens one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tws_desktop.ui.kit.ladder_painter import LadderStep, ladder_height, paint_ladder
from tws_desktop.ui.kit.paint import draw_ring, follow_style, smooth
from tws_desktop.ui.palette import tokens
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr


class LadderView(QWidget):
    """`LadderView("Leiter zu Absatz 2", steps)`; `step_opened(key)` on Enter or double click."""

    step_opened = Signal(str)

    def __init__(self, name: str, steps: Sequence[LadderStep] = (), current: str = "") -> None:
        super().__init__()
        self._name = name
        self._steps: tuple[LadderStep, ...] = ()
        self._current = current
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_steps(steps, current)
        follow_style(self)

    @property
    def current(self) -> str:
        """Key of the step the keyboard is on."""
        return self._current

    def set_steps(self, steps: Sequence[LadderStep], current: str = "") -> None:
        """Shows other steps; the description reads them all."""
        self._steps = tuple(steps)
        self._current = current or (steps[0].key if steps else "")
        said = (f"{tokens().ladder[step.key].name} {step.words or tr('offen')}" for step in self._steps)
        self.setAccessibleDescription(", ".join(said))
        self._tell()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """One row per step."""
        return QSize(style().px(300), ladder_height(self._steps))

    def minimumSizeHint(self) -> QSize:
        """The axis may shrink."""
        return QSize(style().px(200), ladder_height(self._steps))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down move, Enter opens."""
        move = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        keys = [step.key for step in self._steps]
        if move and keys:
            self._go(keys[min(len(keys) - 1, max(0, keys.index(self._current) + move))])
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._current:
            self.step_opened.emit(self._current)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click moves there."""
        if self._steps:
            place = int(event.position().y() / (self.height() / len(self._steps)))
            self._go(self._steps[min(len(self._steps) - 1, max(0, place))].key)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002
        """A double click opens."""
        if self._current:
            self.step_opened.emit(self._current)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paints the steps and the ring on the current one."""
        painter = QPainter(self)
        smooth(painter)
        rect = QRectF(self.rect())
        paint_ladder(painter, rect, self._steps, self._current)
        if self.hasFocus() and self._steps:
            row = rect.height() / len(self._steps)
            place = [step.key for step in self._steps].index(self._current)
            draw_ring(painter, QRectF(0, place * row, rect.width(), row), tokens().radius["control"])
        painter.end()

    def _go(self, key: str) -> None:
        self._current = key
        self._tell()
        self.update()

    def _tell(self) -> None:
        step = next((step for step in self._steps if step.key == self._current), None)
        words = f", {tokens().ladder[step.key].name} {step.words or tr('offen')}" if step else ""
        self.setAccessibleName(self._name + words)

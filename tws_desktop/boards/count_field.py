"""A counted number: minus, a field to type into, plus; Enter and the arrow keys go on to the next one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QIntValidator, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from tws_desktop.ui.kit.buttons import ButtonKind, icon_button
from tws_desktop.ui.kit.fields import TextField
from tws_desktop.ui.kit.labels import PlainLabel
from tws_desktop.ui.kit.paint import announce
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr

MOST = 9999


class NumberInput(TextField):
    """A whole number of 0 or more, empty for None. `counted(number)` when it was changed by a person.

    Plus and minus keys change it by one, up and down too; Enter settles and asks to go on.
    """

    counted = Signal(object)
    onward = Signal(int)

    def __init__(self, name: str, *, digits: int = 3, may_be_empty: bool = False, arrows_go: bool = False) -> None:
        super().__init__(name)
        self._value: int | None = None if may_be_empty else 0
        self._empty = may_be_empty
        self._digits = digits
        self._arrows_go = arrows_go
        self.setValidator(QIntValidator(0, MOST, self))
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._show()
        self._fit()
        style().changed.connect(self._fit)
        self.installEventFilter(self)

    @property
    def value(self) -> int | None:
        """The settled number."""
        return self._value

    @property
    def typed(self) -> int | None:
        """The number as it stands in the field, settled or not."""
        text = self.text().strip()
        return int(text) if text.isdigit() else None if self._empty else 0

    def set_value(self, value: int | None) -> None:
        """Show a stored number; half-typed digits stay while the field has the focus."""
        if self.hasFocus() and self.text() != self._words(self._value):
            self._value = value
            return
        self._value = value
        self._show()

    def step(self, by: int) -> None:
        """Change by `by` as a person would; never below 0."""
        self.take()
        self._set(min(MOST, max(0, (self._value or 0) + by)))

    def take(self) -> None:
        """Settle what is typed."""
        self._set(self.typed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Plus, minus, Enter and the arrows."""
        key = event.key()
        if event.text() in {"+", "-"}:
            self.step(1 if event.text() == "+" else -1)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.take()
            self.onward.emit(1)
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Down} and self._arrows_go:
            self.take()
            self.onward.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.step(1 if key == Qt.Key.Key_Up else -1)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leaving settles; coming selects all, so that typing replaces."""
        if event.type() == QEvent.Type.FocusOut:
            self.take()
        elif event.type() == QEvent.Type.FocusIn:
            self.selectAll()
        return super().eventFilter(watched, event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click selects all too while nothing new is typed; else „12“ typed before a 0 would count 120."""
        super().mouseReleaseEvent(event)
        if not self.hasSelectedText() and self.text() == self._words(self._value):
            self.selectAll()

    def _set(self, value: int | None) -> None:
        changed = value != self._value
        self._value = value
        self._show()
        if changed:
            self.counted.emit(value)

    def _show(self) -> None:
        if self.text() != self._words(self._value):
            self.setText(self._words(self._value))

    @staticmethod
    def _words(value: int | None) -> str:
        return "" if value is None else str(value)

    def _fit(self) -> None:
        room = QFontMetricsF(style().font("strong")).horizontalAdvance("0" * self._digits)
        self.setFixedWidth(round(room) + style().px(26))


class CountField(QWidget):
    """`CountField("Punkte für Schulung")`: minus, number, plus beside or (`upright`) below each other."""

    counted = Signal(int)
    onward = Signal(int)

    def __init__(self, name: str, *, upright: bool = False, digits: int = 3) -> None:
        super().__init__()
        self.field = NumberInput(name, digits=digits, arrows_go=not upright)
        self.less = icon_button(tr("{name}: eins weniger").format(name=name), "minus", ButtonKind.OUTLINED)
        self.more = icon_button(tr("{name}: eins mehr").format(name=name), "plus", ButtonKind.OUTLINED)
        for button in (self.less, self.more):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        way = QBoxLayout.Direction.BottomToTop if upright else QBoxLayout.Direction.LeftToRight
        self._line = QBoxLayout(way, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        for widget in (self.less, self.field, self.more):
            self._line.addWidget(widget, 0, Qt.AlignmentFlag.AlignCenter)
        self.setFocusProxy(self.field)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.less.clicked.connect(lambda: self._press(-1))
        self.more.clicked.connect(lambda: self._press(1))
        self.field.counted.connect(lambda number: self.counted.emit(number or 0))
        self.field.onward.connect(self.onward)
        self._space()
        style().changed.connect(self._space)

    @property
    def value(self) -> int:
        """The number."""
        return self.field.value or 0

    def set_value(self, value: int) -> None:
        """Show a stored number."""
        self.field.set_value(value)

    def _press(self, by: int) -> None:
        self.field.step(by)
        announce(self, str(self.value))

    def _space(self) -> None:
        self._line.setSpacing(style().space("x1"))


class BucketField(QWidget):
    """A place on a scale with its number above and the count below."""

    def __init__(self, title: str, name: str, note: str = "") -> None:
        super().__init__()
        self.count = CountField(name, upright=True, digits=3)
        self.setAccessibleName(name)
        self.setFocusProxy(self.count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(PlainLabel(title, "heading"), 0, centre)
        if note:
            column.addWidget(PlainLabel(note, "caption", "text_2"), 0, centre)
        column.addWidget(self.count, 0, centre)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

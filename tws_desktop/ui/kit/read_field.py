"""Fields whose text is read as a value; what cannot be read stays in the field and is refused with a
sentence.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import Signal

from tws_desktop.domain.errors import Refused
from tws_desktop.ui.kit.fields import TextField, show_fault

T = TypeVar("T")


class ReadField(TextField, Generic[T]):
    """`read` turns text into a value or raises Refused; `show` turns a value into text.

    On Enter or leaving: `accepted(value)` and the text in its one form, or `refused(sentence)` and the text
    as typed.
    An empty field is the value None.
    """

    accepted = Signal(object)
    refused = Signal(str)

    def __init__(self, name: str, read: Callable[[str], T], show: Callable[[T], str], value: T | None = None) -> None:
        super().__init__(name)
        self._read = read
        self._show = show
        self._value: T | None = None
        self.set_value(value)
        self.editingFinished.connect(self.take)

    @property
    def value(self) -> T | None:
        """The last value that was read; None when empty."""
        return self._value

    def set_value(self, value: T | None) -> None:
        """Shows a value."""
        self._value = value
        self.setText("" if value is None else self._show(value))
        show_fault(self, wrong=False)

    def take(self) -> bool:
        """Reads the text now; False when it was refused."""
        text = self.text().strip()
        try:
            value = self._read(text) if text else None
        except Refused as refusal:
            show_fault(self, wrong=True)
            self.setAccessibleDescription(str(refusal))
            self.refused.emit(str(refusal))
            return False
        changed = value != self._value
        self.set_value(value)
        self.setAccessibleDescription("")
        if changed:
            self.accepted.emit(value)
        else:
            self.refused.emit("")
        return True


class DateField(ReadField[T]):
    """A ReadField for days: `DateField("Frist", read=read_date, show=show_date)`."""


class NumberField(ReadField[T]):
    """A ReadField for numbers and money: `NumberField("Beschäftigte", read=read_number,
    show=show_number)`.
    """

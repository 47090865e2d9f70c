"""Fields for the columns of one record; each is handed on for itself as soon as it is settled."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tws_desktop.ui.kit.fields import CheckField, ChoiceField, TextArea, TextField
from tws_desktop.ui.kit.form_row import FormRow
from tws_desktop.ui.kit.kept_field import KeptField
from tws_desktop.ui.kit.read_field import ReadField
from tws_desktop.ui.style import style
from tws_desktop.ui.suggest_field import SuggestField

T = TypeVar("T")


class RecordForm(QWidget):
    """`add_...` makes a row per column; `show_values` shows a record; `changed(column, value)` is one step."""

    changed = Signal(str, object)
    typed = Signal(str, str)
    """A column's text as it stands while typing, at most each second."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: dict[str, FormRow] = {}
        self._kept: dict[str, KeptField] = {}
        self._choices: dict[str, ChoiceField] = {}
        self._reads: dict[str, ReadField[Any]] = {}
        self._checks: dict[str, CheckField] = {}
        self._hidden: set[str] = set()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._space()
        style().changed.connect(self._space)

    def add_text(self, column: str, label: str, hint: str = "", *, placeholder: str = "") -> TextField:
        """One line of text."""
        field = TextField(label, placeholder=placeholder)
        self._keep(column, label, hint, field)
        return field

    def add_area(self, column: str, label: str, hint: str = "", least: int = 2) -> TextArea:
        """Several lines of text."""
        field = TextArea(label, least=least)
        self._keep(column, label, hint, field)
        return field

    def add_suggest(self, column: str, label: str, proposals: Sequence[str], hint: str = "") -> SuggestField:
        """A text with proposals."""
        field = SuggestField(label, proposals)
        self._keep(column, label, hint, field)
        field.picked.connect(lambda _text: self._kept[column].settle())
        return field

    def add_choice(
        self, column: str, label: str, choices: Sequence[tuple[str, str, str]], hint: str = ""
    ) -> ChoiceField:
        """One of several."""
        field = ChoiceField(label, choices)
        field.chosen.connect(lambda key: self.changed.emit(column, key))
        self._choices[column] = field
        self._put(column, FormRow(label, field, hint))
        return field

    def add_read(
        self, column: str, label: str, read: Callable[[str], T], show: Callable[[T], str], hint: str = ""
    ) -> ReadField[T]:
        """A text that is read as a value."""
        field = ReadField(label, read, show)
        field.accepted.connect(lambda value: self.changed.emit(column, value))
        self._reads[column] = field
        self._put(column, FormRow(label, field, hint))
        return field

    def add_check(self, column: str, words: str) -> CheckField:
        """Yes or no."""
        field = CheckField(words)
        field.clicked.connect(lambda on: self.changed.emit(column, on))
        self._checks[column] = field
        self._column.addWidget(field)
        return field

    def put_beside(self, first: str, second: str) -> None:
        """Put the row of `second` beside that of `first`."""
        pair = QHBoxLayout()
        place = self._column.indexOf(self.rows[first])
        for column in (first, second):
            self._column.removeWidget(self.rows[column])
            pair.addWidget(self.rows[column], 1, Qt.AlignmentFlag.AlignTop)
        self._column.insertLayout(place, pair)

    def take_out(self, column: str) -> FormRow:
        """Takes the row of `column` out of the form for a place of the caller's; all else goes on as before."""
        row = self.rows[column]
        self._column.removeWidget(row)
        return row

    def add_widget(self, widget: QWidget) -> None:
        """Anything else between the rows."""
        self._column.addWidget(widget)

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Show a record's columns; half-typed text of a focused field stays."""
        for column, value in values.items():
            if column in self._kept:
                self._kept[column].show_text(value or "")
            elif column in self._choices:
                self._choices[column].set_key(value or "")
            elif column in self._reads:
                field = self._reads[column]
                if not (field.hasFocus() and field.isModified()):
                    field.set_value(value)
                    self.rows[column].clear_fault()
            elif column in self._checks:
                self._checks[column].setChecked(bool(value))

    def show_fault(self, column: str, sentence: str) -> None:
        """Say at the field what is wrong with it; an empty sentence clears it."""
        if column in self.rows:
            self.rows[column].set_fault(sentence)

    def settle(self) -> None:
        """Hand on everything typed."""
        for kept in self._kept.values():
            kept.settle()
        for field in self._reads.values():
            if field.isModified():
                field.take()
                field.setModified(False)

    def set_row_visible(self, column: str, *, visible: bool) -> None:
        """Show or hide a column's row."""
        widget = self.rows.get(column) or self._checks.get(column)
        if widget is not None and visible is (column in self._hidden):
            widget.setVisible(visible)
            self._hidden ^= {column}

    def _keep(self, column: str, label: str, hint: str, field: TextField | TextArea) -> None:
        kept = KeptField(field)
        kept.settled.connect(lambda text: self.changed.emit(column, text))
        kept.typed.connect(lambda text: self.typed.emit(column, text))
        self._kept[column] = kept
        self._put(column, FormRow(label, field, hint))

    def _put(self, column: str, row: FormRow) -> None:
        self.rows[column] = row
        self._column.addWidget(row)

    def _space(self) -> None:
        self._column.setSpacing(style().space("x3"))

"""A row of a form: label above the field, hint below, and what is wrong with a sentence that mends."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from tws_desktop.ui.kit.fields import show_fault
from tws_desktop.ui.kit.labels import WrapLabel
from tws_desktop.ui.kit.paint import announce
from tws_desktop.ui.kit.panel import IconMark
from tws_desktop.ui.kit.read_field import ReadField
from tws_desktop.ui.style import style


class FormRow(QWidget):
    """`FormRow("Dauer", field, hint="Minuten")`. A ReadField inside tells its refusals here by itself."""

    def __init__(self, label: str, field: QWidget, hint: str = "") -> None:
        super().__init__()
        self.field = field
        self._label = WrapLabel(label, "label")
        self._label.setBuddy(field)
        self._hint = WrapLabel(hint, "caption", "text_2") if hint else None
        self._hint_text = hint
        self._sentence = ""
        if not field.accessibleName():
            field.setAccessibleName(label)
        field.setAccessibleDescription(hint)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (self._label, field, self._hint):
            if widget is not None:
                self._column.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        if isinstance(field, ReadField):
            field.refused.connect(self.set_fault)
            field.accepted.connect(self.clear_fault)
        self._space()
        style().changed.connect(self._space)

    @cached_property
    def _fault(self) -> WrapLabel:
        return WrapLabel("", "caption", "error")

    @cached_property
    def _fault_row(self) -> QWidget:
        """Made at the first fault: few rows ever have one."""
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(IconMark("circle-alert", "error", 15), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._fault, 1)
        self._column.addWidget(row)
        return row

    @property
    def label(self) -> QLabel:
        """The label, for Alt letters and tests."""
        return self._label

    @property
    def fault(self) -> str:
        """The sentence shown, empty when all is well."""
        return self._sentence

    def set_fault(self, sentence: str) -> None:
        """Shows what is wrong; the typed value stays. An empty sentence clears it."""
        if not sentence and not self._sentence:
            return
        self._sentence = sentence
        self._fault.setText(sentence)
        self._fault_row.setVisible(bool(sentence))
        if self._hint is not None:
            self._hint.setVisible(not sentence)
        show_fault(self.field, wrong=bool(sentence))
        self.field.setAccessibleDescription(sentence or self._hint_text)
        if sentence:
            announce(self.field, sentence)

    def clear_fault(self) -> None:
        """All is well again."""
        self.set_fault("")

    def _space(self) -> None:
        self._column.setSpacing(style().space("x1"))

"""One paper sheet typed in fast: digits answer and jump on, Enter saves at the end."""

from __future__ import annotations

import json
from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tws_desktop.domain.questionnaires import Item, ItemKind, Questionnaire
from tws_desktop.ui.kit.fields import TextField
from tws_desktop.ui.kit.flow_row import FlowRow
from tws_desktop.ui.kit.form_row import FormRow
from tws_desktop.ui.kit.labels import PlainLabel, WrapLabel
from tws_desktop.ui.kit.segmented import Segment, Segmented
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Backspace: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Return: 1, Qt.Key.Key_Enter: 1}
_NONE = "0"


class PaperForm(QWidget):
    """`finished()` when Enter is pressed behind the last line; `changed()` at every stroke; `reached(field)`."""

    finished = Signal()
    changed = Signal()
    reached = Signal(QWidget)

    def __init__(self, questionnaire: Questionnaire) -> None:
        super().__init__()
        self._questionnaire = questionnaire
        steps = tuple(Segment(str(step.value), str(step.value), step.label) for step in questionnaire.scale)
        no_answer = questionnaire.irrelevant_label or tr("keine Angabe")
        self._segments = (*steps, Segment(_NONE, "–", no_answer, gap=True))
        self.scales: dict[str, Segmented] = {}
        self.lines: dict[str, TextField] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style().space("x2"))
        for item in questionnaire.items:
            column.addWidget(self._scale(item) if item.kind is ItemKind.SCALE else self._line(item))

    @property
    def given(self) -> dict[str, int | str]:
        """The values chosen, by statement."""
        return {key: int(field.key) for key, field in self.scales.items() if field.key not in {"", _NONE}}

    @property
    def words(self) -> dict[str, str]:
        """The lines of text, by item."""
        return {key: field.text() for key, field in self.lines.items() if field.text().strip()}

    @property
    def is_empty(self) -> bool:
        """Whether nothing is typed."""
        return not self.given and not self.words

    def draft(self) -> str:
        """What is typed, to be kept until the sheet is saved; empty if nothing is."""
        return "" if self.is_empty else json.dumps({"given": self.given, "words": self.words})

    def show_draft(self, draft: str) -> None:
        """Shows again what was typed."""
        found = json.loads(draft)
        self.show_sheet(found["given"], found["words"])

    def show_sheet(self, given: Mapping[str, int | str], words: Mapping[str, str]) -> None:
        """Shows values and lines; an empty sheet clears the form."""
        for key, scale in self.scales.items():
            scale.set_key(str(given.get(key, "")))
        for key, line in self.lines.items():
            line.blockSignals(True)
            line.setText(words.get(key, ""))
            line.blockSignals(False)

    def focus_first(self) -> None:
        """The cursor onto the first statement without a value."""
        fields = self._fields()
        open_one = next((f for f in fields if isinstance(f, Segmented) and not f.key), fields[0])
        open_one.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.reached.emit(open_one)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Digits answer and jump, arrows walk, Enter goes on."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        fields = self._fields()
        here = next((place for place, field in enumerate(fields) if field is watched), 0)
        sign = _NONE if event.text() in {"-", "–"} else event.text()
        if isinstance(watched, Segmented) and sign and any(sign == segment.key for segment in self._segments):
            watched.set_key(sign)
            self.changed.emit()
            self._go(here + 1)
            return True
        key = Qt.Key(event.key())
        typing = isinstance(watched, TextField) and key == Qt.Key.Key_Backspace
        if key in _STEPS and not typing and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if here + 1 == len(fields) and key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self.finished.emit()
            else:
                self._go(here + _STEPS[key])
            return True
        return False

    def _go(self, place: int) -> None:
        fields = self._fields()
        if 0 <= place < len(fields):
            fields[place].setFocus(Qt.FocusReason.TabFocusReason)
            self.reached.emit(fields[place])

    def _fields(self) -> list[Segmented | TextField]:
        made: dict[str, Segmented | TextField] = {**self.scales, **self.lines}
        return [made[item.key] for item in self._questionnaire.items]

    def _scale(self, item: Item) -> QWidget:
        field = Segmented(f"{item.key} {item.text}", self._segments)
        field.installEventFilter(self)
        field.chosen.connect(lambda _: self.changed.emit())
        self.scales[item.key] = field
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style().space("x3"))
        number = PlainLabel(item.key, "label", "text_2")
        number.setMinimumWidth(style().px(30))
        row.addWidget(number)
        row.addWidget(WrapLabel(item.text), 1)
        row.addWidget(FlowRow(field))
        return line

    def _line(self, item: Item) -> QWidget:
        field = TextField(f"{item.key} {item.text}")
        field.installEventFilter(self)
        field.textEdited.connect(lambda _: self.changed.emit())
        self.lines[item.key] = field
        return FormRow(item.text, field)

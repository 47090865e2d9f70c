"""Open gaps: the question, a field of its kind, values that positions propose; a refusal stands at the field."""

from __future__ import annotations

from itertools import pairwise
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tws_desktop.domain.agreements import FieldValue
from tws_desktop.domain.clause_fields import FieldKind
from tws_desktop.domain.text import shortened
from tws_desktop.services.agreements.fields import Suggestion
from tws_desktop.services.agreements.runs import fields_in
from tws_desktop.services.agreements.values import shown
from tws_desktop.ui.agreements.note_list import NoteList, NoteRow
from tws_desktop.ui.agreements.reading import DeskState
from tws_desktop.ui.kit.buttons import ButtonKind, filled, small
from tws_desktop.ui.kit.fields import ChoiceField, TextArea, TextField
from tws_desktop.ui.kit.flow_row import FlowRow
from tws_desktop.ui.kit.form_row import FormRow
from tws_desktop.ui.kit.labels import Heading, WrapLabel
from tws_desktop.ui.kit.paint import set_tip
from tws_desktop.ui.kit.panel import Panel
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr

_SUGGESTION = 24
_LONG = frozenset({FieldKind.TEXT, FieldKind.LIST, FieldKind.TABLE})
_EXAMPLES = {
    FieldKind.DATE: tr("Datum, zum Beispiel 31.12.2029 oder Ende 2029"),
    FieldKind.PERIOD: tr("Zeitraum, zum Beispiel 2027 bis 2030 oder 24 Monate"),
    FieldKind.EURO: tr("Betrag, zum Beispiel 1.234,56 oder 6 Mio."),
    FieldKind.PERCENT: tr("Anteil, zum Beispiel 81,7 %"),
    FieldKind.NUMBER: tr("Zahl"),
    FieldKind.LIST: tr("Eine Angabe je Zeile"),
    FieldKind.TABLE: tr("Je Tabellenzeile eine Zeile, Spalten mit Strichpunkt trennen"),
    FieldKind.ROLE: tr("Funktion, nicht Name"),
    FieldKind.NORM: tr("Fundstelle im Tarifvertrag oder Gesetz"),
}


def gap_rows(state: DeskState) -> tuple[NoteRow, ...]:
    """The open gaps in the order of the document."""
    waiting = {one.field_id for one in state.suggestions}
    return tuple(
        NoteRow(
            str(gap.field_id),
            gap.label,
            " · ".join(
                part
                for part in (
                    state.number_of(gap.unit_id),
                    tr("Vorschlag da") if gap.field_id in waiting else "",
                    "" if gap.required else tr("kann offen bleiben"),
                )
                if part
            ),
            "text-cursor-input",
            "warn",
        )
        for gap in state.gaps
    )


def suggestion_words(suggestion: Suggestion) -> str:
    """„aus Position „Sicher bis 2032“: 31.12.2032“."""
    value = "; ".join(" ".join(line.split()) for line in suggestion.shown.split("\n"))
    return tr("aus {source}: {value}").format(source=suggestion.source, value=value)


def hint_of(value: FieldValue) -> str:
    """What can be typed into the field."""
    example = _EXAMPLES.get(FieldKind(value.kind), "")
    unit = tr("Einheit: {unit}").format(unit=value.unit) if value.unit else ""
    return " · ".join(part for part in (example, unit) if part)


def _place_of(state: DeskState, value: FieldValue) -> str:
    """„§ 7 Abs. 2“, or „§ 7 Abs. 2 · ausgefüllt“: where the field stands first."""
    unit = next((one for one in state.outline.shown() if value.key in fields_in(one.text)), None)
    number = state.number_of(unit.id) if unit is not None else ""
    return number if value.value is None else " · ".join(part for part in (number, tr("ausgefüllt")) if part)


class GapPanel(QWidget):
    """The field at hand above, all open gaps below."""

    fill_wanted = Signal(object, str)
    left_wanted = Signal(object, str)
    """A value was typed and left without „Eintragen“: field and what was typed."""
    clear_wanted = Signal(object)
    accept_wanted = Signal(object)
    field_chosen = Signal(object)
    next_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._state: DeskState | None = None
        self._value: FieldValue | None = None
        self.row: FormRow | None = None
        self._panel = Panel()
        self._place = WrapLabel("", "caption", "text_2")
        self._host = QWidget()
        self._host_column = QVBoxLayout(self._host)
        self._host_column.setContentsMargins(0, 0, 0, 0)
        self._suggested = FlowRow(gap=6)
        self._sources = WrapLabel("", "caption", "text_2")
        self.fill = filled(tr("Eintragen"), "check")
        self.fill.clicked.connect(self.take)
        self.empty = small(tr("Wieder offen lassen"), "", ButtonKind.QUIET)
        self.empty.clicked.connect(self._clear)
        self.next = small(tr("Nächste Lücke, F4"), "arrow-down", ButtonKind.QUIET)
        self.next.clicked.connect(self.next_wanted)
        for widget in (
            self._place,
            self._host,
            self._sources,
            self._suggested,
            FlowRow(self.fill, self.empty, self.next),
        ):
            self._panel.add(widget)
        self._panel.hide()
        self._head = Heading(tr("Lücken"))
        self._done = WrapLabel(tr("Keine Lücke ist offen."), "body", "text_2")
        self.list = NoteList(tr("Offene Lücken"))
        self.list.opened.connect(lambda key: self.field_chosen.emit(UUID(key)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, style().px(8), 0, 0)
        column.addWidget(self._head)
        column.addWidget(self._panel)
        column.addWidget(self._done)
        column.addWidget(self.list, 1)

    @property
    def field_id(self) -> UUID | None:
        """The field at hand."""
        return self._value.id if self._value is not None else None

    def show_state(self, state: DeskState) -> None:
        """Shows the gaps as they now are; what is half typed stays."""
        self._state = state
        self.list.show_rows(gap_rows(state))
        self._done.setVisible(not state.gaps)
        if self._value is None:
            return
        now = next((one for one in state.outline.fields.values() if one.id == self._value.id), None)
        if now is None:
            self._value = None
            self._panel.hide()
        elif now.value != self._value.value:
            self.open_field(now.id, focus=False)
        else:
            self._show_suggested()

    def open_field(self, field_id: UUID, *, focus: bool = True) -> None:
        """Shows a field with its question, its value and what positions propose."""
        state = self._state
        value = next((one for one in state.outline.fields.values() if one.id == field_id), None) if state else None
        if state is None or value is None or value.kind == FieldKind.SECTIONS_BY_RIGHT:
            return
        if field_id != self.field_id:
            self.settle()
        self._value = value
        self._place.setText(_place_of(state, value))
        if self.row is not None:
            self._host_column.removeWidget(self.row)
            self.row.hide()
            self.row.deleteLater()
        self.row = FormRow(value.ask or value.label, self._field(value), hint_of(value))
        self._host_column.addWidget(self.row)
        self.empty.setVisible(value.value is not None)
        self._show_suggested()
        self._panel.show()
        self.list.select(str(field_id))
        if focus:
            self.row.field.setFocus()

    def settle(self) -> None:
        """Hands on what is typed and not taken yet."""
        value, typed = self._value, self.typed()
        if value is not None and typed.strip() and typed != shown(value):
            self.left_wanted.emit(value.id, typed)

    def take_back(self, field_id: UUID, typed: str, sentence: str) -> None:
        """Shows a value again that was left and refused, as it was typed."""
        self.open_field(field_id, focus=False)
        if self.field_id == field_id and self.row is not None and isinstance(self.row.field, TextField | TextArea):
            self.row.field.setText(typed)
            self.row.set_fault(sentence)

    def hideEvent(self, event: QHideEvent) -> None:
        """What is typed is kept, however the panel goes."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.settle()

    def take(self) -> None:
        """Hands on what is typed or chosen."""
        if self._value is not None:
            self.fill_wanted.emit(self._value.id, self.typed())

    def typed(self) -> str:
        """What stands in the field."""
        field = self.row.field if self.row is not None else None
        if isinstance(field, ChoiceField):
            return field.key
        return field.text() if isinstance(field, TextField | TextArea) else ""

    def show_fault(self, sentence: str) -> None:
        """Says why the value was refused; it stays as typed."""
        if self.row is not None:
            self.row.set_fault(sentence)
            self.row.field.setFocus()

    def _field(self, value: FieldValue) -> QWidget:
        kind, text = FieldKind(value.kind), shown(value)
        if kind is FieldKind.CHOICE:
            choice = ChoiceField(value.label, tuple((one, one, "") for one in value.options), text)
            choice.chosen.connect(lambda _: self.take())
            return choice
        if kind in _LONG:
            return TextArea(value.label, text, least=2, most=8)
        line = TextField(value.label, text)
        line.returnPressed.connect(self.take)
        return line

    def _show_suggested(self) -> None:
        self._suggested.clear()
        state, value = self._state, self._value
        if state is None or value is None:
            return
        for one in state.suggestions:
            if one.field_id == value.id:
                words = tr("{value} übernehmen").format(value=shortened(one.shown, _SUGGESTION))
                button = small(words, "lightbulb")
                button.setAccessibleName(f"{words}, {suggestion_words(one)}")
                set_tip(button, suggestion_words(one))
                button.clicked.connect(lambda _=False, taken=one: self.accept_wanted.emit(taken))
                self._suggested.add(button)
        sources = dict.fromkeys(one.source for one in state.suggestions if one.field_id == value.id)
        self._sources.setText(tr("Vorschlag aus {sources}").format(sources="; ".join(sources)) if sources else "")
        self._sources.setVisible(bool(sources))
        self._suggested.setVisible(bool(self._suggested.widgets))
        self._order()

    def _order(self) -> None:
        """Tab goes from the field, which is made anew for each gap, down through the panel."""
        if self.row is not None:
            chain = (self.row.field, *self._suggested.widgets, self.fill, self.empty, self.next, self.list)
            for before, behind in pairwise(chain):
                QWidget.setTabOrder(before, behind)

    def _clear(self) -> None:
        if self._value is not None:
            self.clear_wanted.emit(self._value.id)

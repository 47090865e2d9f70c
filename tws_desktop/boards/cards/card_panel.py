"""What belongs to the selected card: its fields, a note, a second column, doubles."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from tws_desktop.boards.cards.card_acts import CardActs
from tws_desktop.boards.inline_panel import InlinePanel
from tws_desktop.domain.form_fields import Field, FieldKind
from tws_desktop.domain.workshops import Entry, EntryKind
from tws_desktop.services.boards.content import Content
from tws_desktop.ui.kit.buttons import small
from tws_desktop.ui.kit.fields import ChoiceField, TextArea, TextField
from tws_desktop.ui.kit.flow_row import FlowRow
from tws_desktop.ui.kit.form_row import FormRow
from tws_desktop.ui.kit.kept_field import KeptField
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr

_ACROSS = 3
_NONE = "-"


class CardPanel(InlinePanel):
    """Fields of one card; every change is saved when it is made."""

    def __init__(self, entry: Entry, content: Content, acts: CardActs) -> None:
        super().__init__(entry.text.split("\n")[0][:80], "pencil", tr("Angaben zur Karte"))
        self._entry, self._acts = entry, acts
        self._kept: list[KeptField] = []
        grid = QGridLayout()
        grid.setHorizontalSpacing(style().px(12))
        grid.setVerticalSpacing(style().px(8))
        rows = [self._field_row(field) for field in (content.board.cards.fields if content.board.cards else ())]
        rows += self._column_rows(content)
        for column in range(_ACROSS):
            grid.setColumnStretch(column, 1)
        rows.append(self._note_row())
        self._place(grid, rows)
        self.body.addLayout(grid)
        if any(other.parent_id == entry.id for other in content.entries):
            button = small(tr("Doppelte wieder einzeln legen"), "split")
            button.clicked.connect(lambda: acts.unstack(entry.id))
            self.body.addWidget(FlowRow(button))
        self.first = rows[0].field

    def _place(self, grid: QGridLayout, rows: list[FormRow]) -> None:
        for place, row in enumerate(rows):
            grid.addWidget(row, place // _ACROSS, place % _ACROSS, Qt.AlignmentFlag.AlignTop)

    def settle(self) -> None:
        """Hands on what is typed."""
        for kept in self._kept:
            kept.settle()

    def _field_row(self, field: Field) -> FormRow:
        value = str(self._entry.data.get(field.key, ""))
        widget: QWidget
        if field.kind is FieldKind.CHOICE:
            choices = ((_NONE, tr("offen"), ""), *((option, option, "") for option in field.options))
            choice = ChoiceField(field.label, choices, value or _NONE)
            choice.chosen.connect(
                lambda key: self._acts.set_data(self._entry.id, field.key, "" if key == _NONE else key)
            )
            widget = choice
        else:
            line = TextField(field.label, value)
            self._keep(line).settled.connect(lambda text: self._acts.set_data(self._entry.id, field.key, text))
            widget = line
        return FormRow(field.label, widget, field.hint)

    def _column_rows(self, content: Content) -> list[FormRow]:
        columns = [column for column in content.clusters if column.id != self._entry.parent_id]
        rows = []
        if columns:
            choices = ((_NONE, tr("keine"), ""), *((str(column.id), column.text, "") for column in columns))
            also = ChoiceField(tr("Gehört auch zu"), choices, str(self._entry.also_parent_id or _NONE))
            ids = {str(column.id): column.id for column in columns}
            also.chosen.connect(lambda key: self._acts.set_also(self._entry.id, ids.get(key)))
            rows.append(FormRow(tr("Gehört auch zu"), also))
        cards = [e for e in content.entries if e.kind is EntryKind.CARD and e.id != self._entry.id]
        cards = [card for card in cards if card.parent_id != self._entry.id]
        if cards:
            by_key = {str(card.id): card.id for card in cards}
            choices = ((_NONE, tr("keine andere"), ""), *((str(card.id), card.text[:60], "") for card in cards[:200]))
            same = ChoiceField(tr("Sagt dasselbe wie"), choices, _NONE)
            same.chosen.connect(lambda key: self._acts.stack(self._entry.id, by_key[key]) if key in by_key else None)
            rows.append(FormRow(tr("Sagt dasselbe wie"), same, tr("Legt diese Karte darunter; sie bleibt erhalten.")))
        return rows

    def _note_row(self) -> FormRow:
        self._note = TextArea(tr("Notiz zur Karte"), self._entry.note, least=1, most=4)
        self._keep(self._note).settled.connect(lambda text: self._acts.set_note(self._entry.id, text))
        return FormRow(tr("Notiz"), self._note, tr("Steht im Fotoprotokoll unter der Karte."))

    def _keep(self, field: TextField | TextArea) -> KeptField:
        kept = KeptField(field)
        self._kept.append(kept)
        return kept

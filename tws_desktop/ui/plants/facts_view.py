"""A fact sheet of a plant: what is known with day and source, what is missing, one editor at the right."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tws_desktop.domain.errors import InputRefused
from tws_desktop.domain.facts import FactKey, FactSheet
from tws_desktop.domain.form_fields import FieldKind
from tws_desktop.domain.german.dates import read_date, show_date
from tws_desktop.domain.plants import PlantFact
from tws_desktop.services import plants
from tws_desktop.services.overview import PlantLine
from tws_desktop.services.ports import Work
from tws_desktop.services.typed import shown, understood
from tws_desktop.ui.desk import Desk
from tws_desktop.ui.kit.buttons import outlined, quiet
from tws_desktop.ui.kit.columns import Breadth, Column, SideColumn, SplitColumns
from tws_desktop.ui.kit.fields import TextArea
from tws_desktop.ui.kit.form_row import FormRow
from tws_desktop.ui.kit.labels import Heading, WrapLabel
from tws_desktop.ui.kit.panel import Panel
from tws_desktop.ui.kit.read_field import DateField
from tws_desktop.ui.kit.row_list import RowList
from tws_desktop.ui.plants.plants_presenter import fact_rows
from tws_desktop.ui.style import style
from tws_desktop.ui.suggest_field import SuggestField
from tws_desktop.ui.words import tr

_YES_NO = ("ja", "nein", "weiß nicht")


class FactsView(QWidget):
    """`show_line(plant_line)` shows the plant's facts of one sheet."""

    def __init__(self, desk: Desk, sheet: FactSheet) -> None:
        super().__init__()
        self.desk, self.sheet = desk, sheet
        self._line: PlantLine | None = None
        self._fact: PlantFact | None = None
        self._key: FactKey | None = None
        self.lists: dict[str, RowList] = {}
        self.heading = Heading(tr("Angabe wählen"))
        self.hint = WrapLabel("", "caption", "text_2")
        self.value, self.long_value = SuggestField(tr("Wert")), TextArea(tr("Wert"), least=3)
        self.period, self.source = SuggestField(tr("Jahr oder Zeitraum")), SuggestField(tr("Quelle"))
        self.as_of = DateField[date](tr("Stand"), lambda text: read_date(text, desk.today()), show_date)
        self.legal = SuggestField(tr("Rechtsquelle"))
        self.value_row, self.long_row = FormRow(tr("Wert"), self.value), FormRow(tr("Wert"), self.long_value)
        self.period_row = FormRow(tr("Jahr oder Zeitraum"), self.period, tr("Für jedes Jahr eine eigene Zeile"))
        self.legal_row = FormRow(tr("Rechtsquelle"), self.legal, tr("Tarifvertrag mit Fundstelle"))
        self.keep_button = outlined(tr("Angabe speichern"), "check")
        self.keep_button.clicked.connect(self.keep)
        self.another = quiet(tr("Weitere Zeile"), "plus")
        self.another.clicked.connect(self._begin_another)
        self._editor = Column(self._build_editor(), tr("Angabe"))
        side = SideColumn(self._editor, tr("Angabe"), "pencil", 344)
        self.columns = SplitColumns(Column(self._build_lists(), sheet.title, "bg"), right=side)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.columns)
        self._edit(None, None)

    def show_line(self, line: PlantLine) -> None:
        """Show the plant's facts; what is being typed stays."""
        other = self._line is not None and self._line.plant.id != line.plant.id
        self._line = line
        facts = self._facts()
        for group, rows in self.lists.items():
            rows.set_rows(fact_rows(self.sheet, facts, group))
        self.source.set_proposals(sorted({fact.source for fact in facts if fact.source}))
        if other:
            self._edit(None, None)

    def keep(self) -> None:
        """Store what the editor holds; a refusal stands at the value."""
        line, key, fact = self._line, self._key, self._fact
        if line is None or key is None or not self.as_of.take():
            return
        typed = self._typed_value()
        values = {
            "period": self.period.text().strip() if key.repeats else "",
            "as_of": self.as_of.value,
            "source": self.source.text().strip(),
            "legal_source": self.legal.text().strip() if key.legal_source else "",
        }
        plant_id, today = line.plant.id, self.desk.today()

        def use_case(work: Work) -> PlantFact | None:
            return plants.keep_fact(work, plant_id, fact, _stored(key, typed, today), self.sheet.kind, key, **values)

        def kept(found: PlantFact | None) -> None:
            self._value_row().clear_fault()
            self._fact = found

        self.desk.calls.write(use_case, kept, self._value_row().set_fault)

    def _facts(self) -> tuple[PlantFact, ...]:
        if self._line is None:
            return ()
        return self._line.profile if self.sheet.kind.value == "profile" else self._line.tariff

    def _open(self, row: str) -> None:
        for rows in self.lists.values():
            if rows.current_key() != row:
                rows.clearSelection()
        if row.startswith("new:"):
            self._edit(self.sheet.fact(row.removeprefix("new:")), None)
        else:
            fact = next((fact for fact in self._facts() if fact.id == UUID(row)), None)
            if fact is not None:
                self._edit(self.sheet.fact(fact.key), fact)
        if self.columns.breadth is not Breadth.WIDE:
            self.columns.right_drawer.open()

    def _edit(self, key: FactKey | None, fact: PlantFact | None) -> None:
        self._key, self._fact = key, fact
        for widget in self._rows:
            widget.setVisible(key is not None)
        if key is None:
            self.heading.setText(tr("Angabe wählen"))
            self.hint.setText(tr("Eine Zeile der Liste anklicken, dann hier eintragen."))
            return
        is_long = key.kind in {FieldKind.LONG, FieldKind.LINES}
        self.heading.setText(key.label)
        self.hint.setText(" · ".join(part for part in (key.hint, key.unit) if part))
        self.value_row.setVisible(not is_long)
        self.long_row.setVisible(is_long)
        self.period_row.setVisible(key.repeats)
        self.legal_row.setVisible(key.legal_source)
        self.another.setVisible(key.repeats and fact is not None)
        self.value.set_proposals(_YES_NO if key.kind is FieldKind.YES_NO_UNKNOWN else key.options)
        text = shown(key.kind, fact.value) if fact else ""
        self.value.setText("" if is_long else text)
        self.long_value.setText(text if is_long else "")
        self.period.setText(fact.period if fact else "")
        self.source.setText(fact.source if fact else self.source.text())
        self.as_of.set_value(fact.as_of if fact else self.as_of.value)
        self.legal.setText(fact.legal_source if fact else "")
        self._value_row().clear_fault()

    def _begin_another(self) -> None:
        self._edit(self._key, None)
        self.period.setFocus()

    def _is_long(self) -> bool:
        return self._key is not None and self._key.kind in {FieldKind.LONG, FieldKind.LINES}

    def _value_row(self) -> FormRow:
        return self.long_row if self._is_long() else self.value_row

    def _typed_value(self) -> str:
        return self.long_value.text() if self._is_long() else self.value.text()

    def _build_lists(self) -> QWidget:
        page = QWidget()
        page.setProperty("ground", "bg")
        column = QVBoxLayout(page)
        for note in self.sheet.notes:
            column.addWidget(WrapLabel(note, "caption", "text_2"))
        for group in self.sheet.groups:
            if all(key.column for key in self.sheet.facts if key.group == group):
                continue
            panel, rows = Panel(group), RowList(group, fit=True)
            rows.opened.connect(self._open)
            panel.add_wide(rows)
            self.lists[group] = rows
            column.addWidget(panel)
        column.addStretch(1)
        side = style().space("x5")
        column.setContentsMargins(side, style().space("x4"), side, side)
        column.setSpacing(style().space("x3"))
        return page

    def _build_editor(self) -> QWidget:
        page = QWidget()
        buttons = QHBoxLayout()
        buttons.addWidget(self.keep_button)
        buttons.addWidget(self.another)
        buttons.addStretch(1)
        as_of = FormRow(tr("Stand"), self.as_of, tr("Der Tag, an dem die Zahl galt"))
        source = FormRow(tr("Quelle"), self.source, tr("Woher wissen Sie das?"))
        self._rows: tuple[QWidget, ...] = (
            self.value_row,
            self.long_row,
            self.period_row,
            as_of,
            source,
            self.legal_row,
            self.keep_button,
            self.another,
        )
        column = QVBoxLayout(page)
        column.addWidget(self.heading)
        column.addWidget(self.hint)
        for row in self._rows[:6]:
            column.addWidget(row)
        column.addLayout(buttons)
        column.addStretch(1)
        side = style().px(18)
        column.setContentsMargins(side, style().space("x4"), side, side)
        column.setSpacing(style().space("x3"))
        return page


def _stored(key: FactKey, typed: str, today: date) -> str:
    value = understood(key.kind, typed, today)
    if value is None:
        return ""
    if key.kind is FieldKind.CHOICE and key.options and value not in key.options:
        words = ", ".join(key.options)
        raise InputRefused(f"„{value}“ steht nicht zur Wahl. Möglich sind: {words}.")
    return value.isoformat() if isinstance(value, date) else str(value)

"""The fact sheet of the plant in the room: groups at the left, the figures of the selected group at the right."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from tws_desktop.boards.form.fact_fields import fields_of, proposals, shown_facts, stored_text
from tws_desktop.boards.form.row_form import RowForm
from tws_desktop.domain.facts import FactKey, FactSheet
from tws_desktop.domain.german.dates import read_date, show_date
from tws_desktop.domain.keeping import in_workshop
from tws_desktop.domain.plants import Area
from tws_desktop.services import plants
from tws_desktop.services.boards.content import Content
from tws_desktop.services.boards.forms import form_of
from tws_desktop.services.ports import Work
from tws_desktop.ui.desk import Desk
from tws_desktop.ui.kit.columns import Column
from tws_desktop.ui.kit.fields import TextField
from tws_desktop.ui.kit.form_row import FormRow
from tws_desktop.ui.kit.messages import InlineMessage
from tws_desktop.ui.kit.read_field import DateField
from tws_desktop.ui.kit.row_list import RowList
from tws_desktop.ui.kit.rows import Row
from tws_desktop.ui.plants.areas_panel import AreasPanel
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr


class FactsArea(QWidget):
    """Each figure is stored when it is done, with the day and source that stand above the fields."""

    told = Signal(str)

    def __init__(self, desk: Desk, content: Content) -> None:
        super().__init__()
        self.desk, self.content = desk, content
        self.sheet: FactSheet = desk.catalog.fact_sheets[form_of(content.board).fact_sheet]
        self.group = self.sheet.groups[0]
        self.list = RowList(tr("Gruppen des Steckbriefs"))
        self.as_of = DateField(tr("Stand"), lambda text: read_date(text, desk.today()), show_date, desk.today())
        self.source = TextField(tr("Quelle"))
        self.areas = AreasPanel()
        self.forms: dict[str, RowForm] = {}
        self.message = InlineMessage("error")
        self.message.hide()
        self.slot = QVBoxLayout()
        self._build()
        self.show_content(content)

    def show_content(self, content: Content) -> None:
        """Shows the facts as they now are; what is half typed stays."""
        self.content = content
        self._show_groups()
        texts = self._texts()
        for form in self.forms.values():
            form.show_texts(texts)
        for key in self.sheet.facts:
            fact = content.facts.get(key.key)
            row = self.forms[key.group].rows.get(key.key)
            if row is not None:
                said = [f"Stand {show_date(fact.as_of)}" if fact.as_of else "", fact.source] if fact else []
                said += [fact.period] if fact else []
                row.label.setText(" · ".join((key.label, *(part for part in said if part))))
        self.areas.show_areas(content.areas)

    def focus_input(self) -> bool:
        """The cursor into the first field of the group."""
        first = self.forms[self.group].first
        if first is not None:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return first is not None

    def hide_secrets(self, hidden: bool) -> None:
        """Facts of a plant have no locked part."""

    def settle(self) -> None:
        """Hands on everything typed."""
        for form in self.forms.values():
            form.settle()

    def counts(self) -> str:
        """How many figures are there."""
        done = sum(self._count(group)[0] for group in self.sheet.groups)
        return tr("{done} von {all} Angaben").format(done=done, all=len(self.sheet.facts))

    def _build(self) -> None:
        right = QWidget()
        right.setProperty("ground", "none")
        column = QVBoxLayout(right)
        column.setContentsMargins(style().px(2), 0, style().px(10), style().px(8))
        column.setSpacing(style().space("x3"))
        head = QHBoxLayout()
        head.setSpacing(style().space("x3"))
        head.addWidget(FormRow(tr("Stand"), self.as_of, tr("Gilt für alles, was Sie jetzt eintragen.")), 1)
        head.addWidget(FormRow(tr("Quelle"), self.source, tr("Zum Beispiel: Personalliste, Jahresabschluss")), 1)
        column.addLayout(head)
        for group in self.sheet.groups:
            keys = tuple(key for key in self.sheet.facts if key.group == group)
            form = RowForm(fields_of(keys, self.desk.catalog.choices), self.desk.catalog, self.desk.today)
            for key in keys:
                form.propose(key.key, proposals(key, self.desk.catalog.choices))
            form.settled.connect(self._settled)
            form.half_typed.connect(self._keep)
            if any(key.column == "areas" for key in keys):
                form.add_widget(self.areas)
            self.forms[group] = form
            column.addWidget(form)
        column.addStretch(1)
        self._fields = Column(right, tr("Angaben der Gruppe"), ground="none")
        self._split = QHBoxLayout()
        self._split.setSpacing(style().px(14))
        self._split.addWidget(self.list, 2)
        self._split.addWidget(self._fields, 3)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(style().px(8))
        whole.addLayout(self._split, 1)
        whole.addLayout(self.slot)
        whole.addWidget(self.message)
        self._wire()

    def _wire(self) -> None:
        self.list.current_changed.connect(self._show_group)
        self.list.opened.connect(lambda _: self.focus_input())
        self.areas.added.connect(
            lambda name, people: self._area(lambda w: plants.add_area(w, self.content.plant.id, name, people))
        )
        self.areas.changed.connect(lambda key, col, value: self._area(lambda w: _change(w, key, col, value)))
        self.areas.moved.connect(lambda key, place: self._area(lambda w: plants.move_area(w, key, place)))
        self.areas.removed.connect(lambda key: self._area(lambda w: plants.remove_area(w, key)))
        self.desk.calls.read(lambda work: work.drafts("room", str(self.content.workshop.id)), self._restore)

    def _show_groups(self) -> None:
        rows = []
        for group in self.sheet.groups:
            done, every = self._count(group)
            words = tr("{done} von {all} eingetragen").format(done=done, all=every)
            full = done == every
            rows.append(Row(group, group, words, chip=tr("vollständig") if full else "", chip_tone="ok"))
        self.list.set_rows(rows)
        if self.list.current_key() != self.group:
            self.list.select(self.group)
        self._show_group(self.group)

    def _texts(self) -> dict[str, str]:
        return shown_facts(self.sheet, self.content.plant, self.content.facts, self.desk.catalog.choices)

    def _count(self, group: str) -> tuple[int, int]:
        texts = self._texts()
        keys = [key for key in self.sheet.facts if key.group == group]
        return sum(
            bool(self.content.areas) if key.column == "areas" else bool(texts.get(key.key)) for key in keys
        ), len(keys)

    def _show_group(self, group: str) -> None:
        self.group = group
        for name, form in self.forms.items():
            form.setVisible(name == group)

    def _settled(self, key: str, text: str) -> None:
        fact, plant_id, workshop = self.sheet.fact(key), self.content.plant.id, self.content.workshop.id
        old, row = self.content.facts.get(key), self.forms[self.sheet.fact(key).group]
        values = {"as_of": self.as_of.value, "source": self.source.text().strip()}
        today, draft, lists = self.desk.today(), self._draft(key), self.desk.catalog.choices

        def act(work: Work) -> None:
            work.action(f"{fact.label} eingetragen", in_workshop(workshop))
            stored = stored_text(fact, text, today, lists)
            if fact.column:
                plants.change_plant(work, plant_id, **{fact.column: _column_value(fact, stored)})
            else:
                plants.keep_fact(work, plant_id, old, stored, self.sheet.kind, fact, **values)
            work.keep_draft(*draft, "")

        self._write(act, lambda said: row.show_fault(key, said))

    def _area(self, use_case: Any) -> None:
        workshop = self.content.workshop.id

        def act(work: Work) -> None:
            work.action("Bereiche geändert", in_workshop(workshop))
            use_case(work)

        self._write(act, self.areas.show_fault)

    def _write(self, act: Callable[[Work], None], say: Callable[[str], None]) -> None:
        """Stores and says the sentence of a refusal, or that all is well; a board that is gone says nothing."""
        self.desk.calls.write(
            act, lambda _: say("") if isValid(self) else None, lambda said: say(said) if isValid(self) else None
        )

    def _draft(self, key: str) -> tuple[str, str, str]:
        place = f"fact:{self.content.step.id}:{self.content.board.key}:{key}"
        return "room", str(self.content.workshop.id), place

    def _keep(self, key: str, text: str) -> None:
        place = self._draft(key)
        self.desk.calls.write(lambda work: work.keep_draft(*place, text))

    def _restore(self, drafts: dict[str, str]) -> None:
        if not isValid(self):
            return
        for key in self.sheet.facts:
            text = drafts.get(self._draft(key.key)[2], "")
            if text:
                self.forms[key.group].show_half_typed(key.key, text)


def _change(work: Work, area_id: UUID, column: str, value: Any) -> Area:
    return plants.change_area(work, area_id, **{column: value})


def _column_value(fact: FactKey, text: str) -> Any:
    if fact.column == "council_size":
        return int(text) if text else None
    return text

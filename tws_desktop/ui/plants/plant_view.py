"""One plant: its data, areas, people, projects, and its fact sheets."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tws_desktop.domain.keeping import IN_STORE
from tws_desktop.domain.plants import Project
from tws_desktop.services import plants
from tws_desktop.services.overview import PlantLine, plant_line
from tws_desktop.services.ports import Work
from tws_desktop.services.samples import remove_sample
from tws_desktop.ui.desk import Desk
from tws_desktop.ui.kit.buttons import outlined
from tws_desktop.ui.kit.columns import Column
from tws_desktop.ui.kit.fields import TextField
from tws_desktop.ui.kit.labels import WrapLabel
from tws_desktop.ui.kit.late import Late
from tws_desktop.ui.kit.messages import InlineMessage
from tws_desktop.ui.kit.panel import Panel
from tws_desktop.ui.kit.row_list import RowList
from tws_desktop.ui.kit.rows import Row
from tws_desktop.ui.kit.tabs import Tab, TabColumn
from tws_desktop.ui.page import Action, ChipState, HeaderState
from tws_desktop.ui.place_page import View
from tws_desktop.ui.plants.areas_panel import AreasPanel, read_headcount
from tws_desktop.ui.plants.facts_view import FactsView
from tws_desktop.ui.plants.plants_presenter import keyed, known_count, project_row, titled
from tws_desktop.ui.record_form import RecordForm
from tws_desktop.ui.two_columns import TwoColumns
from tws_desktop.ui.words import tr

_LISTS = {"office": "offices", "sector": "sectors", "tariff_area": "tariff_areas"}
_TEXTS = ("name", "site", "company", "group_name")


class PlantView(View):
    """The page of a plant."""

    tables = frozenset(
        {"plants", "areas", "plant_facts", "people", "projects", "project_steps", "workshops", "agreements", "steps"}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._line: PlantLine | None = None
        self.form, self.areas = RecordForm(), AreasPanel()
        self.projects, self.people = RowList(tr("Vorhaben"), fit=True), RowList(tr("Rollen"), fit=True)
        self.new_project = TextField(tr("Neues Vorhaben"), placeholder=tr("Titel, zum Beispiel Zukunft Völklingen-Süd"))
        self.new_role = TextField(tr("Neue Rolle"), placeholder=tr("Rolle, zum Beispiel BR-Vorsitz"))
        self.facts = {key: Late(partial(self._facts_view, key)) for key in desk.catalog.fact_sheets}
        self.tabs = TabColumn(tr("Betrieb"), edge="x5")
        self.sample_note = InlineMessage("info", tr("Das ist das Beispiel."), action=tr("Beispiel entfernen"))
        self.fault = InlineMessage("error")
        self.fault.hide()
        self._build_form()
        self.tabs.add(Tab("all", tr("Überblick")), Late(lambda: Column(self._page(), tr("Überblick"), "bg")))
        for key, view in self.facts.items():
            self.tabs.add(Tab(key, desk.catalog.fact_sheets[key].title), view)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.tabs)
        self._connect()

    def refresh(self) -> None:
        """Read the plant again."""
        if self.thing is not None:
            plant_id = self.thing
            self.desk.calls.read(lambda work: plant_line(work, plant_id), self._show)

    def leave(self) -> None:
        """Hand on what is typed."""
        self.form.settle()
        self.areas.settle()
        super().leave()

    def header(self) -> HeaderState:
        """The plant's name; a new workshop is the next step."""
        if self._line is None:
            return HeaderState(tr("Betrieb"), (tr("Betriebe"),))
        sample = (ChipState(tr("Beispiel"), "info", "info"),) if self._line.plant.sample else ()
        filled = Action(tr("Neuer Workshop"), self._new_workshop, "plus")
        return HeaderState(
            self._line.plant.name,
            (tr("Betriebe"),),
            sample,
            actions=(Action(tr("Alle Betriebe"), self._back, "arrow-left"),),
            filled=filled if self._line.projects else None,
        )

    def _show(self, line: PlantLine) -> None:
        if line.plant.id != self.thing:
            return
        self._line = line
        values: dict[str, Any] = {name: getattr(line.plant, name) for name in (*_TEXTS, "land", "council_size")}
        for column, kind in _LISTS.items():
            values[column] = titled(self.desk.catalog.choices, kind, getattr(line.plant, column))
        self.form.show_values(values)
        self.areas.show_areas(line.areas)
        self.projects.set_rows([project_row(project) for project in line.projects])
        self.people.set_rows(
            [Row(str(p.id), p.role, p.name, "user-round", action=tr("Entfernen")) for p in line.people]
        )
        for key, view in self.facts.items():
            if view.made is not None:
                view.made.show_line(line)
            found = line.profile if key == "steckbrief" else line.tariff
            self.tabs.set_count(key, known_count(self.desk.catalog.fact_sheets[key], found))
        self.sample_note.setVisible(line.plant.sample)
        self.header_changed.emit()

    def _facts_view(self, key: str) -> FactsView:
        view = FactsView(self.desk, self.desk.catalog.fact_sheets[key])
        if self._line is not None:
            view.show_line(self._line)
        return view

    def _change(self, column: str, value: object) -> None:
        if column in _LISTS:
            value = keyed(self.desk.catalog.choices, _LISTS[column], str(value))
        self._write(
            lambda work, plant_id: plants.change_plant(work, plant_id, **{column: value}),
            lambda _done: self.form.show_fault(column, ""),
            lambda sentence: self.form.show_fault(column, sentence),
        )

    def _add_project(self) -> None:
        title = self.new_project.text()

        def made(project: Project) -> None:
            self.new_project.clear()
            self.fault.show_message("error", "")
            self.desk.open("project", project.id)

        self._write(lambda work, plant_id: plants.add_project(work, plant_id, title), made)

    def _add_role(self) -> None:
        role = self.new_role.text()

        def use_case(work: Work, plant_id: UUID) -> object:
            work.action("Rolle angelegt", IN_STORE)
            return plants.person(work, role, plant_id)

        self._write(use_case, lambda _done: self.new_role.clear())

    def _remove_role(self, key: str) -> None:
        self._write(
            lambda work, _id: plants.remove_person(work, UUID(key)),
            lambda _done: self.told.emit(tr("Rolle entfernt"), self._undo),
        )

    def _remove_area(self, area_id: UUID) -> None:
        self._write(
            lambda work, _id: plants.remove_area(work, area_id),
            lambda _done: self.told.emit(tr("Bereich entfernt"), self._undo),
        )

    def _undo(self) -> None:
        self.desk.calls.write(lambda work: work.undo(IN_STORE))

    def _write(
        self,
        use_case: Callable[[Work, UUID], Any],
        then: Callable[[Any], None] | None = None,
        failed: Callable[[str], None] | None = None,
    ) -> None:
        if self.thing is not None:
            plant_id = self.thing
            tell = failed or (lambda sentence: self.fault.show_message("error", sentence))
            self.desk.calls.write(lambda work: use_case(work, plant_id), then, tell)

    def _new_workshop(self) -> None:
        if self._line and self._line.projects:
            self.desk.open("new_workshop", self._line.projects[-1].project.id)

    def _back(self) -> None:
        self.desk.open("plants", None)

    def _drop_sample(self) -> None:
        self.desk.calls.write(remove_sample, lambda _rows: self._back())

    def _connect(self) -> None:
        self.form.changed.connect(self._change)
        self.areas.added.connect(
            lambda name, count: self._write(
                lambda work, plant_id: plants.add_area(work, plant_id, name, count), failed=self.areas.show_fault
            )
        )
        self.areas.changed.connect(
            lambda key, column, value: self._write(
                lambda work, _id: plants.change_area(work, key, **{column: value}),
                lambda _done: self.areas.show_fault(""),
                self.areas.show_fault,
            )
        )
        self.areas.moved.connect(lambda key, place: self._write(lambda work, _id: plants.move_area(work, key, place)))
        self.areas.removed.connect(self._remove_area)
        self.projects.opened.connect(lambda key: self.desk.open("project", UUID(key)))
        self.projects.action_pressed.connect(lambda key: self.desk.open("project", UUID(key)))
        self.people.action_pressed.connect(self._remove_role)
        self.new_project.returnPressed.connect(self._add_project)
        self.new_role.returnPressed.connect(self._add_role)
        self.sample_note.action_pressed.connect(self._drop_sample)

    def _build_form(self) -> None:
        choices = self.desk.catalog.choices
        titles = {kind: [entry.title for entry in choices[kind].entries] for kind in choices}
        lands = [(entry.key, entry.title, "") for entry in choices["lands"].entries] if "lands" in choices else []
        self.form.add_text("name", tr("Betrieb"))
        self.form.add_text("site", tr("Standort"))
        self.form.add_suggest("office", tr("Geschäftsstelle"), titles.get("offices", []), tr("Wählen oder eintippen"))
        self.form.add_choice("land", tr("Bundesland"), lands)
        self.form.add_suggest("sector", tr("Branche"), titles.get("sectors", []))
        self.form.add_suggest("tariff_area", tr("Tarifgebiet"), titles.get("tariff_areas", []))
        self.form.add_read("council_size", tr("Größe des Betriebsrats"), read_headcount, str)
        self.form.add_text("company", tr("Unternehmen"))
        self.form.add_text("group_name", tr("Konzern"))

    def _page(self) -> QWidget:
        page = TwoColumns(13, 9)
        projects, data, people = (
            Panel(tr("Vorhaben"), "waypoints"),
            Panel(tr("Angaben"), "factory"),
            Panel(tr("Rollen")),
        )
        projects.add_wide(self.projects)
        projects.add_layout(_line(self.new_project, tr("Vorhaben anlegen"), self._add_project))
        data.add(self.form)
        people.add(WrapLabel(tr("Wer Maßnahmen übernehmen kann. Eine Rolle genügt, kein Name."), "caption", "text_2"))
        people.add_wide(self.people)
        people.add_layout(_line(self.new_role, tr("Anlegen"), self._add_role))
        for widget in (self.fault, self.sample_note, projects, self.areas):
            page.left.addWidget(widget)
        page.left.addStretch(1)
        page.right.addWidget(data)
        page.right.addWidget(people)
        page.right.addStretch(1)
        return page


def _line(field: TextField, words: str, act: Callable[[], None]) -> QHBoxLayout:
    row, button = QHBoxLayout(), outlined(words, "plus")
    button.clicked.connect(lambda _on=False: act())
    row.addWidget(field, 1)
    row.addWidget(button)
    return row

"""A new workshop: where, which format, when, for whom."""

from __future__ import annotations

from datetime import date, time
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from tws_desktop.domain.agreements import Template
from tws_desktop.domain.confidentiality import Level, RoomAudience
from tws_desktop.domain.formats import Format
from tws_desktop.domain.german.dates import read_date, show_date
from tws_desktop.domain.german.times import read_time, show_time
from tws_desktop.domain.workshops import Workshop
from tws_desktop.services.agreements.workshop_templates import WORKSHOP_TEMPLATE
from tws_desktop.services.overview import PlantLine, plant_lines
from tws_desktop.services.ports import Work
from tws_desktop.services.workshops.new_workshop import Wish, create
from tws_desktop.ui.desk import Desk
from tws_desktop.ui.kit.columns import Column
from tws_desktop.ui.kit.fields import ChoiceField, TextField
from tws_desktop.ui.kit.form_row import FormRow
from tws_desktop.ui.kit.messages import InlineMessage
from tws_desktop.ui.kit.panel import Panel
from tws_desktop.ui.kit.read_field import ReadField
from tws_desktop.ui.page import Action, HeaderState
from tws_desktop.ui.pick_card import PickCard
from tws_desktop.ui.place_page import View
from tws_desktop.ui.prepare.day_bar import read_people
from tws_desktop.ui.prepare.workshop_panel import level_choices, room_choices
from tws_desktop.ui.style import style
from tws_desktop.ui.tile_row import TileRow
from tws_desktop.ui.words import tr
from tws_desktop.ui.workshops.workshops_presenter import format_meta, group_warning

NEW = "new"


class NewWorkshopView(View):
    """The form; `Workshop anlegen` leads straight to its preparation. `thing` may be a project."""

    tables = frozenset({"plants", "projects", "templates"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._plants: tuple[PlantLine, ...] = ()
        self._templates: tuple[Template, ...] = ()
        self.plant, self.project = ChoiceField(tr("Betrieb")), ChoiceField(tr("Vorhaben"))
        self.plant_name, self.project_title = TextField(tr("Name des Betriebs")), TextField(tr("Name des Vorhabens"))
        self.variant = ChoiceField(tr("Ausführung"))
        self.day = ReadField[date](tr("Datum"), lambda text: read_date(text, desk.today()), show_date)
        self.start = ReadField[time](tr("Beginn"), read_time, show_time, time(9))
        self.place = TextField(tr("Ort"))
        self.people = ReadField[int](tr("Personen"), read_people, str)
        self.audience = ChoiceField(tr("Wer sitzt im Raum"), room_choices(), RoomAudience.GREMIUM.value)
        self.level = ChoiceField(tr("Vertraulichkeit"), level_choices(), Level.COUNCIL.value)
        self.cards: list[PickCard] = []
        self._group = QButtonGroup(self)
        self.tiles = TileRow(260, even=True)
        self.warning, self.fault = InlineMessage("warn"), InlineMessage("error")
        self._variant_row = FormRow(tr("Ausführung"), self.variant)
        self._plant_row = FormRow(tr("Name des Betriebs"), self.plant_name)
        self._project_row = FormRow(tr("Name des Vorhabens"), self.project_title)
        self.plant.chosen.connect(lambda _key: self._plant_chosen())
        self.project.chosen.connect(lambda _key: self._show_rows())
        self.people.accepted.connect(lambda _value: self._warn())
        self._group.buttonToggled.connect(lambda _button, on: self._picked() if on else None)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Column(self._page(), tr("Neuer Workshop"), "bg"))

    def refresh(self) -> None:
        """Read plants and templates again."""
        self.desk.calls.read(_read, self._show)

    def header(self) -> HeaderState:
        """One step: make it."""
        return HeaderState(
            tr("Neuer Workshop"),
            (tr("Workshops"),),
            actions=(Action(tr("Abbrechen"), self._cancel),),
            filled=Action(tr("Workshop anlegen"), self.make, "check"),
        )

    def wish(self) -> Wish:
        """What is typed and chosen."""
        card = self._picked_card()
        template = card is not None and card.key not in self.desk.catalog.formats
        values: dict[str, Any] = {
            "starts_on": self.day.value,
            "starts_at": show_time(self.start.value or time(9)),
            "place": self.place.text().strip(),
            "headcount": self.people.value,
            "room_audience": RoomAudience(self.audience.key),
            "default_level": Level(self.level.key),
        }
        new_plant, new_project = self.plant.key in {"", NEW}, self.project.key in {"", NEW}
        return Wish(
            None if new_plant else UUID(self.plant.key),
            self.plant_name.text(),
            None if new_plant or new_project else UUID(self.project.key),
            self.project_title.text(),
            None if template or card is None else self.desk.catalog.formats[card.key],
            "" if template else self.variant.key,
            UUID(card.key) if template and card else None,
            values,
        )

    def make(self) -> None:
        """Make the workshop; a refusal stands over the form and nothing typed is lost."""
        taken = [field.take() for field in (self.day, self.start, self.people)]
        if all(taken):
            wish = self.wish()
            self.desk.calls.write(
                lambda work: create(work, wish), self._made, lambda sentence: self.fault.show_message("error", sentence)
            )

    def _made(self, workshop: Workshop) -> None:
        self.fault.show_message("error", "")
        for field in (self.plant_name, self.project_title, self.place):
            field.clear()
        self.day.set_value(None)
        self.people.set_value(None)
        self.desk.open("workshop", workshop.id)

    def _cancel(self) -> None:
        self.desk.open("workshops", None)

    def _show(self, found: tuple[tuple[PlantLine, ...], tuple[Template, ...]]) -> None:
        self._plants, self._templates = found
        choices = [(str(line.plant.id), line.plant.name, "factory") for line in self._plants]
        wanted = next((line for line in self._plants if any(p.project.id == self.thing for p in line.projects)), None)
        known = {key for key, _, _ in choices}
        key = str(wanted.plant.id) if wanted else self.plant.key if self.plant.key in known else ""
        first = key or (choices[0][0] if choices else NEW)
        self.plant.set_choices([*choices, (NEW, tr("Neuer Betrieb …"), "plus")], first)
        self._plant_chosen(str(self.thing) if wanted else "")
        self._make_cards()

    def _plant_chosen(self, project: str = "") -> None:
        line = next((line for line in self._plants if str(line.plant.id) == self.plant.key), None)
        choices = [(str(p.project.id), p.project.title, "waypoints") for p in line.projects] if line else []
        first = project or (choices[0][0] if choices else NEW)
        self.project.set_choices([*choices, (NEW, tr("Neues Vorhaben …"), "plus")], first)
        self._show_rows()

    def _show_rows(self) -> None:
        self._plant_row.setVisible(self.plant.key == NEW)
        self._project_row.setVisible(self.project.key == NEW)

    def _make_cards(self) -> None:
        keys = [*self.desk.catalog.formats, *(str(template.id) for template in self._templates)]
        if [card.key for card in self.cards] == keys:
            return
        for card in self.cards:
            self._group.removeButton(card)
        self.cards = [
            PickCard(form.key, form.title, form.purpose, format_meta(form))
            for form in self.desk.catalog.formats.values()
        ]
        self.cards += [PickCard(str(t.id), t.title, tr("Eigene Vorlage"), t.source, "copy") for t in self._templates]
        for card in self.cards:
            self._group.addButton(card)
        self.tiles.show_widgets(self.cards)
        if self.cards:
            self.cards[0].setChecked(True)

    def _picked_card(self) -> PickCard | None:
        return next((card for card in self.cards if card.isChecked()), None)

    def _form(self) -> Format | None:
        card = self._picked_card()
        return self.desk.catalog.formats.get(card.key) if card else None

    def _picked(self) -> None:
        form = self._form()
        choices = [("", tr("Vollständig, {minutes} min").format(minutes=form.minutes), "")] if form else []
        choices += [(v.key, f"{v.title}, {v.minutes} min", "") for v in form.variants] if form else []
        self.variant.set_choices(choices)
        self.variant.setCurrentIndex(0)
        self._variant_row.setVisible(len(choices) > 1)
        if form is not None:
            self.audience.set_key(form.room_audience)
            self.level.set_key(form.default_level)
        self._warn()

    def _warn(self) -> None:
        form = self._form()
        sentence = group_warning(form, self.people.value) if form else ""
        self.warning.show_message("warn", sentence)

    def _page(self) -> QWidget:
        page = QWidget()
        page.setProperty("ground", "bg")
        where, what, day = Panel(tr("Wo")), Panel(tr("Was")), Panel(tr("Wann und für wen"))
        places = TileRow(280)
        places.show_widgets([FormRow(tr("Betrieb"), self.plant), FormRow(tr("Vorhaben"), self.project)])
        names = TileRow(280)
        names.show_widgets([self._plant_row, self._project_row])
        where.add(places)
        where.add(names)
        what.add(self.tiles)
        what.add(self._variant_row)
        times = TileRow(230)
        times.show_widgets(
            [
                FormRow(tr("Datum"), self.day, tr("Darf noch offen bleiben")),
                FormRow(tr("Beginn"), self.start),
                FormRow(tr("Personen"), self.people),
                FormRow(tr("Ort"), self.place),
                FormRow(tr("Wer sitzt im Raum"), self.audience),
                FormRow(tr("Vertraulichkeit"), self.level),
            ]
        )
        day.add(times)
        day.add(self.warning)
        column = QVBoxLayout(page)
        for widget in (self.fault, where, what, day):
            column.addWidget(widget)
        column.addStretch(1)
        side = style().space("x5")
        column.setContentsMargins(side, side, side, side)
        column.setSpacing(style().space("x4"))
        for message in (self.warning, self.fault):
            message.hide()
        return page


def _read(work: Work) -> tuple[tuple[PlantLine, ...], tuple[Template, ...]]:
    return plant_lines(work), work.all(Template, kind=WORKSHOP_TEMPLATE, trashed_at=None)

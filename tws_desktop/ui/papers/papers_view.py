"""The papers of a workshop or project: choose, for whom, look, release, write."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from tws_desktop.documents.blocks import Document
from tws_desktop.domain.confidentiality import Audience
from tws_desktop.domain.errors import Refused
from tws_desktop.domain.keeping import RegisterLine
from tws_desktop.domain.plants import Plant, Project
from tws_desktop.domain.workshops import Workshop, WorkshopState
from tws_desktop.services import register
from tws_desktop.services.boards.entries import release, withdraw
from tws_desktop.services.papers import agenda, sheets
from tws_desktop.services.papers.choice import Order, project_paper, workshop_paper
from tws_desktop.services.papers.d05 import LetterData
from tws_desktop.services.papers.left_out import LeftOut, left_out, release_all
from tws_desktop.services.papers.paper import Made, ReportOf, is_released
from tws_desktop.services.papers.paper import of_project as workshops_of
from tws_desktop.services.ports import Work
from tws_desktop.services.settings import facilitator
from tws_desktop.ui.desk import Desk
from tws_desktop.ui.jobs import JobRunner
from tws_desktop.ui.kit.columns import Column, SideColumn, SplitColumns
from tws_desktop.ui.kit.fields import CheckField, ChoiceField
from tws_desktop.ui.kit.form_row import FormRow
from tws_desktop.ui.kit.labels import Heading, WrapLabel
from tws_desktop.ui.kit.messages import InlineMessage
from tws_desktop.ui.kit.panel import Panel, Rule
from tws_desktop.ui.kit.row_list import RowList
from tws_desktop.ui.page import Action, HeaderState
from tws_desktop.ui.papers.left_out_panel import LeftOutPanel
from tws_desktop.ui.papers.letter_form import LetterForm
from tws_desktop.ui.papers.output_panel import OutputPanel
from tws_desktop.ui.papers.papers_presenter import (
    PaperChoice,
    choice_row,
    choices,
    file_name,
    first_choice,
    house_style,
    register_row,
    target,
)
from tws_desktop.ui.papers.preview import PaperPreview
from tws_desktop.ui.place_page import View
from tws_desktop.ui.plant_words import plant_words
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr

if TYPE_CHECKING:
    from tws_desktop.catalog.catalog import Catalog

Write = Callable[[Document, Path, str, Path | None], str]
"""Writes a document as `docx` or `pdf`, over a house style, or its tables as `xlsx`; returns a note."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A paper for an audience."""

    choice: PaperChoice
    audience: Audience
    letter: LetterData


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page shows of it."""

    plant: Plant
    title: str
    workshop: Workshop | None
    made: Made | None
    fault: str
    missing: tuple[LeftOut, ...]
    released: bool
    register: tuple[RegisterLine, ...]


class PapersView(View):
    """Papers of a workshop, or with `of_project` of a project."""

    tables = frozenset(
        {"workshops", "steps", "entries", "measures", "questions", "positions", "trades", "decisions", "votes",
         "vote_results", "answers", "sheets", "releases", "register", "settings", "plant_facts", "people",
         "attachments"}
    )  # fmt: skip

    def __init__(
        self, desk: Desk, write: Write, report_of: ReportOf, executor: Executor, *, of_project: bool = False
    ) -> None:
        super().__init__(desk)
        self._write, self._report_of, self._of_project = write, report_of, of_project
        self._jobs = JobRunner(executor, self)
        self._choices = choices(desk.catalog.papers, of_project=of_project)
        self._shown: Shown | None = None
        self._begun = False
        self.list = RowList(tr("Dokumente"), fit=True)
        self.list.set_rows([choice_row(choice) for choice in self._choices])
        self.register = RowList(tr("Ausgegeben"), fit=True)
        self.audience = ChoiceField(tr("Empfängerkreis"))
        self.left_out, self.letter, self.output = LeftOutPanel(), LetterForm(desk.today), OutputPanel()
        self.free = CheckField(tr("Freigegeben, ohne „Entwurf“ im Kopf"))
        self.purpose = WrapLabel("", "body", "text_2")
        self.preview = PaperPreview()
        self.fault = InlineMessage("warn")
        self.fault.hide()
        left, right = Column(self._left(), tr("Dokumente")), Column(self._right(), tr("Ausgabe"))
        self.columns = SplitColumns(
            self._middle(),
            left=SideColumn(left, tr("Dokumente"), "file-text", 288),
            right=SideColumn(right, tr("Ausgabe"), "file-down", 320),
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.columns)
        self.list.current_changed.connect(self._choose)
        self.audience.chosen.connect(lambda _key: self.refresh())
        self.letter.changed.connect(self.refresh)
        self.left_out.release_wanted.connect(self.release)
        self.free.clicked.connect(lambda on: self._set_free(on=on))
        self.output.wanted.connect(self.put_out)

    def enter(self, thing: UUID | None) -> None:
        """Show the papers of this workshop or project."""
        other = thing != self.thing
        if other:
            self._shown = None
            self._begun = False
            self.output.clear()
        self.thing, self.is_open = thing, True
        if other and not self._of_project and thing is not None:
            self.desk.calls.read(
                lambda work: (work.get(Workshop, thing).state, sheets.asks(work, thing)),
                lambda found: self._offer(*found),
            )
        elif other:
            self._begin(first_choice(None))
        else:
            self.refresh()

    def leave(self) -> None:
        """Hand on what is typed."""
        self.letter.settle()
        super().leave()

    def refresh(self) -> None:
        """Make the paper again and show it."""
        wanted, thing = self.wanted(), self.thing
        if wanted is None or thing is None:
            return
        day, of_project, report_of, catalog = self.desk.today(), self._of_project, self._report_of, self.desk.catalog

        def read(work: Work) -> Shown:
            workshops = of_project_or_one(work, thing, of_project=of_project)
            project = work.get(Project, thing if of_project else workshops[0].project_id)
            made, fault = None, ""
            try:
                made = _make(work, catalog, wanted, thing, day, report_of, of_project=of_project)
            except Refused as refusal:
                fault = str(refusal)
            missing = left_out(work, wanted.choice.key, workshops, wanted.audience)
            free = bool(workshops) and is_released(work, wanted.choice.key, workshops[0].id, wanted.audience)
            title = project.title if of_project else workshops[0].title
            one = None if of_project else workshops[0]
            plant = work.get(Plant, project.plant_id)
            return Shown(plant, title, one, made, fault, missing, free, register.register(work))

        self.desk.calls.read(read, lambda shown: self._show(shown, wanted))

    def header(self) -> HeaderState:
        """Where we are."""
        if self._shown is None:
            return HeaderState(tr("Dokumente"))
        return HeaderState(
            tr("Dokumente"),
            (plant_words(self._shown.plant), self._shown.title),
            actions=(Action(tr("Zum Vorhaben") if self._of_project else tr("Zum Workshop"), self._back, "arrow-left"),),
        )

    def wanted(self) -> Wanted | None:
        """The paper and audience chosen."""
        choice = next((choice for choice in self._choices if choice.key == self.list.current_key()), None)
        if choice is None or not self.audience.key:
            return None
        return Wanted(choice, Audience(self.audience.key), self.letter.data)

    def release(self, keys: tuple[str, ...]) -> None:
        """Release things for the chosen audience in one step."""
        wanted, shown = self.wanted(), self._shown
        if wanted is None or shown is None:
            return
        things = tuple(thing for thing in shown.missing if f"{thing.thing}:{thing.id}" in keys)
        audience = wanted.audience

        def use_case(work: Work) -> int:
            return release_all(work, things, audience, facilitator(work).role or "Moderation")

        words = tr("{count} für {audience} freigegeben")
        self.desk.calls.write(
            use_case, lambda count: self.told.emit(words.format(count=count, audience=audience.german), None)
        )

    def put_out(self, kind: str) -> None:
        """Write the paper shown; the file is noted in the register."""
        self.letter.settle()
        wanted, shown = self.wanted(), self._shown
        if wanted is None or shown is None or shown.made is None:
            return
        try:
            name = file_name(wanted.choice, shown.plant.name, self.desk.today(), kind)
            path = target(self.output.folder.text(), name)
            house = house_style(self.output.house.text()) if kind == "docx" else None
        except Refused as refusal:
            self.output.show_fault(str(refusal))
            return
        made = shown.made
        self.output.show_busy(busy=True)

        def job() -> tuple[str, str]:
            note = self._write(made.document, path, kind, house)
            return note, hashlib.sha256(path.read_bytes()).hexdigest()

        def done(result: tuple[str, str]) -> None:
            note, digest = result
            self.output.show_busy(busy=False)
            self.output.show_written(path, note)
            self.desk.calls.write(
                lambda work: register.note(work, str(path), kind, wanted.audience, made.left_out, digest)
            )

        def failed(sentence: str) -> None:
            self.output.show_busy(busy=False)
            self.output.show_fault(sentence)

        self._jobs.run(job, done, failed)

    def _offer(self, state: WorkshopState, asks: bool) -> None:
        """Questionnaires only where the workshop has one."""
        offered = choices(self.desk.catalog.papers, of_project=False)
        self._choices = tuple(choice for choice in offered if asks or choice.key != sheets.KEY)
        self.list.set_rows([choice_row(choice) for choice in self._choices])
        self._begin(first_choice(state))

    def _begin(self, key: str) -> None:
        if self._begun:
            return
        already = self.list.current_key() == key
        self.list.select(key)
        if already:
            self._choose(key)

    def _choose(self, key: str) -> None:
        choice = next((choice for choice in self._choices if choice.key == key), None)
        if choice is None:
            return
        self._begun = True
        keep = self.audience.key
        known = {audience.value for audience in choice.audiences}
        chosen = keep if keep in known and not choice.before_the_day else choice.audience.value
        self.audience.set_choices([(a.value, a.german, "users") for a in choice.audiences], chosen)
        self.purpose.setText(choice.purpose)
        self.letter.setVisible(choice.key == "D05")
        for widget in (self.left_out, self.free):
            widget.setVisible(not choice.before_the_day)
        self.output.clear()
        self.refresh()

    def _show(self, shown: Shown, wanted: Wanted) -> None:
        if wanted != self.wanted():
            return
        self._shown = shown
        self.preview.show_document(shown.made.document if shown.made else None)
        self.fault.show_message("warn", shown.fault)
        count = shown.made.left_out if shown.made else 0
        self.left_out.show_things(count, shown.missing, wanted.audience)
        self.free.setChecked(shown.released)
        self.register.set_rows([register_row(line) for line in shown.register[:12]])
        self._register_panel.setVisible(bool(shown.register))
        self.header_changed.emit()

    def _set_free(self, *, on: bool) -> None:
        wanted, thing = self.wanted(), self.thing
        if wanted is None or thing is None:
            return
        of_project = self._of_project

        def use_case(work: Work) -> None:
            first = of_project_or_one(work, thing, of_project=of_project)[0].id
            name = f"papers.{wanted.choice.key}"
            if on:
                release(work, first, name, first, wanted.audience, facilitator(work).role or "Moderation")
            else:
                withdraw(work, first, name, first, wanted.audience)

        self.desk.calls.write(use_case)

    def _back(self) -> None:
        self.desk.open("project" if self._of_project else "workshop", self.thing)

    def _left(self) -> QWidget:
        page = QWidget()
        papers = Panel(tr("Welches Dokument"))
        papers.add_wide(self.list)
        self._register_panel = Panel(tr("Schon ausgegeben"), meta=tr("Klartext"))
        self._register_panel.add_wide(self.register)
        return _stacked(page, (papers, self._register_panel))

    def _middle(self) -> QWidget:
        page, column = QWidget(), QVBoxLayout()
        page.setProperty("ground", "bg")
        page.setLayout(column)
        column.addWidget(self.purpose)
        column.addWidget(self.fault)
        paper = Panel()
        paper.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        paper.add_wide(self.preview, 1)
        column.addWidget(paper, 1)
        side = style().space("x4")
        column.setContentsMargins(side, side, side, side)
        column.setSpacing(style().space("x3"))
        return page

    def _right(self) -> QWidget:
        return _stacked(
            QWidget(),
            (
                Heading(tr("Für wen")),
                FormRow(tr("Empfängerkreis"), self.audience),
                self.left_out,
                self.free,
                self.letter,
                Rule(),
                self.output,
            ),
        )


def _stacked(page: QWidget, widgets: tuple[QWidget, ...]) -> QWidget:
    column = QVBoxLayout(page)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    side = style().space("x4")
    column.setContentsMargins(side, side, side, side)
    column.setSpacing(style().space("x3"))
    return page


def of_project_or_one(work: Work, thing: UUID, *, of_project: bool) -> tuple[Workshop, ...]:
    """The workshops a paper speaks of."""
    return workshops_of(work, thing) if of_project else (work.get(Workshop, thing),)


def _make(
    work: Work, catalog: Catalog, wanted: Wanted, thing: UUID, day: date, report_of: ReportOf, *, of_project: bool
) -> Made:
    key, audience = wanted.choice.key, wanted.audience
    if key == sheets.KEY:
        return sheets.make(work, catalog, thing, day)
    if wanted.choice.before_the_day:
        return agenda.make(work, catalog, key, thing, day)
    make = project_paper if of_project else workshop_paper
    return make(work, catalog, thing, Order(key, audience, day, report_of, wanted.letter))

"""One project (Vorhaben): its chain of steps, workshops, papers and agreements."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tws_desktop.domain.german.dates import read_date, show_date
from tws_desktop.services import plants
from tws_desktop.services.overview import CHAIN, STATES, ProjectLine, project_line
from tws_desktop.ui.desk import Desk
from tws_desktop.ui.kit.bars import StepBar
from tws_desktop.ui.kit.breadth import Breadth
from tws_desktop.ui.kit.columns import Column, SideColumn, SplitColumns
from tws_desktop.ui.kit.labels import Heading, WrapLabel
from tws_desktop.ui.kit.panel import Panel
from tws_desktop.ui.kit.row_list import RowList
from tws_desktop.ui.kit.rows import Row
from tws_desktop.ui.page import Action, ChipState, HeaderState
from tws_desktop.ui.place_page import View
from tws_desktop.ui.plants.decision_panel import DecisionPanel
from tws_desktop.ui.plants.plants_presenter import STATE_ICONS, step_row
from tws_desktop.ui.record_form import RecordForm
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr
from tws_desktop.ui.workshops.workshops_presenter import PAGES, row


class ProjectView(View):
    """The page of a project."""

    tables = frozenset({"projects", "project_steps", "workshops", "agreements", "plants", "steps", "decisions"})

    def __init__(self, desk: Desk, give_package: Callable[[UUID], None] | None = None) -> None:
        super().__init__(desk)
        self._give_package = give_package
        self._line: ProjectLine | None = None
        self.title = RecordForm()
        self.title.add_text("title", tr("Titel des Vorhabens"))
        self.bar = StepBar("", 0, len(CHAIN))
        self.chain = RowList(tr("Schritte des Vorhabens"), fit=True)
        self.workshops = RowList(tr("Workshops"), fit=True)
        self.agreements = RowList(tr("Vereinbarungen"), fit=True)
        self.step_heading = Heading()
        self.step = RecordForm()
        states = [(key, tr(words), STATE_ICONS[key]) for key, words in STATES.items()]
        self.step.add_choice("state", tr("Stand"), states)
        self.step.add_read("day", tr("Datum"), lambda text: read_date(text, desk.today()), show_date)
        self.step.add_area("sentence", tr("Ergebnis in einem Satz"))
        self.decision = DecisionPanel(desk)
        self.decision.hide()
        self._none = WrapLabel(tr("Noch kein Workshop in diesem Vorhaben."), "body", "text_2")
        self._agreement_panel = Panel(tr("Vereinbarungen"), "file-pen-line")
        self._side = Column(self._build_side(), tr("Schritt"))
        side = SideColumn(self._side, tr("Schritt"), "list-checks", 344)
        self.columns = SplitColumns(Column(self._page(), tr("Vorhaben"), "bg"), right=side)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.columns)
        self._connect()

    def _give(self) -> None:
        if self._give_package is not None and self.thing is not None:
            self._give_package(self.thing)

    def refresh(self) -> None:
        """Read the project again."""
        if self.thing is not None:
            project_id = self.thing
            self.desk.calls.read(lambda work: project_line(work, project_id), self._show)

    def leave(self) -> None:
        """Hand on what is typed."""
        self.title.settle()
        self.step.settle()
        self.decision.settle()
        super().leave()

    def header(self) -> HeaderState:
        """Where we are; a new workshop is the next step."""
        if self._line is None:
            return HeaderState(tr("Vorhaben"), (tr("Betriebe"),))
        sample = (ChipState(tr("Beispiel"), "info", "info"),) if self._line.plant.sample else ()
        actions = [Action(tr("Zum Betrieb"), self._plant, "factory")]
        if self._line.workshops:
            actions.append(Action(tr("Dokumente"), self._papers, "printer"))
        if self._give_package is not None:
            actions.append(Action(tr("Weitergeben"), self._give, "file-down"))
        return HeaderState(
            self._line.project.title,
            (tr("Betriebe"), self._line.plant.name),
            sample,
            actions=tuple(actions),
            filled=Action(tr("Neuer Workshop"), self._new_workshop, "plus"),
        )

    def _show(self, line: ProjectLine) -> None:
        if line.project.id != self.thing:
            return
        other = self._line is None or self._line.project.id != line.project.id
        self._line = line
        self.title.show_values({"title": line.project.title})
        self.chain.set_rows([step_row(step) for step in line.steps])
        current = line.current
        if (other or not self.chain.current_key()) and line.steps:
            self.chain.select(str((current or line.steps[-1]).id))
        number = (current.number if current else len(CHAIN) - 1) + 1
        self.bar.set_step(number, len(CHAIN), tr("Schritt {n} von {all}").format(n=number, all=len(CHAIN)))
        self.workshops.set_rows([row(found, self.desk.today()) for found in line.workshops])
        self._none.setVisible(not line.workshops)
        self.agreements.set_rows(
            [
                Row(
                    str(a.id),
                    a.title,
                    tr("{kind}, Entwurf {number}").format(kind=a.type_key, number=a.version),
                    "file-pen-line",
                )
                for a in line.agreements
            ]
        )
        self._agreement_panel.setVisible(bool(line.agreements))
        self._show_step()
        self.header_changed.emit()

    def _show_step(self) -> None:
        step = (
            next((s for s in self._line.steps if str(s.id) == self.chain.current_key()), None) if self._line else None
        )
        if step is None:
            return
        self.step_heading.setText(f"{step.number + 1} {CHAIN[step.number]}")
        self.step.show_values({"state": step.state, "day": step.day, "sentence": step.sentence})
        decides = CHAIN[step.number] == "Beschluss"
        self.decision.setVisible(decides)
        if decides and self.thing is not None:
            self.decision.show_project(self.thing)

    def _pick_step(self, _key: str) -> None:
        self.step.settle()
        self.decision.settle()
        self._step_id = self.chain.current_key()
        self._show_step()

    def _change_step(self, column: str, value: object) -> None:
        key = self._step_id
        if key:
            self.desk.calls.write(
                lambda work: plants.set_project_step(work, UUID(key), **{column: value}),
                failed=lambda sentence: self.step.show_fault(column, sentence),
            )

    def _change_title(self, column: str, value: object) -> None:
        project_id = self.thing
        if project_id is not None:
            self.desk.calls.write(
                lambda work: plants.change_project(work, project_id, **{column: value}),
                lambda _done: self.title.show_fault(column, ""),
                lambda sentence: self.title.show_fault(column, sentence),
            )

    def _open_step(self, _key: str) -> None:
        if self.columns.breadth is not Breadth.WIDE:
            self.columns.right_drawer.open()

    def _plant(self) -> None:
        if self._line:
            self.desk.open("plant", self._line.plant.id)

    def _papers(self) -> None:
        self.desk.open("project_papers", self.thing)

    def _new_workshop(self) -> None:
        self.desk.open("new_workshop", self.thing)

    def _act_on_workshop(self, key: str) -> None:
        for line in self._line.workshops if self._line else ():
            if str(line.workshop.id) == key:
                self.desk.open(PAGES[line.workshop.state], line.workshop.id)

    def _connect(self) -> None:
        self._step_id = ""
        self.chain.current_changed.connect(self._pick_step)
        self.chain.opened.connect(self._open_step)
        self.step.changed.connect(self._change_step)
        self.title.changed.connect(self._change_title)
        self.workshops.opened.connect(lambda key: self.desk.open("workshop", UUID(key)))
        self.workshops.action_pressed.connect(self._act_on_workshop)
        self.agreements.opened.connect(lambda key: self.desk.open("agreement", UUID(key)))

    def _page(self) -> QWidget:
        page = QWidget()
        page.setProperty("ground", "bg")
        head, chain, workshops = Panel(), Panel(tr("Schritte"), "list-checks"), Panel(tr("Workshops"), "presentation")
        head.add(self.title)
        head.add(self.bar)
        chain.add_wide(self.chain)
        workshops.add_wide(self.workshops)
        workshops.add(self._none)
        self._agreement_panel.add_wide(self.agreements)
        column = QVBoxLayout(page)
        for panel in (head, workshops, self._agreement_panel, chain):
            column.addWidget(panel)
        column.addStretch(1)
        side = style().space("x5")
        column.setContentsMargins(side, style().px(20), side, side)
        column.setSpacing(style().space("x4"))
        return page

    def _build_side(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.addWidget(self.step_heading)
        column.addWidget(self.step)
        column.addWidget(self.decision)
        column.addStretch(1)
        side = style().px(18)
        column.setContentsMargins(side, style().space("x4"), side, side)
        column.setSpacing(style().space("x3"))
        return page

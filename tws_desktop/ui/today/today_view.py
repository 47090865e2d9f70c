"""Heute: the next workshop, what is due, where one stopped, this week, the projects' chains."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tws_desktop.domain.keeping import in_project
from tws_desktop.domain.positions import Measure
from tws_desktop.services.overview import CHAIN
from tws_desktop.services.ports import Work
from tws_desktop.services.today import Today, finish_measure, shown_monday, today
from tws_desktop.ui.desk import Desk
from tws_desktop.ui.kit.bars import StepBar
from tws_desktop.ui.kit.buttons import Button, ButtonKind, ButtonSize, outlined
from tws_desktop.ui.kit.chips import Chip, ConfidentialityBadge
from tws_desktop.ui.kit.columns import Column
from tws_desktop.ui.kit.empty_or import EmptyOr
from tws_desktop.ui.kit.flow_row import FlowRow
from tws_desktop.ui.kit.labels import Heading, WrapLabel
from tws_desktop.ui.kit.messages import EmptyState
from tws_desktop.ui.kit.panel import IconMark, Panel
from tws_desktop.ui.kit.row_list import RowList
from tws_desktop.ui.page import Action, HeaderState
from tws_desktop.ui.place_page import View
from tws_desktop.ui.style import style
from tws_desktop.ui.today import today_presenter as words_of
from tws_desktop.ui.two_columns import TwoColumns
from tws_desktop.ui.words import tr

CHAINS = 3
"""Projects whose chain is shown."""


class TodayView(View):
    """The first page. `take_sample` brings the sample project, `back_up` writes a backup; without them no
    link. `search` shows the search box.
    """

    tables = frozenset({"workshops", "steps", "measures", "questions", "projects", "project_steps", "plants", "people"})

    def __init__(
        self,
        desk: Desk,
        take_sample: Callable[[], None] | None = None,
        back_up: Callable[[], None] | None = None,
        last_backup: Callable[[], str] | None = None,
        *,
        search: bool = False,
    ) -> None:
        super().__init__(desk)
        self._search, self._last_backup = search, last_backup
        self._today: Today | None = None
        self.next = NextPanel(desk)
        self.due = RowList(tr("Fällig"), fit=True)
        self.due.opened.connect(self._open_due)
        self.due.action_pressed.connect(self._act)
        self.stops = RowList(tr("Weiter, wo Sie aufgehört haben"), fit=True)
        self.stops.opened.connect(lambda key: desk.open("workshop", UUID(key)))
        self.week = RowList(tr("Diese Woche"), fit=True)
        self.week.opened.connect(self._open_day)
        self._due_panel = Panel(tr("Fällig"))
        self._late = Chip("", "", "error")
        self._due_panel.head_row.insertWidget(2, self._late)
        self._stop_panel = Panel(tr("Weiter, wo Sie aufgehört haben"))
        self._week_panel = Panel(tr("Diese Woche"))
        for panel, rows in (
            (self._due_panel, self.due),
            (self._stop_panel, self.stops),
            (self._week_panel, self.week),
        ):
            panel.add_wide(rows)
        self._nothing_due = WrapLabel(tr("In den nächsten zwei Wochen ist nichts fällig."), "body", "text_2")
        self._due_panel.add(self._nothing_due)
        self._chains = QVBoxLayout()
        self._backup = BackupLine(back_up) if back_up is not None else None
        self.empty = EmptyState(
            "factory",
            tr("Noch kein Betrieb angelegt. Legen Sie den ersten an oder öffnen Sie das Beispiel Musterwerk Saar."),
            tr("Betrieb anlegen"),
            tr("Beispiel Musterwerk Saar öffnen") if take_sample else "",
            "plus",
        )
        self.empty.step_pressed.connect(lambda: desk.open("plants", None))
        self.empty.link_pressed.connect(lambda: take_sample() if take_sample else None)
        self._stack = EmptyOr(self.empty, Column(self._page(), tr("Heute"), "bg"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def refresh(self) -> None:
        """Read everything again."""
        day = self.desk.today()
        self.desk.calls.read(lambda work: today(work, day), self._show)

    def header(self) -> HeaderState:
        """The date, the search, the settings."""
        settings = Action(tr("Einstellungen"), self._settings, "settings")
        return HeaderState(
            tr("Heute"), (words_of.long_day(self.desk.today()),), actions=(settings,), search=self._search
        )

    def _settings(self) -> None:
        self.desk.open("settings", None)

    def _page(self) -> QWidget:
        page = TwoColumns()
        for panel in (self.next, self._due_panel, self._stop_panel):
            page.left.addWidget(panel)
        page.left.addStretch(1)
        page.right.addWidget(self._week_panel)
        page.right.addLayout(self._chains)
        self._chains.setSpacing(style().space("x4"))
        if self._backup is not None:
            page.right.addWidget(self._backup)
        page.right.addStretch(1)
        return page

    def _show(self, found: Today) -> None:
        self._today = found
        self._stack.show_content(there=found.has_plants)
        day, now = self.desk.today(), self.desk.now().astimezone()
        self.next.show_next(found)
        self.due.set_rows([words_of.due_row(due) for due in found.due])
        self._nothing_due.setVisible(not found.due)
        self._late.setVisible(found.overdue > 0)
        self._late.set_chip(tr("{count} überfällig").format(count=found.overdue), "", "error")
        later = tr("{count} später").format(count=found.due_later) if found.due_later else ""
        self._due_panel.set_title(tr("Fällig"), later)
        self.stops.set_rows([words_of.stop_row(stop, now) for stop in found.last])
        self._stop_panel.setVisible(bool(found.last))
        self.week.set_rows(words_of.week_rows(found.week, day))
        self.week.select(next((str(line.workshop.id) for line in found.week if line.workshop.starts_on == day), ""))
        monday = shown_monday(day)
        title = tr("Nächste Woche") if monday > day else tr("Diese Woche")
        self._week_panel.set_title(title, tr("KW {week}").format(week=monday.isocalendar().week))
        self._show_chains(found)
        if self._backup is not None and self._last_backup is not None:
            self._backup.words.setText(self._last_backup())
        self.header_changed.emit()

    def _show_chains(self, found: Today) -> None:
        while item := self._chains.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for project in found.projects[:CHAINS]:
            number, words, sentence = words_of.chain_words(project)
            panel = Panel(project.project.title, meta=words)
            panel.add(StepBar(words, number, len(CHAIN)))
            panel.add(WrapLabel(sentence, "body", "text_2"))
            button = outlined(tr("Vorhaben öffnen"))
            button.clicked.connect(lambda _on=False, key=project.project.id: self.desk.open("project", key))
            row = QHBoxLayout()
            row.addWidget(button)
            row.addStretch(1)
            panel.add_layout(row)
            self._chains.addWidget(panel)

    def _open_day(self, key: str) -> None:
        if not key.startswith("day:"):
            self.desk.open("workshop", UUID(key))

    def _open_due(self, key: str) -> None:
        due = (
            next((due for due in self._today.due if f"{due.kind.value}:{due.id}" == key), None) if self._today else None
        )
        if due is not None and due.workshop_id is not None:
            self.desk.open("papers", due.workshop_id)

    def _act(self, key: str) -> None:
        kind, _, name = key.partition(":")
        if kind != "measure":
            self._open_due(key)
            return

        def done(measure: Measure) -> None:
            def back() -> None:
                self.desk.calls.write(lambda work: work.undo(in_project(measure.project_id)))

            self.told.emit(tr("„{text}“ ist erledigt").format(text=measure.text), back)

        self.desk.calls.write(lambda work: _finish(work, UUID(name)), done)


def _finish(work: Work, measure_id: UUID) -> Measure:
    return finish_measure(work, measure_id)


class NextPanel(Panel):
    """The next or running workshop with the one filled button."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(accent=True)
        self._desk = desk
        self._id: UUID | None = None
        self._over, self._title = WrapLabel("", "label", "accent_text"), Heading("", "title")
        self._plant, self._people = Chip("", "factory"), Chip("", "users")
        self._level = ConfidentialityBadge()
        self._sentence = WrapLabel("", "body", "text_2")
        self.go = Button("", ButtonKind.FILLED, icon="play", size=ButtonSize.LARGE)
        self.look = outlined(tr("Vorbereitung ansehen"), "list-checks")
        self.go.clicked.connect(self._go)
        self.look.clicked.connect(lambda: desk.open("workshop", self._id))
        self._chips = FlowRow(self._plant, self._people, self._level)
        words, buttons, row = QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        note = QHBoxLayout()
        note.addWidget(IconMark("info", "info"), 0, Qt.AlignmentFlag.AlignVCenter)
        note.addWidget(self._sentence, 1)
        for widget in (self._over, self._title, self._chips):
            words.addWidget(widget)
        words.addLayout(note)
        buttons.addStretch(1)
        buttons.addWidget(self.go)
        buttons.addWidget(self.look)
        buttons.addStretch(1)
        row.addLayout(words, 1)
        row.addLayout(buttons)
        self.add_layout(row)

    def show_next(self, found: Today) -> None:
        """Show it; without one the next step is a new workshop."""
        line = found.next
        self._id = line.workshop.id if line else None
        for widget in (self._chips, self.look):
            widget.setVisible(line is not None)
        if line is None:
            self._over.setText(tr("Kein Workshop geplant"))
            self._title.setText(tr("Was kommt als Nächstes?"))
            self._sentence.setText(tr("Betrieb und Format wählen, dann steht der Ablauf."))
            self.go.setText(tr("Neuer Workshop"))
            self.go.set_icon_name("plus")
            return
        words = words_of.next_words(line, self._desk.today())
        self._over.setText(words.over)
        self._title.setText(words.title)
        self._plant.set_chip(words.plant, "factory")
        self._people.set_chip(words.people, "users")
        self._level.set_level(words.level)
        self._sentence.setText(words.sentence)
        self.go.setText(words.button)
        self.go.set_icon_name("play")

    def _go(self) -> None:
        self._desk.open("room" if self._id else "new_workshop", self._id)


class BackupLine(Panel):
    """When the last backup was, and the button that writes one now."""

    def __init__(self, back_up: Callable[[], None]) -> None:
        super().__init__()
        self.words = WrapLabel(tr("Sicherung auf einen anderen Datenträger"), "body")
        self.button = outlined(tr("Jetzt sichern"))
        self.button.clicked.connect(lambda _on=False: back_up())
        row = QHBoxLayout()
        row.addWidget(IconMark("hard-drive"))
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
        self.add_layout(row)

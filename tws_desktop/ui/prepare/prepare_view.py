"""Prepare a workshop: its phases in order, times that follow, wording, and what is unwise about the day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tws_desktop.domain.keeping import in_workshop
from tws_desktop.domain.workshops import WorkshopState
from tws_desktop.services.workshops import agenda, drafts, prepare
from tws_desktop.services.workshops.room import Room, room
from tws_desktop.services.workshops.times import beginning
from tws_desktop.ui.desk import Desk
from tws_desktop.ui.kit.breadth import Breadth
from tws_desktop.ui.kit.buttons import quiet
from tws_desktop.ui.kit.columns import Column, SideColumn, SplitColumns
from tws_desktop.ui.kit.flow_row import FlowRow
from tws_desktop.ui.kit.labels import WrapLabel
from tws_desktop.ui.kit.panel import Panel
from tws_desktop.ui.page import Action, ChipState, HeaderState
from tws_desktop.ui.place_page import View
from tws_desktop.ui.prepare.agenda_list import AgendaHead, AgendaList
from tws_desktop.ui.prepare.day_bar import DayBar
from tws_desktop.ui.prepare.method_menu import MethodMenu
from tws_desktop.ui.prepare.phase_panel import PhasePanel
from tws_desktop.ui.prepare.prepare_presenter import day, minutes_fault
from tws_desktop.ui.prepare.side import Side
from tws_desktop.ui.prepare.workshop_panel import WorkshopPanel
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr

if TYPE_CHECKING:
    from tws_desktop.services.ports import Work


class PrepareView(View):
    """The page of one workshop before the day."""

    tables = frozenset({"workshops", "steps", "step_runs", "plants", "projects", "entries", "sheets", "votes"})

    def __init__(self, desk: Desk, show_help: Callable[[str], None] | None = None) -> None:
        super().__init__(desk)
        self._room: Room | None = None
        self.bar, self.list = DayBar(), AgendaList()
        self._show_help = show_help
        self.side = Side(self._phase_panel, self._workshop_panel)
        self.checks, self.menu = self.side.checks, MethodMenu(desk.catalog.methods)
        self._is_about = False
        self._right = Column(self.side, tr("Angaben"))
        self._main_page = self._build_main()
        self.main = Column(self._main_page, tr("Ablauf"), "bg")
        side = SideColumn(self._right, tr("Phase"), "list-checks", 344)
        self.columns = SplitColumns(self.main, right=side)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.columns)
        self._connect()
        self.main.hide()
        self._show_side()

    @property
    def panel(self) -> PhasePanel:
        """The marked phase."""
        return self.side.phase.content

    @property
    def workshop_panel(self) -> WorkshopPanel:
        """What holds for the whole workshop."""
        return self.side.workshop.content

    @property
    def room(self) -> Room | None:
        """What is shown; None before it has been read."""
        return self._room

    def enter(self, thing: UUID | None) -> None:
        """Show this workshop; text that a crash left unsettled is stored now."""
        super().enter(thing)
        if thing is not None:
            self.desk.calls.read(lambda work: drafts.waiting(work, thing), lambda found: self._recover(found, thing))

    def refresh(self) -> None:
        """Read the workshop again."""
        if self.thing is not None:
            workshop_id = self.thing
            self.desk.calls.read(lambda work: room(work, workshop_id), self._show)

    def leave(self) -> None:
        """Hand on what is typed."""
        self.settle()
        super().leave()

    def settle(self) -> None:
        """Hand on what is typed anywhere on the page."""
        self.side.settle()
        self.bar.settle()

    def header(self) -> HeaderState:
        """Where we are, the format, print, and the way into the room."""
        if self._room is None:
            return HeaderState(tr("Workshop"))
        workshop = self._room.workshop
        running = workshop.state is WorkshopState.RUNNING
        chips = [ChipState(tr("Format {key}").format(key=workshop.format_key), "layers", "accent")]
        if workshop.state is WorkshopState.DONE:
            chips.append(ChipState(tr("beendet"), "circle-check", "ok"))
        reason = "" if self._room.steps else tr("Der Ablauf ist leer. Zuerst eine Phase einfügen.")
        return HeaderState(
            workshop.title,
            day(self._room, self.desk.catalog.methods).crumbs,
            tuple(chips),
            actions=(
                Action(tr("Fotos"), self._photos, "camera"),
                Action(tr("Dokumente"), self._papers, "printer"),
            ),
            filled=Action(tr("Weiter im Raum") if running else tr("Raum öffnen"), self._open_room, "play", "", reason),
        )

    def regions(self) -> tuple[QWidget, ...]:
        """Agenda and the right column."""
        return (self.main, self._right)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Strg+Z and Strg+Y outside of fields: the last action of this workshop."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        again = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if control and event.key() == Qt.Key.Key_Z:
            (self.redo if again else self.undo)()
        elif control and event.key() == Qt.Key.Key_Y:
            self.redo()
        else:
            super().keyPressEvent(event)

    def undo(self) -> None:
        """Take the last action of this workshop back."""
        self._back(lambda work, scope: work.undo(scope), tr("Rückgängig gemacht: {what}"))

    def redo(self) -> None:
        """Do again what was taken back."""
        self._back(lambda work, scope: work.redo(scope), tr("Wiederhergestellt: {what}"))

    def add_phase(self, method_key: str) -> None:
        """A phase of that method behind the marked one."""
        method = self.desk.catalog.methods[method_key]
        place = self._behind()
        self._write(
            lambda work, workshop_id: prepare.add_step(work, workshop_id, method, place),
            lambda step: self._added(str(step.id), tr("Phase „{title}“ eingefügt").format(title=step.title)),
        )

    def add_break(self, before: str = "") -> None:
        """A break of ten minutes before that phase, else behind the marked one."""
        place = self.list.place_of(before) if before else self._behind()
        self._write(
            lambda work, workshop_id: prepare.add_break(work, workshop_id, index=place),
            lambda step: self._added(str(step.id), tr("Pause eingefügt")),
        )

    def _recover(self, found: int, workshop_id: UUID) -> None:
        if found:
            words = tr("Nicht gespeicherter Text ist wieder da ({count})")
            self.desk.calls.write(
                lambda work: drafts.recover(work, workshop_id),
                lambda count: self.told.emit(words.format(count=count), self.undo),
            )

    def _keep_draft(self, key: str, column: str, text: str) -> None:
        self.desk.calls.write(lambda work: drafts.keep(work, UUID(key), column, text))

    def _show(self, found: Room) -> None:
        if found.workshop.id != self.thing:
            return
        self._room = found
        self._paint()
        self.header_changed.emit()

    def _paint(self) -> None:
        if self._room is None:
            return
        self.main.show()
        shown = day(self._room, self.desk.catalog.methods, self.list.current_key())
        self.list.set_lines(shown.lines)
        workshop, steps = self._room.workshop, self._room.steps
        self.bar.show_day(
            day(self._room, self.desk.catalog.methods, self.list.current_key()),
            beginning(workshop).time(),
            agenda.wished_end(workshop, steps).time(),
            workshop.headcount,
        )
        self.checks.show_day(shown)
        if self.side.workshop.made is not None:
            self.side.workshop.made.show_workshop(workshop)
        step = next((step for step in steps if str(step.id) == self.list.current_key()), None)
        other = step is not None and str(step.id) != self.panel.key
        if step is not None:
            self.panel.show_step(step, minutes_fault(shown.findings, str(step.id)))
        self._show_side()
        if other:
            self._right.verticalScrollBar().setValue(0)

    def _show_side(self) -> None:
        self.side.phase.setVisible(bool(self.list.current_key()) and not self._is_about)
        self.side.workshop.setVisible(self._is_about)

    def _show_findings(self) -> None:
        if self.columns.breadth is not Breadth.WIDE:
            self.columns.right_drawer.open()
        QTimer.singleShot(0, self, lambda: self._right.ensureWidgetVisible(self.checks))

    def _mark_phase(self, key: str) -> None:
        self._show_about(on=False)
        self.list.select(key)
        self.list.setFocus()

    def _mark(self, _key: str) -> None:
        if self._room is not None:
            self._paint()
            rect = self.list.visualRect(self.list.currentIndex())
            at = self.list.mapTo(self._main_page, rect.center())
            self.main.ensureVisible(at.x(), at.y(), 0, rect.height())

    def _change(self, key: str, column: str, value: Any) -> None:
        step_id = UUID(key)

        def use_case(work: Work) -> object:
            if column == "method_key":
                return agenda.set_method(work, step_id, self.desk.catalog.methods[value])
            if column == "cards_each":
                return agenda.set_cards_each(work, step_id, value or 0)
            if column == "minutes" and value is None:
                return None
            drafts.forget(work, step_id, column)
            return prepare.change_step(work, step_id, **{column: value})

        def failed(sentence: str) -> None:
            if self.panel.key == key:
                self.panel.form.show_fault(column, sentence)
            else:
                self.told.emit(sentence, None)

        self.desk.calls.write(use_case, lambda _done: self.panel.form.show_fault(column, ""), failed)

    def _change_workshop(self, column: str, value: object) -> None:
        self._write(
            lambda work, workshop_id: prepare.change_workshop(work, workshop_id, **{column: value}),
            failed=lambda sentence: self.workshop_panel.form.show_fault(column, sentence),
        )

    def _move(self, key: str, index: int) -> None:
        self._write(lambda work, _id: prepare.move_step(work, UUID(key), index))

    def _remove(self, key: str) -> None:
        title = next((line.title for line in self.list.lines if line.key == key), "")
        place, lines = self.list.place_of(key), self.list.lines
        beside = lines[place + 1 if place + 1 < len(lines) else place - 1].key

        def gone(_done: object) -> None:
            self.list.select(beside)
            self.told.emit(tr("„{title}“ entfernt").format(title=title), self.undo)

        self._write(lambda work, _id: prepare.remove_step(work, UUID(key)), gone)

    def _set_minutes(self, key: str, minutes: int) -> None:
        self._write(lambda work, _id: prepare.change_step(work, UUID(key), minutes=minutes))

    def _set_time(self, which: str, value: time | None) -> None:
        if value is not None:
            self._write(
                lambda work, workshop_id: agenda.set_times(work, workshop_id, **{which: value}),
                failed=self.bar.show_fault,
            )

    def _added(self, key: str, sentence: str) -> None:
        self.told.emit(sentence, self.undo)
        if not self.list.select(key) and self.thing is not None:
            workshop_id = self.thing

            def show(found: Room) -> None:
                self._show(found)
                self.list.select(key)

            self.desk.calls.read(lambda work: room(work, workshop_id), show)

    def _behind(self) -> int | None:
        place = self.list.place_of(self.list.current_key())
        return None if place < 0 else place + 1

    def _write(
        self,
        use_case: Callable[[Work, UUID], Any],
        then: Callable[[Any], None] | None = None,
        failed: Callable[[str], None] | None = None,
    ) -> None:
        if self.thing is not None:
            workshop_id = self.thing
            tell = failed or (lambda sentence: self.told.emit(sentence, None))
            self.desk.calls.write(lambda work: use_case(work, workshop_id), then, tell)

    def _back(self, act: Callable[[Work, Any], str], words: str) -> None:
        self.settle()
        self._write(
            lambda work, workshop_id: act(work, in_workshop(workshop_id)),
            lambda what: self.told.emit(words.format(what=what), None),
        )

    def _papers(self) -> None:
        self.settle()
        self.desk.open("papers", self.thing)

    def _photos(self) -> None:
        self.settle()
        self.desk.open("photos", self.thing)

    def _open_room(self) -> None:
        self.settle()
        self.desk.open("room", self.thing)

    def _open_phase(self, _key: str) -> None:
        self._show_about(on=False)
        if self.columns.breadth is not Breadth.WIDE:
            self.columns.right_drawer.open()
        self.panel.focus_first()

    def _show_about(self, *, on: bool) -> None:
        self._is_about = on
        self._show_side()
        self.about.setText(tr("Zurück zur Phase") if on else tr("Angaben zum Workshop"))
        if on and self.columns.breadth is not Breadth.WIDE:
            self.columns.right_drawer.open()

    def _connect(self) -> None:
        self.list.current_changed.connect(self._mark)
        self.list.moved.connect(self._move)
        self.list.minutes_typed.connect(self._set_minutes)
        self.list.remove_wanted.connect(self._remove)
        self.list.opened.connect(self._open_phase)
        self.list.refused.connect(lambda sentence: self.told.emit(sentence, None))
        self.bar.start_changed.connect(lambda value: self._set_time("start", value))
        self.bar.end_changed.connect(lambda value: self._set_time("end", value))
        self.bar.people_changed.connect(lambda value: self._change_workshop("headcount", value))
        self.checks.break_wanted.connect(self.add_break)
        self.checks.phase_wanted.connect(self._mark_phase)
        self.bar.findings_wanted.connect(self._show_findings)
        self.menu.chosen.connect(self.add_phase)

    def _phase_panel(self) -> PhasePanel:
        panel = PhasePanel(self.desk.catalog.methods, has_help=self._show_help is not None)
        panel.changed.connect(self._change)
        panel.typed.connect(self._keep_draft)
        panel.remove_wanted.connect(self._remove)
        panel.help_wanted.connect(self._show_help or (lambda _key: None))
        return panel

    def _workshop_panel(self) -> WorkshopPanel:
        panel = WorkshopPanel(self.desk)
        panel.changed.connect(self._change_workshop)
        kept = tr("Vorlage „{title}“ liegt in der Bibliothek")
        panel.template.kept.connect(lambda title: self.told.emit(kept.format(title=title), None))
        if self._room is not None:
            panel.show_workshop(self._room.workshop)
        return panel

    def _build_main(self) -> QWidget:
        page, table = QWidget(), Panel()
        page.setProperty("ground", "bg")
        rows, lines = QWidget(), QVBoxLayout()
        rows.setLayout(lines)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(AgendaHead())
        lines.addWidget(self.list)
        table.add_wide(rows)
        self.about = quiet(tr("Angaben zum Workshop"), "pencil")
        self.about.clicked.connect(lambda: self._show_about(on=not self._is_about))
        self.add_button = quiet(tr("Phase einfügen"), "plus")
        self.add_button.clicked.connect(lambda: self.menu.show_under(self.add_button))
        self.break_button = quiet(tr("Pause einfügen"), "coffee")
        self.break_button.clicked.connect(lambda _on=False: self.add_break())
        self.undo_button = quiet(tr("Rückgängig"), "undo-2")
        self.undo_button.clicked.connect(self.undo)
        self.redo_button = quiet(tr("Wiederherstellen"), "redo-2")
        self.redo_button.clicked.connect(self.redo)
        below = FlowRow(self.add_button, self.break_button, self.undo_button, self.redo_button, self.about)
        hint = tr("Alt + Pfeil verschiebt die markierte Phase, F2 ändert ihre Dauer, Entf entfernt sie.")
        column = QVBoxLayout(page)
        for widget in (self.bar, table, below, WrapLabel(hint, "caption", "text_2")):
            column.addWidget(widget)
        column.addStretch(1)
        column.setContentsMargins(style().space("x5"), style().space("x4"), style().px(20), style().space("x4"))
        column.setSpacing(style().space("x3"))
        return page

"""Between the room's widgets and the store: reads what is shown, asks for changes, keeps the clock."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from tws_desktop.domain.board_parameters import BoardKind
from tws_desktop.domain.confidentiality import Level, beamer_ceiling
from tws_desktop.domain.keeping import Happening, in_workshop
from tws_desktop.domain.workshops import WorkshopState
from tws_desktop.services import boards as board_rows
from tws_desktop.services import entries, prepare
from tws_desktop.services import room as rooms
from tws_desktop.services.boards import Content
from tws_desktop.services.offers import Shelf
from tws_desktop.services.ports import Work
from tws_desktop.services.room import Room
from tws_desktop.services.slides import Slide
from tws_desktop.ui.board_view import BoardView
from tws_desktop.ui.desk import Desk
from tws_desktop.ui.room import room_state
from tws_desktop.ui.words import tr
from tws_desktop.workshop.slip import Proposal

BEAT_SECONDS = 5
_CLOCK_ONLY = frozenset({"step_runs", "drafts"})


class BoardParts(Protocol):
    """What the room needs of the boards; `tws_desktop.boards` itself is one."""

    def view_type(self, kind: BoardKind) -> type[BoardView]:
        """The widget of a board."""

    def slide(self, content: Content, shelf: Shelf, ceiling: Level) -> Slide:
        """What the beamer shows of a board."""


class RoomPresenter(QObject):
    """`enter(id)` opens a workshop; signals say what has to be shown anew."""

    shown = Signal()
    content_shown = Signal(object)
    content_stayed = Signal()
    ticked = Signal()
    told = Signal(str)
    drafts_found = Signal(dict)

    def __init__(self, desk: Desk, parts: BoardParts) -> None:
        super().__init__()
        self.desk, self.parts = desk, parts
        self.room: Room | None = None
        self.content: Content | None = None
        self.board_key = ""
        self._workshop_id: UUID | None = None
        self._last_beat: datetime | None = None
        self._seconds = QTimer(self)
        self._seconds.setInterval(1000)
        self._seconds.timeout.connect(self.tick)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(15)
        self._soon.timeout.connect(self._read)
        self._rows_changed = False
        desk.calls.changed.connect(self._changed)
        desk.calls.refused.connect(self._refused)

    # -- opening ---------------------------------------------------------------------------------

    def enter(self, workshop_id: UUID) -> None:
        """Opens the room: the time the program was not running does not count."""
        self._workshop_id = workshop_id
        self.room, self.content, self.board_key = None, None, ""
        self.desk.calls.write(lambda work: rooms.reopen(work, workshop_id), lambda _: self._opened(workshop_id))

    def leave(self) -> None:
        """Closes the room; the clock goes on as it was."""
        self.beat()
        self._seconds.stop()
        self._workshop_id = None

    def _opened(self, workshop_id: UUID) -> None:
        self.desk.calls.read(lambda work: work.drafts("room", str(workshop_id)), self.drafts_found.emit)
        self._rows_changed = True
        self._read()
        self._seconds.start()

    # -- reading ---------------------------------------------------------------------------------

    def _changed(self, tables: frozenset[str]) -> None:
        if self._workshop_id is None or tables <= {"drafts"}:
            return
        self._rows_changed = self._rows_changed or not tables <= _CLOCK_ONLY
        self._soon.start()

    def _read(self) -> None:
        workshop_id = self._workshop_id
        if workshop_id is None:
            return
        rows, self._rows_changed = self._rows_changed, False
        shelf, key = self.desk.catalog, self.board_key

        def read(work: Work) -> tuple[Room, Content | None, bool]:
            found = rooms.room(work, workshop_id)
            step = found.current
            over = found.workshop.state is WorkshopState.DONE
            if step is None or not step.boards or over or not rows:
                return found, None, rows
            keys = [board.key for board in step.boards]
            return found, board_rows.content(work, shelf, step.id, key if key in keys else keys[0]), rows

        self.desk.calls.read(read, self._arrived)

    def _arrived(self, found: tuple[Room, Content | None, bool]) -> None:
        room, content, rows = found
        if self._workshop_id != room.workshop.id:
            return
        changed = room != self.room
        if changed:
            self.room = room
            self.shown.emit()
        if rows:
            self.content = content
            self.content_shown.emit(content)
        elif changed:
            self.content_stayed.emit()

    # -- time ------------------------------------------------------------------------------------

    def now(self) -> datetime:
        """The moment, UTC."""
        return self.desk.now()

    def tick(self) -> None:
        """Once a second: the clock; every few seconds the phase is noted as running."""
        self.ticked.emit()
        if self._last_beat is None or (self.now() - self._last_beat).total_seconds() >= BEAT_SECONDS:
            self.beat()

    def beat(self) -> None:
        """Notes that the phase is running now."""
        run = self.room.running if self.room else None
        if run is not None and run.paused_at is None:
            self._last_beat = self.now()
            self.desk.calls.write(lambda work: rooms.beat(work, run.id))

    def seconds(self) -> tuple[int, int]:
        """Seconds left and in all of the current phase."""
        return room_state.left_seconds(self.room, self.now()) if self.room else (0, 0)

    @property
    def paused(self) -> bool:
        """Whether the clock stands."""
        run = self.room.running if self.room else None
        return run is not None and run.paused_at is not None

    def toggle_pause(self) -> None:
        """Stops the clock or lets it go on."""
        run = self.room.running if self.room else None
        if run is not None:
            use = rooms.resume if run.paused_at else rooms.pause
            self.desk.calls.write(lambda work: use(work, run.id))

    def add_minutes(self, minutes: int) -> None:
        """Lengthens or shortens the running phase."""
        run = self.room.running if self.room else None
        if run is not None:
            self.desk.calls.write(lambda work: rooms.add_minutes(work, run.id, minutes))

    # -- phases ----------------------------------------------------------------------------------

    @property
    def begun(self) -> bool:
        """Whether a phase has been begun."""
        return self.room is not None and self.room.workshop.current_step_id is not None

    @property
    def over(self) -> bool:
        """Whether the workshop is done."""
        return self.room is not None and self.room.workshop.state is WorkshopState.DONE

    def next_phase(self) -> None:
        """The next phase; behind the last one the workshop is done."""
        if self.room is not None and not self.over:
            self.board_key = ""
            self._write(rooms.next_step, self._phase_told)

    def go_to(self, step_id: UUID) -> None:
        """Another phase of the agenda."""
        if self.room is not None and (self.over or step_id != self.room.workshop.current_step_id):
            self.board_key = ""
            self._write(lambda work, of: rooms.go_to(work, of, step_id), self._phase_told)

    def _phase_told(self, workshop: Any) -> None:
        if workshop.state is WorkshopState.DONE:
            self.told.emit(tr("Workshop beendet."))
            return
        steps = self.room.steps if self.room else ()
        title = next((step.title for step in steps if step.id == workshop.current_step_id), "")
        self.told.emit(tr("Phase begonnen: {title}.").format(title=title))

    def choose_board(self, key: str) -> None:
        """Another board of the phase."""
        if key != self.board_key:
            self.board_key = key
            self._rows_changed = True
            self._read()

    def apply(self, found: room_state.Drift, proposal: Proposal) -> None:
        """Takes over a proposal for lost time."""
        room = self.room
        if room is None:
            return
        minutes = room_state.new_minutes(room, found, proposal)
        gone = tuple(UUID(key) for key in proposal.gone)
        told = tr("Zeitplan angepasst. Ende {end}.").format(end=f"{proposal.end:%H:%M}")
        self._write(lambda work, of: prepare.set_minutes(work, of, minutes, gone), lambda _: self.told.emit(told))

    # -- words, notes, undo ----------------------------------------------------------------------

    def park(self, text: str, failed: Callable[[str], None]) -> None:
        """Into the parking lot."""
        self._aside(entries.park, "parked", text, failed)

    def note(self, text: str, failed: Callable[[str], None]) -> None:
        """A private note."""
        self._aside(entries.note_privately, "note", text, failed)

    def _aside(self, use: Callable[..., Any], field: str, text: str, failed: Callable[[str], None]) -> None:
        step = self.room.workshop.current_step_id if self.room else None

        def add(work: Work, of: UUID) -> None:
            use(work, of, text, step)
            work.keep_draft("room", str(of), field, "")

        self._write(add, None, failed)

    def strike(self, entry_id: UUID) -> None:
        """Strikes a line of the parking lot or a note."""
        self._write(lambda work, _: entries.strike(work, entry_id), lambda _: self.told.emit(tr("Zeile gelöscht.")))

    def keep_draft(self, field: str, text: str) -> None:
        """Keeps what is half typed."""
        self._write(lambda work, of: work.keep_draft("room", str(of), field, text))

    def change_workshop(self, values: Mapping[str, Any]) -> None:
        """Headcount, room audience and the like, before the start."""
        self._write(lambda work, of: prepare.change_workshop(work, of, **values))

    def undo(self) -> None:
        """Takes back the last action in this workshop."""
        self._write(
            lambda work, of: work.undo(in_workshop(of)),
            lambda what: self.told.emit(tr("Rückgängig gemacht: {what}.").format(what=what)),
        )

    def redo(self) -> None:
        """Does again what was taken back."""
        self._write(
            lambda work, of: work.redo(in_workshop(of)),
            lambda what: self.told.emit(tr("Wiederhergestellt: {what}.").format(what=what)),
        )

    def history(self, then: Callable[[tuple[Happening, ...]], None]) -> None:
        """What was done in this workshop, newest first."""
        workshop_id = self._workshop_id
        if workshop_id is not None:
            self.desk.calls.read(lambda work: work.history(in_workshop(workshop_id)), then)

    # -- beamer ----------------------------------------------------------------------------------

    @property
    def ceiling(self) -> Level:
        """The highest level the beamer shows."""
        if self.room is None:
            return Level.OPEN
        return beamer_ceiling(self.room.workshop.default_level, self.room.workshop.room_audience)

    def board_slide(self) -> Slide | None:
        """What the beamer may show of the current board."""
        if self.content is None:
            return None
        return self.parts.slide(self.content, self.desk.catalog, self.ceiling)

    def _write(
        self,
        use: Callable[[Work, UUID], Any],
        then: Callable[[Any], None] | None = None,
        failed: Callable[[str], None] | None = None,
    ) -> None:
        workshop_id = self._workshop_id
        if workshop_id is not None:
            self.desk.calls.write(lambda work: use(work, workshop_id), then, failed or self.told.emit)

    def _refused(self, sentence: str) -> None:
        if self._workshop_id is not None:
            self.told.emit(sentence)

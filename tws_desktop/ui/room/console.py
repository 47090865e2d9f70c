"""The right column: what to say, clock, beamer, parking lot, photos, notes, help."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tws_desktop.ui.beamer.beamer import Beamer
from tws_desktop.ui.kit.strip import StripItem
from tws_desktop.ui.photos.photo_panel import PhotoPanel
from tws_desktop.ui.photos.photo_presenter import PhotoPresenter
from tws_desktop.ui.room.asides_panel import AsidesPanel, SafePanel
from tws_desktop.ui.room.beamer_panel import BeamerPanel
from tws_desktop.ui.room.console_panels import HelpPanel, SayPanel, TimerPanel
from tws_desktop.ui.room.room_presenter import RoomPresenter
from tws_desktop.ui.room.room_state import clock_words, sentences
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr


class Console(QWidget):
    """`refresh` after the room has changed, `tick` each second."""

    def __init__(self, presenter: RoomPresenter, beamer: Beamer, photos: PhotoPresenter) -> None:
        super().__init__()
        self._presenter, self._beamer, self._photos = presenter, beamer, photos
        self._step: object = None
        self.say = SayPanel()
        self.timer = TimerPanel()
        self.beamer = BeamerPanel(beamer)
        self.safe = SafePanel()
        self.parked = AsidesPanel(tr("Themenspeicher"), "circle-parking", tr("Später darüber reden"), presenter.park)
        self.notes = AsidesPanel(tr("Private Notiz"), "lock", tr("Nur für mich"), presenter.note)
        self.photos = PhotoPanel(photos, tr("Fotos dieser Phase"))
        self.help = HelpPanel()
        column = QVBoxLayout(self)
        column.setContentsMargins(*(style().px(side) for side in (14, 12, 13, 12)))
        column.setSpacing(style().px(9))
        for panel in (self.say, self.timer, self.beamer, self.safe, self.parked, self.photos, self.notes, self.help):
            column.addWidget(panel)
        column.addStretch(1)
        self.timer.added.connect(presenter.add_minutes)
        self.timer.pause.connect(presenter.toggle_pause)
        self.timer.next.connect(presenter.next_phase)
        self.timer.clock_shared.connect(lambda _: self.tick())
        self.parked.typed.connect(lambda text: presenter.keep_draft("parked", text))
        self.notes.typed.connect(lambda text: presenter.keep_draft("note", text))
        self.parked.struck.connect(presenter.strike)
        self.notes.struck.connect(presenter.strike)
        self.safe.asked.connect(beamer.ask)
        self.safe.private.connect(beamer.keep_private)
        beamer.changed.connect(self._safety)
        photos.shown.connect(self._show_photos)
        presenter.drafts_found.connect(self._typed)
        self._safety()

    def strip(self) -> tuple[StripItem, ...]:
        """What stands in the strip where the column has no room."""
        return (
            StripItem("quote", tr("Sagen"), self.say),
            StripItem("monitor", tr("Beamer"), self.beamer),
            StripItem("circle-parking", tr("Parken"), self.parked),
            StripItem("camera", tr("Fotos"), self.photos),
            StripItem("lock", tr("Notiz"), self.notes),
        )

    def refresh(self) -> None:
        """Shows the room as it stands."""
        room = self._presenter.room
        if room is None:
            return
        anew = room.workshop.current_step_id != self._step
        self._step = room.workshop.current_step_id
        self.say.show_sentences(sentences(room, self._presenter.now(), self._presenter.desk.catalog.methods), anew=anew)
        self.parked.show_lines(room.parked, str(len(room.parked)) if room.parked else "")
        self.notes.show_lines(room.notes, tr("nie auf der Leinwand"))
        current = room.current
        method = self._presenter.desk.catalog.methods.get(current.method_key) if current else None
        pitfalls = tuple(str(trap) for trap in room.workshop.format_copy.get("pitfalls", ()))
        traps = (*(method.traps if method else ()), *pitfalls)
        self.help.show_help(current.plan_b if current else "", traps)
        self._show_photos()
        self._safety()
        self.timer.setVisible(self._presenter.begun and not self._presenter.over)
        self.tick()

    def tick(self) -> None:
        """The clock, here and where the group sees it."""
        left, total = self._presenter.seconds()
        self.timer.show_time(left, total, paused=self._presenter.paused)
        shared = self.timer.share.isChecked() and total > 0 and not self._presenter.over
        self._beamer.set_clock(clock_words(left) if shared else "")
        if shared:
            self.beamer.thumbnail.update()

    def _show_photos(self) -> None:
        current = self._presenter.room.current if self._presenter.room else None
        here = current.id if current is not None and not self._presenter.over else None
        self.photos.show_phase(self._photos.phase(here))

    def _typed(self, drafts: dict[str, str]) -> None:
        self.parked.set_typed(drafts.get("parked", ""))
        self.notes.set_typed(drafts.get("note", ""))

    def _safety(self) -> None:
        safe = not self._beamer.confirmed
        self.safe.setVisible(safe)
        self.notes.set_hidden(safe)
        self.photos.cover(self._presenter.ceiling if safe else None)

"""All photos of a workshop by phase: where they are added and described after the day."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from tws_desktop.domain.keeping import in_workshop
from tws_desktop.services.workshops.photos import PhasePhotos
from tws_desktop.services.workshops.room import Room, room
from tws_desktop.ui.desk import Desk
from tws_desktop.ui.kit.columns import Column
from tws_desktop.ui.kit.labels import WrapLabel
from tws_desktop.ui.page import Action, HeaderState
from tws_desktop.ui.photos.photo_panel import PhotoPanel
from tws_desktop.ui.photos.photo_presenter import PhotoPresenter
from tws_desktop.ui.photos.photo_view import PhotoView
from tws_desktop.ui.place_page import View
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr


class PhotosView(View):
    """A panel for each phase, and one photo large in place of them."""

    tables = frozenset({"workshops", "steps", "projects", "plants"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._room: Room | None = None
        self.photos = PhotoPresenter(desk, self)
        self.large = PhotoView(self.photos, tr("Zurück zu allen Fotos"))
        self.panels: dict[UUID, PhotoPanel] = {}
        self._page, self._list = QWidget(), QVBoxLayout()
        self._page.setProperty("ground", "bg")
        hint = tr("Die Fotos stehen im Fotoprotokoll unter ihrer Phase. Ort, Zeit und Kamera werden nicht aufgehoben.")
        column = QVBoxLayout(self._page)
        column.addWidget(WrapLabel(hint, "body", "text_2"))
        column.addLayout(self._list)
        column.addStretch(1)
        framed = QWidget()
        around = QVBoxLayout(framed)
        around.addWidget(self.large)
        for layout in (column, around):
            layout.setContentsMargins(
                style().space("x5"), style().space("x4"), style().space("x5"), style().space("x4")
            )
            layout.setSpacing(style().space("x3"))
        self._list.setSpacing(style().space("x3"))
        self._stack = QStackedWidget()
        self._all = Column(self._page, tr("Fotos"), "bg")
        self._stack.addWidget(self._all)
        self._stack.addWidget(framed)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self.photos.shown.connect(self._show_photos)
        self.photos.told.connect(lambda sentence: self.told.emit(sentence, self.undo))
        self.large.closed.connect(self._show_all)

    def enter(self, thing: UUID | None) -> None:
        """Show the photos of this workshop."""
        self._stack.setCurrentIndex(0)
        if thing is not None:
            self.photos.enter(thing)
        super().enter(thing)

    def _show_all(self, photo_id: UUID) -> None:
        self._stack.setCurrentIndex(0)
        for panel in self.panels.values():
            panel.focus_photo(photo_id)

    def leave(self) -> None:
        """Hand on what is typed."""
        self.large.kept.settle()
        self.photos.leave()
        super().leave()

    def refresh(self) -> None:
        """Read the workshop's name again."""
        if self.thing is not None:
            workshop_id = self.thing
            self.desk.calls.read(lambda work: room(work, workshop_id), self._show)

    def header(self) -> HeaderState:
        """Where we are."""
        if self._room is None:
            return HeaderState(tr("Fotos"))
        return HeaderState(
            tr("Fotos"),
            (self._room.plant.name, self._room.workshop.title),
            actions=(
                Action(tr("Zum Workshop"), lambda: self.desk.open("workshop", self.thing), "arrow-left"),
                Action(tr("Dokumente"), lambda: self.desk.open("papers", self.thing), "printer"),
            ),
        )

    def regions(self) -> tuple[QWidget, ...]:
        """The list of phases."""
        return (self._all,)

    def undo(self) -> None:
        """Take the last action of this workshop back."""
        if self.thing is not None:
            scope = in_workshop(self.thing)
            told = tr("Rückgängig gemacht: {what}")
            self.desk.calls.write(
                lambda work: work.undo(scope), lambda what: self.told.emit(told.format(what=what), None)
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Strg+Z outside of fields: the last action of this workshop."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        else:
            super().keyPressEvent(event)

    def _show(self, found: Room) -> None:
        if found.workshop.id == self.thing:
            self._room = found
            self.header_changed.emit()

    def _show_photos(self) -> None:
        wanted = [phase.step.id for phase in self.photos.phases]
        if list(self.panels) != wanted:
            self._clear()
            for phase in self.photos.phases:
                self._add(phase)
        for phase in self.photos.phases:
            self.panels[phase.step.id].set_title(_title(phase), str(len(phase.photos) or ""))
            self.panels[phase.step.id].show_phase(phase)

    def _add(self, phase: PhasePhotos) -> None:
        panel = PhotoPanel(self.photos, _title(phase), small_head=False)
        panel.opened.connect(self._open)
        self.panels[phase.step.id] = panel
        self._list.addWidget(panel)

    def _clear(self) -> None:
        for panel in self.panels.values():
            self._list.removeWidget(panel)
            panel.hide()
            panel.deleteLater()
        self.panels.clear()

    def _open(self, photo_id: UUID) -> None:
        self._stack.setCurrentIndex(1)
        self.large.show_photo(photo_id)


def _title(phase: PhasePhotos) -> str:
    return f"{phase.step.number}. {phase.step.title}" if phase.step.number else phase.step.title

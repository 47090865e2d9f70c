"""All places of the desk, made for an open store and put into the frame."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor
from datetime import datetime
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from tws_desktop import boards
from tws_desktop.app import package_dialogs as packages
from tws_desktop.app import paths
from tws_desktop.app.importing import take_package
from tws_desktop.app.opening import Opened
from tws_desktop.app.protecting import protection
from tws_desktop.app.samples import take_sample
from tws_desktop.app.writing import write_document
from tws_desktop.domain.plants import Project
from tws_desktop.services.packages.taking import TakenOver
from tws_desktop.storage.backups import back_up
from tws_desktop.ui.agreements.page import AgreementsPage
from tws_desktop.ui.agreements.page import address as agreement_address
from tws_desktop.ui.calls import Calls
from tws_desktop.ui.desk import Desk
from tws_desktop.ui.frame_view import Frame
from tws_desktop.ui.jobs import JobRunner
from tws_desktop.ui.library.library_view import LibraryView
from tws_desktop.ui.page import Place
from tws_desktop.ui.papers.papers_view import PapersView
from tws_desktop.ui.photos.photos_view import PhotosView
from tws_desktop.ui.place_page import PlacePage, address
from tws_desktop.ui.plants.plant_view import PlantView
from tws_desktop.ui.plants.plants_view import PlantsView
from tws_desktop.ui.plants.project_view import ProjectView
from tws_desktop.ui.prepare.prepare_view import PrepareView
from tws_desktop.ui.room.room_view import RoomView
from tws_desktop.ui.settings.settings_view import Can, SettingsView
from tws_desktop.ui.today.today_view import TodayView
from tws_desktop.ui.trash.trash_view import TrashView
from tws_desktop.ui.words import tr
from tws_desktop.ui.workshops.new_workshop_view import NewWorkshopView
from tws_desktop.ui.workshops.workshops_view import WorkshopsView


class DeskPages:
    """The open desk: pages, the room, and the way from one to the other."""

    def __init__(
        self,
        frame: Frame,
        opened: Opened,
        place: Path,
        executor: Executor,
        apply_look: Callable[[str, float], None],
    ) -> None:
        self._frame, self._opened, self._place, self._executor = frame, opened, place, executor
        self.calls = Calls(opened.store, frame)
        self.desk = Desk(self.calls, opened.catalog, self.open)
        self._jobs = JobRunner(executor, frame)
        self._room: RoomView | None = None
        self.in_room: UUID | None = None
        """The workshop whose room is open."""
        self._can = Can(
            apply_look=apply_look,
            protection=protection(opened, place, self._jobs),
            write=write_document,
            take_sample=self._take_sample,
            places=((tr("Daten"), str(place)), (tr("Sicherungen"), str(paths.backups(place)))),
        )
        self._agreements = AgreementsPage(self.desk, write_document, executor, _show_file, frame)
        self._library: LibraryView | None = None
        for page in self._places():
            page.told.connect(frame.toast.show_toast)
            frame.add(page)
        self._agreements.told.connect(frame.toast.show_toast)
        frame.add(self._agreements)
        self.calls.refused.connect(lambda sentence: frame.toast.show_toast(sentence, None, "circle-alert"))

    def open(self, key: str, thing: UUID | None) -> None:
        """Go to a page by its key; the room takes the whole window."""
        if key == "room":
            if thing is not None:
                self._enter_room(thing)
            return
        if not self.leave_room():
            return
        if key in {"agreement", "agreements"}:
            self._frame.open(Place.VEREINBARUNGEN, agreement_address(thing))
        else:
            self._frame.open(*address(key, thing))

    def leave_room(self) -> bool:
        """Close the room if it is open; False while a vote is under way in it."""
        if self._room is not None:
            if not self._room.leave():
                return False
            self._frame.show_desk()
            self._room.deleteLater()
            self._room = self.in_room = None
        return True

    def close(self) -> None:
        """Let go of the store."""
        if self._room is not None:
            self._room.leave()
        self.calls.close()

    def say_in_room(self, sentence: str) -> bool:
        """Say it in the room; False where no room is shown."""
        if self._room is None or not self._room.isVisible():
            return False
        self._room.area.show_told(sentence)
        return True

    def _enter_room(self, workshop_id: UUID) -> None:
        if not self.leave_room():
            return
        self._room, self.in_room = RoomView(self.desk, boards), workshop_id
        self._frame.show_whole(self._room)
        self._room.enter(workshop_id)

    def _places(self) -> tuple[PlacePage, ...]:
        desk = self.desk
        return (
            PlacePage(
                desk,
                Place.HEUTE,
                tr("Heute"),
                "house",
                {
                    "today": lambda: TodayView(desk, self._take_sample, self._back_up, self._last_backup),
                    "settings": lambda: SettingsView(desk, self._can),
                    "trash": lambda: TrashView(desk),
                },
                self._frame,
            ),
            PlacePage(
                desk,
                Place.BETRIEBE,
                tr("Betriebe"),
                "factory",
                {
                    "plants": lambda: PlantsView(desk, self._take_sample, self._take_package),
                    "plant": lambda: PlantView(desk),
                    "project": lambda: ProjectView(desk, self._give_package),
                    "project_papers": lambda: self._papers(of_project=True),
                },
                self._frame,
            ),
            PlacePage(
                desk,
                Place.WORKSHOPS,
                tr("Workshops"),
                "presentation",
                {
                    "workshops": lambda: WorkshopsView(desk),
                    "new_workshop": lambda: NewWorkshopView(desk),
                    "workshop": lambda: PrepareView(desk, self._show_method),
                    "photos": lambda: PhotosView(desk),
                    "papers": lambda: self._papers(of_project=False),
                },
                self._frame,
            ),
            PlacePage(
                desk, Place.BIBLIOTHEK, tr("Bibliothek"), "library", {"library": self._make_library}, self._frame
            ),
        )

    def _papers(self, *, of_project: bool) -> PapersView:
        return PapersView(self.desk, write_document, boards.report, self._executor, of_project=of_project)

    def _make_library(self) -> LibraryView:
        self._library = LibraryView(self.desk)
        return self._library

    def _show_method(self, key: str) -> None:
        self.open("library", None)
        if self._library is not None:
            self._library.show_method(key)

    def _take_sample(self) -> None:
        store, catalog = self._opened.store, self._opened.catalog
        toast = self._frame.toast.show_toast
        self._jobs.run(lambda: take_sample(store, catalog), lambda taken: toast(taken.sentence), toast)

    def _take_package(self, path: Path | None = None, passphrase: str = "") -> None:
        store, catalog, toast = self._opened.store, self._opened.catalog, self._frame.toast.show_toast
        chosen = path or packages.ask_for_package(self._frame)
        if chosen is None:
            return

        def job() -> TakenOver | None:
            try:
                return take_package(store, catalog, chosen, passphrase)
            except packages.PassphraseNeeded:
                if passphrase:
                    raise
                return None

        def done(taken: TakenOver | None) -> None:
            if taken is not None:
                toast(" ".join((taken.sentence, *taken.notices[:1])))
            elif typed := packages.ask_for_passphrase(self._frame):
                self._take_package(chosen, typed)

        self._jobs.run(job, done, toast)

    def _give_package(self, project_id: UUID) -> None:
        store, toast = self._opened.store, self._frame.toast.show_toast
        project = store.read(lambda work: work.get(Project, project_id)).result()
        where = packages.ask_where_to_give(self._frame, project.title)
        if where is not None:
            self._jobs.run(lambda: packages.give_out(store, project_id, *where), toast, toast)

    def _back_up(self) -> None:
        store, toast = self._opened.store, self._frame.toast.show_toast
        folder = paths.backups(self._place)
        self._jobs.run(lambda: back_up(store, folder), lambda made: toast(f"Gesichert in {made}."), toast)

    def _last_backup(self) -> str:
        """When the newest backup was made, as a short text."""
        folder = paths.backups(self._place)
        names = sorted(path.name for path in folder.glob("sicherung-*")) if folder.is_dir() else []
        if not names:
            return tr("Noch keine Sicherung")
        try:
            moment = datetime.strptime(names[-1], "sicherung-%Y%m%d-%H%M%S").astimezone()
        except ValueError:
            return tr("Noch keine Sicherung")
        return tr("Letzte Sicherung {when}").format(when=f"{moment:%d.%m.%Y, %H:%M}")


def _show_file(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

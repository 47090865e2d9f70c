"""The window from first paint to last: frame at once, then the store, then its pages."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, Qt, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from tws_desktop.app import crash, paths
from tws_desktop.app.locking import lock
from tws_desktop.app.looks import dress, keep_look, read_look
from tws_desktop.app.opening import Door, Opened, door, make_place, new_code, open_place
from tws_desktop.domain.errors import Refused
from tws_desktop.ui import style
from tws_desktop.ui.frame_view import Frame
from tws_desktop.ui.jobs import JobRunner
from tws_desktop.ui.page import Place
from tws_desktop.ui.words import tr

if TYPE_CHECKING:
    import argparse
    from concurrent.futures import Executor
    from uuid import UUID

    from tws_desktop.app.desk_pages import DeskPages
    from tws_desktop.app.raising import Bell
    from tws_desktop.services.settings import Facilitator

NAME = "TWS Desktop"
_LATER_MS = 300


def open_window(options: argparse.Namespace) -> int:
    """Run the program with its window; the return value is the exit code."""
    application = new_application(sys.argv[:1])
    place = paths.data_place(options.data)
    dress(application, read_look(place))
    try:
        held = lock(place)
    except Refused as refusal:
        return _second_start(place, str(refusal))
    program = Program(application, place)
    crash.watch(paths.reports(place), program.say)
    program.start()
    code = application.exec()
    program.close()
    held.unlock()
    return code


def new_application(arguments: list[str]) -> QApplication:
    """The application with its name, style and language."""
    application = QApplication([*arguments, "-style", "fusion"])
    application.setProperty(style.BORN_IN_STYLE, True)
    application.setApplicationName(NAME)
    speak_german(application)
    return application


def _second_start(place: Path, sentence: str) -> int:
    """Bring the open window to the front; where it does not answer, say what is open."""
    from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415

    from tws_desktop.app.raising import ring  # noqa: PLC0415  (only a second start and an open window need it)

    if ring(place):
        return 0
    QMessageBox.information(None, NAME, sentence)
    return 1


def speak_german(application: QApplication) -> None:
    """Qt's own words (buttons of file dialogs, menus of fields) in German."""
    QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Germany))
    words = QTranslator(application)
    if words.load("qtbase_de", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(words)


class Program(QObject):
    """Holds the frame and, while it is open, the store with its pages."""

    def __init__(self, application: QApplication, place: Path) -> None:
        super().__init__()
        self._application, self._place = application, place
        self._look = read_look(place)
        self._opened: Opened | None = None
        self._bell: Bell | None = None
        self.pages: DeskPages | None = None
        self._locked_in: tuple[Place, UUID | None] = (Place.HEUTE, None)
        self.frame = self._new_frame()

    @cached_property
    def _executor(self) -> Executor:
        from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415  (after the first paint)

        return ThreadPoolExecutor(1, thread_name_prefix="papiere")

    @cached_property
    def _jobs(self) -> JobRunner:
        return JobRunner(self._executor, self)

    def start(self) -> None:
        """Show the frame, then look for the store."""
        self.frame.painted.connect(self._look_for_store, Qt.ConnectionType.SingleShotConnection)
        self._show_frame()

    def _show_frame(self) -> None:
        room = self._application.primaryScreen().availableGeometry()
        if self._look.geometry or (room.width() > self.frame.width() and room.height() > self.frame.height() + 60):
            self.frame.show()
        else:
            self.frame.showMaximized()

    def say(self, sentence: str) -> None:
        """One sentence to people, wherever they are."""
        if self.pages is None or not self.pages.say_in_room(sentence):
            self.frame.toast.show_toast(sentence, None, "circle-alert")

    def close(self) -> None:
        """Close what is open, in order."""
        if self._bell is not None:
            self._bell.close()
        if self.pages is not None:
            self.pages.close()
        self._executor.shutdown()
        if self._opened is not None:
            self._opened.store.close()

    def _new_frame(self) -> Frame:
        frame = Frame(NAME)
        if self._look.geometry:
            frame.restore_from(self._look.geometry)
        if self._look.room:
            from tws_desktop.ui.beamer.screens import step_aside  # noqa: PLC0415  (only where there was a beamer)

            step_aside(frame, self._look.room)
        frame.lock_wanted.connect(self._lock)
        frame.closing.connect(self._closing)
        return frame

    def _look_for_store(self) -> None:
        self._jobs.run(lambda: door(self._place), self._at_door, self.say)
        QTimer.singleShot(_LATER_MS, self, self._listen)

    def _listen(self) -> None:
        from tws_desktop.app.raising import Bell  # noqa: PLC0415  (after the first paint)

        self._bell = Bell(self._place, self._come_to_front, self)

    def _come_to_front(self) -> None:
        frame = self.frame
        frame.setWindowState(frame.windowState() & ~Qt.WindowState.WindowMinimized)
        frame.show()
        frame.raise_()
        frame.activateWindow()

    def _at_door(self, found: Door) -> None:
        if found is Door.NEW:
            self._show_start()
        elif found is Door.LOCKED:
            self._show_unlock()
        else:
            self._jobs.run(lambda: open_place(self._place), self._enter, self.say)

    def _show_start(self) -> None:
        from tws_desktop.app.writing import write_document  # noqa: PLC0415
        from tws_desktop.catalog.catalog import load_catalog  # noqa: PLC0415  (once, before anything is open)
        from tws_desktop.ui.desk import local_today  # noqa: PLC0415
        from tws_desktop.ui.start.start_view import StartView  # noqa: PLC0415

        offices = [office.title for office in load_catalog().choices["offices"].entries]
        places = (str(self._place), str(paths.backups(self._place)))
        view = StartView(new_code, write_document, offices, places, local_today)

        def made(passphrase: str, code: str, who: Facilitator, with_sample: bool) -> None:
            def job() -> Opened:
                return make_place(self._place, passphrase, code, who, with_sample=with_sample)

            self._jobs.run(job, self._enter, view.show_fault)

        view.created.connect(made)
        self.frame.show_whole(view)

    def _show_unlock(self) -> None:
        from tws_desktop.ui.start.unlock_view import UnlockView  # noqa: PLC0415

        view = UnlockView()
        view.unlock_wanted.connect(
            lambda secret: self._jobs.run(lambda: open_place(self._place, secret), self._enter, _wrong(view.show_wrong))
        )
        self.frame.show_whole(view)
        view.field.setFocus()

    def _enter(self, opened: Opened) -> None:
        from tws_desktop.app.desk_pages import DeskPages  # noqa: PLC0415  (pages load after the first paint)

        self._opened = opened
        self.pages = DeskPages(self.frame, opened, self._place, self._executor, self._apply_look)
        place, in_room = self._locked_in
        self.frame.show_desk()
        self.frame.open(place)
        self.frame.rail.tiles[place].setFocus(Qt.FocusReason.OtherFocusReason)
        if in_room is not None:
            self.pages.open("room", in_room)

    def _apply_look(self, brightness: str, scale: float) -> None:
        self._look = replace(self._look, brightness=brightness, scale=scale)
        dress(self._application, self._look)
        self._keep_look()

    def _closing(self) -> None:
        if self._opened is not None:
            from tws_desktop.services.workshops.projection import projection  # noqa: PLC0415  (after the first paint)
            from tws_desktop.ui.beamer.screens import digest  # noqa: PLC0415

            with suppress(Refused):
                self._look = replace(self._look, room=digest(self._opened.store.read(projection).result().screen))
        self._keep_look()

    def _keep_look(self) -> None:
        self._look = replace(self._look, geometry=self.frame.geometry_text())
        keep_look(self._place, self._look)

    def _lock(self) -> None:
        if self._opened is None or self.pages is None:
            return
        if not self._opened.store.locks:
            self.say(
                tr("Diese Daten haben kein Kennwort. Setzen Sie in den Einstellungen eines, dann können Sie sperren.")
            )
            return
        in_room = self.pages.in_room
        if not self.pages.leave_room():
            return
        self._locked_in = (self.frame.current or Place.HEUTE, in_room)
        old, pages, opened = self.frame, self.pages, self._opened
        self.pages, self._opened = None, None
        pages.close()
        opened.store.close()
        self.frame = self._new_frame()
        self.frame.setGeometry(old.geometry())
        self.frame.setWindowState(old.windowState())
        self.frame.show()
        old.closing.disconnect()
        old.close()
        old.deleteLater()
        self._show_unlock()


def _wrong(show: Callable[[], None]) -> Callable[[str], None]:
    return lambda _sentence: show()

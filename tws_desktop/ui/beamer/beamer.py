"""The beamer as the room has it: state, window, chosen screen; turns black before it ever goes wrong."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QSizeF, Signal
from PySide6.QtGui import QGuiApplication, QScreen

from tws_desktop.services.slides import Picture
from tws_desktop.ui.beamer import state as states
from tws_desktop.ui.beamer.picture import PICTURE, Shown, page_count
from tws_desktop.ui.beamer.screens import NumberWindow, screen_named, screens
from tws_desktop.ui.beamer.state import BeamerState, Mode
from tws_desktop.ui.beamer.surface import BeamerWindow


class Beamer(QObject):
    """`offer(picture)` says what the board shows; the keys call `show`, `freeze`, `black`, `zoom`, `turn`."""

    changed = Signal()
    choice_wanted = Signal()
    lost = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = BeamerState()
        self.ground = "beamer"
        self.clock = ""
        self.screen_name = ""
        self.confirmed = False
        self.window: BeamerWindow | None = None
        self._now: Callable[[], datetime] = lambda: datetime.now().astimezone()
        self._offered: Picture | None = None
        self._numbers: list[NumberWindow] = []
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenRemoved.connect(self._screen_gone)
            application.screenAdded.connect(lambda _: self.changed.emit())

    @property
    def offered(self) -> Picture | None:
        """What the board shows, whether the room sees it or not."""
        return self._offered

    @property
    def mode(self) -> Mode:
        """Off, live, frozen or black."""
        return self.state.mode

    def shown(self) -> Shown | None:
        """What the room sees; None is black."""
        if self.mode in {Mode.BLACK, Mode.OFF} or self.state.picture is None:
            return None
        return self._dressed(self.state.picture)

    def preview(self) -> Shown | None:
        """What the room would see after `show`."""
        return self._dressed(self._offered) if self._offered is not None else None

    def offer(self, picture: Picture | None) -> None:
        """The board shows this now."""
        self._offered = picture
        self._set(states.offered(self.state, picture))

    def show(self) -> None:
        """Shows the board's picture to the room; asks for the screen first."""
        if self.window is None and (not self.confirmed or screen_named(self.screen_name) is None):
            self.ask()
            return
        self._open_window()
        self._set(states.shown(self.state, self._offered))

    def ask(self) -> None:
        """Puts a number on every screen and asks which one the room sees; a single screen needs none."""
        self._drop_numbers()
        found = screens()
        for number, screen in enumerate(found if len(found) > 1 else [], start=1):
            window = NumberWindow(number, screen)
            window.show()
            self._numbers.append(window)
        self.choice_wanted.emit()

    def choose(self, number: int) -> None:
        """The room sees the screen with that number; projects at once where it is not the only one."""
        found = screens()
        self._drop_numbers()
        self.screen_name = found[number - 1].name()
        self.confirmed = True
        self.show()

    def keep_private(self) -> None:
        """Nobody but the facilitator sees any screen."""
        self._drop_numbers()
        self.confirmed, self.screen_name = True, ""
        self.changed.emit()

    def cancel_choice(self) -> None:
        """Takes the numbers away."""
        self._drop_numbers()

    def freeze(self) -> None:
        """Holds the picture, or follows again."""
        self._set(states.frozen(self.state, self._now(), self._offered))

    def black(self) -> None:
        """Black, or back."""
        self._set(states.blackened(self.state, self._offered))

    def zoom(self, step: int) -> None:
        """Larger or smaller."""
        self._set(states.zoomed(self.state, step))

    def turn(self, step: int) -> None:
        """Another page of the picture."""
        self._set(states.turned(self.state, step, self.pages()))

    def pages(self) -> int:
        """How many pages the picture has."""
        shown = self.shown() or self.preview()
        return page_count(shown, self._size()) if shown else 1

    def set_clock(self, words: str) -> None:
        """What the group sees of the time; empty hides it."""
        if words != self.clock:
            self.clock = words
            self._repaint()

    def set_ground(self, ground: str) -> None:
        """`beamer`, or `beamer_dark` for rooms that can be darkened."""
        self.ground = ground
        self._repaint()
        self.changed.emit()

    def swap(self, on: bool) -> None:
        """One screen only: the whole window shows the picture, or the room again."""
        self._drop_numbers()
        self._set(states.shown(self.state, self._offered) if on else states.off(self.state))

    def close(self) -> None:
        """Ends the projection: black first, then no window."""
        self._drop_numbers()
        self._set(states.off(self.state))
        if self.window is not None:
            self.window.repaint()
            self.window.close()
            self.window.deleteLater()
            self.window = None

    def _dressed(self, picture: Picture) -> Shown:
        return Shown(picture, self.ground, self.state.zoom, self.state.page, self.clock)

    def _size(self) -> QSizeF:
        return QSizeF(self.window.size()) if self.window is not None else PICTURE

    def _open_window(self) -> None:
        screen = screen_named(self.screen_name)
        if screen is None or self.window is not None:
            return
        self.window = BeamerWindow(self.shown)
        self.window.setScreen(screen)
        self.window.setGeometry(screen.geometry())
        self.window.showFullScreen()
        self.window.setGeometry(screen.geometry())

    def _screen_gone(self, screen: QScreen) -> None:
        if screen.name() == self.screen_name:
            self.confirmed = False
            self.close()
            self.lost.emit()
        self.changed.emit()

    def _drop_numbers(self) -> None:
        for window in self._numbers:
            window.close()
            window.deleteLater()
        self._numbers.clear()

    def _set(self, state: BeamerState) -> None:
        if state != self.state:
            self.state = state
            self._repaint()
        self.changed.emit()

    def _repaint(self) -> None:
        if self.window is not None:
            self.window.update()

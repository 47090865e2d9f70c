"""The beamer as the room has it: state, window, chosen screen; turns black before it ever goes wrong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import QObject, QSizeF, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from tws_desktop.services.workshops.projection import Projection
from tws_desktop.services.workshops.slides import Picture
from tws_desktop.ui.beamer import state as states
from tws_desktop.ui.beamer.awake import Awake
from tws_desktop.ui.beamer.picture import PICTURE, Shown, page_count
from tws_desktop.ui.beamer.screens import NumberWindow, identity, mirrored, screen_like, screens
from tws_desktop.ui.beamer.state import BeamerState, Mode
from tws_desktop.ui.beamer.surface import BeamerWindow

SWAP_BAR = 4
"""Pixels of the room's bar that stay while one screen shows the picture."""


class Sight(StrEnum):
    """What is known of the screen that the room sees."""

    UNKNOWN = "unknown"
    APART = "apart"
    PRIVATE = "private"
    SHARED = "shared"


class Beamer(QObject):
    """`offer(picture)` says what the board shows; the keys call `show`, `freeze`, `black`, `zoom`, `turn`."""

    changed = Signal()
    choice_wanted = Signal()
    lost = Signal()
    chosen = Signal(str)
    """The identity of the screen the room was said to see."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = BeamerState()
        self.projection = Projection()
        self.clock = ""
        self.sight = Sight.UNKNOWN
        self.asking = False
        self.window: BeamerWindow | None = None
        self._home = parent
        self._awake = Awake()
        self._now: Callable[[], datetime] = lambda: datetime.now().astimezone()
        self._offered: Picture | None = None
        self._numbers: list[NumberWindow] = []
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenRemoved.connect(self._screen_gone)
            application.screenAdded.connect(self._watch)
            for screen in application.screens():
                screen.geometryChanged.connect(self._look_again)

    @property
    def offered(self) -> Picture | None:
        """What the board shows, whether the room sees it or not."""
        return self._offered

    @property
    def mode(self) -> Mode:
        """Off, live, frozen or black."""
        return self.state.mode

    @property
    def confirmed(self) -> bool:
        """Whether it is settled that the room does not see the facilitator's screen."""
        return self.sight in {Sight.APART, Sight.PRIVATE}

    @property
    def screen(self) -> QScreen | None:
        """The screen the room sees, while it is there and our window lies on another."""
        found = screen_like(self.projection.screen)
        return None if found is None or self._at_home(found) else found

    @property
    def size(self) -> QSizeF:
        """The size pictures are laid out for: that of the screen the room sees, or will see."""
        if self.window is not None:
            return QSizeF(self.window.size())
        others = [screen for screen in screens() if not self._at_home(screen)]
        found = self.screen or (others[0] if others else None)
        if found is not None:
            return QSizeF(found.size())
        if self._home is None:
            return PICTURE
        whole = self._home.window().screen().size()
        return QSizeF(whole.width(), whole.height() - SWAP_BAR)

    def shown(self) -> Shown | None:
        """What the room sees; None is black."""
        if self.mode in {Mode.BLACK, Mode.OFF} or self.state.picture is None:
            return None
        return self._dressed(self.state.picture)

    def preview(self) -> Shown | None:
        """What the room would see after `show`."""
        return self._dressed(self._offered) if self._offered is not None else None

    def set_projection(self, projection: Projection) -> None:
        """Ground, smallest type, and the screen confirmed the last time: where it is there, it holds."""
        self.projection = projection
        self._look_again()
        self._repaint()

    def offer(self, picture: Picture | None) -> None:
        """The board shows this now."""
        self._offered = picture
        self._set(states.offered(self.state, picture))

    def show(self) -> None:
        """Shows the board's picture to the room; asks for the screen first."""
        swapped = self.window is None and self.state.on
        if self.window is None and not swapped and (self.sight is not Sight.APART or self.screen is None):
            self.ask()
            return
        self._drop_numbers()
        if not swapped:
            self._open_window()
        self._set(states.shown(self.state, self._offered))

    def ask(self) -> None:
        """Puts a number on every screen and asks which one the room sees; a single screen needs none."""
        self._drop_numbers()
        found = screens()
        for number, screen in enumerate(found if len(found) > 1 else [], start=1):
            window = NumberWindow(number, screen, aside=self._at_home(screen))
            window.show()
            self._numbers.append(window)
        self.asking = True
        self.choice_wanted.emit()

    def likely(self) -> int:
        """The number of the screen the room probably sees: the first on which our window does not lie."""
        places = [number for number, screen in enumerate(screens(), start=1) if not self._at_home(screen)]
        return places[0] if places else 1

    def choose(self, number: int) -> None:
        """The room sees the screen with that number; projects at once unless our own window lies on it."""
        screen = screens()[number - 1]
        self._drop_numbers()
        if self._at_home(screen):
            self.sight = Sight.SHARED
            self.changed.emit()
            return
        self.projection = replace(self.projection, screen=identity(screen))
        self.sight = Sight.APART
        self.chosen.emit(self.projection.screen)
        self.show()

    def keep_private(self) -> None:
        """Nobody but the facilitator sees any screen."""
        self._drop_numbers()
        self.sight = Sight.PRIVATE
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
        return page_count(shown, self.size) if shown else 1

    def set_clock(self, words: str) -> None:
        """What the group sees of the time; empty hides it."""
        if words != self.clock:
            self.clock = words
            self._repaint()

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
            self.changed.emit()

    def _dressed(self, picture: Picture) -> Shown:
        dress = self.projection
        return Shown(picture, dress.ground, self.state.zoom, self.state.page, self.clock, dress.smallest)

    def _at_home(self, screen: QScreen) -> bool:
        """Whether our own window lies on what that screen shows."""
        if self._home is None:
            return False
        return self._home.window().screen().geometry().intersects(screen.geometry())

    def _open_window(self) -> None:
        screen = self.screen
        if screen is not None and self.window is None:
            self.window = BeamerWindow(self.shown)
            self.window.fill(screen)

    def _watch(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._look_again)
        if self.sight is Sight.PRIVATE:
            self.sight = Sight.UNKNOWN
        self._look_again()

    def _look_again(self) -> None:
        """Screens have come, moved or gone: only one that still shows a picture of its own stays confirmed."""
        screen = self.screen
        if screen is not None and self.sight is not Sight.PRIVATE:
            self.sight = Sight.APART
            if self.window is not None:
                self.window.fill(screen)
        elif self.sight is Sight.APART or mirrored():
            self.sight = Sight.UNKNOWN
            self._lose()
        self._drop_numbers()
        self.changed.emit()

    def _screen_gone(self, screen: QScreen) -> None:
        if identity(screen) == self.projection.screen and self.sight is Sight.APART:
            self.sight = Sight.UNKNOWN
            self._lose()
        self._drop_numbers()
        self.changed.emit()

    def _lose(self) -> None:
        if self.window is not None:
            self.close()
            self.lost.emit()

    def _drop_numbers(self) -> None:
        self.asking = False
        for window in self._numbers:
            window.close()
            window.deleteLater()
        self._numbers.clear()

    def _set(self, state: BeamerState) -> None:
        if state != self.state:
            self.state = state
            self._awake.hold(state.on)
            self._repaint()
        self.changed.emit()

    def _repaint(self) -> None:
        if self.window is not None:
            self.window.update()

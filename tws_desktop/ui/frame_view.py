"""The window of the desk: rail, header, content; and the place where the room takes over the whole window."""

from __future__ import annotations

import base64

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from tws_desktop.ui.header_view import HeaderView
from tws_desktop.ui.kit.toast import Toast
from tws_desktop.ui.page import Page, Place
from tws_desktop.ui.palette import tokens
from tws_desktop.ui.rail_view import RailView

_LONGEST_WAIT = 500


class Frame(QMainWindow):
    """`add(page)` registers a place, `open(place, thing)` goes there. The frame keeps widgets, pages keep
    everything else.
    """

    place_opened = Signal(str)
    lock_wanted = Signal()
    search_wanted = Signal()
    closing = Signal()
    painted = Signal()
    """The frame has been seen for the first time, or cannot be seen (minimised): what loads slowly may begin."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._seen = False
        self.setWindowTitle(title)
        size = tokens().size
        self.setMinimumSize(size["window_min_w"], size["window_min_h"])
        self.resize(1366, 768)
        self.rail, self.header = RailView(), HeaderView()
        self._content = QStackedWidget()
        self.toast = Toast(margin=16)
        self._pages: dict[Place, Page] = {}
        self._shown: dict[Place, QWidget] = {}
        self._current: Place | None = None
        self._desk = self._build_desk()
        self._whole = QStackedWidget()
        self._whole.addWidget(self._desk)
        self.setCentralWidget(self._whole)
        self.rail.place_chosen.connect(lambda place: self.open(Place(place)))
        self.rail.lock_wanted.connect(self.lock_wanted)
        self.header.search_wanted.connect(self.search_wanted)
        self._keys = [self._key(f"Ctrl+{number}", place) for number, place in enumerate(Place, start=1)]
        for keys, direction in (("F6", 1), ("Shift+F6", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(lambda step=direction: self.next_region(step))
        QShortcut(QKeySequence("Ctrl+L"), self, self.lock_wanted.emit)

    def showEvent(self, event: QShowEvent) -> None:
        """A frame that nobody can see is not waited for."""
        super().showEvent(event)
        QTimer.singleShot(_LONGEST_WAIT, self._now_seen)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The first time says so, behind the paint of everything inside."""
        super().paintEvent(event)
        if not self._seen:
            QTimer.singleShot(0, self._now_seen)

    def _now_seen(self) -> None:
        if not self._seen:
            self._seen = True
            self.painted.emit()

    @property
    def current(self) -> Place | None:
        """The place shown."""
        return self._current

    def add(self, page: Page) -> None:
        """Registers a place; its widget is made at the first visit."""
        self._pages[page.key] = page
        self.rail.add_place(page.key, page.title, page.icon)
        page.open_wanted.connect(lambda place, thing: self.open(Place(place), thing))
        page.header_changed.connect(lambda: self._refresh_header(page))

    def open(self, place: Place, thing: str = "") -> None:
        """Shows a place, and in it the thing with that id; nothing happens for a place that is not
        registered.
        """
        page = self._pages.get(place)
        if page is None:
            return
        if self._current is not None and self._current is not place:
            self._pages[self._current].leave()
        if place not in self._shown:
            self._shown[place] = page.widget()
            self._content.addWidget(self._shown[place])
        self._current = place
        page.enter(thing)
        self._content.setCurrentWidget(self._shown[place])
        self.rail.show_current(place)
        self.header.show_state(page.header())
        self._take_focus(place)
        self.place_opened.emit(place.value)

    def show_whole(self, widget: QWidget) -> None:
        """Gives the whole window to `widget` (the room, the lock); the keys of the rail rest."""
        if self._whole.indexOf(widget) < 0:
            self._whole.addWidget(widget)
        self._whole.setCurrentWidget(widget)
        self._set_keys(live=False)

    def show_desk(self) -> None:
        """Takes the window back for the desk."""
        widget = self._whole.currentWidget()
        self._whole.setCurrentWidget(self._desk)
        if widget is not None and widget is not self._desk:
            self._whole.removeWidget(widget)
        self._set_keys(live=True)
        if self._current is not None:
            self._take_focus(self._current)

    def next_region(self, step: int = 1) -> None:
        """Moves the focus to the next region: rail, header, then the parts of the content."""
        regions = [region for region in self._regions() if region.isVisible() and _first_stop(region)]
        if not regions:
            return
        focused = QApplication.focusWidget()
        inside = [place for place, region in enumerate(regions) if focused and region.isAncestorOf(focused)]
        stop = _first_stop(regions[(inside[-1] + step) % len(regions) if inside else 0])
        if stop:
            stop.setFocus(Qt.FocusReason.TabFocusReason)

    def geometry_text(self) -> str:
        """Size and place of the window as text, for the settings; nothing else is in it."""
        return base64.b64encode(self.saveGeometry().data()).decode()

    def restore_from(self, text: str) -> bool:
        """Takes a text of `geometry_text`; anything else changes nothing and gives False."""
        return self.restoreGeometry(QByteArray.fromBase64(text.encode()))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Hands on what is typed, then closes."""
        if self._current is not None:
            self._pages[self._current].leave()
        self.closing.emit()
        super().closeEvent(event)

    def _build_desk(self) -> QWidget:
        desk, right = QWidget(), QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.header)
        right.addWidget(self._content, 1)
        right.addWidget(self.toast)
        row = QHBoxLayout(desk)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(right, 1)
        return desk

    def _regions(self) -> list[QWidget]:
        parts = self._pages[self._current].regions() if self._current else ()
        return [self.rail, self.header, *(parts or (self._content,))]

    def _take_focus(self, place: Place) -> None:
        """The keys go on in the page, except where its tile was clicked or the page holds the focus already; they never
        fall on the lock, the rail's last stop, where Enter would lock.
        """
        focused, tile = QApplication.focusWidget(), self.rail.tiles[place]
        if focused is not None and (focused is tile or self._shown[place].isAncestorOf(focused)):
            return
        parts = self._pages[place].regions() or (self._shown[place],)
        stop = next((stop for stop in map(_first_stop, parts) if stop), tile)
        stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refresh_header(self, page: Page) -> None:
        if self._current is page.key:
            self.header.show_state(page.header())

    def _key(self, keys: str, place: Place) -> QShortcut:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.activated.connect(lambda: self.open(place))
        return shortcut

    def _set_keys(self, *, live: bool) -> None:
        for shortcut in self._keys:
            shortcut.setEnabled(live)


def _first_stop(region: QWidget) -> QWidget | None:
    """The first widget of `region` that takes the focus by Tab; a checked rail tile or button goes first."""
    stops = [
        widget
        for widget in (region, *region.findChildren(QWidget))
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled()
    ]
    checked = next((widget for widget in stops if getattr(widget, "isChecked", bool)()), None)
    return checked or (stops[0] if stops else None)

"""The rail: mark, the places that are there, the lock at the foot."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from tws_desktop.ui.kit.icon_tile import IconTile
from tws_desktop.ui.kit.paint import set_tip
from tws_desktop.ui.kit.panel import IconMark
from tws_desktop.ui.page import Place
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr

_ORDER = tuple(Place)


class RailView(QWidget):
    """A place appears only once it is registered, always in the same order. Arrows move, Enter opens."""

    place_chosen = Signal(str)
    lock_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Orte"))
        self.setProperty("ground", "rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.tiles: dict[Place, IconTile] = {}
        self.lock = IconTile("lock", tr("Sperren"), rail=True)
        set_tip(self.lock, tr("Sperren (Strg+L)"))
        self.lock.clicked.connect(self.lock_wanted)
        inner = QWidget()
        inner.setProperty("ground", "none")
        self._places = QVBoxLayout(inner)
        self._places.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll = scroll
        self._mark = IconMark("waypoints", "rail_mark", 26)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addWidget(scroll, 1)
        self._column.addWidget(self.lock)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._space()
        style().changed.connect(self._space)

    def add_place(self, place: Place, title: str, icon: str) -> None:
        """Shows a place at its fixed position."""
        tile = IconTile(icon, title, rail=True)
        tile.setCheckable(True)
        tile.clicked.connect(lambda: self._choose(place))
        self.tiles[place] = tile
        for present in self.tiles.values():
            self._places.removeWidget(present)
        ordered = [each for each in _ORDER if each in self.tiles]
        for position, each in enumerate(ordered):
            self._places.insertWidget(position, self.tiles[each])
        stops = [*(self.tiles[each] for each in ordered), self.lock]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)
        self._name_all(ordered)
        self._fit()

    def show_current(self, place: Place) -> None:
        """Marks the place we are in."""
        for each, tile in self.tiles.items():
            tile.setChecked(each is place)
            tile.updateGeometry()
        QTimer.singleShot(0, self, self._keep_in_sight)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Only icons where the words leave a place out of sight; keeps the current place in sight."""
        super().resizeEvent(event)
        self._fit()
        QTimer.singleShot(0, self, self._keep_in_sight)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down move between the places and the lock."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        tiles = [*(self.tiles[each] for each in _ORDER if each in self.tiles), self.lock]
        at = next((place for place, tile in enumerate(tiles) if tile.hasFocus()), -1)
        if step and at >= 0:
            tiles[(at + step) % len(tiles)].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        tiles = (*self.tiles.values(), self.lock)
        gaps = self._column.contentsMargins().top() + self._column.contentsMargins().bottom()
        gaps += 2 * self._column.spacing() + (len(self.tiles) - 1) * self._places.spacing()
        needed = gaps + self._mark.sizeHint().height() + sum(tile.height_with_word for tile in tiles)
        alone = needed > self.height()
        for tile in tiles:
            tile.set_icon_only(alone)
        self.setFixedWidth(style().px(60) if alone else style().size("rail"))

    def _keep_in_sight(self) -> None:
        for tile in self.tiles.values():
            if tile.isChecked():
                self._scroll.ensureWidgetVisible(tile, 0, 0)

    def _choose(self, place: Place) -> None:
        self.tiles[place].setChecked(True)
        self.place_chosen.emit(place.value)

    def _name_all(self, ordered: list[Place]) -> None:
        for position, place in enumerate(ordered):
            tile = self.tiles[place]
            word = tile.text().replace("\u00ad", "")
            of = tr("{place} von {all}").format(place=position + 1, all=len(ordered))
            tile.setAccessibleName(f"{word}, {of}")
            set_tip(tile, tr("{word} (Strg+{number})").format(word=word, number=_ORDER.index(place) + 1))

    def _space(self) -> None:
        side = style().px(8)
        self._column.setContentsMargins(side, style().px(14), side, style().px(8))
        self._column.setSpacing(style().space("x4"))
        self._places.setContentsMargins(0, 0, 0, 0)
        self._places.setSpacing(style().px(6))
        self._fit()

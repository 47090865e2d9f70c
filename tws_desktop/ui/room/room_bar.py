"""The dark bar across the top of the room: nobody takes running for preparing."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from tws_desktop.services.workshops.room import Room
from tws_desktop.ui.beamer.state import Mode
from tws_desktop.ui.kit.buttons import Button, ButtonKind
from tws_desktop.ui.kit.chips import level_mark, level_words
from tws_desktop.ui.kit.labels import ElideLabel
from tws_desktop.ui.kit.paint import draw_tinted_pill, follow_style, pill_size, smooth
from tws_desktop.ui.kit.panel import IconMark
from tws_desktop.ui.palette import palette
from tws_desktop.ui.plant_words import plant_words
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr

_NARROW = 900


class RoomBar(QFrame):
    """Leave, what runs where, level, saved, freeze, black."""

    leave = Signal()
    freeze = Signal()
    black = Signal()
    history = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("ground", "rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Kopf des Raums"))
        self.leave_button = Button(tr("Raum verlassen"), ButtonKind.RAIL_QUIET, icon="log-out")
        self.title = ElideLabel("", "strong", "rail_text")
        self.place = ElideLabel("", "caption", "rail_text")
        self.level = _LevelPill()
        self.saved_mark = IconMark("circle-check", "rail_mark")
        self.saved = Button(tr("Gespeichert"), ButtonKind.RAIL_QUIET)
        self.saved.setAccessibleDescription(tr("Zeigt den Verlauf"))
        self.freeze_button = Button(tr("Einfrieren"), ButtonKind.RAIL, icon="snowflake", key="F8")
        self.black_button = Button(tr("Schwarz"), ButtonKind.RAIL, icon="monitor-off", key="F9")
        self.leave_button.clicked.connect(self.leave)
        self.saved.clicked.connect(self.history)
        self.freeze_button.clicked.connect(self.freeze)
        self.black_button.clicked.connect(self.black)
        self._lay_out()
        self._space()
        style().changed.connect(self._space)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self.title)
        words.addWidget(self.place)
        words.addStretch(1)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.leave_button)
        self._row.addWidget(_Edge())
        self._row.addLayout(words, 0)
        self._row.addWidget(self.level)
        self._row.addStretch(1)
        saved = QHBoxLayout()
        saved.setSpacing(0)
        saved.addWidget(self.saved_mark)
        saved.addWidget(self.saved)
        self._row.addLayout(saved)
        self._row.addWidget(self.freeze_button)
        self._row.addWidget(self.black_button)

    def show_room(self, room: Room) -> None:
        """Title, place and level of the workshop."""
        plant, workshop = room.plant, room.workshop
        self.title.setText(workshop.title)
        people = tr("{count} Personen").format(count=workshop.headcount) if workshop.headcount else ""
        self.place.setText(" · ".join(part for part in (plant_words(plant), plant.site, people) if part))
        self.level.set_level(workshop.default_level.value)

    def show_saved(self, moment: datetime | None) -> None:
        """When the last commit was made."""
        words = tr("Gespeichert {time}").format(time=f"{moment:%H:%M}") if moment else tr("Gespeichert")
        self.saved.setText(words)

    def show_mode(self, mode: Mode) -> None:
        """What the beamer does."""
        off = tr("Noch ist kein Bild auf der Leinwand. Erst zeigen mit F7.") if mode is Mode.OFF else ""
        self.freeze_button.set_reason(off)
        self.black_button.set_reason(off)
        self.freeze_button.setText(tr("Weiter zeigen") if mode is Mode.FROZEN else tr("Einfrieren"))
        self.black_button.setText(tr("Bild zurück") if mode is Mode.BLACK else tr("Schwarz"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Only icons where there is no room for words."""
        super().resizeEvent(event)
        self._space()

    def _space(self) -> None:
        narrow = self.width() / style().scale < _NARROW
        for button in (self.leave_button, self.freeze_button, self.black_button):
            button.set_icon_only(narrow)
        self.saved.setVisible(not narrow)
        self.place.setVisible(not narrow)
        self.level.set_short(narrow)
        self.setFixedHeight(style().size("room_bar"))
        side = style().px(12)
        self._row.setContentsMargins(side, 0, side + style().px(2), 0)
        self._row.setSpacing(style().px(10))


class _Edge(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(1)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        follow_style(self)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        inset = style().px(14)
        painter.fillRect(self.rect().adjusted(0, inset, 0, -inset), style().colour("rail_active"))
        painter.end()


class _LevelPill(QLabel):
    """The level on the dark bar, in the colours of the dark palette."""

    def __init__(self) -> None:
        super().__init__()
        self._level, self._short = "council", False
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow_style(self)

    def set_level(self, level: str) -> None:
        self._level = level
        self.setAccessibleName(tr("Vertraulichkeit: {words}").format(words=level_words(level)))
        self.updateGeometry()
        self.update()

    def set_short(self, short: bool) -> None:
        self._short = short
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        size = pill_size(level_words(self._level, short=self._short), level_mark(self._level).symbol)
        return QSize(round(size.width()) + 2, max(style().px(26), round(size.height())))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        smooth(painter)
        mark, dark = level_mark(self._level), palette("dark")
        ground = style().colour("rail_active")
        front = QColor(mark.colour(dark))
        content = (level_words(self._level, short=self._short), mark.symbol)
        draw_tinted_pill(painter, QRectF(self.rect()), content, (ground, front))
        painter.end()

"""Chips that show a state, the confidentiality badge, counts, and chips of origin that open something."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from tws_desktop.ui.kit.paint import (
    draw_pill,
    draw_ring,
    draw_tinted_pill,
    follow_style,
    pill_size,
    set_tip,
    smooth,
)
from tws_desktop.ui.palette import Mark, tokens
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr

_LEVEL_PLACES = {"open": 0, "participants": 1, "council": 2, "secret79": 3}
_LEVEL_GROUNDS = ("ok_soft", "accent_soft", "warn_soft", "error_soft")


class Chip(QLabel):
    """A state: soft ground, icon, word. Tones: neutral, plain, accent, ok, warn, error, info. Not
    clickable.
    """

    def __init__(self, text: str = "", icon: str = "", tone: str = "neutral", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._tone = tone
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_chip(text, icon, tone)
        follow_style(self)

    def set_chip(self, text: str, icon: str = "", tone: str = "neutral") -> None:
        """Shows another state."""
        self._icon, self._tone = icon, tone
        self.setText(text)
        self.setAccessibleName(text)
        set_tip(self, text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for icon and word."""
        size = pill_size(self.text(), self._icon)
        return QSize(math.ceil(size.width()) + 1, math.ceil(size.height()))

    def minimumSizeHint(self) -> QSize:
        """Where room is short the word is elided; the tooltip has it whole."""
        size = self.sizeHint()
        return QSize(min(size.width(), style().px(64)), size.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paints the pill."""
        painter = QPainter(self)
        smooth(painter)
        draw_pill(painter, QRectF(self.rect()), self.text(), self._icon, self._tone)
        painter.end()


def level_mark(level: str) -> Mark:
    """Symbol, word and colours of a confidentiality level: open, participants, council, negotiation,
    secret79.
    """
    marks = tokens().confidentiality
    if level == "negotiation":
        council = marks[2]
        return Mark("negotiation", tr("Verhandlung"), "key-round", council.light, council.on_dark)
    return marks[_LEVEL_PLACES[level]]


def level_tints(level: str) -> tuple[QColor, QColor]:
    """Ground and front of a level in the palette in force."""
    ground = _LEVEL_GROUNDS[_LEVEL_PLACES.get(level, 2)]
    return style().colour(ground), QColor(level_mark(level).colour(style().palette))


def level_words(level: str, *, short: bool = False) -> str:
    """`Stufe 2 · nur Betriebsrat`, short `Stufe 2`."""
    mark = level_mark(level)
    if level not in _LEVEL_PLACES:
        return mark.name
    number = tr("Stufe {number}").format(number=_LEVEL_PLACES[level])
    return number if short else f"{number} · {mark.name}".replace("§ ", "§\u00a0")


class ConfidentialityBadge(QLabel):
    """Who may see it: symbol, level and word. `short` shows the level alone and keeps the word in name and
    tooltip.
    """

    def __init__(self, level: str = "council", *, short: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level = level
        self._short = short
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_level(level)
        follow_style(self)

    @property
    def level(self) -> str:
        """The level shown."""
        return self._level

    def set_level(self, level: str) -> None:
        """Shows another level."""
        self._level = level
        self.setText(level_words(level, short=self._short))
        self.setAccessibleName(tr("Vertraulichkeit: {words}").format(words=level_words(level)))
        set_tip(self, level_words(level))
        self.updateGeometry()
        self.update()

    def set_short(self, short: bool) -> None:
        """Shows the level alone, or with its word."""
        self._short = short
        self.set_level(self._level)

    def sizeHint(self) -> QSize:
        """Room for symbol and words."""
        size = pill_size(self.text(), level_mark(self._level).symbol)
        return QSize(math.ceil(size.width()) + 1, max(style().px(24), math.ceil(size.height())))

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paints the badge."""
        painter = QPainter(self)
        smooth(painter)
        content = (self.text(), level_mark(self._level).symbol)
        draw_tinted_pill(painter, QRectF(self.rect()), content, level_tints(self._level))
        painter.end()


class CountPill(Chip):
    """A number with the word for what is counted in its name: `CountPill(2, "offene Lücken")`."""

    def __init__(self, count: int = 0, what: str = "", icon: str = "", tone: str = "neutral") -> None:
        super().__init__("", icon, tone)
        self._what = what
        self.set_count(count)

    def set_count(self, count: int) -> None:
        """Shows another number; nothing at 0."""
        self.setText(str(count))
        name = f"{count} {self._what}".strip()
        self.setAccessibleName(name)
        set_tip(self, name)
        self.setVisible(count > 0)
        self.updateGeometry()


class OriginChip(QPushButton):
    """A sunken pill with icon and count that opens what lies behind it: `OriginChip("12 Karten",
    "message-square")`.
    """

    def __init__(self, text: str, icon: str = "", tone: str = "neutral", name: str = "") -> None:
        super().__init__(text)
        self._icon = icon
        self._tone = tone
        self.setAutoDefault(False)
        self.setAccessibleName(name or text)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        follow_style(self)

    def sizeHint(self) -> QSize:
        """Pill inside a click target of 28."""
        size = pill_size(self.text(), self._icon)
        return QSize(math.ceil(size.width()) + 1, max(style().size("target_min"), math.ceil(size.height())))

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paints the pill in the middle of the target."""
        painter = QPainter(self)
        smooth(painter)
        height = min(
            float(self.height()),
            max(style().px(22), QFontMetricsF(style().font("caption")).height() + style().px(4)),
        )
        rect = QRectF(0, (self.height() - height) / 2, self.width(), height)
        tone = "accent" if self.underMouse() or self.isDown() else self._tone
        draw_pill(painter, rect, self.text(), self._icon, tone)
        if self.hasFocus():
            draw_ring(painter, rect, height / 2)
        painter.end()

"""The profile in the window: one bar from 0 to 100 per dimension, exposure set apart from readiness."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tws_desktop.ui.kit.paint import draw_box, draw_line, follow_style, smooth
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr


@dataclass(frozen=True, slots=True)
class ProfileBar:
    """One dimension: its index (None: nothing to show, `note` says why), and whether it is exposure."""

    key: str
    name: str
    index: float | None
    note: str = ""
    exposure: bool = False

    @property
    def words(self) -> str:
        """The bar said aloud."""
        return f"{self.key} {self.name}: {self.note if self.index is None else f'{self.index:.0f}'}"


class ProfileBars(QWidget):
    """Painted in the palette's colours; the number stands beside each bar."""

    def __init__(self) -> None:
        super().__init__()
        self._bars: tuple[ProfileBar, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow_style(self)

    def show_bars(self, bars: tuple[ProfileBar, ...]) -> None:
        """Shows other bars."""
        self._bars = bars
        self.setAccessibleName(tr("Profil von 0 bis 100. ") + "; ".join(bar.words for bar in bars))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A row per bar and one for the scale."""
        return QSize(style().px(360), self._row() * (len(self._bars) + 1))

    def minimumSizeHint(self) -> QSize:
        """May be narrow."""
        return QSize(style().px(240), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paints names, bars, numbers, the middle line and the scale."""
        painter = QPainter(self)
        smooth(painter)
        row, gap = self._row(), style().px(10)
        number = math.ceil(QFontMetricsF(style().font("strong")).horizontalAdvance("1000"))
        letter = style().px(24)
        left = min(self.width() * 0.55, self._widest_name() + letter + gap)
        bar_width = max(1.0, self.width() - left - number - gap)
        for place, bar in enumerate(self._bars):
            self._paint_bar(painter, bar, (place * row, left, bar_width))
            if bar.exposure and place + 1 < len(self._bars) and not self._bars[place + 1].exposure:
                painter.fillRect(QRectF(0, (place + 1) * row - 1, self.width(), 1), style().colour("line"))
        height = row * len(self._bars)
        painter.fillRect(QRectF(left + bar_width / 2, 0, 1, height), style().colour("line_strong"))
        quiet = ("caption", style().colour("text_2"))
        draw_line(painter, QRectF(left, height, bar_width, row), "0", quiet)
        draw_line(painter, QRectF(left, height, bar_width, row), "50", quiet, Qt.AlignmentFlag.AlignHCenter)
        draw_line(painter, QRectF(left, height, bar_width, row), "100", quiet, Qt.AlignmentFlag.AlignRight)
        painter.end()

    def _paint_bar(self, painter: QPainter, bar: ProfileBar, place: tuple[float, float, float]) -> None:
        top, left, wide = place
        row, letter, colour = self._row(), style().px(24), style().colour
        draw_line(painter, QRectF(0, top, letter, row), bar.key, ("label", colour("text_2")))
        words = QRectF(letter, top, left - letter - style().px(10), row)
        draw_line(painter, words, bar.name, ("label", colour("text")))
        thick = style().px(13)
        track = QRectF(left, top + (row - thick) / 2, wide, thick)
        if bar.index is None:
            draw_line(painter, QRectF(left, top, self.width() - left, row), bar.note, ("caption", colour("text_2")))
            return
        draw_box(painter, track, colour("sunken"), None, thick / 2)
        share = QRectF(track.left(), track.top(), max(thick, wide * bar.index / 100), thick)
        if bar.index > 0:
            draw_box(painter, share, colour("warn" if bar.exposure else "accent"), None, thick / 2)
        right = QRectF(left + wide, top, self.width() - left - wide, row)
        draw_line(painter, right, f"{bar.index:.0f}", ("strong", colour("text")), Qt.AlignmentFlag.AlignRight)

    def _row(self) -> int:
        return max(style().px(27), math.ceil(QFontMetricsF(style().font("label")).height()) + style().px(6))

    def _widest_name(self) -> float:
        metrics = QFontMetricsF(style().font("label"))
        return max((metrics.horizontalAdvance(bar.name) for bar in self._bars), default=0.0) + style().px(4)

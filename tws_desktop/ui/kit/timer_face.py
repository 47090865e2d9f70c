"""The clock of a phase: digits that stand still, a colour and a symbol when time runs out, words when it
is over.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from tws_desktop.ui.icons import draw_icon
from tws_desktop.ui.kit.paint import announce, draw_line, follow_style, smooth
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr

_SHORT_SHARE = 0.1
_LONG = 100
_SPOKEN_MINUTES = (10, 5, 1, 0)


def clock_digits(seconds: int) -> str:
    """`11:24`, `70:00` as the agenda counts it, from a hundred minutes `1:42:03`; the sign is not shown."""
    minutes, rest = divmod(abs(seconds), 60)
    if minutes < _LONG:
        return f"{minutes:02}:{rest:02}"
    return f"{minutes // 60}:{minutes % 60:02}:{rest:02}"


def spoken_time(seconds: int) -> str:
    """`Noch 11 Minuten 24 Sekunden` or `2 Minuten 5 Sekunden überzogen`."""
    minutes, rest = divmod(abs(seconds), 60)
    parts = [
        tr("{count} Minute").format(count=minutes) if minutes == 1 else tr("{count} Minuten").format(count=minutes),
        tr("{count} Sekunde").format(count=rest) if rest == 1 else tr("{count} Sekunden").format(count=rest),
    ]
    words = " ".join(part for part, value in zip(parts, (minutes, rest), strict=True) if value) or parts[0]
    return tr("Noch {words}").format(words=words) if seconds >= 0 else tr("{words} überzogen").format(words=words)


class TimerFace(QLabel):
    """`set_time(left, total)` in seconds; below a tenth it warns, below 0 it counts up as `überzogen`.
    Never blinks.

    A screen reader hears it at 10, 5, 1 and 0 minutes only.
    """

    def __init__(self, note: str = "") -> None:
        super().__init__()
        self._left, self._total = 0, 0
        self._note = note
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        follow_style(self)

    def set_time(self, left: int, total: int) -> None:
        """Shows `left` of `total` seconds."""
        before, self._left, self._total = self._left, left, total
        self.setAccessibleName(spoken_time(left))
        if any(before > minutes * 60 >= left for minutes in _SPOKEN_MINUTES):
            announce(self, spoken_time(left))
        if len(clock_digits(before)) != len(clock_digits(left)):
            self.updateGeometry()
        self.update()

    def set_note(self, note: str) -> None:
        """Words beside the digits (`noch für diese Phase`); two lines by a line feed."""
        self._note = note
        self.updateGeometry()
        self.update()

    @property
    def tone(self) -> str:
        """Colour token of the digits: text, warn or error."""
        if self._left < 0:
            return "error"
        return "warn" if self._total and self._left <= self._total * _SHORT_SHARE else "text"

    def sizeHint(self) -> QSize:
        """Digits and note."""
        metrics = QFontMetricsF(style().font("clock"))
        notes = QFontMetricsF(style().font("caption"))
        note = max((notes.horizontalAdvance(line) for line in self._note_lines()), default=0.0)
        width = self._digits_width() + style().space("x2") + note + style().px(24)
        return QSize(math.ceil(width), max(style().px(46), math.ceil(metrics.height())))

    def minimumSizeHint(self) -> QSize:
        """The digits are never cut; the note is elided."""
        return QSize(math.ceil(self._digits_width()) + style().px(24), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paints digits, symbol and note."""
        painter = QPainter(self)
        smooth(painter)
        colour = style().colour(self.tone)
        font = style().font("clock")
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(colour)
        base = self.height() / 2 + metrics.capHeight() / 2
        painter.drawText(QPointF(0, base), clock_digits(self._left))
        left = self._digits_width() + style().space("x2")
        if self.tone != "text":
            side = style().px(18)
            draw_icon(painter, "clock", QRectF(round(left), round((self.height() - side) / 2), side, side), colour)
            left += side + style().px(6)
        lines = self._note_lines()
        step = QFontMetricsF(style().font("caption")).height() * 1.1
        top = self.height() / 2 - step * len(lines) / 2
        for place, line in enumerate(lines):
            area = QRectF(left, top + place * step, self.width() - left, step)
            draw_line(painter, area, line, ("caption", style().colour("text_2") if self.tone == "text" else colour))
        painter.end()

    def _note_lines(self) -> list[str]:
        if self._left < 0:
            return [tr("überzogen")]
        return self._note.split("\n") if self._note else []

    def _digits_width(self) -> float:
        digits = clock_digits(self._left)
        return QFontMetricsF(style().font("clock")).horizontalAdvance(
            "0" * len(digits.replace(":", "")) + ":" * digits.count(":")
        )

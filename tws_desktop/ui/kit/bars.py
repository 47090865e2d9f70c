"""Bars: how far a thing is, the steps of a way, the agenda of a workshop in one line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from tws_desktop.ui.kit.paint import draw_box, draw_line, follow_style, smooth
from tws_desktop.ui.style import style


class ProgressBar(QWidget):
    """A share from 0 to 1; `name` says what it is (`5 von 14 entschieden`), `mark` is an earlier value
    shown as a ring.
    """

    def __init__(self, name: str, share: float = 0.0, tone: str = "accent", mark: float | None = None) -> None:
        super().__init__()
        self._share, self._tone, self._mark = share, tone, mark
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_share(share, name)
        follow_style(self)

    def set_share(self, share: float, name: str) -> None:
        """Shows another share and says it."""
        self._share = min(1.0, max(0.0, share))
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        """Thin."""
        return QSize(style().px(120), style().px(14 if self._mark is not None else 8))

    def minimumSizeHint(self) -> QSize:
        """Thin."""
        return QSize(style().px(40), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paints groove, bar and mark."""
        painter = QPainter(self)
        smooth(painter)
        colour = style().colour
        height = style().px(8)
        groove = QRectF(0, (self.height() - height) / 2, self.width(), height)
        draw_box(painter, groove, colour("sunken"), colour("line_strong"), height / 2)
        if self._share > 0:
            bar = QRectF(groove.left(), groove.top(), max(float(height), groove.width() * self._share), height)
            draw_box(painter, bar, colour(self._tone), None, height / 2)
        if self._mark is not None:
            side = style().px(12)
            spot = QRectF(
                min(self.width() - side, max(0.0, self.width() * self._mark - side / 2)),
                (self.height() - side) / 2,
                side,
                side,
            )
            painter.setBrush(colour("surface"))
            painter.setPen(QPen(colour("text"), style().px(2)))
            painter.drawEllipse(spot.adjusted(1, 1, -1, -1))
        painter.end()


class StepBar(QWidget):
    """`Schritt 8 von 12`: done steps filled, the present one light, the rest outlined."""

    def __init__(self, name: str, step: int, steps: int) -> None:
        super().__init__()
        self._step, self._steps = step, max(1, steps)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow_style(self)

    def set_step(self, step: int, steps: int, name: str) -> None:
        """Shows another step."""
        self._step, self._steps = step, max(1, steps)
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        """Thin."""
        return QSize(style().px(160), style().px(8))

    def minimumSizeHint(self) -> QSize:
        """Thin."""
        return QSize(style().px(80), style().px(8))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paints the steps."""
        painter = QPainter(self)
        smooth(painter)
        colour = style().colour
        gap = style().px(4)
        width = (self.width() - gap * (self._steps - 1)) / self._steps
        for place in range(1, self._steps + 1):
            rect = QRectF((place - 1) * (width + gap), 0, width, self.height())
            fill = "accent" if place < self._step else "selection" if place == self._step else "sunken"
            edge = None if place < self._step else colour("accent" if place == self._step else "line_strong")
            draw_box(painter, rect, colour(fill), edge, self.height() / 2)
        painter.end()


@dataclass(frozen=True, slots=True)
class AgendaPart:
    """A phase in the agenda bar: minutes, and whether it is a break or the marked one."""

    minutes: int
    pause: bool = False
    marked: bool = False
    name: str = ""


class AgendaBar(QWidget):
    """The phases as one line with the hours below: `AgendaBar("Ablauf 08:00 bis 12:00", parts, start=480)`
    (minutes of the day).
    """

    def __init__(self, name: str, parts: Sequence[AgendaPart] = (), start: int = 0) -> None:
        super().__init__()
        self._parts: tuple[AgendaPart, ...] = ()
        self._start = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_parts(name, parts, start)
        follow_style(self)

    def set_parts(self, name: str, parts: Sequence[AgendaPart], start: int) -> None:
        """Shows other phases; `name` and the phases' names are spoken."""
        self._parts, self._start = tuple(parts), start
        self.setAccessibleName(name)
        self.setAccessibleDescription(", ".join(f"{part.name} {part.minutes}".strip() for part in self._parts))
        self.update()

    def sizeHint(self) -> QSize:
        """Bar and hours."""
        return QSize(style().px(400), style().px(16) + style().px(20))

    def minimumSizeHint(self) -> QSize:
        """May shrink."""
        return QSize(style().px(160), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paints phases and hours."""
        painter = QPainter(self)
        smooth(painter)
        total = sum(part.minutes for part in self._parts)
        if total:
            self._paint_parts(painter, self.width() / total)
            self._paint_hours(painter, total)
        painter.end()

    def _paint_parts(self, painter: QPainter, minute: float) -> None:
        left = 0.0
        for part in self._parts:
            width = part.minutes * minute
            fill: QColor = style().colour("accent" if part.marked else "line_strong" if part.pause else "accent_soft")
            painter.fillRect(
                QRectF(round(left), 0, max(1, round(left + width) - round(left) - 2), style().px(16)), fill
            )
            left += width

    def _paint_hours(self, painter: QPainter, total: int) -> None:
        top, height, room = style().px(17), style().px(18), style().px(44)
        end = self._start + total
        marks = [self._start, *range((self._start // 60 + 1) * 60, end, 60), end]
        last = -1.0
        for mark in marks:
            x = self.width() * (mark - self._start) / total
            left = min(
                self.width() - room,
                max(0.0, x - (0 if mark == self._start else room if mark == end else room / 2)),
            )
            if left < last and mark != end:
                continue
            align = Qt.AlignmentFlag.AlignRight if mark == end else Qt.AlignmentFlag.AlignLeft
            if left >= last:
                words = f"{mark // 60 % 24:02}:{mark % 60:02}"
                draw_line(
                    painter,
                    QRectF(left, top, room, height),
                    words,
                    ("caption", style().colour("text_2")),
                    align,
                )
            last = left + room

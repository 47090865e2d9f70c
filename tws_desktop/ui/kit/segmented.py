"""A row of small buttons of which one is chosen: answers 1 to 5, W and N; blocks A to J; today and in five
years.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tws_desktop.ui.icons import draw_icon
from tws_desktop.ui.kit.paint import draw_box, draw_ring, follow_style, set_tip, smooth
from tws_desktop.ui.palette import tokens
from tws_desktop.ui.style import style


@dataclass(frozen=True, slots=True)
class Segment:
    """One choice. `name` is spoken (`trifft voll zu`), `gap` leaves room before it, `tone` fills it when
    chosen.
    """

    key: str
    text: str
    name: str = ""
    icon: str = ""
    gap: bool = False
    tone: str = "accent"


ANSWERS = (
    *(Segment(str(number), str(number)) for number in range(1, 6)),
    Segment("W", "W", "weiß nicht", gap=True, tone="info"),
    Segment("N", "N", "nicht relevant"),
)


class Segmented(QWidget):
    """One focus stop. Arrows move and choose, the key itself (1 to 5, W, N) chooses; choosing again keeps it.
    1 and then 0 is 10 where there is one.

    `stretch=True` spreads the buttons over the width. `chosen(key)` only on a person's choice.
    """

    chosen = Signal(str)

    def __init__(
        self, name: str, segments: Sequence[Segment] = ANSWERS, key: str = "", *, stretch: bool = False
    ) -> None:
        super().__init__()
        self._name = name
        self._segments = tuple(segments)
        self._key = key
        self._stretch = stretch
        self._hover = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        wide = QSizePolicy.Policy.Expanding if stretch else QSizePolicy.Policy.Fixed
        self.setSizePolicy(wide, QSizePolicy.Policy.Fixed)
        self._tell_name()
        follow_style(self)

    @property
    def key(self) -> str:
        """The chosen key, empty without choice."""
        return self._key

    def set_key(self, key: str) -> None:
        """Shows a choice without telling anyone."""
        self._key = key
        self._tell_name()
        self.update()

    def choose(self, key: str) -> None:
        """Chooses as a person would."""
        if any(segment.key == key for segment in self._segments):
            self.set_key(key)
            self.chosen.emit(key)

    def sizeHint(self) -> QSize:
        """All buttons beside each other."""
        height = style().size("control_small") + style().px(4)
        widths = [self._width(segment) for segment in self._segments]
        return QSize(round(sum(widths) + self._gaps()), height)

    def minimumSizeHint(self) -> QSize:
        """Nothing is cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and the keys of the choices."""
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
        keys = [segment.key for segment in self._segments]
        if step:
            place = keys.index(self._key) + step if self._key in keys else 0
            self.choose(keys[min(len(keys) - 1, max(0, place))])
        elif event.text() and self._key + event.text() in keys:
            self.choose(self._key + event.text())
        elif event.text().upper() in keys:
            self.choose(event.text().upper())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Chooses what lies under the pointer."""
        place = self._place_at(event.position().x())
        if place >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.choose(self._segments[place].key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Marks what lies under the pointer."""
        self._hover = self._place_at(event.position().x())
        set_tip(self, self._segments[self._hover].name if self._hover >= 0 else "")
        self.update()

    def leaveEvent(self, event: object) -> None:  # noqa: ARG002
        """The pointer is gone."""
        self._hover = -1
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paints the buttons and the ring around the chosen one."""
        painter = QPainter(self)
        smooth(painter)
        for place, (segment, rect) in enumerate(zip(self._segments, self._rects(), strict=True)):
            self._paint_one(painter, segment, rect, hover=place == self._hover)
        painter.end()

    def _paint_one(self, painter: QPainter, segment: Segment, rect: QRectF, *, hover: bool) -> None:
        colour = style().colour
        on = segment.key == self._key
        radius = style().px(tokens().radius["control"])
        ground = segment.tone if on else "sunken" if hover or not self.isEnabled() else "surface"
        draw_box(painter, rect, colour(ground), None if on else colour("line_strong"), radius)
        front = colour("on_accent" if on else "text" if self.isEnabled() else "text_3")
        metrics = QFontMetricsF(style().font("label"))
        side = style().px(16) if segment.icon else 0
        gap = style().px(5) if segment.icon and segment.text else 0
        left = rect.center().x() - (metrics.horizontalAdvance(segment.text) + gap + side) / 2
        painter.setFont(style().font("label"))
        painter.setPen(front)
        area = QRectF(left, rect.top(), rect.width(), rect.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, segment.text)
        if segment.icon:
            x = left + metrics.horizontalAdvance(segment.text) + gap
            tone = front if on else colour("ok")
            draw_icon(painter, segment.icon, QRectF(round(x), round(rect.center().y() - side / 2), side, side), tone)
        first = not self._key and segment is self._segments[0]
        if self.hasFocus() and (on or first):
            draw_ring(painter, rect.adjusted(2, 2, -2, -2) if on else rect, radius - 1, front if on else None)

    def _rects(self) -> list[QRectF]:
        spare = max(0.0, self.width() - self.sizeHint().width()) / len(self._segments) if self._stretch else 0.0
        left, rects = 0.0, []
        for place, segment in enumerate(self._segments):
            if place:
                left += style().px(12 if segment.gap else 4)
            width = self._width(segment) + spare
            rects.append(QRectF(round(left), 0, round(left + width) - round(left), self.height()))
            left += width
        return rects

    def _width(self, segment: Segment) -> float:
        metrics = QFontMetricsF(style().font("label"))
        words = metrics.horizontalAdvance(segment.text) + (style().px(21) if segment.icon else 0)
        return max(style().px(34), words + 2 * style().px(11 if len(segment.text) > 1 else 9))

    def _gaps(self) -> float:
        return sum(style().px(12 if segment.gap else 4) for segment in self._segments[1:])

    def _place_at(self, x: float) -> int:
        return next((place for place, rect in enumerate(self._rects()) if rect.left() <= x <= rect.right()), -1)

    def _tell_name(self) -> None:
        chosen = next((segment for segment in self._segments if segment.key == self._key), None)
        words = f"{chosen.text} {chosen.name}".strip() if chosen else ""
        self.setAccessibleName(f"{self._name}, {words}" if words else self._name)

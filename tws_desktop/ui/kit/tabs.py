"""Tabs over a column: words, a count, an accent line under the chosen one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from tws_desktop.ui.kit.paint import draw_ring, follow_style, smooth
from tws_desktop.ui.palette import tokens
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab; a count of 0 is not shown."""

    key: str
    title: str
    count: int = 0

    @property
    def words(self) -> str:
        """Title and count."""
        return f"{self.title}\u2002{self.count}" if self.count else self.title


class TabBar(QWidget):
    """One focus stop; arrows change the tab. Wraps into a second row when the words do not fit.

    `edge` puts the first word at that step of the grid, for tabs that go from edge to edge of a page.
    """

    chosen = Signal(str)

    def __init__(self, name: str, tabs: Sequence[Tab] = (), key: str = "", *, edge: str = "") -> None:
        super().__init__()
        self._name = name
        self._edge = edge
        self._tabs: tuple[Tab, ...] = ()
        self._key = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_tabs(tabs, key)
        follow_style(self)

    @property
    def key(self) -> str:
        """Key of the chosen tab."""
        return self._key

    def set_tabs(self, tabs: Sequence[Tab], key: str = "") -> None:
        """Shows other tabs; the chosen one stays where it is still there."""
        self._tabs = tuple(tabs)
        keys = [tab.key for tab in self._tabs]
        wanted = key or self._key
        self._key = wanted if wanted in keys else keys[0] if keys else ""
        self._tell()
        self.updateGeometry()
        self.update()

    def choose(self, key: str) -> None:
        """Chooses as a person would."""
        if key != self._key and any(tab.key == key for tab in self._tabs):
            self._key = key
            self._tell()
            self.update()
            self.chosen.emit(key)

    def hasHeightForWidth(self) -> bool:
        """Tabs wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """One row of tabs, or more."""
        rects = self._rects(width)
        return round(rects[-1].bottom()) + 1 if rects else 0

    def sizeHint(self) -> QSize:
        """All tabs in one row."""
        rects = self._rects(100_000)
        return QSize(round(rects[-1].right()) if rects else 0, self._row())

    def minimumSizeHint(self) -> QSize:
        """The widest tab."""
        widest = max((rect.width() for rect in self._rects(100_000)), default=0.0)
        return QSize(round(widest), self._row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right change the tab."""
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
        if step and self._tabs:
            keys = [tab.key for tab in self._tabs]
            self.choose(keys[(keys.index(self._key) + step) % len(keys)])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click chooses."""
        for tab, rect in zip(self._tabs, self._rects(self.width()), strict=True):
            if rect.contains(event.position()):
                self.choose(tab.key)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paints words, lines and the ring."""
        painter = QPainter(self)
        smooth(painter)
        colour = style().colour
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), colour("line"))
        for tab, rect in zip(self._tabs, self._rects(self.width()), strict=True):
            on = tab.key == self._key
            painter.setFont(style().font("label"))
            painter.setPen(colour("accent_text" if on else "text_2"))
            painter.drawText(rect.adjusted(0, 0, 0, -style().px(3)), Qt.AlignmentFlag.AlignCenter, tab.words)
            if on:
                bar = style().px(3)
                inset = style().px(6)
                painter.fillRect(
                    QRectF(rect.left() + inset, rect.bottom() - bar, rect.width() - 2 * inset, bar),
                    colour("accent"),
                )
                if self.hasFocus():
                    draw_ring(painter, rect.adjusted(0, 1, 0, -bar - 1), tokens().radius["control"])
        painter.end()

    def _rects(self, width: float) -> list[QRectF]:
        metrics = QFontMetricsF(style().font("label"))
        start = float(style().space(self._edge) - style().px(10)) if self._edge else 0.0
        left, top, rects = start, 0.0, []
        for tab in self._tabs:
            wide = metrics.horizontalAdvance(tab.words) + style().px(20)
            if left > start and left + wide > width:
                left, top = start, top + self._row()
            rects.append(QRectF(left, top, wide, self._row()))
            left += wide
        return rects

    def _row(self) -> int:
        return max(style().size("control"), round(QFontMetricsF(style().font("label")).height()) + style().px(10))

    def _tell(self) -> None:
        places = [tab.key for tab in self._tabs]
        if self._key in places:
            place = places.index(self._key)
            of = tr("{place} von {all}").format(place=place + 1, all=len(places))
            self.setAccessibleName(f"{self._tabs[place].title}, {of}, {self._name}")
        else:
            self.setAccessibleName(self._name)


class TabColumn(QWidget):
    """Tabs with their content below: `add(Tab("leiter", "Leiter"), widget)`."""

    def __init__(self, name: str, *, edge: str = "") -> None:
        super().__init__()
        self.bar = TabBar(name, edge=edge)
        self._stack = QStackedWidget()
        self._tabs: list[Tab] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.bar)
        self._column.addWidget(self._stack, 1)
        self.bar.chosen.connect(self._show)

    def add(self, tab: Tab, widget: QWidget) -> None:
        """Adds a tab at the end."""
        self._tabs.append(tab)
        self._stack.addWidget(widget)
        self.bar.set_tabs(self._tabs)

    def set_count(self, key: str, count: int) -> None:
        """Changes the number at a tab."""
        self._tabs = [Tab(tab.key, tab.title, count) if tab.key == key else tab for tab in self._tabs]
        self.bar.set_tabs(self._tabs)

    def _show(self, key: str) -> None:
        self._stack.setCurrentIndex([tab.key for tab in self._tabs].index(key))

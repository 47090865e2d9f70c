"""Up to three columns that follow the width: three, then the right one in a drawer, then the left one in a
line.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from tws_desktop.ui.kit.breadth import Breadth, breadth
from tws_desktop.ui.kit.drawer import Drawer
from tws_desktop.ui.kit.strip import Strip, StripItem
from tws_desktop.ui.palette import tokens
from tws_desktop.ui.style import style


class Column(QScrollArea):
    """A column that scrolls up and down for itself and never sideways; as wide as it gets."""

    def __init__(self, content: QWidget, name: str, ground: str = "sunken") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("ground", ground)
        self._content = content
        content.setParent(self.viewport())

    def event(self, event: QEvent) -> bool:
        """Measures the content when it is first shown. A measured widget takes the style sheet anew each time what it
        lies in is put into something larger, and a page is put together from the inside out.
        """
        if event.type() is QEvent.Type.Show and self.widget() is None:
            self.setWidget(self._content)
        return super().event(event)


@dataclass(frozen=True, slots=True)
class SideColumn:
    """A side column: the widget, its title and icon, and its width at 100 % (a size of tokens.toml)."""

    widget: QWidget
    title: str
    icon: str
    width: int


class SplitColumns(QWidget):
    """`SplitColumns(main, left=SideColumn(...), right=SideColumn(...), strip=(StripItem(...),))`.

    In the drawer state the strip's items open the right column; each may name the widget it scrolls to.
    `left_line` stands beside the button that opens the left column when that has become one line.
    """

    breadth_changed = Signal(str)

    def __init__(
        self,
        main: QWidget,
        *,
        left: SideColumn | None = None,
        right: SideColumn | None = None,
        strip: tuple[StripItem, ...] = (),
        left_line: QWidget | None = None,
    ) -> None:
        super().__init__()
        self.breadth = Breadth.WIDE
        self._left, self._right = left, right
        self._line_at_right, self._line_at_left = _Line(), _Line()
        self.right_drawer = Drawer(self)
        self.left_drawer = Drawer(self, left=True)
        self.strip = Strip(strip or ((StripItem(right.icon, right.title),) if right else ()))
        self.strip.pressed.connect(self._open_part)
        self.left_bar = Strip((StripItem(left.icon, left.title),) if left else (), across=True, beside=left_line)
        self.left_bar.pressed.connect(lambda _: self.left_drawer.open())
        self._row = QHBoxLayout()
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        if left:
            self._row.addWidget(left.widget)
        self._row.addWidget(self._line_at_left)
        self._row.addWidget(main, 1)
        self._row.addWidget(self._line_at_right)
        if right:
            self._row.addWidget(right.widget)
        self._row.addWidget(self.strip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.left_bar)
        column.addLayout(self._row, 1)
        self._arrange()
        style().changed.connect(self._follow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follows the window's width."""
        super().resizeEvent(event)
        self._follow()

    def showEvent(self, event: QShowEvent) -> None:
        """Follows the window's width."""
        super().showEvent(event)
        self._follow()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paints the ground of the side columns."""
        painter = QPainter(self)
        for side in (self._left, self._right):
            if side and side.widget.parentWidget() is self and side.widget.isVisible():
                painter.fillRect(side.widget.geometry(), style().colour("sunken"))
        painter.end()

    def show_part(self, part: QWidget) -> None:
        """Brings a part of the right column into sight: opens the drawer where there is one, scrolls to it."""
        if self.breadth is not Breadth.WIDE:
            self.right_drawer.open()
        if self._right and isinstance(self._right.widget, QScrollArea):
            QTimer.singleShot(0, self._right.widget, partial(_scroll_to, self._right.widget, part))

    def _follow(self) -> None:
        now = breadth(self.window().width(), style().scale)
        changed = now is not self.breadth
        self.breadth = now
        self._arrange()
        if changed:
            self.breadth_changed.emit(now.value)

    def _arrange(self) -> None:
        right_in = self.breadth is Breadth.WIDE
        left_in = self.breadth is not Breadth.NARROW
        if self._right:
            self._move(self._right, self.right_drawer, self._row.indexOf(self.strip), inside=right_in)
        if self._left:
            self._move(self._left, self.left_drawer, 0, inside=left_in)
        self.strip.setVisible(self._right is not None and not right_in)
        self.left_bar.setVisible(self._left is not None and not left_in)
        self._line_at_left.setVisible(self._left is not None and left_in)
        self._line_at_right.setVisible(self._right is not None)

    def _move(self, side: SideColumn, drawer: Drawer, place: int, *, inside: bool) -> None:
        width = style().px(side.width)
        if inside:
            if drawer.content is not None:
                drawer.take()
                self._row.insertWidget(place, side.widget)
                side.widget.show()
            side.widget.setFixedWidth(width)
        else:
            side.widget.setMinimumWidth(0)
            side.widget.setMaximumWidth(16_777_215)
            if drawer.content is None:
                self._row.removeWidget(side.widget)
                drawer.put(side.widget, side.title, width)

    def _open_part(self, item: StripItem) -> None:
        self.right_drawer.open()
        if item.part is not None:
            self.show_part(item.part)


def _scroll_to(column: QScrollArea, part: QWidget) -> None:
    """The part's head comes into sight, however high it is."""
    inside = column.widget()
    if inside is not None and inside.isAncestorOf(part):
        column.verticalScrollBar().setValue(part.mapTo(inside, QPoint(0, 0)).y() - style().space("x2"))


class _Line(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(tokens().line["hair"])
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "line")

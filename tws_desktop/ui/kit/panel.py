"""Panels: a white work surface on the paper ground with head, meta and content."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLayout, QSizePolicy, QVBoxLayout, QWidget

from tws_desktop.ui.icons import draw_icon
from tws_desktop.ui.kit.labels import ElideLabel, WrapLabel
from tws_desktop.ui.kit.paint import draw_box, follow_style, smooth
from tws_desktop.ui.palette import tokens
from tws_desktop.ui.style import style


class IconMark(QLabel):
    """An icon as decoration beside words; `name` makes it speak where it stands alone."""

    def __init__(self, icon: str, tone: str = "text_2", size: int = 18, name: str = "") -> None:
        super().__init__()
        self._icon, self._tone, self._side = icon, tone, size
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow_style(self)

    def set_mark(self, icon: str, tone: str) -> None:
        """Shows another icon."""
        self._icon, self._tone = icon, tone
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(style().px(self._side), style().px(self._side))

    def minimumSizeHint(self) -> QSize:
        """A square."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paints the icon."""
        if not self._icon:
            return
        painter = QPainter(self)
        side = style().px(self._side)
        draw_icon(
            painter,
            self._icon,
            QRectF(0, (self.height() - side) // 2, side, side),
            style().colour(self._tone),
        )
        painter.end()


class Panel(QFrame):
    """Head (icon, title, meta, actions) over content. `small_head` is for the console: title in label size.

    `add(widget)` fills it, `add_wide(widget)` from edge to edge; `head_row` takes chips and buttons at the
    right; `accent` marks the most important one.
    """

    def __init__(
        self,
        title: str = "",
        icon: str = "",
        meta: str = "",
        *,
        small_head: bool = False,
        accent: bool = False,
    ) -> None:
        super().__init__()
        self._accent = accent
        self.setAccessibleName(title)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.head_row = QHBoxLayout()
        self.title_label = WrapLabel(title, "label" if small_head else "strong")
        self.meta_label = ElideLabel(meta, "caption", "text_2")
        self.icon_mark = IconMark(icon, "text_2", 16 if small_head else 18)
        self.head_row.addWidget(self.icon_mark)
        self.head_row.addWidget(self.title_label, 1)
        self.head_row.addWidget(self.meta_label)
        for part, shown in ((self.icon_mark, icon), (self.meta_label, meta)):
            if not shown:
                part.hide()
        self._body = QVBoxLayout(self)
        self._inset: list[QHBoxLayout] = []
        self._begins_wide = self._ends_wide = False
        if title:
            self.add_layout(self.head_row)
        self._space()
        style().changed.connect(self._space)
        follow_style(self)

    def set_title(self, title: str, meta: str = "") -> None:
        """Changes head and meta."""
        self.title_label.setText(title)
        self.setAccessibleName(title)
        self.meta_label.setText(meta)
        self.meta_label.setVisible(bool(meta))

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Puts a widget below what is there, inside the panel's margin."""
        row = QHBoxLayout()
        row.addWidget(widget, 1)
        self._put(row, stretch)

    def add_wide(self, widget: QWidget, stretch: int = 0) -> None:
        """Puts a widget from edge to edge: row lists, rules."""
        self._begins_wide = self._begins_wide or not self._body.count()
        self._ends_wide = True
        self._body.addWidget(widget, stretch)
        self._space()

    def add_layout(self, layout: QLayout) -> None:
        """Puts a row of widgets below what is there, inside the panel's margin."""
        row = QHBoxLayout()
        row.addLayout(layout, 1)
        self._put(row, 0)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paints the surface."""
        painter = QPainter(self)
        smooth(painter)
        radius = style().px(tokens().radius["panel"])
        rect = QRectF(self.rect())
        if self._accent:
            bar = style().px(4)
            painter.setClipRect(QRectF(0, 0, bar + radius, rect.height()))
            draw_box(painter, rect, style().colour("accent"), None, radius)
            painter.setClipping(False)
            rect = rect.adjusted(bar, 0, 0, 0)
        draw_box(painter, rect, style().colour("surface"), style().colour("line"), radius)
        painter.end()

    def _put(self, row: QHBoxLayout, stretch: int) -> None:
        self._inset.append(row)
        self._ends_wide = False
        self._body.addLayout(row, stretch)
        self._space()

    def _space(self) -> None:
        edge = tokens().line["hair"]
        left = edge + (style().px(4) if self._accent else 0)
        bottom = style().px(4 if self._ends_wide else 13)
        top = bottom if self._begins_wide else style().px(13)
        self._body.setContentsMargins(left, top, edge, bottom)
        self._body.setSpacing(style().space("x2"))
        self.head_row.setSpacing(style().space("x2"))
        for row in self._inset:
            row.setContentsMargins(style().space("x4") - edge, 0, style().space("x4") - edge, 0)


class Rule(QWidget):
    """A hair line between parts."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(tokens().line["hair"])
        follow_style(self)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paints the line."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), style().colour("line"))
        painter.end()

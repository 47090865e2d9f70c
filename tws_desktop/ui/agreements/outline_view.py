"""The outline of the desk: §§ and annexes with numbers, open gaps and marks; dragged or moved with Alt+arrows."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from tws_desktop.services.agreements.findings import Severity
from tws_desktop.ui.agreements.reading import OutlineItem
from tws_desktop.ui.icons import draw_icon
from tws_desktop.ui.kit.buttons import icon_button, quiet
from tws_desktop.ui.kit.labels import Heading, PlainLabel
from tws_desktop.ui.kit.paint import draw_box, draw_line, draw_pill, draw_ring, pill_size, plain_tip, smooth
from tws_desktop.ui.palette import tokens
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


class _Model(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.items: tuple[OutlineItem, ...] = ()

    def show(self, items: tuple[OutlineItem, ...]) -> None:
        self.beginResetModel()
        self.items = items
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.items):
            return None
        item = self.items[index.row()]
        return {
            Qt.ItemDataRole.UserRole: item,
            Qt.ItemDataRole.DisplayRole: item.title,
            Qt.ItemDataRole.ToolTipRole: plain_tip(f"{item.number} {item.title}".strip()),
            Qt.ItemDataRole.AccessibleTextRole: item.words,
        }.get(Qt.ItemDataRole(role))


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        height = QFontMetricsF(style().font("body")).height() + style().px(8)
        item: OutlineItem = index.data(Qt.ItemDataRole.UserRole)
        rule = style().px(9) if self._begins_group(item, index) else 0
        return QSize(style().px(140), max(style().px(33), round(height)) + rule)

    def _begins_group(self, item: OutlineItem, index: Index) -> bool:
        if not index.row():
            return False
        before: OutlineItem = index.model().index(index.row() - 1, 0).data(Qt.ItemDataRole.UserRole)
        return before.kind != item.kind

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item: OutlineItem = index.data(Qt.ItemDataRole.UserRole)
        rect, px, colour = QRectF(option.rect), style().px, style().colour
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        smooth(painter)
        if self._begins_group(item, index):
            rule = QRectF(rect.left() + px(12), rect.top() + px(4), rect.width() - px(24), 1)
            painter.fillRect(rule, colour("line"))
            rect.setTop(rect.top() + px(9))
        radius = px(tokens().radius["control"])
        if selected:
            draw_box(painter, rect, colour("selection"), None, radius)
            painter.fillRect(QRectF(rect.left(), rect.top() + px(6), px(3), rect.height() - px(12)), colour("accent"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            draw_box(painter, rect, colour("surface"), None, radius)
        if selected and self._view.hasFocus():
            draw_ring(painter, rect, radius)
        right = self._paint_state(painter, item, rect)
        left = rect.left() + px(12)
        role = "strong" if selected else "body"
        number = QFontMetricsF(style().font("body")).horizontalAdvance("§\u00a000")
        draw_line(
            painter, QRectF(left, rect.top(), number + px(4), rect.height()), item.short, ("body", colour("text_2"))
        )
        left += number + px(7)
        words = QRectF(left, rect.top(), right - px(6) - left, rect.height())
        draw_line(painter, words, item.title, (role, colour("text")))
        painter.restore()

    def _paint_state(self, painter: QPainter, item: OutlineItem, rect: QRectF) -> float:
        px = style().px
        right = rect.right() - px(8)
        warned = item.worst in {Severity.FAULT, Severity.WARNING}
        if item.gaps:
            size = pill_size(str(item.gaps), "text-cursor-input")
            pill = QRectF(
                right - size.width() + px(4), rect.center().y() - size.height() / 2, size.width(), size.height()
            )
            draw_pill(painter, pill, str(item.gaps), "text-cursor-input", "warn")
            right = pill.left() - px(2)
        if warned or not item.gaps:
            icon, tone = "check", "ok"
            if item.worst is Severity.FAULT:
                icon, tone = "octagon-alert", "error"
            elif item.worst is Severity.WARNING:
                icon, tone = "triangle-alert", "warn"
            side = px(17)
            spot = QRectF(round(right - side), round(rect.center().y() - side / 2), side, side)
            draw_icon(painter, icon, spot, style().colour(tone))
            right = spot.left()
        return right


class OutlineList(QListView):
    """The lines; `chosen(key)` on a person's choice, `moved(unit, by)` after a drag or Alt+arrow."""

    chosen = Signal(str)
    moved = Signal(object, int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._lines = _Model()
        self._drag_from = -1
        self._drop_at = -1
        self.setAccessibleName(name)
        self.setModel(self._lines)
        self.setItemDelegate(_Delegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("ground", "none")
        self.viewport().setAutoFillBackground(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        style().changed.connect(self.scheduleDelayedItemsLayout)

    @property
    def items(self) -> tuple[OutlineItem, ...]:
        """What it shows."""
        return self._lines.items

    def show_items(self, items: tuple[OutlineItem, ...], key: str) -> None:
        """Shows other lines with `key` as the current one."""
        if items == self._lines.items:
            self.select(key)
            return
        at = self.verticalScrollBar().value()
        self._lines.show(items)
        self.select(key)
        self.verticalScrollBar().setValue(at)

    def select(self, key: str) -> None:
        """Makes the line current without telling."""
        place = next((place for place, item in enumerate(self._lines.items) if item.key == key), -1)
        index = self._lines.index(place) if place >= 0 else QModelIndex()
        if index != self.currentIndex():
            self.setCurrentIndex(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose, Alt+arrows move the §."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        item = self._item(self.currentIndex().row())
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            if item is not None and item.unit_id is not None:
                self.moved.emit(item.unit_id, step)
            return
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and item is not None:
            self.chosen.emit(item.key)
            return
        super().keyPressEvent(event)
        if step and (now := self._item(self.currentIndex().row())) is not None:
            self.chosen.emit(now.key)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remembers where a drag could begin."""
        super().mousePressEvent(event)
        row = self.indexAt(event.position().toPoint()).row()
        item = self._item(row)
        self._start = event.position().toPoint()
        self._drag_from = row if item is not None and item.kind == "section" else -1
        self._drop_at = -1

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Shows where a dragged § would go."""
        if self._drag_from < 0 or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        spot = event.position().toPoint()
        if (spot - self._start).manhattanLength() < QApplication.startDragDistance() and self._drop_at < 0:
            return
        index = self.indexAt(spot)
        item = self._item(index.row())
        if item is not None and item.kind == "section":
            rect = self.visualRect(index)
            self._drop_at = index.row() + (1 if spot.y() > rect.center().y() else 0)
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drops a dragged §, else chooses."""
        super().mouseReleaseEvent(event)
        source, target = self._drag_from, self._drop_at
        self._drag_from = self._drop_at = -1
        self.viewport().unsetCursor()
        self.viewport().update()
        item = self._item(source)
        if target >= 0 and item is not None and item.unit_id is not None:
            by = target - source - (1 if target > source else 0)
            if by:
                self.moved.emit(item.unit_id, by)
            return
        clicked = self._item(self.indexAt(event.position().toPoint()).row())
        if clicked is not None and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(clicked.key)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The lines, and the drop line of a drag."""
        super().paintEvent(event)
        if self._drop_at < 0:
            return
        last = min(self._drop_at, len(self._lines.items)) - 1
        rect = self.visualRect(self._lines.index(max(last, 0)))
        top = rect.bottom() if last >= 0 else rect.top()
        painter = QPainter(self.viewport())
        painter.fillRect(QRectF(style().px(8), top - 1, rect.width() - style().px(16), 3), style().colour("accent"))
        painter.end()

    def _item(self, row: int) -> OutlineItem | None:
        return self._lines.items[row] if 0 <= row < len(self._lines.items) else None


class OutlineView(QWidget):
    """Head with the open gaps, the lines, and the way to a § of one's own."""

    chosen = Signal(str)
    moved = Signal(object, int)
    add_wanted = Signal()
    gaps_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Gliederung"))
        self.lines = OutlineList(tr("Gliederung"))
        self._gaps = PlainLabel("", "label", "warn")
        self.add_button = quiet(tr("Paragraf einfügen"), "plus")
        self.add_button.clicked.connect(self.add_wanted)
        self.lines.chosen.connect(self.chosen)
        self.lines.moved.connect(self.moved)
        self.back = icon_button(tr("Alle Vereinbarungen"), "arrow-left")
        self._head = QHBoxLayout()
        self._head.addWidget(self.back)
        self._head.addWidget(Heading(tr("Gliederung")), 1)
        self._head.addWidget(self._gaps)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(self.lines, 1)
        self._column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignHCenter)
        self._space()
        style().changed.connect(self._space)

    def show_items(self, items: tuple[OutlineItem, ...], key: str, gaps: int) -> None:
        """Shows the outline; `gaps` is the number of all open gaps."""
        self.lines.show_items(items, key)
        self._gaps.setText(tr("1 Lücke") if gaps == 1 else tr("{count} Lücken").format(count=gaps))
        self._gaps.setVisible(gaps > 0)

    def section_of(self, key: str) -> UUID | None:
        """The unit of a line."""
        return next((item.unit_id for item in self.lines.items if item.key == key), None)

    def _space(self) -> None:
        px = style().px
        self._column.setContentsMargins(px(8), px(11), px(8), px(8))
        self._column.setSpacing(px(6))
        self._head.setContentsMargins(px(4), 0, px(10), 0)
        self._head.setSpacing(px(4))

"""One list of cards, a column's or the tray's: painted by one painter, thousands scroll smoothly."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QListView

from tws_desktop.boards.cards.card_items import CardItem
from tws_desktop.boards.cards.card_layout import CardLayout
from tws_desktop.boards.cards.card_model import CardModel, Index
from tws_desktop.ui.kit.card_painter import CardLook, CardPainter
from tws_desktop.ui.style import style

_BATCH, _FEW = 12, 40
_LETTER = 7.3  # average width of a letter at 100 %
_Move = QAbstractItemView.CursorAction


class CardList(QListView):
    """Shows a CardModel. `keys` is asked first about every key; a drag is told by `dragged` and `dropped`."""

    picked = Signal(object)
    opened = Signal(object)
    dragged = Signal(object, QPoint)
    dropped = Signal(object, QPoint)
    height_changed = Signal()
    context_wanted = Signal(object, QPoint)

    def __init__(self, name: str, painter: Callable[[], CardPainter], lane_width: int = 0) -> None:
        super().__init__()
        self.cards = CardModel(name)
        self.keys: Callable[[QKeyEvent], bool] = lambda event: False  # noqa: ARG005
        self._painter = painter
        self._lane_width = lane_width
        self._drop_at: int | None = None
        self._told_height = 0
        self._pressed: tuple[UUID, QPoint] | None = None
        self._dragging = False
        self._selected: UUID | None = None
        self._layout = CardLayout(self._measure, self._guess, style().px(8))
        self.setModel(self.cards)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._batches = QTimer(self)
        self._batches.setInterval(0)
        self._batches.timeout.connect(self._measure_more)
        style().changed.connect(self.lay_out)

    def set_name(self, name: str) -> None:
        """Says where the cards lie."""
        self.cards.place = name
        self.setAccessibleName(name)

    def set_items(self, items: tuple[CardItem, ...]) -> None:
        """Shows other cards; scroll position and current card stay where they can."""
        before = self.cards.items
        added = items[len(before) :] if before and items[: len(before)] == before else ()
        bar = self.verticalScrollBar()
        value = bar.value()
        self.cards.set_items(items)
        if 0 < len(added) <= _FEW:
            self._layout.append(added)
            self.updateGeometries()
            self.viewport().update()
        elif items != before:
            self.lay_out()
        bar.setValue(value)
        self._follow_selected()

    def set_selected(self, card_id: UUID | None) -> None:
        """Shows which card is selected on the board."""
        self._selected = card_id
        self._follow_selected()
        self.viewport().update()

    def set_drop(self, at: int | None) -> None:
        """Shows the drop line before a row; None hides it."""
        if at != self._drop_at:
            self._drop_at = at
            self.viewport().update()

    def slot_at(self, where: QPoint) -> int:
        """Before which card something let go at this global point belongs."""
        point = self._to_content(QPointF(self.viewport().mapFromGlobal(where)))
        return self._layout.slot(point.x(), point.y())

    def card_at(self, where: QPoint) -> CardItem | None:
        """The card at a global point."""
        point = self._to_content(QPointF(self.viewport().mapFromGlobal(where)))
        row = self._layout.at(point.x(), point.y())
        return self.cards.items[row] if row >= 0 else None

    def content_height(self) -> int:
        """Height of all cards."""
        return round(self._layout.height) + 2 * self._edge()

    def lay_out(self) -> None:
        """Places all cards anew: another width, look or order."""
        self._layout.gap = style().px(8)
        width = self.viewport().width() - 2 * self._edge()
        lanes = 1
        if self._lane_width:
            lane = style().px(self._lane_width)
            lanes = max(1, int((width + self._layout.gap) // (lane + self._layout.gap)))
        self._layout.set(self.cards.items, width, lanes)
        if self.isVisible():
            self._layout.measure_rows(self._visible_rows())
        if self.cards.items:
            self._batches.start()
        self.updateGeometries()
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """A row or two of cards; where there is more room, the layout gives it."""
        return QSize(style().px(160), min(max(self.content_height(), style().px(56)), style().px(112)))

    def minimumSizeHint(self) -> QSize:
        """One row."""
        return QSize(style().px(80), style().px(56))

    # -- what a view must answer -----------------------------------------------------------------

    def doItemsLayout(self) -> None:
        """Our own layout; the one of the base class is not used."""

    def visualRect(self, index: Index) -> QRect:
        """Where a card lies in the viewport."""
        if not index.isValid() or index.row() >= len(self.cards.items):
            return QRect()
        left, top, width, height = self._layout.rect(index.row())
        edge = self._edge()
        return QRectF(left + edge, top + edge - self.verticalScrollBar().value(), width, height).toRect()

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The card at a point of the viewport."""
        where = self._to_content(QPointF(point))
        row = self._layout.at(where.x(), where.y())
        return self.cards.index(row) if row >= 0 else QModelIndex()

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Brings a card into view."""
        rect, bar, pad = self.visualRect(index), self.verticalScrollBar(), self._edge()
        if rect.isNull():
            return
        if rect.top() < pad or hint == QAbstractItemView.ScrollHint.PositionAtTop:
            bar.setValue(bar.value() + rect.top() - pad)
        elif rect.bottom() > self.viewport().height() - pad:
            bar.setValue(bar.value() + rect.bottom() - self.viewport().height() + pad)

    def horizontalOffset(self) -> int:
        """Nothing scrolls sideways."""
        return 0

    def verticalOffset(self) -> int:
        """How far it is scrolled."""
        return self.verticalScrollBar().value()

    def updateGeometries(self) -> None:
        """The range of the scroll bar."""
        bar = self.verticalScrollBar()
        bar.setPageStep(max(1, self.viewport().height()))
        bar.setSingleStep(style().px(24))
        bar.setRange(0, max(0, self.content_height() - self.viewport().height()))
        if self.content_height() != self._told_height:
            self._told_height = self.content_height()
            self.updateGeometry()
            self.height_changed.emit()

    def visualRegionForSelection(self, selection: object) -> QRegion:  # noqa: ARG002
        """Everything is repainted on a change of selection."""
        return QRegion(self.viewport().rect())

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:  # noqa: ARG002
        """The card the arrow keys lead to."""
        count, row = len(self.cards.items), self.currentIndex().row()
        if not count:
            return QModelIndex()
        page = max(1, self.viewport().height() // max(1, style().px(60)))
        step = {
            _Move.MoveUp: -self._layout.lanes,
            _Move.MoveDown: self._layout.lanes,
            _Move.MoveLeft: -1,
            _Move.MoveRight: 1,
            _Move.MoveNext: 1,
            _Move.MovePrevious: -1,
            _Move.MovePageUp: -page,
            _Move.MovePageDown: page,
            _Move.MoveHome: -count,
            _Move.MoveEnd: count,
        }[action]
        return self.cards.index(min(count - 1, max(0, row + step)) if row >= 0 else 0)

    # -- events ---------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Single keys belong to the card while the list has the focus."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._selected:
            mine = event.key() == Qt.Key.Key_F2 or event.modifiers() == Qt.KeyboardModifier.ControlModifier
            if mine and (event.key() == Qt.Key.Key_F2 or Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_7):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The board's keys first, then the arrows."""
        if self.keys(event):
            event.accept()
            return
        if event.text() and event.key() not in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            event.ignore()
            return
        super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """The current card is the selected one."""
        super().currentChanged(current, previous)
        if self.hasFocus() and current.isValid():
            self._pick(current.row())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming in by the keyboard selects a card."""
        super().focusInEvent(event)
        if self._pressed is None and self.cards.items:
            row = max(0, self.currentIndex().row())
            self.setCurrentIndex(self.cards.index(row))
            self._pick(row)
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Selects; holds the card for a drag."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self._pressed = (self.cards.items[index.row()].id, event.globalPosition().toPoint())
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.setCurrentIndex(index)
            self._pick(index.row())
            if event.button() == Qt.MouseButton.RightButton:
                self._pressed = None
                self.context_wanted.emit(self._selected, event.globalPosition().toPoint())
        else:
            self.picked.emit(None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drags the held card."""
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        card_id, start = self._pressed
        where = event.globalPosition().toPoint()
        if self._dragging or (where - start).manhattanLength() >= QApplication.startDragDistance():
            self._dragging = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.dragged.emit(card_id, where)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Lets the card go."""
        pressed, dragging = self._pressed, self._dragging
        self._pressed, self._dragging = None, False
        self.unsetCursor()
        if pressed and dragging:
            self.dropped.emit(pressed[0], event.globalPosition().toPoint())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Opens the card for editing."""
        if self.indexAt(event.position().toPoint()).isValid():
            self.opened.emit(self._selected)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.lay_out()
        else:
            self.updateGeometries()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the cards in the dirty part and the drop line."""
        while self._layout.measure_rows(self._visible_rows()):
            self.updateGeometries()
        painter = QPainter(self.viewport())
        cards, dirty = self._painter(), QRectF(event.rect()).adjusted(-4, -4, 4, 4)
        offset = self.verticalScrollBar().value() - self._edge()
        for row in self._layout.between(dirty.top() + offset, dirty.bottom() + offset):
            rect = self._card_rect(row)
            if rect.intersects(dirty):
                cards.paint(painter, rect, self._look(self.cards.items[row]))
        if self._drop_at is not None:
            painter.fillRect(self._drop_line(self._drop_at), style().colour("accent"))
        painter.end()

    # -- inside ---------------------------------------------------------------------------------

    def _look(self, item: CardItem, chosen: bool | None = None) -> CardLook:
        selected = item.id == self._selected if chosen is None else chosen
        return CardLook(item.text, item.kind, item.meta, item.lock, selected=selected, pending=item.pending)

    def _measure(self, item: CardItem, width: float) -> float:
        return self._painter().height(self._look(item, chosen=False), width)

    def _guess(self, item: CardItem, width: float) -> float:
        scale = style().scale
        lines = max(1, -(-len(item.text) * _LETTER // max(1.0, width / scale - 48)))
        more = (1 if item.meta else 0) + (1 if item.lock else 0)
        return max(44.0, (lines + more) * 20 + 12) * scale

    def _measure_more(self) -> None:
        bar = self.verticalScrollBar()
        at_end = bar.value() == bar.maximum() > 0
        if not self._layout.measure_some(_BATCH):
            self._batches.stop()
        self.updateGeometries()
        if at_end:
            bar.setValue(bar.maximum())

    def _visible_rows(self) -> range:
        top = self.verticalScrollBar().value() - self._edge()
        return self._layout.between(top, top + self.viewport().height())

    def _card_rect(self, row: int) -> QRectF:
        left, top, width, height = self._layout.rect(row)
        edge = self._edge()
        return QRectF(round(left) + edge, round(top) + edge - self.verticalScrollBar().value(), round(width), height)

    def _drop_line(self, at: int) -> QRectF:
        thick, count = style().px(3), len(self.cards.items)
        if not count:
            return QRectF(self._edge(), self._edge(), self.viewport().width() - 2 * self._edge(), thick)
        rect = self._card_rect(min(at, count - 1))
        if self._layout.lanes > 1:
            x = rect.left() - style().px(6) if at < count else rect.right() + style().px(3)
            return QRectF(x, rect.top(), thick, rect.height())
        y = rect.top() - style().px(5) if at < count else rect.bottom() + style().px(3)
        return QRectF(rect.left(), y, rect.width(), thick)

    def _to_content(self, point: QPointF) -> QPointF:
        edge = self._edge()
        return QPointF(point.x() - edge, point.y() - edge + self.verticalScrollBar().value())

    def _pick(self, row: int) -> None:
        card_id = self.cards.items[row].id
        if card_id != self._selected:
            self._selected = card_id
            self.picked.emit(card_id)
            self.viewport().update()

    def _follow_selected(self) -> None:
        row = self.cards.row_of(self._selected)
        if row >= 0 and row != self.currentIndex().row():
            self.setCurrentIndex(self.cards.index(row))

    def _edge(self) -> int:
        return style().px(6)

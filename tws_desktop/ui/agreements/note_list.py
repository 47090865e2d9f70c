"""A list whose rows wrap: findings, gaps, proposals, and the tree of origin with its cards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from tws_desktop.ui.icons import draw_icon
from tws_desktop.ui.kit.card_painter import CardLook, CardPainter
from tws_desktop.ui.kit.paint import draw_line, draw_ring, draw_selection, smooth
from tws_desktop.ui.kit.text_block import BlockShape, TextBlock
from tws_desktop.ui.palette import tokens
from tws_desktop.ui.style import style

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


@dataclass(frozen=True, slots=True)
class NoteRow:
    """One row: icon, wrapped words, a meta line in `meta_tone`, a text action; or a card of that kind."""

    key: str
    text: str
    meta: str = ""
    icon: str = ""
    tone: str = "text_2"
    meta_tone: str = "text_2"
    depth: int = 0
    card: str = ""
    lock: str = ""
    action: str = ""
    strong: bool = False
    head: bool = False

    @property
    def words(self) -> str:
        """Everything the row says, for a screen reader."""
        return ", ".join(part for part in (self.text, self.meta, self.action) if part)


class _Model(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[NoteRow, ...] = ()

    def show(self, rows: tuple[NoteRow, ...]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        head = index.isValid() and self.rows[index.row()].head
        return Qt.ItemFlag.ItemIsEnabled if head else Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        return {
            Qt.ItemDataRole.UserRole: row,
            Qt.ItemDataRole.DisplayRole: row.text,
            Qt.ItemDataRole.AccessibleTextRole: row.words,
            Qt.ItemDataRole.AccessibleDescriptionRole: row.meta,
        }.get(Qt.ItemDataRole(role))


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: NoteList) -> None:
        super().__init__(view)
        self._view = view
        self._blocks: dict[tuple[NoteRow, int], TextBlock] = {}
        self._cards: CardPainter | None = None

    def forget(self) -> None:
        self._blocks.clear()
        self._cards = None

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        row: NoteRow = index.data(Qt.ItemDataRole.UserRole)
        return QSize(style().px(120), round(self._height(row, self._view.viewport().width())))

    def _height(self, row: NoteRow, width: int) -> float:
        px = style().px
        if row.card:
            return self._card_painter().height(self._look(row), width - self._left(row) - px(8)) + px(8)
        meta = QFontMetricsF(style().font("caption")).height() if row.meta or row.action else 0.0
        height = self._block(row, width).height + meta + px(10 if row.head else 14)
        return height if row.head else max(height, px(36))

    def _left(self, row: NoteRow) -> int:
        return style().px(8) + min(row.depth, 4) * style().px(14)

    def _block(self, row: NoteRow, width: int) -> TextBlock:
        key = (row, width)
        if key not in self._blocks:
            role = "strong" if row.strong else "caption" if row.head else "body"
            icon = style().px(27) if row.icon else 0
            shape = BlockShape(line=1.3)
            room = width - self._left(row) - icon - style().px(10)
            self._blocks[key] = TextBlock(row.text, style().font(role), room, shape)
        return self._blocks[key]

    def _card_painter(self) -> CardPainter:
        if self._cards is None:
            self._cards = CardPainter.for_window()
        return self._cards

    def _look(self, row: NoteRow, *, focused: bool = False) -> CardLook:
        return CardLook(row.text, row.card, row.meta, row.lock, focused=focused)

    def action_rect(self, row: NoteRow, rect: QRectF) -> QRectF:
        """Where the row's text action lies."""
        if not row.action:
            return QRectF()
        caption = QFontMetricsF(style().font("label"))
        width = caption.horizontalAdvance(row.action) + style().px(8)
        height = caption.height() + style().px(6)
        return QRectF(rect.right() - width - style().px(6), rect.bottom() - height - style().px(3), width, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: NoteRow = index.data(Qt.ItemDataRole.UserRole)
        rect, state = QRectF(option.rect), option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        focused = selected and self._view.hasFocus()
        painter.save()
        smooth(painter)
        if row.card:
            box = rect.adjusted(self._left(row), style().px(4), -style().px(8), -style().px(4))
            self._card_painter().paint(painter, box, self._look(row, focused=selected))
        else:
            self._paint_row(painter, row, rect, (selected, bool(state & QStyle.StateFlag.State_MouseOver)))
            if focused:
                draw_ring(painter, rect.adjusted(0, 1, 0, -1), tokens().line["focus_gap"])
        painter.restore()

    def _paint_row(self, painter: QPainter, row: NoteRow, rect: QRectF, state: tuple[bool, bool]) -> None:
        colour, px = style().colour, style().px
        selected, over = state
        if selected:
            draw_selection(painter, rect)
        elif over and not row.head:
            painter.fillRect(rect, colour("surface"))
        left = rect.left() + self._left(row)
        top = rect.top() + px(7)
        block = self._block(row, self._view.viewport().width())
        if row.icon:
            side = px(18)
            spot = QRectF(round(left), round(top + (block.step - side) / 2), side, side)
            draw_icon(painter, row.icon, spot, colour(row.tone))
            left += px(27)
        block.draw(painter, QPointF(left, top), colour("text_2" if row.head else "text"))
        caption = QFontMetricsF(style().font("caption")).height()
        action = self.action_rect(row, rect)
        end = action.left() - px(6) if row.action else rect.right() - px(8)
        line = QRectF(left, top + block.height, end - left, caption)
        draw_line(painter, line, row.meta, ("caption", colour(row.meta_tone)))
        if row.action:
            right = Qt.AlignmentFlag.AlignRight
            draw_line(painter, action, row.action, ("label", colour("accent_text")), right)


class NoteList(QListView):
    """`show_rows`; arrows move, Enter or a click opens, Strg+Enter or a click on the text action runs it."""

    opened = Signal(str)
    action_pressed = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._rows = _Model()
        self._notes = _Delegate(self)
        self.setAccessibleName(name)
        self.setModel(self._rows)
        self.setItemDelegate(self._notes)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("ground", "none")
        self.viewport().setAutoFillBackground(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        style().changed.connect(self._again)

    @property
    def rows(self) -> tuple[NoteRow, ...]:
        """What the list shows."""
        return self._rows.rows

    @property
    def key(self) -> str:
        """Key of the current row, empty without one."""
        index = self.currentIndex()
        return self._rows.rows[index.row()].key if index.isValid() else ""

    def show_rows(self, rows: Sequence[NoteRow]) -> None:
        """Shows other rows; place and current row stay where they are still there."""
        if tuple(rows) == self._rows.rows:
            return
        key, at = self.key, self.verticalScrollBar().value()
        self._notes.forget()
        self._rows.show(tuple(rows))
        self.select(key)
        self.verticalScrollBar().setValue(at)

    def select(self, key: str) -> None:
        """Makes the row current, without opening it; none for an unknown key."""
        place = next((place for place, row in enumerate(self._rows.rows) if row.key == key), -1)
        self.setCurrentIndex(self._rows.index(place) if place >= 0 else QModelIndex())

    def minimumSizeHint(self) -> QSize:
        """Room for two rows; the column around it scrolls where the window is low."""
        return QSize(style().px(120), style().px(110))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Strg+Enter runs the action."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.key:
            with_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            (self.action_pressed if with_control else self.opened).emit(self.key)
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens, on the text action it runs that."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if not index.isValid() or event.button() != Qt.MouseButton.LeftButton:
            return
        row = self._rows.rows[index.row()]
        if row.head:
            return
        area = self._notes.action_rect(row, QRectF(self.visualRect(index)))
        (self.action_pressed if area.contains(event.position()) else self.opened).emit(row.key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wraps anew."""
        super().resizeEvent(event)
        self._again()

    def _again(self) -> None:
        self._notes.forget()
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

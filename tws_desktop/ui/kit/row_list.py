"""A list of rows by model and view: icon, strong title, caption, one chip, one text action. 20,000 rows
scroll.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QSizePolicy, QWidget

from tws_desktop.ui.kit.row_delegate import RowDelegate
from tws_desktop.ui.kit.row_model import RowModel
from tws_desktop.ui.kit.rows import Row
from tws_desktop.ui.style import style


class RowList(QListView):
    """The list. Arrows move, Enter opens, the menu key asks for a context menu; a click on the text action
    runs it.

    `fit=True` makes the list as high as its rows (inside a panel); else it scrolls for itself.
    `dense` rows are 36 high.
    """

    opened = Signal(str)
    action_pressed = Signal(str)
    current_changed = Signal(str)
    context_wanted = Signal(str, QPoint)

    def __init__(self, name: str, *, fit: bool = False, dense: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._fit = fit
        self._rows = RowModel()
        self._delegate = RowDelegate(self, dense=dense)
        self.setModel(self._rows)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        if fit:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.selectionModel().currentChanged.connect(self._tell_current)
        style().changed.connect(self._measure)

    @property
    def rows(self) -> tuple[Row, ...]:
        """What the list shows."""
        return self._rows.rows

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Shows other rows; the current row stays current where it is still there."""
        key = self.current_key()
        self._rows.set_rows(rows)
        if key:
            self.select(key)
        self._measure()

    def select(self, key: str) -> None:
        """Makes the row with that key current; nothing happens without such a row."""
        place = self._rows.place_of(key)
        if place >= 0:
            self.setCurrentIndex(self._rows.index(place))

    def current_key(self) -> str:
        """Key of the current row, empty without one."""
        row = self._row_at(self.currentIndex())
        return row.key if row else ""

    def sizeHint(self) -> QSize:
        """As high as the rows with `fit`."""
        if not self._fit:
            return super().sizeHint()
        height = self._delegate.row_height() * len(self._rows.rows)
        return QSize(style().px(240), height)

    def minimumSizeHint(self) -> QSize:
        """With `fit` the height is fixed; else four rows."""
        height = self.sizeHint().height() if self._fit else self._delegate.row_height() * 4
        return QSize(style().px(160), height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow rows get a foot line."""
        super().resizeEvent(event)
        if self._delegate.measure(self._rows.rows, self.viewport().width()):
            self.scheduleDelayedItemsLayout()
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the current row, Strg+Enter runs its action."""
        row = self._row_at(self.currentIndex())
        if row and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            with_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            (self.action_pressed if with_control and row.action else self.opened).emit(row.key)
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Asks for a menu at the pointer or, from the keyboard, at the row."""
        keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if keyboard else self.indexAt(event.pos())
        row = self._row_at(index)
        if row:
            point = self.visualRect(index).center() if keyboard else event.pos()
            self.context_wanted.emit(row.key, self.viewport().mapToGlobal(point))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens; on the text action it runs the action."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        row = self._row_at(index)
        if row is None or event.button() != Qt.MouseButton.LeftButton:
            return
        area = self._delegate.action_area(row, self.visualRect(index))
        (self.action_pressed if area.contains(event.position()) else self.opened).emit(row.key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Shows the hand over a text action."""
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        row = self._row_at(index)
        over = row is not None and self._delegate.action_area(row, self.visualRect(index)).contains(event.position())
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def _row_at(self, index: QModelIndex) -> Row | None:
        row = index.data(Qt.ItemDataRole.UserRole) if index.isValid() else None
        return row if isinstance(row, Row) else None

    def _tell_current(self, index: QModelIndex) -> None:
        row = self._row_at(index)
        if row:
            self.current_changed.emit(row.key)

    def _measure(self) -> None:
        self._delegate.measure(self._rows.rows, self.viewport().width())
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()
        self.viewport().update()

"""The cells of a table that people fill in: typing edits, Tab and Enter go on, rows come, go and move by key.

Tab goes on from cell to cell while one is edited; else it leaves the table, so that nobody is caught in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from tws_desktop.ui.kit.fields import TextArea
from tws_desktop.ui.style import style
from tws_desktop.ui.word_breaks import soften

Index = QModelIndex | QPersistentModelIndex
Rows = tuple[tuple[str, ...], ...]
_NARROWEST = 112
_LINES = 8
_PADDING = 8
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_LEAVING = {
    Qt.Key.Key_Tab: QAbstractItemDelegate.EndEditHint.EditNextItem,
    Qt.Key.Key_Backtab: QAbstractItemDelegate.EndEditHint.EditPreviousItem,
    **dict.fromkeys(_ENTER, QAbstractItemDelegate.EndEditHint.NoHint),
}


class _Delegate(QStyledItemDelegate):
    """Edits a cell in a field of the kit that grows with its text."""

    typed = Signal()
    entered = Signal()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002
        head = index.model().headerData(index.column(), Qt.Orientation.Horizontal)
        field = TextArea(str(head), least=1, most=_LINES)
        field.setParent(parent)
        field.textChanged.connect(self.typed)
        return field

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.displayAlignment = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        option.text = " ".join(soften(word) for word in option.text.split(" "))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the words need inside the cell's padding; Qt reckons with the whole width."""
        inside = QStyleOptionViewItem(option)
        inside.rect = option.rect.adjusted(0, 0, -2 * style().px(_PADDING), 0)
        return super().sizeHint(inside, index)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view = self.parent()
        if not isinstance(view, QTableWidget) or view.indexWidget(index) is None:
            super().paint(painter, option, index)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, TextArea) and editor.text() != index.data():
            editor.setText(index.data() or "")
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, TextArea):
            model.setData(index, editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: ARG002
        editor.setGeometry(option.rect)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        hint = _LEAVING.get(Qt.Key(event.key())) if pressed and isinstance(event, QKeyEvent) else None
        if hint is None or not isinstance(watched, QWidget):
            return super().eventFilter(watched, event)
        self.commitData.emit(watched)
        self.closeEditor.emit(watched, hint)
        if hint is QAbstractItemDelegate.EndEditHint.NoHint:
            self.entered.emit()
        return True


class TableCells(QTableWidget):
    """`set_rows`, `rows`; `typed` while a cell is edited, `altered` when rows came, went or moved."""

    typed = Signal()
    altered = Signal()

    def __init__(self, name: str, columns: Sequence[str]) -> None:
        super().__init__(1, len(columns))
        self.setAccessibleName(name)
        self.setObjectName("cells")
        self.setHorizontalHeaderLabels(list(columns))
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.verticalHeader().hide()
        self.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.setEditTriggers(QTableWidget.EditTrigger.AllEditTriggers ^ QTableWidget.EditTrigger.CurrentChanged)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QTableWidget.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QTableWidget.ScrollMode.ScrollPerPixel)
        self._edits = _Delegate(self)
        self._edits.typed.connect(self.typed)
        self._edits.entered.connect(self.go_down)
        self.setItemDelegate(self._edits)
        self._fit()
        style().changed.connect(self._fit)

    def rows(self) -> Rows:
        """What stands in the cells; rows without a word are none."""
        found = (
            tuple(self._text(row, column) for column in range(self.columnCount())) for row in range(self.rowCount())
        )
        return tuple(row for row in found if any(cell.strip() for cell in row))

    def set_rows(self, rows: Iterable[Sequence[str]]) -> None:
        """Shows other rows, at least an empty one; the current cell stays where it is."""
        at = (self.currentRow(), self.currentColumn())
        wanted = [tuple(row) for row in rows] or [()]
        self.setRowCount(len(wanted))
        for row, cells in enumerate(wanted):
            for column in range(self.columnCount()):
                self._put(row, column, cells[column] if column < len(cells) else "")
        self.setCurrentCell(min(max(at[0], 0), self.rowCount() - 1), max(at[1], 0))

    def commit_open(self) -> None:
        """Takes over what is typed into the cell that is being edited; it stays open."""
        editor = self.indexWidget(self.currentIndex())
        if isinstance(editor, TextArea):
            self.commitData(editor)

    def add_row(self) -> None:
        """An empty row below the current one, its first cell open."""
        self.commit_open()
        row = self.currentRow() + 1 if self.rows() else 0
        if self.rows():
            self.insertRow(row)
        self.edit_cell(row, 0)

    def remove_row(self) -> None:
        """Takes the current row out; an empty one is left where it was the only one."""
        row = self.currentRow()
        if row < 0:
            return
        self.removeRow(row)
        if not self.rowCount():
            self.insertRow(0)
        self.setCurrentCell(min(row, self.rowCount() - 1), max(self.currentColumn(), 0))
        self.setFocus()
        self.altered.emit()

    def move_row(self, by: int) -> None:
        """Moves the current row up (-1) or down (1)."""
        row, other = self.currentRow(), self.currentRow() + by
        if row < 0 or not 0 <= other < self.rowCount():
            return
        for column in range(self.columnCount()):
            mine, theirs = self._text(row, column), self._text(other, column)
            self._put(row, column, theirs)
            self._put(other, column, mine)
        self.setCurrentCell(other, self.currentColumn())
        self.altered.emit()

    def go_down(self) -> None:
        """The cell below; below the last row a new one."""
        row = self.currentRow()
        if row + 1 < self.rowCount():
            self.edit_cell(row + 1, self.currentColumn())
        elif any(self._text(row, column).strip() for column in range(self.columnCount())):
            self.add_row()

    def edit_cell(self, row: int, column: int) -> None:
        """Opens a cell."""
        self.setCurrentCell(row, column)
        self.edit(self.currentIndex())

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Tab behind the last cell opens a new row, or leaves the table where the last row is empty."""
        first = (self.currentRow(), self.currentColumn()) == (0, 0)
        last = (self.currentRow(), self.currentColumn()) == (self.rowCount() - 1, self.columnCount() - 1)
        if hint is QAbstractItemDelegate.EndEditHint.EditNextItem and last:
            super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
            self._behind_last()
        elif hint is QAbstractItemDelegate.EndEditHint.EditPreviousItem and first:
            super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
            self.focusNextPrevChild(False)
        else:
            super().closeEditor(editor, hint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter edits, Entf empties, Strg+Entf deletes the row, Alt+arrows move it, Strg+V pastes cells."""
        key, modifiers = event.key(), event.modifiers()
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(key), 0)
        if step and modifiers & Qt.KeyboardModifier.AltModifier:
            self.move_row(step)
        elif key == Qt.Key.Key_Delete and modifiers & Qt.KeyboardModifier.ControlModifier:
            self.remove_row()
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self._put(self.currentRow(), self.currentColumn(), "")
        elif key in _ENTER:
            self.edit(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste(QGuiApplication.clipboard().text())
        elif event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo):
            self.altered.emit()
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paste(self, text: str) -> None:
        """Fills cells from the current one on, as a spreadsheet gives them; what is too wide joins the last cell."""
        row, column = max(self.currentRow(), 0), max(self.currentColumn(), 0)
        for offset, line in enumerate(text.rstrip("\n").split("\n")):
            cells = line.split("\t")
            room = self.columnCount() - column
            if len(cells) > room:
                cells = [*cells[: room - 1], " ".join(cells[room - 1 :])]
            if row + offset >= self.rowCount():
                self.insertRow(row + offset)
            for place, cell in enumerate(cells):
                self._put(row + offset, column + place, cell.strip())
        self.altered.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shares the width between the columns."""
        super().resizeEvent(event)
        self._share()

    def sizeHint(self) -> QSize:
        """As high as its rows, at least three, at most ten lines."""
        rows = sum(self.rowHeight(row) for row in range(self.rowCount()))
        least, most = 3 * style().size("control"), 7 * style().size("control")
        head = self.horizontalHeader().sizeHint().height()
        wide = self.columnCount() * style().px(_NARROWEST) > self.viewport().width()
        bar = self.horizontalScrollBar().sizeHint().height() if wide else 0
        return QSize(style().px(320), head + min(max(rows, least), most) + bar + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        """It may get narrow, never low."""
        return QSize(style().px(160), self.sizeHint().height())

    def _behind_last(self) -> None:
        if any(self._text(self.rowCount() - 1, column).strip() for column in range(self.columnCount())):
            self.setCurrentCell(self.rowCount() - 1, 0)
            self.add_row()
        else:
            self.focusNextPrevChild(True)

    def _text(self, row: int, column: int) -> str:
        item = self.item(row, column)
        return item.text() if item is not None else ""

    def _put(self, row: int, column: int, text: str) -> None:
        if self._text(row, column) != text or self.item(row, column) is None:
            self.setItem(row, column, QTableWidgetItem(text))

    def _fit(self) -> None:
        self.verticalHeader().setMinimumSectionSize(style().size("control"))
        self.verticalHeader().setDefaultSectionSize(style().size("control"))
        self._share()

    def _share(self) -> None:
        width = max(self.viewport().width() // self.columnCount(), style().px(_NARROWEST))
        for column in range(self.columnCount()):
            self.setColumnWidth(column, width)

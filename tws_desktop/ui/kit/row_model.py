"""The rows of a RowList as a model."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from tws_desktop.ui.kit.paint import plain_tip
from tws_desktop.ui.kit.rows import Row

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


class RowModel(QAbstractListModel):
    """Rows for one RowList; changing rows keeps the view's place where the key is still there."""

    def __init__(self, rows: Sequence[Row] = ()) -> None:
        super().__init__()
        self._rows = tuple(rows)

    @property
    def rows(self) -> tuple[Row, ...]:
        """What the list shows."""
        return self._rows

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Shows other rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def place_of(self, key: str) -> int:
        """Number of the row with that key, -1 without."""
        return next((place for place, row in enumerate(self._rows) if row.key == key), -1)

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """How many rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row for the delegate (UserRole), its words for everyone else."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip("\n".join(part for part in (row.title, row.meta) if part))
        return {
            Qt.ItemDataRole.DisplayRole: row.title,
            Qt.ItemDataRole.AccessibleTextRole: row.words,
            Qt.ItemDataRole.AccessibleDescriptionRole: row.meta,
        }.get(Qt.ItemDataRole(role))

"""The cards of one list for a view: texts for screen readers, changes told as small as they are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from tws_desktop.boards.cards.card_items import CardItem
from tws_desktop.ui.kit.chips import level_mark
from tws_desktop.ui.palette import card_kind
from tws_desktop.ui.words import tr

Index = QModelIndex | QPersistentModelIndex


class CardModel(QAbstractListModel):
    """Cards in order; `place` is where they lie in words (`Spalte 3`)."""

    def __init__(self, place: str = "") -> None:
        super().__init__()
        self.place = place
        self.items: tuple[CardItem, ...] = ()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many cards."""
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The text, and what a screen reader says."""
        if not index.isValid() or index.row() >= len(self.items):
            return None
        item = self.items[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return item.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._words(item, index.row())
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return item.meta
        return None

    def row_of(self, card_id: UUID | None) -> int:
        """The row of a card, -1 where it is not here."""
        return next((row for row, item in enumerate(self.items) if item.id == card_id), -1)

    def set_items(self, items: Sequence[CardItem]) -> None:
        """Shows other cards; cards added at the end or changed in place are told as such."""
        new, old = tuple(items), self.items
        if new == old:
            return
        if len(new) > len(old) and new[: len(old)] == old:
            self.beginInsertRows(QModelIndex(), len(old), len(new) - 1)
            self.items = new
            self.endInsertRows()
        elif len(new) == len(old):
            self.items = new
            changed = [row for row, (a, b) in enumerate(zip(old, new, strict=True)) if a != b]
            self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))
        else:
            self.beginResetModel()
            self.items = new
            self.endResetModel()

    def _words(self, item: CardItem, row: int) -> str:
        parts = [f"{card_kind(item.kind).name}: {item.text}", self.place]
        parts.append(tr("Karte {row} von {count}").format(row=row + 1, count=len(self.items)))
        if item.lock:
            parts.append(level_mark(item.lock).name)
        if item.pending:
            parts.append(tr("wird gespeichert"))
        return ", ".join(part for part in parts if part)

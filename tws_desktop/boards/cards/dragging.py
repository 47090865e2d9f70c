"""Dragging a card by mouse: what lights up under it, and where it falls."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QPoint

from tws_desktop.boards.cards.card_acts import CardActs
from tws_desktop.boards.cards.card_list import CardList
from tws_desktop.boards.cards.columns_area import ColumnsArea
from tws_desktop.boards.cards.tray_view import TrayView

_NOWHERE = QPoint(-100_000, -100_000)


class Dragging:
    """Knows columns and tray of one board."""

    def __init__(self, columns: ColumnsArea, tray: TrayView, acts: CardActs) -> None:
        self._columns, self._tray, self._acts = columns, tray, acts

    def over(self, where: QPoint) -> None:
        """Shows where the card would fall."""
        found = self._target(where)
        target = found[0] if found is not None else None
        for view in self._columns.views:
            view.set_lit(target is view.cards)
        self._tray.set_lit(target is self._tray.cards)
        for cards in (*(view.cards for view in self._columns.views), self._tray.cards):
            cards.set_drop(cards.slot_at(where) if cards is target else None)

    def drop(self, card_id: object, where: QPoint) -> None:
        """Lets the card fall; nothing happens outside or where it already lies."""
        found = self._target(where)
        slot = found[0].slot_at(where) if found is not None else 0
        self.over(_NOWHERE)
        card = self._acts.entry(card_id) if isinstance(card_id, UUID) else None
        if found is None or card is None:
            return
        cards, parent = found
        row = cards.cards.row_of(card.id)
        if row >= 0 and slot in {row, row + 1}:
            return
        self._acts.move(card.id, parent, slot - 1 if 0 <= row < slot else slot)

    def _target(self, where: QPoint) -> tuple[CardList, UUID | None] | None:
        view = self._columns.view_at(where)
        if view is not None and view.item is not None:
            return view.cards, view.item.id
        if self._tray.rect().contains(self._tray.mapFromGlobal(where)):
            return self._tray.cards, None
        return None

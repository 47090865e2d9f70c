"""Moving on the board by keys: the selected card into another column, up or down, or on to the next list."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt

from tws_desktop.boards.cards.card_acts import CardActs, Tell
from tws_desktop.boards.cards.card_list import CardList
from tws_desktop.boards.cards.columns_area import ColumnsArea
from tws_desktop.boards.cards.tray_view import TrayView
from tws_desktop.domain.workshops import Entry
from tws_desktop.ui.words import tr


class CardMoves:
    """Knows columns and tray of one board; `tell` gets the sentence when there is no such column."""

    def __init__(self, columns: ColumnsArea, tray: TrayView, acts: CardActs, tell: Tell) -> None:
        self._columns, self._tray, self._acts, self._tell = columns, tray, acts, tell

    def lists(self) -> tuple[CardList, ...]:
        """The list of each column, then the tray's."""
        return (*(view.cards for view in self._columns.views), self._tray.cards)

    def list_of(self, card_id: UUID | None) -> CardList | None:
        """The list that shows a card."""
        return next((cards for cards in self.lists() if cards.cards.row_of(card_id) >= 0), None)

    def to_column(self, card: Entry, number: int) -> None:
        """Into the column of a number, 0 for the tray; -1 is the one before, -2 the next."""
        columns = (view.item for view in self._columns.views)
        places: list[UUID | None] = [None, *(column.id for column in columns if column is not None)]
        here = places.index(card.parent_id) if card.parent_id in places else 0
        target = number if number >= 0 else here + (1 if number == -2 else -1)
        if 0 <= target < len(places) and target != here:
            self._acts.move(card.id, places[target])
        elif target >= len(places) and number >= 0:
            self._tell(tr("Spalte {number} gibt es nicht. Neue Spalte mit Strg+N.").format(number=number))

    def shift(self, card: Entry, step: int) -> None:
        """Up or down in its list."""
        cards = self.list_of(card.id)
        if cards is not None:
            to = cards.cards.row_of(card.id) + step
            if 0 <= to < len(cards.cards.items):
                self._acts.move(card.id, card.parent_id, to)

    def step(self, card: Entry, step: int) -> None:
        """The focus to the card beside it in the next list that has any."""
        lists = [cards for cards in self.lists() if cards.cards.items]
        here = self.list_of(card.id)
        if here in lists:
            target = lists[(lists.index(here) + step) % len(lists)]
            row = min(here.cards.row_of(card.id), len(target.cards.items) - 1)
            target.setCurrentIndex(target.cards.index(row))
            target.setFocus(Qt.FocusReason.OtherFocusReason)

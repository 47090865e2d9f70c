"""What can be done with a card, by right click."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtWidgets import QMenu, QWidget

from tws_desktop.boards.cards.card_bar import BarActs
from tws_desktop.boards.cards.card_items import ColumnItem
from tws_desktop.ui.words import tr


class CardMenu(QMenu):
    """The acts of the bar, then the columns; `move` gets the chosen one, None for the tray."""

    def __init__(
        self, parent: QWidget, acts: BarActs, columns: Sequence[ColumnItem], move: Callable[[UUID | None], None]
    ) -> None:
        super().__init__(parent)
        for words, _, key, act in acts:
            self.addAction(f"{words}\t{key}").triggered.connect(act)
        self.addSeparator()
        for column in columns:
            to = self.addAction(f"{tr('In Spalte')} {column.number}: {column.title}\t{column.number}")
            to.triggered.connect(lambda _=False, target=column.id: move(target))
        self.addAction(f"{tr('Ohne Spalte')}\t0").triggered.connect(lambda: move(None))
        self.aboutToHide.connect(self.deleteLater)

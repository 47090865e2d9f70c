"""The board of a form in the room: rows with fields, pairs of give and take, or the fact sheet of the plant."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tws_desktop.boards.form.facts_area import FactsArea
from tws_desktop.boards.form.form_items import count_words
from tws_desktop.boards.form.pair_view import has_sides
from tws_desktop.boards.form.pairs_area import PairsArea
from tws_desktop.boards.form.rows_area import RowsArea
from tws_desktop.domain.board_parameters import RecordKind
from tws_desktop.services.boards.content import Content
from tws_desktop.services.boards.forms import form_of
from tws_desktop.ui.board_view import BoardView
from tws_desktop.ui.desk import Desk
from tws_desktop.ui.page import ChipState
from tws_desktop.ui.words import tr


class Widget(BoardView):
    """Rows of one form board."""

    def __init__(self, desk: Desk, content: Content, parent: QWidget | None = None) -> None:
        super().__init__(desk, content, parent)
        self.area = _area(desk, content)
        self.area.told.connect(self.told)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.area)

    def show_content(self, content: Content) -> None:
        """Shows the rows as they now are; selection, scroll and half-typed text stay."""
        super().show_content(content)
        self.area.show_content(content)

    def focus_input(self) -> bool:
        """The cursor to where rows are typed."""
        return self.area.focus_input()

    def place_above_input(self, widget: QWidget) -> bool:
        """The toast stands above the line for new rows."""
        self.area.slot.addWidget(widget)
        return True

    def hide_secrets(self, hidden: bool) -> None:
        """Covers what the room must not see."""
        self.area.hide_secrets(hidden)

    def chips(self) -> tuple[ChipState, ...]:
        """A poll is no decision."""
        if form_of(self.content.board).record is RecordKind.DECISION:
            return (ChipState(tr("Meinungsbild, kein Beschluss"), "info", "info"),)
        return ()

    def counts(self) -> str:
        """How many rows or figures there are."""
        return self.area.counts() if isinstance(self.area, FactsArea) else count_words(self.content)


def _area(desk: Desk, content: Content) -> RowsArea | PairsArea | FactsArea:
    if form_of(content.board).record is RecordKind.FACT:
        return FactsArea(desk, content)
    return PairsArea(desk, content) if has_sides(content.board) else RowsArea(desk, content)

"""How a vote is held: number of people, points, the way votes come in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QGridLayout, QWidget

from tws_desktop.boards.count_field import NumberInput
from tws_desktop.boards.counting import WAY_NAMES
from tws_desktop.domain.board_parameters import Board, VoteKind, VoteWay
from tws_desktop.domain.scoring.dots import Points
from tws_desktop.services.boards.votes import VoteState
from tws_desktop.ui.kit.fields import ChoiceField
from tws_desktop.ui.kit.form_row import FormRow
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr


class SettingRow(QWidget):
    """`set_vote(values)` is asked for each change."""

    def __init__(self, board: Board, set_vote: Callable[[dict[str, Any]], None]) -> None:
        super().__init__()
        asked = board.votes
        if asked is None:
            raise ValueError(f"{board.key} is no vote")
        self._dots = asked.kind is VoteKind.DOTS
        self.people = NumberInput(tr("Personen, die abstimmen"), may_be_empty=True)
        self.points = NumberInput(tr("Punkte je Person"), digits=2, may_be_empty=True)
        self.most = NumberInput(tr("Höchstens je Thema"), digits=2, may_be_empty=True)
        self.way = ChoiceField(tr("Abgestimmt wird"), tuple((way, *WAY_NAMES[way]) for way in asked.ways))
        for key, field in (("voters", self.people), ("points_each", self.points), ("per_item_max", self.most)):
            field.counted.connect(lambda number, at=key: set_vote({at: number or None}))
        self.way.chosen.connect(lambda way: set_vote({"way": VoteWay(way)}))
        self._way_row = FormRow(tr("Abgestimmt wird"), self.way)
        self._rows = [FormRow(tr("Personen"), self.people)]
        if self._dots:
            self._rows += [FormRow(tr("Punkte je Person"), self.points), FormRow(tr("Höchstens je Thema"), self.most)]
        line = QGridLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(style().space("x3"))
        for column, row in enumerate(self._rows):
            line.addWidget(row, 0, column)
        line.addWidget(self._way_row, 0, len(self._rows))
        line.setColumnStretch(len(self._rows), 1)

    def show_setting(
        self, state: VoteState | None, board: Board, points: Points | None, expected: int | None, *, locked: bool
    ) -> None:
        """Show what is set, and as a grey example what the rule comes to."""
        asked = board.votes
        vote = state.vote if state is not None else None
        self.people.set_value(vote.voters if vote else None)
        self.people.setPlaceholderText(str(expected) if expected else "")
        self.points.set_value(vote.points_each if vote else None)
        self.points.setPlaceholderText(str(points.each) if points else "")
        self.most.set_value(vote.per_item_max if vote else asked.per_item_max if asked else None)
        self.way.set_key(vote.way if vote else asked.ways[0] if asked else "")
        for field in (self.people, self.points, self.most, self.way):
            field.setEnabled(not locked)

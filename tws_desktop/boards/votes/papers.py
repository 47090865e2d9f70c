"""The ballot of a vote on a passed-round laptop."""

from __future__ import annotations

from tws_desktop.boards.ballots import Choice, Paper
from tws_desktop.boards.votes.count_row import MOTION, RESISTANCE
from tws_desktop.domain.board_parameters import VoteKind
from tws_desktop.domain.scoring.dots import Points
from tws_desktop.services.boards.votes import VoteState


def paper(state: VoteState, points: Points | None) -> Paper:
    """What every person gets to fill in."""
    choices = tuple(Choice(option.id, option.text) for option in state.options)
    vote = state.vote
    match vote.kind:
        case VoteKind.DOTS:
            return Paper(vote.question, choices, points=points.each if points else 1, most=vote.per_item_max or 0)
        case VoteKind.RESISTANCE:
            note = "0 heißt: kein Einwand. 10 heißt: für mich völlig unannehmbar."
            if vote.veto:
                note += f" Ab {vote.veto} gilt ein Wert als Einspruch."
            return Paper(vote.question, choices, tuple(RESISTANCE), note=note)
        case _:
            return Paper(vote.question, choices, tuple(MOTION), MOTION)

"""The result of a vote as ranked rows, for window, beamer and paper alike."""

from __future__ import annotations

from dataclasses import dataclass

from tws_desktop.domain.board_parameters import Board, PointsRule, VoteKind
from tws_desktop.domain.results import VoteOption
from tws_desktop.domain.scoring import dots
from tws_desktop.domain.scoring.consensus import Consensus, from_counts
from tws_desktop.domain.scoring.dots import Points, points_per_person, ranked, ties
from tws_desktop.services.boards.votes import ABSTAIN, NO, YES, VoteState

POLL = "Meinungsbild, kein Beschluss nach §\u00a033 BetrVG."


@dataclass(frozen=True, slots=True)
class Place:
    """An option with its place: dots and share in per cent."""

    option: VoteOption
    rank: int
    dots: int
    share: int
    tied: bool


def places(state: VoteState) -> tuple[Place, ...]:
    """The options of a dot query, most dots first; equal dots share a rank (K.8)."""
    options = {str(option.id): option for option in state.options}
    ranking = ranked({key: state.dots(option.id) for key, option in options.items()})
    level = {key for group in ties(ranking) for key in group}
    total = state.dots_given
    return tuple(
        Place(
            options[p.option],
            p.rank,
            p.dots,
            round(100 * p.dots / total) if total else 0,
            p.option in level and p.dots > 0,
        )
        for p in ranking
    )


def resistance(state: VoteState) -> Consensus | None:
    """The result of a consensus vote, by option id; options without everyone's rating wait. None without any."""
    counts = {str(option.id): state.counts(option.id) for option in state.options}
    everyone = max((sum(buckets.values()) for buckets in counts.values()), default=0)
    counted = {key: buckets for key, buckets in counts.items() if everyone and sum(buckets.values()) == everyone}
    return from_counts(counted, state.vote.veto or None) if counted else None


def incomplete(state: VoteState) -> tuple[VoteOption, ...]:
    """The options of a consensus vote that lack ratings which others already have."""
    rated = {option.id: sum(state.counts(option.id).values()) for option in state.options}
    everyone = max(rated.values(), default=0)
    return tuple(option for option in state.options if rated[option.id] < everyone)


def points_each(state: VoteState | None, board: Board, options: int, people: int | None) -> Points | None:
    """The points each person has: as set at the vote, else by the board's rule; None while that is not known."""
    asked = board.votes
    if asked is None or asked.kind is not VoteKind.DOTS:
        return None
    if state is not None and state.vote.points_each:
        return Points(state.vote.points_each, state.vote.points_each)
    if asked.points_rule is PointsRule.FIXED:
        return Points(asked.points, asked.points)
    if not options or (asked.points_rule is PointsRule.SELECTIVE and not people):
        return None
    rule = dots.PointsRule.SHARP if asked.points_rule is PointsRule.SELECTIVE else dots.PointsRule.HALF
    return points_per_person(options, people or 1, rule)


def poll(state: VoteState, option: VoteOption | None) -> tuple[int, int, int]:
    """Yes, no and abstentions of a motion."""
    found = state.totals.get(option.id if option else None, {})
    return found.get(YES, 0), found.get(NO, 0), found.get(ABSTAIN, 0)


def is_dots(state: VoteState) -> bool:
    """Whether dots are counted."""
    return state.vote.kind is VoteKind.DOTS

"""The result of a vote as ranked rows, for window, beamer and paper alike."""

from __future__ import annotations

from dataclasses import dataclass

from tws_desktop.domain.board_parameters import VoteKind
from tws_desktop.domain.results import VoteOption
from tws_desktop.domain.scoring.consensus import Consensus, from_counts
from tws_desktop.domain.scoring.dots import ranked, ties
from tws_desktop.services.votes import ABSTAIN, NO, YES, VoteState

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
    """The result of a consensus vote, by option id; None until something is counted."""
    counts = {str(option.id): state.counts(option.id) for option in state.options}
    counted = {key: buckets for key, buckets in counts.items() if sum(buckets.values())}
    return from_counts(counted, state.vote.veto or None) if counted else None


def poll(state: VoteState, option: VoteOption | None) -> tuple[int, int, int]:
    """Yes, no and abstentions of a motion."""
    found = state.totals.get(option.id if option else None, {})
    return found.get(YES, 0), found.get(NO, 0), found.get(ABSTAIN, 0)


def is_dots(state: VoteState) -> bool:
    """Whether dots are counted."""
    return state.vote.kind is VoteKind.DOTS

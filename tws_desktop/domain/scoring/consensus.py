"""Systemic consensus: resistance 0 (no objection) to 10 (unacceptable); the least total resistance wins."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tws_desktop.domain.errors import InputRefused

HIGHEST = 10
STRONG = 8
"""From this resistance on the person is asked what would have to be different."""


@dataclass(frozen=True, slots=True)
class Resistance:
    """The resistance against one option.

    `percent` is the sum in per cent of the highest possible; `flag` names strong objections or is "";
    `blocked` options are out because of a veto announced before; equal resistance has equal rank.
    """

    option: str
    voters: int
    total: int
    percent: float
    highest: int
    strong: int
    flag: str
    blocked: bool
    rank: int


@dataclass(frozen=True, slots=True)
class Consensus:
    """All options, least resistance first, and the winners: several if tied, none if all are blocked."""

    ranking: tuple[Resistance, ...]
    winners: tuple[str, ...]


def from_ratings(ratings: Mapping[str, Iterable[int]], veto: int | None = None) -> Consensus:
    """The result of single ratings per option, as held in memory while the vote is open."""
    counts: dict[str, dict[int, int]] = {}
    for option, values in ratings.items():
        counts[option] = {}
        for value in values:
            counts[option][value] = counts[option].get(value, 0) + 1
    return from_counts(counts, veto)


def from_counts(counts: Mapping[str, Mapping[int, int]], veto: int | None = None) -> Consensus:
    """The result of counts per option and rating.

    A rating of `veto` or more blocks an option; it must have been announced before the vote. Every option
    needs a rating of everyone.
    """
    voters = {option: sum(buckets.values()) for option, buckets in counts.items()}
    _check(counts, voters)
    totals = {option: sum(value * n for value, n in buckets.items()) for option, buckets in counts.items()}
    found = [
        _resistance(option, buckets, 1 + sum(other < totals[option] for other in totals.values()), veto)
        for option, buckets in counts.items()
    ]
    found.sort(key=lambda entry: entry.rank)
    free = [entry for entry in found if not entry.blocked]
    winners = tuple(entry.option for entry in free if entry.rank == free[0].rank)
    return Consensus(tuple(found), winners)


def _check(counts: Mapping[str, Mapping[int, int]], voters: Mapping[str, int]) -> None:
    for option, buckets in counts.items():
        for value, count in buckets.items():
            if not 0 <= value <= HIGHEST or count < 0:
                raise InputRefused(
                    f"Bei „{option}“ steht der Wert {value} mit {count} Stimmen. "
                    "Bitte Werte von 0 bis 10 und Stimmen ab 0 eintragen."
                )
    everyone = max(voters.values(), default=0)
    for option, number in voters.items():
        if number < max(everyone, 1):
            raise InputRefused(
                f"Bei „{option}“ sind {number} von {everyone} Bewertungen da. Bitte alle Bewertungen eintragen."
            )


def _resistance(option: str, buckets: Mapping[int, int], rank: int, veto: int | None) -> Resistance:
    given = {value: count for value, count in buckets.items() if count}
    voters = sum(given.values())
    total = sum(value * count for value, count in given.items())
    highest = max(given)
    strong = sum(count for value, count in given.items() if value >= STRONG)
    return Resistance(
        option,
        voters,
        total,
        100 * total / (voters * HIGHEST),
        highest,
        strong,
        _flag(strong, highest),
        veto is not None and highest >= veto,
        rank,
    )


def _flag(strong: int, highest: int) -> str:
    if not strong:
        return ""
    return f"ein starker Einwand ({highest})" if strong == 1 else f"{strong} starke Einwände (bis {highest})"

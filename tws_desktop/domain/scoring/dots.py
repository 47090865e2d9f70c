"""Dot voting: points per person, ranks with ties, run-off."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from tws_desktop.domain.errors import InputRefused

FEWEST = 3
"""Points per person the rule "half" gives at least."""

MOST = 10
"""Points per person no rule goes beyond."""


class PointsRule(StrEnum):
    """How many points each person gets."""

    HALF = "half"
    SHARP = "sharp"

    @property
    def german(self) -> str:
        """The name people read."""
        return {PointsRule.HALF: "Hälfte der Optionen", PointsRule.SHARP: "trennscharf"}[self]


@dataclass(frozen=True, slots=True)
class Points:
    """Points per person: what to hand out, what the rule came to, and a warning for people or ""."""

    each: int
    computed: int
    warning: str = ""


@dataclass(frozen=True, slots=True)
class Ranked:
    """An option with its dots and rank; equal dots have equal rank, the next rank is left out."""

    option: str
    dots: int
    rank: int


def points_per_person(options: int, people: int, rule: PointsRule = PointsRule.HALF) -> Points:
    """Points each of `people` gets for `options`.

    "Half": half of the options, rounded up, 3 to 10. "Sharp": pairs of options divided by people, rounded
    up, at most 10. Beyond 10 the points stay 10 and the warning asks to cluster first.
    """
    if options < 1:
        raise InputRefused("Es gibt noch keine Möglichkeit. Bitte zuerst mindestens eine anlegen.")
    if people < 1:
        raise InputRefused("Es ist niemand zum Punkten eingetragen. Bitte die Zahl der Personen eintragen.")
    if rule is PointsRule.HALF:
        computed = max(FEWEST, -(-options // 2))
    else:
        computed = max(1, -(-options * (options - 1) // (2 * people)))
    warning = "Zu viele Möglichkeiten – erst bündeln." if computed > MOST else ""
    return Points(min(computed, MOST), computed, warning)


def ranked(dots: Mapping[str, int]) -> tuple[Ranked, ...]:
    """The options by dots, most first; within a tie in the order given."""
    order = sorted(dots, key=lambda option: -dots[option])
    return tuple(
        Ranked(option, dots[option], 1 + sum(other > dots[option] for other in dots.values())) for option in order
    )


def ties(ranking: tuple[Ranked, ...]) -> tuple[tuple[str, ...], ...]:
    """The groups of options that share a rank, best first."""
    groups = (tuple(entry.option for entry in group) for _, group in groupby(ranking, key=lambda entry: entry.rank))
    return tuple(group for group in groups if len(group) > 1)


def run_off(ranking: tuple[Ranked, ...], places: int) -> tuple[str, ...]:
    """The tied options a run-off has to decide between for the first `places`; () if none is needed."""
    for group in ties(ranking):
        first = next(entry.rank for entry in ranking if entry.option == group[0])
        if first <= places < first + len(group) - 1:
            return group
    return ()

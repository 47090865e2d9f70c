"""Questionnaires with a scale of 1 to 5: items, answers, and the value an item has in the group."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from statistics import median

from tws_desktop.domain.scoring.one_dot import interquartile_range

CONTESTED = 2
"""An interquartile range from here on marks an item "strittig"."""


class Direction(StrEnum):
    """What a high value means: heavily affected, or well prepared."""

    EXPOSURE = "exposure"
    READINESS = "readiness"


class Special(StrEnum):
    """An answer without a value."""

    UNKNOWN = "W"
    NOT_RELEVANT = "N"


Answer = int | Special
"""1 to 5, "weiß nicht" or "nicht relevant"."""


@dataclass(frozen=True, slots=True)
class Item:
    """One statement; `indexed` is off for optional items left out of dimensions and indices."""

    key: str
    dimension: str
    direction: Direction
    topics: tuple[str, ...] = ()
    version: int = 1
    indexed: bool = True


@dataclass(frozen=True, slots=True)
class GroupValue:
    """What the group says to one item.

    Exactly one of `value` and `special` is set, or neither if nobody answered. `spread` is the
    interquartile range, None below two values. `unknown` and `relevant` count single answers.
    """

    item: Item
    value: float | None
    special: Special | None
    spread: float | None
    unknown: int
    relevant: int

    @property
    def contested(self) -> bool:
        """Whether the item belongs on the discussion list ("strittig")."""
        return self.spread is not None and self.spread >= CONTESTED


def group_value(item: Item, answers: Iterable[Answer]) -> GroupValue:
    """The value of `item` from everyone's answers: their median; a single answer is the agreed one.

    More than half "nicht relevant" make the item not relevant, more than half "weiß nicht" of the rest make
    it unknown: two values among ten who do not know are no answer of the group.
    """
    given = list(answers)
    for answer in given:
        if not isinstance(answer, Special) and not 1 <= answer <= 5:
            raise ValueError(f"{item.key}: {answer} is not on the scale of 1 to 5")
    values = [answer for answer in given if not isinstance(answer, Special)]
    unknown = given.count(Special.UNKNOWN)
    relevant = len(values) + unknown
    if not given:
        return GroupValue(item, None, None, None, 0, 0)
    if 2 * relevant < len(given):
        return GroupValue(item, None, Special.NOT_RELEVANT, None, unknown, relevant)
    if not values or 2 * unknown > relevant:
        return GroupValue(item, None, Special.UNKNOWN, None, unknown, relevant)
    return GroupValue(item, float(median(values)), None, interquartile_range(values), unknown, relevant)

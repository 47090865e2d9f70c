"""The agenda of a workshop day: planned times from minutes, buffer, order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


class PhaseKind(StrEnum):
    """Work or pause."""

    STEP = "step"
    BREAK = "break"


@dataclass(frozen=True, slots=True)
class Phase:
    """One line of the agenda; all times in minutes.

    `lowest` and `highest` bound the minutes, None where the format names no bound. `elastic` phases may be
    shortened to `lowest`, phases that are not `must` may be dropped. `cards_each` is the limit of cards per
    person, None for the usual one of a card query.
    """

    key: str
    title: str
    minutes: int
    lowest: int | None = None
    highest: int | None = None
    elastic: bool = False
    must: bool = False
    kind: PhaseKind = PhaseKind.STEP
    method_key: str = ""
    cards_each: int | None = None
    has_result: bool = False

    @property
    def is_break(self) -> bool:
        """Whether this is a pause; pauses are never shortened or dropped by the program."""
        return self.kind is PhaseKind.BREAK

    @property
    def slack(self) -> int:
        """Minutes this phase can give up."""
        if self.is_break or not self.elastic or self.lowest is None:
            return 0
        return max(0, self.minutes - self.lowest)


@dataclass(frozen=True, slots=True)
class Slot:
    """When a phase is planned to start and to end, in the time of the start passed in."""

    key: str
    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Plan:
    """The slots, the end of the day, and the minutes left to the wished end (below 0: too long)."""

    slots: tuple[Slot, ...]
    end: datetime
    gap: int | None


def planned(phases: Sequence[Phase], start: datetime, wished_end: datetime | None = None) -> Plan:
    """The times of `phases` from `start` on.

    `start` is local time, with or without zone; minutes are added as the clock on the wall shows them.
    """
    slots: list[Slot] = []
    at = start
    for phase in phases:
        end = at + timedelta(minutes=phase.minutes)
        slots.append(Slot(phase.key, at, end))
        at = end
    gap = None if wished_end is None else (wished_end - at) // timedelta(minutes=1)
    return Plan(tuple(slots), at, gap)


def buffer(phases: Sequence[Phase]) -> int:
    """Minutes the elastic phases among `phases` can give up together."""
    return sum(phase.slack for phase in phases)


def moved(phases: Sequence[Phase], key: str, to: int) -> tuple[Phase, ...]:
    """`phases` with the one named `key` at place `to` (0 is the first; beyond the end is the last)."""
    phase = next(phase for phase in phases if phase.key == key)
    rest = [other for other in phases if other.key != key]
    place = max(0, to)
    return (*rest[:place], phase, *rest[place:])

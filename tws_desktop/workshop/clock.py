"""The clock of the running phase: a value, and functions that take the time of now (UTC) and give a new one.

A clock survives a restart: `rebuilt` makes it from what the store holds, and the time during which the
program was not running counts as paused, because nobody could see the clock then.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

WARN_BELOW = 0.1
"""Share of the minutes below which the face of the clock warns."""


class ClockState(StrEnum):
    """How the face of the clock looks."""

    OK = "ok"
    WARN = "warn"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class PhaseClock:
    """Minutes planned and added since, when it was started and paused, seconds of pauses that ended."""

    planned_minutes: int
    added_minutes: int = 0
    started_at: datetime | None = None
    paused_at: datetime | None = None
    paused_s: float = 0.0

    @property
    def running(self) -> bool:
        """Whether the clock goes."""
        return self.started_at is not None and self.paused_at is None

    @property
    def total(self) -> timedelta:
        """The time the phase may take."""
        return timedelta(minutes=self.planned_minutes + self.added_minutes)


def started(clock: PhaseClock, now: datetime) -> PhaseClock:
    """The clock started at `now`; one that was started stays as it is."""
    return clock if clock.started_at is not None else replace(clock, started_at=now)


def paused(clock: PhaseClock, now: datetime) -> PhaseClock:
    """The clock paused at `now`; one that does not go stays as it is."""
    return replace(clock, paused_at=now) if clock.running else clock


def resumed(clock: PhaseClock, now: datetime) -> PhaseClock:
    """The clock going again from `now`; one that is not paused stays as it is."""
    if clock.paused_at is None:
        return clock
    pause = max(0.0, (now - clock.paused_at).total_seconds())
    return replace(clock, paused_at=None, paused_s=clock.paused_s + pause)


def with_added(clock: PhaseClock, minutes: int) -> PhaseClock:
    """The clock with `minutes` more (or fewer, below 0); the phase never gets shorter than nothing."""
    return replace(clock, added_minutes=max(-clock.planned_minutes, clock.added_minutes + minutes))


def elapsed(clock: PhaseClock, now: datetime) -> timedelta:
    """The time worked until `now` without pauses."""
    if clock.started_at is None:
        return timedelta(0)
    until = clock.paused_at or now
    return max(timedelta(0), until - clock.started_at) - timedelta(seconds=clock.paused_s)


def remaining(clock: PhaseClock, now: datetime) -> timedelta:
    """The time left at `now`; below 0 when the phase is over its time."""
    return clock.total - elapsed(clock, now)


def state(clock: PhaseClock, now: datetime) -> ClockState:
    """OVER once no time is left, WARN below a tenth of the total, else OK."""
    left = remaining(clock, now)
    if left <= timedelta(0):
        return ClockState.OVER
    return ClockState.WARN if left < clock.total * WARN_BELOW else ClockState.OK


def expected_end(clock: PhaseClock, now: datetime) -> datetime:
    """When the phase will end if nothing changes: now, if its time is over."""
    return now + max(timedelta(0), remaining(clock, now))


def phase_drift(clock: PhaseClock, now: datetime) -> timedelta:
    """How much later than planned at its start the phase will end: pauses, added minutes, overrun."""
    begin = clock.started_at or now
    return expected_end(clock, now) - begin - timedelta(minutes=clock.planned_minutes)


def day_drift(clock: PhaseClock, now: datetime, planned_end: datetime) -> timedelta:
    """How much later than `planned_end` in the agenda the phase will end; below 0: earlier."""
    return expected_end(clock, now) - planned_end


def rebuilt(
    planned_minutes: int, started_at: datetime, remaining_s: float, now: datetime, added_minutes: int = 0
) -> PhaseClock:
    """The clock as the store last knew it, paused at `now` with the same time left; `resumed` goes on.

    `remaining_s` are the seconds left as last written, below 0 when over.
    """
    clock = PhaseClock(planned_minutes, added_minutes, started_at, now)
    worked = clock.total.total_seconds() - remaining_s
    seen = max(0.0, (now - started_at).total_seconds())
    return replace(clock, paused_s=seen - worked)

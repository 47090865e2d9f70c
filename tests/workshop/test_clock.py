"""The clock of a phase: start, pause, add, drift, restart."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tws_desktop.workshop.clock import (
    ClockState,
    PhaseClock,
    day_drift,
    elapsed,
    paused,
    phase_drift,
    rebuilt,
    remaining,
    resumed,
    started,
    state,
    with_added,
)

BEGIN = datetime(2026, 11, 26, 7, 0, tzinfo=UTC)
FRESH = PhaseClock(30)
GOING = started(FRESH, BEGIN)


def at(minutes: float) -> datetime:
    return BEGIN + timedelta(minutes=minutes)


def left(clock: PhaseClock, minutes: float) -> float:
    return remaining(clock, at(minutes)) / timedelta(minutes=1)


def test_a_clock_not_started_has_all_its_time() -> None:
    assert left(FRESH, 99) == 30
    assert not FRESH.running


def test_time_goes_once_it_is_started() -> None:
    assert left(GOING, 12) == 18
    assert started(GOING, at(5)) == GOING


def test_a_pause_stops_the_time() -> None:
    clock = paused(GOING, at(10))
    assert left(clock, 25) == 20
    assert paused(clock, at(20)) == clock
    clock = resumed(clock, at(25))
    assert left(clock, 30) == 15
    assert resumed(clock, at(31)) == clock


def test_pausing_what_was_not_started_changes_nothing() -> None:
    assert paused(FRESH, BEGIN) == FRESH


def test_five_minutes_more_or_less() -> None:
    assert left(with_added(GOING, 5), 10) == 25
    assert left(with_added(GOING, -5), 10) == 15
    assert with_added(PhaseClock(3), -5).total == timedelta(0)


def test_over_time_counts_below_zero() -> None:
    assert left(GOING, 34) == -4


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [
        (0, ClockState.OK),
        (27, ClockState.OK),
        (27.1, ClockState.WARN),
        (29.9, ClockState.WARN),
        (30, ClockState.OVER),
    ],
)
def test_the_face_warns_below_a_tenth(minutes: float, expected: ClockState) -> None:
    assert state(GOING, at(minutes)) is expected


def test_a_clock_of_the_machine_that_jumps_back_takes_no_time() -> None:
    assert elapsed(GOING, at(-3)) == timedelta(0)


def test_the_drift_of_a_phase() -> None:
    assert phase_drift(FRESH, at(9)) == timedelta(0)
    assert phase_drift(GOING, at(10)) == timedelta(0)
    assert phase_drift(with_added(GOING, 5), at(10)) == timedelta(minutes=5)
    assert phase_drift(resumed(paused(GOING, at(10)), at(13)), at(20)) == timedelta(minutes=3)
    assert phase_drift(paused(GOING, at(10)), at(13)) == timedelta(minutes=3)
    assert phase_drift(GOING, at(34)) == timedelta(minutes=4)


def test_the_drift_of_the_day_counts_a_late_start() -> None:
    assert day_drift(GOING, at(10), planned_end=at(26)) == timedelta(minutes=4)
    assert day_drift(GOING, at(10), planned_end=at(35)) == timedelta(minutes=-5)


def test_after_a_restart_the_same_time_is_left() -> None:
    killed = resumed(paused(GOING, at(5)), at(7))
    written = remaining(killed, at(12)).total_seconds()
    again = rebuilt(30, BEGIN, written, at(75))
    assert left(again, 75) == left(again, 80) == left(killed, 12) == 20
    assert left(resumed(again, at(80)), 85) == 15


@given(
    st.integers(1, 240),
    st.integers(-30, 60),
    st.floats(0, 600),
    st.floats(0, 100_000),
)
def test_rebuilding_keeps_what_was_written(planned: int, added: int, worked: float, away: float) -> None:
    clock = with_added(started(PhaseClock(planned), BEGIN), added)
    written = remaining(clock, at(worked)).total_seconds()
    again = rebuilt(planned, BEGIN, written, at(worked + away), clock.added_minutes)
    assert remaining(again, at(worked + away)).total_seconds() == pytest.approx(written, abs=1e-3)

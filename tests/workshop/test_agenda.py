"""Planned times, gap to the wished end, buffer, order."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tws_desktop.workshop.agenda import Phase, PhaseKind, buffer, moved, planned

START = datetime(2026, 11, 26, 8, 0, tzinfo=ZoneInfo("Europe/Berlin"))
F01 = tuple(
    Phase(str(number), title, minutes, kind=PhaseKind.BREAK if title == "Pause" else PhaseKind.STEP)
    for number, (title, minutes) in enumerate(
        [
            ("Ankommen", 15),
            ("Betriebssteckbrief", 20),
            ("Was verändert sich", 30),
            ("Pause", 10),
            ("Transformationscheck", 70),
            ("Profil lesen", 20),
            ("Pause", 5),
            ("Lücken", 20),
            ("Auswahl", 25),
            ("Nächste Schritte", 20),
            ("Abschluss", 5),
        ]
    )
)


def test_the_early_shift_agenda_runs_from_eight_to_twelve() -> None:
    plan = planned(F01, START, START + timedelta(hours=4))
    assert [f"{slot.start:%H:%M}" for slot in plan.slots] == (
        ["08:00", "08:15", "08:35", "09:05", "09:15", "10:25", "10:45", "10:50", "11:10", "11:35", "11:55"]
    )
    assert f"{plan.end:%H:%M}" == "12:00"
    assert plan.gap == 0


@pytest.mark.parametrize(("hours", "gap"), [(5, 60), (3, -60)])
def test_the_gap_to_the_wished_end(hours: int, gap: int) -> None:
    assert planned(F01, START, START + timedelta(hours=hours)).gap == gap


def test_without_a_wish_there_is_no_gap_and_an_empty_day_ends_at_its_start() -> None:
    plan = planned((), START)
    assert (plan.slots, plan.end, plan.gap) == ((), START, None)


def test_the_buffer_is_what_elastic_phases_can_give_up() -> None:
    phases = (
        Phase("a", "A", 30, lowest=20, elastic=True),
        Phase("b", "B", 30, lowest=20),
        Phase("c", "C", 30, elastic=True),
        Phase("d", "Pause", 15, lowest=5, elastic=True, kind=PhaseKind.BREAK),
        Phase("e", "E", 10, lowest=15, elastic=True),
    )
    assert buffer(phases) == 10


@pytest.mark.parametrize(
    ("key", "to", "order"),
    [("a", 2, "bca"), ("c", 0, "cab"), ("b", 1, "abc"), ("a", 99, "bca"), ("c", -1, "cab")],
)
def test_moving_a_phase(key: str, to: int, order: str) -> None:
    phases = tuple(Phase(letter, letter, 10) for letter in "abc")
    assert "".join(phase.key for phase in moved(phases, key, to)) == order


@given(st.lists(st.integers(1, 120), min_size=1, max_size=12))
def test_phases_follow_each_other_without_a_gap(minutes: list[int]) -> None:
    phases = [Phase(str(number), "", value) for number, value in enumerate(minutes)]
    plan = planned(phases, START)
    ends = [slot.end for slot in plan.slots]
    assert [slot.start for slot in plan.slots] == [START, *ends[:-1]]
    assert plan.end == ends[-1] == START + timedelta(minutes=sum(minutes))

"""Typed times and durations and their written forms."""

from __future__ import annotations

from contextlib import suppress
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tws_desktop.domain.errors import InputRefused
from tws_desktop.domain.german import read_minutes, read_time, show_minutes, show_time


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("8:00", time(8)),
        ("8 Uhr", time(8)),
        ("08.30", time(8, 30)),
        ("8:30 Uhr", time(8, 30)),
        ("8 Uhr 30", time(8, 30)),
        ("13", time(13)),
        ("0:00", time(0)),
    ],
)
def test_times_as_people_write_them(text: str, moment: time) -> None:
    assert read_time(text) == moment


@pytest.mark.parametrize("text", ["24:00", "8:60", "8:5", "8:30 Uhr 15", "halb neun", "", "8,30"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(InputRefused, match="Bitte"):
        read_time(text)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("30", 30),
        ("30 min", 30),
        ("30 Minuten", 30),
        ("1 h 15", 75),
        ("1 h 15 min", 75),
        ("1h", 60),
        ("1:15", 75),
        ("1,5 h", 90),
        ("0,25 Std.", 15),
        ("2 Stunden", 120),
    ],
)
def test_durations_as_people_write_them(text: str, minutes: int) -> None:
    assert read_minutes(text) == minutes


@pytest.mark.parametrize("text", ["0", "25 h", "1441", "1 h 60", "eine Weile", "", "-5", "1:5"])
def test_what_is_no_duration_is_refused(text: str) -> None:
    with pytest.raises(InputRefused, match="Bitte"):
        read_minutes(text)


def test_the_written_forms() -> None:
    assert show_time(time(8, 5)) == "08:05"
    assert show_minutes(45) == "45\u00a0min"
    assert show_minutes(60) == "1\u00a0h"
    assert show_minutes(75) == "1\u00a0h\u00a015\u00a0min"


@given(st.integers(1, 24 * 60), st.times())
def test_what_is_shown_is_read_back_the_same(minutes: int, moment: time) -> None:
    assert read_minutes(show_minutes(minutes)) == minutes
    assert read_time(show_time(moment)) == moment.replace(second=0, microsecond=0)


@given(st.text(max_size=20))
def test_any_text_is_read_or_refused(text: str) -> None:
    for reader in (read_minutes, read_time):
        with suppress(InputRefused):
            assert reader(text) is not None

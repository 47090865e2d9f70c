"""K.5 and K.8."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tws_desktop.domain.errors import InputRefused
from tws_desktop.domain.scoring.dots import Points, PointsRule, points_per_person, ranked, run_off, ties


@pytest.mark.parametrize(
    ("options", "people", "half", "sharp"),
    [(8, 10, 4, 3), (12, 12, 6, 6), (20, 8, 10, 24)],
)
def test_points_per_person_of_the_worked_numbers(options: int, people: int, half: int, sharp: int) -> None:
    assert points_per_person(options, people).computed == half
    assert points_per_person(options, people, PointsRule.SHARP).computed == sharp


def test_beyond_ten_the_points_are_capped_and_the_warning_says_so() -> None:
    assert points_per_person(20, 8, PointsRule.SHARP) == Points(10, 24, "Zu viele Möglichkeiten – erst bündeln.")
    assert points_per_person(20, 8) == Points(10, 10)
    assert points_per_person(21, 8) == Points(10, 11, "Zu viele Möglichkeiten – erst bündeln.")


def test_half_gives_three_at_least() -> None:
    assert points_per_person(2, 10).each == 3


@pytest.mark.parametrize(("options", "people"), [(0, 5), (5, 0)])
def test_nothing_to_dot_is_refused(options: int, people: int) -> None:
    with pytest.raises(InputRefused, match="Bitte"):
        points_per_person(options, people)


@given(st.integers(1, 60), st.integers(1, 500), st.sampled_from(PointsRule))
def test_nobody_gets_more_than_ten_or_less_than_one(options: int, people: int, rule: PointsRule) -> None:
    assert 1 <= points_per_person(options, people, rule).each <= 10


def test_equal_dots_share_a_rank_and_only_they_meet_again() -> None:
    ranking = ranked({"A": 7, "B": 9, "C": 7, "D": 4})
    assert [(entry.option, entry.rank) for entry in ranking] == [("B", 1), ("A", 2), ("C", 2), ("D", 4)]
    assert ties(ranking) == (("A", "C"),)
    assert run_off(ranking, 2) == ("A", "C")


@pytest.mark.parametrize("places", [1, 3, 4])
def test_no_run_off_where_the_tie_does_not_cross_the_line(places: int) -> None:
    assert run_off(ranked({"A": 7, "B": 9, "C": 7, "D": 4}), places) == ()


def test_without_ties_nothing_is_tied() -> None:
    assert ties(ranked({"A": 3, "B": 2})) == ()

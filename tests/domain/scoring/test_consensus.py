"""K.6 from single ratings and from counts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tws_desktop.domain.errors import InputRefused
from tws_desktop.domain.scoring.consensus import from_counts, from_ratings

RATINGS = {"A": [0, 2, 1, 8, 3, 0], "B": [3, 3, 4, 4, 3, 3], "alles bleibt": [9, 8, 7, 6, 8, 9]}


def test_the_worked_numbers() -> None:
    result = from_ratings(RATINGS)
    assert [(r.option, r.total, round(r.percent, 1), r.highest) for r in result.ranking] == [
        ("A", 14, 23.3, 8),
        ("B", 20, 33.3, 4),
        ("alles bleibt", 47, 78.3, 9),
    ]
    assert [r.flag for r in result.ranking] == ["ein starker Einwand (8)", "", "4 starke Einwände (bis 9)"]
    assert result.winners == ("A",)


def test_a_veto_announced_before_blocks() -> None:
    result = from_ratings(RATINGS, veto=8)
    assert [r.blocked for r in result.ranking] == [True, False, True]
    assert result.winners == ("B",)
    assert from_ratings(RATINGS, veto=4).winners == ()


def test_equal_resistance_wins_together() -> None:
    result = from_ratings({"A": [1, 3], "B": [2, 2], "C": [9, 9]})
    assert result.winners == ("A", "B")
    assert [r.rank for r in result.ranking] == [1, 1, 3]


@given(st.lists(st.lists(st.integers(0, 10), min_size=4, max_size=4), min_size=1, max_size=5))
def test_counts_and_single_ratings_say_the_same(lists: list[list[int]]) -> None:
    ratings = {str(number): values for number, values in enumerate(lists)}
    counts = {option: {v: values.count(v) for v in range(11)} for option, values in ratings.items()}
    assert from_counts(counts, veto=8) == from_ratings(ratings, veto=8)


@pytest.mark.parametrize(
    "ratings",
    [{"A": [11]}, {"A": [-1]}, {"A": [1, 2], "B": [1]}, {"A": []}],
    ids=["high", "low", "missing", "none"],
)
def test_ratings_that_cannot_be_are_refused(ratings: dict[str, list[int]]) -> None:
    with pytest.raises(InputRefused, match="Bitte"):
        from_ratings(ratings)

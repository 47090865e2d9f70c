"""K.9 and what may never be computed from what is shown."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tws_desktop.domain.anonymity import REST, THRESHOLD, Grouping, grouped, grouping


def test_small_groups_are_merged_when_together_large_enough() -> None:
    assert grouping({"BR": 6, "VK": 4, "JAV": 2}) == Grouping(("BR",), ("VK", "JAV"))


def test_small_groups_of_exactly_five_together_take_no_other_with_them() -> None:
    assert grouping({"BR": 9, "VK": 3, "JAV": 2, "SBV": 6}) == Grouping(("BR", "SBV"), ("VK", "JAV"))


def test_one_small_group_takes_a_second_group_with_it() -> None:
    assert grouping({"BR": 9, "VK": 6, "JAV": 2}) == Grouping(("BR",), ("VK", "JAV"))


def test_two_groups_one_small_are_not_broken_down() -> None:
    assert grouping({"BR": 9, "JAV": 2}) == Grouping((), ())


def test_only_small_groups_are_not_broken_down() -> None:
    assert grouping({"A": 4, "B": 4, "C": 3}) == Grouping((), ())


def test_large_groups_are_shown_as_they_are() -> None:
    assert grouping({"A": 5, "B": 7}) == Grouping(("A", "B"), ())


def test_a_group_without_voters_does_not_count_as_small() -> None:
    assert grouping({"A": 5, "B": 7, "C": 0}) == Grouping(("A", "B"), ())


def test_counts_are_merged_bucket_by_bucket() -> None:
    counts = {"BR": {"yes": 4, "no": 2}, "VK": {"yes": 3, "no": 1}, "JAV": {"yes": 2}}
    assert grouped(counts, {"BR": 6, "VK": 4, "JAV": 2}) == {
        "BR": {"yes": 4, "no": 2},
        REST: {"yes": 5, "no": 1},
    }


def _smallest_that_can_be_computed(voters: dict[str, int], plan: Grouping) -> int:
    total = sum(voters.values())
    lines = [voters[group] for group in plan.shown]
    if plan.merged:
        lines.append(sum(voters[group] for group in plan.merged))
    hidden = total - sum(lines) if lines else 0
    return min([line for line in (*lines, hidden) if line > 0], default=THRESHOLD)


@given(st.dictionaries(st.sampled_from("ABCDEFGH"), st.integers(0, 12), max_size=8))
def test_no_line_and_no_difference_falls_below_the_threshold(voters: dict[str, int]) -> None:
    assert _smallest_that_can_be_computed(voters, grouping(voters)) >= THRESHOLD


def test_the_property_sees_a_group_hidden_alone() -> None:
    assert _smallest_that_can_be_computed({"BR": 9, "VK": 6, "JAV": 2}, Grouping(("BR", "VK"), ())) < THRESHOLD

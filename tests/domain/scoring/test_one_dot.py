"""Distribution, mean and spread of one dot per person."""

from __future__ import annotations

import pytest

from tws_desktop.domain.errors import InputRefused
from tws_desktop.domain.scoring.one_dot import S5, S10, Scale, one_dot


def test_distribution_mean_and_spread() -> None:
    result = one_dot({3: 2, 7: 4, 8: 2}, S10)
    assert result.distribution[3] == (3, 2)
    assert len(result.distribution) == 11
    assert (result.voters, result.mean, result.spread) == (8, 6.25, 1.25)
    assert (result.lowest, result.highest) == (3, 8)


def test_one_voter_has_no_spread_and_nobody_no_mean() -> None:
    assert one_dot({4: 1}, S5).spread is None
    assert one_dot({4: 1}, S5).mean == 4
    assert one_dot({1: 1, 5: 1}, S5).spread == 2
    empty = one_dot({3: 0}, S5)
    assert (empty.voters, empty.mean, empty.lowest) == (0, None, None)


@pytest.mark.parametrize(("counts", "scale"), [({0: 1}, S5), ({6: 1}, S5), ({11: 1}, S10), ({0: 1}, Scale(1, 10))])
def test_a_value_off_the_scale_is_refused(counts: dict[int, int], scale: Scale) -> None:
    with pytest.raises(InputRefused, match=f"Bitte {scale.lowest} bis {scale.highest} eintragen"):
        one_dot(counts, scale)


def test_both_ends_of_the_scale_count() -> None:
    assert one_dot({0: 1, 10: 1}, S10).mean == 5


def test_a_negative_count_is_refused() -> None:
    with pytest.raises(InputRefused, match="0 oder mehr"):
        one_dot({3: -1}, S5)

"""K.7, quorum and majority apart, votes of the youth representation."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast
from uuid import uuid4

import pytest

from tws_desktop.domain.decisions import Majority, Outcome, Tally, decided, tally_of
from tws_desktop.domain.errors import InputRefused
from tws_desktop.domain.positions import Decision, DecisionKind


@pytest.mark.parametrize(
    ("tally", "outcome"),
    [
        (Tally(11, 6, 6, 3, 2, 1), Outcome.REJECTED),
        (Tally(11, 6, 6, 4, 2, 0), Outcome.ACCEPTED),
        (Tally(11, 6, 6, 3, 3, 0), Outcome.REJECTED),
        (Tally(11, 5, 5, 5, 0, 0), Outcome.NOT_QUORATE),
        (Tally(1, 1, 1, 1, 0, 0), Outcome.ACCEPTED),
    ],
)
def test_the_worked_numbers(tally: Tally, outcome: Outcome) -> None:
    assert decided(tally).outcome is outcome


def test_quorum_and_majority_needed_are_named() -> None:
    result = decided(Tally(11, 6, 6, 3, 2, 1))
    assert (result.quorate, result.quorum, result.needed) == (True, 6, 4)
    assert result.sentence == "Abgelehnt: 3 Ja, 2 Nein, 1 Enthaltung, nötig sind 4 Ja."


def test_the_quorum_counts_who_takes_part_not_who_is_present() -> None:
    result = decided(Tally(members=11, present=7, taking_part=5, yes=5, no=0, abstain=0))
    assert result.outcome is Outcome.NOT_QUORATE
    assert "5 von 11" in result.sentence


def test_the_majority_counts_who_is_present_not_who_takes_part() -> None:
    result = decided(Tally(members=11, present=10, taking_part=6, yes=5, no=1, abstain=0))
    assert (result.outcome, result.needed) == (Outcome.REJECTED, 6)


def test_youth_votes_count_for_the_majority_but_not_for_the_quorum() -> None:
    assert decided(Tally(11, 6, 6, 4, 2, 0)).outcome is Outcome.ACCEPTED
    assert decided(Tally(11, 6, 6, 4, 4, 0, jav=2)).outcome is Outcome.REJECTED
    assert decided(Tally(11, 6, 6, 5, 3, 0, jav=2)).outcome is Outcome.ACCEPTED
    assert decided(Tally(11, 5, 5, 7, 0, 0, jav=2)).outcome is Outcome.NOT_QUORATE


def test_the_absolute_majority_counts_all_members() -> None:
    assert decided(Tally(11, 8, 8, 5, 3, 0, majority=Majority.ABSOLUTE)).outcome is Outcome.REJECTED
    assert decided(Tally(11, 8, 8, 6, 2, 0, majority=Majority.ABSOLUTE)).outcome is Outcome.ACCEPTED


def test_an_absolute_majority_that_hangs_on_youth_votes_stays_open() -> None:
    tally = Tally(11, 8, 8, 7, 3, 0, jav=2, majority=Majority.ABSOLUTE)
    assert decided(tally).outcome is Outcome.UNCLEAR
    sure = Tally(11, 8, 8, 8, 2, 0, jav=2, majority=Majority.ABSOLUTE)
    assert decided(sure).outcome is Outcome.ACCEPTED


@pytest.mark.parametrize(
    "tally",
    [
        Tally(0, 0, 0, 0, 0, 0),
        Tally(11, 12, 6, 6, 0, 0),
        Tally(11, 6, 7, 7, 0, 0),
        Tally(11, 6, 6, 4, 1, 0),
        Tally(11, 6, 6, 5, 2, 0),
        Tally(11, 6, 6, 7, -1, 0),
    ],
)
def test_counts_that_do_not_fit_are_refused(tally: Tally) -> None:
    with pytest.raises(InputRefused, match="Bitte"):
        decided(tally)


def _noted(**counts: int) -> Decision:
    return Decision(uuid4(), uuid4(), DecisionKind.COUNCIL, "Antrag", **cast("Any", counts))


def test_the_counts_of_a_noted_decision_give_its_result() -> None:
    noted = _noted(members=11, present=8, taking_part=8, yes=5, no=3, abstain=0)
    tally = tally_of(noted)
    assert tally is not None
    assert decided(tally).outcome is Outcome.ACCEPTED
    absolute = tally_of(replace(noted, data={"majority": "absolute"}))
    assert absolute is not None
    assert decided(absolute).outcome is Outcome.REJECTED


def test_without_one_count_there_is_no_result() -> None:
    assert tally_of(_noted(members=11, present=8, yes=5, no=3, abstain=0)) is None

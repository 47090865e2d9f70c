"""What is unwise about an agenda."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tws_desktop.workshop.agenda import Phase, PhaseKind
from tws_desktop.workshop.agenda_check import FindingKind, card_query_minutes, findings, needed_minutes


def step(key: str, minutes: int, method: str = "") -> Phase:
    return Phase(key, key.upper(), minutes, method_key=method, has_result=True)


def pause(key: str = "p") -> Phase:
    return Phase(key, "Pause", 10, kind=PhaseKind.BREAK)


def kinds(*phases: Phase, people: int = 11) -> list[tuple[FindingKind, str | None]]:
    return [(finding.kind, finding.phase) for finding in findings(phases, people)]


def test_ninety_minutes_are_fine_and_more_are_not() -> None:
    assert kinds(step("a", 45), step("b", 45), pause(), step("c", 90)) == []
    assert kinds(step("a", 45), step("b", 46), step("c", 10)) == [(FindingKind.NO_BREAK, "b")]
    assert kinds(step("a", 90), step("b", 5), step("c", 5)) == [(FindingKind.NO_BREAK, "b")]


def test_the_long_stretch_is_named_with_the_mend() -> None:
    found = findings((step("a", 20), pause(), step("b", 60), step("c", 50)), 11)
    assert [finding.sentence for finding in found] == [
        "110 Minuten ohne Pause: „B“ bis „C“. Spätestens nach 90 Minuten eine Pause einfügen."
    ]
    alone = findings((step("a", 120),), 11)[0].sentence
    assert alone == "120 Minuten ohne Pause: „A“. Spätestens nach 90 Minuten eine Pause einfügen."


def test_the_third_card_query_in_a_row_is_one_too_many() -> None:
    queries = [step(key, 40, "M01") for key in "abc"]
    assert kinds(queries[0], queries[1]) == []
    assert (FindingKind.CARD_QUERIES, "c") in kinds(queries[0], pause(), queries[1], queries[2])
    between = step("x", 10, "M04")
    assert kinds(queries[0], pause(), queries[1], pause("q"), between, queries[2]) == []


def test_a_day_without_a_result_is_said_first() -> None:
    assert kinds(replace(step("a", 30), has_result=False)) == [(FindingKind.NO_RESULT, None)]
    assert kinds() == []


@pytest.mark.parametrize(
    ("people", "cards_each", "minutes"),
    [
        (8, 3, 30),
        (15, 3, 45),
        (11, 2, 25),
        (3, 3, 25),
        (11, None, 35),
        (15, None, 45),
        (16, None, 35),
        (60, None, 45),
    ],
)
def test_minutes_of_a_card_query(people: int, cards_each: int | None, minutes: int) -> None:
    assert card_query_minutes(people, cards_each) == minutes


def test_too_few_minutes_for_so_many_people() -> None:
    phase = replace(step("a", 8, "M01"), cards_each=2)
    assert [finding.sentence for finding in findings((phase,), 11)] == [
        "8 Minuten reichen nicht. Bei 11 Personen mindestens 25 eintragen."
    ]
    assert findings((replace(phase, minutes=25),), 11) == ()
    assert "Bei einer Person mindestens 25" in findings((phase,), 1)[0].sentence
    assert findings((phase,), 0) == ()


def test_the_minimum_of_the_format_counts_too() -> None:
    phase = replace(step("a", 8), lowest=15)
    assert [f.sentence for f in findings((phase,), 11)] == ["8 Minuten reichen nicht. Mindestens 15 eintragen."]


@pytest.mark.parametrize(
    ("method", "people", "minutes"),
    [("M25", 9, 5), ("M25", 18, 6), ("M23", 12, 26), ("M23", 13, 29), ("M23", 1, 23), ("M04", 9, None)],
)
def test_methods_that_take_longer_with_more_people(method: str, people: int, minutes: int | None) -> None:
    assert needed_minutes(method, people) == minutes
    assert needed_minutes(method, 0) is None

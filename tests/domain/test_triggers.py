"""Triggers on results; each row that fires has a twin just beside it that does not."""

from datetime import date

import pytest

from tests.prepared import shipped
from tws_desktop.domain.form_fields import Status
from tws_desktop.domain.triggers import AreaResults, Condition, Operator, Reason, Results, Subject, Trigger, fired

TRIGGERS = shipped().triggers


def items(**values: float) -> Results:
    return Results(items=values)


def area(*, today: dict[str, float], future: dict[str, float] | None = None, **figures: float) -> Results:
    return Results(areas=(AreaResults("Zerspanung", today, future or {}, figures),))


def facts(**values: float | str) -> Results:
    return Results(facts=values)


CASES = [
    ("W01", items(A4=4), items(A4=3)),
    (
        "W01",
        area(today={"L01": 2, "L02": 2, "L03": 1}, future={"L01": 4, "L02": 4, "L03": 1.5}),
        area(today={"L01": 2, "L02": 2, "L03": 1}, future={"L01": 4, "L02": 4, "L03": 1}),
    ),
    ("W02", items(E1=2), items(E1=3)),
    ("W02", area(today={}, qualifizierungsdruck=2), area(today={}, qualifizierungsdruck=1.9)),
    ("W03", facts(auslastung=79.9), facts(auslastung=80)),
    ("W03", facts(kurzarbeit="ja"), facts(kurzarbeit="unbekannt")),
    ("W04", Results(reported=frozenset({"Abbau"})), Results(reported=frozenset({"Verkauf"}))),
    ("W04", Results(topics=frozenset({"T19"})), Results(topics=frozenset({"T18"}))),
    ("W04", area(today={"L05": 1}), area(today={"L05": 2})),
    ("W05", items(B3=2, B4=5), items(B3=3, B4=3)),
    ("W05", items(B4=1), items(B4=2.5)),
    ("W06", Results(topics=frozenset({"T10"})), Results(topics=frozenset({"T11"}))),
    ("W06", Results(formats=frozenset({"F10"})), Results(formats=frozenset({"F01"}))),
    ("W07", Results(topics=frozenset({"T11"})), Results(topics=frozenset({"T10"}))),
    ("W07", items(G3=2), items(G3=3)),
    ("W08", items(A6=4), items(A6=3.5)),
    ("W09", items(F1=2), items(F1=3)),
    ("W09", area(today={"L13": 4}), area(today={"L13": 3})),
    ("W10", items(A5=4), items(A5=3)),
    ("W10", items(H1=2), items(H1=3)),
    ("W11", items(E6=2), items(E5=3, E6=3)),
    ("W12", items(A3=4), items(A3=3)),
    ("W12", area(today={"L07": 4}), area(today={"L07": 3})),
    ("W13", items(Z1=2), items(Z1=3)),
    ("W14", items(I4=2), items(I3=1, I4=3)),
    ("W15", Results(reported=frozenset({"Verkauf"})), Results(reported=frozenset({"Abbau"}))),
    ("W16", Results(positions=frozenset({"fund_without_financing"})), Results()),
    ("W17", items(D5=2), items(D5=3)),
    ("W17", facts(leiharbeitsquote=10), facts(leiharbeitsquote=9.9)),
    ("W18", items(F3=2), items(F3=3)),
    ("W18", area(today={"L15": 4}), area(today={"L15": 3})),
]


@pytest.mark.parametrize(("key", "results", "twin"), CASES)
def test_fires_on_results_and_not_on_their_twin(key: str, results: Results, twin: Results) -> None:
    assert fired(TRIGGERS[key], results)
    assert not fired(TRIGGERS[key], twin)


def test_every_trigger_has_a_case() -> None:
    assert {key for key, _, _ in CASES} == set(TRIGGERS)


def test_unknown_answers_never_fire() -> None:
    assert not any(fired(trigger, Results()) for trigger in TRIGGERS.values())


def test_reasons_name_what_was_found_and_where() -> None:
    found = fired(TRIGGERS["W09"], Results(items={"F1": 2, "F2": 3}, areas=(AreaResults("Logistik", {"L12": 5}),)))
    assert found == (Reason(Subject.ITEM, "F1", 2), Reason(Subject.AREA_ITEM, "L12", 5, "Logistik"))


def both(*conditions: Condition) -> Trigger:
    return Trigger("X", 1, "x", date(2026, 1, 1), "x", Status.OWN_DRAFT, all=conditions)


def test_all_conditions_must_hold() -> None:
    trigger = both(
        Condition(Subject.ITEM, ("A1",), Operator.AT_LEAST, 4),
        Condition(Subject.DIMENSION, ("B",), Operator.LESS, 3),
    )
    assert fired(trigger, Results(items={"A1": 4}, dimensions={"B": 2.9}))
    assert not fired(trigger, Results(items={"A1": 4}, dimensions={"B": 3}))


def test_a_word_is_not_compared_with_a_number() -> None:
    trigger = both(Condition(Subject.FACT, ("auslastung",), Operator.LESS, 80))
    assert not fired(trigger, facts(auslastung="niedrig"))


@pytest.mark.parametrize(
    ("subject", "keys", "operator", "value", "word", "message"),
    [
        (Subject.ITEM, (), Operator.AT_LEAST, 4, "", "mindestens einen Schlüssel"),
        (Subject.ITEM, ("A1",), Operator.PRESENT, None, "", "gehört zu reported"),
        (Subject.TOPIC, ("T01",), Operator.AT_LEAST, 4, "", "gehört zu reported"),
        (Subject.ITEM, ("A1",), Operator.AT_LEAST, None, "", "value oder word"),
        (Subject.FACT, ("k",), Operator.EQUAL, 1, "ja", "value oder word"),
        (Subject.FACT, ("k",), Operator.LESS, None, "ja", "word gehört"),
        (Subject.POSITION, ("irgendwas",), Operator.PRESENT, None, "", "position kennt nur"),
    ],
)
def test_odd_conditions_are_refused(
    subject: Subject, keys: tuple[str, ...], operator: Operator, value: float | None, word: str, message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        Condition(subject, keys, operator, value, word)

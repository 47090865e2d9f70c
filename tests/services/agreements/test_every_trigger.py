"""Each trigger W01 to W18 fires on something that was really said or entered, and not on its broken twin."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest

from tests.services.agreements.conftest import Chain, Desk
from tws_desktop.domain.keeping import in_project
from tws_desktop.domain.plants import FactKind, PlantFact
from tws_desktop.domain.positions import Position, Trade
from tws_desktop.domain.results import Answer, Sheet
from tws_desktop.domain.workshops import Entry, EntryKind, Step, Workshop, WorkshopState
from tws_desktop.services.agreements.proposals import proposals
from tws_desktop.services.agreements.results import read_results
from tws_desktop.services.agreements.triggered import Fired, fired_triggers
from tws_desktop.services.ports import Work

Said = Callable[[Work, Chain], Any]
"""Puts what was said or entered into the store."""


def answer(item: str, value: Any, year: int = 2030) -> Said:
    """A later workshop F01 with one agreed answer."""

    def use_case(work: Work, chain: Chain) -> None:
        late = work.now().date().replace(year=year)
        held = work.add(Workshop(uuid4(), chain.project, "F01", 1, "Check", starts_on=late, state=WorkshopState.DONE))
        step = work.add(Step(uuid4(), held.id, 1, "Fragebogen"))
        sheet = work.add(Sheet(uuid4(), step.id, "Q1", 1))
        special = "W" if value == "W" else ""
        work.add(Answer(uuid4(), sheet.id, item, None if special else value, special))

    return use_case


def fact(key: str, value: Any, **more: Any) -> Said:
    def use_case(work: Work, chain: Chain) -> None:
        work.add(PlantFact(uuid4(), chain.plant, more.pop("kind", FactKind.PROFILE), key, value, **more))

    return use_case


def position(topic: str, title: str, **more: Any) -> Said:
    return lambda work, chain: work.add(Position(uuid4(), chain.project, topic, title, **more))


def reported(kind: str) -> Said:
    return lambda work, chain: work.add(
        Entry(uuid4(), chain.workshop, EntryKind.FACT, "Der Vorstand hat es gesagt.", data={"kind": kind})
    )


def held(format_key: str, state: WorkshopState = WorkshopState.DONE) -> Said:
    return lambda work, chain: work.add(Workshop(uuid4(), chain.project, format_key, 1, "x", state=state))


def both(*use_cases: Said) -> Said:
    def use_case(work: Work, chain: Chain) -> None:
        for one in use_cases:
            one(work, chain)

    return use_case


def financed(way: str) -> Said:
    """A position for a fund that says where the money comes from."""

    def use_case(work: Work, chain: Chain) -> None:
        amount = "6.000.000 Euro" if way == "amount" else "offen"
        made = work.add(Position(uuid4(), chain.project, "T02", "Zukunftsfonds", target_value=amount))
        if way == "trade":
            work.add(Trade(uuid4(), chain.project, "Samstage", "Fonds", position_id=made.id))
        if way == "tariff":
            fact("fonds_zufluss", "Teile der Sonderzahlungen", kind=FactKind.TARIFF)(work, chain)

    return use_case


CASES = [
    ("W01", answer("A4", 4), answer("A4", 3)),
    ("W02", answer("E1", 2), answer("E1", 3)),
    ("W03", fact("auslastung", "79"), fact("auslastung", "80")),
    ("W03", fact("kurzarbeit", "ja"), fact("kurzarbeit", "unbekannt")),
    ("W04", position("T19", "Fair gehen"), position("T18", "Steuern")),
    ("W04", fact("abbau", "ja"), fact("abbau", "unbekannt")),
    ("W04", reported("Abbau"), reported("Gerücht")),
    ("W05", answer("B3", 2), answer("B3", 3)),
    ("W06", position("T10", "Daten"), position("T12", "Mobil")),
    ("W06", held("F10"), held("F10", WorkshopState.PLANNED)),
    ("W07", answer("G3", 2), answer("G3", 3)),
    ("W08", answer("A6", 4), answer("A6", "W")),
    ("W09", answer("F2", 2), answer("F2", 3)),
    ("W10", answer("H1", 2), answer("H1", 3)),
    ("W11", answer("E5", 1), answer("E5", 4)),
    ("W12", answer("A3", 4), answer("A3", 3)),
    ("W13", answer("Z1", 2), answer("Z1", 3)),
    ("W14", answer("I4", 2), answer("I3", 2)),
    ("W15", fact("verkauf", "ja"), fact("verkauf", "nein")),
    ("W15", reported("Verkauf"), reported("Umzug")),
    ("W16", position("T02", "Zukunftsfonds für neue Produkte"), position("T02", "Neue Produkte")),
    ("W16", position("T02", "Geld für Neues", data={"clauses": "INV-06"}), financed("amount")),
    ("W16", position("T01", "Fonds", target_value="offen"), financed("trade")),
    ("W16", position("T01", "x", goal="Ein Fonds für Ideen"), financed("tariff")),
    ("W17", answer("D5", 2), answer("D5", 3)),
    ("W17", fact("leiharbeitsquote", "10"), fact("leiharbeitsquote", "9,9")),
    (
        "W17",
        both(fact("leiharbeit", "42"), fact("beschaeftigte", "412")),
        both(fact("leiharbeit", "26"), fact("beschaeftigte", "412")),
    ),
    ("W18", answer("F3", 2), answer("F3", 3)),
]


def _fired(desk: Desk) -> dict[str, Fired]:
    return {
        one.key: one
        for one in desk.read(
            lambda work: fired_triggers(work, desk.shelf, desk.chain.project, read_results(work, desk.chain.project))
        )
    }


def _say(desk: Desk, use_case: Said) -> None:
    def act(work: Work) -> None:
        work.action("x", in_project(desk.chain.project))
        use_case(work, desk.chain)

    desk.write(act)


@pytest.mark.parametrize(("key", "said", "twin"), CASES, ids=[f"{n}-{key}" for n, (key, _, _) in enumerate(CASES)])
def test_fires_on_a_result(desk: Desk, key: str, said: Said, twin: Said) -> None:
    del twin
    _say(desk, answer("A4", 1, year=2029))
    assert key not in _fired(desk)
    _say(desk, said)
    assert key in _fired(desk)


@pytest.mark.parametrize(("key", "said", "twin"), CASES, ids=[f"{n}-{key}" for n, (key, _, _) in enumerate(CASES)])
def test_does_not_fire_on_the_twin(desk: Desk, key: str, said: Said, twin: Said) -> None:
    del said
    _say(desk, answer("A4", 1, year=2029))
    _say(desk, twin)
    assert key not in _fired(desk)


def test_every_trigger_has_a_case(desk: Desk) -> None:
    assert {key for key, _, _ in CASES} == set(desk.shelf.triggers)


def test_a_fund_without_money_names_the_position_and_proposes_funding(desk: Desk) -> None:
    _say(desk, position("T02", "Zukunftsfonds"))
    [support] = _fired(desk)["W16"].supports
    assert support.text == "Zukunftsfonds"
    offered = {one.clause_key: one for one in desk.read(proposals, desk.shelf, desk.agreement)}
    assert any(reason.key == "W16" for reason in offered["INV-04"].reasons)

"""Which results set off a trigger, and which do not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest

from tests.services.agreements.conftest import Desk
from tws_desktop.domain.board_parameters import SheetMode
from tws_desktop.domain.keeping import in_project
from tws_desktop.domain.plants import FactKind, PlantFact
from tws_desktop.domain.positions import Position
from tws_desktop.domain.results import Answer, Sheet
from tws_desktop.domain.workshops import Step, Workshop, WorkshopState
from tws_desktop.services.agreements.results import Support, read_results
from tws_desktop.services.agreements.triggered import Fired, fired_triggers
from tws_desktop.services.ports import Work


def _fired(desk: Desk) -> dict[str, tuple[Support, ...]]:
    def use_case(work: Work) -> tuple[Fired, ...]:
        results = read_results(work, desk.chain.project)
        return fired_triggers(work, desk.shelf, desk.chain.project, results)

    return {one.key: one.supports for one in desk.read(use_case)}


def _write(desk: Desk, use_case: Callable[[Work], Any]) -> None:
    def act(work: Work) -> None:
        work.action("x", in_project(desk.chain.project))
        use_case(work)

    desk.write(act)


def _single_sheets(desk: Desk, item: str, value: int, count: int) -> None:
    def use_case(work: Work) -> None:
        [step] = work.all(Step, workshop_id=desk.chain.workshop)
        for _ in range(count):
            sheet = work.add(Sheet(uuid4(), step.id, "Q1", 1, mode=SheetMode.SINGLE))
            work.add(Answer(uuid4(), sheet.id, item, value))

    _write(desk, use_case)


@pytest.mark.parametrize(("count", "fires"), [(4, False), (5, True)])
def test_single_sheets_count_from_five_on_and_name_nobody(desk: Desk, count: int, fires: bool) -> None:
    _single_sheets(desk, "A5", 5, count)
    found = _fired(desk)
    assert ("W10" in found) is fires
    assert found.get("W10", ()) == ()


def test_the_latest_workshop_decides(desk: Desk) -> None:
    def use_case(work: Work) -> None:
        later = work.add(
            Workshop(uuid4(), desk.chain.project, "F01", 1, "Später", starts_on=work.now().date().replace(year=2027))
        )
        step = work.add(Step(uuid4(), later.id, 1, "Fragebogen"))
        sheet = work.add(Sheet(uuid4(), step.id, "Q1", 1))
        work.add(Answer(uuid4(), sheet.id, "A4", 2))

    assert "W01" in _fired(desk)
    _write(desk, use_case)
    assert "W01" not in _fired(desk)


@pytest.mark.parametrize(("value", "fires"), [("75", True), ("95", False), ("unbekannt", False)])
def test_a_fact_of_the_plant_sets_off_and_is_named(desk: Desk, value: str, fires: bool) -> None:
    fact = PlantFact(uuid4(), desk.chain.plant, FactKind.PROFILE, "auslastung", value, "%")
    _write(desk, lambda work: work.add(fact))
    found = _fired(desk)
    assert ("W03" in found) is fires
    assert [one.source_id for one in found.get("W03", ())] == ([fact.id] if fires else [])


def test_a_chosen_topic_sets_off(desk: Desk) -> None:
    assert "W07" not in _fired(desk)
    _write(desk, lambda work: work.add(Position(uuid4(), desk.chain.project, "T11", "KI mit uns")))
    assert "W07" in _fired(desk)


def test_a_format_counts_when_it_was_held(desk: Desk) -> None:
    def plan(work: Work, state: WorkshopState) -> None:
        work.add(Workshop(uuid4(), desk.chain.project, "F10", 1, "Technik", state=state))

    _write(desk, lambda work: plan(work, WorkshopState.PLANNED))
    assert "W06" not in _fired(desk)
    _write(desk, lambda work: plan(work, WorkshopState.DONE))
    assert "W06" in _fired(desk)

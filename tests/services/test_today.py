"""The page Heute, worked out from rows."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import uuid4

import pytest

from tests.conftest import StandingClock
from tests.narrowing import there
from tests.prepared import shipped
from tws_desktop.domain.formats import Format
from tws_desktop.domain.keeping import in_project, in_workshop
from tws_desktop.domain.plants import Project
from tws_desktop.domain.positions import Measure, MeasureState, Question
from tws_desktop.domain.workshops import Step, Workshop
from tws_desktop.services import plants, trash
from tws_desktop.services.ports import Work
from tws_desktop.services.today import DueKind, Today, finish_measure, shown_monday, today
from tws_desktop.services.workshops import prepare, room
from tws_desktop.storage.store import OpenStore

DAY = date(2026, 11, 25)
"""A Wednesday."""


@pytest.fixture(scope="module")
def k1() -> Format:
    return shipped().formats["K1"]


@pytest.fixture
def project(store: OpenStore) -> Project:
    def make(work: Work) -> Project:
        plant = plants.add_plant(work, "Gießerei Nordsaar")
        return plants.add_project(work, plant.id, "Zukunft")

    return store.write(make).result()


def _workshop(store: OpenStore, project: Project, form: Format, **values: Any) -> Workshop:
    return store.write(lambda work: prepare.create_workshop(work, project.id, form, **values)).result()


def _today(store: OpenStore, day: date = DAY) -> Today:
    return store.read(lambda work: today(work, day)).result()


def test_an_empty_store_has_no_plants_and_nothing_else(store: OpenStore) -> None:
    found = _today(store)
    assert (found.has_plants, found.next, found.due, found.week, found.last) == (False, None, (), (), ())


def test_the_next_workshop_is_the_first_from_today_on(store: OpenStore, project: Project, k1: Format) -> None:
    _workshop(store, project, k1, starts_on=date(2026, 11, 24), title="gestern")
    later = _workshop(store, project, k1, starts_on=DAY, starts_at="13:00", title="später")
    soon = _workshop(store, project, k1, starts_on=DAY, starts_at="09:00", title="früh")
    assert there(_today(store).next).workshop.id == soon.id
    store.write(lambda work: room.next_step(work, later.id)).result()
    assert there(_today(store).next).workshop.id == later.id, "a running one goes before all"


def test_the_week_goes_from_monday_to_sunday(store: OpenStore, project: Project, k1: Format) -> None:
    for day in (date(2026, 11, 22), date(2026, 11, 23), date(2026, 11, 29), date(2026, 11, 30)):
        _workshop(store, project, k1, starts_on=day, title=f"{day}")
    assert [line.workshop.title for line in _today(store).week] == ["2026-11-23", "2026-11-29"]


def test_due_are_binding_measures_and_open_questions_within_two_weeks(store: OpenStore, project: Project) -> None:
    def make(work: Work) -> None:
        work.action("Probe", in_project(project.id))
        for text, due, state in (
            ("überfällig", date(2026, 11, 20), MeasureState.BINDING),
            ("fern", date(2026, 12, 24), MeasureState.BINDING),
            ("Vorschlag", date(2026, 11, 25), MeasureState.PROPOSAL),
            ("erledigt", date(2026, 11, 25), MeasureState.DONE),
        ):
            work.add(Measure(uuid4(), project.id, text, due=due, state=state))
        work.add(Question(uuid4(), project.id, "heute", due=DAY))
        work.add(Question(uuid4(), project.id, "beantwortet", due=DAY, state="answered"))

    store.write(make).result()
    found = _today(store)
    assert [(due.text, due.late, due.kind) for due in found.due] == [
        ("überfällig", 5, DueKind.MEASURE),
        ("heute", 0, DueKind.QUESTION),
    ]
    assert (found.overdue, found.due_later) == (1, 1)
    store.write(lambda work: finish_measure(work, found.due[0].id)).result()
    assert _today(store).overdue == 0
    store.write(lambda work: work.undo(in_project(project.id))).result()
    assert _today(store).overdue == 1


def test_where_one_stopped_is_the_last_action_of_a_workshop(
    store: OpenStore, project: Project, k1: Format, clock: StandingClock
) -> None:
    workshop = _workshop(store, project, k1)
    assert _today(store).last == ()

    def change(work: Work) -> None:
        step = work.all(Step, workshop_id=workshop.id)[0]
        prepare.change_step(work, step.id, title="Anfang")

    store.write(change).result()
    (stop,) = _today(store).last
    assert (stop.what, stop.at) == ("Phase geändert", clock.moment)
    store.write(lambda work: work.undo(in_workshop(workshop.id))).result()
    assert _today(store).last == ()


@pytest.mark.parametrize(("day", "monday"), [(23, 23), (27, 23), (28, 30), (29, 30)])
def test_the_weekend_looks_at_the_coming_week(day: int, monday: int) -> None:
    assert shown_monday(date(2026, 11, day)) == date(2026, 11, monday)


def test_trashed_things_are_nowhere(store: OpenStore, project: Project, k1: Format) -> None:
    workshop = _workshop(store, project, k1, starts_on=DAY)
    store.write(lambda work: trash.put_away(work, workshop)).result()
    assert _today(store).next is None

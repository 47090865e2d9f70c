"""What is put away is nowhere, lies in the trash, and comes back with what it hangs on."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

import pytest

from tests.conftest import StandingClock
from tests.prepared import shipped
from tws_desktop.domain.keeping import IN_STORE
from tws_desktop.domain.plants import Plant, Project
from tws_desktop.domain.workshops import Workshop
from tws_desktop.services import plants
from tws_desktop.services.overview import plant_lines, workshop_lines
from tws_desktop.services.ports import Work
from tws_desktop.services.trash import in_trash, put_away, take_back
from tws_desktop.services.workshops import prepare
from tws_desktop.storage.store import OpenStore


@pytest.fixture
def workshop(store: OpenStore) -> Workshop:
    def make(work: Work) -> Workshop:
        plant = plants.add_plant(work, "Gießerei Nordsaar")
        project = plants.add_project(work, plant.id, "Zukunft")
        return prepare.create_workshop(work, project.id, shipped().formats["K1"])

    return store.write(make).result()


def _put_away(store: OpenStore, kind: type[Any], thing_id: UUID) -> None:
    store.write(lambda work: put_away(work, work.get(kind, thing_id))).result()


def _titles(store: OpenStore) -> list[str]:
    return [line.title for line in store.read(in_trash).result()]


def test_a_workshop_goes_and_comes_back(store: OpenStore, workshop: Workshop, clock: StandingClock) -> None:
    _put_away(store, Workshop, workshop.id)
    assert store.read(workshop_lines).result() == ()
    (line,) = store.read(in_trash).result()
    assert (line.kind, line.title, line.plant, line.since) == (
        "Workshop",
        workshop.title,
        "Gießerei Nordsaar",
        clock.moment,
    )
    store.write(lambda work: take_back(work, workshop.id)).result()
    assert [line.workshop.id for line in store.read(workshop_lines).result()] == [workshop.id]
    assert _titles(store) == []


def test_what_lay_in_a_thing_put_away_comes_back_with_it(store: OpenStore, workshop: Workshop) -> None:
    project = store.read(lambda work: work.get(Project, workshop.project_id)).result()
    for kind, thing_id in ((Workshop, workshop.id), (Project, project.id), (Plant, project.plant_id)):
        _put_away(store, kind, thing_id)
    assert store.read(plant_lines).result() == ()
    store.write(lambda work: take_back(work, workshop.id)).result()
    assert len(store.read(workshop_lines).result()) == 1
    assert _titles(store) == []


def test_undo_brings_it_back_too(store: OpenStore, workshop: Workshop) -> None:
    _put_away(store, Workshop, workshop.id)
    store.write(lambda work: work.undo(IN_STORE)).result()
    assert _titles(store) == []


def test_what_is_nowhere_cannot_be_taken_back(store: OpenStore) -> None:
    with pytest.raises(KeyError):
        store.write(lambda work: take_back(work, uuid4())).result()

"""Removing the sample takes every row of it and nothing else."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest

from tws_desktop.catalog.catalog import Catalog
from tws_desktop.domain import agreements, positions, results, workshops
from tws_desktop.domain.attachments import Picture, PictureKind
from tws_desktop.domain.board_parameters import VoteKind
from tws_desktop.domain.confidentiality import Audience
from tws_desktop.domain.errors import UndoRefused
from tws_desktop.domain.keeping import IN_STORE
from tws_desktop.domain.plants import FactKind, Plant
from tws_desktop.services import plants
from tws_desktop.services.boards import entries, votes
from tws_desktop.services.ports import Work
from tws_desktop.services.samples import remove_sample, sample_plants
from tws_desktop.services.workshops import photos, prepare, room
from tws_desktop.storage.store import OpenStore
from tws_desktop.storage.tables import RECORDS

OF_THE_STORE = {"templates", "settings", "drafts", "register", "packages"}
"""Tables that hold nothing of a plant."""


def _fill(work: Work, catalog: Catalog, name: str, *, sample: bool) -> None:
    """At least one row of every table that belongs to a plant."""
    plant = plants.add_plant(work, name, sample=sample)
    area = plants.add_area(work, plant.id, "Zerspanung", 12)
    plants.set_fact(work, plant.id, "beschaeftigte", "452", kind=FactKind.PROFILE)
    owner = plants.person(work, "BR-Vorsitz", plant.id)
    project = plants.add_project(work, plant.id, "Zukunft")
    workshop = prepare.create_workshop(work, project.id, catalog.formats["K1"])
    room.next_step(work, workshop.id)
    step = work.all(workshops.Step, workshop_id=workshop.id)[1]
    column = entries.add_entry(work, step.id, "karten", "Die Halle ist zu heiß", kind=workshops.EntryKind.CLUSTER)
    card = entries.add_entry(work, step.id, "karten", "Lärm", parent_id=column.id)
    entries.set_topics(work, card.id, ("T09",))
    entries.release(work, workshop.id, "entries", card.id, Audience.BELEGSCHAFT, "Moderation")
    work.add(workshops.EntryArea(uuid4(), card.id, area.id))
    photos.add(work, step.id, [Picture(PictureKind.PNG, b"wand", 4, 3)])
    vote = votes.open_vote(work, step.id, "punkte", VoteKind.DOTS, "Was zuerst?")
    option = votes.add_option(work, vote.id, "Hitze", entry_id=column.id)
    votes.set_total(work, vote.id, option.id, votes.DOTS, 3)
    sheet = work.add(results.Sheet(uuid4(), step.id, "Q1", 1))
    work.add(results.Answer(uuid4(), sheet.id, "A1", 3))
    position = work.add(positions.Position(uuid4(), project.id, "T09", "Hitzeschutz", workshop.id))
    work.add(positions.PositionSecret(uuid4(), position.id, minimum="12"))
    work.add(positions.Trade(uuid4(), project.id, "Schichten", "Investition", workshop.id, position_id=position.id))
    work.add(positions.Measure(uuid4(), project.id, "Messen", workshop.id, owner_id=owner.id))
    work.add(positions.Question(uuid4(), project.id, "Wie heiß?", workshop.id))
    work.add(positions.Decision(uuid4(), project.id, positions.DecisionKind.POLL, "Wir wollen das", workshop.id))
    _agreement(work, project.id, position.id)


def _agreement(work: Work, project_id: UUID, position_id: UUID) -> None:
    agreement = work.add(agreements.Agreement(uuid4(), project_id, "ZV", 1, "Zukunftsvereinbarung"))
    part = work.add(agreements.Part(uuid4(), agreement.id))
    work.add(agreements.Party(uuid4(), part.id, "ag", "Musterwerk"))
    section = work.add(agreements.Unit(uuid4(), part.id, agreements.UnitKind.SECTION, 1))
    unit = work.add(agreements.Unit(uuid4(), part.id, agreements.UnitKind.ABSATZ, 1, parent_id=section.id))
    work.add(agreements.Rung(uuid4(), unit.id, agreements.RungStep.DEMAND, "36 Stunden"))
    work.add(agreements.FieldValue(uuid4(), agreement.id, "beginn", "date", "Beginn", unit_id=unit.id))
    work.add(agreements.Version(uuid4(), agreement.id, 1, work.now()))
    work.add(
        agreements.Evidence(uuid4(), agreements.EvidenceOf.UNIT, unit.id, agreements.EvidenceFrom.POSITION, position_id)
    )


def _counts(store: OpenStore) -> dict[str, int]:
    return store.read(lambda work: {name: len(work.all(kind)) for name, kind in RECORDS.items()}).result()


def test_everything_of_the_sample_goes_and_the_rest_stays(store: OpenStore, catalog: Catalog) -> None:
    store.write(lambda work: _fill(work, catalog, "Gießerei Nordsaar", sample=False)).result()
    before = _counts(store)
    store.write(lambda work: _fill(work, catalog, "Musterwerk Saar GmbH", sample=True)).result()
    full = _counts(store)
    grown = {name for name in full if full[name] > before[name]}
    assert grown == set(full) - OF_THE_STORE, "a table without a row here would prove nothing"
    gone = store.write(remove_sample).result()
    assert _counts(store) == before
    assert gone == sum(full.values()) - sum(before.values())
    assert store.read(sample_plants).result() == ()


def test_removing_cannot_be_undone(store: OpenStore, catalog: Catalog) -> None:
    store.write(lambda work: _fill(work, catalog, "Musterwerk Saar GmbH", sample=True)).result()
    store.write(remove_sample).result()
    with pytest.raises(UndoRefused):
        store.write(lambda work: work.undo(IN_STORE)).result()


def test_without_a_sample_nothing_happens(store: OpenStore) -> None:
    store.write(lambda work: plants.add_plant(work, "Gießerei")).result()
    assert store.write(remove_sample).result() == 0
    assert len(store.read(lambda work: work.all(Plant)).result()) == 1

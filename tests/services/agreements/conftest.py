"""A small chain from card to clause, and the real catalogue."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar
from uuid import UUID, uuid4

import pytest

from tws_desktop.catalog.catalog import Catalog
from tws_desktop.domain.agreements import Evidence, EvidenceFrom, EvidenceOf
from tws_desktop.domain.board_parameters import VoteKind
from tws_desktop.domain.keeping import in_project
from tws_desktop.domain.plants import Person, Plant, Project
from tws_desktop.domain.positions import Measure, MeasureState, Position, PositionSecret
from tws_desktop.domain.questionnaires import Item
from tws_desktop.domain.results import Answer, Sheet, Vote, VoteOption, VoteResult
from tws_desktop.domain.workshops import Entry, EntryKind, EntryTopic, Step, Workshop, WorkshopState
from tws_desktop.services.agreements.drafting import create_agreement
from tws_desktop.services.ports import Work
from tws_desktop.storage.store import OpenStore

R = TypeVar("R")
TODAY = date(2026, 11, 23)


@pytest.fixture(scope="session")
def shelf(catalog: Catalog) -> Catalog:
    return catalog


@dataclass(frozen=True)
class Chain:
    """Ids of what was said, voted and decided."""

    plant: UUID
    project: UUID
    workshop: UUID
    cluster: UUID
    card: UUID
    vote: UUID
    option: UUID
    position: UUID
    measure: UUID
    answer: UUID


@dataclass(frozen=True)
class Desk:
    """The store with one agreement and short ways to use it."""

    store: OpenStore
    shelf: Catalog
    chain: Chain
    agreement: UUID

    def write(self, use_case: Callable[..., R], *args: Any, **options: Any) -> R:
        return self.store.write(lambda work: use_case(work, *args, **options)).result()

    def read(self, use_case: Callable[..., R], *args: Any, **options: Any) -> R:
        return self.store.read(lambda work: use_case(work, *args, **options)).result()


def make_chain(work: Work, name: str = "Musterwerk Saar GmbH", site: str = "Werk Völklingen-Süd") -> Chain:
    plant = Plant(uuid4(), name, site=site, council_size=9)
    project = Project(uuid4(), plant.id, "Zukunft 2032")
    work.action("Beispiel angelegt", in_project(project.id))
    work.add(plant)
    work.add(project)
    workshop = work.add(
        Workshop(uuid4(), project.id, "F05", 1, "Zielbild", starts_on=date(2026, 10, 12), state=WorkshopState.DONE)
    )
    step = work.add(Step(uuid4(), workshop.id, 1024, "Themen wählen", "4"))
    where: dict[str, Any] = {"step_id": step.id}
    cluster = work.add(Entry(uuid4(), workshop.id, EntryKind.CLUSTER, "Angst um den Arbeitsplatz", **where))
    card = work.add(Entry(uuid4(), workshop.id, EntryKind.CARD, "Lärm & Hitze < 30 °C", parent_id=cluster.id, **where))
    work.add(Entry(uuid4(), workshop.id, EntryKind.CARD, "Wer bleibt?", parent_id=cluster.id, rank=2, **where))
    work.add(EntryTopic(uuid4(), cluster.id, "T03"))
    vote = work.add(Vote(uuid4(), step.id, VoteKind.DOTS, "Was ist am wichtigsten?", voters=11))
    option = work.add(VoteOption(uuid4(), vote.id, 1, "Beschäftigungssicherung", cluster.id, "T03", "BV"))
    work.add(VoteResult(uuid4(), vote.id, "dots", 9, option.id))
    sheet = work.add(Sheet(uuid4(), step.id, "Q1", 1, (Item("A4", "Neue Technik ändert unsere Arbeit."),)))
    answer = work.add(Answer(uuid4(), sheet.id, "A4", 5))
    work.add(Answer(uuid4(), sheet.id, "G3", None, "W"))
    position = work.add(
        Position(
            uuid4(),
            project.id,
            "T03",
            "Sicher bis 2032",
            workshop_id=workshop.id,
            goal="keine betriebsbedingten Kündigungen",
            target_date=date(2032, 12, 31),
        )
    )
    work.add(PositionSecret(uuid4(), position.id, minimum="zur Not 2029", red_line="Namensliste"))
    rests = ((EvidenceFrom.ENTRY, cluster.id), (EvidenceFrom.VOTE, option.id))
    for source, source_id in rests:
        work.add(Evidence(uuid4(), EvidenceOf.POSITION, position.id, source, source_id))
    owner = work.add(Person(uuid4(), "BR-Vorsitz", plant.id))
    measure = work.add(
        Measure(
            uuid4(),
            project.id,
            "Altersstruktur erheben",
            workshop_id=workshop.id,
            owner_id=owner.id,
            due=date(2026, 12, 15),
            done_when="Liste liegt vor",
            state=MeasureState.BINDING,
        )
    )
    ids = (plant.id, project.id, workshop.id, cluster.id, card.id, vote.id, option.id, position.id, measure.id)
    return Chain(*ids, answer.id)


@pytest.fixture
def chain(store: OpenStore) -> Chain:
    return store.write(make_chain).result()


@pytest.fixture
def desk(store: OpenStore, shelf: Catalog, chain: Chain) -> Desk:
    made = store.write(lambda work: create_agreement(work, shelf, chain.project, "ZV")).result()
    return Desk(store, shelf, chain, made.id)

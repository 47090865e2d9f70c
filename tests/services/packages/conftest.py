"""A project with something in every table that a package carries."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from uuid import UUID, uuid4

import pytest
from PIL import Image

from tests.services.packages.agreement_rows import add_agreement
from tws_desktop.domain.agreements import (
    Evidence,
    EvidenceFrom,
    EvidenceOf,
    Template,
)
from tws_desktop.domain.attachments import OF_STEP, Attachment, Picture, PictureKind
from tws_desktop.domain.board_parameters import Board, CardKind, Cards, SheetMode, VoteKind, VoteWay
from tws_desktop.domain.confidentiality import Audience, Level, RoomAudience
from tws_desktop.domain.keeping import in_project
from tws_desktop.domain.plants import Area, FactKind, Person, Plant, PlantFact, Project, ProjectStep
from tws_desktop.domain.positions import (
    Decision,
    DecisionKind,
    Measure,
    MeasureState,
    Position,
    PositionSecret,
    Question,
    Trade,
)
from tws_desktop.domain.questionnaires import Item
from tws_desktop.domain.results import Answer, Sheet, Vote, VoteOption, VoteResult
from tws_desktop.domain.workshops import (
    AuthorMode,
    Entry,
    EntryArea,
    EntryKind,
    EntryTopic,
    Release,
    Source,
    Step,
    StepKind,
    StepRun,
    Workshop,
    WorkshopState,
)
from tws_desktop.services.ports import Work

DAY = date(2026, 10, 12)
MOMENT = datetime(2026, 10, 12, 7, 30, tzinfo=UTC)
HARD = "Lärm & Hitze < 30 °C „so“ <b>fett</b> {name} ẞß\n\tzweite Zeile 🙂"


@dataclass(frozen=True, slots=True)
class Made:
    """The ids tests ask for."""

    project: UUID
    workshop: UUID
    agreement: UUID
    template: UUID
    card: UUID
    position: UUID


@pytest.fixture
def make() -> Callable[[Work], Made]:
    """Fills a store within a transaction."""
    return _make


def _make(work: Work) -> Made:
    """Fill the store; every optional column of at least one row differs from its default."""
    project_id = uuid4()
    work.action("Beispiel", in_project(project_id))
    plant = work.add(
        Plant(uuid4(), "Werk", "Süd", "NW", "Stahl", "Firma", "Konzern", "Saar", 11, "Völklingen", sample=True)
    )
    boss = work.add(Person(uuid4(), "BR-Vorsitz", plant.id, "Ada Muster", "br"))
    area = work.add(Area(uuid4(), plant.id, "Zerspanung", "Produktion", 96, 1024))
    fact = work.add(
        PlantFact(
            uuid4(),
            plant.id,
            FactKind.TARIFF,
            "woche",
            "32",
            "Stunden",
            "2026",
            DAY,
            "TV",
            "Tarifvertrag",
            Level.OPEN,
            7,
        )
    )
    work.add(Project(project_id, plant.id, "Zukunft 2032", boss.id, "running"))
    work.add(ProjectStep(uuid4(), project_id, 3, "done", DAY, "Fertig"))
    workshop, card, answer_id, vote, option = _workshop(work, project_id, area)
    position, measure = _wants(work, project_id, workshop, boss)
    agreement, unit, field = add_agreement(work, project_id, position)
    template = work.add(
        Template(uuid4(), "workshop", "Vorlage", {"phasen": [1, {"a": HARD}]}, DAY, "eigene", "ungeprüft")
    )
    links = (
        (EvidenceOf.POSITION, position, EvidenceFrom.ENTRY, card),
        (EvidenceOf.UNIT, unit, EvidenceFrom.POSITION, position),
        (EvidenceOf.FIELD, field, EvidenceFrom.FACT, fact.id),
        (EvidenceOf.MEASURE, measure, EvidenceFrom.VOTE, vote),
        (EvidenceOf.POSITION, position, EvidenceFrom.VOTE, option),
        (EvidenceOf.POSITION, position, EvidenceFrom.ANSWER, answer_id),
    )
    for of, of_id, source, source_id in links:
        work.add(Evidence(uuid4(), of, of_id, source, source_id, "weil"))
    work.add(Release(uuid4(), "positions", position, Audience.ARBEITGEBER, "Vorsitz", DAY))
    work.add(Release(uuid4(), "entries", card, Audience.BELEGSCHAFT, "Vorsitz", DAY))
    step = work.all(Step, workshop_id=workshop)[0]
    photo = work.add(Attachment(uuid4(), OF_STEP, step.id, work.keep_picture(wall()), HARD[:20], 512, Level.OPEN))
    work.add(Attachment(uuid4(), OF_STEP, step.id, photo.picture, "Pinnwand von nahem", 1024))
    work.add(Release(uuid4(), "attachments", photo.id, Audience.ARBEITGEBER, "Vorsitz", DAY))
    return Made(project_id, workshop, agreement, template.id, card, position)


def wall() -> Picture:
    """A small picture, half red."""
    image = Image.new("RGB", (60, 40), "white")
    image.paste("red", (0, 0, 30, 40))
    out = io.BytesIO()
    image.save(out, "JPEG", quality=90)
    return Picture(PictureKind.JPEG, out.getvalue(), 60, 40)


def _workshop(work: Work, project_id: UUID, area: Area) -> tuple[UUID, UUID, UUID, UUID, UUID]:
    step_id = uuid4()
    workshop = work.add(
        Workshop(
            uuid4(),
            project_id,
            "F01",
            2,
            "Bestandsaufnahme",
            {"title": "B", "variant": "kurz"},
            "Ziel",
            DAY,
            "08:30",
            "Europe/Berlin",
            "Kantine",
            RoomAudience.BEREICH,
            Level.COUNCIL,
            "Mitarbeit",
            14,
            9,
            WorkshopState.RUNNING,
            step_id,
        )
    )
    board = Board("karten", "Karten", ("D01",), cards=Cards((CardKind.IDEA, CardKind.PROBLEM)))
    work.add(
        Step(
            step_id,
            workshop.id,
            1024,
            "Was verändert sich?",
            "3",
            StepKind.STEP,
            "Ziel",
            "Frage?",
            "M01",
            (board,),
            30,
            25,
            45,
            elastic=True,
            must=False,
            uses=("1", "2"),
            say=("Satz {ende}",),
            plan_b="Zuruf",
            who="alle",
            result="Karten",
            dissent="nein",
        )
    )
    work.add(Step(uuid4(), workshop.id, 2048, "Pause", "P1", StepKind.BREAK, minutes=15, min_minutes=15))
    work.add(StepRun(uuid4(), step_id, MOMENT, None, MOMENT, 30, 5, MOMENT, 13))
    cluster = work.add(Entry(uuid4(), workshop.id, EntryKind.CLUSTER, "Technik", step_id, "karten", rank=2048))
    card = work.add(
        Entry(
            uuid4(),
            workshop.id,
            EntryKind.CARD,
            HARD,
            step_id,
            "karten",
            cluster.id,
            cluster.id,
            1024,
            "Notiz",
            {"sicherheit": "Gerücht", "n": 3, "liste": ["a", None, True]},
            "idee",
            AuthorMode.GROUP,
            Source.CALL,
            "Tisch 2",
            Level.COUNCIL,
        )
    )
    for kind, level in ((EntryKind.PRIVATE_NOTE, Level.NEGOTIATION), (EntryKind.PARKED, Level.OPEN)):
        work.add(Entry(uuid4(), workshop.id, kind, f"{kind} {level}", level=level))
    work.add(Entry(uuid4(), workshop.id, EntryKind.CARD, "rot", step_id, level=Level.NEGOTIATION, rank=5))
    work.add(Entry(uuid4(), workshop.id, EntryKind.CARD, "gestrichen", step_id, struck=True, rank=6))
    work.add(EntryTopic(uuid4(), card.id, "T09"))
    work.add(EntryTopic(uuid4(), card.id, "T01"))
    work.add(EntryArea(uuid4(), card.id, area.id))
    items = (Item("A1", "Aussage", "A", "T01"), Item("A2", "Zweite", "A", "T02"))
    sheet = work.add(Sheet(uuid4(), step_id, "Q1", 1, items, SheetMode.AGREED, "alle", DAY))
    answer = work.add(Answer(uuid4(), sheet.id, "A1", 5, "", "weil", "Beleg", "anders", Level.PARTICIPANTS))
    work.add(Answer(uuid4(), sheet.id, "A2", None, "W"))
    vote = work.add(
        Vote(
            uuid4(),
            step_id,
            VoteKind.DOTS,
            "Woran?",
            "punkte",
            VoteWay.PAPER,
            secret=True,
            voters=7,
            points_each=3,
            per_item_max=None,
            veto=8,
            round=2,
            state="closed",
            dissent="einer",
        )
    )
    option = work.add(VoteOption(uuid4(), vote.id, 1024, "Technik", cluster.id, "T10", "Betriebsvereinbarung"))
    work.add(VoteResult(uuid4(), vote.id, "dots", 9, option.id))
    work.add(VoteResult(uuid4(), vote.id, "dots", 4, option.id, "Tisch 1"))
    work.add(VoteResult(uuid4(), vote.id, "abstain", 1))
    return workshop.id, card.id, answer.id, vote.id, option.id


def _wants(work: Work, project_id: UUID, workshop_id: UUID, boss: Person) -> tuple[UUID, UUID]:
    position = work.add(
        Position(
            uuid4(),
            project_id,
            "T01",
            "Standort",
            workshop_id,
            1024,
            "Lage",
            "Ziel",
            "Maß",
            "480",
            DAY,
            "Gibt",
            "erzwingbar",
            "§ 111",
            "BV",
            "Gründe",
            "Einwände",
            "Verbündete",
            "1",
            {"weiteres": HARD},
            "agreed",
            Level.COUNCIL,
        )
    )
    work.add(PositionSecret(uuid4(), position.id, "450", "30", "keine Kündigung"))
    work.add(
        Trade(
            uuid4(),
            project_id,
            "Schicht",
            "Sicherheit",
            workshop_id,
            1024,
            DAY,
            DAY,
            "Rückfall",
            position.id,
            {"a": "4"},
        )
    )
    work.add(Measure(uuid4(), project_id, "Vorher", workshop_id, 512))
    measure = work.add(
        Measure(
            uuid4(),
            project_id,
            "Brief",
            workshop_id,
            1024,
            boss.id,
            "allen",
            "Papier",
            DAY,
            "Antwort da",
            "klein",
            MeasureState.BINDING,
            "Freigabe",
            {"a": "1"},
            Level.OPEN,
        )
    )
    work.add(
        Question(
            uuid4(),
            project_id,
            "Wie viel?",
            workshop_id,
            1024,
            "B5",
            "Plan",
            "Vorstand",
            "§ 80",
            DAY,
            "zum Planen",
            "asked",
            "später",
            {"a": "2"},
            Level.OPEN,
        )
    )
    work.add(
        Decision(
            uuid4(),
            project_id,
            DecisionKind.POLL,
            "Wollen wir?",
            workshop_id,
            1024,
            "TOP 3",
            "weil",
            "§ 33",
            DAY,
            11,
            10,
            9,
            1,
            8,
            1,
            0,
            {"a": "3"},
            Level.OPEN,
        )
    )
    return position.id, measure.id

"""The trash (Papierkorb): things put away whole, with all that hangs on them, and taken back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from tws_desktop.domain.agreements import Agreement, Template
from tws_desktop.domain.keeping import IN_STORE
from tws_desktop.domain.plants import Plant, Project
from tws_desktop.domain.workshops import Workshop
from tws_desktop.services.ports import Work

Trashable = Plant | Project | Workshop | Agreement | Template
WORDS: dict[type[Trashable], str] = {
    Plant: "Betrieb",
    Project: "Vorhaben",
    Workshop: "Workshop",
    Agreement: "Vereinbarung",
    Template: "Vorlage",
}
"""What can lie in the trash, and its German word."""


@dataclass(frozen=True, slots=True)
class TrashLine:
    """A thing in the trash: its kind in words, its title, the plant it belongs to ("" without), since when."""

    id: UUID
    kind: str
    title: str
    plant: str
    since: datetime


def title_of(thing: Trashable) -> str:
    """The name or title of a thing."""
    return thing.name if isinstance(thing, Plant) else thing.title


def put_away(work: Work, thing: Trashable) -> None:
    """Put a thing into the trash; nothing of it is deleted."""
    work.action(f"{WORDS[type(thing)]} „{title_of(thing)}“ in den Papierkorb gelegt", IN_STORE)
    work.change(thing, trashed_at=work.now())


def take_back(work: Work, thing_id: UUID) -> Trashable:
    """Take a thing out of the trash, and the plant and project it lies in; raises `KeyError` if it is nowhere."""
    thing = next((found for kind in WORDS if (found := work.find(kind, id=thing_id)) is not None), None)
    if thing is None:
        raise KeyError(thing_id)
    work.action(f"{WORDS[type(thing)]} „{title_of(thing)}“ zurückgeholt", IN_STORE)
    for above in (thing, *_above(work, thing)):
        work.change(above, trashed_at=None)
    return thing


def in_trash(work: Work) -> tuple[TrashLine, ...]:
    """What lies in the trash, newest first."""
    lines = [
        TrashLine(thing.id, words, title_of(thing), _plant(work, thing), thing.trashed_at)
        for kind, words in WORDS.items()
        for thing in work.all(kind)
        if thing.trashed_at is not None
    ]
    return tuple(sorted(lines, key=lambda line: line.since, reverse=True))


def workshops_away(work: Work, project_id: UUID) -> frozenset[UUID]:
    """The workshops of a project that lie in the trash; what came out of them rests with them."""
    found = work.all(Workshop, project_id=project_id)
    return frozenset(one.id for one in found if one.trashed_at is not None)


def _above(work: Work, thing: Trashable) -> Iterator[Project | Plant]:
    if isinstance(thing, Workshop | Agreement):
        thing = work.get(Project, thing.project_id)
        yield thing
    if isinstance(thing, Project):
        yield work.get(Plant, thing.plant_id)


def _plant(work: Work, thing: Trashable) -> str:
    return next((above.name for above in _above(work, thing) if isinstance(above, Plant)), "")

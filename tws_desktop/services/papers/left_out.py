"""What a paper leaves out for its audience, by name, and whether a release would let it in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from tws_desktop.domain.confidentiality import Audience, Level, allowed, can_be_released
from tws_desktop.domain.positions import Decision, Measure, Position, Question, Trade
from tws_desktop.domain.workshops import Entry, EntryKind, Workshop
from tws_desktop.services.boards.entries import release, released
from tws_desktop.services.ports import Work
from tws_desktop.services.workshops.photos import of_workshop

_KINDS: Mapping[str, tuple[type[Any], str]] = {
    "entries": (Entry, "Karte"),
    "measures": (Measure, "Maßnahme"),
    "questions": (Question, "Frage"),
    "positions": (Position, "Position"),
    "trades": (Trade, "Geben und Nehmen"),
    "decisions": (Decision, "Meinungsbild"),
}
_PHOTOS = "attachments"
_READS: Mapping[str, tuple[str, ...]] = {
    "D01": (*_KINDS, _PHOTOS),
    "D04": ("measures",),
    "D05": ("questions",),
    "D07": ("positions", "trades", "questions"),
}


@dataclass(frozen=True, slots=True)
class LeftOut:
    """One thing that the audience does not get; `thing` is its table, `can_be_released` whether a release helps."""

    thing: str
    id: UUID
    workshop_id: UUID
    kind: str
    text: str
    level: Level
    can_be_released: bool


def left_out(work: Work, key: str, workshops: tuple[Workshop, ...], audience: Audience) -> tuple[LeftOut, ...]:
    """What the paper `key` of these workshops leaves out for `audience`."""
    ids = tuple(workshop.id for workshop in workshops)
    found: list[LeftOut] = []
    for thing in _READS.get(key, ()):
        free = released(work, thing)
        for workshop_id, words, row in _rows(work, thing, ids):
            if _silent(row) or allowed(row.level, audience, free.get(row.id, frozenset())):
                continue
            helps = can_be_released(row.level, audience)
            found.append(LeftOut(thing, row.id, workshop_id, words, _text(row), row.level, helps))
    return tuple(found)


def _rows(work: Work, thing: str, workshop_ids: tuple[UUID, ...]) -> Iterator[tuple[UUID, str, Any]]:
    """The workshop, kind and row of everything of that table in these workshops."""
    if thing == _PHOTOS:
        for workshop_id in workshop_ids:
            for phase in of_workshop(work, workshop_id):
                yield from ((workshop_id, "Foto", photo) for photo in phase.photos)
    elif workshop_ids:
        kind, words = _KINDS[thing]
        yield from ((row.workshop_id, words, row) for row in work.all(kind, workshop_id=workshop_ids))


def release_all(work: Work, things: tuple[LeftOut, ...], audience: Audience, by_role: str) -> int:
    """Release what can be released to `audience` in one step; returns how many."""
    free = [thing for thing in things if thing.can_be_released]
    for thing in free:
        release(work, thing.workshop_id, thing.thing, thing.id, audience, by_role)
    return len(free)


def _silent(row: Any) -> bool:
    return isinstance(row, Entry) and (row.struck or row.kind is EntryKind.PRIVATE_NOTE)


def _text(row: Any) -> str:
    names = ("text", "alt", "title", "wording", "gives")
    return next((str(words) for name in names if (words := getattr(row, name, ""))), "")

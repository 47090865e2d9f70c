"""What a draft says otherwise than the last frozen version: new, changed and deleted words, § by §, and measures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID

from tws_desktop.domain.agreements import FieldValue, UnitKind, Version
from tws_desktop.domain.german.dates import show_stored
from tws_desktop.domain.plants import Person
from tws_desktop.services.agreements.origin import section_numbers
from tws_desktop.services.agreements.outline import read_outline
from tws_desktop.services.agreements.values import printed
from tws_desktop.services.agreements.versions import snapshot
from tws_desktop.services.ports import Work

Plain = Mapping[str, Any]


class ChangeKind(StrEnum):
    """What happened to a place since the last version."""

    NEW = "new"
    OTHER = "other"
    GONE = "gone"

    @property
    def german(self) -> str:
        """The word people read."""
        return {"new": "neu", "other": "geändert", "gone": "gestrichen"}[self.value]


@dataclass(frozen=True, slots=True)
class Change:
    """One place with its words then and now; `unit_id` only where it is in the text."""

    kind: ChangeKind
    place: str
    before: str
    after: str
    unit_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Changes:
    """The last frozen version and what is different now."""

    version: int
    found: tuple[Change, ...]


def changes_since_version(work: Work, agreement_id: UUID) -> Changes | None:
    """The draft beside its last frozen version, None where nothing was frozen yet."""
    versions = work.all(Version, agreement_id=agreement_id)
    if not versions:
        return None
    last = max(versions, key=lambda one: one.number)
    numbers = {str(key): number for key, number in section_numbers(read_outline(work, agreement_id)).items()}
    then, now = last.snapshot, snapshot(work, agreement_id)
    return Changes(last.number, (*_changes(then, now, numbers), *_measures(work, then["measures"], now["measures"])))


def _measures(work: Work, then: Iterable[Plain], now: Iterable[Plain]) -> Iterator[Change]:
    """The measure plan, as it is printed in the first annex."""
    owners = {UUID(one["owner_id"]) for one in (*then, *now) if one["owner_id"]}
    roles = {str(one.id): one.role for one in work.all(Person, id=tuple(owners))}

    def words(one: Plain) -> str:
        printed = (one["text"], roles.get(one["owner_id"], ""), show_stored(one["due"] or ""), one["done_when"])
        return ", ".join(part for part in printed if part)

    before, after = ({one["id"]: words(one) for one in plan} for plan in (then, now))
    for key in after | before:
        yield from _compared("Maßnahmenplan", before.get(key), after.get(key))


def _changes(then: Plain, now: Plain, numbers: Mapping[str, str]) -> Iterator[Change]:
    for name, place in (("title", "Titel"), ("subtitle", "Untertitel")):
        yield from _compared(place, then["agreement"].get(name, ""), now["agreement"].get(name, ""))
    yield from _compared("Vertragsparteien", _parties(then), _parties(now))
    if _moved(then["units"], now["units"]):
        yield Change(ChangeKind.OTHER, "Gliederung", "", "Die Reihenfolge ist anders.")
    before, after = _texts(then), _texts(now)
    places = _places(then, {}) | _places(now, numbers)
    units = {unit["id"] for unit in now["units"]}
    for key, words in after.items():
        yield from _compared(places[key], before.get(key), words, UUID(key) if key in units else None)
    for key, words in before.items():
        if key not in after:
            yield from _compared(places[key], words, None)


def _parties(data: Plain) -> str:
    return ", ".join(f"{one['legal_name']} ({one['represented_by']})" for one in data["parties"])


def _compared(place: str, before: str | None, after: str | None, unit_id: UUID | None = None) -> Iterator[Change]:
    if before == after:
        return
    kind = ChangeKind.NEW if before is None else ChangeKind.GONE if after is None else ChangeKind.OTHER
    yield Change(kind, place, before or "", after or "", unit_id)


def _moved(then: Sequence[Plain], now: Sequence[Plain]) -> bool:
    """Whether what stands in both stands in another order."""
    ids = [[unit["id"] for unit in units] for units in (then, now)]
    both = set(ids[0]) & set(ids[1])
    old, new = ([one for one in each if one in both] for each in ids)
    return old != new


def _texts(data: Plain) -> dict[str, str]:
    """The words of every heading and text by unit, and of every table annex by its field."""
    fields = {one["key"]: _field(one) for one in data["fields"]}
    found = {unit["id"]: unit["title"] or _words(unit["text"], fields) for unit in data["units"]}
    return found | {key: printed(value) for key, value in fields.items() if key.startswith("annex.")}


def _field(data: Plain) -> FieldValue:
    options = tuple(data["options"])
    return FieldValue(
        UUID(data["id"]),
        UUID(data["agreement_id"]),
        data["key"],
        data["kind"],
        data["label"],
        data["value"],
        options=options,
        unit=data["unit"],
    )


def _words(runs: Iterable[Any], fields: Mapping[str, FieldValue]) -> str:
    words = []
    for run in runs:
        if isinstance(run, str):
            words.append(run)
        elif (value := fields.get(run.get("field", ""))) is not None:
            words.append(printed(value) or f"[{value.label}]")
        else:
            words.append("§\u00a0…" if "annex" not in run else "Anlage\u00a0…")
    return "".join(words)


def _places(data: Plain, numbers: Mapping[str, str]) -> dict[str, str]:
    """Where a unit or annex stands: number and title of its §."""
    units = {unit["id"]: unit for unit in data["units"]}

    def place(unit: Plain) -> str:
        while unit["parent_id"] is not None:
            unit = units[unit["parent_id"]]
        return f"{numbers.get(unit['id'], '')} {unit['title'] or _HEADS.get(unit['kind'], '')}".strip()

    found = {key: place(unit) for key, unit in units.items()}
    return found | {one["key"]: f"Anlage {one['label']}" for one in data["fields"] if one["key"].startswith("annex.")}


_HEADS = {UnitKind.PREAMBLE: "Präambel"}

"""Agreements as rows: parts, units, fields, rungs, versions, and what each rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Agreement:
    """A draft agreement (Vereinbarung) of a type from forms/agreements."""

    id: UUID
    project_id: UUID
    type_key: str
    type_version: int
    title: str
    subtitle: str = ""
    state: str = "S1"
    version: int = 1
    trashed_at: datetime | None = None
    revision: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """A part with its own legal source, parties and signatures; an ordinary agreement has one."""

    id: UUID
    agreement_id: UUID
    rank: int = 0
    title: str = ""
    legal_source: str = "bv"
    revision: int = 0


@dataclass(frozen=True, slots=True)
class Party:
    """A party of a part: `ag` the employer, `br` the works council."""

    id: UUID
    part_id: UUID
    side: str
    legal_name: str
    rank: int = 0
    seat: str = ""
    represented_by: str = ""
    function: str = ""
    revision: int = 0


class UnitKind(StrEnum):
    """What a unit of text is."""

    PREAMBLE = "preamble"
    SECTION = "section"
    ABSATZ = "absatz"
    NUMMER = "nummer"
    BUCHSTABE = "buchstabe"
    ANNEX = "annex"


@dataclass(frozen=True, slots=True)
class Unit:
    """A § or a piece of one. `text` is a run of `"…"`, `{"field": key}`, `{"ref": unit id, "form": …}`.

    A § holds clauses as runs of Absätze; those carry the clause's key, version and variant.
    """

    id: UUID
    part_id: UUID
    kind: UnitKind
    rank: int
    parent_id: UUID | None = None
    title: str = ""
    text: tuple[Any, ...] = ()
    slot: str = ""
    clause_key: str = ""
    clause_version: int = 0
    variant: str = ""
    option: str = ""
    own_text: bool = False
    right: str = ""
    norms: tuple[str, ...] = ()
    word_mark: str = ""
    revision: int = 0


@dataclass(frozen=True, slots=True)
class FieldValue:
    """A typed placeholder of an agreement; without a value it is a gap (Lücke)."""

    id: UUID
    agreement_id: UUID
    key: str
    kind: str
    label: str
    value: Any = None
    unit_id: UUID | None = None
    position_id: UUID | None = None
    options: tuple[str, ...] = ()
    ask: str = ""
    unit: str = ""
    required: bool = True
    revision: int = 0


class RungStep(StrEnum):
    """The ladder (Leiter) of a unit."""

    DEMAND = "demand"
    TARGET = "target"
    MINIMUM = "minimum"
    OFFER = "offer"
    AGREED = "agreed"


@dataclass(frozen=True, slots=True)
class Rung:
    """What we demand, aim at, accept; what was offered; what is agreed. The minimum is for the team only."""

    id: UUID
    unit_id: UUID
    rung: RungStep
    text: str = ""
    by: str = ""
    on: date | None = None
    revision: int = 0


@dataclass(frozen=True, slots=True)
class Version:
    """An immutable snapshot of an agreement, canonical JSON with its hash."""

    id: UUID
    agreement_id: UUID
    number: int
    at: datetime
    snapshot: Mapping[str, Any] = field(default_factory=dict)
    sha256: str = ""
    origin: str = "own"
    revision: int = 0


class EvidenceOf(StrEnum):
    """What can rest on something."""

    POSITION = "position"
    UNIT = "unit"
    FIELD = "field"
    MEASURE = "measure"
    QUESTION = "question"
    TRADE = "trade"


class EvidenceFrom(StrEnum):
    """What something can rest on."""

    ENTRY = "entry"
    ANSWER = "answer"
    VOTE = "vote"
    POSITION = "position"
    FACT = "fact"
    MEASURE = "measure"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Origin (Herkunft): `of_id` rests on `from_id`."""

    id: UUID
    of: EvidenceOf
    of_id: UUID
    source: EvidenceFrom
    source_id: UUID
    note: str = ""
    revision: int = 0


@dataclass(frozen=True, slots=True)
class Template:
    """Something kept for the next time: a workshop's agenda or an agreement's text, without names and numbers."""

    id: UUID
    kind: str
    title: str
    content: Mapping[str, Any] = field(default_factory=dict)
    as_of: date | None = None
    source: str = ""
    status: str = ""
    trashed_at: datetime | None = None
    revision: int = 0

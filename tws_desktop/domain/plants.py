"""Plants with their facts, areas and people, and the projects (Vorhaben) in them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from tws_desktop.domain.confidentiality import Level


@dataclass(frozen=True, slots=True)
class Plant:
    """A plant (Betrieb): the council's place of work. `sample` marks the example that can be removed."""

    id: UUID
    name: str
    site: str = ""
    land: str = "SL"
    sector: str = ""
    company: str = ""
    group_name: str = ""
    tariff_area: str = ""
    council_size: int | None = None
    office: str = ""
    sample: bool = False
    trashed_at: datetime | None = None
    revision: int = 0


class FactKind(StrEnum):
    """What a dated fact belongs to: the plant's profile (Steckbrief) or its tariff agreement."""

    PROFILE = "profile"
    TARIFF = "tariff"


@dataclass(frozen=True, slots=True)
class PlantFact:
    """One dated, sourced statement about a plant; `period` is the year or span it speaks of."""

    id: UUID
    plant_id: UUID
    kind: FactKind
    key: str
    value: str
    unit: str = ""
    period: str = ""
    as_of: date | None = None
    source: str = ""
    legal_source: str = ""
    level: Level = Level.COUNCIL
    rank: int = 0
    revision: int = 0


@dataclass(frozen=True, slots=True)
class Area:
    """A part of the plant (Bereich) with its headcount."""

    id: UUID
    plant_id: UUID
    name: str
    kind: str = ""
    headcount: int | None = None
    rank: int = 0
    revision: int = 0


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who can own a measure; the role is enough, the name is optional."""

    id: UUID
    role: str
    plant_id: UUID | None = None
    name: str = ""
    side: str = ""
    revision: int = 0


@dataclass(frozen=True, slots=True)
class Project:
    """A project (Vorhaben): the chain of workshops, papers and agreements in one plant."""

    id: UUID
    plant_id: UUID
    title: str
    responsible_id: UUID | None = None
    state: str = "open"
    trashed_at: datetime | None = None
    revision: int = 0


@dataclass(frozen=True, slots=True)
class ProjectStep:
    """One link of the project's chain, 0 to 11, with its result in one sentence."""

    id: UUID
    project_id: UUID
    number: int
    state: str = "open"
    day: date | None = None
    sentence: str = ""
    revision: int = 0

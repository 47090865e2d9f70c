"""What the store keeps about itself: settings, drafts, papers given out, packages, journal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting of this data place, such as the facilitator's name for papers."""

    id: UUID
    key: str
    value: Any = None
    revision: int = 0


@dataclass(frozen=True, slots=True)
class Draft:
    """Keystrokes not yet settled: which field of which thing, and the text as it stands."""

    id: UUID
    thing: str
    thing_id: str
    field: str
    text: str
    revision: int = 0


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """A paper or package that left the store in clear (Klartext-Ausgabe), and how many entries it left out."""

    id: UUID
    at: datetime
    path: str
    kind: str
    audience: str = ""
    left_out: int = 0
    sha256: str = ""
    revision: int = 0


@dataclass(frozen=True, slots=True)
class Package:
    """A package taken in or given out; `base` maps table and id to the row's hash at that moment."""

    id: UUID
    lineage: str
    number: int
    direction: str
    at: datetime
    sha256: str
    base: Mapping[str, Any] = field(default_factory=dict)
    revision: int = 0


class ScopeKind(StrEnum):
    """The place an action belongs to; undo works by place."""

    WORKSHOP = "workshop"
    AGREEMENT = "agreement"
    PROJECT = "project"
    STORE = "store"


@dataclass(frozen=True, slots=True)
class Scope:
    """A place: a workshop, an agreement, a project, or the store itself (`id` None)."""

    kind: ScopeKind
    id: UUID | None = None


def in_workshop(workshop_id: UUID) -> Scope:
    """The place of a workshop."""
    return Scope(ScopeKind.WORKSHOP, workshop_id)


def in_agreement(agreement_id: UUID) -> Scope:
    """The place of an agreement."""
    return Scope(ScopeKind.AGREEMENT, agreement_id)


def in_project(project_id: UUID) -> Scope:
    """The place of a project."""
    return Scope(ScopeKind.PROJECT, project_id)


IN_STORE = Scope(ScopeKind.STORE)
"""The place of everything that belongs to no project: plants, settings, templates."""


@dataclass(frozen=True, slots=True)
class Happening:
    """One line of a place's history, newest first: what was done, when, and whether it is undone now."""

    number: int
    at: datetime
    what: str
    undone: bool
    barrier: bool

"""Workshops, their phases (steps) and what is said in them (entries)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from tws_desktop.domain.board_parameters import Board
from tws_desktop.domain.confidentiality import Audience, Level, RoomAudience


class WorkshopState(StrEnum):
    """Where a workshop stands."""

    PLANNED = "planned"
    RUNNING = "running"
    DONE = "done"


class StepKind(StrEnum):
    """A phase with content, or a break, which is never shortened."""

    STEP = "step"
    BREAK = "break"


class EntryKind(StrEnum):
    """What an entry is; `data` is typed by it."""

    CARD = "card"
    CLUSTER = "cluster"
    SENTENCE = "sentence"
    FACT = "fact"
    OBJECTION = "objection"
    TOPIC_CHOICE = "topic_choice"
    PRIVATE_NOTE = "private_note"
    PARKED = "parked"
    SPEAKER = "speaker"


class AuthorMode(StrEnum):
    """How the author of an entry is kept."""

    ANONYMOUS = "anonymous"
    GROUP = "group"
    ROLE = "role"
    NAME = "name"


class Source(StrEnum):
    """How an entry came in."""

    CARD = "card"
    CALL = "call"
    SHEET = "sheet"
    TALK = "talk"
    PAPER = "paper"
    MODERATOR = "moderator"


@dataclass(frozen=True, slots=True)
class Workshop:
    """A workshop with its own copy of the format it came from; starts are local times in `zone`."""

    id: UUID
    project_id: UUID
    format_key: str
    format_version: int
    title: str
    format_copy: Mapping[str, Any] = field(default_factory=dict)
    goal: str = ""
    starts_on: date | None = None
    starts_at: str = "09:00"
    zone: str = "Europe/Berlin"
    place: str = ""
    room_audience: RoomAudience = RoomAudience.GREMIUM
    default_level: Level = Level.COUNCIL
    participation: str = ""
    headcount: int | None = None
    council_present: int | None = None
    state: WorkshopState = WorkshopState.PLANNED
    current_step_id: UUID | None = None
    trashed_at: datetime | None = None
    revision: int = 0


@dataclass(frozen=True, slots=True)
class Step:
    """A phase of a workshop. `boards` are its board sections as copied from the format."""

    id: UUID
    workshop_id: UUID
    rank: int
    title: str
    number: str = ""
    kind: StepKind = StepKind.STEP
    goal: str = ""
    question: str = ""
    method_key: str = ""
    boards: tuple[Board, ...] = ()
    minutes: int = 10
    min_minutes: int = 5
    max_minutes: int = 30
    elastic: bool = False
    must: bool = True
    uses: tuple[str, ...] = ()
    say: tuple[str, ...] = ()
    plan_b: str = ""
    who: str = ""
    result: str = ""
    dissent: str = ""
    level: Level | None = None
    """How confidential what arises in this phase is from the start; None: as the workshop says."""
    revision: int = 0


def starting_level(workshop: Workshop, step: Step | None) -> Level:
    """The level of what arises new in a phase, or outside of one."""
    return (step.level if step is not None else None) or workshop.default_level


@dataclass(frozen=True, slots=True)
class StepRun:
    """One run of a phase: moments in UTC; `beat_at` is the last moment the program was surely running."""

    id: UUID
    step_id: UUID
    started_at: datetime
    ended_at: datetime | None = None
    paused_at: datetime | None = None
    paused_s: int = 0
    added_minutes: int = 0
    beat_at: datetime | None = None
    present: int | None = None
    revision: int = 0


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing said or written. `board` names the section of the step; a cluster is the parent of its cards."""

    id: UUID
    workshop_id: UUID
    kind: EntryKind
    text: str
    step_id: UUID | None = None
    board: str = ""
    parent_id: UUID | None = None
    also_parent_id: UUID | None = None
    rank: int = 0
    note: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)
    symbol: str = ""
    author_mode: AuthorMode = AuthorMode.ANONYMOUS
    source: Source = Source.CARD
    group_label: str = ""
    level: Level = Level.COUNCIL
    struck: bool = False
    secret_by: str = ""
    secret_on: date | None = None
    revision: int = 0


@dataclass(frozen=True, slots=True)
class EntryTopic:
    """An entry speaks of a topic T01 to T20."""

    id: UUID
    entry_id: UUID
    topic_key: str
    revision: int = 0


@dataclass(frozen=True, slots=True)
class EntryArea:
    """An entry speaks of an area of the plant."""

    id: UUID
    entry_id: UUID
    area_id: UUID
    revision: int = 0


@dataclass(frozen=True, slots=True)
class Release:
    """A thing (`entries`, `positions`, ...) was released (Freigabe) for an audience, by a role, on a day."""

    id: UUID
    thing: str
    thing_id: UUID
    audience: Audience
    by_role: str = ""
    on: date | None = None
    revision: int = 0

"""What the council wants and plans: positions, give and take, measures, questions, decisions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from tws_desktop.domain.confidentiality import Level


@dataclass(frozen=True, slots=True)
class Position:
    """A position on one topic. Minimum, leeway and red line lie in `PositionSecret`, which no outside writer reads."""

    id: UUID
    project_id: UUID
    topic_key: str
    title: str
    workshop_id: UUID | None = None
    rank: int = 0
    situation: str = ""
    goal: str = ""
    measure: str = ""
    target_value: str = ""
    target_date: date | None = None
    give: str = ""
    right_level: str = ""
    norm: str = ""
    place: str = ""
    reasons: str = ""
    objections: str = ""
    allies: str = ""
    priority: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)
    state: str = "open"
    level: Level = Level.COUNCIL
    revision: int = 0


@dataclass(frozen=True, slots=True)
class PositionSecret:
    """What the council would accept; for the negotiating team only."""

    id: UUID
    position_id: UUID
    minimum: str = ""
    leeway: str = ""
    red_line: str = ""
    revision: int = 0


@dataclass(frozen=True, slots=True)
class Trade:
    """Give and take (Geben und Nehmen); both sides have an end date."""

    id: UUID
    project_id: UUID
    gives: str
    gets: str
    workshop_id: UUID | None = None
    rank: int = 0
    gives_until: date | None = None
    gets_until: date | None = None
    fallback: str = ""
    position_id: UUID | None = None
    data: Mapping[str, Any] = field(default_factory=dict)
    level: Level = Level.COUNCIL
    revision: int = 0


class MeasureState(StrEnum):
    """A measure without owner and date stays a proposal."""

    PROPOSAL = "proposal"
    BINDING = "binding"
    RUNNING = "running"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Measure:
    """Who does what by when, and how to see that it is done."""

    id: UUID
    project_id: UUID
    text: str
    workshop_id: UUID | None = None
    rank: int = 0
    owner_id: UUID | None = None
    with_whom: str = ""
    means: str = ""
    due: date | None = None
    done_when: str = ""
    effort: str = ""
    state: MeasureState = MeasureState.PROPOSAL
    depends_on: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)
    level: Level = Level.PARTICIPANTS
    revision: int = 0


@dataclass(frozen=True, slots=True)
class Question:
    """Something the council does not know and asks: a line of the letter to the employer."""

    id: UUID
    project_id: UUID
    text: str
    workshop_id: UUID | None = None
    rank: int = 0
    item_key: str = ""
    document: str = ""
    addressee: str = "Arbeitgeber"
    norm: str = ""
    due: date | None = None
    reason: str = ""
    state: str = "open"
    answer: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)
    level: Level = Level.COUNCIL
    revision: int = 0


class DecisionKind(StrEnum):
    """A poll in the workshop (Meinungsbild), a council decision, a vote of the members."""

    POLL = "poll"
    COUNCIL = "council"
    MEMBERS = "members"


@dataclass(frozen=True, slots=True)
class Decision:
    """A motion and its counts; the result is computed, never typed."""

    id: UUID
    project_id: UUID
    kind: DecisionKind
    wording: str
    workshop_id: UUID | None = None
    rank: int = 0
    top: str = ""
    reason: str = ""
    norm: str = ""
    on: date | None = None
    members: int | None = None
    present: int | None = None
    taking_part: int | None = None
    jav: int | None = None
    yes: int | None = None
    no: int | None = None
    abstain: int | None = None
    data: Mapping[str, Any] = field(default_factory=dict)
    level: Level = Level.COUNCIL
    revision: int = 0

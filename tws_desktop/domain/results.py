"""What questionnaires and votes leave behind: answers and totals, never a ballot."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from tws_desktop.domain.board_parameters import SheetMode, VoteKind, VoteWay
from tws_desktop.domain.confidentiality import Level
from tws_desktop.domain.questionnaires import Item


@dataclass(frozen=True, slots=True)
class Sheet:
    """A questionnaire being filled in, with its own copy of the items."""

    id: UUID
    step_id: UUID
    questionnaire_key: str
    version: int
    items_copy: tuple[Item, ...] = ()
    mode: SheetMode = SheetMode.AGREED
    group_key: str = ""
    as_of: date | None = None
    revision: int = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer to one item: a value, or `special` "W" (unknown) or "N" (not relevant)."""

    id: UUID
    sheet_id: UUID
    item_key: str
    value: int | None = None
    special: str = ""
    reason: str = ""
    evidence: str = ""
    dissent: str = ""
    level: Level = Level.COUNCIL
    revision: int = 0


@dataclass(frozen=True, slots=True)
class Vote:
    """A vote on a step's board; a poll (Meinungsbild) is never a decision under § 33 BetrVG."""

    id: UUID
    step_id: UUID
    kind: VoteKind
    question: str
    board: str = ""
    way: VoteWay = VoteWay.COUNTED
    secret: bool = True
    voters: int | None = None
    points_each: int | None = None
    per_item_max: int | None = 2
    veto: int | None = None
    round: int = 1
    state: str = "open"
    dissent: str = ""
    revision: int = 0


@dataclass(frozen=True, slots=True)
class VoteOption:
    """Something that can be voted on; `path` says where a chosen topic is to be regulated."""

    id: UUID
    vote_id: UUID
    rank: int
    text: str
    entry_id: UUID | None = None
    topic_key: str = ""
    path: str = ""
    revision: int = 0


@dataclass(frozen=True, slots=True)
class VoteResult:
    """A total: how often a bucket (`dots`, `0`..`10`, `yes`, `no`, `abstain`) was chosen for an option."""

    id: UUID
    vote_id: UUID
    bucket: str
    count: int
    option_id: UUID | None = None
    group_key: str = ""
    revision: int = 0

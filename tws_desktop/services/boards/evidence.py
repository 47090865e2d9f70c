"""Origin (Herkunft): what a position, question, measure or unit rests on, and keeping it when rows are taken over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID, uuid4

from tws_desktop.domain.agreements import Evidence, EvidenceFrom, EvidenceOf
from tws_desktop.domain.confidentiality import Level
from tws_desktop.domain.keeping import in_workshop
from tws_desktop.domain.positions import Measure, Position, Question, Trade
from tws_desktop.domain.results import Answer, Sheet, Vote, VoteOption
from tws_desktop.domain.workshops import Entry, EntryKind, Step, Workshop, starting_level
from tws_desktop.services.boards.forms import Record
from tws_desktop.services.boards.offers import Option
from tws_desktop.services.ports import Work

_OF = {
    Position: EvidenceOf.POSITION,
    Question: EvidenceOf.QUESTION,
    Measure: EvidenceOf.MEASURE,
    Trade: EvidenceOf.TRADE,
}


_SAID = (EntryKind.CARD, EntryKind.CLUSTER, EntryKind.SENTENCE, EntryKind.FACT, EntryKind.OBJECTION)


@dataclass(frozen=True, slots=True)
class Ground:
    """Something said or voted on in a workshop that a row may rest on; `place` names workshop and phase."""

    source: EvidenceFrom
    id: UUID
    text: str
    place: str
    level: Level


def kind_of(record: Record) -> EvidenceOf | None:
    """As what a record rests on others; None for records that keep no origin."""
    return _OF.get(type(record))


def grounds(work: Work, workshop_id: UUID, before: UUID) -> tuple[Ground, ...]:
    """What a row in the phase `before` may rest on: entries and vote options of earlier phases of the project."""
    here = work.get(Workshop, workshop_id)
    last = work.get(Step, before)
    found: list[Ground] = []
    for workshop in work.all(Workshop, project_id=here.project_id, trashed_at=None):
        for step in work.all(Step, workshop_id=workshop.id):
            if workshop.id != workshop_id or step.rank < last.rank:
                name = f"Phase\u00a0{step.number}" if step.number else step.title
                place = name if workshop.id == workshop_id else f"{workshop.title}, {name}"
                found.extend(_grounds_of(work, workshop, step, place))
    return tuple(found)


def _grounds_of(work: Work, workshop: Workshop, step: Step, place: str) -> list[Ground]:
    said = [
        Ground(EvidenceFrom.ENTRY, entry.id, entry.text, place, entry.level)
        for entry in work.all(Entry, step_id=step.id, kind=_SAID, struck=False)
    ]
    voted = [
        Ground(EvidenceFrom.VOTE, option.id, option.text, f"Abstimmung, {place}", starting_level(workshop, step))
        for vote in work.all(Vote, step_id=step.id)
        for option in work.all(VoteOption, vote_id=vote.id)
    ]
    return said + voted


def resting(work: Work, records: tuple[Record, ...]) -> Mapping[UUID, frozenset[UUID]]:
    """What each of the records rests on."""
    found: dict[UUID, frozenset[UUID]] = {}
    for record in records:
        of = kind_of(record)
        if of is not None:
            found[record.id] = frozenset(each.source_id for each in work.all(Evidence, of=of, of_id=record.id))
    return found


def set_rest(work: Work, workshop_id: UUID, record: Record, ground: Ground, *, on: bool) -> None:
    """Tick or untick one thing a record rests on: one undo step of the workshop."""
    of = kind_of(record)
    if of is None:
        return
    work.action("Herkunft geändert", in_workshop(workshop_id))
    if on:
        rest(work, of, record.id, ground.source, ground.id)
        return
    for found in work.all(Evidence, of=of, of_id=record.id, source=ground.source, source_id=ground.id):
        work.remove(found)


def rest(work: Work, of: EvidenceOf, of_id: UUID, source: EvidenceFrom, source_id: UUID, note: str = "") -> Evidence:
    """Note that one thing rests on another (within the present action); noting it twice changes nothing."""
    found = work.find(Evidence, of=of, of_id=of_id, source=source, source_id=source_id)
    return found or work.add(Evidence(uuid4(), of, of_id, source, source_id, note))


def rests_on_option(work: Work, record: Record, option: Option, workshop_id: UUID) -> None:
    """Note what a row taken over from an earlier phase rests on: the card or column, its votes, the answer."""
    of = _OF.get(type(record))
    if of is None:
        return
    if option.entry_id is not None:
        rest(work, of, record.id, EvidenceFrom.ENTRY, option.entry_id)
    if option.position_id is not None:
        rest(work, of, record.id, EvidenceFrom.POSITION, option.position_id)
    steps = tuple(step.id for step in work.all(Step, workshop_id=workshop_id))
    if option.topic_key:
        for vote_option in work.all(VoteOption, topic_key=option.topic_key):
            if vote_option.text == option.text:
                rest(work, of, record.id, EvidenceFrom.VOTE, vote_option.id)
    if option.item_key:
        for sheet in work.all(Sheet, step_id=steps):
            for answer in work.all(Answer, sheet_id=sheet.id, item_key=option.item_key):
                rest(work, of, record.id, EvidenceFrom.ANSWER, answer.id)

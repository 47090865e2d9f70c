"""Origin (Herkunft): what a position, question, measure or unit rests on, and keeping it when rows are taken over."""

from __future__ import annotations

from uuid import UUID, uuid4

from tws_desktop.domain.agreements import Evidence, EvidenceFrom, EvidenceOf
from tws_desktop.domain.positions import Measure, Position, Question, Trade
from tws_desktop.domain.results import Answer, Sheet, VoteOption
from tws_desktop.domain.workshops import Step
from tws_desktop.services.forms import Record
from tws_desktop.services.offers import Option
from tws_desktop.services.ports import Work

_OF = {
    Position: EvidenceOf.POSITION,
    Question: EvidenceOf.QUESTION,
    Measure: EvidenceOf.MEASURE,
    Trade: EvidenceOf.TRADE,
}


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

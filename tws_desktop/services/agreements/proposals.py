"""Clauses proposed from results, each with its reasons; nothing is inserted here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from tws_desktop.domain.agreement_types import AgreementType
from tws_desktop.domain.agreements import EvidenceFrom
from tws_desktop.domain.clause_fields import Right
from tws_desktop.domain.clauses import Clause, VariantId
from tws_desktop.domain.topics import clause_keys
from tws_desktop.services.agreements.clauses import Rest
from tws_desktop.services.agreements.outline import read_outline
from tws_desktop.services.agreements.results import ProjectResults, Support, read_results
from tws_desktop.services.agreements.shelf import Shelf, agreement_type
from tws_desktop.services.agreements.triggered import Fired, fired_triggers
from tws_desktop.services.ports import Work

_RIGHTS = {right: number for number, right in enumerate(Right)}


class ReasonKind(StrEnum):
    """Why a clause is proposed."""

    TOPIC = "topic"
    TRIGGER = "trigger"
    REQUIRED = "required"
    NEEDED = "needed"


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason for a clause with the results behind it; `key` is the topic, trigger or other clause."""

    kind: ReasonKind
    key: str
    sentence: str
    supports: tuple[Support, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """A clause that results, the type or another clause speak for; `slot` is empty if the type has no place."""

    clause_key: str
    title: str
    slot: str
    slot_title: str
    right: Right
    variant: VariantId
    present: bool
    reasons: tuple[Reason, ...]

    @property
    def evidence(self) -> tuple[Rest, ...]:
        """What the clause rests on if it is inserted, each thing once: positions first."""
        found: dict[tuple[EvidenceFrom, UUID], Rest] = {}
        for reason in self.reasons:
            for one in reason.supports:
                note = one.text if one.source is EvidenceFrom.VOTE else ""
                found.setdefault((one.source, one.source_id), Rest(one.source, one.source_id, note))
        return tuple(found.values())


def proposals(work: Work, shelf: Shelf, agreement_id: UUID) -> tuple[Proposal, ...]:
    """Clauses for an agreement by the tables topic → clauses and trigger → clauses.

    Ordered by slot, within a slot enforceable rights first. A "weiß nicht" never proposes a clause, nor is one
    proposed that a clause in the text shuts out.
    """
    outline = read_outline(work, agreement_id)
    type_ = agreement_type(shelf, outline.agreement.type_key)
    results = read_results(work, outline.agreement.project_id)
    fired = fired_triggers(work, shelf, outline.agreement.project_id, results)
    present = set(outline.clause_keys())
    reasons: dict[str, list[Reason]] = {}
    for key in type_.required():
        reasons.setdefault(key, []).append(Reason(ReasonKind.REQUIRED, type_.key, f"Gehört zu: {type_.title}"))
    for key, reason in (*_from_topics(shelf, results), *_from_triggers(shelf, fired), *_needed(shelf, present)):
        reasons.setdefault(key, []).append(reason)
    shut_out = {name for key in present if key in shelf.clauses for name in shelf.clauses[key].excludes} - present
    found = [
        _proposal(type_, shelf.clauses[key], key in present, why)
        for key, why in reasons.items()
        if key in shelf.clauses and key not in shut_out
    ]
    return tuple(sorted(found, key=lambda one: _order(type_, one)))


def _from_topics(shelf: Shelf, results: ProjectResults) -> Iterable[tuple[str, Reason]]:
    every = tuple(shelf.clauses)
    for key in results.topic_keys():
        topic = shelf.topics.get(key)
        supports = results.for_topic(key)
        if topic is None or not supports:
            continue
        reason = Reason(ReasonKind.TOPIC, key, f"{topic.title}: {summed_up(supports)}", supports)
        yield from ((clause, reason) for clause in clause_keys(topic, every))


def _from_triggers(shelf: Shelf, fired: Sequence[Fired]) -> Iterable[tuple[str, Reason]]:
    for one in fired:
        reason = Reason(ReasonKind.TRIGGER, one.key, f"{one.title}: {summed_up(one.supports)}", one.supports)
        yield from ((clause.key, reason) for clause in shelf.clauses.values() if one.key in clause.triggers)


def _needed(shelf: Shelf, present: Iterable[str]) -> Iterable[tuple[str, Reason]]:
    for key in sorted(present):
        clause = shelf.clauses.get(key)
        for needed in clause.needs if clause is not None else ():
            yield needed, Reason(ReasonKind.NEEDED, key, f"Wird gebraucht von „{clause.title}“" if clause else "")


def summed_up(supports: Iterable[Support]) -> str:
    """„1 Position, 9 Punkte, 6 Karten (Zielbild, 12.10.2026)“ and so on, so that each proposal names its evidence."""
    supports = tuple(supports)
    words: list[str] = []
    for source, one, many in _NAMES:
        number = sum(support.cards or 1 for support in supports if support.source is source)
        if number:
            words.append(f"{number} {one if number == 1 else many}")
    details = [one.detail for one in supports if one.source is EvidenceFrom.VOTE and one.detail]
    places = dict.fromkeys(
        f"{one.workshop}, {one.on:%d.%m.%Y}" if one.on is not None else one.workshop for one in supports if one.workshop
    )
    text = ", ".join(words) + "".join(f", {one}" for one in details)
    return f"{text} ({'; '.join(places)})" if places else text


_NAMES = (
    (EvidenceFrom.POSITION, "Position", "Positionen"),
    (EvidenceFrom.ENTRY, "Karte", "Karten"),
    (EvidenceFrom.ANSWER, "Antwort", "Antworten"),
    (EvidenceFrom.MEASURE, "Maßnahme", "Maßnahmen"),
    (EvidenceFrom.FACT, "Angabe", "Angaben"),
    (EvidenceFrom.VOTE, "Abstimmung", "Abstimmungen"),
)


def _proposal(type_: AgreementType, clause: Clause, present: bool, reasons: Sequence[Reason]) -> Proposal:
    slot = type_.slot_of(clause.key)
    return Proposal(
        clause.key,
        clause.title,
        slot.key if slot is not None else "",
        slot.title if slot is not None else "",
        clause.right,
        type_.variant_for(clause.key),
        present,
        tuple(reasons),
    )


def _order(type_: AgreementType, one: Proposal) -> tuple[int, int, int]:
    slots = [slot.key for slot in type_.slots()]
    slot = type_.slot_of(one.clause_key)
    if slot is None:
        return len(slots), _RIGHTS[one.right], 0
    return slots.index(slot.key), _RIGHTS[one.right], slot.clauses.index(one.clause_key)

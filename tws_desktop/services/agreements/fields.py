"""Fields of an agreement: filling, emptying, open gaps in the order of the document, values to confirm."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from tws_desktop.domain.agreements import Evidence, EvidenceFrom, EvidenceOf, FieldValue
from tws_desktop.domain.clause_fields import ClauseField, FieldKind, FromPosition
from tws_desktop.domain.errors import InputRefused
from tws_desktop.domain.keeping import in_agreement
from tws_desktop.domain.plants import Plant, PlantFact, Project
from tws_desktop.domain.positions import Position
from tws_desktop.services.agreements.drafting import PLANT_FIELD, plant_name
from tws_desktop.services.agreements.outline import Outline, read_outline
from tws_desktop.services.agreements.runs import fields_in
from tws_desktop.services.agreements.shelf import Shelf
from tws_desktop.services.agreements.values import read_value, shown
from tws_desktop.services.evidence import rest
from tws_desktop.services.ports import Work

_BARE = re.compile(r"[\s\d.,]+")
_FACT_GROUPS = {"INV-06": "fonds_"}
"""Clauses whose fields are facts of one group of the tariff sheet (fonds_zweck fills INV-06.zweck)."""


@dataclass(frozen=True, slots=True)
class GapAt:
    """An open field where it first stands in the text."""

    field_id: UUID
    unit_id: UUID
    label: str
    ask: str
    kind: str
    required: bool


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A value that could fill a gap; nothing is filled until it is accepted.

    It comes from a position, from a fact about the plant, or (both None) from the clause itself (Vorgabe).
    """

    field_id: UUID
    label: str
    typed: str
    shown: str
    position_id: UUID | None
    source: str
    fact_id: UUID | None = None


def fill_field(work: Work, field_id: UUID, typed_text: str, today: date) -> str:
    """Fills a field with what was typed and returns it in the one form it is shown in.

    Raises `InputRefused` with a sentence; the field then keeps what it had.
    """
    value = work.get(FieldValue, field_id)
    stored = read_value(value, typed_text, today)
    work.action(f"Feld ausgefüllt: {value.label}", in_agreement(value.agreement_id))
    if stored != value.value:
        _forget_source(work, value)
        value = work.change(value, value=stored, position_id=None)
    return shown(value)


def clear_field(work: Work, field_id: UUID) -> None:
    """Makes a field a gap again."""
    value = work.get(FieldValue, field_id)
    work.action(f"Feld geleert: {value.label}", in_agreement(value.agreement_id))
    _forget_source(work, value)
    work.change(value, value=None, position_id=None)


def _forget_source(work: Work, value: FieldValue) -> None:
    for evidence in work.all(Evidence, of=EvidenceOf.FIELD, of_id=value.id):
        work.remove(evidence)


def gaps_of(outline: Outline) -> Iterator[GapAt]:
    """Each open field once, in reading order, at the unit that names it first; computed lists are no gaps."""
    seen: set[str] = set()
    for unit in outline.shown():
        for key in fields_in(unit.text):
            value = outline.fields.get(key)
            if value is None or key in seen:
                continue
            seen.add(key)
            if value.value is None and value.kind != FieldKind.SECTIONS_BY_RIGHT:
                yield GapAt(value.id, unit.id, value.label, value.ask, value.kind, value.required)


def gaps(work: Work, agreement_id: UUID) -> tuple[GapAt, ...]:
    """The open gaps (Lücken) of an agreement, ordered as in the document."""
    return tuple(gaps_of(read_outline(work, agreement_id)))


def next_gap(work: Work, agreement_id: UUID, after: UUID | None = None) -> GapAt | None:
    """The gap behind the field or unit `after`, from the start again at the end; None if all is filled."""
    outline = read_outline(work, agreement_id)
    found = tuple(gaps_of(outline))
    if not found:
        return None
    for number, gap in enumerate(found):
        if gap.field_id == after:
            return found[(number + 1) % len(found)]
    order = {unit.id: number for number, unit in enumerate(outline.shown())}
    place = order.get(after, -1) if after is not None else -1
    return next((gap for gap in found if order[gap.unit_id] >= place), found[0])


def suggestions(work: Work, shelf: Shelf, agreement_id: UUID) -> tuple[Suggestion, ...]:
    """Values that positions or the clause itself propose for open gaps, to be confirmed one by one."""
    outline = read_outline(work, agreement_id)
    today = work.now().date()
    plant = work.get(Plant, work.get(Project, outline.agreement.project_id).plant_id)
    facts = work.all(PlantFact, plant_id=plant.id)
    found: list[Suggestion] = []
    for gap in gaps_of(outline):
        value = work.get(FieldValue, gap.field_id)
        clause_key = outline.units[gap.unit_id].clause_key
        if value.key == PLANT_FIELD:
            name = plant_name(plant)
            found.append(Suggestion(value.id, value.label, name, name, None, "Angaben zum Betrieb"))
        found.extend(_from_facts(value, clause_key, facts, today))
        described = _described(shelf, clause_key, value.key)
        if described is None:
            continue
        if described.from_position is not None:
            for position in positions_for(work, shelf, outline, clause_key):
                typed = _part_of(position, described.from_position)
                if not _counts_something_else(value, typed):
                    found.extend(_suggested(value, typed, today, position))
        if described.default:
            found.extend(_suggested(value, described.default, today, None))
    return tuple(found)


def accept_suggestion(work: Work, suggestion: Suggestion, today: date) -> str:
    """Fills the gap with the confirmed value and notes the position it rests on; the value as shown."""
    value = work.get(FieldValue, suggestion.field_id)
    text = fill_field(work, suggestion.field_id, suggestion.typed, today)
    if suggestion.position_id is not None:
        work.change(work.get(FieldValue, value.id), position_id=suggestion.position_id)
        rest(work, EvidenceOf.FIELD, value.id, EvidenceFrom.POSITION, suggestion.position_id)
    if suggestion.fact_id is not None:
        rest(work, EvidenceOf.FIELD, value.id, EvidenceFrom.FACT, suggestion.fact_id)
    return text


def positions_for(work: Work, shelf: Shelf, outline: Outline, clause_key: str) -> tuple[Position, ...]:
    """The positions of the project a clause rests on, or else those on one of its topics."""
    resting = {
        one.source_id
        for unit in outline.clause_units(clause_key)
        for one in work.all(Evidence, of=EvidenceOf.UNIT, of_id=unit.id, source=EvidenceFrom.POSITION)
    }
    everything = work.all(Position, project_id=outline.agreement.project_id)
    found = tuple(position for position in everything if position.id in resting)
    clause = shelf.clauses.get(clause_key)
    if found or clause is None:
        return found
    return tuple(position for position in everything if position.topic_key in clause.topics)


def _described(shelf: Shelf, clause_key: str, key: str) -> ClauseField | None:
    clause = shelf.clauses.get(clause_key)
    return None if clause is None else clause.fields.get(key.removeprefix(f"{clause_key}."))


def _part_of(position: Position, part: FromPosition) -> str:
    if part is FromPosition.TARGET_DATE:
        return "" if position.target_date is None else position.target_date.isoformat()
    return str(getattr(position, part.value))


def _counts_something_else(value: FieldValue, typed: str) -> bool:
    """A position's bare number may count anything: „412“ jobs are no euro and no per cent."""
    return value.kind in {FieldKind.EURO, FieldKind.PERCENT} and _BARE.fullmatch(typed) is not None


def _from_facts(value: FieldValue, clause_key: str, facts: tuple[PlantFact, ...], today: date) -> Iterator[Suggestion]:
    """A fact about the plant or its tariff agreement that has the field's own name."""
    name = value.key.rpartition(".")[2]
    named = {name, f"{_FACT_GROUPS.get(clause_key, '')}{name}"}
    for fact in facts:
        if fact.key in named:
            for text in _readable(value, fact.value, today):
                source = " · ".join(part for part in ("Angabe zum Betrieb", fact.source) if part)
                yield Suggestion(value.id, value.label, fact.value, text, None, source, fact.id)


def _suggested(value: FieldValue, typed: str, today: date, position: Position | None) -> Iterator[Suggestion]:
    source = f"Position „{position.title}“" if position is not None else "Vorgabe des Bausteins"
    for text in _readable(value, typed, today):
        yield Suggestion(value.id, value.label, typed, text, position.id if position is not None else None, source)


def _readable(value: FieldValue, typed: str, today: date) -> Iterator[str]:
    """The value as shown, if the field takes it: a wish in words does not fill an amount."""
    if not typed.strip():
        return
    try:
        stored = read_value(value, typed, today)
    except InputRefused:
        return
    yield shown(replace(value, value=stored))

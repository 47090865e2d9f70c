"""Writing a clause into an agreement: its §, its Absätze with Nummern and Buchstaben, its fields."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from tws_desktop.domain.agreement_types import AgreementType, Slot
from tws_desktop.domain.agreements import Evidence, EvidenceOf, FieldValue, Rung, Unit, UnitKind
from tws_desktop.domain.clauses import Absatz, Clause, Variant
from tws_desktop.services.agreements.outline import Outline, as_option, clause_place
from tws_desktop.services.agreements.ranks import ranks_between
from tws_desktop.services.agreements.runs import field_key, fields_in, runs_of
from tws_desktop.services.ports import Work


@dataclass(frozen=True, slots=True)
class Wording:
    """A clause in one of its variants."""

    clause: Clause
    variant: Variant

    def asked_for(self) -> list[tuple[int, Absatz]]:
        """The Absätze that stand there without being chosen, with their number in the variant."""
        return [(number, one) for number, one in enumerate(self.variant.absaetze, start=1) if not one.optional]


def word_mark(unit_id: UUID) -> str:
    """The bookmark by which a unit is found again in a Word file."""
    return f"tws_{unit_id.hex[:16]}"


def section_for(work: Work, outline: Outline, part_id: UUID, slot: Slot, order: Sequence[str]) -> Unit:
    """The § of a slot: the one there is, or a new one at its place in the type's order."""
    top = outline.top(part_id)
    for unit in top:
        if unit.slot == slot.key and unit.kind is not UnitKind.ANNEX:
            return unit
    known = {key: number for number, key in enumerate(order)}
    earlier = [
        number
        for number, unit in enumerate(top)
        if unit.kind is not UnitKind.ANNEX and known.get(unit.slot, -1) < known[slot.key] and unit.slot in known
    ]
    place = earlier[-1] + 1 if earlier else 0
    kind = UnitKind.PREAMBLE if slot.preamble else UnitKind.SECTION
    [rank] = ranks_between(work, top, place, 1)
    new = uuid4()
    return work.add(Unit(new, part_id, kind, rank, title=slot.title, slot=slot.key, word_mark=word_mark(new)))


def place_in_section(absaetze: Sequence[Unit], clause_key: str, order: Sequence[str]) -> int:
    """Before which Absatz of its § a clause goes, by the slot's order; own text stays with what it follows."""
    known = {key: number for number, key in enumerate(order)}
    mine = known.get(clause_key, len(known))
    place = 0
    for number, unit in enumerate(absaetze, start=1):
        if not unit.clause_key:
            place = number if place == number - 1 else place
        elif known.get(unit.clause_key, len(known)) <= mine:
            place = number
    return place


def write_absaetze(
    work: Work, outline: Outline, section: Unit, wording: Wording, old: Sequence[Unit] = (), place: int = 0
) -> tuple[Unit, ...]:
    """The variant's Absätze in their §, new ones before `place`.

    Units in `old` are used again, so that what rests on them stays.
    """
    wanted = wording.asked_for()
    written: list[Unit] = []
    for unit, (number, one) in zip(old, wanted, strict=False):
        for child in outline.children(unit):
            remove_unit(work, outline, child)
        written.append(work.change(unit, **_values(wording, one, number), own_text=False))
        _write_items(work, written[-1], wording.clause, one)
    missing = wanted[len(written) :]
    if missing:
        ranks = _ranks_behind(work, outline, section, written, place, len(missing))
        written.extend(
            add_absatz(work, section, wording, numbered, rank) for rank, numbered in zip(ranks, missing, strict=True)
        )
    for unit in old[len(wanted) :]:
        hand_on(work, unit, written[-1])
        remove_unit(work, outline, unit)
    return tuple(written)


def _ranks_behind(
    work: Work, outline: Outline, section: Unit, written: Sequence[Unit], place: int, count: int
) -> list[int]:
    siblings = outline.children(section)
    if written:
        last = written[-1].id
        place = next(number for number, unit in enumerate(siblings, start=1) if unit.id == last)
    return ranks_between(work, siblings, place, count)


def add_absatz(work: Work, section: Unit, wording: Wording, numbered: tuple[int, Absatz], rank: int) -> Unit:
    """A new Absatz of a clause, with its Nummern and Buchstaben; `numbered` is the Absatz with its number."""
    number, absatz = numbered
    new = uuid4()
    unit = work.add(
        Unit(
            new,
            section.part_id,
            UnitKind.ABSATZ,
            rank,
            parent_id=section.id,
            word_mark=word_mark(new),
            **_values(wording, absatz, number),
        )
    )
    _write_items(work, unit, wording.clause, absatz)
    return unit


def _values(wording: Wording, absatz: Absatz, number: int) -> dict[str, Any]:
    clause = wording.clause
    return {
        "text": runs_of(clause, absatz.text),
        "clause_key": clause.key,
        "clause_version": clause.version,
        "variant": str(wording.variant.id),
        "option": as_option(number),
        "right": str(clause.right_of(absatz)),
        "norms": tuple(dict.fromkeys(str(basis) for basis in clause.bases)),
    }


def _write_items(work: Work, absatz: Unit, clause: Clause, source: Absatz) -> None:
    for number, nummer in enumerate(source.nummern, start=1):
        unit = _add_item(work, absatz, clause, UnitKind.NUMMER, nummer.text, number)
        for letter, buchstabe in enumerate(nummer.buchstaben, start=1):
            _add_item(work, unit, clause, UnitKind.BUCHSTABE, buchstabe.text, letter)


def _add_item(work: Work, parent: Unit, clause: Clause, kind: UnitKind, text: str, number: int) -> Unit:
    new = uuid4()
    return work.add(
        Unit(
            new,
            parent.part_id,
            kind,
            1024 * number,
            parent_id=parent.id,
            text=runs_of(clause, text),
            clause_key=clause.key,
            clause_version=parent.clause_version,
            variant=parent.variant,
            right=parent.right,
            word_mark=word_mark(new),
        )
    )


def write_fields(work: Work, agreement_id: UUID, clause: Clause, units: Sequence[Unit]) -> None:
    """The fields that the clause's texts name; filled ones keep their value."""
    there = {value.key for value in work.all(FieldValue, agreement_id=agreement_id)}
    first = units[0].id if units else None
    for name, described in clause.fields.items():
        key = field_key(clause, name)
        if key in there:
            continue
        work.add(
            FieldValue(
                uuid4(),
                agreement_id,
                key,
                str(described.kind),
                described.label,
                unit_id=None if described.shared else first,
                options=described.options,
                ask=described.ask,
                unit=described.unit,
                required=described.required,
            )
        )


def remove_unit(work: Work, outline: Outline, unit: Unit) -> None:
    """Remove a unit with everything below it, what it rests on and its rungs; fields let go of it."""
    for child in outline.children(unit):
        remove_unit(work, outline, child)
    for evidence in work.all(Evidence, of=EvidenceOf.UNIT, of_id=unit.id):
        work.remove(evidence)
    for rung in work.all(Rung, unit_id=unit.id):
        work.remove(rung)
    for value in work.all(FieldValue, unit_id=unit.id):
        work.change(value, unit_id=None)
    work.remove(work.get(Unit, unit.id))


def hand_on(work: Work, old: Unit, new: Unit) -> None:
    """What rests on one unit rests on another from now on."""
    there = {(one.source, one.source_id) for one in work.all(Evidence, of=EvidenceOf.UNIT, of_id=new.id)}
    for evidence in work.all(Evidence, of=EvidenceOf.UNIT, of_id=old.id):
        if (evidence.source, evidence.source_id) not in there:
            work.change(evidence, of_id=new.id)
    for rung in work.all(Rung, unit_id=old.id):
        work.change(rung, unit_id=new.id)
    for value in work.all(FieldValue, unit_id=old.id):
        work.change(value, unit_id=new.id)


def drop_unused_fields(work: Work, outline: Outline, keys: frozenset[str]) -> None:
    """Remove those of `keys` that no text names any more; `outline` is the agreement after the change."""
    used = {key for unit in outline.all_units() for key in fields_in(unit.text)}
    for key in keys - used:
        value = outline.fields.get(key)
        if value is not None:
            for evidence in work.all(Evidence, of=EvidenceOf.FIELD, of_id=value.id):
                work.remove(evidence)
            work.remove(value)


def slot_order(type_: AgreementType) -> tuple[str, ...]:
    """The keys of all slots in the order of the type."""
    return tuple(slot.key for slot in type_.slots())


def by_place(units: Sequence[Unit]) -> dict[int, Unit]:
    """The Absätze of a clause by their number in the clause."""
    return {clause_place(unit): unit for unit in units}

"""Clauses in an agreement: insert, choose another variant, take out, options. Never done without being asked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from tws_desktop.domain.agreements import EvidenceFrom, EvidenceOf, Unit, UnitKind
from tws_desktop.domain.clauses import VARIANT_NAMES, Absatz, Clause, Variant, VariantId
from tws_desktop.domain.errors import Refused
from tws_desktop.domain.keeping import in_agreement
from tws_desktop.services.agreements.clause_units import (
    Wording,
    add_absatz,
    by_place,
    drop_unused_fields,
    hand_on,
    place_in_section,
    remove_unit,
    section_for,
    slot_order,
    write_absaetze,
    write_fields,
)
from tws_desktop.services.agreements.outline import (
    Outline,
    as_option,
    chosen_sentences,
    clause_place,
    outline_of_unit,
    read_outline,
)
from tws_desktop.services.agreements.ranks import ranks_between
from tws_desktop.services.agreements.runs import field_key, fields_in, runs_of, with_sentence, without_sentence
from tws_desktop.services.agreements.shelf import Shelf, agreement_type, clause_of, slot_for, variant_id
from tws_desktop.services.boards.evidence import rest
from tws_desktop.services.ports import Work


class ClauseRefused(Refused):
    """A clause cannot be put in, changed or taken out this way."""


class OwnTextRefused(ClauseRefused):
    """The step would overwrite text that people have written; ask, then call again with `discard_edits`."""


@dataclass(frozen=True, slots=True)
class Rest:
    """One thing a unit rests on."""

    source: EvidenceFrom
    source_id: UUID
    note: str = ""


def insert_clause(
    work: Work,
    shelf: Shelf,
    agreement_id: UUID,
    clause_key: str,
    variant: str | None = None,
    *,
    slot: str | None = None,
    evidence: Iterable[Rest] = (),
) -> tuple[Unit, ...]:
    """Puts a clause into its § (made if missing) and notes what it rests on; its Absätze.

    Without `variant` the type's own choice. Fields stay open; values are proposed by `suggestions`.
    """
    outline = read_outline(work, agreement_id)
    clause = clause_of(shelf, clause_key)
    if outline.clause_units(clause_key):
        raise ClauseRefused(
            f"„{clause.title}“ steht schon in der Vereinbarung. Bitte dort die Fassung wechseln oder den Text ändern."
        )
    type_ = agreement_type(shelf, outline.agreement.type_key)
    chosen = clause.variant(variant_id(clause, variant) if variant else type_.variant_for(clause_key))
    part_place, found = slot_for(type_, clause, slot)
    work.action(f"Baustein eingefügt: {clause.title}", in_agreement(agreement_id))
    section = section_for(work, outline, outline.parts[part_place].id, found, slot_order(type_))
    place = place_in_section(outline.children(section), clause_key, found.clauses)
    units = write_absaetze(work, outline, section, Wording(clause, chosen), (), place)
    write_fields(work, agreement_id, clause, units)
    _drop_unnamed_fields(work, agreement_id, outline)
    rest_on(work, units[0].id, evidence)
    return units


def _drop_unnamed_fields(work: Work, agreement_id: UUID, before: Outline) -> None:
    """Fields of the clause's other variants and of options not chosen come when they are needed, not before."""
    after = read_outline(work, agreement_id)
    keys = frozenset(after.fields) - frozenset(before.fields)
    drop_unused_fields(work, after, keys)


def rest_on(work: Work, unit_id: UUID, evidence: Iterable[Rest]) -> None:
    """Notes what a unit rests on, each thing once."""
    for one in evidence:
        rest(work, EvidenceOf.UNIT, unit_id, one.source, one.source_id, one.note)


def choose_variant(
    work: Work, shelf: Shelf, agreement_id: UUID, clause_key: str, variant: str, *, discard_edits: bool = False
) -> tuple[Unit, ...]:
    """Puts another variant in the clause's place; filled values, origin and ladder stay.

    Raises `OwnTextRefused` if people have changed the clause's text and `discard_edits` was not said.
    """
    outline = read_outline(work, agreement_id)
    clause = clause_of(shelf, clause_key)
    old = _present(outline, clause)
    chosen = clause.variant(variant_id(clause, variant))
    _refuse_edits(outline, clause, old, discard_edits)
    name = VARIANT_NAMES[chosen.id]
    work.action(f"Fassung gewählt: {clause.title}, {name}", in_agreement(agreement_id))
    section = outline.section_of(old[0])
    units = write_absaetze(work, outline, section, Wording(clause, chosen), old)
    write_fields(work, agreement_id, clause, units)
    after = read_outline(work, agreement_id)
    unfilled = frozenset(key for key, value in after.fields.items() if value.value is None)
    drop_unused_fields(work, after, unfilled & _own_keys(clause))
    return units


def _own_keys(clause: Clause) -> frozenset[str]:
    return frozenset(field_key(clause, name) for name in clause.fields)


def _present(outline: Outline, clause: Clause) -> tuple[Unit, ...]:
    found = outline.clause_units(clause.key)
    if not found:
        raise ClauseRefused(f"„{clause.title}“ steht nicht in der Vereinbarung. Bitte zuerst einfügen.")
    return found


def _refuse_edits(outline: Outline, clause: Clause, units: tuple[Unit, ...], discard: bool) -> None:
    edited = [unit for top in units for unit in outline.walk(top) if unit.own_text]
    if edited and not discard:
        raise OwnTextRefused(
            f"Der Text von „{clause.title}“ ist von Hand geändert. Beim Wechsel der Fassung ginge er verloren; "
            "bitte bestätigen oder abbrechen."
        )


def remove_clause(work: Work, shelf: Shelf, agreement_id: UUID, clause_key: str) -> None:
    """Takes a clause out; its § goes with it if nothing else stands there. Undo brings all of it back."""
    outline = read_outline(work, agreement_id)
    clause = clause_of(shelf, clause_key)
    units = _present(outline, clause)
    work.action(f"Baustein entfernt: {clause.title}", in_agreement(agreement_id))
    section = outline.section_of(units[0])
    used = frozenset(key for top in units for unit in outline.walk(top) for key in fields_in(unit.text))
    for unit in units:
        remove_unit(work, outline, unit)
    after = read_outline(work, agreement_id)
    drop_unused_fields(work, after, used | _own_keys(clause))
    if not after.children(section):
        remove_unit(work, after, after.units[section.id])


def options_of(shelf: Shelf, outline: Outline, clause_key: str) -> tuple[tuple[str, str, bool], ...]:
    """Id, label and whether chosen, of each optional Absatz and sentence of the clause's present variant."""
    units = outline.clause_units(clause_key)
    variant = _variant(shelf, units[0])
    present = by_place(units)
    found: list[tuple[str, str, bool]] = []
    for number, absatz in enumerate(variant.absaetze, start=1):
        unit = present.get(number)
        if absatz.optional:
            found.append((absatz.id, absatz.label, unit is not None))
        chosen = chosen_sentences(unit) if unit is not None else ()
        found.extend((sentence.id, sentence.label, sentence.id in chosen) for sentence in absatz.sentences)
    return tuple(found)


def _variant(shelf: Shelf, unit: Unit) -> Variant:
    clause = clause_of(shelf, unit.clause_key)
    return clause.variant(variant_id(clause, unit.variant))


def toggle_option(work: Work, shelf: Shelf, agreement_id: UUID, clause_key: str, option_id: str) -> None:
    """Puts an optional Absatz or sentence in, or takes it out; filled values stay."""
    outline = read_outline(work, agreement_id)
    clause = clause_of(shelf, clause_key)
    units = _present(outline, clause)
    variant = _variant(shelf, units[0])
    for number, absatz in enumerate(variant.absaetze, start=1):
        unit = by_place(units).get(number)
        label = next((one.label for one in absatz.sentences if one.id == option_id), "")
        if absatz.optional and absatz.id == option_id:
            work.action(f"Wahl geändert: {absatz.label}", in_agreement(agreement_id))
            _toggle_absatz(work, outline, clause, units, (number, absatz))
        elif label:
            if unit is None:
                raise ClauseRefused(f"Der Absatz zu „{label}“ fehlt. Bitte ihn zuerst einfügen.")
            work.action(f"Wahl geändert: {label}", in_agreement(agreement_id))
            _toggle_sentence(work, clause, unit, absatz, option_id)
        else:
            continue
        write_fields(work, agreement_id, clause, units)
        after = read_outline(work, agreement_id)
        unfilled = frozenset(key for key, value in after.fields.items() if value.value is None)
        drop_unused_fields(work, after, unfilled & _own_keys(clause))
        return
    raise ClauseRefused(f"„{clause.title}“ hat in dieser Fassung keine Wahl „{option_id}“. Bitte neu wählen.")


def _toggle_absatz(
    work: Work, outline: Outline, clause: Clause, units: tuple[Unit, ...], numbered: tuple[int, Absatz]
) -> None:
    number, absatz = numbered
    unit = by_place(units).get(number)
    if unit is not None:
        if unit.own_text:
            raise OwnTextRefused(
                f"Der Absatz „{absatz.label}“ ist von Hand geändert. Bitte ihn im Text löschen, wenn er weg soll."
            )
        neighbours = [other for other in units if other.id != unit.id]
        if neighbours:
            hand_on(work, unit, neighbours[0])
        remove_unit(work, outline, unit)
        return
    section = outline.section_of(units[0])
    siblings = outline.children(section)
    before = [other for other in units if clause_place(other) < number]
    anchor, shift = (before[-1], 1) if before else (units[0], 0)
    place = next(at for at, one in enumerate(siblings) if one.id == anchor.id) + shift
    [rank] = ranks_between(work, siblings, place, 1)
    variant = clause.variant(VariantId(units[0].variant))
    add_absatz(work, section, Wording(clause, variant), numbered, rank)


def _toggle_sentence(work: Work, clause: Clause, unit: Unit, absatz: Absatz, option_id: str) -> None:
    sentence = next(one for one in absatz.sentences if one.id == option_id)
    runs = runs_of(clause, sentence.text)
    chosen = chosen_sentences(unit)
    if option_id not in chosen:
        option = as_option(clause_place(unit), (*chosen, option_id))
        work.change(unit, text=with_sentence(unit.text, runs), option=option)
        return
    left = without_sentence(unit.text, runs)
    if left is None:
        raise OwnTextRefused(
            f"Der Satz „{sentence.label}“ ist von Hand geändert. Bitte ihn im Text löschen, wenn er weg soll."
        )
    kept = tuple(one for one in chosen if one != option_id)
    work.change(unit, text=left, option=as_option(clause_place(unit), kept))


def clause_at(work: Work, unit_id: UUID) -> str:
    """The key of the clause a unit belongs to, empty for own text."""
    outline, unit = outline_of_unit(work, unit_id)
    absatz = outline.absatz_of(unit)
    return absatz.clause_key if absatz is not None and absatz.kind is UnitKind.ABSATZ else ""

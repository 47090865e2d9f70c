"""Warnings of § 77 Abs. 3 BetrVG for what people type into an agreement: free text and values of fields."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from tws_desktop.domain.agreement_types import LegalSource
from tws_desktop.domain.agreements import Unit, UnitKind
from tws_desktop.domain.clause_fields import FieldKind
from tws_desktop.domain.tariff_reservation import touches_tariff
from tws_desktop.services.agreements.annexes import TARIFF
from tws_desktop.services.agreements.outline import Outline, read_outline
from tws_desktop.services.agreements.runs import fields_in
from tws_desktop.services.agreements.values import printed
from tws_desktop.services.ports import Work

OPENING_CLAUSE = "GEN-05"
_BOUND = frozenset({LegalSource.BV, LegalSource.INTENT, LegalSource.INTERESSENAUSGLEICH})


@dataclass(frozen=True, slots=True)
class TariffWarning:
    """Words of a unit that belong into a tariff agreement, with the sentence to show."""

    unit_id: UUID
    found: str
    sentence: str


def tariff_warnings(work: Work, agreement_id: UUID) -> tuple[TariffWarning, ...]:
    """The warnings of an agreement in reading order.

    A Sozialplan is free (§ 112 Abs. 1 Satz 4), so is a tariff part; the annex that only quotes the tariff
    agreement is no rule.
    """
    return tuple(warnings_of(read_outline(work, agreement_id)))


def warnings_of(outline: Outline) -> Iterator[TariffWarning]:
    """The same for an outline that is already read."""
    bound = {part.id for part in outline.parts if part.legal_source in _BOUND}
    opening = opening_of(outline)
    for unit in outline.shown():
        section = outline.section_of(unit)
        quoted = section.kind is UnitKind.ANNEX and section.slot == TARIFF
        if unit.part_id not in bound or quoted:
            continue
        for found, sentence in _found(outline, unit, opening or _norm_of(outline, unit)):
            yield TariffWarning(unit.id, found, sentence)


def opening_of(outline: Outline) -> str:
    """The place of the Öffnungsklausel the agreement itself names, empty if it names none."""
    for unit in outline.clause_units(OPENING_CLAUSE):
        if unit.variant == "max" and (named := _norm_of(outline, unit)):
            return named
    return ""


def _norm_of(outline: Outline, unit: Unit) -> str:
    """The place in a tariff agreement that the unit's clause names."""
    texts = [unit.text, *(one.text for one in outline.clause_units(unit.clause_key) if unit.clause_key)]
    for key in dict.fromkeys(key for text in texts for key in fields_in(text)):
        value = outline.fields.get(key)
        if value is not None and value.kind == FieldKind.NORM and value.value:
            return printed(value)
    return ""


def _found(outline: Outline, unit: Unit, opening: str) -> list[tuple[str, str]]:
    whole = [(one.found, one.sentence) for one in touches_tariff(_text(outline, unit, filled=True), opening)]
    if unit.own_text:
        return whole
    without_values = {one.found for one in touches_tariff(_text(outline, unit, filled=False), opening)}
    return [one for one in whole if one[0] not in without_values]


def _text(outline: Outline, unit: Unit, *, filled: bool) -> str:
    words: list[str] = []
    for run in unit.text:
        if isinstance(run, str):
            words.append(run)
        elif filled and (value := outline.fields.get(run.get("field", ""))) is not None:
            words.append(printed(value))
    return "".join(words)

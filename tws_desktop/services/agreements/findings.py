"""What is still open or contradicts itself in an agreement; formal rules only, no legal check (D-CHECK)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from uuid import UUID

from tws_desktop.domain.agreement_types import AnnexKind, AnnexSlot, LegalSource
from tws_desktop.domain.agreements import Party, Unit, UnitKind
from tws_desktop.domain.clauses import Clause, VariantId
from tws_desktop.domain.confidentiality import Audience
from tws_desktop.domain.positions import Trade
from tws_desktop.services.agreements.annex_editing import annex_rows
from tws_desktop.services.agreements.annexes import AnnexContent, read_annexes, shown_annexes
from tws_desktop.services.agreements.fields import gaps_of
from tws_desktop.services.agreements.origin import section_numbers
from tws_desktop.services.agreements.outline import Outline, read_outline
from tws_desktop.services.agreements.runs import annexes_in, clauses_in
from tws_desktop.services.agreements.shelf import Shelf, agreement_type
from tws_desktop.services.agreements.tariff_warning import opening_of, warnings_of
from tws_desktop.services.agreements.text_spans import target_of
from tws_desktop.services.ports import Work

_NO_PLAN = "Noch leer. Bitte im Workshop die Maßnahmen, die beide Seiten vereinbaren, für den Arbeitgeber freigeben."


class Severity(StrEnum):
    """How much a finding weighs."""

    FAULT = "fault"
    WARNING = "warning"
    OPEN = "open"
    NOTE = "note"

    @property
    def german(self) -> str:
        """The name people read."""
        return {"fault": "Fehler", "warning": "Warnung", "open": "Lücke", "note": "Hinweis"}[self.value]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend: where (None: the whole agreement), and one sentence with the mend."""

    severity: Severity
    unit_id: UUID | None
    place: str
    sentence: str


def findings(work: Work, shelf: Shelf, agreement_id: UUID) -> tuple[Finding, ...]:
    """All findings in the order of the document, those of the whole agreement first.

    No finding says only that the stored formal rules are met, not that the agreement is valid.
    """
    outline = read_outline(work, agreement_id)
    found = [
        *_contradictions(shelf, outline),
        *_dates(outline),
        *_trades(work, outline),
        *_tariff(shelf, outline),
        *_references(work, shelf, outline),
        *_rubrum(work, outline),
        *_gaps(outline),
        *_empty(outline),
        *_unmarked(outline),
        *_newer(shelf, outline),
    ]
    numbers = {outline.units[key].title: number for key, number in section_numbers(outline).items()}
    found = [replace(one, place=f"{numbers.get(one.place, '')} {one.place}".strip()) for one in found]
    order = {unit.id: number for number, unit in enumerate(outline.all_units(), start=1)}
    weight = list(Severity)
    return tuple(
        sorted(found, key=lambda one: (order.get(one.unit_id, 0) if one.unit_id else 0, weight.index(one.severity)))
    )


def _at(outline: Outline, unit: Unit | None) -> str:
    if unit is None:
        return ""
    return outline.section_of(unit).title


def _finding(outline: Outline, severity: Severity, unit: Unit | None, sentence: str) -> Finding:
    return Finding(severity, unit.id if unit is not None else None, _at(outline, unit), sentence)


def _gaps(outline: Outline) -> Iterator[Finding]:
    for gap in gaps_of(outline):
        unit = outline.units[gap.unit_id]
        yield _finding(outline, Severity.OPEN, unit, f"Offen: {gap.label}. {gap.ask or 'Bitte ausfüllen.'}")


def _annexes(outline: Outline, shown: Iterable[AnnexSlot], content: AnnexContent) -> Iterator[Finding]:
    for slot in shown:
        place = f"Anlage {slot.title}"
        if slot.kind is AnnexKind.TABLE and not annex_rows(outline, slot.key):
            yield Finding(Severity.OPEN, None, place, "Die Anlage ist noch leer. Bitte ausfüllen.")
        elif slot.kind is AnnexKind.MEASURES and not content.measures:
            yield Finding(Severity.OPEN, None, place, _NO_PLAN)


def _references(work: Work, shelf: Shelf, outline: Outline) -> Iterator[Finding]:
    content = read_annexes(work, outline, Audience.GREMIUM)
    type_ = agreement_type(shelf, outline.agreement.type_key)
    shown = shown_annexes(type_, outline, content)
    annexes = {slot.key for slot in shown}
    yield from _annexes(outline, shown, content)
    for unit in outline.shown():
        for key, absatz in clauses_in(unit.text):
            if target_of(outline, key, absatz) is None:
                named = shelf.clauses[key].title if key in shelf.clauses else key
                sentence = f"Der Verweis auf „{named}“ geht ins Leere. Bitte Baustein einfügen oder Satz ändern."
                yield _finding(outline, Severity.FAULT, unit, sentence)
        for key in annexes_in(unit.text):
            if key not in annexes:
                sentence = f"Die Anlage „{key}“ gibt es hier nicht. Bitte den Verweis entfernen."
                yield _finding(outline, Severity.FAULT, unit, sentence)
        for run in unit.text:
            if isinstance(run, dict) and "ref" in run and UUID(run["ref"]) not in outline.units:
                sentence = "Der Verweis geht ins Leere. Bitte neu setzen oder entfernen."
                yield _finding(outline, Severity.FAULT, unit, sentence)


def _rubrum(work: Work, outline: Outline) -> Iterator[Finding]:
    for party in work.all(Party, part_id=tuple(part.id for part in outline.parts)):
        if not party.legal_name:
            yield Finding(Severity.OPEN, None, "Rubrum", "Eine Partei hat keinen Namen. Bitte eintragen.")
        elif not party.represented_by:
            sentence = f"Wer vertritt „{party.legal_name}“? Bitte die Vertretung eintragen."
            yield Finding(Severity.OPEN, None, "Rubrum", sentence)


def _tariff(shelf: Shelf, outline: Outline) -> Iterator[Finding]:
    for warning in warnings_of(outline):
        yield _finding(outline, Severity.WARNING, outline.units[warning.unit_id], warning.sentence)
    bound = {part.id for part in outline.parts if part.legal_source == LegalSource.BV}
    for key in outline.clause_keys():
        clause, unit = shelf.clauses.get(key), outline.clause_units(key)[0]
        if clause is None or not clause.tariff_reserved or unit.part_id not in bound or opening_of(outline):
            continue
        sentence = (
            f"„{clause.title}“ berührt Fragen, die der Tarifvertrag regelt (§\u00a077 Abs.\u00a03 BetrVG). "
            "Bitte mit der IG Metall klären und die Öffnungsklausel benennen."
        )
        yield _finding(outline, Severity.WARNING, unit, sentence)


def _contradictions(shelf: Shelf, outline: Outline) -> Iterator[Finding]:
    present = {key: outline.clause_units(key)[0] for key in outline.clause_keys()}
    for key, unit in present.items():
        clause = shelf.clauses.get(key)
        if clause is None:
            continue
        for needed in clause.needs:
            if needed not in present and needed in shelf.clauses:
                title = shelf.clauses[needed].title
                sentence = f"„{clause.title}“ braucht „{title}“ ({needed}). Bitte diesen Baustein einfügen."
                yield _finding(outline, Severity.WARNING, unit, sentence)
        for other in _excluded(clause, unit.variant):
            other_key, _, variant = other.partition(":")
            against = present.get(other_key)
            if against is not None and variant in {"", against.variant}:
                named = shelf.clauses[other_key].title if other_key in shelf.clauses else other_key
                sentence = f"„{clause.title}“ widerspricht „{named}“ in dieser Fassung. Bitte eine davon wechseln."
                yield _finding(outline, Severity.FAULT, unit, sentence)


def _excluded(clause: Clause, variant: str) -> Iterable[str]:
    own = clause.variant(VariantId(variant)).excludes if variant in set(VariantId) else ()
    return (*clause.excludes, *own)


def _dates(outline: Outline) -> Iterator[Finding]:
    begins, ends = outline.fields.get("datum_inkraft"), outline.fields.get("datum_ende")
    if begins is None or ends is None or not begins.value or not ends.value:
        return
    if str(ends.value) <= str(begins.value):
        unit = next(iter(outline.clause_units("SCH-01")), None)
        sentence = "Die Vereinbarung endet vor ihrem Beginn. Bitte eines der beiden Daten ändern."
        yield _finding(outline, Severity.FAULT, unit, sentence)


def _trades(work: Work, outline: Outline) -> Iterator[Finding]:
    """Both sides of give and take have an end date."""
    for trade in work.all(Trade, project_id=outline.agreement.project_id):
        for side, text, until in (
            ("Die Gegenleistung", trade.gives, trade.gives_until),
            ("Die Zusage", trade.gets, trade.gets_until),
        ):
            if text.strip() and until is None:
                sentence = f"{side} „{text.strip()}“ hat kein Ende. Bitte im Geben und Nehmen ein Datum eintragen."
                yield _finding(outline, Severity.WARNING, None, sentence)


def _empty(outline: Outline) -> Iterator[Finding]:
    for unit in outline.shown():
        blank = not "".join(run if isinstance(run, str) else "x" for run in unit.text).strip()
        if unit.parent_id is not None and blank and not outline.children(unit):
            yield _finding(
                outline, Severity.FAULT, unit, "Hier steht nichts. Bitte Text eintragen oder die Stelle löschen."
            )
        if unit.kind is UnitKind.SECTION and not outline.children(unit):
            sentence = "Der Paragraf ist leer. Bitte einen Absatz schreiben oder den Paragrafen löschen."
            yield _finding(outline, Severity.FAULT, unit, sentence)


def _unmarked(outline: Outline) -> Iterator[Finding]:
    """Own paragraphs stand in no list of the clause on what goes on after the end (§ 77 Abs. 6 BetrVG)."""
    if not outline.clause_units("SCH-03"):
        return
    for section in outline.sections():
        unmarked = next((unit for unit in outline.children(section) if not unit.right), None)
        if section.kind is UnitKind.SECTION and unmarked is not None:
            sentence = (
                "Eigener Text hat kein Kennzeichen des Rechts, darum nennt ihn die Nachwirkung nicht. "
                "Bitte den Absatz anklicken und sein Recht wählen."
            )
            yield _finding(outline, Severity.NOTE, unmarked, sentence)


def _newer(shelf: Shelf, outline: Outline) -> Iterator[Finding]:
    for key in outline.clause_keys():
        clause, unit = shelf.clauses.get(key), outline.clause_units(key)[0]
        if clause is not None and clause.version > unit.clause_version:
            sentence = f"Für „{clause.title}“ ist eine neue Fassung vorhanden. Bitte vergleichen."
            yield _finding(outline, Severity.NOTE, unit, sentence)

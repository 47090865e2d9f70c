"""Runs of a unit as spans of a paper: gaps, values, references, computed lists of §§."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from uuid import UUID

from tws_desktop.documents.blocks import Filled, Gap, Ref, RefForm, Span, Spans, Text
from tws_desktop.domain.agreements import Unit, UnitKind
from tws_desktop.domain.clause_fields import FieldKind
from tws_desktop.domain.clauses import Clause
from tws_desktop.services.agreements.outline import Outline, clause_place
from tws_desktop.services.agreements.runs import Run
from tws_desktop.services.agreements.values import printed


def annex_mark(key: str) -> str:
    """The mark of an annex in a paper."""
    return f"anlage_{key}"


def target_of(outline: Outline, clause_key: str, absatz: int | None) -> Unit | None:
    """The § (or, with `absatz`, the Absatz) a reference to a clause leads to, None if it is not in the text."""
    units = [unit for unit in outline.clause_units(clause_key) if not outline.hidden(unit)]
    if not units:
        return None
    if absatz is None:
        return outline.section_of(units[0])
    return next((unit for unit in units if clause_place(unit) == absatz), None)


class SpanWriter:
    """Turns runs into spans for one agreement."""

    def __init__(self, outline: Outline, clauses: Mapping[str, Clause], annexes: frozenset[str]) -> None:
        self._outline = outline
        self._clauses = clauses
        self._annexes = annexes

    def spans(self, unit: Unit) -> Spans:
        """The unit's text as spans."""
        return tuple(span for run in unit.text for span in self._span(run))

    def _span(self, run: Run) -> Iterator[Span]:
        match run:
            case str(text):
                yield Text(text)
            case {"field": str(key)}:
                yield from self._field(key)
            case {"clause": str(key)}:
                yield self._clause(key, run.get("absatz"))
            case {"annex": str(key)}:
                known = key in self._annexes
                yield Ref(annex_mark(key), RefForm.ANNEX) if known else Gap(f"Anlage fehlt: {key}")
            case {"ref": str(unit_id)}:
                unit = self._outline.units.get(UUID(unit_id))
                yield Gap("Verweis: Ziel fehlt") if unit is None else Ref(unit.word_mark)

    def _field(self, key: str) -> Iterator[Span]:
        value = self._outline.fields.get(key)
        if value is None:
            yield Gap(f"Feld fehlt: {key}")
        elif value.kind == FieldKind.SECTIONS_BY_RIGHT:
            yield from self._listed(self._outline.counted(value.options))
        elif value.value is None:
            yield Gap(value.label)
        else:
            yield Filled(printed(value))

    def _listed(self, units: tuple[Unit, ...]) -> Iterator[Span]:
        for number, unit in enumerate(units):
            if number:
                yield Text(" und " if number == len(units) - 1 else ", ")
            form = RefForm.SECTION if unit.kind is UnitKind.SECTION else RefForm.ABSATZ
            yield Ref(unit.word_mark, form)

    def _clause(self, key: str, absatz: int | None) -> Span:
        target = target_of(self._outline, key, absatz)
        if target is None:
            clause = self._clauses.get(key)
            return Gap(f"Verweis: {clause.title if clause is not None else key}")
        if target.kind is UnitKind.ABSATZ and self._outline.section_of(target).kind is UnitKind.PREAMBLE:
            target = self._outline.section_of(target)
        if target.parent_id is None:
            return Ref(target.word_mark, RefForm.SECTION)
        return Ref(target.word_mark, RefForm.ABSATZ)

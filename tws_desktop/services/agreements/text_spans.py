"""Runs of a unit as spans of a paper: gaps, values, references, computed lists of §§."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
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
                yield from self._clause(key, run.get("absatz"))
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
        """§ 4, § 5 sowie § 8 Abs. 1 und 2."""
        groups: dict[UUID, list[Unit]] = {}
        for unit in units:
            groups.setdefault(self._outline.section_of(unit).id, []).append(unit)
        for number, group in enumerate(groups.values()):
            if number:
                last = number == len(groups) - 1
                yield Text((" sowie " if len(group) > 1 else " und ") if last else ", ")
            yield from self._absaetze(group)

    def _absaetze(self, units: Sequence[Unit]) -> Iterator[Span]:
        """A §, one Absatz of it, or several: „§ 8 Abs. 1 und 2“, „§ 8 Abs. 1 bis 3“."""
        first = units[0]
        yield Ref(first.word_mark, RefForm.SECTION if first.parent_id is None else RefForm.ABSATZ)
        numbers = [self._number(unit) for unit in units]
        if len(units) > 2 and numbers == list(range(numbers[0], numbers[-1] + 1)):
            yield Text(f" bis\u00a0{numbers[-1]}")
        elif len(units) > 1:
            middle = "".join(f", {number}" for number in numbers[1:-1])
            yield Text(f"{middle} und\u00a0{numbers[-1]}")

    def _number(self, absatz: Unit) -> int:
        """The number of an Absatz in its § as it is printed."""
        if absatz.parent_id is None:
            return 0
        siblings = self._outline.children(self._outline.units[absatz.parent_id])
        shown = [unit.id for unit in siblings if not self._outline.hidden(unit)]
        return shown.index(absatz.id) + 1

    def _clause(self, key: str, absatz: int | None) -> Iterator[Span]:
        """A clause that shares its § with others is cited by its Absätze, else by the §."""
        target = target_of(self._outline, key, absatz)
        if target is None:
            clause = self._clauses.get(key)
            yield Gap(f"Verweis: {clause.title if clause is not None else key}")
            return
        section = self._outline.section_of(target)
        if section.kind is UnitKind.PREAMBLE:
            yield Ref(section.word_mark, RefForm.SECTION)
        elif target.parent_id is not None:
            yield from self._absaetze((target,))
        elif any(unit.clause_key != key for unit in self._outline.children(section)):
            yield from self._absaetze(
                [unit for unit in self._outline.clause_units(key) if not self._outline.hidden(unit)]
            )
        else:
            yield from self._absaetze((section,))

"""An agreement read at once: parts, units as a tree in reading order, fields by key."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from uuid import UUID

from tws_desktop.domain.agreements import Agreement, FieldValue, Part, Unit, UnitKind
from tws_desktop.domain.clause_fields import FieldKind
from tws_desktop.services.agreements.runs import fields_in
from tws_desktop.services.ports import Work


@dataclass(frozen=True, slots=True)
class Outline:
    """The whole agreement as it stands."""

    agreement: Agreement
    parts: tuple[Part, ...]
    fields: dict[str, FieldValue]
    units: dict[UUID, Unit]
    _below: dict[tuple[UUID, UUID | None], list[Unit]] = field(repr=False)
    _of_clause: dict[str, list[Unit]] = field(default_factory=dict, repr=False)
    _counted: dict[tuple[str, ...], tuple[Unit, ...]] = field(default_factory=dict, repr=False)
    _shown: list[Unit] = field(default_factory=list, repr=False)

    def __post_init__(self) -> None:
        """Puts the Absätze of each clause together, in reading order."""
        for unit in self.all_units():
            if unit.clause_key and unit.kind is UnitKind.ABSATZ:
                self._of_clause.setdefault(unit.clause_key, []).append(unit)

    def top(self, part_id: UUID) -> tuple[Unit, ...]:
        """Preamble, §§ and annexes of a part in order."""
        return tuple(self._below.get((part_id, None), ()))

    def sections(self) -> Iterator[Unit]:
        """Preamble, §§ and annexes of all parts in order."""
        for part in self.parts:
            yield from self.top(part.id)

    def children(self, unit: Unit) -> tuple[Unit, ...]:
        """The units directly below, in order."""
        return tuple(self._below.get((unit.part_id, unit.id), ()))

    def walk(self, unit: Unit) -> Iterator[Unit]:
        """The unit and everything below it, in reading order."""
        yield unit
        for child in self.children(unit):
            yield from self.walk(child)

    def all_units(self) -> Iterator[Unit]:
        """Every unit in reading order."""
        for section in self.sections():
            yield from self.walk(section)

    def section_of(self, unit: Unit) -> Unit:
        """The §, preamble or annex the unit stands in."""
        while unit.parent_id is not None:
            unit = self.units[unit.parent_id]
        return unit

    def absatz_of(self, unit: Unit) -> Unit | None:
        """The Absatz the unit is or stands in; None for a §."""
        found: Unit | None = unit
        while found is not None and found.kind is not UnitKind.ABSATZ:
            found = None if found.parent_id is None else self.units[found.parent_id]
        return found

    def clause_units(self, clause_key: str) -> tuple[Unit, ...]:
        """The Absätze of a clause, in reading order; empty if the clause is not in the text."""
        return tuple(self._of_clause.get(clause_key, ()))

    def clause_keys(self) -> tuple[str, ...]:
        """The clauses in the text, each once, in reading order."""
        return tuple(self._of_clause)

    def counted(self, options: tuple[str, ...]) -> tuple[Unit, ...]:
        """What a computed list names: whole §§ where every Absatz has one of the rights, else single Absätze."""
        if options not in self._counted:
            self._counted[options] = tuple(self._count(options))
        return self._counted[options]

    def _count(self, options: tuple[str, ...]) -> Iterator[Unit]:
        for section in self.sections():
            if section.kind is UnitKind.SECTION:
                absaetze = self.children(section)
                hits = [unit for unit in absaetze if unit.right in options]
                yield from [section] if hits and len(hits) == len(absaetze) else hits

    def hidden(self, unit: Unit) -> bool:
        """Whether the unit is left out because a computed list in it is empty."""
        values = (self.fields.get(key) for key in fields_in(unit.text))
        return any(
            value is not None and value.kind == FieldKind.SECTIONS_BY_RIGHT and not self.counted(value.options)
            for value in values
        )

    def shown(self) -> Iterator[Unit]:
        """Every unit that is printed, in reading order."""
        if not self._shown:
            self._shown.extend(unit for section in self.sections() for unit in self._shown_below(section))
        return iter(self._shown)

    def _shown_below(self, unit: Unit) -> Iterator[Unit]:
        if not self.hidden(unit):
            yield unit
            for child in self.children(unit):
                yield from self._shown_below(child)


def read_outline(work: Work, agreement_id: UUID) -> Outline:
    """The agreement as it stands now."""
    agreement = work.get(Agreement, agreement_id)
    parts = work.all(Part, agreement_id=agreement_id)
    units = work.all(Unit, part_id=tuple(part.id for part in parts))
    below: dict[tuple[UUID, UUID | None], list[Unit]] = {}
    for unit in units:
        below.setdefault((unit.part_id, unit.parent_id), []).append(unit)
    fields = {value.key: value for value in work.all(FieldValue, agreement_id=agreement_id)}
    return Outline(agreement, parts, fields, {unit.id: unit for unit in units}, below)


def outline_of_unit(work: Work, unit_id: UUID) -> tuple[Outline, Unit]:
    """The agreement a unit stands in, and the unit."""
    part = work.get(Part, work.get(Unit, unit_id).part_id)
    outline = read_outline(work, part.agreement_id)
    return outline, outline.units[unit_id]


def clause_place(unit: Unit) -> int:
    """The number of an Absatz as its clause lists it, 0 for own text."""
    head = unit.option.split(" ")[0]
    return int(head) if head.isdecimal() else 0


def chosen_sentences(unit: Unit) -> tuple[str, ...]:
    """The ids of the optional sentences that were added to an Absatz."""
    return tuple(unit.option.split(" ")[1:])


def as_option(place: int, sentences: tuple[str, ...] = ()) -> str:
    """What `Unit.option` holds: the Absatz as the clause lists it, then the chosen sentences."""
    return " ".join((str(place), *sentences))

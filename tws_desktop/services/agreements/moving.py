"""Changing the order: §§ among each other, clauses within their § or into another."""

from __future__ import annotations

from uuid import UUID

from tws_desktop.domain.agreements import Unit, UnitKind
from tws_desktop.domain.keeping import in_agreement
from tws_desktop.services.agreements.clause_units import remove_unit
from tws_desktop.services.agreements.clauses import ClauseRefused
from tws_desktop.services.agreements.outline import outline_of_unit, read_outline
from tws_desktop.services.agreements.ranks import put_in_order, ranks_between
from tws_desktop.services.agreements.shelf import Shelf, clause_of
from tws_desktop.services.ports import Work


def move_section(work: Work, unit_id: UUID, by: int) -> bool:
    """Moves a § up (`by` -1) or down (+1) among the §§ of its part; False at the end of the way."""
    outline, unit = outline_of_unit(work, unit_id)
    section = outline.section_of(unit)
    if section.kind is not UnitKind.SECTION:
        raise ClauseRefused("Nur Paragrafen lassen sich verschieben; Präambel und Anlagen haben ihren festen Platz.")
    among = [one for one in outline.top(section.part_id) if one.kind is UnitKind.SECTION]
    return _shift(work, outline.agreement.id, among, section, by, f"Paragraf verschoben: {section.title}")


def move_absatz(work: Work, unit_id: UUID, by: int) -> bool:
    """Moves an Absatz, Nummer or Buchstabe among its siblings; False at the end of the way."""
    outline, unit = outline_of_unit(work, unit_id)
    if unit.parent_id is None:
        return move_section(work, unit_id, by)
    among = list(outline.children(outline.units[unit.parent_id]))
    return _shift(work, outline.agreement.id, among, unit, by, "Absatz verschoben")


def _shift(work: Work, agreement_id: UUID, among: list[Unit], unit: Unit, by: int, what: str) -> bool:
    at = next(number for number, one in enumerate(among) if one.id == unit.id)
    to = min(max(at + by, 0), len(among) - 1)
    if to == at:
        return False
    work.action(what, in_agreement(agreement_id))
    order = [one for one in among if one.id != unit.id]
    order.insert(to, unit)
    put_in_order(work, order)
    return True


def move_clause(
    work: Work, shelf: Shelf, agreement_id: UUID, clause_key: str, before: UUID | None = None, *, section_id: UUID
) -> None:
    """Moves all Absätze of a clause into a §, before the Absatz `before` or to its end.

    A § that is left empty goes.
    """
    outline = read_outline(work, agreement_id)
    clause = clause_of(shelf, clause_key)
    units = outline.clause_units(clause_key)
    target = outline.units.get(section_id)
    if not units or target is None or target.parent_id is not None:
        raise ClauseRefused(f"„{clause.title}“ lässt sich dorthin nicht verschieben. Bitte einen Paragrafen wählen.")
    if target.part_id != units[0].part_id:
        raise ClauseRefused("Ein Baustein bleibt in seinem Teil, denn jeder Teil hat eine eigene Rechtsquelle.")
    if before is not None and any(unit.id == before for unit in units):
        return
    old = outline.section_of(units[0])
    work.action(f"Baustein verschoben: {clause.title}", in_agreement(agreement_id))
    rest = [unit for unit in outline.children(target) if unit.clause_key != clause_key]
    place = next((number for number, unit in enumerate(rest) if unit.id == before), len(rest))
    for unit, rank in zip(units, ranks_between(work, rest, place, len(units)), strict=True):
        work.change(unit, parent_id=target.id, rank=rank)
    after = read_outline(work, agreement_id)
    if old.id != target.id and not after.children(old):
        remove_unit(work, after, after.units[old.id])

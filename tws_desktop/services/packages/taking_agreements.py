"""Agreements of a package as new rows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from tws_desktop.domain.agreements import Agreement, FieldValue, Part, Party, Rung, Unit, Version
from tws_desktop.domain.exchange.agreement import PackedAgreement, PackedUnit
from tws_desktop.services.packages.unpacking import Unpacking


def take_agreement(unpacking: Unpacking, held: PackedAgreement, project_id: UUID) -> None:
    """Add an agreement with parts, text, fields, rungs and versions."""
    place = f"agreements[{sum(isinstance(record, Agreement) for record in unpacking.added.values())}]"
    if held.type not in unpacking.known.agreement_types:
        unpacking.unknown("Der Vereinbarungstyp", held.type, "Die Vereinbarung behält den Aufbau aus dem Paket.")
    row = unpacking.add(held, Agreement, place, project_id=project_id)
    for number, (part, rank) in enumerate(unpacking.ranked(held.parts)):
        spot = f"{place}.parts[{number}]"
        new = unpacking.add(part, Part, spot, agreement_id=row.id, rank=rank)
        for at, (party, party_rank) in enumerate(unpacking.ranked(part.parties)):
            unpacking.add(party, Party, f"{spot}.parties[{at}]", part_id=new.id, rank=party_rank)
        _take_units(unpacking, part.units, f"{spot}.units", new.id, None)
    for key, value in held.fields.items():
        label = value.label or key
        unpacking.add(value, FieldValue, f"{place}.fields.{key}", agreement_id=row.id, key=key, label=label)
    for number, rung in enumerate(held.rungs):
        unpacking.add(rung, Rung, f"{place}.rungs[{number}]")
    for number, version in enumerate(held.versions):
        unpacking.add(version, Version, f"{place}.versions[{number}]", agreement_id=row.id)


def _take_units(
    unpacking: Unpacking, units: tuple[PackedUnit, ...], place: str, part_id: UUID, parent_id: UUID | None
) -> None:
    for number, (unit, rank) in enumerate(unpacking.ranked(units)):
        spot = f"{place}[{number}]"
        more: dict[str, Any] = {"part_id": part_id, "parent_id": parent_id, "rank": rank}
        more["text"] = tuple(_with_new_id(unpacking, run) for run in unit.text)
        if unit.clause and unit.clause not in unpacking.known.clauses:
            more |= {"clause_key": "", "clause_version": 0, "variant": "", "option": "", "own_text": True}
            unpacking.unknown("Der Baustein", unit.clause, "Sein Text ist als eigener Text übernommen.")
        row = unpacking.add(unit, Unit, spot, **more)
        _take_units(unpacking, unit.children, f"{spot}.children", part_id, row.id)


def _with_new_id(unpacking: Unpacking, run: Any) -> Any:
    if isinstance(run, Mapping) and "ref" in run:
        return {**run, "ref": str(unpacking.new_id(run["ref"]))}
    return run

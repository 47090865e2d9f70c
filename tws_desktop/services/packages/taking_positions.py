"""Positions, give and take, measures, questions and decisions of a package as new rows."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from tws_desktop.domain.exchange.document import PackageDocument, PackageKind
from tws_desktop.domain.positions import Decision, Measure, MeasureState, Position, PositionSecret, Question, Trade
from tws_desktop.services.packages.unpacking import Unpacking


def take_wants(unpacking: Unpacking, package: PackageDocument, project_id: UUID) -> None:
    """Add what the council wants and plans."""
    for number, (position, rank) in enumerate(unpacking.ranked(package.positions)):
        place = f"positions[{number}]"
        common = _common(unpacking, package, position, project_id, rank)
        row = unpacking.add(position, Position, place, **common)
        if position.secret is not None:
            unpacking.add(position.secret, PositionSecret, f"{place}.secret", position_id=row.id)
    lists: tuple[tuple[str, Any], ...] = (("trades", Trade), ("questions", Question), ("decisions", Decision))
    for name, kind in lists:
        for number, (held, rank) in enumerate(unpacking.ranked(getattr(package, name))):
            unpacking.add(held, kind, f"{name}[{number}]", **_common(unpacking, package, held, project_id, rank))
    for number, (measure, rank) in enumerate(unpacking.ranked(package.measures)):
        common = _common(unpacking, package, measure, project_id, rank)
        if measure.state is MeasureState.BINDING and (measure.owner is None or measure.due is None):
            common["state"] = MeasureState.PROPOSAL
            unpacking.notices.append(
                f"measures[{number}]: Ohne Verantwortliche und Termin bleibt die Maßnahme ein Vorschlag."
            )
        unpacking.add(measure, Measure, f"measures[{number}]", **common)


def _common(unpacking: Unpacking, package: PackageDocument, held: Any, project_id: UUID, rank: int) -> dict[str, Any]:
    common: dict[str, Any] = {"project_id": project_id, "rank": rank}
    if held.workshop is None and package.kind is PackageKind.WORKSHOP and package.workshops:
        common["workshop_id"] = unpacking.new_id(package.workshops[0].id)
    return common

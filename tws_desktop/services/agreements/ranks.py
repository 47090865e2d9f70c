"""Order among siblings: ranks with gaps, spaced anew when there is no room."""

from __future__ import annotations

from collections.abc import Sequence

from tws_desktop.domain.agreements import Unit
from tws_desktop.services.ports import Work

_STEP = 1024


def ranks_between(work: Work, siblings: Sequence[Unit], place: int, count: int) -> list[int]:
    """Ranks for `count` new units that come before `siblings[place]`; spaces the siblings anew if they must."""
    low = siblings[place - 1].rank if place else 0
    high = siblings[place].rank if place < len(siblings) else low + _STEP * (count + 1)
    step = (high - low) // (count + 1)
    if step > 0:
        return [low + step * number for number in range(1, count + 1)]
    order: list[Unit | None] = [*siblings[:place], *[None] * count, *siblings[place:]]
    spaced = [_STEP * number for number in range(1, len(order) + 1)]
    for unit, rank in zip(order, spaced, strict=True):
        if unit is not None:
            work.change(work.get(Unit, unit.id), rank=rank)
    return [rank for unit, rank in zip(order, spaced, strict=True) if unit is None]


def put_in_order(work: Work, units: Sequence[Unit]) -> None:
    """Give the units the order they come in, keeping the ranks they have among them."""
    ranks = sorted(unit.rank for unit in units)
    if len(set(ranks)) < len(ranks):
        ranks = [_STEP * number for number in range(1, len(units) + 1)]
    for unit, rank in zip(units, ranks, strict=True):
        work.change(unit, rank=rank)

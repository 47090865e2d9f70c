"""Transformationscheck compared: before and after, and between groups."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tws_desktop.domain.anonymity import THRESHOLD
from tws_desktop.domain.scoring.q1 import DimensionResult, Result

VIEWPOINTS_DIFFER = 1.0
"""Difference of means from which "Blickwinkel unterscheiden sich" is offered for discussion."""


@dataclass(frozen=True, slots=True)
class DimensionChange:
    """A dimension in two checks of the same plant.

    `change` is after minus before, None where one of both is not shown. `reworded` names items that were
    changed, added or dropped since; with any, before and after are not comparable.
    """

    key: str
    before: float | None
    after: float | None
    change: float | None
    reworded: tuple[str, ...]

    @property
    def comparable(self) -> bool:
        """Whether both checks asked the same."""
        return not self.reworded


@dataclass(frozen=True, slots=True)
class Viewpoint:
    """A dimension or item on which two groups lie furthest apart: means of both and their difference."""

    key: str
    lowest_group: str
    lowest: float
    highest_group: str
    highest: float

    @property
    def difference(self) -> float:
        """Points between the two groups."""
        return self.highest - self.lowest


@dataclass(frozen=True, slots=True)
class GroupComparison:
    """Where viewpoints differ, widest first, and the groups left out because too few answered singly."""

    dimensions: tuple[Viewpoint, ...]
    items: tuple[Viewpoint, ...]
    left_out: tuple[str, ...]


def compared(before: Result, after: Result) -> tuple[DimensionChange, ...]:
    """Each dimension of both checks, in the order of the later one."""
    old = {dimension.key: dimension for dimension in before.dimensions}
    new = {dimension.key: dimension for dimension in after.dimensions}
    return tuple(_change(key, old.get(key), new.get(key), _reworded(key, before, after)) for key in {**new, **old})


def _change(
    key: str, old: DimensionResult | None, new: DimensionResult | None, reworded: tuple[str, ...]
) -> DimensionChange:
    before = old.mean if old else None
    after = new.mean if new else None
    change = None if before is None or after is None else after - before
    return DimensionChange(key, before, after, change, reworded)


def _reworded(dimension: str, before: Result, after: Result) -> tuple[str, ...]:
    old, new = _versions(dimension, before), _versions(dimension, after)
    return tuple(key for key in {**new, **old} if old.get(key) != new.get(key))


def _versions(dimension: str, result: Result) -> dict[str, int]:
    return {
        value.item.key: value.item.version
        for value in result.values
        if value.item.dimension == dimension and value.item.indexed
    }


def groups_compared(results: Mapping[str, Result], threshold: int = THRESHOLD) -> GroupComparison:
    """Where the groups (name to result) differ by 1.0 or more.

    Groups of single sheets below `threshold` are left out, so that nobody can be recognised; an agreed
    sheet of a group takes part whatever its size.
    """
    left_out = tuple(name for name, result in results.items() if not result.agreed and result.respondents < threshold)
    shown = {name: result for name, result in results.items() if name not in left_out}
    dimensions = {
        name: {d.key: d.mean for d in result.dimensions if d.mean is not None} for name, result in shown.items()
    }
    items = {
        name: {v.item.key: v.value for v in result.values if v.value is not None} for name, result in shown.items()
    }
    return GroupComparison(_viewpoints(dimensions), _viewpoints(items), left_out)


def _viewpoints(means: Mapping[str, Mapping[str, float]]) -> tuple[Viewpoint, ...]:
    found = []
    for key in dict.fromkeys(key for group in means.values() for key in group):
        known = [(group[key], name) for name, group in means.items() if key in group]
        lowest, highest = min(known), max(known)
        if highest[0] - lowest[0] >= VIEWPOINTS_DIFFER:
            found.append(Viewpoint(key, lowest[1], lowest[0], highest[1], highest[0]))
    return tuple(sorted(found, key=lambda viewpoint: -viewpoint.difference))

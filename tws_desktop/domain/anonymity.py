"""Which groups of an anonymous or secret result may be shown so that nobody can be computed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

THRESHOLD = 5
"""Voters a shown line needs at least; "Keine Aufteilung unter 5 Stimmen"."""

REST = "übrige Gruppen"
"""The name of the line the small groups are merged into."""


@dataclass(frozen=True, slots=True)
class Grouping:
    """The groups shown by name, and those shown together as one line; the total is always shown."""

    shown: tuple[str, ...]
    merged: tuple[str, ...]


def grouping(voters: Mapping[str, int], threshold: int = THRESHOLD) -> Grouping:
    """How a result of groups with so many `voters` may be broken down.

    Groups below `threshold` are merged. If what is merged stays below it, the smallest of the large
    groups is hidden with it: otherwise the total minus the shown groups would give the small one away.
    If nothing but the merged line would be left, nothing is broken down: both fields are empty.
    """
    small = [group for group, count in voters.items() if 0 < count < threshold]
    large = [group for group, count in voters.items() if count >= threshold]
    if small and sum(voters[group] for group in small) < threshold and large:
        smallest = min(large, key=lambda group: voters[group])
        large.remove(smallest)
        small.append(smallest)
    if not large:
        return Grouping((), ())
    return Grouping(tuple(large), tuple(group for group in voters if group in small))


def grouped(
    counts: Mapping[str, Mapping[str, int]], voters: Mapping[str, int], threshold: int = THRESHOLD
) -> dict[str, dict[str, int]]:
    """The `counts` (group, then bucket) that may be shown, merged as `grouping` of the `voters` says."""
    plan = grouping(voters, threshold)
    lines = {group: dict(counts.get(group, {})) for group in plan.shown}
    if plan.merged:
        lines[REST] = _summed([counts.get(group, {}) for group in plan.merged])
    return lines


def _summed(lines: list[Mapping[str, int]]) -> dict[str, int]:
    total: dict[str, int] = {}
    for line in lines:
        for bucket, count in line.items():
            total[bucket] = total.get(bucket, 0) + count
    return total

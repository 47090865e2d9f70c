"""What has to be packed for a workshop, summed up over its phases."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

CLUSTERS_PER_BOARD = 6


@dataclass(frozen=True, slots=True)
class Need:
    """What one phase needs: cards and dots for each person, and clusters (columns) on pinboards."""

    cards_each: int = 0
    dots_each: int = 0
    clusters: int = 0


@dataclass(frozen=True, slots=True)
class Material:
    """One line of the list."""

    name: str
    count: int


def material_list(needs: Iterable[Need], people: int) -> tuple[Material, ...]:
    """The list for so many `people`; what is not needed is left out.

    Cards: people x cards x 1.3, rounded up. Dots: people x points. Pinboards: six clusters each. Pens: one
    for each person.
    """
    phases = list(needs)
    cards = -(-sum(phase.cards_each for phase in phases) * people * 13 // 10)
    dots = sum(phase.dots_each for phase in phases) * people
    boards = -(-sum(phase.clusters for phase in phases) // CLUSTERS_PER_BOARD)
    lines = (
        Material("Moderationskarten", cards),
        Material("Klebepunkte", dots),
        Material("Pinnwände", boards),
        Material("Filzstifte", people),
    )
    return tuple(line for line in lines if line.count > 0)

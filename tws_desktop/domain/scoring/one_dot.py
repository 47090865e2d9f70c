"""One dot per person on a scale: distribution, mean, spread, from counts per bucket."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import quantiles

from tws_desktop.domain.errors import InputRefused


@dataclass(frozen=True, slots=True)
class Scale:
    """Whole numbers from `lowest` to `highest`."""

    lowest: int
    highest: int


S5 = Scale(1, 5)
S10 = Scale(0, 10)


@dataclass(frozen=True, slots=True)
class OneDot:
    """Counts for every bucket of the scale, voters, mean, interquartile range and extremes.

    Mean, lowest and highest are None without voters, the spread below two voters.
    """

    distribution: tuple[tuple[int, int], ...]
    voters: int
    mean: float | None
    spread: float | None
    lowest: int | None
    highest: int | None


def one_dot(counts: Mapping[int, int], scale: Scale) -> OneDot:
    """The result of `counts` (bucket to number of dots) on `scale`; buckets without dots may be missing."""
    for bucket, count in counts.items():
        if not scale.lowest <= bucket <= scale.highest:
            raise InputRefused(
                f"Der Wert {bucket} liegt nicht auf der Skala. Bitte {scale.lowest} bis {scale.highest} eintragen."
            )
        if count < 0:
            raise InputRefused(f"Beim Wert {bucket} stehen {count} Punkte. Bitte 0 oder mehr eintragen.")
    distribution = tuple((bucket, counts.get(bucket, 0)) for bucket in range(scale.lowest, scale.highest + 1))
    values = [bucket for bucket, count in distribution for _ in range(count)]
    if not values:
        return OneDot(distribution, 0, None, None, None, None)
    mean = sum(values) / len(values)
    return OneDot(distribution, len(values), mean, interquartile_range(values), values[0], values[-1])


def interquartile_range(values: list[int]) -> float | None:
    """Third minus first quartile (inclusive method); None below two values."""
    if len(values) < 2:
        return None
    first, _, third = quantiles(values, n=4, method="inclusive")
    return third - first

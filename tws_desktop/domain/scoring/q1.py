"""Transformationscheck: dimensions, indices, information gap, pressure of topics, traffic light."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from tws_desktop.domain.scoring.answers import Answer, Direction, GroupValue, Item, Special, group_value

UNKNOWN_PRESSURE = Fraction(7, 2)
"""Pressure "weiß nicht" adds to a topic: a risk, but less than a known bad state (which adds 4)."""

EXPOSED_FROM = 4
EXPOSED_ADDS = Fraction(1, 2)
INFORMATION_GAP = 0.25
"""From this share of "weiß nicht" on, the report begins with the rights to information."""


class Band(StrEnum):
    """Bands of the pressure to act: below 20, below 40, from 40."""

    LOW = "niedrig"
    MIDDLE = "mittel"
    HIGH = "hoch"


class Quadrant(StrEnum):
    """Field of the picture of exposure and readiness."""

    ACT = "Handeln"
    SHAPE = "Gestalten"
    PROVIDE = "Vorsorgen"
    WATCH = "Beobachten"


class Light(StrEnum):
    """Traffic light of an item; always shown with number or "?"."""

    RED = "rot"
    YELLOW = "gelb"
    GREEN = "grün"
    UNKNOWN = "unbekannt"


class Shown(StrEnum):
    """Whether a dimension has a mean to show."""

    YES = "gezeigt"
    TOO_LITTLE = "zu wenig bekannt"
    NOT_RELEVANT = "nicht relevant"


@dataclass(frozen=True, slots=True)
class DimensionResult:
    """Mean (1 to 5) and index (0 to 100) of a dimension; both None unless `shown` is YES."""

    key: str
    direction: Direction
    shown: Shown
    mean: float | None
    index: float | None
    answered: int
    relevant: int


@dataclass(frozen=True, slots=True)
class TopicPressure:
    """Pressure of a topic and its rank (equal pressure, equal rank): a proposal, never a decision."""

    topic: str
    pressure: float
    rank: int


@dataclass(frozen=True, slots=True)
class Result:
    """What one check says; indices are None where too little is known; `respondents` counts sheets."""

    values: tuple[GroupValue, ...]
    dimensions: tuple[DimensionResult, ...]
    exposure: float | None
    readiness: float | None
    pressure: float | None
    band: Band | None
    quadrant: Quadrant | None
    unknown_rate: float
    topics: tuple[TopicPressure, ...]
    respondents: int
    agreed: bool

    @property
    def information_gap(self) -> bool:
        """Whether the report begins with the rights to information."""
        return self.unknown_rate >= INFORMATION_GAP

    @property
    def contested(self) -> tuple[str, ...]:
        """Keys of the items for the discussion list."""
        return tuple(value.item.key for value in self.values if value.contested)


@dataclass(frozen=True, slots=True)
class Settings:
    """What a workshop may change: weights of the readiness dimensions (1 if missing), cuts of the picture."""

    weights: Mapping[str, float]
    exposure_cut: float = 50
    readiness_cut: float = 50


def evaluated(
    items: Sequence[Item],
    sheets: Sequence[Mapping[str, Answer]],
    settings: Settings | None = None,
    agreed: bool = False,
) -> Result:
    """The result of `sheets` (item key to answer): one filled in together, or one per person.

    Missing answers count as relevant but not answered; they are no "weiß nicht".
    """
    if agreed and len(sheets) > 1:
        raise ValueError("an agreed check has one sheet")
    chosen = settings or Settings({})
    values = tuple(group_value(item, [sheet[item.key] for sheet in sheets if item.key in sheet]) for item in items)
    indexed = [value for value in values if value.item.indexed]
    dimensions = _dimensions(indexed)
    exposure = _index_over(dimensions, Direction.EXPOSURE, {})
    readiness = _index_over(dimensions, Direction.READINESS, chosen.weights)
    pressure = None if exposure is None or readiness is None else exposure * (100 - readiness) / 100
    relevant = sum(value.relevant for value in indexed)
    return Result(
        values,
        dimensions,
        exposure,
        readiness,
        pressure,
        None if pressure is None else band(pressure),
        _quadrant(exposure, readiness, chosen),
        sum(value.unknown for value in indexed) / relevant if relevant else 0.0,
        _topics(values),
        len(sheets),
        agreed,
    )


def band(pressure: float) -> Band:
    """The band of a pressure to act; a boundary belongs to the upper band."""
    if pressure < 20:
        return Band.LOW
    return Band.MIDDLE if pressure < 40 else Band.HIGH


def light(value: GroupValue) -> Light | None:
    """The traffic light of an item (exposure turned round); None if not relevant or not answered."""
    if value.special is Special.UNKNOWN:
        return Light.UNKNOWN
    if value.value is None:
        return None
    good = 6 - value.value if value.item.direction is Direction.EXPOSURE else value.value
    if good < 2.5:
        return Light.RED
    return Light.YELLOW if good < 3.5 else Light.GREEN


def _dimensions(values: Sequence[GroupValue]) -> tuple[DimensionResult, ...]:
    keys = dict.fromkeys(value.item.dimension for value in values)
    return tuple(_dimension(key, [value for value in values if value.item.dimension == key]) for key in keys)


def _dimension(key: str, values: Sequence[GroupValue]) -> DimensionResult:
    relevant = [value for value in values if value.special is not Special.NOT_RELEVANT]
    known = [value.value for value in relevant if value.value is not None]
    direction = values[0].item.direction
    if not relevant:
        return DimensionResult(key, direction, Shown.NOT_RELEVANT, None, None, 0, 0)
    if 2 * len(known) < len(relevant):
        return DimensionResult(key, direction, Shown.TOO_LITTLE, None, None, len(known), len(relevant))
    mean = sum(known) / len(known)
    return DimensionResult(key, direction, Shown.YES, mean, (mean - 1) * 25, len(known), len(relevant))


def _index_over(
    dimensions: Sequence[DimensionResult], direction: Direction, weights: Mapping[str, float]
) -> float | None:
    parts = [
        (dimension.index, weights.get(dimension.key, 1.0))
        for dimension in dimensions
        if dimension.direction is direction and dimension.index is not None
    ]
    weight = sum(share for _, share in parts)
    return sum(index * share for index, share in parts) / weight if weight > 0 else None


def _quadrant(exposure: float | None, readiness: float | None, settings: Settings) -> Quadrant | None:
    if exposure is None or readiness is None:
        return None
    if exposure >= settings.exposure_cut:
        return Quadrant.SHAPE if readiness >= settings.readiness_cut else Quadrant.ACT
    return Quadrant.WATCH if readiness >= settings.readiness_cut else Quadrant.PROVIDE


def _topics(values: Sequence[GroupValue]) -> tuple[TopicPressure, ...]:
    pressures: dict[str, Fraction] = {}
    for topic in dict.fromkeys(topic for value in values for topic in value.item.topics):
        linked = [value for value in values if topic in value.item.topics]
        pressure = _topic_pressure(linked)
        if pressure is not None:
            pressures[topic] = pressure
    order = sorted(pressures, key=lambda topic: (-pressures[topic], topic))
    return tuple(
        TopicPressure(
            topic,
            float(pressures[topic]),
            1 + sum(other > pressures[topic] for other in pressures.values()),
        )
        for topic in order
    )


def _topic_pressure(linked: Sequence[GroupValue]) -> Fraction | None:
    parts = [
        UNKNOWN_PRESSURE if value.value is None else 5 - Fraction(value.value)
        for value in linked
        if value.item.direction is Direction.READINESS and (value.value is not None or value.special is Special.UNKNOWN)
    ]
    if not parts:
        return None
    exposed = any(
        value.value is not None and value.value >= EXPOSED_FROM
        for value in linked
        if value.item.direction is Direction.EXPOSURE
    )
    return sum(parts, Fraction(0)) / len(parts) + (EXPOSED_ADDS if exposed else 0)

"""Triggers W01 to W18: which results propose clauses. Closed operators, no language that executes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from operator import eq, ge, gt, le, lt

from tws_desktop.domain.form_fields import Status, refuse_doubles


class Subject(StrEnum):
    """What a condition looks at; the name says what `key` or `keys` hold."""

    ITEM = "item"
    DIMENSION = "dimension"
    AREA_ITEM = "area_item"
    AREA_CHANGE = "area_change"
    AREA_FIGURE = "area_figure"
    FACT = "fact"
    REPORTED = "reported"
    TOPIC = "topic"
    FORMAT = "format"
    POSITION = "position"


class Operator(StrEnum):
    """How a number or a word is compared; `present` asks only whether it is there."""

    AT_LEAST = ">="
    AT_MOST = "<="
    MORE = ">"
    LESS = "<"
    EQUAL = "="
    PRESENT = "present"


class PositionMark(StrEnum):
    """Closed marks of positions that a trigger may ask for."""

    FUND_WITHOUT_FINANCING = "fund_without_financing"


_COMPARE: Mapping[Operator, Callable[[float, float], bool]] = {
    Operator.AT_LEAST: ge,
    Operator.AT_MOST: le,
    Operator.MORE: gt,
    Operator.LESS: lt,
    Operator.EQUAL: eq,
}
_PRESENCE = frozenset({Subject.REPORTED, Subject.TOPIC, Subject.FORMAT, Subject.POSITION})


@dataclass(frozen=True, slots=True)
class Condition:
    """One comparison. `keys` of an area change are averaged, all others hold if any of them does."""

    subject: Subject
    keys: tuple[str, ...]
    operator: Operator
    value: float | None = None
    word: str = ""

    def __post_init__(self) -> None:
        """Refuses a comparison without a value, a value without a comparison and an unknown position mark."""
        if not self.keys:
            raise ValueError("keys: mindestens einen Schlüssel nennen")
        if (self.operator is Operator.PRESENT) != (self.subject in _PRESENCE):
            raise ValueError("operator „present“ gehört zu reported, topic, format und position und nur dorthin")
        given = (self.value is not None) + bool(self.word)
        if given != (self.operator is not Operator.PRESENT):
            raise ValueError("Ein Vergleich braucht value oder word, „present“ braucht keines von beiden")
        if self.word and self.operator is not Operator.EQUAL:
            raise ValueError("word gehört zu operator = „=“")
        if self.subject is Subject.POSITION and not set(self.keys) <= set(PositionMark):
            raise ValueError(f"position kennt nur {', '.join(PositionMark)}")


@dataclass(frozen=True, slots=True)
class Trigger:
    """A trigger: it fires when one of `any` holds, or all of `all`."""

    key: str
    version: int
    title: str
    stand: date
    quelle: str
    status: Status
    any: tuple[Condition, ...] = ()
    all: tuple[Condition, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        """Refuses a trigger without conditions."""
        if not self.any and not self.all:
            raise ValueError("any oder all: mindestens eine Bedingung nennen")
        refuse_doubles(tuple(str(condition) for condition in (*self.any, *self.all)), "Bedingung")


@dataclass(frozen=True, slots=True)
class AreaResults:
    """The latest sheet of an area: values by item today and in the future, and computed figures by name."""

    name: str
    today: Mapping[str, float] = field(default_factory=dict)
    future: Mapping[str, float] = field(default_factory=dict)
    figures: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Results:
    """What triggers look at. Items answered "weiß nicht" or "nicht relevant" are left out and never fire."""

    items: Mapping[str, float] = field(default_factory=dict)
    dimensions: Mapping[str, float] = field(default_factory=dict)
    areas: tuple[AreaResults, ...] = ()
    facts: Mapping[str, float | str] = field(default_factory=dict)
    reported: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    formats: frozenset[str] = frozenset()
    positions: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a trigger fired: the condition's subject and key, the value found and the area it was found in."""

    subject: Subject
    key: str
    found: float | str | None = None
    area: str = ""


def fired(trigger: Trigger, results: Results) -> tuple[Reason, ...]:
    """The reasons for which `trigger` fires on `results`; empty means it does not fire."""
    reasons = [reason for condition in trigger.any for reason in _holds(condition, results)]
    each = [_holds(condition, results) for condition in trigger.all]
    if each and all(each):
        reasons.extend(reason for found in each for reason in found)
    return tuple(dict.fromkeys(reasons))


def _holds(condition: Condition, results: Results) -> list[Reason]:
    return [reason for reason in _candidates(condition, results) if _compared(condition, reason.found)]


def _compared(condition: Condition, found: float | str | None) -> bool:
    if condition.operator is Operator.PRESENT:
        return True
    if isinstance(found, str):
        return found == condition.word
    if found is None or condition.value is None:
        return False
    return _COMPARE[condition.operator](found, condition.value)


def _candidates(condition: Condition, results: Results) -> list[Reason]:
    subject = condition.subject
    if subject in _PRESENCE:
        there = _present(subject, results)
        return [Reason(subject, key) for key in condition.keys if key in there]
    if subject in {Subject.AREA_ITEM, Subject.AREA_CHANGE, Subject.AREA_FIGURE}:
        return [reason for area in results.areas for reason in _of_area(condition, area)]
    values: Mapping[str, float | str] = {
        Subject.ITEM: results.items,
        Subject.DIMENSION: results.dimensions,
        Subject.FACT: results.facts,
    }[subject]
    return [Reason(subject, key, values[key]) for key in condition.keys if key in values]


def _present(subject: Subject, results: Results) -> frozenset[str]:
    return {
        Subject.REPORTED: results.reported,
        Subject.TOPIC: results.topics,
        Subject.FORMAT: results.formats,
        Subject.POSITION: results.positions,
    }[subject]


def _of_area(condition: Condition, area: AreaResults) -> list[Reason]:
    if condition.subject is Subject.AREA_CHANGE:
        both = [key for key in condition.keys if key in area.today and key in area.future]
        changes = [abs(area.future[key] - area.today[key]) for key in both]
        mean = sum(changes) / len(changes) if changes else None
        return [Reason(condition.subject, "–".join((condition.keys[0], condition.keys[-1])), mean, area.name)]
    values = area.today if condition.subject is Subject.AREA_ITEM else area.figures
    return [Reason(condition.subject, key, values[key], area.name) for key in condition.keys if key in values]

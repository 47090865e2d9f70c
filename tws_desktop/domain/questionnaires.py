"""Questionnaires: dimensions, items with topic and the question that follows from not knowing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tws_desktop.domain.form_fields import Status, refuse_doubles


class Direction(StrEnum):
    """Exposure: high means hard hit. Readiness: high means well prepared."""

    EXPOSURE = "exposure"
    READINESS = "readiness"


class ItemKind(StrEnum):
    """A step on the questionnaire's scale, or a line of text."""

    SCALE = "scale"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Dimension:
    """A group of items with one direction."""

    key: str
    name: str
    direction: Direction
    leading_question: str = ""


@dataclass(frozen=True, slots=True)
class ScaleStep:
    """One value of the scale and its words."""

    value: int
    label: str


@dataclass(frozen=True, slots=True)
class Item:
    """One statement.

    `question` is asked when the group does not know or (readiness only) answers 2 or less; `document` is
    what is wanted, `norm` the legal basis (unverified); `reason` completes "damit der Betriebsrat … kann".
    `linked_exposure` names the exposure item of the same topic (Q1 rule 6). `optional` items are
    not in the index.
    """

    key: str
    text: str
    dimension: str = ""
    topic: str = ""
    kind: ItemKind = ItemKind.SCALE
    version: int = 1
    question: str = ""
    document: str = ""
    norm: str = ""
    reason: str = ""
    addressee: str = "Arbeitgeber"
    linked_exposure: str = ""
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """A questionnaire with its scale; `short` lists the items of the short version."""

    key: str
    version: int
    title: str
    purpose: str
    instruction: str
    question: str
    stand: date
    quelle: str
    status: Status
    scale: tuple[ScaleStep, ...]
    items: tuple[Item, ...]
    dimensions: tuple[Dimension, ...] = ()
    unknown_label: str = ""
    irrelevant_label: str = ""
    short_title: str = ""
    short: tuple[str, ...] = ()
    hidden_below: int = 0

    def __post_init__(self) -> None:
        """Refuses items named twice, unknown dimensions, items of the short version or linked items."""
        keys = tuple(item.key for item in self.items)
        refuse_doubles(keys, "Aussage")
        refuse_doubles(tuple(dimension.key for dimension in self.dimensions), "Dimension")
        known = {dimension.key for dimension in self.dimensions}
        for item in self.items:
            if item.dimension and item.dimension not in known:
                raise ValueError(f"Aussage {item.key}: Dimension {item.dimension} gibt es nicht")
            if item.linked_exposure and item.linked_exposure not in keys:
                raise ValueError(f"Aussage {item.key}: verknüpfte Aussage {item.linked_exposure} gibt es nicht")
        for key in self.short:
            if key not in keys:
                raise ValueError(f"Kurzfassung: Aussage {key} gibt es nicht")

    @property
    def core(self) -> tuple[Item, ...]:
        """The items that count in indices."""
        return tuple(item for item in self.items if not item.optional)

    def item(self, key: str) -> Item:
        """The item with this key; raises KeyError."""
        for item in self.items:
            if item.key == key:
                return item
        raise KeyError(key)

    def of_dimension(self, key: str) -> tuple[Item, ...]:
        """The counting items of a dimension, in order."""
        return tuple(item for item in self.core if item.dimension == key)

"""Fact sheets of a plant: the dated figures a workshop starts from and a collective agreement sets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from tws_desktop.domain.confidentiality import Level
from tws_desktop.domain.form_fields import FieldKind, Status, refuse_doubles
from tws_desktop.domain.plants import FactKind

PlantColumn = Literal[
    "",
    "name",
    "site",
    "land",
    "sector",
    "company",
    "group_name",
    "tariff_area",
    "council_size",
    "office",
    "areas",
]


@dataclass(frozen=True, slots=True)
class FactKey:
    """One fact. `column` names the plant's own column it is kept in; all others are dated rows.

    `repeats` facts may be given several times, each for its own period (hours by year, agreements in force).
    `legal_source` facts name the source of law they come from. `options_of` takes the options from a list
    of the catalogue.
    """

    key: str
    label: str
    kind: FieldKind
    group: str
    unit: str = ""
    hint: str = ""
    options: tuple[str, ...] = ()
    options_of: Literal["", "lands", "sectors", "tariff_areas", "offices"] = ""
    level: Level = Level.COUNCIL
    column: PlantColumn = ""
    legal_source: bool = False
    repeats: bool = False
    optional: bool = False
    counts_people: bool = False

    def __post_init__(self) -> None:
        """Refuses a choice without options and options without a choice."""
        if (self.kind is FieldKind.CHOICE) != bool(self.options or self.options_of):
            raise ValueError(f"Angabe {self.key}: options gehören zu kind = „choice“ und nur dorthin")


@dataclass(frozen=True, slots=True)
class FactSheet:
    """A list of facts in groups."""

    key: str
    version: int
    title: str
    purpose: str
    kind: FactKind
    stand: date
    quelle: str
    status: Status
    facts: tuple[FactKey, ...]
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuses facts named twice."""
        refuse_doubles(tuple(fact.key for fact in self.facts), "Angabe")

    @property
    def groups(self) -> tuple[str, ...]:
        """The headings of the sheet, in order."""
        return tuple(dict.fromkeys(fact.group for fact in self.facts))

    def fact(self, key: str) -> FactKey:
        """The fact with this key; raises KeyError."""
        for fact in self.facts:
            if fact.key == key:
                return fact
        raise KeyError(key)


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry of a list to choose from; `note` says where it came from or what to check."""

    key: str
    title: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class ChoiceList:
    """Offices, Länder, tariff areas or sectors; the user may add own entries."""

    key: str
    version: int
    title: str
    stand: date
    quelle: str
    status: Status
    entries: tuple[Choice, ...]
    editable: bool = True

    def __post_init__(self) -> None:
        """Refuses entries named twice."""
        refuse_doubles(tuple(entry.key for entry in self.entries), "Eintrag")

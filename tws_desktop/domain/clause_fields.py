"""The blanks of a clause: what kind of value each takes and how it is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Right(StrEnum):
    """How far the council can enforce a rule; decides what has an effect after the end (§ 77 Abs. 6)."""

    ENFORCEABLE = "E"
    PARTLY = "T"
    VOLUNTARY = "F"
    TARIFF = "TV"
    FRAME = "frame"


class FieldKind(StrEnum):
    """What a field holds; SECTIONS_BY_RIGHT is computed, all others are entered."""

    DATE = "date"
    PERIOD = "period"
    EURO = "euro"
    PERCENT = "percent"
    NUMBER = "number"
    TEXT = "text"
    CHOICE = "choice"
    LIST = "list"
    ROLE = "role"
    NORM = "norm"
    TABLE = "table"
    ANNEX = "annex"
    REFERENCE = "reference"
    SECTIONS_BY_RIGHT = "sections_by_right"


class FromPosition(StrEnum):
    """The part of a workshop position that proposes the value of a field."""

    GOAL = "goal"
    MEASURE = "measure"
    TARGET_VALUE = "target_value"
    TARGET_DATE = "target_date"
    GIVE = "give"


_SHORT_LABEL = 40


@dataclass(frozen=True, slots=True)
class ClauseField:
    """One blank of a clause.

    label: what the paper shows while the field is open, e.g. "Frist festlegen". ask: the question to people.
    unit: shown at the field; the text of the clause writes it out, so a value is set in without its unit.
    options: the choices of CHOICE, or the rights a SECTIONS_BY_RIGHT list counts.
    shared: one value for all clauses of an agreement that have this field.
    """

    kind: FieldKind
    label: str
    ask: str = ""
    unit: str = ""
    options: tuple[str, ...] = ()
    default: str = ""
    required: bool = True
    from_position: FromPosition | None = None
    shared: bool = False

    def __post_init__(self) -> None:
        if faults := self._faults():
            raise ValueError("; ".join(faults))

    @property
    def computed(self) -> bool:
        """Whether the program fills it from the agreement itself."""
        return self.kind is FieldKind.SECTIONS_BY_RIGHT

    def _faults(self) -> list[str]:
        faults = []
        if not 0 < len(self.label) <= _SHORT_LABEL:
            faults.append(f"Beschriftung „{self.label}“ fehlt oder hat über {_SHORT_LABEL} Zeichen")
        if not self.computed and not self.ask.endswith("?"):
            faults.append(f"Zu „{self.label}“ fehlt die Frage an die Nutzenden (mit Fragezeichen)")
        if self.kind is FieldKind.CHOICE and len(self.options) < 2:
            faults.append(f"Auswahl „{self.label}“ braucht mindestens zwei Möglichkeiten")
        if self.kind is FieldKind.CHOICE and self.default and self.default not in self.options:
            faults.append(f"Vorgabe „{self.default}“ steht nicht in der Auswahl „{self.label}“")
        if self.computed and (not self.options or not set(self.options) <= set(Right)):
            faults.append(f"Liste „{self.label}“ braucht die Rechte, die sie zählt (E, T, F, TV, frame)")
        if self.options and self.kind not in {FieldKind.CHOICE, FieldKind.SECTIONS_BY_RIGHT}:
            faults.append(f"Feld „{self.label}“ nimmt keine Auswahl")
        if self.computed and (self.default or self.from_position):
            faults.append(f"Liste „{self.label}“ wird errechnet und hat keine Vorgabe")
        return faults

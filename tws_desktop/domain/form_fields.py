"""Fields of forms: what can be typed into a record, and where a form's content comes from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    """How far the content of a form has been checked by people who answer for it."""

    CHECKED = "geprüft"
    PROPOSAL = "Vorschlag, ungeprüft"
    OWN_DRAFT = "eigener Entwurf, ungeprüft"


class FieldKind(StrEnum):
    """What a field takes; the kind decides how typed text is understood and shown back."""

    TEXT = "text"
    LONG = "long"
    NUMBER = "number"
    MONEY = "money"
    PERCENT = "percent"
    DATE = "date"
    CHOICE = "choice"
    ROLE = "role"
    TOPIC = "topic"
    NORM = "norm"
    BOOL = "bool"
    YES_NO_UNKNOWN = "yes_no_unknown"
    LINES = "lines"
    EVIDENCE = "evidence"
    CLAUSES = "clauses"


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a record. `key` is the record's column, or a key of the entry's data."""

    key: str
    label: str
    kind: FieldKind = FieldKind.TEXT
    hint: str = ""
    options: tuple[str, ...] = ()
    required: bool = False
    secret: bool = False
    low: int | None = None
    high: int | None = None

    def __post_init__(self) -> None:
        """Refuses a choice without options, options without a choice and bounds that cross."""
        if (self.kind is FieldKind.CHOICE) != bool(self.options):
            raise ValueError(f"Feld {self.key}: options gehören zu kind = „choice“ und nur dorthin")
        if self.low is not None and self.high is not None and self.low >= self.high:
            raise ValueError(f"Feld {self.key}: low muss kleiner sein als high")


def refuse_doubles(keys: tuple[str, ...], what: str) -> None:
    """Raises ValueError naming the first of `keys` that appears twice."""
    seen: set[str] = set()
    for key in keys:
        if key in seen:
            raise ValueError(f"{what} {key} gibt es zweimal")
        seen.add(key)

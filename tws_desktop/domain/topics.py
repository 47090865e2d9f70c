"""Topics T01 to T20: the link between what was said and the text of an agreement."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from tws_desktop.domain.form_fields import Status

AgreementTypeKey = Literal["BV", "FBV", "ZV", "IA", "SP", "RV", "RA", "EP"]


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic. `rights` are norms to be verified; `clauses` are keys or, with `*`, groups (`SCH-*`)."""

    key: str
    version: int
    title: str
    short: str
    goals: tuple[str, ...]
    rights: tuple[str, ...]
    rights_note: str
    place: str
    building_blocks: tuple[str, ...]
    questions: tuple[str, ...]
    stand: date
    quelle: str
    status: Status
    clauses: tuple[str, ...] = ()
    agreement_types: tuple[AgreementTypeKey, ...] = ()
    tariff_first: bool = False
    note: str = ""


def clause_keys(topic: Topic, existing: tuple[str, ...]) -> tuple[str, ...]:
    """The clauses of `existing` that `topic` names, groups resolved, in the topic's order."""
    found: dict[str, None] = {}
    for pattern in topic.clauses:
        group = pattern.removesuffix("*")
        wanted = (key for key in existing if key == pattern or (group != pattern and key.startswith(group)))
        found.update(dict.fromkeys(wanted))
    return tuple(found)

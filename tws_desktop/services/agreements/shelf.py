"""What the agreement desk needs of the catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from tws_desktop.domain.agreement_types import AgreementType, Disclaimer, Slot
from tws_desktop.domain.clauses import Clause, VariantId
from tws_desktop.domain.errors import Refused
from tws_desktop.domain.facts import FactSheet
from tws_desktop.domain.topics import Topic
from tws_desktop.domain.triggers import Trigger


class Shelf(Protocol):
    """Clauses, agreement types, notices, topics, triggers and fact sheets by key."""

    @property
    def clauses(self) -> Mapping[str, Clause]:
        """Clauses by key."""

    @property
    def agreement_types(self) -> Mapping[str, AgreementType]:
        """Agreement types by key."""

    @property
    def disclaimers(self) -> Mapping[str, Disclaimer]:
        """Notices by key."""

    @property
    def topics(self) -> Mapping[str, Topic]:
        """Topics by key."""

    @property
    def triggers(self) -> Mapping[str, Trigger]:
        """Triggers by key."""

    @property
    def fact_sheets(self) -> Mapping[str, FactSheet]:
        """Fact sheets by key."""


class NotOnShelf(Refused):
    """A clause, variant, slot or agreement type that the catalogue does not have."""


def agreement_type(shelf: Shelf, key: str) -> AgreementType:
    """The type; refuses one the catalogue does not have."""
    found = shelf.agreement_types.get(key)
    if found is None:
        raise NotOnShelf(f"Die Vereinbarungsart {key} gibt es nicht. Bitte eine aus der Liste wählen.")
    return found


def clause_of(shelf: Shelf, key: str) -> Clause:
    """The clause; refuses one the catalogue does not have."""
    found = shelf.clauses.get(key)
    if found is None:
        raise NotOnShelf(f"Den Baustein {key} gibt es nicht. Bitte einen aus der Liste wählen.")
    return found


def variant_id(clause: Clause, text: str) -> VariantId:
    """The variant's id; refuses a name that is none."""
    if text not in set(VariantId):
        raise NotOnShelf(f"Der Baustein {clause.key} hat keine Fassung „{text}“. Bitte max, komp oder min wählen.")
    return VariantId(text)


def slot_for(type_: AgreementType, clause: Clause, slot_key: str | None) -> tuple[int, Slot]:
    """The part's place and the slot the clause goes to; refuses a clause this type has no place for."""
    for place, part in enumerate(type_.parts):
        for slot in part.slots:
            if slot.key == slot_key or (slot_key is None and clause.key in slot.clauses):
                return place, slot
    if slot_key is not None:
        raise NotOnShelf(f"Einen Abschnitt „{slot_key}“ hat {type_.title} nicht. Bitte einen anderen wählen.")
    raise NotOnShelf(
        f"{type_.title} hat für „{clause.title}“ ({clause.key}) keinen Abschnitt. Bitte einen Abschnitt wählen."
    )

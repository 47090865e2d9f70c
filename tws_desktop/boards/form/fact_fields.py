"""The figures of a fact sheet as fields of a form, and what they show. Qt-free."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from tws_desktop.domain.facts import Choice, ChoiceList, FactKey, FactSheet
from tws_desktop.domain.form_fields import Field, FieldKind
from tws_desktop.domain.plants import Plant, PlantFact
from tws_desktop.services.typed import shown, understood


def fields_of(keys: Sequence[FactKey], lists: Mapping[str, ChoiceList]) -> tuple[Field, ...]:
    """A field per fact. Lists to choose from take the titles of their entries; areas have a panel of their own."""
    return tuple(_field(key, lists) for key in keys if key.column != "areas")


def _field(key: FactKey, lists: Mapping[str, ChoiceList]) -> Field:
    hint = " · ".join(part for part in (key.hint, key.unit) if part)
    if key.kind is not FieldKind.CHOICE:
        kind = FieldKind.LINES if key.repeats else key.kind
        return Field(key.key, key.label, kind, hint)
    if key.options_of and key.column != "land":
        return Field(key.key, key.label, FieldKind.ROLE, hint)
    options = key.options or proposals(key, lists)
    return Field(key.key, key.label, FieldKind.CHOICE, hint, options)


def proposals(key: FactKey, lists: Mapping[str, ChoiceList]) -> tuple[str, ...]:
    """The titles a fact may take from a list of the catalogue; any other text is as good, save for the Land."""
    return tuple(entry.title for entry in _entries(key, lists))


def _entries(key: FactKey, lists: Mapping[str, ChoiceList]) -> tuple[Choice, ...]:
    return lists[key.options_of].entries if key.options_of in lists else ()


def shown_facts(
    sheet: FactSheet, plant: Plant, facts: Mapping[str, PlantFact], lists: Mapping[str, ChoiceList]
) -> dict[str, str]:
    """What the fields show, by key: columns of the plant and the newest fact of each key."""
    texts: dict[str, str] = {}
    for key in sheet.facts:
        if key.column and key.column != "areas":
            stored = str(getattr(plant, key.column) or "")
            own = "" if key.column == "land" else stored
            texts[key.key] = next((e.title for e in _entries(key, lists) if e.key == stored), own)
        elif key.key in facts:
            texts[key.key] = shown(key.kind, facts[key.key].value)
    return texts


def stored_text(key: FactKey, text: str, today: date, lists: Mapping[str, ChoiceList]) -> str:
    """The typed text as it is stored (from a list by its key); a wrong figure is refused with a sentence."""
    listed = next((entry.key for entry in _entries(key, lists) if entry.title == text.strip()), "")
    if listed or key.column == "land":
        return listed
    value = understood(FieldKind.LINES if key.repeats else key.kind, text, today)
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else str(value)

"""Records and their shapes in a package: the same names, but for those listed here."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, TypeVar
from uuid import UUID

from tws_desktop.domain.exchange import agreement, positions, workshop
from tws_desktop.domain.exchange.key import Key
from tws_desktop.domain.exchange.plain import fingerprint, keys_of

P = TypeVar("P")
R = TypeVar("R")

_RENAMED: Mapping[Any, Mapping[str, str]] = MappingProxyType(
    {
        workshop.PackedWorkshop: {"format": "format_key"},
        workshop.PackedStep: {"method": "method_key", "min": "min_minutes", "max": "max_minutes"},
        workshop.PackedSheet: {"questionnaire": "questionnaire_key"},
        workshop.PackedAnswer: {"item": "item_key"},
        workshop.PackedVote: {"mode": "way"},
        workshop.PackedOption: {"topic": "topic_key"},
        positions.PackedPosition: {"topic": "topic_key"},
        positions.PackedQuestion: {"item": "item_key"},
        agreement.PackedAgreement: {"type": "type_key"},
        agreement.PackedUnit: {"clause": "clause_key"},
    }
)

THINGS: Mapping[str, str] = MappingProxyType(
    {
        "entry": "entries",
        "position": "positions",
        "trade": "trades",
        "measure": "measures",
        "question": "questions",
        "decision": "decisions",
        "fact": "plant_facts",
        "answer": "answers",
        "vote": "votes",
        "agreement": "agreements",
        "file": "attachments",
    }
)
"""What a release calls the things that a package calls by kind."""


def _columns(record: Any) -> frozenset[str]:
    return frozenset(field.name for field in dataclasses.fields(record))


def column_of(shape: Any, name: str, columns: frozenset[str], said: Key | None) -> str:
    """The column of a record (which has `columns`) that a key of `shape` is about."""
    column = _RENAMED.get(shape, {}).get(name, name)
    return f"{column}_id" if refers(said) and f"{column}_id" in columns else column


def refers(said: Key | None) -> bool:
    """Whether a key holds a reference."""
    return said is not None and bool(said.refers)


def pack(record: Any, shape: type[P], **more: Any) -> P:
    """The record as its shape in a package; `more` gives what the record itself does not hold."""
    columns = _columns(record)
    held: dict[str, Any] = {}
    for field, _, _, said in keys_of(shape):
        column = column_of(shape, field.name, columns, said)
        if field.name in more:
            held[field.name] = more[field.name]
        elif column in columns:
            value = getattr(record, column)
            held[field.name] = str(value) if isinstance(value, UUID) else value
    return shape(**held)


def unpack(packed: Any, kind: type[R], new_id: Callable[[str], UUID], **more: Any) -> R:
    """A new record from its shape; references become the new ids, `more` gives what the shape does not hold."""
    columns = _columns(kind)
    held: dict[str, Any] = {}
    for field, _, _, said in keys_of(type(packed)):
        column = column_of(type(packed), field.name, columns, said)
        if column not in columns:
            continue
        value = getattr(packed, field.name)
        held[column] = new_id(value) if refers(said) and value is not None else value
    return kind(**{**held, **more})


def row_hash(record: Any) -> str:
    """What a row looked like when it was given out or taken over, its revision apart."""
    return fingerprint(dataclasses.replace(record, revision=0))

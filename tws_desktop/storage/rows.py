"""Records to row values and back, and row values to what the journal keeps."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints
from uuid import UUID

import cattrs

from tws_desktop.storage.tables import plain_type

R = TypeVar("R")

_CONVERTER = cattrs.Converter()


def _same(value: Any) -> Any:
    return value


def _as_tuple(value: Any) -> Any:
    return tuple(value)


def _holds_shapes(kind: Any) -> bool:
    return any(dataclasses.is_dataclass(part) for part in (kind, *get_args(kind)))


def _reader(kind: Any) -> Callable[[Any], Any]:
    if _holds_shapes(kind):
        return lambda value: _CONVERTER.structure(value, kind)
    if isinstance(kind, type) and issubclass(kind, StrEnum | Decimal):
        return kind
    if get_origin(kind) is tuple or kind is tuple:
        return _as_tuple
    return _same


@cache
def _readers(record: Any) -> tuple[tuple[int, Callable[[Any], Any]], ...]:
    """Which columns need more than their value, and what makes it."""
    hints = get_type_hints(record)
    readers = (_reader(plain_type(hints[field.name])[0]) for field in dataclasses.fields(record))
    return tuple((place, read) for place, read in enumerate(readers) if read is not _same)


def to_record(kind: type[R], row: Iterable[Any]) -> R:
    """The record that a whole row holds, its columns in order."""
    values = list(row)
    for place, read in _readers(cast("Any", kind)):
        if values[place] is not None:
            values[place] = read(values[place])
    return kind(*values)


_PLAIN = frozenset({str, int, bool, UUID, type(None)})


def _stored(value: Any) -> Any:
    if type(value) in _PLAIN:
        return value
    if isinstance(value, StrEnum | Decimal):
        return str(value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return _CONVERTER.unstructure(value)
    if isinstance(value, tuple):
        return [_stored(item) for item in value]
    if isinstance(value, Mapping):
        return {str(key): _stored(item) for key, item in value.items()}
    return value


@cache
def _names(record: Any) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(record))


def to_row(record: Any) -> dict[str, Any]:
    """The values of a record's columns."""
    return {name: _stored(getattr(record, name)) for name in _names(cast("Any", type(record)))}


def stored_values(values: Mapping[str, Any]) -> dict[str, Any]:
    """Single values as columns take them."""
    return {name: _stored(value) for name, value in values.items()}


def journal_value(value: Any) -> Any:
    """A column value as the journal keeps it (JSON)."""
    if isinstance(value, UUID):
        return {"uuid": value.hex}
    if isinstance(value, datetime):
        return {"moment": value.astimezone(UTC).isoformat()}
    if isinstance(value, date):
        return {"day": value.isoformat()}
    return value if not isinstance(value, dict) else {"json": value}


def column_value(value: Any) -> Any:
    """The column value behind what the journal keeps."""
    match value:
        case {"uuid": text}:
            return UUID(text)
        case {"moment": text}:
            return datetime.fromisoformat(text)
        case {"day": text}:
            return date.fromisoformat(text)
        case {"json": inner}:
            return inner
        case _:
            return value

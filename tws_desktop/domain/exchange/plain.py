"""A package as plain JSON values, and its fingerprint."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import cache
from typing import Any, get_args, get_type_hints
from uuid import UUID

from tws_desktop.domain.exchange.key import Key

Keys = tuple[tuple[dataclasses.Field[Any], Any, str, Key | None], ...]


def keys_of(shape: Any) -> Keys:
    """Field, type, key in the file and meaning of everything a shape holds, in order."""
    return _keys_of(shape)


@cache
def _keys_of(shape: Any) -> Keys:
    hints = get_type_hints(shape, include_extras=True)
    found = []
    for field in dataclasses.fields(shape):
        hint = hints[field.name]
        said = next((extra for extra in get_args(hint)[1:] if isinstance(extra, Key)), None)
        found.append((field, hint, (said and said.name) or field.name, said))
    return tuple(found)


def default_of(field: dataclasses.Field[Any]) -> Any:
    """The value a missing key stands for; `dataclasses.MISSING` if the key is required."""
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    return field.default


def plain(value: Any) -> Any:
    """`value` as JSON has it; keys that hold their default are left out."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        held = ((field, name, getattr(value, field.name)) for field, _, name, _ in keys_of(type(value)))
        return {name: plain(inner) for field, name, inner in held if inner != default_of(field)}
    if isinstance(value, Mapping):
        return {str(key): plain(inner) for key, inner in value.items()}
    if isinstance(value, tuple | list):
        return [plain(inner) for inner in value]
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, StrEnum | UUID) else value


def canonical(value: Any) -> bytes:
    """`value` as one line of JSON that is the same whatever the order of its keys."""
    return json.dumps(plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def fingerprint(value: Any) -> str:
    """SHA-256 of the canonical form, in hexadecimal."""
    return hashlib.sha256(canonical(value)).hexdigest()

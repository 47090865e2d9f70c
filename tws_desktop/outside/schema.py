"""The JSON Schema of packages, made from the shapes; `resources/schema/` holds what this returns."""

from __future__ import annotations

import dataclasses
import json
from datetime import date, datetime
from enum import StrEnum
from typing import Any, get_args, get_origin

from tws_desktop.domain.board_parameters import Board
from tws_desktop.domain.exchange.checks import BUCKETS
from tws_desktop.domain.exchange.document import FORMAT, VERSION, PackageDocument
from tws_desktop.domain.exchange.key import Key
from tws_desktop.domain.exchange.plain import default_of, keys_of, plain
from tws_desktop.domain.questionnaires import Item
from tws_desktop.outside.board_words import KEYS, SHAPES
from tws_desktop.outside.structuring import LARGEST, optional, without_key

NAME = f"twspaket-{VERSION}.schema.json"
_EMPTY = ("deadlines",)


def schema() -> dict[str, Any]:
    """The schema (draft 2020-12) of `paket.json`; shapes stand under `$defs` by name."""
    shapes: dict[str, Any] = {}
    top = _shape(PackageDocument, shapes)
    top["properties"]["format"]["const"] = FORMAT
    top["properties"]["version"]["const"] = VERSION
    for name in _EMPTY:
        top["properties"][name]["maxItems"] = 0
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:twspaket:{VERSION}",
        "title": "TWS-Paket",
        **top,
        "$defs": dict(sorted(shapes.items())),
    }


def schema_text() -> str:
    """The schema as the file holds it."""
    return json.dumps(schema(), ensure_ascii=False, indent=1) + "\n"


def name_of(shape: Any) -> str:
    """What a shape is called in schema and page."""
    name = str(shape.__name__)
    plain_names = {Board, Item, PackageDocument}
    return name.removeprefix("Packed") if name.startswith("Packed") or shape in plain_names else f"Board{name}"


def about(shape: Any) -> str:
    """What a shape is, in German."""
    return SHAPES.get(shape) or str(shape.__doc__)


def meaning(shape: Any, name: str, said: Key | None) -> str:
    """What a key means, in German; raises `KeyError` for one nobody has explained."""
    return said.says if said is not None else KEYS[shape][name]


def _shape(shape: Any, shapes: dict[str, Any]) -> dict[str, Any]:
    keys: dict[str, Any] = {}
    required = []
    for field, hint, name, said in keys_of(shape):
        keys[name] = _kind(hint, shapes)
        keys[name]["description"] = meaning(shape, name, said)
        default = default_of(field)
        if default is dataclasses.MISSING:
            required.append(name)
        elif default not in (None, (), {}, ""):
            keys[name]["default"] = plain(default)
    return {
        "description": about(shape),
        "type": "object",
        "additionalProperties": False,
        "required": required,
        "properties": keys,
    }


def _kind(hint: Any, shapes: dict[str, Any]) -> dict[str, Any]:
    hint, said = without_key(hint)
    if hint is Any:
        return {}
    inner = optional(hint)
    if inner is not None:
        return {"anyOf": [_kind(inner, shapes), {"type": "null"}]}
    if dataclasses.is_dataclass(hint):
        name = name_of(hint)
        if name not in shapes:
            shapes[name] = {}
            shapes[name] = _shape(hint, shapes)
        return {"$ref": f"#/$defs/{name}"}
    if get_origin(hint) is tuple:
        return {"type": "array", "items": _kind(get_args(hint)[0], shapes)}
    if get_origin(hint) is not None:
        return _mapping(get_args(hint)[1], shapes)
    low, high = (said and said.bounds) or (-LARGEST, LARGEST)
    return _simple(hint, low, high)


def _mapping(inner: Any, shapes: dict[str, Any]) -> dict[str, Any]:
    if inner is int:
        return {
            "type": "object",
            "propertyNames": {"enum": sorted(BUCKETS)},
            "additionalProperties": {"type": "integer", "minimum": 0, "maximum": LARGEST},
        }
    return {"type": "object", "additionalProperties": _kind(inner, shapes)}


def _simple(kind: Any, low: int, high: int) -> dict[str, Any]:
    if issubclass(kind, StrEnum):
        return {"enum": [member.value for member in kind]}
    if kind is bool:
        return {"type": "boolean"}
    if kind is int:
        return {"type": "integer", "minimum": low, "maximum": high}
    if kind is datetime:
        return {"type": "string", "format": "date-time"}
    return {"type": "string", "format": "date"} if kind is date else {"type": "string"}

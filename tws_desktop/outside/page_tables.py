"""The tables of keys in `docs/package-format.md`, made from the same shapes as the schema."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from datetime import date, datetime
from enum import StrEnum
from typing import Any, get_args, get_origin

from tws_desktop.domain.exchange.document import PackageDocument
from tws_desktop.domain.exchange.key import Key
from tws_desktop.domain.exchange.plain import default_of, keys_of, plain
from tws_desktop.outside.schema import about, meaning, name_of
from tws_desktop.outside.structuring import optional, without_key

_PLAIN = {
    str: "Text",
    int: "ganze Zahl",
    bool: "true oder false",
    date: "Tag JJJJ-MM-TT",
    datetime: "Zeitpunkt mit Zeitzone",
}


def tables() -> str:
    """One Markdown section per shape: key, type, default, meaning; a key in bold must be there."""
    return "\n".join(_section(shape) for shape in _ours(PackageDocument, []))


def _ours(shape: Any, seen: list[Any]) -> list[Any]:
    seen.append(shape)
    for _, hint, _, _ in keys_of(shape):
        for inner in _inner(hint):
            if inner not in seen:
                _ours(inner, seen)
    return seen


def _inner(hint: Any) -> Iterator[Any]:
    kind, _ = without_key(hint)
    if dataclasses.is_dataclass(kind):
        yield kind
    for argument in get_args(kind):
        yield from _inner(argument)


def _section(shape: Any) -> str:
    lines = [f"### {name_of(shape)}", "", about(shape), ""]
    lines += ["| Schlüssel | Typ | Vorgabe | Bedeutung |", "|---|---|---|---|"]
    for field, hint, name, said in keys_of(shape):
        default = default_of(field)
        must = default is dataclasses.MISSING
        shown = "–" if must or default in (None, (), {}, "") else f"`{json.dumps(plain(default))}`"
        lines.append(
            f"| {f'**`{name}`**' if must else f'`{name}`'} | {_type(hint)} | {shown} | {meaning(shape, name, said)} |"
        )
    return "\n".join([*lines, ""])


def _type(hint: Any) -> str:
    kind, said = without_key(hint)
    inner = optional(kind)
    if inner is not None:
        return f"{_type(inner) if not _refers(said) else _refers(said)} oder null"
    if get_origin(kind) is tuple:
        return f"Liste: {_refers(said) or _type(get_args(kind)[0])}"
    if get_origin(kind) is not None:
        return f"Schlüssel zu {_type(get_args(kind)[1])}"
    if kind is Any:
        return "beliebig"
    if dataclasses.is_dataclass(kind):
        return f"{name_of(kind)}"
    return _refers(said) or _simple(kind, said)


def _refers(said: Key | None) -> str:
    return f"Verweis auf {', '.join(said.refers)}" if said is not None and said.refers else ""


def _simple(kind: Any, said: Key | None) -> str:
    if issubclass(kind, StrEnum):
        return ", ".join(f"`{member.value}`" for member in kind)
    bounds = f" {said.bounds[0]} bis {said.bounds[1]}" if said is not None and said.bounds else ""
    return f"{_PLAIN[kind]}{bounds}"

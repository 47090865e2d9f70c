"""Plain JSON values into the shapes of a package; the first mistake is named with its place."""

from __future__ import annotations

import dataclasses
import re
import types
from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Annotated, Any, TypeVar, Union, cast, get_args, get_origin

from tws_desktop.domain.exchange.checks import refuse
from tws_desktop.domain.exchange.key import Key
from tws_desktop.domain.exchange.plain import default_of, keys_of

T = TypeVar("T")

LARGEST = 2_147_483_647
_GERMAN = MappingProxyType({str: "Text", int: "eine ganze Zahl", bool: "true oder false"})
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def structure(value: Any, shape: type[T], place: str = "") -> T:
    """`value` as a `shape`; unknown and missing keys, wrong types and values are refused with the place."""
    return cast("T", _read(value, shape, place))


def _read(value: Any, kind: Any, place: str) -> Any:
    kind, said = without_key(kind)
    if kind is Any:
        return value
    inner = optional(kind)
    if inner is not None:
        return None if value is None else _read(value, inner, place)
    if dataclasses.is_dataclass(kind):
        return _read_shape(value, kind, place)
    if get_origin(kind) is not None:
        return _read_many(value, kind, place)
    return _read_one(value, kind, place, said)


def without_key(kind: Any) -> tuple[Any, Key | None]:
    """The type behind an annotation, and what the annotation says."""
    if get_origin(kind) is not Annotated:
        return kind, None
    return get_args(kind)[0], next((extra for extra in get_args(kind)[1:] if isinstance(extra, Key)), None)


def optional(kind: Any) -> Any:
    """The type that may also be null, or None if null is not allowed."""
    if get_origin(kind) not in {Union, types.UnionType}:
        return None
    return next(arg for arg in get_args(kind) if arg is not type(None))


def _read_shape(value: Any, shape: Any, place: str) -> Any:
    if not isinstance(value, dict):
        raise refuse(place, "Hier steht eine Gruppe von Angaben in geschweiften Klammern. Bitte berichtigen.")
    known = {name: (field, hint) for field, hint, name, _ in keys_of(shape)}
    for name in value:
        if name not in known:
            raise refuse(at(place, name), _unknown(name, known))
    held = {}
    for name, (field, hint) in known.items():
        if name in value:
            held[field.name] = _read(value[name], hint, at(place, name))
        elif default_of(field) is dataclasses.MISSING:
            raise refuse(at(place, name), "Die Pflichtangabe fehlt. Bitte ergänzen.")
    try:
        return shape(**held)
    except ValueError as error:
        raise refuse(place, f"{error}. Bitte berichtigen.") from error


def _unknown(name: str, known: Mapping[str, Any]) -> str:
    if name in {"ballots", "stimmzettel", "votes"} and "results" in known:
        return "Einzelne Stimmen nimmt das Programm nicht an. Bitte nur Summen unter results schreiben."
    return f"Der Schlüssel „{name}“ ist unbekannt. Schreibweise prüfen oder entfernen."


def at(place: str, name: str) -> str:
    """The place of a key below `place`."""
    return f"{place}.{name}" if place else name


def _read_many(value: Any, kind: Any, place: str) -> Any:
    if get_origin(kind) is tuple:
        return _read_list(value, get_args(kind)[0], place)
    return _read_mapping(value, get_args(kind)[1], place)


def _read_one(value: Any, kind: Any, place: str, said: Key | None) -> Any:
    if issubclass(kind, StrEnum):
        return _read_choice(value, kind, place)
    reader = _READERS.get(kind)
    return reader(value, place) if reader else _read_plain(value, kind, place, said)


def _read_list(value: Any, kind: Any, place: str) -> Any:
    if not isinstance(value, list):
        raise refuse(place, "Hier steht eine Liste in eckigen Klammern. Bitte berichtigen.")
    return tuple(_read(item, kind, f"{place}[{number}]") for number, item in enumerate(value))


def _read_mapping(value: Any, kind: Any, place: str) -> Any:
    if not isinstance(value, dict):
        raise refuse(place, "Hier stehen Schlüssel und Werte in geschweiften Klammern. Bitte berichtigen.")
    return {name: _read(item, kind, at(place, name)) for name, item in value.items()}


def _read_choice(value: Any, kind: type[StrEnum], place: str) -> Any:
    allowed = [member.value for member in kind]
    if not isinstance(value, str) or value not in allowed:
        raise refuse(place, f"„{value}“ ist nicht erlaubt. Erlaubt: {', '.join(allowed)}.")
    return kind(value)


def _read_plain(value: Any, kind: type, place: str, said: Key | None) -> Any:
    if type(value) is not kind:
        raise refuse(place, f"Erwartet wird {_GERMAN.get(kind, kind.__name__)}. Bitte berichtigen.")
    low, high = (said.bounds if said else None) or (-LARGEST, LARGEST)
    if isinstance(value, int) and not low <= value <= high:
        raise refuse(place, f"{value} liegt nicht zwischen {low} und {high}. Bitte berichtigen.")
    return value


def _read_day(value: Any, place: str) -> date:
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise refuse(place, f"„{value}“ ist kein Tag. Bitte in der Form JJJJ-MM-TT schreiben.")


def _read_moment(value: Any, place: str) -> datetime:
    if isinstance(value, str):
        try:
            found = datetime.fromisoformat(value)
        except ValueError:
            found = datetime.min
        if found.tzinfo is not None:
            return found
    raise refuse(place, f"„{value}“ ist kein Zeitpunkt mit Zeitzone. Bitte wie 2026-11-23T09:00:00Z schreiben.")


_READERS: Mapping[Any, Callable[[Any, str], Any]] = MappingProxyType({date: _read_day, datetime: _read_moment})

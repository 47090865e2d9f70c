"""TOML files into typed values; a bad file is named with field and mend, the rest loads."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, is_dataclass
from datetime import date
from enum import StrEnum
from importlib.resources.abc import Traversable
from types import GenericAlias
from typing import Any, Generic, Literal, TypeVar, cast, get_args, get_origin

import cattrs
from cattrs.errors import ForbiddenExtraKeysError
from cattrs.gen import make_dict_structure_fn

from tws_desktop.domain.errors import FormFault

T = TypeVar("T")

_CONVERTER = cattrs.Converter(forbid_extra_keys=True)


@dataclass(frozen=True, slots=True)
class Loaded(Generic[T]):
    """The values of one folder by their key, and what was wrong with the rest."""

    values: Mapping[str, T]
    faults: tuple[FormFault, ...] = ()


_WORDS = {
    str: "Text",
    int: "ganze Zahl",
    float: "Zahl",
    bool: "true oder false",
    date: "Datum",
    list: "Liste",
    dict: "Tabelle",
}


def _expect(kind: type, value: Any) -> Any:
    if type(value) is not kind and not (kind is float and type(value) is int):
        found = _WORDS.get(type(value), type(value).__name__)
        raise TypeError(f"erwartet wird {_WORDS[kind]}, gefunden wurde {found}")
    return value


def _strict(kind: type) -> Callable[[Any, Any], Any]:
    return lambda value, _: _expect(kind, value)


def _is_tuple(kind: Any) -> bool:
    return get_origin(kind) is tuple


def _tuple_hook(kind: Any) -> Callable[[Any, Any], Any]:
    many: Any = GenericAlias(list, get_args(kind)[:1])
    return lambda value, _: tuple(_CONVERTER.structure(_expect(list, value), many))


def _is_table(kind: Any) -> bool:
    return is_dataclass(kind)


def _table_hook(kind: Any) -> Callable[[Any, Any], Any]:
    inner = make_dict_structure_fn(kind, _CONVERTER, _cattrs_forbid_extra_keys=True)
    return lambda value, _: inner(_expect(dict, value), kind)


def _is_literal(kind: Any) -> bool:
    return get_origin(kind) is Literal


def _choice(value: Any, kind: Any) -> Any:
    allowed = {str(member): member for member in (get_args(kind) if _is_literal(kind) else kind)}
    if _expect(str, value) not in allowed:
        names = ", ".join(f"„{name}“" for name in allowed)
        raise ValueError(f"„{value}“ ist nicht erlaubt, erlaubt sind {names}")
    return allowed[value]


for _kind in (str, int, bool, float, date):
    _CONVERTER.register_structure_hook(_kind, _strict(_kind))
_CONVERTER.register_structure_hook(StrEnum, _choice)
_CONVERTER.register_structure_hook_factory(_is_tuple, _tuple_hook)
_CONVERTER.register_structure_hook_factory(_is_table, _table_hook)
_CONVERTER.register_structure_hook_func(_is_literal, _choice)


def structure(data: Mapping[str, Any], shape: type[T]) -> T:
    """`data` as a `shape`; raises what `explain` words."""
    return _CONVERTER.structure(data, shape)


def explain(error: BaseException, file: str) -> tuple[FormFault, ...]:
    """Each mistake behind `error`, with the field it lies in."""
    return tuple(_walk(error, file, ""))


def _walk(error: BaseException, file: str, path: str) -> list[FormFault]:
    if isinstance(error, ForbiddenExtraKeysError):
        keys = ", ".join(sorted(error.extra_fields))
        return [FormFault(file, path or "oben", f"Unbekannter Schlüssel {keys}. Schreibweise prüfen oder entfernen.")]
    if isinstance(error, BaseExceptionGroup):
        return [fault for inner in error.exceptions for fault in _walk(inner, file, path + _place(inner))]
    if isinstance(error, KeyError):
        return [FormFault(file, path or str(error.args[0]), "Pflichtangabe fehlt. Bitte ergänzen.")]
    return [FormFault(file, path or "oben", f"Ungültiger Wert: {error}. Bitte berichtigen.")]


def _place(error: BaseException) -> str:
    for note in getattr(error, "__notes__", ()):
        name = getattr(note, "name", None)
        index = getattr(note, "index", None)
        if name is not None:
            return f".{name}"
        if index is not None:
            return f"[{index}]"
    return ""


def _unreadable(file: str, error: ValueError) -> FormFault:
    if isinstance(error, UnicodeDecodeError):
        return FormFault(file, "Datei", "Sie ist nicht in UTF-8 gespeichert. Bitte so speichern.")
    at = re.search(r"line (\d+), column (\d+)", str(error))
    place = f"Zeile {at[1]}, Spalte {at[2]}" if at else "Dateiende"
    return FormFault(file, place, "Kein gültiges TOML. Klammern, Anführungszeichen und Kommas prüfen.")


def read_file(file: Traversable, shape: type[T]) -> tuple[T | None, tuple[FormFault, ...]]:
    """The value of one TOML file, or what is wrong with it."""
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        return None, (_unreadable(file.name, error),)
    try:
        return structure(data, shape), ()
    except Exception as error:  # noqa: BLE001  (cattrs raises groups of anything a shape raises)
        faults = explain(error, file.name)
        return None, tuple(FormFault(f.file, f.field.lstrip("."), f.sentence) for f in faults)


def read_folder(folder: Traversable, shape: type[T]) -> Loaded[T]:
    """All TOML files below `folder`, by their `key`, which must be the file's name."""
    values: dict[str, T] = {}
    faults: list[FormFault] = []
    for file in sorted(_toml_files(folder), key=lambda found: found.name):
        value, wrong = read_file(file, shape)
        faults.extend(wrong)
        if value is None:
            continue
        key = cast("str", getattr(value, "key"))  # noqa: B009  (every form has one; T does not say so)
        if f"{key}.toml" != file.name:
            faults.append(
                FormFault(file.name, "key", f"Schlüssel {key} passt nicht zum Dateinamen. Eines von beiden ändern.")
            )
        elif key in values:
            faults.append(FormFault(file.name, "key", f"Schlüssel {key} gibt es zweimal. Einen davon umbenennen."))
        else:
            values[key] = value
    return Loaded(values, tuple(faults))


def _toml_files(folder: Traversable) -> list[Traversable]:
    found: list[Traversable] = []
    for child in folder.iterdir():
        if child.is_dir():
            found.extend(_toml_files(child))
        elif child.name.endswith(".toml"):
            found.append(child)
    return found

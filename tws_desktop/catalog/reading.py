"""TOML files into typed values; a bad file is named with field and mend, the rest loads."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import Any, Generic, TypeVar, cast

import cattrs
from cattrs.errors import ForbiddenExtraKeysError

from tws_desktop.domain.errors import FormFault

T = TypeVar("T")

_CONVERTER = cattrs.Converter(forbid_extra_keys=True)


@dataclass(frozen=True, slots=True)
class Loaded(Generic[T]):
    """The values of one folder by their key, and what was wrong with the rest."""

    values: Mapping[str, T]
    faults: tuple[FormFault, ...] = ()


def _strict(kind: type) -> Callable[[Any, Any], Any]:
    def check(value: Any, _: Any) -> Any:
        if type(value) is not kind and not (kind is float and type(value) is int):
            raise TypeError(f"erwartet {kind.__name__}, gefunden {type(value).__name__}")
        return value

    return check


for _kind in (str, int, bool, float):
    _CONVERTER.register_structure_hook(_kind, _strict(_kind))


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


def read_file(file: Traversable, shape: type[T]) -> tuple[T | None, tuple[FormFault, ...]]:
    """The value of one TOML file, or what is wrong with it."""
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        return None, (FormFault(file.name, "Datei", f"Kein gültiges TOML: {error}. Bitte berichtigen."),)
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

"""JSON from strangers: no double keys, no endless depth, no numbers a store cannot hold, clean text."""

from __future__ import annotations

import json
import math
from typing import Any, NoReturn

from tws_desktop.domain.errors import FileRefused, InputRefused
from tws_desktop.domain.exchange.checks import refuse
from tws_desktop.domain.text import TextKind, cleaned
from tws_desktop.outside.structuring import at

MOST_BYTES = 50 * 1024 * 1024
DEEPEST = 50
_LARGEST = 2**53
_LONGEST_NUMBER = 17


def read_json(data: bytes) -> Any:
    """The value that UTF-8 JSON `data` holds, all text clean; raises `FileRefused` with line or place."""
    if len(data) > MOST_BYTES:
        raise FileRefused("Der Inhalt ist größer als 50 MB. Bitte das Paket teilen.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FileRefused(f"Ab Byte {error.start} ist der Text kein UTF-8. Bitte als UTF-8 speichern.") from error
    try:
        value = json.loads(
            text, object_pairs_hook=_once, parse_int=_whole, parse_float=_finite, parse_constant=_no_number
        )
    except json.JSONDecodeError as error:
        raise FileRefused(
            f"Kein gültiges JSON in Zeile {error.lineno}, Spalte {error.colno}. "
            "Die Datei ist abgeschnitten oder beschädigt; bitte neu holen."
        ) from error
    except RecursionError as error:
        raise _too_deep() from error
    return _clean(value, "", 1)


def _too_deep() -> FileRefused:
    return FileRefused(f"Der Inhalt ist tiefer als {DEEPEST} Ebenen verschachtelt. Bitte vereinfachen.")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise FileRefused(f"Der Schlüssel „{twice}“ steht zweimal in derselben Klammer. Bitte einen streichen.")
    return found


def _whole(digits: str) -> int:
    if len(digits) > _LONGEST_NUMBER or abs(int(digits)) > _LARGEST:
        raise FileRefused(f"Die Zahl {digits[:20]} ist zu groß. Bitte als Text in Anführungszeichen schreiben.")
    return int(digits)


def _finite(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise FileRefused(f"Die Zahl {digits[:20]} ist zu groß. Bitte als Text in Anführungszeichen schreiben.")
    return number


def _no_number(word: str) -> NoReturn:
    raise FileRefused(f"„{word}“ ist keine Zahl. Bitte die Angabe weglassen.")


def _clean(value: Any, place: str, depth: int) -> Any:
    if isinstance(value, str):
        return _clean_text(value, place)
    if not isinstance(value, dict | list):
        return value
    if depth > DEEPEST:
        raise _too_deep()
    if isinstance(value, list):
        return [_clean(item, f"{place}[{number}]", depth + 1) for number, item in enumerate(value)]
    found = {_clean_text(name, place): _clean(item, at(place, name), depth + 1) for name, item in value.items()}
    if len(found) < len(value):
        raise refuse(place, "Zwei Schlüssel sind nach der Bereinigung gleich. Bitte einen umbenennen.")
    return found


def _clean_text(text: str, place: str) -> str:
    try:
        return cleaned(text, TextKind.LONG)
    except InputRefused as error:
        raise refuse(place, str(error)) from error

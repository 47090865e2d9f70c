"""Values of fields: read as people type them, kept exact, shown in one form."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from tws_desktop.domain.agreements import FieldValue
from tws_desktop.domain.clause_fields import FieldKind
from tws_desktop.domain.errors import InputRefused
from tws_desktop.domain.german import (
    read_date,
    read_money,
    read_number,
    read_percent,
    show_date,
    show_money,
    show_number,
    show_percent,
)
from tws_desktop.domain.text import TextKind, cleaned

_YEARS = re.compile(r"(\d{4}) ?(?:bis|-|–|—) ?(\d{4})")
_SPAN = re.compile(r"(\d{1,3}) ?(Wochen?|Monate?|Jahre?|Quartale?)", re.IGNORECASE)
_BETWEEN = re.compile(r" bis | ?[–—] ?| - ")
_UNITS = ("Woche", "Wochen", "Monat", "Monate", "Jahr", "Jahre", "Quartal", "Quartale")


def read_value(value: FieldValue, typed: str, today: date) -> Any:
    """What a typed text means for a field, as it is stored; refuses with a sentence what the field does not take.

    Dates are kept as ISO text, amounts and numbers as text with a point, lists and tables as lists.
    """
    kind = FieldKind(value.kind)
    if kind is FieldKind.SECTIONS_BY_RIGHT:
        raise InputRefused(f"„{value.label}“ errechnet das Programm. Bitte die Bausteine ändern statt der Liste.")
    text = cleaned(typed, TextKind.LONG if kind in _LONG else TextKind.CARD).strip()
    if not text:
        raise InputRefused(f"„{value.label}“ ist leer. Bitte einen Wert eintragen oder die Lücke offen lassen.")
    return _READERS.get(kind, _read_text)(value, text, today)


def printed(value: FieldValue) -> str:
    """The value as the text of the agreement has it; the unit stands in the text. Empty while it is open."""
    stored = value.value
    if stored is None:
        return ""
    kind = FieldKind(value.kind)
    if kind in _NUMBERS and not _is_year(value):
        return show_number(Decimal(stored))
    match kind:
        case FieldKind.DATE:
            return show_date(date.fromisoformat(stored))
        case FieldKind.LIST:
            return enumerated(tuple(stored))
        case FieldKind.TABLE:
            return "; ".join(": ".join(cell for cell in row if cell) for row in stored)
        case _:
            return str(stored)


def _is_year(value: FieldValue) -> bool:
    """A year is a number that has no point between its thousands."""
    return value.key.endswith("jahr") and value.kind == FieldKind.NUMBER and not value.unit


def shown(value: FieldValue) -> str:
    """The value as its input field shows it again, with its unit."""
    text = printed(value)
    if value.value is None:
        return ""
    match FieldKind(value.kind):
        case FieldKind.EURO:
            text = show_money(Decimal(value.value))
        case FieldKind.PERCENT:
            text = show_percent(Decimal(value.value))
        case FieldKind.NUMBER if value.unit:
            text = f"{text}\u00a0{value.unit}"
        case FieldKind.LIST:
            text = "\n".join(value.value)
        case FieldKind.TABLE:
            text = typed_rows(value.value)
        case _:
            pass
    return text


def rows_of(text: str) -> tuple[tuple[str, ...], ...]:
    """Rows of a table from typed lines: tabs or bars between the columns, in a line without either semicolons."""
    rows = []
    for line in filter(str.strip, text.split("\n")):
        sign = next((one for one in "\t|" if one in line), ";")
        rows.append(tuple(cell.strip() for cell in line.split(sign)))
    return tuple(rows)


def typed_rows(rows: Iterable[Iterable[str]]) -> str:
    """Rows as they are typed, so that `rows_of` reads the same: semicolons, or bars where a cell has one."""
    lines = (tuple(row) for row in rows)
    return "\n".join((" | " if any(";" in cell for cell in row) else "; ").join(row) for row in lines)


def enumerated(words: tuple[str, ...]) -> str:
    """`a, b und c`."""
    return " und ".join((", ".join(words[:-1]), words[-1])) if len(words) > 1 else "".join(words)


def _read_text(value: FieldValue, text: str, today: date) -> str:  # noqa: ARG001
    return text


def _read_date(value: FieldValue, text: str, today: date) -> str:  # noqa: ARG001
    return read_date(text, today).isoformat()


def _read_money(value: FieldValue, text: str, today: date) -> str:  # noqa: ARG001
    return _not_negative(value, read_money(text))


def _read_percent(value: FieldValue, text: str, today: date) -> str:  # noqa: ARG001
    return _not_negative(value, read_percent(text))


def _read_number(value: FieldValue, text: str, today: date) -> str:  # noqa: ARG001
    unit = value.unit.strip()
    if unit and text.lower().endswith(unit.lower()):
        text = text[: -len(unit)].strip()
    return _not_negative(value, read_number(text))


def _not_negative(value: FieldValue, number: Decimal) -> str:
    if number < 0:
        raise InputRefused(f"„{value.label}“ kann nicht unter null liegen. Bitte ohne Minuszeichen eintragen.")
    return f"{number:f}"


def _read_choice(value: FieldValue, text: str, today: date) -> str:  # noqa: ARG001
    for option in value.options:
        if option.casefold() == text.casefold():
            return option
    raise InputRefused(f"„{text[:40]}“ steht nicht zur Wahl. Bitte eines davon nehmen: {', '.join(value.options)}.")


def _read_list(value: FieldValue, text: str, today: date) -> list[str]:  # noqa: ARG001
    lines = re.split(r"\n|;" if "\n" in text or ";" in text else r"\n", text)
    return [line.strip() for line in lines if line.strip()]


def _read_table(value: FieldValue, text: str, today: date) -> list[list[str]]:  # noqa: ARG001
    rows = [list(row) if len(row) > 1 else re.split(r"(?<=\w): ", row[0]) for row in rows_of(text)]
    width = max(len(row) for row in rows)
    return [row + [""] * (width - len(row)) for row in rows]


def _read_period(value: FieldValue, text: str, today: date) -> str:
    plain = " ".join(text.split())
    if years := _YEARS.fullmatch(plain):
        return _ordered(value, int(years[1]) <= int(years[2]), f"{years[1]} bis {years[2]}")
    if re.fullmatch(r"\d{4}", plain):
        return plain
    if span := _SPAN.fullmatch(plain):
        unit = next(name for name in _UNITS if name.casefold() == span[2].casefold())
        return f"{int(span[1])}\u00a0{unit}"
    sides = _BETWEEN.split(plain.removeprefix("vom ").replace(" bis zum ", " bis "))
    if len(sides) != 2:
        raise InputRefused(
            f"„{plain[:40]}“ ist kein Zeitraum. Bitte zum Beispiel 2027 bis 2030, "
            "01.01.2027 bis 31.12.2029 oder 24 Monate eintragen."
        )
    start, end = (read_date(side, today) for side in sides)
    return _ordered(value, start <= end, f"{show_date(start)} bis {show_date(end)}")


def _ordered(value: FieldValue, right: bool, text: str) -> str:
    if not right:
        raise InputRefused(f"„{value.label}“: Das Ende liegt vor dem Anfang. Bitte die beiden Seiten tauschen.")
    return text


_NUMBERS = frozenset({FieldKind.EURO, FieldKind.PERCENT, FieldKind.NUMBER})
_LONG = frozenset({FieldKind.TEXT, FieldKind.LIST, FieldKind.TABLE})
_READERS: Mapping[FieldKind, Callable[[FieldValue, str, date], Any]] = MappingProxyType(
    {
        FieldKind.DATE: _read_date,
        FieldKind.EURO: _read_money,
        FieldKind.PERCENT: _read_percent,
        FieldKind.NUMBER: _read_number,
        FieldKind.CHOICE: _read_choice,
        FieldKind.LIST: _read_list,
        FieldKind.TABLE: _read_table,
        FieldKind.PERIOD: _read_period,
    }
)

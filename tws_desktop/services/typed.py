"""What is typed into a field of a form, understood by the field's kind and shown back in one form."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from tws_desktop.domain.errors import InputRefused
from tws_desktop.domain.form_fields import Field, FieldKind
from tws_desktop.domain.german.dates import read_date, show_date
from tws_desktop.domain.german.numbers import (
    read_money,
    read_number,
    read_percent,
    show_money,
    show_number,
    show_percent,
)
from tws_desktop.domain.text import TextKind, cleaned

_READ: dict[FieldKind, Callable[[str], Decimal]] = {
    FieldKind.NUMBER: read_number,
    FieldKind.MONEY: read_money,
    FieldKind.PERCENT: read_percent,
}
_SHOW: dict[FieldKind, Callable[[Decimal], str]] = {
    FieldKind.NUMBER: show_number,
    FieldKind.MONEY: show_money,
    FieldKind.PERCENT: show_percent,
}


def understood(kind: FieldKind, text: str, today: date) -> Any:
    """The value typed: a date, a Decimal or a clean text; None for an empty field; refuses with a sentence."""
    clean = cleaned(text, TextKind.LONG if kind in {FieldKind.LONG, FieldKind.LINES} else TextKind.CARD)
    if not clean.strip():
        return None
    if kind is FieldKind.DATE:
        return read_date(clean, today)
    if kind in _READ:
        return _READ[kind](clean)
    return clean if kind in {FieldKind.LONG, FieldKind.LINES} else clean.strip()


def shown(kind: FieldKind, value: Any) -> str:
    """A stored value as it is shown in the field."""
    if value in (None, ""):
        return ""
    if kind is FieldKind.DATE or isinstance(value, date):
        return show_date(value if isinstance(value, date) else date.fromisoformat(value))
    return _SHOW[kind](Decimal(str(value))) if kind in _SHOW else str(value)


def checked(field: Field, value: Any) -> Any:
    """The value if the field takes it; refuses what is out of its options or bounds."""
    if value is None:
        return None
    if field.kind is FieldKind.CHOICE and value not in field.options:
        raise InputRefused(f"„{value}“ steht nicht zur Wahl. Bitte eine Angabe aus der Liste nehmen.")
    if isinstance(value, Decimal) and field.low is not None and value < field.low:
        raise InputRefused(f"{field.label}: {show_number(value)} ist zu klein. Bitte mindestens {field.low} eintragen.")
    if isinstance(value, Decimal) and field.high is not None and value > field.high:
        raise InputRefused(f"{field.label}: {show_number(value)} ist zu groß. Bitte höchstens {field.high} eintragen.")
    return value

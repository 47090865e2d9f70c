"""What is typed into a field of a form, understood by the field's kind and shown back in one form."""

from __future__ import annotations

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


def understood(kind: FieldKind, text: str, today: date) -> Any:
    """The value typed: a date, a Decimal or a clean text; None for an empty field; refuses with a sentence."""
    clean = cleaned(text, TextKind.LONG if kind in {FieldKind.LONG, FieldKind.LINES} else TextKind.CARD)
    if not clean.strip():
        return None
    match kind:
        case FieldKind.DATE:
            return read_date(clean, today)
        case FieldKind.NUMBER:
            return read_number(clean)
        case FieldKind.MONEY:
            return read_money(clean)
        case FieldKind.PERCENT:
            return read_percent(clean)
        case FieldKind.LONG | FieldKind.LINES:
            return clean
        case _:
            return clean.strip()


def shown(kind: FieldKind, value: Any) -> str:
    """A stored value as it is shown in the field."""
    if value in (None, ""):
        return ""
    if isinstance(value, date):
        return show_date(value)
    match kind:
        case FieldKind.DATE:
            return show_date(date.fromisoformat(value))
        case FieldKind.NUMBER:
            return show_number(Decimal(str(value)))
        case FieldKind.MONEY:
            return show_money(Decimal(str(value)))
        case FieldKind.PERCENT:
            return show_percent(Decimal(str(value)))
        case _:
            return str(value)


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

"""Numbers, money and per cent as people write them in German; exact, never float."""

from __future__ import annotations

import re
from decimal import Decimal
from types import MappingProxyType

from tws_desktop.domain.errors import InputRefused

NBSP = "\u00a0"
MINUS = "\u2212"

_CENT = Decimal("0.01")
_LARGEST = Decimal(10) ** 15
_MOST_DIGITS = 20
_SPACES = re.compile(r"[\s\u00a0\u202f\u2009]+")
_NUMBER = re.compile(r"([-\u2212\u2013+]?)((?:[0-9]{1,3}(?:[. ][0-9]{3})+|[0-9]+)(?:,[0-9]+)?)", re.ASCII)
_AMOUNT = re.compile(
    r"(?:(?:€|eur|euro) ?)?(?P<number>[-\u2212\u2013+0-9., ]*[0-9])"
    r"(?: ?(?P<unit>tsd|tausend|mio|million|millionen|mrd|milliarde|milliarden)\.?)?"
    r"(?: ?(?P<thousand>t)?(?:€|eur|euro))?",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"\s*(?:%|prozent|v\. ?h\.)$", re.IGNORECASE)
_UNITS = MappingProxyType(
    {
        "tsd": 1_000,
        "tausend": 1_000,
        "mio": 1_000_000,
        "million": 1_000_000,
        "millionen": 1_000_000,
        "mrd": 1_000_000_000,
        "milliarde": 1_000_000_000,
        "milliarden": 1_000_000_000,
    }
)


def read_number(text: str) -> Decimal:
    """The number in `text`: comma before decimals, points or spaces between thousands only."""
    found = _NUMBER.fullmatch(_plain(text))
    if found is None:
        raise InputRefused(
            f"„{_quoted(text)}“ ist keine Zahl. Bitte mit Komma vor den Nachkommastellen schreiben, "
            "zum Beispiel 1.234,56."
        )
    sign = "-" if found[1] in {"-", MINUS, "\u2013"} else ""
    value = Decimal(sign + re.sub(r"[. ]", "", found[2]).replace(",", "."))
    if abs(value) >= _LARGEST or len(value.as_tuple().digits) > _MOST_DIGITS:
        raise InputRefused(f"„{_quoted(text)}“ ist zu groß. Bitte höchstens 15 Stellen eintragen.")
    return value + 0


def read_money(text: str) -> Decimal:
    """The amount in euro, whole cents: `6 Mio. €`, `1,5 Mrd. EUR`, `250.000 €`, `€ 12,50`, `300 T€`."""
    found = _AMOUNT.fullmatch(_plain(text))
    if found is None or (found["unit"] and found["thousand"]):
        raise InputRefused(
            f"„{_quoted(text)}“ ist kein Betrag in Euro. Bitte zum Beispiel 250.000 € oder 6 Mio. € eintragen."
        )
    unit = "tsd" if found["thousand"] else (found["unit"] or "").lower()
    value = read_number(found["number"]) * _UNITS.get(unit, 1)
    if value != value.quantize(_CENT):
        raise InputRefused(f"„{_quoted(text)}“ hat mehr als zwei Nachkommastellen. Bitte auf ganze Cent runden.")
    if abs(value) >= _LARGEST:
        raise InputRefused(f"„{_quoted(text)}“ ist zu groß. Bitte höchstens 15 Stellen eintragen.")
    return value


def read_percent(text: str) -> Decimal:
    """The per cent in `text` (81.7 for `81,7 %`, `81,7 Prozent`, `81,7`)."""
    return read_number(_PERCENT.sub("", _plain(text)))


def show_number(value: Decimal | int) -> str:
    """`1.234,56`: all decimals the value has, without trailing zeros."""
    whole, _, decimals = f"{abs(Decimal(value)):f}".partition(".")
    decimals = decimals.rstrip("0")
    grouped = f"{int(whole):,}".replace(",", ".")
    sign = MINUS if value < 0 else ""
    return f"{sign}{grouped},{decimals}" if decimals else f"{sign}{grouped}"


def show_money(value: Decimal | int) -> str:
    """`6.000.000 €`, with two decimals if there are cents; no break before the sign."""
    amount = Decimal(value)
    shown = show_number(amount)
    if amount != amount.to_integral_value():
        shown = f"{shown.partition(',')[0]},{f'{abs(amount):.2f}'[-2:]}"
    return f"{shown}{NBSP}€"


def show_percent(value: Decimal | int) -> str:
    """`81,7 %` without a break before the sign."""
    return f"{show_number(value)}{NBSP}%"


def _plain(text: str) -> str:
    return _SPACES.sub(" ", text).strip()


def _quoted(text: str) -> str:
    plain = _plain(text)
    return plain if len(plain) <= 40 else plain[:39] + "…"

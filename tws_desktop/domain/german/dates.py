"""Dates as people write them in German."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from types import MappingProxyType

from tws_desktop.domain.errors import InputRefused
from tws_desktop.domain.german.numbers import NBSP

FIRST_YEAR, LAST_YEAR = 1900, 2199
_STORED = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

_MONTHS = (
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
)
_MONTHS_SHORT = (
    "Jan.",
    "Feb.",
    "März",
    "Apr.",
    "Mai",
    "Juni",
    "Juli",
    "Aug.",
    "Sept.",
    "Okt.",
    "Nov.",
    "Dez.",
)
_WEEKDAYS = ("Mo.", "Di.", "Mi.", "Do.", "Fr.", "Sa.", "So.")
_MONTH_BY_NAME = MappingProxyType(
    {name.lower(): month for month, name in enumerate(_MONTHS, 1)}
    | {name.lower().rstrip("."): month for month, name in enumerate(_MONTHS_SHORT, 1)}
    | {"jänner": 1, "febr": 2, "maerz": 3, "mrz": 3, "jun": 6, "jul": 7, "sep": 9}
)
_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_NUMERIC = re.compile(r"([0-9]{1,2})\. ?([0-9]{1,2})\. ?([0-9]{2}|[0-9]{4})")
_NAMED = re.compile(r"([0-9]{1,2})\. ?([a-zäöü]+)\.? ([0-9]{2}|[0-9]{4})")
_END = re.compile(r"(ende|mitte)(?: ([a-zäöü]+)\.?)? ([0-9]{4})")
_WEEK = re.compile(r"(?:kw ?([0-9]{1,2})|([0-9]{1,2})\. ?kw)(?:(?: ?/ ?| )([0-9]{2}|[0-9]{4}))?")
_VAGUE = re.compile(r"(?:anfang|ca|etwa|ungefähr|rund|frühjahr|sommer|herbst|winter)\b.*")


def read_date(text: str, today: date) -> date:
    """The day meant by `text`.

    Understood: `31.12.27` (two digits are 20xx), `31.12.2027`, `31. Dezember 2027`, `2027-12-31`, `heute`,
    `Ende 2027` (31.12.), `Ende Juni 2027` (30.06.), `Mitte 2028` (30.06.), `Mitte Mai 2028` (15.05.) and
    `KW 12/2027`. A calendar week (ISO 8601) means its Friday, the last working day of most plants;
    without a year the next such Friday, `today` included. Other vague words and days that do not exist
    are refused with the mend.
    """
    plain = re.sub(r"\s+", " ", text).strip()
    typed = plain.lower()
    if typed == "heute":
        return today
    week = _WEEK.fullmatch(typed)
    if week is not None:
        return _friday(int(week[1] or week[2]), week[3], today)
    for form, reader in _READERS:
        found = form.fullmatch(typed)
        if found is not None:
            return reader(found)
    if _VAGUE.fullmatch(typed):
        raise InputRefused(f"„{plain[:40]}“ ist unbestimmt. Bitte einen Tag eintragen, zum Beispiel 31.12.2027.")
    raise InputRefused(f"„{plain[:40]}“ ist kein Datum. Bitte Tag.Monat.Jahr eintragen, zum Beispiel 31.12.2027.")


def show_date(day: date) -> str:
    """`31.12.2027`."""
    return f"{day:%d.%m.}{day.year:04}"


def show_stored(text: str) -> str:
    """A date kept as ISO text, as people read it; every other text as it is."""
    if not _STORED.fullmatch(text):
        return text
    try:
        return show_date(date.fromisoformat(text))
    except ValueError:
        return text


def show_date_long(day: date) -> str:
    """`31. Dezember 2027`, day and month held together."""
    return f"{day.day}.{NBSP}{_MONTHS[day.month - 1]} {day.year}"


def show_weekday(day: date) -> str:
    """`Do., 26. Nov.`, day and month held together."""
    return f"{_WEEKDAYS[day.weekday()]}, {day.day}.{NBSP}{_MONTHS_SHORT[day.month - 1]}"


def _from_iso(found: re.Match[str]) -> date:
    return _day(int(found[1]), int(found[2]), int(found[3]))


def _from_numbers(found: re.Match[str]) -> date:
    return _day(_year(found[3]), int(found[2]), int(found[1]))


def _from_name(found: re.Match[str]) -> date:
    return _day(_year(found[3]), _month(found[2]), int(found[1]))


def _from_end(found: re.Match[str]) -> date:
    year = _checked_year(int(found[3]))
    if found[2] is None:
        return date(year, 12, 31) if found[1] == "ende" else date(year, 6, 30)
    month = _month(found[2])
    return date(year, month, monthrange(year, month)[1] if found[1] == "ende" else 15)


_READERS = ((_ISO, _from_iso), (_NUMERIC, _from_numbers), (_NAMED, _from_name), (_END, _from_end))


def _year(digits: str) -> int:
    return int(digits) + (2000 if len(digits) == 2 else 0)


def _checked_year(year: int) -> int:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise InputRefused(f"Das Jahr {year} geht nicht. Bitte {FIRST_YEAR} bis {LAST_YEAR} eintragen.")
    return year


def _month(name: str) -> int:
    month = _MONTH_BY_NAME.get(name)
    if month is None:
        raise InputRefused(f"Den Monat „{name}“ gibt es nicht. Bitte Januar bis Dezember eintragen.")
    return month


def _day(year: int, month: int, day: int) -> date:
    _checked_year(year)
    if not 1 <= month <= 12:
        raise InputRefused(f"Den Monat {month} gibt es nicht. Bitte 1 bis 12 eintragen.")
    last = monthrange(year, month)[1]
    if not 1 <= day <= last:
        raise InputRefused(
            f"Den {day:02}.{month:02}.{year} gibt es nicht: Der {_MONTHS[month - 1]} {year} hat {last} Tage. "
            f"Bitte einen Tag bis {show_date(date(year, month, last))} eintragen."
        )
    return date(year, month, day)


def _friday(week: int, typed_year: str | None, today: date) -> date:
    this_year = today.isocalendar().year
    years = (_checked_year(_year(typed_year)),) if typed_year else (this_year, this_year + 1)
    for year in years:
        if 1 <= week <= date(year, 12, 28).isocalendar().week:
            friday = date.fromisocalendar(year, week, 5)
            if typed_year or friday >= today:
                return friday
    raise InputRefused(f"Die Kalenderwoche {week} gibt es {_in_years(years)} nicht. Bitte 1 bis 52 eintragen.")


def _in_years(years: tuple[int, ...]) -> str:
    return " und ".join(str(year) for year in years)

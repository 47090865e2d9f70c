"""Typed dates and their written forms."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tws_desktop.domain.errors import InputRefused
from tws_desktop.domain.german import read_date, show_date, show_date_long, show_weekday

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("31.12.27", date(2027, 12, 31)),
        ("31.12.2027", date(2027, 12, 31)),
        ("31. Dezember 2027", date(2027, 12, 31)),
        ("31.\u00a0Dezember 2027", date(2027, 12, 31)),
        ("31. Dez. 27", date(2027, 12, 31)),
        ("3. März 2027", date(2027, 3, 3)),
        ("1.7.28", date(2028, 7, 1)),
        ("1. 7. 2028", date(2028, 7, 1)),
        ("2027-12-31", date(2027, 12, 31)),
        ("29.02.2028", date(2028, 2, 29)),
        ("heute", TODAY),
        ("Ende 2027", date(2027, 12, 31)),
        ("ende juni 2027", date(2027, 6, 30)),
        ("Ende Februar 2028", date(2028, 2, 29)),
        ("Mitte 2028", date(2028, 6, 30)),
        ("Mitte Mai 2028", date(2028, 5, 15)),
        ("KW 12/2027", date(2027, 3, 26)),
        ("KW12 2027", date(2027, 3, 26)),
        ("12. KW 2027", date(2027, 3, 26)),
        ("KW 12/27", date(2027, 3, 26)),
        ("KW 53/2026", date(2027, 1, 1)),
    ],
)
def test_dates_as_people_write_them(text: str, day: date) -> None:
    assert read_date(text, TODAY) == day


@pytest.mark.parametrize(
    ("text", "today", "day"),
    [
        ("KW 12", TODAY, date(2027, 3, 26)),
        ("KW 50", TODAY, date(2026, 12, 11)),
        ("KW 48", date(2026, 11, 27), date(2026, 11, 27)),
        ("KW 48", date(2026, 11, 28), date(2027, 12, 3)),
        ("KW 1", date(2027, 1, 1), date(2027, 1, 8)),
    ],
)
def test_a_week_without_a_year_is_the_next_one(text: str, today: date, day: date) -> None:
    assert read_date(text, today) == day


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "31.02.2027",
            "Der Februar 2027 hat 28 Tage. Bitte einen Tag bis 28.02.2027 eintragen.",
        ),
        ("0.1.2027", "Den 00.01.2027 gibt es nicht"),
        ("1.13.2027", "Den Monat 13 gibt es nicht. Bitte 1 bis 12 eintragen."),
        ("1. Brumaire 2027", "Den Monat „brumaire“ gibt es nicht. Bitte Januar bis Dezember eintragen."),
        ("1.1.1066", "Das Jahr 1066 geht nicht. Bitte 1900 bis 2199 eintragen."),
        ("KW 53/2027", "Die Kalenderwoche 53 gibt es 2027 nicht. Bitte 1 bis 52 eintragen."),
        ("KW 60", "gibt es 2026 und 2027 nicht"),
        ("Anfang 2028", "„Anfang 2028“ ist unbestimmt. Bitte einen Tag eintragen"),
        ("Herbst 2027", "ist unbestimmt"),
        ("zeitnah", "„zeitnah“ ist kein Datum. Bitte Tag.Monat.Jahr eintragen"),
        ("31.12.", "ist kein Datum"),
        ("12/31/2027", "ist kein Datum"),
        ("1.1.202", "ist kein Datum"),
        ("", "ist kein Datum"),
    ],
)
def test_a_wrong_date_is_refused_with_the_mend(text: str, sentence: str) -> None:
    with pytest.raises(InputRefused) as refused:
        read_date(text, TODAY)
    assert sentence in str(refused.value)


def test_the_written_forms() -> None:
    assert show_date(date(2027, 2, 3)) == "03.02.2027"
    assert show_date_long(date(2027, 12, 31)) == "31.\u00a0Dezember 2027"
    assert show_weekday(date(2026, 11, 26)) == "Do., 26.\u00a0Nov."


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_what_is_shown_is_read_back_the_same(day: date) -> None:
    assert read_date(show_date(day), TODAY) == day
    assert read_date(show_date_long(day), TODAY) == day
    assert read_date(day.isoformat(), TODAY) == day


@given(st.one_of(st.text(max_size=30), st.from_regex(r"(KW ?)?[0-9]{1,4}[./ -][0-9]{1,4}([./ -][0-9]{1,4})?")))
def test_any_text_is_a_day_or_refused(text: str) -> None:
    with suppress(InputRefused):
        assert 1900 <= read_date(text, TODAY).year <= 2200

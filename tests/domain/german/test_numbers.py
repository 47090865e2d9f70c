"""Typed numbers, money and per cent, and their one written form."""

from __future__ import annotations

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tws_desktop.domain.errors import InputRefused
from tws_desktop.domain.german import (
    read_money,
    read_number,
    read_percent,
    show_money,
    show_number,
    show_percent,
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.234,56", "1234.56"),
        ("1234,56", "1234.56"),
        ("1 234,5", "1234.5"),
        ("1\u202f234", "1234"),
        ("12.345.678", "12345678"),
        (" 7 ", "7"),
        ("0,5", "0.5"),
        ("-3", "-3"),
        ("\u22123,5", "-3.5"),
        ("+4", "4"),
        ("007", "7"),
    ],
)
def test_numbers_as_people_write_them(text: str, value: str) -> None:
    assert read_number(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", "1.5", "1,234.56", "1.23.456", "12,", ",5", "zwölf", "1e3", "٣", "1-2", "--1"])
def test_what_is_no_number_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(InputRefused, match=r"ist keine Zahl. Bitte .* 1\.234,56"):
        read_number(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("6 Mio.", "6000000"),
        ("6 Mio. €", "6000000"),
        ("6 mio", "6000000"),
        ("1,5 Mrd. EUR", "1500000000"),
        ("250.000 €", "250000"),
        ("250.000\u00a0€", "250000"),
        ("€ 12,50", "12.5"),
        ("12,50 Euro", "12.5"),
        ("300 Tsd.", "300000"),
        ("300 T€", "300000"),
        ("300 TEUR", "300000"),
        ("2,5 Millionen Euro", "2500000"),
        ("-100 €", "-100"),
    ],
)
def test_money_as_people_write_it(text: str, value: str) -> None:
    assert read_money(text) == Decimal(value)


@pytest.mark.parametrize(
    "text", ["6 Mia.", "viel", "", "€", "10 $", "6 Mio. Mio.", "1.5 Mio. €", "1,234 €", "3 Mio. T€", "6 M€"]
)
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(InputRefused, match="Bitte"):
        read_money(text)


@pytest.mark.parametrize("text", ["1" * 16, "1" * 40, "0," + "1" * 40])
def test_what_no_field_can_hold_is_refused(text: str) -> None:
    with pytest.raises(InputRefused, match="höchstens 15 Stellen"):
        read_number(text)


def test_what_a_field_just_holds_is_read() -> None:
    assert read_number("9" * 15 + ",12345") == Decimal("9" * 15 + ".12345")
    with pytest.raises(InputRefused, match="höchstens 15 Stellen"):
        read_number("9" * 15 + ",123456")
    with pytest.raises(InputRefused, match="höchstens 15 Stellen"):
        read_number("1" + "0" * 15)
    assert read_money("999.999 Mrd. €") == Decimal(999_999 * 10**9)
    with pytest.raises(InputRefused, match="höchstens 15 Stellen"):
        read_money("1.000.000 Mrd. €")


def test_a_long_text_is_quoted_short() -> None:
    with pytest.raises(InputRefused) as refused:
        read_number("x" * 41)
    assert str(refused.value).startswith("„" + "x" * 39 + "…“ ist")
    with pytest.raises(InputRefused) as refused:
        read_number("x" * 40)
    assert str(refused.value).startswith("„" + "x" * 40 + "“ ist")


def test_an_amount_beyond_all_bounds_is_refused() -> None:
    with pytest.raises(InputRefused, match="zu groß"):
        read_money("999.999.999 Mrd. €")


@pytest.mark.parametrize("text", ["81,7 %", "81,7%", "81,7", "81,7 Prozent", "81,7 v. H.", "81,7\u00a0%"])
def test_per_cent_as_people_write_it(text: str) -> None:
    assert read_percent(text) == Decimal("81.7")


def test_one_form_is_shown() -> None:
    assert show_number(Decimal("1234.560")) == "1.234,56"
    assert show_number(1180) == "1.180"
    assert show_number(0) == show_number(Decimal("-0.0")) == "0"
    assert show_number(Decimal("-0.5")) == "\u22120,5"
    assert show_money(Decimal(6000000)) == "6.000.000\u00a0€"
    assert show_money(Decimal("1234.5")) == "1.234,50\u00a0€"
    assert show_money(Decimal("-0.05")) == "\u22120,05\u00a0€"
    assert show_percent(Decimal("81.7")) == "81,7\u00a0%"


AMOUNTS = st.decimals(Decimal(-(10**12)), Decimal(10**12), places=2, allow_nan=False, allow_infinity=False)


@given(AMOUNTS)
def test_what_is_shown_is_read_back_the_same(value: Decimal) -> None:
    assert read_number(show_number(value)) == value
    assert read_money(show_money(value)) == value
    assert read_percent(show_percent(value)) == value


@given(st.text(max_size=40))
def test_any_text_is_a_number_or_refused(text: str) -> None:
    for reader in (read_number, read_money, read_percent):
        with suppress(InputRefused):
            assert isinstance(reader(text), Decimal)

"""Clean, folded and shortened text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tws_desktop.domain.errors import InputRefused
from tws_desktop.domain.text import TextKind, cleaned, folded, shortened

TYPED = st.text(st.characters(exclude_categories=("Cc", "Cn", "Cs")), max_size=60)


def test_composed_and_with_one_kind_of_line_end() -> None:
    assert cleaned("Pra\u0308mie\r\nfür\ralle\u2028hier\u0085da") == "Prämie\nfür\nalle\nhier\nda"
    assert cleaned("a\tb\nc") == "a\tb\nc"


def test_a_title_has_one_line() -> None:
    assert cleaned("Zukunft\r\n2032\tSaar", TextKind.LINE) == "Zukunft 2032 Saar"


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("ab\x00c", "U+0000"),
        ("ab\x0b", "U+000B"),
        ("ab\x1b[0m", "U+001B"),
        ("ab\x7f", "U+007F"),
        ("ab\x9f", "U+009F"),
        ("ab\ud800", "U+D800"),
        ("ab\uffff", "U+FFFF"),
    ],
)
def test_signs_no_file_can_hold_are_refused_by_name_and_place(text: str, sign: str) -> None:
    with pytest.raises(InputRefused) as refused:
        cleaned(text)
    assert str(refused.value) == (
        f"Der Text enthält an Stelle 3 das Steuerzeichen {sign}. Bitte dieses Zeichen löschen."
    )


def test_signs_that_turn_the_direction_are_removed() -> None:
    assert cleaned("\ufeffMinimum \u202e0003\u202c Euro\u2066!\u2069") == "Minimum 0003 Euro!"


def test_signs_that_join_are_kept() -> None:
    assert cleaned("👩\u200d🔧") == "👩\u200d🔧"


@pytest.mark.parametrize(
    ("kind", "shown"), [(TextKind.LINE, "300"), (TextKind.CARD, "2.000"), (TextKind.LONG, "20.000")]
)
def test_a_text_fits_its_field_or_is_refused(kind: TextKind, shown: str) -> None:
    assert len(cleaned("ä" * kind.limit, kind)) == kind.limit
    with pytest.raises(InputRefused, match=rf"3 Zeichen zu lang\. Bitte auf {shown} Zeichen kürzen\."):
        cleaned("ä" * (kind.limit + 3), kind)


@given(TYPED)
def test_clean_text_stays_as_it_is(text: str) -> None:
    once = cleaned(text)
    assert cleaned(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert once.encode("utf-8").decode("utf-8") == once


def test_one_word_in_all_its_spellings() -> None:
    assert folded("strasse") == folded("Straße") == folded("STRASSE") == folded("Strasse") == folded("STRAẞE")
    assert folded("Prämie") == folded("Pra\u0308mie") == folded("PRAEMIE") == "praemie"
    assert folded("Café") == "cafe"
    assert folded("Schicht\u00adplan") == "schichtplan"


def test_different_words_stay_different() -> None:
    assert folded("Massen") != folded("Maße")
    assert folded("Schacht") != folded("Schicht")


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(TYPED)
def test_cleaning_makes_no_difference_to_the_search(text: str) -> None:
    assert folded(cleaned(text)) == folded(text.replace("\u2028", "\n").replace("\u2029", "\n"))


def test_shortened_at_a_word() -> None:
    assert shortened("Neue Technik kommt ohne uns", 20) == "Neue Technik kommt…"
    assert shortened("Neue Technik kommt ohne uns", 19) == "Neue Technik kommt…"
    assert shortened("Neue\n Technik", 20) == shortened("Neue Technik", 12) == "Neue Technik"
    assert shortened("Ja, Betriebsratsvorsitzende", 12) == "Ja, Betrieb…"
    assert shortened("Betriebsratsvorsitzende", 10) == "Betriebsr…"


@given(TYPED, st.integers(1, 40))
def test_shortened_is_never_longer(text: str, limit: int) -> None:
    assert len(shortened(text, limit)) <= limit

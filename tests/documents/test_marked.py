"""Text is cleaned once and escaped in one place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tws_desktop.documents.marked import clean, xml_text


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("u\u0308ber", "über"),
        ("a\r\nb\rc\u2028d\x85e", "a\nb\nc\nd\ne"),
        ("a\x00\x0b\x1f\x7fb", "ab"),
        ("a\ud800b\ufffe", "ab"),
        ("Tab\tbleibt", "Tab\tbleibt"),
        ("§\u00a04", "§\u00a04"),
        ("🧪 ẞ", "🧪 ẞ"),
    ],
)
def test_clean_keeps_what_people_typed(typed: str, kept: str) -> None:
    assert clean(typed) == kept


@given(st.text())
def test_any_text_comes_back_from_xml_as_cleaned(text: str) -> None:
    root = etree.fromstring(f'<a b="{xml_text(text)}">{xml_text(text)}</a>'.encode())
    assert (root.text or "") == clean(text)


def test_attribute_quotes_do_not_end_the_attribute() -> None:
    root = etree.fromstring(f'<a b="{xml_text(chr(34) + "x" + chr(39))}"/>')
    assert root.get("b") == "\"x'"

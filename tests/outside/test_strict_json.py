"""JSON from strangers."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tws_desktop.domain.errors import FileRefused
from tws_desktop.outside import strict_json
from tws_desktop.outside.strict_json import read_json


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b'{"a": 1, "a": 2}', "„a“ steht zweimal"),
        (b'{"a": NaN}', "„NaN“ ist keine Zahl"),
        (b'{"a": -Infinity}', "„-Infinity“ ist keine Zahl"),
        (b'{"a": 1e999}', "zu groß"),
        (b'{"a": 9007199254740993}', "zu groß"),
        (b'{"a": ' + b"9" * 100_000 + b"}", "zu groß"),
        (b'{"a":\n 1,,}', "Zeile 2, Spalte 4"),
        (b'{"a": "\xff"}', "UTF-8"),
        (b'{"a": "x\\u0007"}', "^a: .*U\\+0007"),
        (b'{"a": ["x\\ud800"]}', "^a\\[0\\]: .*U\\+D800"),
        (b'{"a": "' + b"x" * 20_001 + b'"}', "1 Zeichen zu lang"),
        (b"[" * 51 + b"]" * 51, "tiefer als 50"),
        (b"[" * 100_000, "tiefer als 50"),
        ('{"ä": 1, "a\u0308": 2}'.encode(), "nach der Bereinigung gleich"),
    ],
)
def test_what_no_store_can_hold_is_refused(data: bytes, sentence: str) -> None:
    with pytest.raises(FileRefused, match=sentence):
        read_json(data)


def test_what_is_just_allowed_comes_through() -> None:
    assert read_json(b"[" * 50 + b"]" * 50)
    assert read_json(b'\xef\xbb\xbf{"a": 9007199254740992, "b": 1.5}') == {"a": 2**53, "b": 1.5}
    assert read_json('"a\u0308\\r\\nb\\tc"'.encode()) == "ä\nb\tc"


def test_size_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(strict_json, "MOST_BYTES", 10)
    with pytest.raises(FileRefused, match="50 MB"):
        read_json(b'"1234567890"')


@given(st.text(st.characters(exclude_categories=()), max_size=40))
def test_any_text_is_held_clean_or_refused_with_its_place(text: str) -> None:
    data = json.dumps({"a": [text]}).encode()
    try:
        found = read_json(data)["a"][0]
    except FileRefused as error:
        assert str(error).startswith("a[0]: ")  # noqa: PT017  (either outcome is right)
        return
    assert found == unicodedata.normalize("NFC", found)
    found.encode()
    assert not any(unicodedata.category(sign) == "Cc" and sign not in "\n\t" for sign in found)


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        read_json(data)
    except FileRefused as error:
        assert str(error)  # noqa: PT017

"""The texts in forms/: German spelling and signs, own tone, nothing that does not belong there."""

from __future__ import annotations

import re

import pytest

from tests.forms.conftest import FORMS, KINDS, texts

TEXTS = texts()

PLACEHOLDER = re.compile(r"\{[a-z_]+\}")

REPLACED_UMLAUT = re.compile(
    r"(?<![aeqäö])ue(?!ll|rst|be)|ae|(?<!s)oe(?!in)"
    r"|\b(?:mass|mass[nst]|strass|gross|ausser|heiss|schliess|weiss|fliess|gruss|gruess|fuss|spass|stoss)",
    re.IGNORECASE,
)
"""`ae`, `oe`, `ue` and `ss` where German has an umlaut or ß; `neue`, `Quelle`, `zuerst`, `soeben` are fine."""

WRONG_SIGNS = {
    "straight quote": re.compile(r'"|(?<=\w)\'|\'(?=\w)'),
    "three dots": re.compile(r"\.{3}"),
    "hyphen for a dash": re.compile(r" - "),
    "breaking space after §": re.compile(r"§{1,2} \d"),
    "breaking space before a number": re.compile(r"\b(?:Abs\.|Nr\.|Anlage|Buchst\.) \d"),
    "two spaces": re.compile(r"  "),
    "space at the end": re.compile(r"\s$|^\s"),
    "arrow": re.compile(r"->|=>"),
}

FORBIDDEN = re.compile(
    r"\bTODO\b|\bFIXME\b|\bXX+\b|\[S\d|\[K\??\]|\[P\]|\[D\]|\bbzw\.|\betc\.|und/oder|Mitarbeiter\b|Arbeitnehmer\b"
    r"|schwebend|Anwaltsqualität|rechtssicher|Beweisverwertungsverbot|Verantwortlicher im Sinne|\bChatbot\b",
)

TO_THE_GROUP = frozenset({"say", "question", "criterion", "questions", "instruction", "ground_rules"})


def wrong(pattern: re.Pattern[str]) -> list[str]:
    return [f"{file}, {field}: {text}" for file, field, text in TEXTS if pattern.search(PLACEHOLDER.sub("X", text))]


def test_umlauts_and_sharp_s_are_written() -> None:
    assert wrong(REPLACED_UMLAUT) == []


@pytest.mark.parametrize("word", ["Massnahme", "Strasse", "fuer", "Geschaeft", "koennen", "grosser", "ausserdem"])
def test_a_replaced_umlaut_is_found(word: str) -> None:
    assert REPLACED_UMLAUT.search(word)


@pytest.mark.parametrize("word", ["neue", "Quelle", "Steuerung", "zuerst", "genaue", "aktuelle", "wissen", "muss"])
def test_german_words_are_let_through(word: str) -> None:
    assert not REPLACED_UMLAUT.search(word)


@pytest.mark.parametrize("name", WRONG_SIGNS)
def test_signs(name: str) -> None:
    assert wrong(WRONG_SIGNS[name]) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("straight quote", 'sagt "ja"'),
        ("three dots", "und ..."),
        ("hyphen for a dash", "Ziel - Weg"),
        ("breaking space after §", "§ 80"),
        ("breaking space before a number", "Abs. 2"),
    ],
)
def test_wrong_signs_are_found(name: str, text: str) -> None:
    assert WRONG_SIGNS[name].search(text)


def test_no_forbidden_words() -> None:
    assert wrong(FORBIDDEN) == []


def test_the_group_is_addressed_as_ihr() -> None:
    address = re.compile(
        r"\b(?:du|dein\w*|dir|dich)\b|\bIhnen\b|\b(?:Haben|Können|Nennen|Schreiben|Sagen) Sie\b", re.IGNORECASE
    )
    found = [(file, text) for file, field, text in TEXTS if field in TO_THE_GROUP and address.search(text)]
    assert found == []


def test_sentences_to_say_are_short() -> None:
    spoken = [(file, text) for file, field, text in TEXTS if field == "say"]
    sentences = [(file, part) for file, text in spoken for part in re.split(r"(?<=[.!?:])\s", text)]
    assert [pair for pair in sentences if len(pair[1].split()) > 20] == []


def test_typographic_quotes_come_in_pairs() -> None:
    assert [text for _, _, text in TEXTS if text.count("„") != text.count("“")] == []


def test_every_file_says_date_source_and_state() -> None:
    for kind in KINDS:
        for file in (FORMS / kind).glob("*.toml"):
            text = file.read_text(encoding="utf-8")
            for name in ("stand = 2", 'quelle = "', 'status = "'):
                assert f"\n{name}" in text, f"{file.name}: {name}"

"""The colours can be read by everyone, on every ground they are used on."""

from __future__ import annotations

import pytest

from tests.ui.contrast import faults, ratio
from tws_desktop.catalog.data import data_root
from tws_desktop.ui.palette import COLOUR_NAMES, palette, read_tokens, tokens


def _source() -> str:
    return data_root().joinpath("resources", "tokens.toml").read_text(encoding="utf-8")


def test_every_pair_of_every_palette_meets_its_need() -> None:
    assert faults(tokens()) == []


@pytest.mark.parametrize(
    ("good", "bad", "named"),
    [
        ('text_3 = "#646B70"', 'text_3 = "#8A9196"', "light.text_3"),
        ('line_strong = "#77838A"', 'line_strong = "#3A4449"', "dark.line_strong"),
        (
            'light = { fill = "#FFF6D2", strip = "#AC8200" }',
            'light = { fill = "#FFF6D2", strip = "#E0B93A" }',
            "card aussage",
        ),
        (
            'gelb  = { fill = "#F4CF63", on = "#1D2327"',
            'gelb  = { fill = "#F4CF63", on = "#FFFFFF"',
            "rating gelb",
        ),
        ('ziel      = { light = "#0B6075"', 'ziel      = { light = "#6CC3D6"', "ladder ziel"),
        ('error = "#95190F"', 'error = "#FF9A8E"', "beamer.error"),
        ('text = "#F7F9F9"', 'text = "#444444"', "beamer_dark.text"),
        ('warn = "#6B4000"\nerror = "#8E1A12"', 'warn = "#F0C060"\nerror = "#8E1A12"', "print.warn"),
    ],
)
def test_a_colour_that_is_too_weak_is_named(good: str, bad: str, named: str) -> None:
    assert good in _source()
    found = faults(read_tokens(_source().replace(good, bad)))
    assert any(named in fault for fault in found), found


def test_contrast_is_counted_as_the_guideline_counts() -> None:
    assert ratio("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert ratio("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", ["light", "dark", "beamer", "beamer_dark", "print"])
def test_every_palette_answers_every_colour(name: str) -> None:
    for token in COLOUR_NAMES:
        assert len(palette(name).value(token)) == 7


def test_an_unknown_token_is_refused() -> None:
    with pytest.raises(KeyError):
        palette("light").value("name")


def test_cards_know_their_number_key_and_letter() -> None:
    kinds = tokens().cards
    assert [kind.place for kind in kinds.values()] == [1, 2, 3, 4, 5, 6, 7]
    assert len({kind.letter for kind in kinds.values()}) == 7
    assert len({kind.symbol for kind in kinds.values()}) == 7

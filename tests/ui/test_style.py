"""The look in force, its change while running, and fonts that follow the system."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

from tests.ui.fixtures import Look
from tws_desktop.ui.fonts import system_factor
from tws_desktop.ui.palette import palette, tokens
from tws_desktop.ui.style import fill_sheet, style
from tws_desktop.ui.word_breaks import SOFT_HYPHEN, soften


def test_changing_the_look_tells_painters_and_recolours(qapp: QApplication, look: Look) -> None:
    heard: list[str] = []
    connection = style().changed.connect(lambda: heard.append(style().palette.name))
    look("dark", 1.0)
    style().changed.disconnect(connection)
    assert heard == ["dark"]
    assert style().colour("bg").name().upper() == palette("dark").bg
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == palette("dark").bg
    assert palette("dark").focus in qapp.styleSheet()


def test_text_scale_enlarges_letters_and_lengths(look: Look) -> None:
    before = style().font("body").pointSizeF(), style().size("control")
    look("light", 2.0)
    assert style().font("body").pointSizeF() == pytest.approx(2 * before[0])
    assert style().size("control") == 2 * before[1]


def test_the_shipped_typeface_is_used(look: Look) -> None:
    assert QFontInfo(style().font("body")).family() == tokens().family


def test_a_name_without_value_in_the_style_sheet_is_refused() -> None:
    assert fill_sheet("a { color: {text}; }", {"text": "x"}) == "a { color: x; }"
    with pytest.raises(KeyError):
        fill_sheet("a { color: {txt}; }", {"text": "x"})


def test_larger_system_text_enlarges_smaller_never_shrinks() -> None:
    assert system_factor(6.0) == 1.0
    assert system_factor(16.5) > 1.2
    assert system_factor(90.0) == 2.0
    assert system_factor(-1) == 1.0


def test_without_motion_movements_take_no_time_but_toasts_stay(look: Look) -> None:
    style().set_motion(False)
    assert style().duration("move") == 0
    assert style().duration("toast") == 8000
    style().set_motion(True)
    assert style().duration("move") == 160


@pytest.mark.parametrize(
    ("word", "parted"),
    [
        ("Interessenausgleich", "In|te|res|sen|aus|gleich"),
        ("Wirtschaftsausschuss", "Wirt|schafts|aus|schuss"),
        ("Vereinbarungen", "Ver|ein|ba|run|gen"),
        ("Kartenschreiben", "Kar|ten|schrei|ben"),
        ("Schritte", "Schrit|te"),
        ("Beschluss", "Be|schluss"),
        ("menschlich", "menschlich"),
        ("Maschinendaten", "Ma|schi|nen|da|ten"),
    ],
)
def test_words_part_where_german_parts_them(word: str, parted: str) -> None:
    assert soften(word) == parted.replace("|", SOFT_HYPHEN)


def test_a_word_with_hyphens_of_its_own_keeps_them() -> None:
    own = f"Verein{SOFT_HYPHEN}barungen"
    assert soften(own) == own

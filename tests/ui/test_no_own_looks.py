"""No page, board or widget sets a colour or a size of letters of its own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import tws_desktop

_HEX = re.compile(r"""["']#(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})["']""")
_PX_FONT = re.compile(r"font(?:-size)?\s*:[^;\n]*\dpx|setPixelSize\(")
_MAKES_FONTS = "ui/fonts.py"
"""The one file that sets sizes of letters: of a role in points, of the beamer as a share of the picture's height, of a
drawing in units that its painter scales."""
_MARKUP = re.compile(r"TextFormat\.(?:RichText|AutoText|MarkdownText)|setHtml\(|insertHtml\(|setMarkdown\(")
_RAW_TIP = re.compile(r"\.setToolTip\((?!plain_tip)")


def faults_in(text: str, *, makes_fonts: bool = False) -> list[str]:
    """What in the source `text` sets a look by itself."""
    patterns = (_HEX, _MARKUP, _RAW_TIP) if makes_fonts else (_HEX, _PX_FONT, _MARKUP, _RAW_TIP)
    return [found.group(0) for pattern in patterns for found in pattern.finditer(text)]


def test_no_colour_no_pixel_letters_no_markup_in_the_code() -> None:
    root = Path(tws_desktop.__file__).parent
    found = {}
    for file in (file for part in ("ui", "boards", "app") for file in (root / part).rglob("*.py")):
        name = file.relative_to(root).as_posix()
        found[name] = faults_in(file.read_text(encoding="utf-8"), makes_fonts=name == _MAKES_FONTS)
    assert {name: wrong for name, wrong in found.items() if wrong} == {}
    assert _MAKES_FONTS in found


@pytest.mark.parametrize(
    "line",
    [
        'QColor("#0B6075")',
        "setStyleSheet('font-size: 14px')",
        "font.setPixelSize(12)",
        "label.setTextFormat(Qt.TextFormat.RichText)",
        "button.setToolTip(name)",
    ],
)
def test_each_kind_of_own_look_is_found(line: str) -> None:
    assert faults_in(line)


def test_the_style_sheet_names_tokens_only() -> None:
    sheet = Path(tws_desktop.__file__).parents[1] / "resources" / "styles" / "app.qss"
    text = sheet.read_text(encoding="utf-8")
    assert re.findall(r"#[0-9A-Fa-f]{3,8}\b", text) == []
    assert re.findall(r"font-size:[^;]*px", text) == []

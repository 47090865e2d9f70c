"""The embedded fonts of PDF papers, and which of them prints a sign."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFDocument, PDFStream
from reportlab.pdfbase.ttfonts import TTFont

from tws_desktop.documents.marked import clean
from tws_desktop.documents.print_look import resource

REGULAR: Final = "TwsRegular"
ITALIC: Final = "TwsItalic"
MEDIUM: Final = "TwsMedium"
SEMIBOLD: Final = "TwsSemibold"
BOLD: Final = "TwsBold"
_WIDE: Final = "TwsWide"
_SIGNS: Final = "TwsSigns"
_FILES: Final = {
    REGULAR: "SourceSans3-Regular.ttf",
    ITALIC: "SourceSans3-It.ttf",
    MEDIUM: "SourceSans3-Medium.ttf",
    SEMIBOLD: "SourceSans3-Semibold.ttf",
    BOLD: "SourceSans3-Bold.ttf",
    _WIDE: "DejaVuSans.ttf",
    _SIGNS: "NotoEmoji-Regular.ttf",
}
_HIGH: Final = re.compile("> <([0-9A-F]{5,6})>")
_UNSEEN: Final = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufe0e\ufe0f\ufeff"))
"""Signs that only steer layout: a font may draw a box for them."""


class _Font(TTFont):
    """A font whose signs beyond U+FFFF can be searched and copied too: they need two units in its table."""

    def addObjects(self, doc: PDFDocument) -> None:  # noqa: N802
        super().addObjects(doc)
        for name, table in doc.idToObject.items():
            if name.startswith("toUnicodeCMap:") and isinstance(table, PDFStream):
                table.content = _HIGH.sub(_pair, table.content)


def _pair(found: re.Match[str]) -> str:
    return f"> <{chr(int(found[1], 16)).encode('utf-16-be').hex().upper()}>"


@cache
def _signs(font: str) -> frozenset[str]:
    """Registers the font on first use and names the signs it has."""
    loaded = _Font(font, io.BytesIO(resource("fonts", _FILES[font]).read_bytes()))
    pdfmetrics.registerFont(loaded)
    return frozenset(map(chr, loaded.face.charToGlyph))


def font(weight: int = 400, italic: bool = False) -> str:
    """The registered font for a weight of 400 to 700; there is one italic, for weight 400."""
    name = ITALIC if italic and weight < 600 else {400: REGULAR, 500: MEDIUM, 600: SEMIBOLD}.get(weight, BOLD)
    _signs(name)
    return name


def use_embedded_default() -> None:
    """Makes the library begin its pages with our font, so that none of its own slips in."""
    rl_config.canvas_basefontname = font()


@dataclass(slots=True)
class Signs:
    """Cuts text into pieces that one font can print, and counts what no font has."""

    unprintable: int = 0
    _known: dict[str, str] = field(default_factory=dict)

    def pieces(self, text: str, wanted: str) -> list[tuple[str, str]]:
        """Font and text, in order; tabs become spaces, a sign without font `[U+1F9EA]`."""
        text = clean(text)
        if not (text.isascii() and text.isprintable()):
            text = text.translate(_UNSEEN).replace("\t", "\u00a0\u00a0\u00a0 ")
        if "  " in text:
            text = text.replace("  ", "\u00a0 ")
        if _signs(wanted).issuperset(text):
            return [(wanted, text)]
        found: list[tuple[str, str]] = []
        for sign in text:
            name, shown = self._printed(sign, wanted)
            if found and found[-1][0] == name:
                found[-1] = (name, found[-1][1] + shown)
            else:
                found.append((name, shown))
        return found

    def _printed(self, sign: str, wanted: str) -> tuple[str, str]:
        if sign in _signs(wanted) or sign == "\n":
            return wanted, sign
        for name in (_WIDE, _SIGNS):
            if sign in _signs(name):
                return name, sign
        self.unprintable += 1
        return wanted, f"[U+{ord(sign):04X}]"


def width(text: str, size: float, bold: bool = False) -> float:
    """Width of a text in points, in the regular or the semibold font."""
    name = font(600 if bold else 400)
    return sum(pdfmetrics.stringWidth(piece, used, size) for used, piece in Signs().pieces(text, name))

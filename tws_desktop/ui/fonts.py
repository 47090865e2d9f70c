"""The typeface of the window: loads the shipped files, makes fonts by role."""

from __future__ import annotations

import sys
from functools import cache, lru_cache

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFont, QFontDatabase

from tws_desktop.catalog.data import data_root
from tws_desktop.ui.palette import TypeRole, tokens

_USUAL_POINTS = 9.0 if sys.platform == "win32" else 13.0 if sys.platform == "darwin" else 11.0
_LARGEST_FACTOR = 2.0

DRAWN = 100
"""Height of a drawing's letters before they are scaled; large, so that their widths are exact."""


@cache
def load_fonts() -> tuple[str, ...]:
    """Registers every font file in resources/fonts; returns the families found. Needs a running
    application.
    """
    families: list[str] = []
    for file in sorted(data_root().joinpath("resources", "fonts").iterdir(), key=lambda found: found.name):
        if file.name.lower().endswith((".ttf", ".otf")):
            number = QFontDatabase.addApplicationFontFromData(QByteArray(file.read_bytes()))
            families.extend(QFontDatabase.applicationFontFamilies(number))
    return tuple(dict.fromkeys(families))


def families() -> list[str]:
    """The typeface, its shipped stand-ins, then those of the system."""
    return list(dict.fromkeys((tokens().family, *load_fonts(), *tokens().fallback)))


def system_factor(system_points: float) -> float:
    """How much larger than usual the system's own text is, 1 to 2; smaller text never shrinks ours."""
    if system_points <= 0:
        return 1.0
    return min(_LARGEST_FACTOR, max(1.0, system_points / _USUAL_POINTS))


def role_font(role: TypeRole, scale: float) -> QFont:
    """The font of a window or print role in points, times `scale`."""
    return QFont(_points_font(role.weight, role.size * scale))


def picture_font(role: TypeRole, picture_height: float) -> QFont:
    """The font of a beamer role: a share of the picture's height, whatever the screen's resolution."""
    font = _font(role.weight)
    font.setPixelSize(max(1, round(role.size * picture_height)))
    return font


def drawn_font(*, bold: bool) -> QFont:
    """A font `DRAWN` units high, for drawings that scale their letters themselves."""
    font = _font(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    font.setPixelSize(DRAWN)
    return font


@lru_cache(maxsize=256)
def _points_font(weight: int, points: float) -> QFont:
    font = _font(weight)
    font.setPointSizeF(points)
    return font


def _font(weight: int) -> QFont:
    font = QFont()
    font.setFamilies(families())
    font.setWeight(QFont.Weight(weight))
    return font

"""How the room is projected: the confirmed screen, the ground, and how large letters must be to be read at the back."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from decimal import Decimal
from typing import Any

from tws_desktop.domain.errors import InputRefused
from tws_desktop.domain.german.numbers import read_number
from tws_desktop.services.ports import Work
from tws_desktop.services.settings import set_setting, setting

GROUND = "beamer_palette"
"""Key of the setting of the ground: beamer (white) or beamer_dark."""
_KEY = "projection"
_POINTS_PER_RATIO = 6.0  # legible points on a slide 540 points high, per depth of the room over width of the picture
_SLIDE_POINTS = 540.0
_FACE = 1.07  # how much larger this typeface has to be set than the one of the rule
_SMALLEST, _LARGEST = 0.047, 0.09


@dataclass(frozen=True, slots=True)
class Projection:
    """`screen` names the screen the room was last confirmed to see; `depth` and `width` are metres, 0 unknown."""

    ground: str = "beamer"
    screen: str = ""
    depth: float = 0.0
    width: float = 0.0

    @property
    def smallest(self) -> float:
        """The smallest type size as share of the picture's height, for the last row to read."""
        if not self.depth or not self.width:
            return _SMALLEST
        needed = _POINTS_PER_RATIO * self.depth / self.width / _SLIDE_POINTS * _FACE
        return min(_LARGEST, max(_SMALLEST, round(needed, 4)))


def projection(work: Work) -> Projection:
    """The projection of this data place."""
    kept = setting(work, _KEY, {})
    known = {name: kept[name] for name in ("screen", "depth", "width") if name in kept}
    return Projection(setting(work, GROUND, "beamer"), **known)


def set_projection(work: Work, **values: Any) -> Projection:
    """Change parts of the projection; returns the whole of it."""
    before = projection(work)
    after = replace(before, **values)
    if after.ground != before.ground:
        set_setting(work, GROUND, after.ground)
    if replace(after, ground=before.ground) != before:
        set_setting(work, _KEY, {name: value for name, value in asdict(after).items() if name != "ground"})
    return after


def read_depth(text: str) -> Decimal:
    """Metres from the picture to the last row."""
    return _metres(text, "Die Tiefe des Raums", 2, 60)


def read_width(text: str) -> Decimal:
    """Metres the picture is wide."""
    return _metres(text, "Die Breite des Bilds", 1, 15)


def _metres(text: str, what: str, least: int, most: int) -> Decimal:
    value = read_number(text.strip().removesuffix("m").strip())
    if not least <= value <= most:
        raise InputRefused(f"{what} passt nicht. Bitte {least} bis {most} Meter eintragen, zum Beispiel 2,5.")
    return value

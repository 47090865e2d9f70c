"""Sizes, colours and measures of everything on paper; sizes and colours come from resources/tokens.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final

MM: Final = 72 / 25.4

PAGE_SHORT: Final = 210 * MM
PAGE_LONG: Final = 297 * MM
MARGIN_LEFT: Final = 24.5 * MM
MARGIN_RIGHT: Final = 19.5 * MM
MARGIN_TOP: Final = 26 * MM
MARGIN_BOTTOM: Final = 24 * MM
HEADER_LINE: Final = 17 * MM
FOOTER_LINE: Final = 16.5 * MM
NOTE_WIDTH: Final = 26 * MM
NOTE_GUTTER: Final = 2.8 * MM
NOTE_OVERHANG: Final = 10 * MM

SECTION_HANG: Final = 11 * MM
HANG: Final = 8 * MM


@dataclass(frozen=True, slots=True)
class Typeset:
    """One role of text on paper: size in points, weight 400 to 700, line height as a factor."""

    size: float
    weight: int
    line: float

    @property
    def leading(self) -> float:
        """Distance of base lines in points."""
        return self.size * self.line


@dataclass(frozen=True, slots=True)
class PrintLook:
    """Everything tokens.toml says about print."""

    word_family: str
    type: dict[str, Typeset]
    colour: dict[str, str]


def resource(folder: str, name: str) -> Traversable:
    """A packaged file: inside the wheel, or beside the package in a checkout."""
    packaged = files("tws_desktop") / "_data"
    root: Traversable = packaged if packaged.is_dir() else Path(__file__).parents[2]
    return root.joinpath("resources", folder, name) if folder else root.joinpath("resources", name)


@cache
def print_look() -> PrintLook:
    """The look of print; colours are six hex digits without sign, `warn_soft` is the ground of a gap."""
    tokens = tomllib.loads(resource("", "tokens.toml").read_text("utf-8"))
    colour = {name: value.lstrip("#") for name, value in tokens["palette"]["print"].items()}
    colour["warn_soft"] = tokens["palette"]["light"]["warn_soft"].lstrip("#")
    types = {name: Typeset(**value) for name, value in tokens["type"]["print"].items()}
    return PrintLook(tokens["font"]["word_family"], types, colour)

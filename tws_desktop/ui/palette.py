"""The design tokens of resources/tokens.toml as typed values, read once; no toolkit in here."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from tws_desktop.catalog.data import data_root

# A projected or printed palette names fewer colours; what it lacks is taken from its nearest neighbour.
_STAND_IN = (
    ("surface", "bg"),
    ("sunken", "surface"),
    ("raised", "surface"),
    ("on_accent", "bg"),
    ("accent_soft", "sunken"),
    ("accent_hover", "accent"),
    ("accent_text", "accent"),
    ("focus", "accent"),
    ("selection", "accent_soft"),
    ("rail", "text"),
    ("rail_text", "bg"),
    ("rail_active", "text_2"),
    ("rail_mark", "accent_soft"),
    ("ok", "text"),
    ("warn", "text"),
    ("error", "text"),
    ("info", "text"),
    ("ok_soft", "sunken"),
    ("warn_soft", "sunken"),
    ("error_soft", "sunken"),
    ("info_soft", "sunken"),
    ("insert", "ok"),
    ("delete", "error"),
)


@dataclass(frozen=True, slots=True)
class Palette:
    """All colours of one palette as sRGB hex, by token name."""

    name: str
    bg: str
    surface: str
    sunken: str
    raised: str
    line: str
    line_strong: str
    text: str
    text_2: str
    text_3: str
    accent: str
    accent_hover: str
    accent_soft: str
    accent_text: str
    on_accent: str
    focus: str
    rail: str
    rail_text: str
    rail_active: str
    rail_mark: str
    ok: str
    ok_soft: str
    warn: str
    warn_soft: str
    error: str
    error_soft: str
    info: str
    info_soft: str
    selection: str
    insert: str
    delete: str

    def value(self, token: str) -> str:
        """The colour named `token`; raises KeyError for a name that no palette has."""
        if token not in COLOUR_NAMES:
            raise KeyError(token)
        return str(getattr(self, token))

    @property
    def dark(self) -> bool:
        """Whether the ground is dark."""
        return self.name in {"dark", "beamer_dark"}


COLOUR_NAMES = tuple(field.name for field in fields(Palette) if field.name != "name")


@dataclass(frozen=True, slots=True)
class CardKind:
    """How one kind of card looks; `place` is its number key with Strg, 1 to 7."""

    key: str
    name: str
    symbol: str
    letter: str
    place: int
    fills: Mapping[str, str]
    strips: Mapping[str, str]

    def fill(self, palette: Palette) -> str:
        """Ground of the card."""
        return self.fills[_variant(palette.name)]

    def strip(self, palette: Palette) -> str:
        """Colour of strip and symbol."""
        return self.strips[_variant(palette.name)]


@dataclass(frozen=True, slots=True)
class Rating:
    """One step of a traffic light: fill, colour on it, symbol and word."""

    key: str
    name: str
    fill: str
    on: str
    symbol: str
    hatch: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """A step of the ladder or a level of confidentiality: symbol, word, one colour per ground."""

    key: str
    name: str
    symbol: str
    light: str
    on_dark: str

    def colour(self, palette: Palette) -> str:
        """Its colour on the grounds of `palette`."""
        return self.on_dark if palette.dark else self.light


@dataclass(frozen=True, slots=True)
class TypeRole:
    """Size (pt in window and print, share of picture height on the beamer), weight, line factor."""

    size: float
    weight: int
    line: float


@dataclass(frozen=True, slots=True)
class Tokens:
    """Everything in tokens.toml."""

    palettes: Mapping[str, Palette]
    cards: Mapping[str, CardKind]
    ratings: Mapping[str, Rating]
    neutral_scale: tuple[str, ...]
    ladder: Mapping[str, Mark]
    confidentiality: tuple[Mark, ...]
    family: str
    fallback: tuple[str, ...]
    font_files: tuple[str, ...]
    window: Mapping[str, TypeRole]
    beamer: Mapping[str, TypeRole]
    print: Mapping[str, TypeRole]
    space: Mapping[str, int]
    radius: Mapping[str, int]
    line: Mapping[str, int]
    size: Mapping[str, int]
    duration: Mapping[str, int]
    breakpoint: Mapping[str, int]
    stroke: float


def palette(name: str) -> Palette:
    """The palette called light, dark, beamer, beamer_dark or print; raises KeyError for another name."""
    return tokens().palettes[name]


def card_kind(key: str) -> CardKind:
    """The look of one kind of card; an unknown kind looks like a statement."""
    kinds = tokens().cards
    return kinds.get(key, kinds["aussage"])


@cache
def tokens() -> Tokens:
    """The tokens, read from the file at the first call."""
    file = data_root().joinpath("resources", "tokens.toml")
    return read_tokens(file.read_text(encoding="utf-8"))


def read_tokens(text: str) -> Tokens:
    """The tokens in the TOML `text`; raises KeyError or TypeError where something is missing."""
    data = tomllib.loads(text)
    return Tokens(
        palettes={name: _palette(name, data["palette"][name]) for name in data["meta"]["palettes"]},
        cards={key: _kind(key, data["cards"]) for key in data["cards"]["order"]},
        ratings={key: _rating(key, part) for key, part in data["ratings"].items() if isinstance(part, dict)},
        neutral_scale=tuple(data["ratings"]["neutral_scale"]),
        ladder={key: _mark(key, part, part["mark"]) for key, part in data["ladder"].items()},
        confidentiality=tuple(
            _mark(key, part, part["symbol"]) for key, part in sorted(data["confidentiality"].items())
        ),
        family=data["font"]["family"],
        fallback=tuple(data["font"]["fallback"]),
        font_files=tuple(data["font"]["files"]),
        window=_roles(data["type"]["window"]),
        beamer=_roles(data["type"]["beamer"]),
        print=_roles(data["type"]["print"]),
        space=data["space"],
        radius=data["radius"],
        line=data["line"],
        size=data["size"],
        duration=data["duration"],
        breakpoint=data["breakpoint"],
        stroke=data["icon"]["stroke"],
    )


def _variant(name: str) -> str:
    return {"print": "light", "beamer_dark": "dark"}.get(name, name)


def _palette(name: str, part: Mapping[str, str]) -> Palette:
    colours = dict(part)
    for missing, instead in _STAND_IN:
        colours.setdefault(missing, colours[instead])
    return Palette(name=name, **colours)


def _kind(key: str, cards: Mapping[str, Any]) -> CardKind:
    part = cards[key]
    grounds = ("light", "dark", "beamer")
    return CardKind(
        key=key,
        name=part["name"],
        symbol=part["symbol"],
        letter=part["letter"],
        place=cards["order"].index(key) + 1,
        fills={ground: part[ground]["fill"] for ground in grounds},
        strips={ground: part[ground]["strip"] for ground in grounds},
    )


def _rating(key: str, part: Mapping[str, Any]) -> Rating:
    return Rating(key, part["name"], part["fill"], part["on"], part["symbol"], part.get("hatch", False))


def _mark(key: str, part: Mapping[str, str], symbol: str) -> Mark:
    return Mark(key, part["name"], symbol, part["light"], part["dark"])


def _roles(part: Mapping[str, Mapping[str, Any]]) -> Mapping[str, TypeRole]:
    return {name: TypeRole(float(role["size"]), role["weight"], float(role["line"])) for name, role in part.items()}

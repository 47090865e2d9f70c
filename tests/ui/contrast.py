"""Contrast of all tokens as WCAG 2 counts it."""

from __future__ import annotations

from collections.abc import Iterator

from tws_desktop.ui.palette import Palette, Tokens

TEXT, SHAPE = 4.5, 3.0
_SOFT = ("ok", "warn", "error", "info")


def ratio(one: str, other: str) -> float:
    """Contrast of two hex colours, 1 to 21."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def faults(tokens: Tokens) -> list[str]:
    """Every pair below its need, worded."""
    return [
        f"{name}: {front} auf {ground} = {ratio(front, ground):.2f}, nötig {need}"
        for name, front, ground, need in _pairs(tokens)
        if ratio(front, ground) < need
    ]


def _pairs(tokens: Tokens) -> Iterator[tuple[str, str, str, float]]:
    for palette in tokens.palettes.values():
        yield from _palette_pairs(palette)
        if palette.name != "print":
            yield from _card_pairs(tokens, palette)
    for palette in (tokens.palettes["light"], tokens.palettes["dark"]):
        yield from _window_pairs(tokens, palette)
    for rating in tokens.ratings.values():
        yield f"rating {rating.key}", rating.on, rating.fill, TEXT


def _grounds(palette: Palette) -> tuple[str, ...]:
    return palette.bg, palette.surface, palette.sunken, palette.raised


def _palette_pairs(palette: Palette) -> Iterator[tuple[str, str, str, float]]:
    for ground in _grounds(palette):
        for token in ("text", "text_2", "text_3", "accent_text", *_SOFT):
            yield f"{palette.name}.{token}", palette.value(token), ground, TEXT
        for token in ("line_strong", "accent", "focus"):
            yield f"{palette.name}.{token}", palette.value(token), ground, SHAPE
    yield f"{palette.name}.on_accent", palette.on_accent, palette.accent, TEXT


def _window_pairs(tokens: Tokens, palette: Palette) -> Iterator[tuple[str, str, str, float]]:
    name = palette.name
    yield f"{name}.on_accent hover", palette.on_accent, palette.accent_hover, TEXT
    for ground in (palette.rail, palette.rail_active):
        yield f"{name}.rail_text", palette.rail_text, ground, TEXT
        yield f"{name}.rail_mark", palette.rail_mark, ground, TEXT
    for token in _SOFT:
        yield f"{name}.{token} soft", palette.value(token), palette.value(f"{token}_soft"), TEXT
        yield f"{name}.text_2 soft", palette.text_2, palette.value(f"{token}_soft"), TEXT
        yield f"{name}.{token} selection", palette.value(token), palette.selection, SHAPE
    for token in ("text", "text_2", "accent_text"):
        yield f"{name}.{token} selection", palette.value(token), palette.selection, TEXT
    yield f"{name}.accent_text soft", palette.accent_text, palette.accent_soft, TEXT
    for mark in tokens.ladder.values():
        for ground in _grounds(palette):
            yield f"{name}.ladder {mark.key}", mark.colour(palette), ground, TEXT
    softs = (palette.ok_soft, palette.accent_soft, palette.warn_soft, palette.error_soft)
    for mark, ground in zip(tokens.confidentiality, softs, strict=True):
        yield f"{name}.confidentiality {mark.key}", mark.colour(palette), ground, TEXT
        for board in _grounds(palette):
            yield f"{name}.confidentiality {mark.key}", mark.colour(palette), board, TEXT


def _card_pairs(tokens: Tokens, palette: Palette) -> Iterator[tuple[str, str, str, float]]:
    for kind in tokens.cards.values():
        name = f"{palette.name}.card {kind.key}"
        fill, strip = kind.fill(palette), kind.strip(palette)
        for token in ("text", "text_2"):
            yield f"{name} {token}", palette.value(token), fill, TEXT
        yield f"{name} strip", strip, fill, SHAPE
        yield f"{name} strip on board", strip, palette.bg, SHAPE


def _luminance(colour: str) -> float:
    parts = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue

"""The choices of the settings page, and the licences of what others made."""

from __future__ import annotations

from importlib.resources.abc import Traversable

from tws_desktop.ui.words import tr

LOOKS = (("light", "Hell", "sunrise"), ("dark", "Dunkel", "snowflake"), ("system", "Wie das System", "monitor"))
BEAMERS = (("beamer", "Weißer Grund, für helle Räume", ""), ("beamer_dark", "Dunkler Grund, für dunkle Räume", ""))
SCALES = (100, 115, 125, 150, 175, 200)
"""Text sizes in per cent."""


def scale_choices() -> tuple[tuple[str, str, str], ...]:
    """Text sizes for a choice."""
    return tuple((str(scale), f"{scale}\u00a0%", "") for scale in SCALES)


def choices(pairs: tuple[tuple[str, str, str], ...]) -> tuple[tuple[str, str, str], ...]:
    """Choices with their words in the language of the window."""
    return tuple((key, tr(words), icon) for key, words, icon in pairs)


def licences(resources: Traversable) -> tuple[tuple[str, str], ...]:
    """Name and text of each licence file below `resources`, by name."""
    found: dict[str, str] = {}
    for folder in resources.iterdir():
        if folder.is_dir():
            for file in folder.iterdir():
                if file.name.upper().startswith("LICENSE"):
                    name = file.name.removesuffix(".txt").partition("-")[2] or folder.name
                    found[name] = file.read_bytes().decode("utf-8", "replace")
    return tuple(sorted(found.items(), key=lambda pair: pair[0].casefold()))

"""German names that papers and the beamer print for the kinds of cards."""

from __future__ import annotations

from collections.abc import Mapping

CARD_NAMES: Mapping[str, str] = {
    "aussage": "Aussage",
    "problem": "Problem",
    "idee": "Idee",
    "frage": "Frage",
    "forderung": "Forderung",
    "ueberschrift": "Überschrift",
    "geparkt": "Geparkt",
}

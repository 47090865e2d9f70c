"""Short ways to write spans and small papers in tests."""

from __future__ import annotations

import re
from datetime import date

from tws_desktop.documents.blocks import Block, Document, Span, Spans, Text

HOSTILE = (
    "Lärm & Hitze < 30 °C",
    "„Anführung“ und ‚innere‘",
    '<b>fett?</b> <para> &amp; &#65; "Zitat"',
    "{name} {{doppelt}} %s ${y} \\n",
    "ß und ẞ",
    "u\u0308ber Ko\u0308ln",
    "[Klammer] = 100 %",
    "A" * 300,
)
"""Text as people type it; each stands literally in every paper."""


def spans(*parts: str | Span) -> Spans:
    """Plain words and spans in a row."""
    return tuple(Text(part) if isinstance(part, str) else part for part in parts)


def small(*blocks: Block) -> Document:
    """A paper of these blocks."""
    return Document("Papier", blocks, date(2026, 11, 23))


def tight(text: str) -> str:
    """Text without any white space, as line breaks differ between papers."""
    return re.sub(r"\s", "", text)

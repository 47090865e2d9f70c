"""Keeps § and number, Abs. and number, number and unit on one line, once for every writer.

A space that a line may not break at (U+00A0) takes the place of the typed one in the paper, sign for sign; a reader
sees no difference, and what is stored stays as typed.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from tws_desktop.documents.blocks import (
    Absatz,
    Annex,
    Block,
    Buchstabe,
    Bullet,
    Document,
    Filled,
    Gap,
    Heading,
    MarginNote,
    Notice,
    Nummer,
    Paragraph,
    Parties,
    Picture,
    Section,
    Signatures,
    Span,
    Spans,
    Table,
    Text,
    Title,
)

BOUND: Final = "\u00a0"
_NAMES: Final = (
    *(rf"\b{name}\." for name in ("Abs", "Nr", "Art", "Ziff", "Rn", "Kap")),
    *(rf"\b{name}" for name in ("Anlage", "Anlagen", "Absatz", "Absätze", "Satz", "Sätze", "Nummer", "Nummern")),
    *(rf"\b{name}" for name in ("Artikel", "Paragraf", "Ziffer", "Stufe", "Seite", "Phase")),
    "§",
)
_LETTERS: Final = (r"\bBuchst\.", r"\bBuchstabe", r"\bBuchstaben")
_MANY: Final = (r"Mio\.", r"Mrd\.")
_UNITS: Final = (
    r"[%‰€°]|°C|EUR|Euro|Cent|Prozent|Prozentpunkte?n?|Mio\.|Mrd\.|Tsd\.|Millionen|Milliarden|Uhr|"
    r"Stunden?|Std\.|h|Minuten?|min|Min\.|Tage?n?|Arbeitstage?n?|Werktage?n?|Kalendertage?n?|Wochen?|Monate?n?|"
    r"Jahre?n?|kg|t|km|m|m²|qm|cm|mm|kWh?|MWh?|GWh?|dB"
)
_MONTHS: Final = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"


def _after(*words: str) -> str:
    """The space before here stands behind one of the words."""
    return "(?:" + "|".join(f"(?<={word} )" for word in words) + ")"


_LOOSE: Final = re.compile(
    rf" (?:(?=\d){_after(*_NAMES)}"
    rf"|(?=[a-z]{{1,2}}\b){_after(*_LETTERS)}"
    rf"|(?<=\d )(?=(?:{_UNITS})(?!\w))"
    rf"|{_after(*_MANY)}(?=€|Euro|EUR)"
    rf"|(?<=\d\. )(?=(?:{_MONTHS})\b))"
)
"""A space first, so that the search runs from space to space."""
_HOLE: Final = "\ufffc"
"""Stands for a span without words of its own, so that places in the text stay true."""


def bound(document: Document) -> Document:
    """The same paper in which no line breaks between a number and what it belongs to."""
    return replace(document, blocks=tuple(_block(block) for block in document.blocks))


def bound_text(text: str) -> str:
    """The text with U+00A0 where a line must not break; as long as before."""
    return _LOOSE.sub(BOUND, text)


def loosened(table: Table) -> Table:
    """A table whose lines may break at every space, for columns too narrow for more than a word."""
    rows = (table.header, *table.rows)
    header, *others = (tuple(_loosened(cell) for cell in row) for row in rows)
    return replace(table, header=header, rows=tuple(others))


def _block(block: Block) -> Block:  # noqa: PLR0911  (one case per kind of words)
    match block:
        case Paragraph() | Absatz() | Nummer() | Buchstabe() | Bullet():
            spans = _spans(block.spans)
            return block if spans is block.spans else replace(block, spans=spans)
        case Table():
            header, *rows = (tuple(_spans(cell) for cell in row) for row in (block.header, *block.rows))
            return replace(block, header=header, rows=tuple(rows), caption=bound_text(block.caption))
        case Title():
            return replace(block, text=bound_text(block.text), subtitle=bound_text(block.subtitle))
        case Heading() | Notice():
            return replace(block, text=bound_text(block.text))
        case Section() | Annex():
            return replace(block, title=bound_text(block.title))
        case Picture():
            return replace(block, caption=bound_text(block.caption))
        case MarginNote():
            return replace(block, lines=tuple(bound_text(line) for line in block.lines))
        case Parties():
            return Parties(tuple(replace(one, detail=_spans(one.detail)) for one in block.parties))
        case Signatures():
            return Signatures(tuple(replace(one, function=bound_text(one.function)) for one in block.parties))
        case _:
            return block


def _spans(spans: Spans) -> Spans:
    """The spans tied as one text, as a value and its unit are often two."""
    if len(spans) == 1 and isinstance(only := spans[0], Text):
        tied = bound_text(only.text)
        return spans if tied == only.text else (replace(only, text=tied),)
    typed = "".join(_words(span) for span in spans)
    tied = bound_text(typed)
    if tied == typed:
        return spans
    made: list[Span] = []
    at = 0
    for span in spans:
        end = at + len(_words(span))
        made.append(_with(span, tied[at:end]))
        at = end
    return tuple(made)


def _words(span: Span) -> str:
    match span:
        case Text() | Filled():
            return span.text
        case Gap():
            return span.label
        case _:
            return _HOLE


def _with(span: Span, words: str) -> Span:
    match span:
        case Text() | Filled():
            return replace(span, text=words)
        case Gap():
            return Gap(words)
        case _:
            return span


def _loosened(spans: Spans) -> Spans:
    return tuple(_with(span, _words(span).replace(BOUND, " ")) for span in spans)

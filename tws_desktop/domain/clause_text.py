"""The text of a clause as spans: words, fields to fill, references to clauses and annexes.

Only clause files are parsed. What people type stays words: `write` escapes its braces.
A reference renders with its sign: `{ref:KON-01}` as "§ 19", `{ref:BES-03:2}` as "§ 5 Abs. 2" and
`{annex:measures}` as "Anlage 1".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

_NAME = r"[a-z][a-z0-9_]*"
_FIELD = re.compile(_NAME)
_REF = re.compile(r"ref:([A-Z]{2,4}-\d{2})(?::([1-9]\d*))?")
_ANNEX = re.compile(rf"annex:({_NAME})")
_PIECE = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]")


@dataclass(frozen=True, slots=True)
class Words:
    """Plain text, braces included."""

    text: str


@dataclass(frozen=True, slots=True)
class FieldSpan:
    """The value of a field, or its label as a visible gap."""

    name: str


@dataclass(frozen=True, slots=True)
class Ref:
    """The section (and Absatz, counted as the clause lists them) another clause stands in."""

    clause: str
    absatz: int | None = None


@dataclass(frozen=True, slots=True)
class AnnexRef:
    """An annex of the agreement type."""

    key: str


Span: TypeAlias = Words | FieldSpan | Ref | AnnexRef


def parse(text: str) -> tuple[Span, ...]:
    """The spans of a clause text; neighbouring words are one span.

    Raises:
        ValueError: one German sentence, if a brace is neither doubled nor a known placeholder.
    """
    spans: list[Span] = []
    words = ""
    at = 0
    for piece in _PIECE.finditer(text):
        words += text[at : piece.start()]
        at = piece.end()
        if piece.group() in {"{{", "}}"}:
            words += piece.group()[0]
            continue
        if piece.group(1) is None:
            raise ValueError(
                f"Einzelne Klammer „{piece.group()}“ im Text „{_cut(text)}“; als Zeichen doppelt schreiben"
            )
        if words:
            spans.append(Words(words))
            words = ""
        spans.append(_placeholder(piece.group(1)))
    words += text[at:]
    if words:
        spans.append(Words(words))
    return tuple(spans)


def write(spans: Iterable[Span]) -> str:
    """The text that `parse` reads back as `spans`."""
    return "".join(_written(span) for span in spans)


def fields_of(text: str) -> tuple[str, ...]:
    """The names of the fields in `text`, in order, each once."""
    return tuple(dict.fromkeys(span.name for span in parse(text) if isinstance(span, FieldSpan)))


def refs_of(text: str) -> tuple[Ref, ...]:
    """The references to other clauses in `text`, in order."""
    return tuple(span for span in parse(text) if isinstance(span, Ref))


def annexes_of(text: str) -> tuple[str, ...]:
    """The keys of the annexes named in `text`, in order."""
    return tuple(span.key for span in parse(text) if isinstance(span, AnnexRef))


def _placeholder(inner: str) -> Span:
    if _FIELD.fullmatch(inner):
        return FieldSpan(inner)
    if found := _REF.fullmatch(inner):
        return Ref(found[1], int(found[2]) if found[2] else None)
    if found := _ANNEX.fullmatch(inner):
        return AnnexRef(found[1])
    raise ValueError(f"Unbekannter Platzhalter „{{{inner}}}“; erlaubt sind Feldname, ref:KON-01 und annex:name")


def _written(span: Span) -> str:
    match span:
        case Words(text):
            return text.replace("{", "{{").replace("}", "}}")
        case FieldSpan(name):
            return f"{{{name}}}"
        case Ref(clause, None):
            return f"{{ref:{clause}}}"
        case Ref(clause, absatz):
            return f"{{ref:{clause}:{absatz}}}"
        case AnnexRef(key):
            return f"{{annex:{key}}}"


def _cut(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"

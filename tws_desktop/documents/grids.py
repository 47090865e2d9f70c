"""The tables of a paper as rows of plain text, for workbooks and text files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from tws_desktop.documents.binding import BOUND
from tws_desktop.documents.blocks import Filled, Gap, Heading, Line, Ref, Spans, Table, Text, Title
from tws_desktop.documents.marked import clean
from tws_desktop.documents.numbering import Resolved
from tws_desktop.domain.errors import FileRefused


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with the heading that it stands under; widths are shares of any sum."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]


def grids(resolved: Resolved) -> tuple[Grid, ...]:
    """Every table of the paper, in reading order; refuses a paper without one."""
    found = []
    heading = resolved.document.title
    for block in resolved.document.blocks:
        match block:
            case Title() | Heading():
                heading = block.text
            case Table():
                header, *rows = (tuple(_words(resolved, cell) for cell in row) for row in (block.header, *block.rows))
                widths = block.widths or (1.0,) * len(header)
                found.append(Grid(clean(block.caption or heading), header, tuple(rows), widths))
            case _:
                pass
    if not found:
        raise FileRefused(f"In „{resolved.document.title}“ steht keine Tabelle. Bitte als Word oder PDF ausgeben.")
    return tuple(found)


def _words(resolved: Resolved, spans: Spans) -> str:
    """With plain spaces: whoever searches or filters types these."""
    said = []
    for span in spans:
        match span:
            case Text() | Filled():
                said.append(span.text)
            case Gap():
                said.append(f"[{span.label}]")
            case Ref():
                said.append(resolved.reference(span))
            case Line():
                said.append("\n")
            case _:
                assert_never(span)
    return clean("".join(said)).replace(BOUND, " ")

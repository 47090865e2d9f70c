"""The heads of a document in order, for its contents list and its bookmarks."""

from __future__ import annotations

from dataclasses import dataclass

from tws_desktop.documents.blocks import Annex, Heading, Section
from tws_desktop.documents.numbering import Resolved

CONTENTS_DEPTH = 1
"""The contents list names heads down to this depth; 0 is the outermost."""


@dataclass(frozen=True, slots=True)
class Head:
    """A head: its block, number as printed, title, and depth from 0; a § of an Anlage lies one deeper."""

    block: int
    number: str
    title: str
    depth: int


def heads(resolved: Resolved) -> tuple[Head, ...]:
    """Every heading, § and Anlage."""
    found: list[Head] = []
    annex = 0
    for index, block in enumerate(resolved.document.blocks):
        number = resolved.numbers[index]
        match block:
            case Annex():
                annex = 1
                found.append(Head(index, number, block.title, 0))
            case Section():
                found.append(Head(index, number, block.title, annex))
            case Heading():
                found.append(Head(index, number, block.text, min(max(block.level, 1), 3) - 1))
            case _:
                pass
    return tuple(found)


def contents(resolved: Resolved) -> tuple[Head, ...]:
    """The heads that a contents list names."""
    return tuple(head for head in heads(resolved) if head.depth <= CONTENTS_DEPTH)

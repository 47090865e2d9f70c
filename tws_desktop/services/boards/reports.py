"""What a board leaves on paper for an audience."""

from __future__ import annotations

from dataclasses import dataclass

from tws_desktop.documents.blocks import Block


@dataclass(frozen=True, slots=True)
class Report:
    """The blocks of one board, and how many entries the audience does not get."""

    blocks: tuple[Block, ...]
    left_out: int = 0

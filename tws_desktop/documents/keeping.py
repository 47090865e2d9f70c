"""Which blocks stay on the page of the next one, so that no page holds signatures or the last words alone."""

from __future__ import annotations

from tws_desktop.documents.blocks import (
    Absatz,
    Block,
    Buchstabe,
    Bullet,
    Heading,
    MarginNote,
    Notice,
    Nummer,
    Paragraph,
    ParagraphStyle,
    Picture,
    Signatures,
    Table,
)


def kept_with_next(blocks: tuple[Block, ...]) -> frozenset[int]:
    """The last Absatz or words before signatures, and what stands before the last words of the paper."""
    return _before_signatures(blocks) | _before_last_words(blocks)


def leads_on(blocks: tuple[Block, ...], index: int) -> bool:
    """Whether words lead on to what follows: a note right under a head or its question, a lead before a table."""
    block, before = blocks[index], blocks[index - 1] if index else None
    after = blocks[index + 1] if index + 1 < len(blocks) else None
    if not isinstance(block, Paragraph) or after is None or isinstance(after, Heading):
        return False
    if block.style is ParagraphStyle.LEAD:
        return isinstance(after, (Table, Picture))
    asked = isinstance(before, Paragraph) and before.style is ParagraphStyle.QUOTE
    return block.style is ParagraphStyle.NOTE and (asked or isinstance(before, Heading))


def kept_runs(blocks: tuple[Block, ...]) -> tuple[tuple[int, int], ...]:
    """The first and the last block of everything that stays together."""
    runs: list[tuple[int, int]] = []
    for index in sorted(kept_with_next(blocks)):
        if runs and runs[-1][1] == index:
            runs[-1] = (runs[-1][0], index + 1)
        else:
            runs.append((index, index + 1))
    return tuple(runs)


def _before_signatures(blocks: tuple[Block, ...]) -> frozenset[int]:
    kept: set[int] = set()
    for index, block in enumerate(blocks):
        if isinstance(block, Signatures):
            at = index - 1
            while at >= 0 and isinstance(blocks[at], (Nummer, Buchstabe, MarginNote)):
                at -= 1
            if at >= 0 and isinstance(blocks[at], (Absatz, Paragraph)):
                kept |= set(range(at, index))
    return frozenset(kept)


def _before_last_words(blocks: tuple[Block, ...]) -> frozenset[int]:
    """Notes and notices at the end go with the words before them; a table or picture is left where it is."""
    at = len(blocks)
    while at and _is_note(blocks[at - 1]):
        at -= 1
    if at and at < len(blocks) and isinstance(blocks[at - 1], (Paragraph, Bullet)):
        at -= 1
    return frozenset(range(at, len(blocks) - 1))


def _is_note(block: Block) -> bool:
    return isinstance(block, Notice) or (isinstance(block, Paragraph) and block.style is ParagraphStyle.NOTE)

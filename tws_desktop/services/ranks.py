"""Order among siblings: whole numbers with gaps, re-spaced when a gap is used up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tws_desktop.services.ports import Work

GAP = 1024


def last_rank(siblings: Sequence[Any]) -> int:
    """A rank behind all `siblings`."""
    return max((sibling.rank for sibling in siblings), default=0) + GAP


def behind(last: Any) -> int:
    """A rank behind the last sibling; None: there is none yet."""
    return (last.rank if last is not None else 0) + GAP


def place(work: Work, moved: Any, siblings: Sequence[Any], index: int, **values: Any) -> Any:
    """Store `moved` at place `index` among its future `siblings` (in order), with further changed `values`."""
    others = [sibling for sibling in siblings if sibling.id != moved.id]
    index = max(0, min(index, len(others)))
    below = others[index - 1].rank if index else 0
    above = others[index].rank if index < len(others) else below + 2 * GAP
    if above - below < 2:
        for number, sibling in enumerate(others, start=1):
            work.change(sibling, rank=(number if number <= index else number + 1) * GAP)
        return work.change(moved, rank=(index + 1) * GAP, **values)
    return work.change(moved, rank=(below + above) // 2, **values)

"""Notes in the margin of a PDF page: none over another, each as near to its paragraph as the page allows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus.paragraph import Paragraph

from tws_desktop.documents.pdf_text import colour

_INDENT, _APART = 6.0, 5.0


@dataclass(frozen=True, slots=True)
class Hung:
    """A note of a page: its lines, the top it would like, and where the instructions of its paragraph stand."""

    lines: tuple[Paragraph, ...]
    width: float
    top: float
    place: tuple[float, float]
    page: int
    code: int

    @property
    def height(self) -> float:
        """How high its lines are."""
        return float(sum(line.wrap(self.width - _INDENT, 9999)[1] for line in self.lines))


def placed(notes: list[Hung], ceiling: float, floor: float) -> Iterator[tuple[Hung, float]]:
    """Each note with the top it gets; where a page is too full, the longest lose their last lines."""
    notes = _shortened(notes, ceiling - floor)
    heights = [note.height for note in notes]
    tops: list[float] = []
    free = ceiling
    for note, height in zip(notes, heights, strict=True):
        tops.append(min(note.top, free))
        free = tops[-1] - height - _APART
    lowest = floor
    for place in reversed(range(len(notes))):
        tops[place] = max(tops[place], lowest + heights[place])
        lowest = tops[place] + _APART
    yield from zip(notes, tops, strict=True)


def _shortened(notes: list[Hung], room: float) -> list[Hung]:
    kept = list(notes)
    while sum(note.height + _APART for note in kept) > room + _APART:
        longest = max(range(len(kept)), key=lambda place: (len(kept[place].lines) > 1, kept[place].height))
        if len(kept[longest].lines) == 1:
            break
        kept[longest] = replace(kept[longest], lines=kept[longest].lines[:-1])
    return kept


def draw_note(canvas: Canvas, decoration: AbstractContextManager[None], note: Hung, top: float) -> None:
    """Draws a note with its bar, seen from its paragraph; the bar is decoration."""
    x, base = note.place
    up = top - base
    with decoration:
        canvas.setStrokeColor(colour("accent"))
        canvas.setLineWidth(1.2)
        canvas.line(x, up, x, up - note.height - 1)
    for line in note.lines:
        up -= line.wrap(note.width - _INDENT, 9999)[1]
        line.drawOn(canvas, x + _INDENT, up)

"""Blocks as the story that reportlab sets page by page."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import assert_never

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus.flowables import CondPageBreak, Flowable, Spacer
from reportlab.platypus.flowables import PageBreak as NewPage
from reportlab.platypus.tables import TableStyle

from tws_desktop.documents.blocks import (
    Absatz,
    Annex,
    Block,
    Buchstabe,
    Bullet,
    Contents,
    Heading,
    MarginNote,
    Notice,
    Nummer,
    PageBreak,
    Paragraph,
    Parties,
    Photo,
    Picture,
    Section,
    Signatures,
    Spans,
    Table,
    Text,
    Title,
)
from tws_desktop.documents.fonts import Signs
from tws_desktop.documents.keeping import kept_runs
from tws_desktop.documents.numbering import Resolved
from tws_desktop.documents.outline import Head, contents, heads
from tws_desktop.documents.pdf_flow import Cell, ChartFlow, Entry, Grid, HeadRoom, Placed, Shown, SignatureRow
from tws_desktop.documents.pdf_tags import MaybeTag, Tag
from tws_desktop.documents.pdf_text import Setter, colour, styles, target
from tws_desktop.documents.print_look import NOTE_WIDTH
from tws_desktop.documents.table_widths import fitted

_TALL_CELL = 1_200
_LOOK_AHEAD = 8
_LEAST_START = 76.0
_CELL_SIDE = 5.0
_CELL_EDGES = 6.0
_BELOW_PHOTO = 40.0
_MOST_KEPT = 0.4


@dataclass(slots=True)
class Story:
    """The story while it grows, for a column of this width and height in points."""

    resolved: Resolved
    setter: Setter
    root: Tag
    width: float
    height: float
    flow: list[Flowable] = field(default_factory=list)
    heads: dict[int, Head] = field(default_factory=dict)
    in_nummer: bool = False
    points: MaybeTag = None
    """The list that a further point of it belongs to."""

    @property
    def signs(self) -> Signs:
        """Counts signs without font."""
        return self.setter.signs

    def lines(self, spans: Spans | str, look: ParagraphStyle, number: str = "", tag: MaybeTag = None) -> Placed:
        """A paragraph with a hanging number, not yet in the story."""
        spans = (Text(spans),) if isinstance(spans, str) else spans
        made = Placed("", look, bulletText=number or None, frags=self.setter.frags(spans, look))
        made.tag = tag or self.root.below("P")
        return made

    def add(self, spans: Spans | str, kind: str, number: str = "", tag: MaybeTag = None) -> Placed:
        """Appends a paragraph of a kind."""
        made = self.lines(spans, styles()[kind], number, tag)
        self.flow.append(made)
        return made


def story(resolved: Resolved, signs: Signs, root: Tag, width: float, height: float) -> list[Flowable]:
    """Everything to be set, in order; `root` gets the structure."""
    made = Story(resolved, Setter(resolved, signs), root, width, height)
    made.heads = {head.block: head for head in heads(resolved)}
    starts: list[int] = []
    for index, block in enumerate(resolved.document.blocks):
        starts.append(len(made.flow))
        if not isinstance(block, Bullet):
            made.points = None
        _add(made, index, block)
    _hold_together(made, [*starts, len(made.flow)])
    _settle(made.flow)
    return made.flow or [Spacer(1, 1)]


def _add(to: Story, index: int, block: Block) -> None:  # noqa: C901, PLR0912  (one case per block)
    match block:
        case Section() | Annex() | Heading():
            _head(to, index, block)
        case Absatz() | Nummer() | Buchstabe():
            _unit(to, index, block)
        case Paragraph():
            to.add(block.spans, block.style.value)
        case Bullet():
            _bullet(to, block)
        case Title():
            to.add(block.text, "title" if block.subtitle else "titlealone", tag=to.root.below("H1"))
            if block.subtitle:
                to.add(block.subtitle, "subtitle")
        case Table():
            _table(to, block)
        case Picture():
            _picture(to, block)
        case Photo():
            _photo(to, block)
        case Parties():
            _parties(to, block)
        case Signatures():
            _signatures(to, block)
        case Contents():
            _contents(to, block)
        case PageBreak():
            to.flow.append(NewPage())
        case Notice():
            to.add(block.text, "notice")
        case MarginNote():
            _margin_note(to, block)
        case _:
            assert_never(block)


def _bullet(to: Story, block: Bullet) -> None:
    to.points = to.points or to.root.below("L")
    to.add(block.spans, "bullet", "•", to.points.below("LI").below("LBody"))


def _head(to: Story, index: int, block: Section | Annex | Heading) -> None:
    to.in_nummer = False
    head = to.heads[index]
    match block:
        case Annex():
            if not block.follows:
                to.flow.append(NewPage())
            kind = "annex"
        case Section():
            kind = "section"
        case Heading():
            kind = f"heading{head.depth + 1}"
    to.flow.append(HeadRoom(to.height))
    made = to.add(head.title, kind, head.number, to.root.below(f"H{head.depth + 2}"))
    made.landing = (target(index), f"{head.number}  {head.title}" if head.number else head.title, head.depth)


def _settle(flow: list[Flowable]) -> None:
    """Tells every head what follows it."""
    for at, part in enumerate(flow):
        if isinstance(part, HeadRoom):
            part.following = tuple(flow[at + 1 : at + 1 + _LOOK_AHEAD])


def _unit(to: Story, index: int, block: Absatz | Nummer | Buchstabe) -> None:
    number = to.resolved.numbers[index]
    match block:
        case Absatz():
            to.in_nummer = False
            kind = "absatz" if number else "alone"
        case Nummer():
            to.in_nummer = True
            kind = "nummer"
        case Buchstabe():
            kind = "deep" if to.in_nummer else "buchstabe"
    made = to.add(block.spans, kind, number)
    if block.mark is not None:
        made.landing = (target(index), "", 0)


def _margin_note(to: Story, note: MarginNote) -> None:
    """Hangs the note on the paragraph before it, or sets it as a paragraph where there is none."""
    before = to.flow[-1] if to.flow else None
    if not isinstance(before, Placed) or before.note or not note.lines:
        to.add(" · ".join(note.lines), "note")
        return
    first, *more = note.lines
    before.note = (
        to.lines(first, styles()["marginhead"]),
        *(to.lines(line, styles()["margin"]) for line in more),
    )
    before.column, before.note_width = to.width, NOTE_WIDTH


def _parties(to: Story, block: Parties) -> None:
    for party in block.parties:
        to.add(party.lead, "party")
        to.add((Text(party.name, bold=True), *party.detail), "party")
        to.add(party.called, "right")


def _contents(to: Story, block: Contents) -> None:
    to.add(block.title, "heading1")
    listed = to.root.below("TOC")
    for head in contents(to.resolved):
        kind = ("contents", "contentsdeep")[head.depth] if head.number else ("contentsplain", "contents")[head.depth]
        look = styles()[kind]
        frags = to.setter.text(head.title, look)
        entry = Entry("", look, bulletText=head.number or None, frags=frags)
        entry.key, entry.tag = target(head.block), listed.below("TOCI")
        entry.natural = sum(stringWidth(frag.text, frag.fontName, frag.fontSize) for frag in frags)
        to.flow.append(entry)
    to.flow.append(Spacer(1, 4))


def _table(to: Story, block: Table) -> None:
    block, widths = fitted(block, to.width)
    caption = to.lines(block.caption, styles()["caption"]) if block.caption else None
    table = to.root.below("Table")
    rows = [_row(to, block.header, table.below("TR"), head=True)]
    rows += [_row(to, row, table.below("TR"), head=False) for row in block.rows]
    tall = any(_length(spans) > _TALL_CELL for row in (block.header, *block.rows) for spans in row)
    grid = Grid(
        rows,
        colWidths=widths,
        repeatRows=0 if any(_length(spans) > _TALL_CELL for spans in block.header) else 1,
        splitInRow=1 if tall else 0,
        style=_table_style(),
    )
    grid.start = _LEAST_START if tall else sum(_row_height(row, widths) for row in rows[:2])
    if caption is not None:
        to.flow += [CondPageBreak(min(_height(to, caption) + grid.start, to.height)), caption]
    to.flow += [grid, Spacer(1, 10)]


def _row(to: Story, cells: tuple[Spans, ...], tag: Tag, *, head: bool) -> list[Cell]:
    look = styles()["cellhead" if head else "cell"]
    made = [Cell("", look, frags=to.setter.frags(spans, look)) for spans in cells]
    for cell in made:
        cell.tag, cell.repeats = tag.below("TH" if head else "TD"), head
    return made


def _row_height(row: list[Cell], widths: list[float]) -> float:
    room = 2 * _CELL_SIDE
    return max(cell.wrap(width - room, 9999)[1] for cell, width in zip(row, widths, strict=True)) + _CELL_EDGES


def _length(spans: Spans) -> int:
    return sum(len(span.text) for span in spans if isinstance(span, Text))


def _table_style() -> TableStyle:
    return TableStyle(
        [
            ("GRID", (0, 0), (-1, -1), 0.5, colour("line")),
            ("BACKGROUND", (0, 0), (-1, 0), colour("accent_soft")),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("FONTNAME", (0, 0), (-1, -1), styles()["cell"].fontName),
            ("TOPPADDING", (0, 0), (-1, -1), 2.5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 3.5),
            ("LEFTPADDING", (0, 0), (-1, -1), _CELL_SIDE),
            ("RIGHTPADDING", (0, 0), (-1, -1), _CELL_SIDE),
        ]
    )


def _picture(to: Story, block: Picture) -> None:
    chart = ChartFlow(block.chart, to.signs, to.height - 40)
    if block.caption:
        to.flow.append(CondPageBreak(min(chart.wrap(to.width, to.height)[1] + 30, to.height)))
        to.add(block.caption, "caption")
    chart.tag = to.root.below("Figure", block.alternative)
    to.flow += [chart, Spacer(1, 10)]


def _photo(to: Story, block: Photo) -> None:
    wide, high = block.size(to.width, to.height)
    photo = Shown(io.BytesIO(block.picture.data), wide, high, hAlign="LEFT")
    photo.tag = to.root.below("Figure", block.alternative)
    to.flow += [CondPageBreak(min(high + _BELOW_PHOTO, to.height)), Spacer(1, 4), photo, Spacer(1, 3)]
    to.add(block.alternative, "note")


def _signatures(to: Story, block: Signatures) -> None:
    look = styles()
    cells = []
    for party in block.parties:
        town = to.root.below("P")
        below = [to.lines(party.side, look["side"])]
        below += [to.lines(text, look["signer"]) for text in (party.organisation, party.signer) if text]
        cells.append((party.town, town, tuple(below)))
    rows: list[Flowable] = [
        SignatureRow(tuple(cells[n : n + 2]), to.signs, look["party"]) for n in range(0, len(cells), 2)
    ]
    needed = sum(row.wrap(to.width, to.height)[1] for row in rows)
    to.flow += [CondPageBreak(min(needed, to.height)), *rows]


def _hold_together(to: Story, starts: list[int]) -> None:
    """Breaks the page before what must not be parted from its last block, unless that would leave a hole."""
    for first, last in reversed(kept_runs(to.resolved.document.blocks)):
        before, after = (
            sum(_height(to, part) for part in to.flow[starts[one] : starts[other]])
            for one, other in ((first, last), (last, last + 1))
        )
        if before < to.height * _MOST_KEPT:
            to.flow.insert(starts[first], CondPageBreak(min(before + after, to.height)))


def _height(to: Story, part: Flowable) -> float:
    if isinstance(part, CondPageBreak):
        return 0.0
    return float(part.wrap(to.width, to.height)[1] + part.getSpaceBefore() + part.getSpaceAfter())

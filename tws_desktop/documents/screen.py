"""The document as lines for the page on screen: the same numbers, references and gaps as in Word and PDF."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from tws_desktop.documents.blocks import (
    Absatz,
    Annex,
    Block,
    Buchstabe,
    Bullet,
    Contents,
    Document,
    Filled,
    Gap,
    Heading,
    Line,
    MarginNote,
    Notice,
    Nummer,
    PageBreak,
    Paragraph,
    Parties,
    Party,
    Photo,
    Picture,
    Ref,
    Section,
    Signature,
    Signatures,
    Spans,
    Table,
    Text,
    Title,
)
from tws_desktop.documents.charts import Chart
from tws_desktop.documents.marked import clean
from tws_desktop.documents.numbering import Resolved, resolve
from tws_desktop.documents.outline import contents


class LineStyle(StrEnum):
    """What kind of line it is; the screen decides its look."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    HEADING_1 = "heading1"
    HEADING_2 = "heading2"
    HEADING_3 = "heading3"
    SECTION = "section"
    ABSATZ = "absatz"
    ABSATZ_ALONE = "absatz_alone"
    CONTINUED = "continued"
    NUMMER = "nummer"
    BUCHSTABE = "buchstabe"
    BUCHSTABE_DEEP = "buchstabe_deep"
    ANNEX = "annex"
    BODY = "body"
    LEAD = "lead"
    NOTE = "note"
    QUOTE = "quote"
    RIGHT = "right"
    BULLET = "bullet"
    PARTY = "party"
    CONTENTS_TITLE = "contents_title"
    CONTENTS = "contents"
    CAPTION = "caption"
    TABLE_HEAD = "table_head"
    TABLE_ROW = "table_row"
    PICTURE = "picture"
    SIGNATURE = "signature"
    NOTICE = "notice"
    MARGIN = "margin"
    PAGE = "page"


class Mood(StrEnum):
    """How a piece of a line stands out."""

    PLAIN = "plain"
    BOLD = "bold"
    ITALIC = "italic"
    BOLD_ITALIC = "bold_italic"
    GAP = "gap"
    FILLED = "filled"
    REFERENCE = "reference"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Piece:
    """Text of one mood; a reference carries the mark it leads to."""

    text: str
    mood: Mood = Mood.PLAIN
    mark: str = ""


@dataclass(frozen=True, slots=True)
class ScreenLine:
    """One line of the page: style, number as printed, pieces, its mark, and the block it comes from.

    A table row has its cells in `cells`; a picture its chart in `chart` or itself in `photo`, and its alternative
    text as pieces.
    """

    style: LineStyle
    number: str = ""
    pieces: tuple[Piece, ...] = ()
    mark: str | None = None
    block: int = -1
    cells: tuple[tuple[Piece, ...], ...] = ()
    chart: Chart | None = None
    photo: Photo | None = None

    @property
    def text(self) -> str:
        """The line without its number."""
        return "".join(piece.text for piece in self.pieces)


_HEADINGS = (LineStyle.HEADING_1, LineStyle.HEADING_2, LineStyle.HEADING_3)


def lines(document: Document) -> tuple[ScreenLine, ...]:
    """Every line of the document in reading order."""
    return resolved_lines(resolve(document))


def resolved_lines(resolved: Resolved) -> tuple[ScreenLine, ...]:
    """The same for a document whose numbers are known already."""
    made: list[ScreenLine] = []
    in_nummer = False
    for index, block in enumerate(resolved.document.blocks):
        if isinstance(block, Absatz | Section | Annex | Heading):
            in_nummer = False
        elif isinstance(block, Nummer):
            in_nummer = True
        match block:
            case Section() | Annex() | Heading() | Absatz() | Nummer() | Buchstabe():
                made.append(_unit(resolved, index, block, in_nummer))
            case _:
                made += _plain(resolved, index, block)
    return tuple(made)


def _unit(
    resolved: Resolved,
    index: int,
    block: Section | Annex | Heading | Absatz | Nummer | Buchstabe,
    in_nummer: bool,
) -> ScreenLine:
    number = resolved.numbers[index]
    match block:
        case Section():
            return ScreenLine(LineStyle.SECTION, number, _text(block.title), block.mark, index)
        case Annex():
            return ScreenLine(LineStyle.ANNEX, number, _text(block.title), block.mark, index)
        case Heading():
            return ScreenLine(_HEADINGS[min(max(block.level, 1), 3) - 1], "", _text(block.text), block.mark, index)
        case Absatz():
            style = LineStyle.ABSATZ if number else LineStyle.ABSATZ_ALONE
        case Nummer():
            style = LineStyle.NUMMER
        case Buchstabe():
            style = LineStyle.BUCHSTABE_DEEP if in_nummer else LineStyle.BUCHSTABE
        case _:
            assert_never(block)
    return ScreenLine(style, number, _pieces(resolved, block.spans), block.mark, index)


def _plain(resolved: Resolved, index: int, block: Block) -> list[ScreenLine]:  # noqa: C901, PLR0911  (one case per block)
    def line(style: LineStyle, pieces: tuple[Piece, ...], number: str = "") -> ScreenLine:
        return ScreenLine(style, number, pieces, block=index)

    match block:
        case Title():
            under = [line(LineStyle.SUBTITLE, _text(block.subtitle))] if block.subtitle else []
            return [line(LineStyle.TITLE, _text(block.text)), *under]
        case Paragraph():
            return [line(LineStyle(block.style.value), _pieces(resolved, block.spans))]
        case Bullet():
            return [line(LineStyle.BULLET, _pieces(resolved, block.spans), "•")]
        case Notice():
            return [line(LineStyle.NOTICE, _text(block.text))]
        case MarginNote():
            return [line(LineStyle.MARGIN, _text("\n".join(block.lines)))]
        case PageBreak():
            return [line(LineStyle.PAGE, ())]
        case Contents():
            return [line(LineStyle.CONTENTS_TITLE, _text(block.title)), *_contents(resolved, index)]
        case Table():
            return _table(resolved, index, block)
        case Picture() | Photo():
            return _shown(index, block)
        case Parties():
            return [entry for party in block.parties for entry in _party(resolved, index, party)]
        case Signatures():
            return [line(LineStyle.SIGNATURE, _text(_signature(party))) for party in block.parties]
        case _:
            return []


def _shown(index: int, block: Picture | Photo) -> list[ScreenLine]:
    words = _text(block.alternative)
    if isinstance(block, Photo):
        return [ScreenLine(LineStyle.PICTURE, "", words, None, index, photo=block)]
    caption = [ScreenLine(LineStyle.CAPTION, "", _text(block.caption), block=index)] if block.caption else []
    return [*caption, ScreenLine(LineStyle.PICTURE, "", words, None, index, chart=block.chart)]


def _contents(resolved: Resolved, index: int) -> list[ScreenLine]:
    marks = (getattr(block, "mark", None) for block in resolved.document.blocks)
    by_block = dict(enumerate(marks))
    return [
        ScreenLine(
            LineStyle.CONTENTS,
            head.number,
            (Piece(clean(head.title), Mood.REFERENCE, by_block[head.block] or ""),),
            block=index,
        )
        for head in contents(resolved)
    ]


def _table(resolved: Resolved, index: int, block: Table) -> list[ScreenLine]:
    made = [ScreenLine(LineStyle.CAPTION, "", _text(block.caption), block=index)] if block.caption else []
    for place, row in enumerate((block.header, *block.rows)):
        style = LineStyle.TABLE_ROW if place else LineStyle.TABLE_HEAD
        made.append(ScreenLine(style, block=index, cells=tuple(_pieces(resolved, cell) for cell in row)))
    return made


def _party(resolved: Resolved, index: int, party: Party) -> list[ScreenLine]:
    named = (Piece(clean(party.name), Mood.BOLD), *_pieces(resolved, party.detail))
    return [
        ScreenLine(LineStyle.PARTY, "", _text(party.lead), block=index),
        ScreenLine(LineStyle.PARTY, "", named, block=index),
        ScreenLine(LineStyle.RIGHT, "", _text(party.called), block=index),
    ]


def _signature(party: Signature) -> str:
    lines_of = (f"{party.town}____________________", party.side, party.organisation, party.signer)
    return "\n".join(line for line in lines_of if line)


def _text(text: str) -> tuple[Piece, ...]:
    return (Piece(clean(text)),) if text else ()


def _pieces(resolved: Resolved, spans: Spans) -> tuple[Piece, ...]:
    made: list[Piece] = []
    for span in spans:
        match span:
            case Text():
                made.append(Piece(clean(span.text), _mood(span)))
            case Gap():
                made.append(Piece(clean(f"[{span.label}]"), Mood.GAP))
            case Filled():
                made.append(Piece(clean(span.text), Mood.FILLED))
            case Ref():
                mood = Mood.BROKEN if resolved.is_broken(span) else Mood.REFERENCE
                made.append(Piece(clean(resolved.reference(span)), mood, span.mark))
            case Line():
                made.append(Piece("\n"))
            case _:
                assert_never(span)
    return tuple(made)


def _mood(span: Text) -> Mood:
    if span.bold:
        return Mood.BOLD_ITALIC if span.italic else Mood.BOLD
    return Mood.ITALIC if span.italic else Mood.PLAIN

"""What a paper consists of: spans, blocks and the document, independent of Word, PDF and screen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from tws_desktop.documents.charts import Chart
from tws_desktop.domain import attachments


class RefForm(StrEnum):
    """How deep a reference goes: to the §, its Absatz, Nummer, Buchstabe, one sentence, or the Anlage."""

    SECTION = "section"
    ABSATZ = "absatz"
    NUMMER = "nummer"
    BUCHSTABE = "buchstabe"
    SATZ = "satz"
    ANNEX = "annex"


class ParagraphStyle(StrEnum):
    """How a plain paragraph looks; CONTINUED goes on under an Absatz after its Nummern."""

    BODY = "body"
    LEAD = "lead"
    NOTE = "note"
    QUOTE = "quote"
    RIGHT = "right"
    CONTINUED = "continued"


@dataclass(frozen=True, slots=True)
class Text:
    """Text as people typed it; a line feed in it is a new line, a tab a tab."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """An open field; printed as `[label]` and highlighted everywhere."""

    label: str


@dataclass(frozen=True, slots=True)
class Filled:
    """The value of a field; on paper like text, on screen marked."""

    text: str


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference to the unit with this mark; without a form as deep as the unit itself.

    `sentence` adds „Satz n“ behind the Absatz; the form SATZ demands it.
    """

    mark: str
    form: RefForm | None = None
    sentence: int | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A new line inside a paragraph."""


Span: TypeAlias = Text | Gap | Filled | Ref | Line
Spans: TypeAlias = tuple[Span, ...]


def plain(text: str) -> Spans:
    """One piece of plain text as spans, for cells and paragraphs without marking."""
    return (Text(text),)


@dataclass(frozen=True, slots=True)
class Title:
    """The title on the first page."""

    text: str
    subtitle: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading without number (Präambel, a chapter of a report); level 1 to 3. It closes the § before it."""

    text: str
    level: int = 1
    mark: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph without number."""

    spans: Spans
    style: ParagraphStyle = ParagraphStyle.BODY


@dataclass(frozen=True, slots=True)
class Section:
    """A § with its title; counted through the document, and anew in each Anlage."""

    title: str
    mark: str | None = None


@dataclass(frozen=True, slots=True)
class Absatz:
    """One Absatz of a §; numbered only if its § has more than one."""

    spans: Spans
    mark: str | None = None


@dataclass(frozen=True, slots=True)
class Nummer:
    """A Nummer (`1.`) of the Absatz before it."""

    spans: Spans
    mark: str | None = None


@dataclass(frozen=True, slots=True)
class Buchstabe:
    """A Buchstabe (`a)`) of the Nummer before it, or of the Absatz where it has no Nummern."""

    spans: Spans
    mark: str | None = None


@dataclass(frozen=True, slots=True)
class Annex:
    """The heading of an Anlage; begins on a new page unless it `follows` the one before it."""

    title: str
    mark: str | None = None
    follows: bool = False


@dataclass(frozen=True, slots=True)
class Bullet:
    """One point of a list without numbers."""

    spans: Spans


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the header is repeated on each page, a row does not split. Widths are shares of any sum."""

    header: tuple[Spans, ...]
    rows: tuple[tuple[Spans, ...], ...]
    widths: tuple[float, ...] = ()
    caption: str = ""

    def __post_init__(self) -> None:
        columns = len(self.header)
        if not columns or any(len(row) != columns for row in self.rows) or len(self.widths) not in {0, columns}:
            message = f"table with {columns} columns has a row or widths of another length"
            raise ValueError(message)


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart with the sentence that says the same for those who cannot see it."""

    chart: Chart
    alternative: str
    caption: str = ""


_POINTS_EACH = 0.75
_PAGE_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo with what it shows, which also stands below it; both stay on one page."""

    picture: attachments.Picture
    alternative: str

    def size(self, width: float, height: float) -> tuple[float, float]:
        """Width and height in points within a text area, never larger than the photo is at 96 dots per inch."""
        across, down = self.picture.width, self.picture.height
        share = min(_POINTS_EACH, width / across, height * _PAGE_SHARE / down)
        return across * share, down * share


@dataclass(frozen=True, slots=True)
class Party:
    """One party of the Rubrum: „zwischen der“, name, the rest of its line, and its short name afterwards."""

    lead: str
    name: str
    detail: Spans
    short: str

    @property
    def called(self) -> str:
        """The line that gives the short name."""
        return f"– im Folgenden: {self.short} –"


@dataclass(frozen=True, slots=True)
class Parties:
    """The Rubrum of an agreement."""

    parties: tuple[Party, ...]


@dataclass(frozen=True, slots=True)
class Signature:
    """One place to sign: „Für den Arbeitgeber“, whose, by whom (empty: written by hand), function, town."""

    side: str
    organisation: str = ""
    name: str = ""
    function: str = ""
    place: str = ""

    @property
    def town(self) -> str:
        """What stands before the line for the date."""
        return f"{self.place}, den " if self.place else "Ort, Datum "

    @property
    def signer(self) -> str:
        """The line that says who signs."""
        name = self.name or "Name in Klarschrift"
        return f"{name}, Funktion: {self.function}" if self.function else name


@dataclass(frozen=True, slots=True)
class Signatures:
    """All places to sign; never split over two pages."""

    parties: tuple[Signature, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """The list of headings, §§ and Anlagen."""

    title: str = "Inhalt"


@dataclass(frozen=True, slots=True)
class PageBreak:
    """The next block begins on a new page."""


@dataclass(frozen=True, slots=True)
class Notice:
    """A boxed notice, such as a disclaimer."""

    text: str


@dataclass(frozen=True, slots=True)
class MarginNote:
    """Where the block before it comes from; internal editions only. The first line is its head."""

    lines: tuple[str, ...]


Numbered: TypeAlias = Section | Absatz | Nummer | Buchstabe | Annex
Block: TypeAlias = (
    Title
    | Heading
    | Paragraph
    | Section
    | Absatz
    | Nummer
    | Buchstabe
    | Annex
    | Bullet
    | Table
    | Picture
    | Photo
    | Parties
    | Signatures
    | Contents
    | PageBreak
    | Notice
    | MarginNote
)


@dataclass(frozen=True, slots=True)
class Document:
    """A whole paper. `header_right` warns (ENTWURF 3 · nicht unterschriftsreif); `date` is its only time."""

    title: str
    blocks: tuple[Block, ...]
    date: date
    subtitle: str = ""
    subject: str = ""
    header_left: str = ""
    header_right: str = ""
    footer_left: str = ""
    landscape: bool = False
    language: str = "de-DE"


def spans_of(block: Block) -> Iterator[Span]:
    """Every span inside a block, in reading order."""
    match block:
        case Paragraph() | Absatz() | Nummer() | Buchstabe() | Bullet():
            yield from block.spans
        case Table():
            for row in (block.header, *block.rows):
                for cell in row:
                    yield from cell
        case Parties():
            for party in block.parties:
                yield from party.detail
        case _:
            return

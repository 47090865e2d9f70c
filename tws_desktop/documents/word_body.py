"""Blocks as the body of a Word document."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import field as made
from typing import assert_never

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
    ParagraphStyle,
    Parties,
    Photo,
    Picture,
    Section,
    Signature,
    Signatures,
    Spans,
    Table,
    Text,
    Title,
)
from tws_desktop.documents.chart_picture import PAINT_SCALE, chart_png
from tws_desktop.documents.keeping import kept_with_next, leads_on
from tws_desktop.documents.marked import xml_text
from tws_desktop.documents.numbering import Resolved
from tws_desktop.documents.outline import contents
from tws_desktop.documents.table_widths import fitted
from tws_desktop.documents.word_base import Base
from tws_desktop.documents.word_spans import TAB, bookmark_name, bookmarked, run, spans_xml
from tws_desktop.documents.word_styles import SIGNATURE_GAP, TABLE_STYLE, place_xml, signature_width

_PARAGRAPH = {
    ParagraphStyle.BODY: "TWS Text",
    ParagraphStyle.LEAD: "TWS Leitsatz",
    ParagraphStyle.NOTE: "TWS Anmerkung",
    ParagraphStyle.QUOTE: "TWS Zitat",
    ParagraphStyle.RIGHT: "TWS Rechts",
    ParagraphStyle.CONTINUED: "TWS Fortsetzung",
}
_TITLE_ALONE = '<w:spacing w:after="240"/>'
_STAYS = '<w:pageBreakBefore w:val="0"/>'
_ANNEX_BELOW = '<w:spacing w:before="320" w:after="120"/>'
_EMU_PER_POINT = 12_700
_CAPTION_ROOM = 40


@dataclass(slots=True)
class Body:
    """The body while it grows: its XML, further numberings and pictures."""

    resolved: Resolved
    base: Base
    parts: list[str] = made(default_factory=list)
    restarts: int = 0
    pictures: list[tuple[str, bytes]] = made(default_factory=list)
    part_number: int = 0
    here_number: int = 0
    in_section: bool = True
    in_nummer: bool = False
    breaks: bool = False
    keeps: bool = False
    """The paragraph stays with the next one."""

    @property
    def media(self) -> tuple[str, ...]:
        """The names of the pictures' files."""
        return tuple(f"media/tws{n}.{ending}" for n, (ending, _) in enumerate(self.pictures, 1))

    def style(self, name: str) -> str:
        """The id of a named style in this file."""
        return self.base.style_ids[name]

    def target(self, index: int) -> str:
        """The bookmark of a block."""
        return bookmark_name(getattr(self.resolved.document.blocks[index], "mark", None), index)

    def spans(self, spans: Spans) -> str:
        """Spans as runs."""
        return spans_xml(spans, self.resolved, self.target, self.style)

    def paragraph(self, style: str, content: str, layout: str = "", *, keeps: bool = False) -> None:
        """Appends a paragraph in a named style, on a new page if a break is due."""
        if self.breaks:
            self.breaks = False
            layout = f"<w:pageBreakBefore/>{layout}"
        if self.keeps or keeps:
            layout = f"<w:keepNext/>{layout}"
        self.parts.append(self.paragraph_xml(style, content, layout))

    def paragraph_xml(self, style: str, content: str, layout: str = "") -> str:
        """A paragraph in a named style."""
        return f'<w:p><w:pPr><w:pStyle w:val="{self.style(style)}"/>{layout}</w:pPr>{content}</w:p>'

    def place(self, level: int) -> str:
        """The direct numbering of a unit; empty where its style alone counts right."""
        if not self.here_number:
            self.restarts += 1
            self.here_number = self.base.next_number + self.restarts - 1
            if self.in_section:
                self.part_number = self.here_number
        if self.here_number == self.base.main_number and self.base.binds_levels:
            return ""
        return place_xml(level, self.here_number)


def body(resolved: Resolved, base: Base) -> Body:
    """The whole body without its section properties."""
    grown = Body(resolved, base, part_number=base.main_number, here_number=base.main_number)
    blocks = resolved.document.blocks
    kept = kept_with_next(blocks) | {index - 1 for index, block in enumerate(blocks) if isinstance(block, MarginNote)}
    for index, block in enumerate(blocks):
        grown.keeps = index in kept or leads_on(blocks, index)
        _add(grown, index, block)
    return grown


def _add(to: Body, index: int, block: Block) -> None:  # noqa: C901, PLR0912  (one case per block)
    match block:
        case Section() | Annex() | Heading():
            _head(to, index, block)
        case Absatz() | Nummer() | Buchstabe():
            _unit(to, index, block)
        case Paragraph():
            to.paragraph(_PARAGRAPH[block.style], to.spans(block.spans))
        case Bullet():
            to.paragraph(
                "TWS Aufzählung",
                to.spans(block.spans),
                "" if "TWS Aufzählung" in to.base.bound else place_xml(0, to.base.bullet_number),
            )
        case Title():
            to.paragraph("TWS Titel", run(block.text), "" if block.subtitle else _TITLE_ALONE)
            if block.subtitle:
                to.paragraph("TWS Untertitel", run(block.subtitle))
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
            to.breaks = True
        case Notice():
            to.paragraph("TWS Hinweis", run(block.text))
        case MarginNote():
            to.paragraph("TWS Randvermerk", run(" · ".join(block.lines)))
        case _:
            assert_never(block)


def _head(to: Body, index: int, block: Section | Annex | Heading) -> None:
    to.in_nummer = False
    to.in_section = not isinstance(block, Heading)
    text = block.text if isinstance(block, Heading) else block.title
    content = bookmarked(run(text), to.target(index), index)
    match block:
        case Section():
            to.here_number = to.part_number
            to.paragraph("TWS Paragraf", content, to.place(0))
        case Annex():
            to.part_number = to.here_number = 0
            to.breaks = False
            own = "" if "TWS Anlage" in to.base.bound else place_xml(0, to.base.annex_number)
            to.paragraph("TWS Anlage", content, f"{_STAYS}{own}{_ANNEX_BELOW}" if block.follows else own)
        case Heading():
            to.here_number = 0
            to.paragraph(f"TWS Überschrift {min(max(block.level, 1), 3)}", content)


def _unit(to: Body, index: int, block: Absatz | Nummer | Buchstabe) -> None:
    content = to.spans(block.spans)
    if block.mark is not None:
        content = bookmarked(content, to.target(index), index)
    match block:
        case Absatz():
            to.in_nummer = False
            if to.resolved.numbers[index]:
                to.paragraph("TWS Absatz", content, to.place(1))
            else:
                to.paragraph("TWS Absatz ohne Nummer", content)
        case Nummer():
            to.in_nummer = True
            to.paragraph("TWS Nummer", content, to.place(2))
        case Buchstabe() if to.in_nummer:
            to.paragraph("TWS Buchstabe in Nummer", content, to.place(4))
        case Buchstabe():
            to.paragraph("TWS Buchstabe", content, to.place(3))


def _parties(to: Body, block: Parties) -> None:
    for party in block.parties:
        to.paragraph("TWS Rubrum", run(party.lead))
        to.paragraph("TWS Rubrum", to.spans((Text(party.name, bold=True), *party.detail)))
        to.paragraph("TWS Rubrum Kurzname", run(party.called))


def _contents(to: Body, block: Contents) -> None:
    to.paragraph("TWS Verzeichnistitel", run(block.title))
    entries = contents(to.resolved)
    start = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        r'<w:r><w:instrText xml:space="preserve"> TOC \o "1-2" \n \h \z \u </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    for place, head in enumerate(entries):
        text = (run(head.number) + TAB if head.number else "") + run(head.title)
        link = f'<w:hyperlink w:anchor="{to.target(head.block)}" w:history="1">{text}</w:hyperlink>'
        link = (start if place == 0 else "") + link + (end if place == len(entries) - 1 else "")
        to.paragraph(f"toc {head.depth + 1}", link)


def _grid(widths: Iterable[int]) -> str:
    return "<w:tblGrid>" + "".join(f'<w:gridCol w:w="{width}"/>' for width in widths) + "</w:tblGrid>"


def _table(to: Body, block: Table) -> None:
    if block.caption or to.breaks:
        to.paragraph("TWS Beschriftung", run(block.caption))
    block, points = fitted(block, to.base.text_width / 20, to.base.stretch)
    widths = [int(one * 20) for one in points]
    to.parts.append(
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{to.style(TABLE_STYLE)}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        f'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>{_grid(widths)}'
        "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
    )
    cells = [f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>' for width in widths]
    head, text = (
        f'<w:p><w:pPr><w:pStyle w:val="{to.style(name)}"/></w:pPr>' for name in ("TWS Tabellenkopf", "TWS Tabelle")
    )
    for cell, spans in zip(cells, block.header, strict=True):
        to.parts.append(f"{cell}</w:tcPr>{head}{to.spans(spans)}</w:p></w:tc>")
    to.parts.append("</w:tr>")
    opened = [f"{cell}</w:tcPr>{text}" for cell in cells]
    for row in block.rows:
        to.parts.append("<w:tr><w:trPr><w:cantSplit/></w:trPr>")
        to.parts += [f"{cell}{_cell(to, spans)}</w:p></w:tc>" for cell, spans in zip(opened, row, strict=True)]
        to.parts.append("</w:tr>")
    to.parts.append("</w:tbl>")
    to.paragraph("TWS Anmerkung", "")


def _cell(to: Body, spans: Spans) -> str:
    if len(spans) == 1 and isinstance(spans[0], Text) and not (spans[0].bold or spans[0].italic):
        return run(spans[0].text)
    return to.spans(spans)


def _picture(to: Body, block: Picture) -> None:
    if block.caption:
        to.paragraph("TWS Beschriftung", run(block.caption))
    content, width, height = chart_png(block.chart, to.base.text_width / 20)
    tallest = (to.base.text_height / 20 - _CAPTION_ROOM) * PAINT_SCALE
    shrunk = min(1.0, tallest / height) / PAINT_SCALE
    _drawn(to, "png", content, (width * shrunk, height * shrunk), block.alternative)


def _photo(to: Body, block: Photo) -> None:
    size = block.size(to.base.text_width / 20, to.base.text_height / 20)
    _drawn(to, block.picture.kind.value, block.picture.data, size, block.alternative, keeps=True)
    to.paragraph("TWS Anmerkung", run(block.alternative))


def _drawn(
    to: Body, ending: str, content: bytes, points: tuple[float, float], alternative: str, *, keeps: bool = False
) -> None:
    to.pictures.append((ending, content))
    number = len(to.pictures)
    wide, high = (round(side * _EMU_PER_POINT) for side in points)
    size = f'cx="{wide}" cy="{high}"'
    named = f'id="{number}" name="Bild {number}" descr="{xml_text(alternative)}"'
    to.paragraph(
        "TWS Bild",
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f"<wp:extent {size}/><wp:docPr {named}/>"
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f"<pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>"
        f'<a:blip r:embed="rIdTwsPicture{number}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>",
        keeps=keeps,
    )


def _signatures(to: Body, block: Signatures) -> None:
    gap, width = SIGNATURE_GAP, signature_width(to.base.text_width)
    to.parts.append(
        f'<w:tbl><w:tblPr><w:tblW w:w="{2 * width + gap}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        + _grid((width, gap, width))
    )
    pairs = [block.parties[n : n + 2] for n in range(0, len(block.parties), 2)]
    for pair in pairs:
        cells = [_signature(to, party) for party in pair]
        cells += [to.paragraph_xml("TWS Unterschrift", "")] * (2 - len(cells))
        between = to.paragraph_xml("TWS Unterschrift", "")
        to.parts.append("<w:tr><w:trPr><w:cantSplit/></w:trPr>")
        for share, content in ((width, cells[0]), (gap, between), (width, cells[1])):
            to.parts.append(f'<w:tc><w:tcPr><w:tcW w:w="{share}" w:type="dxa"/></w:tcPr>{content}</w:tc>')
        to.parts.append("</w:tr>")
    to.parts.append("</w:tbl>")
    to.paragraph("TWS Anmerkung", "")


def _signature(to: Body, party: Signature) -> str:
    lines = [
        to.paragraph_xml("TWS Unterschrift Ort", run(party.town) + TAB),
        to.paragraph_xml("TWS Unterschriftslinie", run(party.side)),
    ]
    lines += [to.paragraph_xml("TWS Unterschrift", run(text)) for text in (party.organisation, party.signer) if text]
    return "".join(lines)

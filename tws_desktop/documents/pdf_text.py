"""Spans as pieces that reportlab sets; none of its markup is read, so text stays what it is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, partial
from typing import Any, Final, assert_never

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus.paraparser import ParaFrag

from tws_desktop.documents.blocks import Filled, Gap, Line, Ref, Spans, Text
from tws_desktop.documents.fonts import Signs, font
from tws_desktop.documents.numbering import Resolved
from tws_desktop.documents.print_look import HANG, SECTION_HANG, print_look

ANNEX_HANG: Final = 56.0


@cache
def colour(name: str) -> Color:
    """A colour of the print palette."""
    return HexColor(int(print_look().colour[name], 16))


@dataclass(frozen=True, slots=True)
class Face:
    """Font, size and colour of a piece."""

    font: str
    size: float
    colour: Color
    ground: Color | None = None
    link: str = ""


def style(
    size: float,
    leading: float,
    *,
    weight: int = 400,
    italic: bool = False,
    tone: str = "text",
    left: float = 0,
    hang: float = 0,
    after: float = 0,
    **more: Any,
) -> ParagraphStyle:
    """A paragraph style with every font named, so that none of the library's own is used."""
    return ParagraphStyle(
        name=f"tws{size}",
        fontName=font(weight, italic),
        fontSize=size,
        leading=leading,
        textColor=colour(tone),
        leftIndent=left,
        bulletIndent=left - hang,
        bulletFontName=font(weight),
        bulletFontSize=size,
        bulletColor=colour(tone),
        spaceAfter=after,
        splitLongWords=1,
        allowWidows=0,
        allowOrphans=0,
        **more,
    )


@cache
def styles() -> dict[str, ParagraphStyle]:
    """All paragraph styles of a PDF paper by their duty."""
    kinds = print_look().type
    body, clause, head, title = kinds["body"], kinds["clause"], kinds["paragraph_head"], kinds["title"]
    note, edge = kinds["note"], kinds["header"]
    unit = partial(style, clause.size, clause.leading)
    top = partial(style, weight=head.weight, after=6)
    line = colour("line_strong")
    return {
        "title": style(title.size, title.leading, weight=title.weight, after=3),
        "titlealone": style(title.size, title.leading, weight=title.weight, after=14),
        "subtitle": style(12, 16, tone="text_2", after=16),
        "heading1": top(head.size, head.leading, spaceBefore=9),
        "heading2": top(11.5, 15, spaceBefore=7),
        "heading3": top(10.5, 14, spaceBefore=6),
        "section": top(head.size, head.leading, left=SECTION_HANG, hang=SECTION_HANG, spaceBefore=9),
        "annex": top(head.size + 1.5, head.leading + 2, left=ANNEX_HANG, hang=ANNEX_HANG, spaceBefore=14),
        "absatz": unit(left=HANG, hang=HANG, after=6),
        "alone": unit(after=6),
        "continued": unit(left=HANG, after=6),
        "nummer": unit(left=2 * HANG, hang=HANG, after=3),
        "buchstabe": unit(left=2 * HANG, hang=HANG, after=3),
        "deep": unit(left=3 * HANG, hang=HANG, after=3),
        "bullet": style(body.size, body.leading, left=HANG, hang=14, after=3),
        "body": style(body.size, body.leading, after=6),
        "lead": style(13, 18, after=8, leads_on=True),
        "note": style(note.size + 0.5, 11.5, tone="text_2", spaceBefore=3, after=4, leads_on=True),
        "quote": style(body.size, body.leading, italic=True, tone="text_2", left=HANG, after=6, leads_on=True),
        "right": style(body.size, body.leading, tone="text_2", alignment=TA_RIGHT, after=8),
        "party": style(body.size, body.leading, after=4),
        "caption": style(9.5, 13, weight=600, tone="text_2", spaceBefore=8, after=4),
        "cell": style(9, 12.2),
        "cellhead": style(9, 12.2, weight=600),
        "contents": style(body.size, body.leading, left=ANNEX_HANG, hang=ANNEX_HANG, after=2, rightIndent=36),
        "contentsdeep": style(
            body.size,
            body.leading,
            left=ANNEX_HANG + SECTION_HANG,
            hang=SECTION_HANG,
            after=2,
            rightIndent=36,
        ),
        "contentsplain": style(body.size, body.leading, after=2, rightIndent=36),
        "margin": style(note.size, note.leading, tone="text_2"),
        "marginhead": style(note.size, note.leading, weight=600, tone="accent"),
        "side": style(body.size, body.leading, weight=600),
        "signer": style(9.5, 13.5, tone="text_2"),
        "notice": style(
            edge.size,
            12.5,
            tone="text_2",
            spaceBefore=22,
            after=18,
            left=7,
            rightIndent=7,
            borderColor=line,
            borderWidth=0.7,
            borderPadding=7,
            borderRadius=3,
        ),
        "edge": style(edge.size, edge.leading, weight=edge.weight),
    }


@dataclass(slots=True)
class Setter:
    """Turns spans into pieces for one document; counts signs without font."""

    resolved: Resolved
    signs: Signs

    def frags(self, spans: Spans, look: ParagraphStyle) -> list[ParaFrag]:
        """The spans in the face of a style."""
        plain = Face(look.fontName, look.fontSize, look.textColor)
        made: list[ParaFrag] = []
        for span in spans:
            match span:
                case Text():
                    self._add(made, span.text, _marked(plain, span))
                case Filled():
                    self._add(made, span.text, plain)
                case Gap():
                    self._add(made, f"[{span.label}]", _gap(plain))
                case Ref():
                    broken = self.resolved.is_broken(span)
                    link = "" if broken else f"#{target(self.resolved.places[span.mark].block)}"
                    face = _gap(plain) if broken else Face(plain.font, plain.size, plain.colour, link=link)
                    self._add(made, self.resolved.reference(span), face)
                case Line():
                    made.append(_frag(plain, "", broken=True))
                case _:
                    assert_never(span)
        return made or [_frag(plain, "")]

    def text(self, text: str, look: ParagraphStyle) -> list[ParaFrag]:
        """Plain text in the face of a style."""
        return self.frags((Text(text),), look)

    def _add(self, made: list[ParaFrag], text: str, face: Face) -> None:
        for name, piece in self.signs.pieces(text, face.font):
            used = face if name == face.font else Face(name, face.size, face.colour, face.ground, face.link)
            first, *more = piece.split("\n")
            made.append(_frag(used, first))
            for line in more:
                made.append(_frag(used, "", broken=True))
                made.append(_frag(used, line))


def target(block: int) -> str:
    """The name of the place a reference leads to."""
    return f"b{block}"


def _marked(face: Face, span: Text) -> Face:
    if not (span.bold or span.italic):
        return face
    return Face(font(700 if span.bold else 400, span.italic), face.size, face.colour)


def _gap(face: Face) -> Face:
    return Face(font(600), face.size, colour("warn"), colour("warn_soft"))


def _frag(face: Face, text: str, broken: bool = False) -> ParaFrag:
    made = ParaFrag(
        rise=0,
        greek=0,
        link=[(0, face.link)] if face.link else [],
        fontName=face.font,
        bold=0,
        italic=0,
        fontSize=face.size,
        textColor=face.colour,
        us_lines=[],
        text=text,
    )
    if broken:
        made.lineBreak = True
    if face.ground is not None:
        made.backColor = face.ground
    return made

"""The named styles of our Word files and the native numbering bound to them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from tws_desktop.documents.print_look import HANG, SECTION_HANG, PrintLook, print_look

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

TABLE_STYLE: Final = "TWS Tabellenraster"
SIGNATURE_GAP: Final = 680
_TABLE_EDGES: Final = ("top", "left", "bottom", "right", "insideH", "insideV")
_SECTION, _HANG, _ANNEX = round(SECTION_HANG * 20), round(HANG * 20), 1247


class Counted(StrEnum):
    """The native numberings: §, (1), 1., a); Anlage 1; the bullet."""

    UNITS = "units"
    ANNEX = "annex"
    BULLET = "bullet"


@dataclass(frozen=True, slots=True)
class NamedStyle:
    """A style of ours: its name in Word, its id, what it builds on (first that exists), its layout and face.

    `early` is the part of the layout that stands before a numbering, `counted` the numbering it is bound to,
    `level` its place there, `following` the name of the style after Enter.
    """

    name: str
    id: str
    bases: tuple[str, ...] = ("",)
    layout: str = ""
    face: str = ""
    early: str = ""
    counted: Counted | None = None
    level: int = 0
    following: str = ""
    character: bool = False


def _indent(left: int, hanging: int = 0) -> str:
    hang = f' w:hanging="{hanging}"' if hanging else ""
    return f'<w:ind w:left="{left}"{hang}/>'


def _space(before: int, after: int) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}"/>'


def _size(points: float) -> str:
    return f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(points * 2)}"/>'


def _colour(value: str) -> str:
    return f'<w:color w:val="{value}"/>'


def _edge(side: str, colour: str, room: int) -> str:
    return f'<w:{side} w:val="single" w:sz="4" w:space="{room}" w:color="{colour}"/>'


LEVEL_INDENT: Final = {
    0: _indent(_SECTION, _SECTION),
    1: _indent(_HANG, _HANG),
    2: _indent(2 * _HANG, _HANG),
    3: _indent(2 * _HANG, _HANG),
    4: _indent(3 * _HANG, _HANG),
}
_LEVEL_TEXT: Final = {
    0: ("decimal", "§\u00a0%1"),
    1: ("decimal", "(%2)"),
    2: ("decimal", "%3."),
    3: ("lowerLetter", "%4)"),
    4: ("lowerLetter", "%5)"),
}


def named_styles(text_width: int) -> tuple[NamedStyle, ...]:
    """Every style of ours; the text width (twentieths of a point) sets the right tab of header and footer."""
    look = print_look()
    return (*_unit_styles(look), *_text_styles(look), *_form_styles(look, text_width))


def _unit_styles(look: PrintLook) -> tuple[NamedStyle, ...]:
    head = ("heading 1",)
    small = _colour(look.colour["text_2"]) + _size(look.type["header"].size + 1.5)
    return (
        NamedStyle("TWS Titel", "TWSTitel", ("title", "heading 1"), "<w:keepNext/>", following="TWS Text"),
        NamedStyle(
            "TWS Untertitel",
            "TWSUntertitel",
            layout=_space(0, 320),
            face=_colour(look.colour["text_2"]) + _size(12),
            following="TWS Text",
        ),
        NamedStyle("TWS Überschrift 1", "TWSberschrift1", head, following="TWS Text"),
        NamedStyle("TWS Überschrift 2", "TWSberschrift2", ("heading 2", "heading 1"), following="TWS Text"),
        NamedStyle("TWS Überschrift 3", "TWSberschrift3", ("heading 3", "heading 1"), following="TWS Text"),
        NamedStyle(
            "TWS Paragraf",
            "TWSParagraf",
            head,
            LEVEL_INDENT[0],
            counted=Counted.UNITS,
            level=0,
            following="TWS Absatz",
        ),
        NamedStyle("TWS Absatz", "TWSAbsatz", layout=LEVEL_INDENT[1], counted=Counted.UNITS, level=1),
        NamedStyle("TWS Absatz ohne Nummer", "TWSAbsatzohneNummer"),
        NamedStyle("TWS Fortsetzung", "TWSFortsetzung", layout=_indent(_HANG)),
        NamedStyle("TWS Nummer", "TWSNummer", layout=_space(0, 60) + LEVEL_INDENT[2], counted=Counted.UNITS, level=2),
        NamedStyle(
            "TWS Buchstabe",
            "TWSBuchstabe",
            layout=_space(0, 60) + LEVEL_INDENT[3],
            counted=Counted.UNITS,
            level=3,
        ),
        NamedStyle(
            "TWS Buchstabe in Nummer",
            "TWSBuchstabeinNummer",
            layout=_space(0, 60) + LEVEL_INDENT[4],
            counted=Counted.UNITS,
            level=4,
        ),
        NamedStyle(
            "TWS Anlage",
            "TWSAnlage",
            head,
            _space(0, 120) + _indent(_ANNEX, _ANNEX),
            early="<w:pageBreakBefore/>",
            counted=Counted.ANNEX,
            following="TWS Text",
        ),
        NamedStyle(
            "TWS Randvermerk",
            "TWSRandvermerk",
            layout=f"<w:keepLines/>{_space(0, 120)}{_indent(_HANG)}",
            face="<w:i/>" + small,
        ),
    )


def _text_styles(look: PrintLook) -> tuple[NamedStyle, ...]:
    grey = _colour(look.colour["text_2"])
    return (
        NamedStyle("TWS Text", "TWSText"),
        NamedStyle("TWS Leitsatz", "TWSLeitsatz", face=_size(12)),
        NamedStyle("TWS Anmerkung", "TWSAnmerkung", layout=_space(60, 80), face=grey + _size(8.5)),
        NamedStyle("TWS Zitat", "TWSZitat", layout=f"<w:keepNext/>{_indent(_HANG)}", face="<w:i/>" + grey),
        NamedStyle("TWS Rechts", "TWSRechts", layout='<w:jc w:val="right"/>', face=grey),
        NamedStyle(
            "TWS Aufzählung",
            "TWSAufzhlung",
            layout=_space(0, 60) + _indent(_HANG, 284),
            counted=Counted.BULLET,
        ),
        NamedStyle("TWS Rubrum", "TWSRubrum", layout=f"<w:keepNext/>{_space(0, 80)}"),
        NamedStyle(
            "TWS Rubrum Kurzname",
            "TWSRubrumKurzname",
            layout=f'{_space(0, 120)}<w:jc w:val="right"/>',
            face=grey,
        ),
        NamedStyle(
            "TWS Lücke",
            "TWSLcke",
            face=f"<w:b/>{_colour(look.colour['warn'])}"
            f'<w:shd w:val="clear" w:color="auto" w:fill="{look.colour["warn_soft"]}"/>',
            character=True,
        ),
        NamedStyle("TWS Feld", "TWSFeld", character=True),
        NamedStyle("TWS Fett", "TWSFett", face="<w:b/>", character=True),
        NamedStyle("TWS Kursiv", "TWSKursiv", face="<w:i/>", character=True),
        NamedStyle("TWS Warnung", "TWSWarnung", face=f"<w:b/>{_colour(look.colour['error'])}", character=True),
    )


def _form_styles(look: PrintLook, text_width: int) -> tuple[NamedStyle, ...]:
    line, strong = look.colour["line"], look.colour["line_strong"]
    box = "".join(_edge(side, strong, 6) for side in ("top", "left", "bottom", "right"))
    town = (
        f'<w:tabs><w:tab w:val="left" w:leader="underscore" w:pos="{signature_width(text_width) * 4 // 5}"/></w:tabs>'
    )
    right = f'<w:tabs><w:tab w:val="right" w:pos="{text_width}"/></w:tabs>'
    small = _colour(look.colour["text_2"]) + _size(look.type["header"].size)
    return (
        NamedStyle(
            "TWS Hinweis",
            "TWSHinweis",
            layout=f'<w:keepLines/><w:pBdr>{box}</w:pBdr>{_space(280, 120)}<w:ind w:left="142" w:right="142"/>',
            face=_colour(look.colour["text_2"]) + _size(8.5),
        ),
        NamedStyle("TWS Tabelle", "TWSTabelle", layout=_space(40, 40), face=_size(9)),
        NamedStyle(
            "TWS Tabellenkopf",
            "TWSTabellenkopf",
            layout=f"<w:keepNext/>{_space(40, 40)}",
            face="<w:b/>" + _size(9),
        ),
        NamedStyle(
            "TWS Beschriftung",
            "TWSBeschriftung",
            layout=f"<w:keepNext/>{_space(160, 80)}",
            face="<w:b/>" + _colour(look.colour["text_2"]) + _size(9),
        ),
        NamedStyle("TWS Bild", "TWSBild", layout=_space(60, 160)),
        NamedStyle(
            "TWS Verzeichnistitel",
            "TWSVerzeichnistitel",
            layout=f"<w:keepNext/>{_space(240, 80)}",
            face="<w:b/>" + _size(look.type["paragraph_head"].size),
        ),
        NamedStyle(
            "toc 1",
            "Verzeichnis1",
            layout=f'<w:tabs><w:tab w:val="left" w:pos="{_ANNEX}"/></w:tabs>{_space(0, 40)}{_indent(_ANNEX, _ANNEX)}',
        ),
        NamedStyle(
            "toc 2",
            "Verzeichnis2",
            layout=f'<w:tabs><w:tab w:val="left" w:pos="{_ANNEX + _SECTION}"/></w:tabs>'
            f"{_space(0, 40)}{_indent(_ANNEX + _SECTION, _SECTION)}",
        ),
        NamedStyle(
            "TWS Unterschrift",
            "TWSUnterschrift",
            layout=f"<w:keepNext/><w:keepLines/>{_space(0, 20)}",
            face=_size(9.5),
        ),
        NamedStyle(
            "TWS Unterschrift Ort",
            "TWSUnterschriftOrt",
            layout=f"<w:keepNext/><w:keepLines/>{town}{_space(480, 20)}",
            face=_size(9.5),
        ),
        NamedStyle(
            "TWS Unterschriftslinie",
            "TWSUnterschriftslinie",
            layout=f"<w:keepNext/><w:keepLines/><w:pBdr>{_edge('top', look.colour['text'], 4)}</w:pBdr>"
            f"{_space(560, 20)}",
            face="<w:b/>",
        ),
        NamedStyle(
            "TWS Kopfzeile",
            "TWSKopfzeile",
            layout=f"<w:pBdr>{_edge('bottom', strong, 6)}</w:pBdr>{right}{_space(0, 120)}",
            face=small,
        ),
        NamedStyle(
            "TWS Fußzeile",
            "TWSFuzeile",
            layout=f"<w:pBdr>{_edge('top', line, 6)}</w:pBdr>{right}{_space(0, 0)}",
            face=small,
        ),
    )


def signature_width(text_width: int) -> int:
    """How wide one of two places to sign is."""
    return (text_width - SIGNATURE_GAP) // 2


def table_style_xml(style_id: str) -> str:
    """The style of our tables: thin lines, shaded head."""
    look = print_look()
    edges = "".join(_edge(side, look.colour["line"], 0) for side in _TABLE_EDGES)
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{look.colour["accent_soft"]}"/>'
    return (
        f'<w:style xmlns:w="{W}" w:type="table" w:customStyle="1" w:styleId="{style_id}">'
        f'<w:name w:val="{TABLE_STYLE}"/><w:qFormat/>'
        f'<w:tblPr><w:tblBorders>{edges}</w:tblBorders><w:tblCellMar><w:left w:w="85" w:type="dxa"/>'
        '<w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f'<w:tblStylePr w:type="firstRow"><w:tcPr>{shade}</w:tcPr></w:tblStylePr></w:style>'
    )


def style_xml(style: NamedStyle, base_id: str, following_id: str, number_id: int) -> str:
    """The style as an element of styles.xml, bound to its numbering."""
    kind = "character" if style.character else "paragraph"
    based = f'<w:basedOn w:val="{base_id}"/>' if base_id else ""
    follows = f'<w:next w:val="{following_id}"/>' if following_id else ""
    layout = style.early + (place_xml(style.level, number_id) if style.counted else "") + style.layout
    layout = f"<w:pPr>{layout}</w:pPr>" if layout else ""
    face = f"<w:rPr>{style.face}</w:rPr>" if style.face else ""
    own = "" if style.name.startswith("toc ") else ' w:customStyle="1"'
    return (
        f'<w:style xmlns:w="{W}" w:type="{kind}"{own} w:styleId="{style.id}">'
        f'<w:name w:val="{style.name}"/>{based}{follows}<w:qFormat/>{layout}{face}</w:style>'
    )


def place_xml(level: int, number_id: int) -> str:
    """A paragraph's place in a numbering."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number_id}"/></w:numPr>'


def multilevel_xml(abstract_id: int, style_ids: dict[int, str]) -> str:
    """The multi-level numbering §, (1), 1., a); levels named in `style_ids` are bound to that style."""
    levels = "".join(
        _level(level, shape, text, LEVEL_INDENT[level], style_ids.get(level, ""))
        for level, (shape, text) in _LEVEL_TEXT.items()
    )
    return _abstract(abstract_id, "multilevel", levels)


def annex_xml(abstract_id: int, style_id: str) -> str:
    """The numbering of the Anlagen."""
    level = _level(0, "decimal", "Anlage\u00a0%1", _indent(_ANNEX, _ANNEX), style_id)
    return _abstract(abstract_id, "singleLevel", level)


def bullet_xml(abstract_id: int, style_id: str) -> str:
    """The sign of lists without numbers."""
    return _abstract(abstract_id, "singleLevel", _level(0, "bullet", "•", _indent(_HANG, 284), style_id))


def number_xml(number_id: int, abstract_id: int) -> str:
    """A run through a numbering."""
    return f'<w:num xmlns:w="{W}" w:numId="{number_id}"><w:abstractNumId w:val="{abstract_id}"/></w:num>'


def _level(level: int, shape: str, text: str, indent: str, style_id: str) -> str:
    bound = f'<w:pStyle w:val="{style_id}"/>' if style_id else ""
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{shape}"/>{bound}'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr>{indent}</w:pPr></w:lvl>'
    )


def _abstract(abstract_id: int, kind: str, levels: str) -> str:
    return (
        f'<w:abstractNum xmlns:w="{W}" w:abstractNumId="{abstract_id}">'
        f'<w:multiLevelType w:val="{kind}"/>{levels}</w:abstractNum>'
    )

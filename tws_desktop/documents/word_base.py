"""The ground of a Word file: our own styles, or a house style with ours added."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from lxml import etree

from tws_desktop.documents.marked import xml_text
from tws_desktop.documents.print_look import (
    FOOTER_LINE,
    HEADER_LINE,
    MARGIN_BOTTOM,
    MARGIN_LEFT,
    MARGIN_RIGHT,
    MARGIN_TOP,
    MM,
    PAGE_LONG,
    PAGE_SHORT,
    print_look,
)
from tws_desktop.documents.word_styles import (
    LEVEL_INDENT,
    TABLE_STYLE,
    Counted,
    NamedStyle,
    W,
    annex_xml,
    bullet_xml,
    multilevel_xml,
    named_styles,
    number_xml,
    style_xml,
    table_style_xml,
)

_W: Final = f"{{{W}}}"
_ARIAL_STRETCH: Final = 1.15
HOUSE_STRETCH: Final = 1.35
"""For a house's own letters, which we don't know: as wide as a broad serif."""


@dataclass(frozen=True, slots=True)
class Page:
    """Page and margins in twentieths of a point."""

    width: int
    height: int
    top: int
    right: int
    bottom: int
    left: int
    header: int
    footer: int

    @property
    def text_width(self) -> int:
        """Width between the margins."""
        return self.width - self.left - self.right


@dataclass(frozen=True, slots=True)
class Base:
    """Styles and numbering of a file, ready for a body.

    `numbering` is cut in three: abstract numberings, their runs, the end. `bound` names the styles that
    count by themselves, `binds_levels` says that those of all units do; `style_ids` leads from name to id;
    `stretch` says how much wider its letters run than those we measure with.
    """

    page: Page
    styles: bytes
    numbering: tuple[str, str, str]
    style_ids: dict[str, str]
    bound: frozenset[str]
    binds_levels: bool
    next_abstract: int
    next_number: int
    main_number: int
    annex_number: int
    bullet_number: int
    stretch: float

    @property
    def text_width(self) -> int:
        """Width between the margins in twentieths of a point."""
        return self.page.text_width

    @property
    def text_height(self) -> int:
        """Height between the margins in twentieths of a point."""
        return self.page.height - self.page.top - self.page.bottom

    def numbering_xml(self, restarts: int) -> bytes:
        """The numbering part with further, independent runs of the multi-level numbering."""
        abstracts, numbers, end = self.numbering
        more = range(restarts)
        abstracts += "".join(multilevel_xml(self.next_abstract + n, {}) for n in more)
        numbers += "".join(number_xml(self.next_number + n, self.next_abstract + n) for n in more)
        return f"{abstracts}{numbers}{end}".encode()


def _twips(points: float) -> int:
    return round(points * 20)


def own_page(landscape: bool) -> Page:
    """Our A4 page."""
    sides = (PAGE_LONG, PAGE_SHORT) if landscape else (PAGE_SHORT, PAGE_LONG)
    return Page(
        width=_twips(sides[0]),
        height=_twips(sides[1]),
        top=_twips(MARGIN_TOP),
        right=_twips(MARGIN_RIGHT),
        bottom=_twips(MARGIN_BOTTOM),
        left=_twips(MARGIN_LEFT),
        header=_twips(HEADER_LINE - 5 * MM),
        footer=_twips(FOOTER_LINE - 5.5 * MM),
    )


@cache
def own_base(landscape: bool, language: str) -> Base:
    """The ground without a house style: Arial, our sizes."""
    styles = etree.fromstring(_own_styles(language))
    numbering = etree.fromstring(f'<w:numbering xmlns:w="{W}"/>')
    return grounded(own_page(landscape), styles, numbering, _ARIAL_STRETCH)


def _own_styles(language: str) -> str:
    look = print_look()
    heads = (
        ("Title", "Titel", look.type["title"].size, 0, 60, ""),
        ("heading 1", "berschrift1", look.type["paragraph_head"].size, 300, 120, '<w:outlineLvl w:val="0"/>'),
        ("heading 2", "berschrift2", 11.0, 240, 100, '<w:outlineLvl w:val="1"/>'),
        ("heading 3", "berschrift3", 10.5, 200, 80, '<w:outlineLvl w:val="2"/>'),
    )
    made = "".join(
        f'<w:style w:type="paragraph" w:styleId="{style_id}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Standard"/><w:next w:val="Standard"/><w:qFormat/>'
        "<w:pPr><w:keepNext/><w:keepLines/>"
        f'<w:spacing w:before="{before}" w:after="{after}" w:line="259" w:lineRule="auto"/>{outline}</w:pPr>'
        f'<w:rPr><w:b/><w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/></w:rPr></w:style>'
        for name, style_id, size, before, after, outline in heads
    )
    fonts = "".join(f' w:{kind}="{look.word_family}"' for kind in ("ascii", "hAnsi", "eastAsia", "cs"))
    size = round(look.type["body"].size * 2)
    return (
        f'<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts{fonts}/>'
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        f'<w:lang w:val="{xml_text(language)}" w:eastAsia="{xml_text(language)}" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/><w:qFormat/>'
        '<w:pPr><w:widowControl/><w:spacing w:after="120" w:line="288" w:lineRule="auto"/></w:pPr></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="AbsatzStandardschriftart">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        f"{made}</w:styles>"
    )


def style_ids(styles: etree._Element) -> dict[str, str]:
    """Ids of the styles of a part by their name; the default paragraph style also as the empty name."""
    found: dict[str, str] = {}
    for style in styles.findall(f"{_W}style"):
        name = style.find(f"{_W}name")
        style_id = style.get(f"{_W}styleId", "")
        if name is not None:
            value = name.get(f"{_W}val", "")
            found[value if value.startswith("TWS ") else value.lower()] = style_id
        if style.get(f"{_W}default") == "1" and style.get(f"{_W}type") == "paragraph":
            found[""] = style_id
    return found


def grounded(page: Page, styles: etree._Element, numbering: etree._Element, stretch: float = HOUSE_STRETCH) -> Base:
    """Adds our named styles where they are missing, and our numberings; both trees are changed."""
    ids = style_ids(styles)
    wanted = named_styles(page.text_width)
    missing = [style for style in wanted if style.name not in ids]
    taken = set(ids.values())
    ids |= {style.name: _free(style.id, taken) for style in missing}
    numbers = _next_number(numbering)
    abstract = _next_abstract(numbering)
    lists = {Counted.UNITS: numbers, Counted.ANNEX: numbers + 1, Counted.BULLET: numbers + 2}
    for style in missing:
        styles.append(_element(_styled(style, ids, lists)))
    if TABLE_STYLE not in ids:
        ids[TABLE_STYLE] = _free("TWSTabellenraster", set(ids.values()))
        styles.append(_element(table_style_xml(ids[TABLE_STYLE])))
    bound = frozenset(style.name for style in missing if style.counted)
    levels = {style.level: ids[style.name] for style in missing if style.counted is Counted.UNITS}
    new = (
        multilevel_xml(abstract, levels),
        annex_xml(abstract + 1, ids["TWS Anlage"] if "TWS Anlage" in bound else ""),
        bullet_xml(abstract + 2, ids["TWS Aufzählung"] if "TWS Aufzählung" in bound else ""),
    )
    return Base(
        page=page,
        styles=etree.tostring(styles, xml_declaration=True, encoding="UTF-8", standalone=True),
        numbering=_cut(numbering, new, [number_xml(numbers + n, abstract + n) for n in range(3)]),
        style_ids=ids,
        bound=bound,
        binds_levels=len(levels) == len(LEVEL_INDENT),
        next_abstract=abstract + 3,
        next_number=numbers + 3,
        main_number=numbers,
        annex_number=numbers + 1,
        bullet_number=numbers + 2,
        stretch=stretch,
    )


def _styled(style: NamedStyle, ids: dict[str, str], lists: dict[Counted, int]) -> str:
    base = "" if style.character else next(ids[name] for name in (*style.bases, "") if name in ids)
    number = lists[style.counted] if style.counted else 0
    return style_xml(style, base, ids.get(style.following, ""), number)


def _element(xml: str) -> etree._Element:
    return etree.fromstring(xml)


def _free(wanted: str, taken: set[str]) -> str:
    while wanted in taken:
        wanted += "TWS"
    return wanted


def _next_number(numbering: etree._Element) -> int:
    return max((int(n.get(f"{_W}numId", "0")) for n in numbering.findall(f"{_W}num")), default=0) + 1


def _next_abstract(numbering: etree._Element) -> int:
    found = numbering.findall(f"{_W}abstractNum")
    return max((int(n.get(f"{_W}abstractNumId", "0")) for n in found), default=-1) + 1


def _cut(numbering: etree._Element, abstracts: tuple[str, ...], numbers: list[str]) -> tuple[str, str, str]:
    signs = numbering.findall(f"{_W}numPicBullet")
    kept = [etree.tostring(n, encoding="unicode") for n in (*signs, *numbering.findall(f"{_W}abstractNum"))]
    runs = [etree.tostring(n, encoding="unicode") for n in numbering.findall(f"{_W}num")]
    opening = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' + f'<w:numbering xmlns:w="{W}">'
    return opening + "".join((*kept, *abstracts)), "".join((*runs, *numbers)), "</w:numbering>"

"""What lies under a Word file besides its body: parts, their kinds and relations, header and footer."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import Final

from lxml import etree

from tws_desktop.documents.word_base import Base, own_base
from tws_desktop.documents.word_styles import R, W

PACKAGE_RELATION: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_W: Final = f"{{{W}}}"
_R: Final = f"{{{R}}}"
_OFFICE: Final = "http://schemas.microsoft.com/office/word"
_KIND: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation of the main part; the kind is the last word of its type."""

    id: str
    kind: str
    target: str


@dataclass(frozen=True, slots=True)
class Ground:
    """Everything that a body is put into.

    `kinds` names the content type of a part, `endings` that of a file ending; `section` holds the margins.
    """

    base: Base
    parts: dict[str, bytes]
    kinds: dict[str, str]
    endings: dict[str, str]
    relations: tuple[Relation, ...]
    section: str
    headers: tuple[str, ...]
    footers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lent:
    """What a house style lends besides styles and margins: parts, kinds, relations of the main part."""

    parts: dict[str, bytes] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    endings: dict[str, str] = field(default_factory=dict)
    relations: tuple[Relation, ...] = ()
    even_and_odd: bool = False


def settings_xml(even_and_odd: bool) -> bytes:
    """Settings of the file: German, no revision ids, nothing about its author."""
    even = "<w:evenAndOddHeaders/>" if even_and_odd else ""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/>{even}'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        f'<w:compatSetting w:name="compatibilityMode" w:uri="{_OFFICE}" w:val="15"/>'
        "</w:compat>"
        '<w:themeFontLang w:val="de-DE"/></w:settings>'
    ).encode()


@cache
def own_ground(landscape: bool, language: str) -> Ground:
    """The ground without a house style."""
    base = own_base(landscape, language)
    page = base.page
    turned = ' w:orient="landscape"' if landscape else ""
    section = etree.fromstring(
        f'<w:sectPr xmlns:w="{W}"><w:pgSz w:w="{page.width}" w:h="{page.height}"{turned}/>'
        f'<w:pgMar w:top="{page.top}" w:right="{page.right}" w:bottom="{page.bottom}" w:left="{page.left}" '
        f'w:header="{page.header}" w:footer="{page.footer}" w:gutter="0"/></w:sectPr>'
    )
    return laid(base, section, Lent())


def laid(base: Base, section: etree._Element, lent: Lent) -> Ground:
    """A ground with a header and a footer for every kind of page, made where there is none."""
    parts, kinds, relations, even_and_odd = (
        dict(lent.parts),
        dict(lent.kinds),
        lent.relations,
        lent.even_and_odd,
    )
    found = {relation.id: relation for relation in relations}
    made = [
        Relation("rIdTwsStyles", "styles", "styles.xml"),
        Relation("rIdTwsNumbering", "numbering", "numbering.xml"),
    ]
    made.append(Relation("rIdTwsSettings", "settings", "settings.xml"))
    parts |= {"word/styles.xml": base.styles, "word/settings.xml": settings_xml(even_and_odd)}
    kinds |= {f"word/{name}.xml": f"{_KIND}.{name}+xml" for name in ("styles", "numbering", "settings")}
    pages = ["default"]
    pages += ["first"] if section.find(f"{_W}titlePg") is not None else []
    pages += ["even"] if even_and_odd else []
    edges: dict[str, list[str]] = {"header": [], "footer": []}
    for edge, names in edges.items():
        present = {ref.get(f"{_W}type"): ref.get(f"{_R}id", "") for ref in section.findall(f"{_W}{edge}Reference")}
        for page in pages:
            if present.get(page) in found:
                names.append(f"word/{found[present[page]].target}")
                continue
            name = f"tws_{edge}_{page}.xml"
            made.append(Relation(f"rIdTws{edge}{page}", edge, name))
            root = {"header": "hdr", "footer": "ftr"}[edge]
            parts[f"word/{name}"] = f'<w:{root} xmlns:w="{W}"/>'.encode()
            kinds[f"word/{name}"] = f"{_KIND}.{edge}+xml"
            reference = etree.Element(f"{_W}{edge}Reference", {f"{_W}type": page, f"{_R}id": made[-1].id})
            section.insert(0, reference)
            names.append(f"word/{name}")
    return Ground(
        base=base,
        parts=parts,
        kinds=kinds,
        endings=lent.endings,
        relations=(*relations, *made),
        section=etree.tostring(section, encoding="unicode"),
        headers=tuple(dict.fromkeys(edges["header"])),
        footers=tuple(dict.fromkeys(edges["footer"])),
    )

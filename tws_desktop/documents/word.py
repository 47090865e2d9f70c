"""Writes a document as a real Word file: named styles, native numbering, live references."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Final

from lxml import etree

from tws_desktop.disk.whole_file import write_for_others
from tws_desktop.documents.blocks import Document
from tws_desktop.documents.fonts import width
from tws_desktop.documents.house_style import house_ground
from tws_desktop.documents.marked import xml_text
from tws_desktop.documents.note import WriteNote, note_of
from tws_desktop.documents.numbering import Resolved, resolve
from tws_desktop.documents.print_look import print_look
from tws_desktop.documents.word_body import Body, body
from tws_desktop.documents.word_ground import PACKAGE_RELATION, Ground, own_ground
from tws_desktop.documents.word_spans import BREAK, TAB, field, run
from tws_desktop.documents.word_styles import R, W

_OPENING: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006"
_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
_MAIN: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_METADATA: Final = "http://schemas.openxmlformats.org/package/2006/metadata"
_BETWEEN: Final = 12.0
_WRITTEN: Final = (1980, 1, 1, 0, 0, 0)


def write_word(document: Document, path: Path, house_style: Path | None = None) -> WriteNote:
    """Writes the document to the path and reports gaps and broken references.

    A house style (.docx or .dotx) lends styles, header, footer and margins.

    Raises:
        FileRefused: the path cannot be written, or the house style is none.
    """
    resolved = resolve(document)
    write_for_others(path, word_bytes(resolved, house_style))
    return note_of(resolved)


def word_bytes(resolved: Resolved, house_style: Path | None = None) -> bytes:
    """The Word file in memory; the same document gives the same bytes."""
    document = resolved.document
    if house_style is None:
        ground = own_ground(document.landscape, document.language)
    else:
        ground = house_ground(house_style, document.landscape, document.language)
    grown = body(resolved, ground.base)
    parts = {
        "[Content_Types].xml": _content_types(ground),
        "_rels/.rels": _package_relations(),
        "docProps/core.xml": _core(document),
        "docProps/app.xml": _app(),
        "word/document.xml": _document(grown, ground),
        "word/_rels/document.xml.rels": _relations(ground, grown.media),
        **ground.parts,
        "word/numbering.xml": ground.base.numbering_xml(grown.restarts),
        **{f"word/{name}": content for name, (_, content) in zip(grown.media, grown.pictures, strict=True)},
    }
    for name in ground.headers:
        parts[name] = _with_paragraph(parts[name], _header(document, ground))
    for name in ground.footers:
        parts[name] = _with_paragraph(parts[name], _footer(document, ground, parts[name]))
    return _zipped(parts)


def _zipped(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, _WRITTEN)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return out.getvalue()


def _document(grown: Body, ground: Ground) -> bytes:
    spaces = (
        f'xmlns:w="{W}" xmlns:r="{R}" xmlns:a="{_DRAWING}/main" xmlns:pic="{_DRAWING}/picture" '
        f'xmlns:wp="{_DRAWING}/wordprocessingDrawing"'
    )
    content = "".join(grown.parts)
    return f"{_OPENING}<w:document {spaces}><w:body>{content}{ground.section}</w:body></w:document>".encode()


def _relations(ground: Ground, media: tuple[str, ...]) -> bytes:
    kinds = [(relation.id, relation.kind, relation.target) for relation in ground.relations]
    kinds += [(f"rIdTwsPicture{n}", "image", name) for n, name in enumerate(media, 1)]
    made = "".join(f'<Relationship Id="{a}" Type="{R}/{kind}" Target="{target}"/>' for a, kind, target in kinds)
    return f'{_OPENING}<Relationships xmlns="{PACKAGE_RELATION}">{made}</Relationships>'.encode()


def _package_relations() -> bytes:
    core = f"{PACKAGE_RELATION}/metadata/core-properties"
    made = (
        f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="rId2" Type="{core}" Target="docProps/core.xml"/>'
        f'<Relationship Id="rId3" Type="{R}/extended-properties" Target="docProps/app.xml"/>'
    )
    return f'{_OPENING}<Relationships xmlns="{PACKAGE_RELATION}">{made}</Relationships>'.encode()


def _content_types(ground: Ground) -> bytes:
    endings = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
        "png": "image/png",
        "jpg": "image/jpeg",
    } | ground.endings
    kinds = {
        "word/document.xml": _MAIN,
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    } | ground.kinds
    made = "".join(f'<Default Extension="{name}" ContentType="{kind}"/>' for name, kind in endings.items())
    made += "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in kinds.items())
    return f'{_OPENING}<Types xmlns="{_TYPES}">{made}</Types>'.encode()


def _core(document: Document) -> bytes:
    """Title, subject, language and the document's own date; no author, no editor, no file times."""
    moment = f"{document.date.isoformat()}T00:00:00Z"
    made = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{moment}</dcterms:{name}>' for name in ("created", "modified")
    )
    return (
        f'{_OPENING}<cp:coreProperties xmlns:cp="{_METADATA}/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{xml_text(document.title)}</dc:title><dc:subject>{xml_text(document.subject)}</dc:subject>"
        f"<dc:language>{xml_text(document.language)}</dc:language>{made}</cp:coreProperties>"
    ).encode()


def _app() -> bytes:
    return (
        f'{_OPENING}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        "<Application>TWS Desktop</Application></Properties>"
    ).encode()


def _header(document: Document, ground: Ground) -> str:
    if not (document.header_left or document.header_right):
        return ""
    warning = run(document.header_right, f'<w:rStyle w:val="{ground.base.style_ids["TWS Warnung"]}"/>')
    fits = _fits_one_line(document.header_left, document.header_right, ground)
    content = run(document.header_left) + (TAB + warning if fits else f"{BREAK}{TAB}{warning}")
    return _edge_paragraph(ground.base.style_ids["TWS Kopfzeile"], content)


def _fits_one_line(left: str, right: str, ground: Ground) -> bool:
    """Whether both ends of a header find room beside each other; else the warning gets a line of its own."""
    size, base = print_look().type["header"].size, ground.base
    needed = (width(left, size) + width(right, size, bold=True)) * base.stretch + _BETWEEN
    return needed < base.text_width / 20


def _footer(document: Document, ground: Ground, present: bytes) -> str:
    content = run(document.footer_left)
    if b"PAGE" not in present:
        content += TAB + run("Seite ") + field("PAGE", "1") + run(" von ") + field("NUMPAGES", "1")
    return _edge_paragraph(ground.base.style_ids["TWS Fußzeile"], content) if content else ""


def _edge_paragraph(style_id: str, content: str) -> str:
    return f'<w:p xmlns:w="{W}"><w:pPr><w:pStyle w:val="{style_id}"/></w:pPr>{content}</w:p>'


def _with_paragraph(part: bytes, paragraph: str) -> bytes:
    """The header or footer with our paragraph at its end; a part must not be empty."""
    root = etree.fromstring(part)
    if paragraph:
        root.append(etree.fromstring(paragraph))
    elif not len(root):
        root.append(etree.Element(f"{{{W}}}p"))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

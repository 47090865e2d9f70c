"""Takes styles, header, footer and margins from a house's own Word file; everything else stays behind."""

from __future__ import annotations

import io
import posixpath
import zipfile
from pathlib import Path
from typing import Final

from lxml import etree

from tws_desktop.documents.word_base import Page, grounded, style_ids
from tws_desktop.documents.word_ground import PACKAGE_RELATION, Ground, Lent, Relation, laid
from tws_desktop.documents.word_styles import W
from tws_desktop.domain.errors import FileRefused

_W: Final = f"{{{W}}}"
_RELATION: Final = f"{{{PACKAGE_RELATION}}}Relationship"
_TYPES: Final = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_LARGEST: Final = 20_000_000
_UNPACKED: Final = 100_000_000
_MOST_PARTS: Final = 200
_WORD_KINDS: Final = ("wordprocessingml.document.main+xml", "wordprocessingml.template.main+xml")
_KEPT: Final = ("theme", "fontTable", "header", "footer")
_KEPT_BELOW: Final = ("image", "font", "hyperlink")
_NEEDED: Final = {"": "Standard", "heading 1": "Überschrift 1"}


def house_ground(path: Path, landscape: bool, language: str) -> Ground:
    """The ground lent by a house style.

    Raises:
        FileRefused: the file is no Word file, too large, or lacks a style that ours build on.
    """
    parts = _parts(path)
    styles = _tree(path, parts, "word/styles.xml")
    found = style_ids(styles)
    for name, german in _NEEDED.items():
        if name not in found:
            raise FileRefused(
                f"In der Hausvorlage „{path.name}“ fehlt die Formatvorlage „{german}“. "
                "Bitte sie in Word einmal verwenden und die Vorlage neu speichern."
            )
    _cleanse(styles, language)
    numbering = (
        _tree(path, parts, "word/numbering.xml")
        if "word/numbering.xml" in parts
        else etree.fromstring(f'<w:numbering xmlns:w="{W}"/>')
    )
    section = _section(path, parts)
    page = _page(path, section, landscape)
    kinds, endings = _kinds(path, parts)
    kept, relations = _kept(path, parts)
    lent = Lent(
        kept,
        {name: kind for name, kind in kinds.items() if name in kept},
        endings,
        relations,
        even_and_odd=b"evenAndOddHeaders" in parts.get("word/settings.xml", b""),
    )
    return laid(grounded(page, styles, numbering), section, lent)


def _no_word(path: Path) -> FileRefused:
    return FileRefused(
        f"Die Hausvorlage „{path.name}“ ist keine Word-Datei (.docx). Bitte sie in Word öffnen und als .docx speichern."
    )


def _parts(path: Path) -> dict[str, bytes]:
    """The parts of the file, read within limits."""
    try:
        if path.stat().st_size > _LARGEST:
            message = f"Die Hausvorlage „{path.name}“ ist größer als 20 MB. Bitte die Bilder darin verkleinern."
            raise FileRefused(message)
        content = path.read_bytes()
    except OSError as error:
        message = f"Die Hausvorlage „{path}“ lässt sich nicht lesen. Bitte Ort und Rechte prüfen."
        raise FileRefused(message) from error
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            names = [entry.filename for entry in entries]
            if len(entries) > _MOST_PARTS or len(set(names)) < len(names):
                raise _no_word(path)
            if sum(entry.file_size for entry in entries) > _UNPACKED:
                raise _no_word(path)
            parts = {entry.filename: archive.read(entry) for entry in entries if not entry.is_dir()}
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, ValueError, OSError) as error:
        raise _no_word(path) from error
    kinds, _ = _kinds(path, parts)
    if not kinds.get("word/document.xml", "").endswith(_WORD_KINDS):
        raise _no_word(path)
    return parts


def _tree(path: Path, parts: dict[str, bytes], name: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    try:
        root = etree.fromstring(parts[name], parser)
    except (KeyError, etree.XMLSyntaxError) as error:
        raise _no_word(path) from error
    if b"<!DOCTYPE" in parts[name] or root.getroottree().docinfo.internalDTD is not None:
        raise _no_word(path)
    return root


def _kinds(path: Path, parts: dict[str, bytes]) -> tuple[dict[str, str], dict[str, str]]:
    """Content types by part and by file ending."""
    root = _tree(path, parts, "[Content_Types].xml")
    kinds = {n.get("PartName", "").lstrip("/"): n.get("ContentType", "") for n in root.findall(f"{_TYPES}Override")}
    endings = {n.get("Extension", "").lower(): n.get("ContentType", "") for n in root.findall(f"{_TYPES}Default")}
    return kinds, endings


def _relations(path: Path, parts: dict[str, bytes], name: str) -> list[etree._Element]:
    folder, file = posixpath.split(name)
    part = f"{folder}/_rels/{file}.rels"
    return _tree(path, parts, part).findall(_RELATION) if part in parts else []


def _kept(path: Path, parts: dict[str, bytes]) -> tuple[dict[str, bytes], tuple[Relation, ...]]:
    """Theme, fonts, headers and footers with their pictures, and how the main part names them."""
    kept: dict[str, bytes] = {}
    relations: list[Relation] = []
    for relation in _relations(path, parts, "word/document.xml"):
        kind = relation.get("Type", "").rpartition("/")[2]
        target = _inside(relation.get("Target", ""))
        if kind not in _KEPT or relation.get("TargetMode") == "External" or target not in parts:
            continue
        if not target.startswith("word/"):
            raise _no_word(path)
        tree = _tree(path, parts, target)
        _strip_revisions(tree)
        kept[target] = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
        relations.append(Relation(relation.get("Id", ""), kind, target.removeprefix("word/")))
        kept |= _below(path, parts, target)
    return kept, tuple(relations)


def _below(path: Path, parts: dict[str, bytes], name: str) -> dict[str, bytes]:
    """What a header or font list itself refers to: pictures and fonts inside the file, and links."""
    found: dict[str, bytes] = {}
    for relation in _relations(path, parts, name):
        kind = relation.get("Type", "").rpartition("/")[2]
        outside = relation.get("TargetMode") == "External"
        target = _inside(relation.get("Target", ""))
        if kind not in _KEPT_BELOW or (outside and kind != "hyperlink") or not (outside or target in parts):
            raise FileRefused(
                f"Kopf oder Fuß der Hausvorlage „{path.name}“ enthält Objekte oder verknüpfte Bilder. "
                "Bitte sie in Word durch eingefügte Bilder ersetzen."
            )
        if not outside:
            found[target] = parts[target]
    folder, file = posixpath.split(name)
    own = f"{folder}/_rels/{file}.rels"
    return found | ({own: parts[own]} if own in parts else {})


def _inside(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join("word", target))


def _strip_revisions(tree: etree._Element) -> None:
    """Takes out the ids by which Word tells editing sessions apart."""
    for element in list(tree.iter(f"{_W}rsid")):
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    for element in tree.iter():
        for name in [name for name in element.attrib if str(name).startswith(f"{_W}rsid")]:
            del element.attrib[name]


def _cleanse(styles: etree._Element, language: str) -> None:
    """No revision ids, and the document's language as default."""
    _strip_revisions(styles)
    defaults = styles.find(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr")
    if defaults is None:
        return
    lang = defaults.find(f"{_W}lang")
    if lang is None:
        lang = etree.SubElement(defaults, f"{_W}lang")
    lang.set(f"{_W}val", language)


def _section(path: Path, parts: dict[str, bytes]) -> etree._Element:
    section = _tree(path, parts, "word/document.xml").find(f"{_W}body/{_W}sectPr")
    if section is None or section.find(f"{_W}pgSz") is None or section.find(f"{_W}pgMar") is None:
        raise FileRefused(
            f"In der Hausvorlage „{path.name}“ fehlen Seitengröße und Ränder. "
            "Bitte sie in Word einrichten und neu speichern."
        )
    _strip_revisions(section)
    return section


def _page(path: Path, section: etree._Element, landscape: bool) -> Page:
    """The house's page, turned if the document lies across."""
    size, margin = section.find(f"{_W}pgSz"), section.find(f"{_W}pgMar")
    if size is None or margin is None:
        raise _no_word(path)
    try:
        sides = sorted(int(size.get(f"{_W}{side}", "0")) for side in ("w", "h"))
        around = {
            name: int(margin.get(f"{_W}{name}", "0")) for name in ("top", "right", "bottom", "left", "header", "footer")
        }
    except ValueError as error:
        raise _no_word(path) from error
    width, height = reversed(sides) if landscape else sides
    size.set(f"{_W}w", str(width))
    size.set(f"{_W}h", str(height))
    size.set(f"{_W}orient", "landscape" if landscape else "portrait")
    page = Page(width, height, **around)
    if page.text_width < 2_000:
        raise FileRefused(
            f"Die Ränder der Hausvorlage „{path.name}“ lassen keinen Platz für Text. Bitte sie in Word verkleinern."
        )
    return page

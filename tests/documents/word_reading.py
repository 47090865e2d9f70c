"""What stands in a Word file, part by part."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

from lxml import etree

from tws_desktop.documents.blocks import (
    Document,
)
from tws_desktop.documents.numbering import resolve
from tws_desktop.documents.word import word_bytes

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


N = "\u00a0"


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def parsed(content: bytes) -> Any:
    return etree.fromstring(content)


def body(document: Document) -> Any:
    with zipfile.ZipFile(io.BytesIO(word_bytes(resolve(document)))) as archive:
        found = parsed(archive.read("word/document.xml")).find(f"{W}body")
    assert found is not None
    return found


def shown(paragraph: Any) -> str:
    """What a reader sees of a paragraph."""
    signs = {f"{W}t": "", f"{W}br": "\n", f"{W}tab": "\t"}
    return "".join(n.text or signs[n.tag] for n in paragraph.iter(*signs) if n.getparent().tag == f"{W}r")


def style(paragraph: Any) -> str:
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if found is None else found.get(f"{W}val", "")

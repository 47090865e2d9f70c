"""Spans, fields and bookmarks as WordprocessingML."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from typing import Final, assert_never

from tws_desktop.documents.blocks import Filled, Gap, Line, Ref, Spans, Text
from tws_desktop.documents.marked import xml_text
from tws_desktop.documents.numbering import Resolved

_BREAKS: Final = re.compile("([\n\t])")
_LITERAL: Final = re.compile(r"[A-Za-z0-9_]{1,35}\Z")
_LONGEST = 40
BREAK: Final = "<w:r><w:br/></w:r>"
TAB: Final = "<w:r><w:tab/></w:r>"


def run(text: str, face: str = "") -> str:
    """Text as runs; line feeds and tabs become Word's own."""
    if not text:
        return ""
    face = f"<w:rPr>{face}</w:rPr>" if face else ""
    if "\n" not in text and "\t" not in text and "\r" not in text:
        return f'<w:r>{face}<w:t xml:space="preserve">{xml_text(text)}</w:t></w:r>'
    parts = []
    for part in _BREAKS.split(xml_text(text)):
        if part == "\n":
            parts.append("<w:br/>")
        elif part == "\t":
            parts.append("<w:tab/>")
        elif part:
            parts.append(f'<w:t xml:space="preserve">{part}</w:t>')
    return f"<w:r>{face}{''.join(parts)}</w:r>"


def field(instruction: str, shown: str, face: str = "") -> str:
    """A field with the text it shows until Word renews it."""
    face = f"<w:rPr>{face}</w:rPr>" if face else ""
    return (
        f'<w:r>{face}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{face}<w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        f'<w:r>{face}<w:fldChar w:fldCharType="separate"/></w:r>'
        f'<w:r>{face}<w:t xml:space="preserve">{xml_text(shown)}</w:t></w:r>'
        f'<w:r>{face}<w:fldChar w:fldCharType="end"/></w:r>'
    )


def bookmark_name(mark: str | None, index: int) -> str:
    """The hidden bookmark of a unit: its mark, so that it is known again when the file comes back."""
    if mark is None:
        return f"_tws{index}"
    name = f"_tws_{mark}"
    if _LITERAL.match(mark) and len(name) <= _LONGEST:
        return name
    return f"_tws_{hashlib.sha256(mark.encode('utf-8', 'replace')).hexdigest()[:32]}"


def bookmarked(content: str, name: str, number: int) -> str:
    """The content inside a bookmark."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'


def spans_xml(spans: Spans, resolved: Resolved, target: Callable[[int], str], style: Callable[[str], str]) -> str:
    """Spans as runs; `target` names the bookmark of a block, `style` the id of a named style."""
    parts: list[str] = []
    for span in spans:
        match span:
            case Text():
                parts.append(run(span.text, _marked(span, style)))
            case Gap():
                parts.append(run(f"[{span.label}]", f'<w:rStyle w:val="{style("TWS Lücke")}"/>'))
            case Filled():
                parts.append(run(span.text, f'<w:rStyle w:val="{style("TWS Feld")}"/>'))
            case Ref():
                parts.append(_reference(span, resolved, target, style))
            case Line():
                parts.append(BREAK)
            case _:
                assert_never(span)
    return "".join(parts)


def _marked(span: Text, style: Callable[[str], str]) -> str:
    if not (span.bold or span.italic):
        return ""
    named = f'<w:rStyle w:val="{style("TWS Fett" if span.bold else "TWS Kursiv")}"/>'
    return f"{named}<w:i/>" if span.bold and span.italic else named


def _reference(ref: Ref, resolved: Resolved, target: Callable[[int], str], style: Callable[[str], str]) -> str:
    if resolved.is_broken(ref):
        return run(resolved.reference(ref), f'<w:rStyle w:val="{style("TWS Lücke")}"/>')
    return "".join(
        run(piece.text) if piece.block < 0 else field(rf"REF {target(piece.block)} \r \h", piece.text)
        for piece in resolved.pieces(ref)
    )

"""Writes a document as PDF: embedded fonts, bookmarks, contents and page numbers in one pass."""

from __future__ import annotations

import io
from functools import partial
from pathlib import Path
from typing import Any

from reportlab.platypus.doctemplate import BaseDocTemplate, PageTemplate
from reportlab.platypus.frames import Frame

from tws_desktop.disk.whole_file import write_for_others
from tws_desktop.documents.blocks import Document, MarginNote
from tws_desktop.documents.fonts import Signs, font, use_embedded_default
from tws_desktop.documents.marked import clean
from tws_desktop.documents.note import WriteNote, note_of
from tws_desktop.documents.numbering import Resolved, resolve
from tws_desktop.documents.pdf_page import Pages, PaperCanvas
from tws_desktop.documents.pdf_story import story
from tws_desktop.documents.pdf_tags import Tags
from tws_desktop.documents.print_look import (
    MARGIN_BOTTOM,
    MARGIN_LEFT,
    MARGIN_RIGHT,
    MARGIN_TOP,
    NOTE_GUTTER,
    NOTE_OVERHANG,
    NOTE_WIDTH,
    PAGE_LONG,
    PAGE_SHORT,
)


def write_pdf(document: Document, path: Path) -> WriteNote:
    """Writes the document to the path; reports gaps, broken references, unprintable signs and pages.

    Raises:
        FileRefused: the path cannot be written.
    """
    resolved = resolve(document)
    content, unprintable, pages = pdf_bytes(resolved)
    write_for_others(path, content)
    return note_of(resolved, unprintable, pages)


def pdf_bytes(resolved: Resolved) -> tuple[bytes, int, int]:
    """The PDF in memory, signs that no font has, and the number of pages; same document, same bytes."""
    document = resolved.document
    use_embedded_default()
    signs = Signs()
    pages = Pages(document, signs, Tags())
    size = (PAGE_LONG, PAGE_SHORT) if document.landscape else (PAGE_SHORT, PAGE_LONG)
    width, height = _column(document, size)
    out = io.BytesIO()
    template = BaseDocTemplate(
        out,
        pagesize=size,
        title=clean(document.title),
        subject=clean(document.subject),
        author="",
        creator="TWS Desktop",
        producer="TWS Desktop",
        lang=document.language,
        invariant=1,
        initialFontName=font(),
        allowSplitting=1,
    )
    frame = Frame(MARGIN_LEFT, MARGIN_BOTTOM, width, height, 0, 0, 0, 0)
    template.addPageTemplates(PageTemplate(id="page", frames=[frame], pagesize=size))
    template.build(story(resolved, signs, pages.tags.root, width, height), canvasmaker=_canvas(pages))
    return out.getvalue(), signs.unprintable, pages.total


def _canvas(pages: Pages) -> Any:
    return partial(PaperCanvas, pages=pages)


def _column(document: Document, size: tuple[float, float]) -> tuple[float, float]:
    """Width and height of the text; narrower where notes stand in the margin."""
    width = size[0] - MARGIN_LEFT - MARGIN_RIGHT
    if any(isinstance(block, MarginNote) for block in document.blocks):
        width -= NOTE_GUTTER + NOTE_WIDTH - NOTE_OVERHANG
    return width, size[1] - MARGIN_TOP - MARGIN_BOTTOM

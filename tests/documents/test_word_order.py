"""Every part of a Word file keeps the order of elements that Word demands."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest
from lxml import etree
from PIL import Image

from tests.documents.spans import small
from tests.documents.word_order import misplaced
from tests.documents.word_reading import W, parsed, parts
from tws_desktop.documents.blocks import Block, Document, MarginNote, PageBreak, Photo, Signature, Signatures
from tws_desktop.documents.numbering import resolve
from tws_desktop.documents.word import word_bytes
from tws_desktop.domain.attachments import Picture, PictureKind


def faults(content: bytes) -> list[str]:
    """Everything out of place in the WordprocessingML parts of a file."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        roots = [(name, parsed(archive.read(name))) for name in archive.namelist() if name.endswith(".xml")]
    own = [(name, root) for name, root in roots if root.tag.startswith(W)]
    assert {name for name, _ in own} >= {"word/document.xml", "word/styles.xml", "word/numbering.xml"}
    return [f"{name}: {fault}" for name, root in own for fault in misplaced(root)]


def photo() -> Photo:
    """A photo of a few points."""
    out = io.BytesIO()
    Image.new("RGB", (4, 4), "red").save(out, "PNG")
    return Photo(Picture(PictureKind.PNG, out.getvalue(), 4, 4), "Rot.")


def test_a_paper_with_every_block_is_in_order(word_file: Path) -> None:
    assert faults(word_file.read_bytes()) == []


def test_every_block_after_a_page_break_before_a_margin_note_and_before_signatures_is_in_order(
    paper: Document,
) -> None:
    blocks: list[Block] = []
    for block in (*paper.blocks, photo()):
        blocks += [PageBreak(), block, MarginNote(("Herkunft",)), block, Signatures((Signature("Für"),)), block]
    assert faults(word_bytes(resolve(small(*blocks)))) == []


@pytest.mark.parametrize("landscape", [False, True])
def test_a_paper_on_a_house_style_is_in_order(paper: Document, tmp_path: Path, landscape: bool) -> None:
    house = docx.Document()
    house.sections[0].different_first_page_header_footer = True
    house.settings.odd_and_even_pages_header_footer = True
    house.sections[0].header.paragraphs[0].text = "Haus"
    house.save(str(tmp_path / "haus.docx"))
    document = Document("Q", paper.blocks, paper.date, header_right="ENTWURF", landscape=landscape)
    assert faults(word_bytes(resolve(document), tmp_path / "haus.docx")) == []


@pytest.mark.parametrize(
    ("xml", "said"),
    [
        ("<w:pPr><w:spacing/><w:keepNext/></w:pPr>", "out of order"),
        ("<w:pPr><w:keepNext/><w:keepNext/></w:pPr>", "stands twice"),
        ("<w:rPr><w:sz/><w:b/></w:rPr>", "out of order"),
        ("<w:tblPr><w:tblW/><w:tblStyle/></w:tblPr>", "out of order"),
        ("<w:sectPr><w:pgMar/><w:pgSz/></w:sectPr>", "out of order"),
        ("<w:p><w:r/><w:pPr/></w:p>", "pPr is not first"),
        ("<w:tc><w:tcPr/></w:tc>", "no paragraph"),
        ("<w:pPr><w:bold/></w:pPr>", "has no place"),
        ("<w:body><w:tbl/><w:sectPr/></w:body>", "at its end"),
    ],
)
def test_what_is_out_of_order_is_found(xml: str, said: str) -> None:
    root = etree.fromstring(f'<w:x xmlns:w="{W.strip("{}")}">{xml}</w:x>')
    (fault,) = misplaced(root)
    assert said in fault


def test_bookmarks_and_pictures_have_names_and_numbers_of_their_own(word_file: Path) -> None:
    root = parsed(parts(word_file)["word/document.xml"])
    marks = list(root.iter(f"{W}bookmarkStart"))
    names = [mark.get(f"{W}name", "") for mark in marks]
    assert len(names) == len(set(names)) > 5
    assert all(len(name) <= 40 for name in names)
    numbers = [mark.get(f"{W}id") for mark in marks]
    assert len(numbers) == len(set(numbers))

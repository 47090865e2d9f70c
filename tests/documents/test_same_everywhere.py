"""Word, PDF and screen show the same numbers and references, letter by letter."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pypdf
import pytest
from lxml import etree

from tests.documents.spans import tight
from tws_desktop.documents.blocks import Document, Ref, spans_of
from tws_desktop.documents.numbering import resolve
from tws_desktop.documents.screen import LineStyle, Mood, lines

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFFICE = shutil.which("soffice")


def printed(path: Path) -> str:
    return tight("\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages))


def laid_out(word_file: Path, folder: Path) -> str:
    """What LibreOffice prints; without it, what the fields of the file show."""
    if _OFFICE is None:
        with zipfile.ZipFile(word_file) as archive:
            document = etree.fromstring(archive.read("word/document.xml"))
        return tight("".join(node.text or "" for node in document.iter(f"{W}t")))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [_OFFICE, "--headless", profile, "--convert-to", "pdf", "--outdir", str(folder), str(word_file)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return printed(folder / word_file.with_suffix(".pdf").name)


@pytest.fixture(scope="module")
def word_text(word_file: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The Word file as laid out."""
    return laid_out(word_file, tmp_path_factory.mktemp("office"))


def sentences(paper: Document) -> list[str]:
    """Every line of the screen that holds a reference, without white space."""
    moods = {Mood.REFERENCE, Mood.BROKEN}
    return [
        tight("".join(piece.text for piece in pieces))
        for line in lines(paper)
        if line.style is not LineStyle.CONTENTS
        for pieces in (line.pieces, *line.cells)
        if any(piece.mood in moods for piece in pieces)
    ]


def test_every_reference_reads_the_same_in_word_pdf_and_on_screen(
    paper: Document, word_text: str, pdf_file: Path
) -> None:
    pdf_text = printed(pdf_file)
    wanted = sentences(paper)
    assert len(wanted) > 90
    for sentence in wanted:
        assert sentence in pdf_text
        assert sentence in word_text


def test_every_reference_text_is_counted_alike(paper: Document, word_text: str, pdf_file: Path) -> None:
    pattern = re.compile(
        r"(?:Anlage\d+)?(?:§\d+)?(?:Abs\.\d+)(?:Satz\d+)?(?:Nr\.\d+)?(?:Buchst\.[a-z]+(?=und|,|;|\.))?"
    )
    resolved = resolve(paper)
    refs = {
        tight(resolved.reference(span)) for block in paper.blocks for span in spans_of(block) if isinstance(span, Ref)
    }
    assert len(refs) >= 8
    assert sorted(pattern.findall(word_text)) == sorted(pattern.findall(printed(pdf_file)))


def test_numbers_before_units_are_the_same(paper: Document, word_text: str, pdf_file: Path) -> None:
    laid = [printed(pdf_file), *([word_text] if _OFFICE else [])]
    for line in lines(paper):
        if line.number and line.style.value not in {"contents", "bullet"}:
            shown = tight(f"{line.number}{line.text}")
            assert all(shown in text for text in laid)

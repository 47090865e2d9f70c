"""A house style lends styles, header, footer and margins, nothing else; a bad one is refused."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from lxml import etree
from PIL import Image

from tws_desktop.documents.blocks import Document, Table, plain
from tws_desktop.documents.word import write_word
from tws_desktop.domain.errors import FileRefused

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A house style with a logo, a footer, margins, an author and text of its own."""
    made = docx.Document()
    section = made.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(30)
    made.styles["Normal"].font.name = "Georgia"
    logo = io.BytesIO()
    Image.new("RGB", (30, 10), "red").save(logo, "PNG")
    logo.seek(0)
    section.header.paragraphs[0].add_run("Haus am Fluss").add_picture(logo)
    section.footer.paragraphs[0].text = "Hausfuß"
    made.add_paragraph("Alter Text", style="List Number")
    made.core_properties.author = "Jemand"
    path = tmp_path / "haus.docx"
    made.save(str(path))
    return path


def changed(house: Path, part: str, change: Callable[[bytes], bytes]) -> Path:
    """A copy of the house style with one part changed."""
    path = house.with_name("anders.docx")
    with zipfile.ZipFile(house) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == part else old.read(name))
    return path


def test_styles_header_footer_and_margins_stay(paper: Document, house: Path, tmp_path: Path) -> None:
    write_word(paper, tmp_path / "a.docx", house)
    read = docx.Document(str(tmp_path / "a.docx"))
    section = read.sections[0]
    assert section.left_margin == pytest.approx(Mm(30), abs=Pt(0.1))
    assert read.styles["Normal"].font.name == "Georgia"
    assert section.header.paragraphs[0].text.startswith("Haus am Fluss")
    assert section.header._element.findall(f".//{qn('a:blip')}")
    assert section.header.paragraphs[-1].text.endswith("ENTWURF 3 · nicht unterschriftsreif")
    assert [p.text for p in section.footer.paragraphs] == [
        "Hausfuß",
        "Stand 23. November 2026\tSeite 1 von 1",
    ]


def test_a_warning_without_room_beside_the_title_gets_a_line_of_its_own(house: Path, tmp_path: Path) -> None:
    def header(title: str) -> str:
        document = Document("x", (), date(2026, 11, 23), header_left=title, header_right="ENTWURF 3 · nicht fertig")
        write_word(document, tmp_path / "a.docx", house)
        return str(docx.Document(str(tmp_path / "a.docx")).sections[0].header.paragraphs[-1].text)

    assert header("Kurz") == "Kurz\tENTWURF 3 · nicht fertig"
    long = "Betriebliche Zukunftsvereinbarung · Musterwerk Saar GmbH, Werk Völklingen"
    assert header(long) == f"{long}\n\tENTWURF 3 · nicht fertig"


def test_a_house_s_wider_letters_get_wider_columns(house: Path, tmp_path: Path) -> None:
    words = tuple(map(plain, ("Nr.", "Aufwand", "Beschreibung der Maßnahme, die viel Platz braucht und umbricht" * 3)))
    document = Document("x", (Table(words, (words,), (1, 1, 20)),), date(2026, 11, 23))

    def first(style: Path | None) -> int:
        write_word(document, tmp_path / "a.docx", style)
        return int(docx.Document(str(tmp_path / "a.docx")).tables[0].columns[1].width or 0)

    assert first(house) > first(None) * 1.1


def test_nothing_else_of_the_house_comes_along(paper: Document, house: Path, tmp_path: Path) -> None:
    write_word(paper, tmp_path / "a.docx", house)
    read = docx.Document(str(tmp_path / "a.docx"))
    assert "Alter Text" not in [p.text for p in read.paragraphs]
    assert (read.core_properties.author, read.core_properties.last_modified_by) == ("", "")
    with zipfile.ZipFile(tmp_path / "a.docx") as archive:
        for name in archive.namelist():
            assert b"Jemand" not in archive.read(name)
            assert b"w:rsid" not in archive.read(name)
        assert not [name for name in archive.namelist() if "thumbnail" in name or "customXml" in name]


def test_our_styles_are_added_on_the_house_s_own(paper: Document, house: Path, tmp_path: Path) -> None:
    write_word(paper, tmp_path / "a.docx", house)
    styles = docx.Document(str(tmp_path / "a.docx")).styles
    assert styles["TWS Paragraf"].base_style.name == "Heading 1"
    assert styles["TWS Absatz"].base_style.name == "Normal"


def test_a_style_of_ours_that_the_house_has_is_kept_and_still_counts(
    paper: Document, house: Path, tmp_path: Path
) -> None:
    own = docx.Document(str(house))
    style = own.styles.add_style("TWS Absatz", 1)
    style.font.name = "Courier New"
    own.save(str(house))
    write_word(paper, tmp_path / "a.docx", house)
    read = docx.Document(str(tmp_path / "a.docx"))
    assert read.styles["TWS Absatz"].font.name == "Courier New"
    counted = [p for p in read.paragraphs if p.style is not None and p.style.name == "TWS Absatz"]
    assert counted
    assert all(p._p.find(f"{W}pPr/{W}numPr") is not None for p in counted)


def test_own_numbering_of_the_house_does_not_collide(paper: Document, house: Path, tmp_path: Path) -> None:
    write_word(paper, tmp_path / "a.docx", house)
    with zipfile.ZipFile(tmp_path / "a.docx") as archive:
        numbering = etree.fromstring(archive.read("word/numbering.xml"))
    numbers = [n.get(f"{W}numId") for n in numbering.iter(f"{W}num")]
    abstracts = [n.get(f"{W}abstractNumId") for n in numbering.findall(f"{W}abstractNum")]
    assert len(numbers) == len(set(numbers))
    assert len(abstracts) == len(set(abstracts))
    tags = [n.tag for n in numbering if n.tag in {f"{W}num", f"{W}abstractNum"}]
    assert tags == sorted(tags, key=lambda tag: tag == f"{W}num")


def test_first_page_header_gets_the_warning_too(paper: Document, house: Path, tmp_path: Path) -> None:
    own = docx.Document(str(house))
    own.sections[0].different_first_page_header_footer = True
    own.save(str(house))
    write_word(paper, tmp_path / "a.docx", house)
    first = docx.Document(str(tmp_path / "a.docx")).sections[0].first_page_header
    assert first.paragraphs[-1].text.endswith("ENTWURF 3 · nicht unterschriftsreif")


def _refused(paper: Document, house: Path, tmp_path: Path) -> str:
    target = tmp_path / "bleibt.docx"
    target.write_bytes(b"alt")
    with pytest.raises(FileRefused) as caught:
        write_word(paper, target, house)
    assert target.read_bytes() == b"alt"
    said = str(caught.value)
    assert said.count("\n") == 0
    assert said.endswith(".")
    return said


def test_a_file_that_is_no_word_file_is_refused(paper: Document, tmp_path: Path) -> None:
    house = tmp_path / "haus.docx"
    for content in (b"", b"%PDF-1.7", b"PK\x03\x04 kaputt"):
        house.write_bytes(content)
        assert "„haus.docx“ ist keine Word-Datei" in _refused(paper, house, tmp_path)
    with zipfile.ZipFile(house, "w") as archive:
        archive.writestr("a.txt", "x")
    assert "„haus.docx“ ist keine Word-Datei" in _refused(paper, house, tmp_path)


def test_a_missing_file_is_refused(paper: Document, tmp_path: Path) -> None:
    assert "lässt sich nicht lesen" in _refused(paper, tmp_path / "fehlt.docx", tmp_path)


def test_a_file_with_macros_is_refused(paper: Document, house: Path, tmp_path: Path) -> None:
    plain = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    macro = b"application/vnd.ms-word.document.macroEnabled.main+xml"
    other = changed(house, "[Content_Types].xml", lambda old: old.replace(plain, macro))
    assert "ist keine Word-Datei" in _refused(paper, other, tmp_path)


def test_a_doctype_is_refused(paper: Document, house: Path, tmp_path: Path) -> None:
    def entity(old: bytes) -> bytes:
        return old.replace(b"<w:styles", b'<!DOCTYPE a [<!ENTITY x "y">]><w:styles', 1)

    assert "ist keine Word-Datei" in _refused(paper, changed(house, "word/styles.xml", entity), tmp_path)


def test_a_missing_base_style_is_named(paper: Document, house: Path, tmp_path: Path) -> None:
    def without(old: bytes) -> bytes:
        return old.replace(b'w:val="heading 1"', b'w:val="anders"').replace(b'w:val="Heading 1"', b'w:val="anders"')

    said = _refused(paper, changed(house, "word/styles.xml", without), tmp_path)
    assert "fehlt die Formatvorlage „Überschrift 1“" in said


def test_linked_pictures_in_the_header_are_refused(paper: Document, house: Path, tmp_path: Path) -> None:
    def linked(old: bytes) -> bytes:
        return old.replace(b'Target="media/image1.png"', b'Target="file:///x.png" TargetMode="External"')

    said = _refused(paper, changed(house, "word/_rels/header1.xml.rels", linked), tmp_path)
    assert "verknüpfte Bilder" in said


def test_margins_without_room_for_text_are_refused(paper: Document, house: Path, tmp_path: Path) -> None:
    own = docx.Document(str(house))
    own.sections[0].left_margin = own.sections[0].right_margin = Mm(100)
    own.save(str(house))
    assert "lassen keinen Platz für Text" in _refused(paper, house, tmp_path)

"""The structure of a PDF: every word and picture has its place in it, decoration has none, in reading order."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pypdf
import pytest
from pypdf.generic import ContentStream

from tests.documents.spans import small, spans
from tests.documents.test_word_order import photo
from tws_desktop.documents.blocks import (
    Absatz,
    Block,
    Bullet,
    Contents,
    Document,
    Heading,
    MarginNote,
    Paragraph,
    Picture,
    Section,
    Signature,
    Signatures,
    Table,
    Title,
    plain,
)
from tws_desktop.documents.charts import DotRanking, Dots
from tws_desktop.documents.numbering import resolve
from tws_desktop.documents.pdf import pdf_bytes
from tws_desktop.documents.pdf_tags import Tag, Tags

_PAINTS = {b"Tj", b"TJ", b"'", b'"', b"S", b"s", b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"Do", b"sh"}


def read(document: Document) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(pdf_bytes(resolve(document))[0]))


def tree(reader: pypdf.PdfReader) -> Any:
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] is True or str(root["/MarkInfo"]["/Marked"]) == "True"
    return root["/StructTreeRoot"]


def roles(reader: pypdf.PdfReader) -> list[str]:
    """The roles of the structure, each once, in reading order."""
    found: list[str] = []

    def walk(element: Any) -> None:
        if "/S" in element:
            found.append(element["/S"].lstrip("/"))
            for kid in element["/K"]:
                walk(kid.get_object())

    walk(tree(reader)["/K"])
    return found


def loose(reader: pypdf.PdfReader) -> int:
    """How much is painted outside of every mark, or inside of two."""
    wrong = 0
    for page in reader.pages:
        depth = 0
        contents: Any = page.get_contents()
        for operands, operator in ContentStream(contents, reader).operations:
            if operator in {b"BDC", b"BMC"}:
                depth += 1
            elif operator == b"EMC":
                depth -= 1
            elif operator in _PAINTS and depth != 1 and (operands or operator not in {b"Tj", b"TJ"}):
                wrong += 1
        assert depth == 0
    return wrong


def everything(paper: Document) -> Document:
    return small(*paper.blocks, photo(), *[MarginNote(("Herkunft", "drei Karten"))] * 2)


def test_everything_painted_is_marked_once(paper: Document) -> None:
    assert loose(read(everything(paper))) == 0


def test_what_is_not_marked_would_be_found(paper: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    @contextmanager
    def unmarked(_tags: Tags, _canvas: object, _tag: Tag | None) -> Iterator[None]:
        yield

    monkeypatch.setattr(Tags, "marked", unmarked)
    assert loose(read(everything(paper))) > 100


def test_every_mark_of_a_page_leads_to_an_element_that_names_it(pdf_file: Path) -> None:
    reader = pypdf.PdfReader(pdf_file)
    listed = tree(reader)["/ParentTree"]["/Nums"]
    for number, page in enumerate(reader.pages):
        assert page["/StructParents"] == listed[2 * number] == number
        elements = [entry.get_object() for entry in listed[2 * number + 1].get_object()]
        assert elements
        for mark, element in enumerate(elements):
            own = [kid.get_object() for kid in element["/K"]]
            assert any(
                kid.get("/MCID") == mark and kid.raw_get("/Pg") == page.indirect_reference
                for kid in own
                if "/MCID" in kid
            )


def test_roles_stand_in_reading_order() -> None:
    blocks: tuple[Block, ...] = (
        Title("Papier"),
        Contents(),
        Section("Eins"),
        Absatz(spans("Text")),
        MarginNote(("Herkunft",)),
        Heading("Zwei", 2),
        Bullet(plain("a")),
        Bullet(plain("b")),
        Paragraph(plain("dazwischen")),
        Bullet(plain("c")),
        Table((plain("Kopf"),), ((plain("Zelle"),),), caption="Tabelle"),
        Signatures((Signature("Für A"),)),
    )
    listed = "Document H1 P TOC TOCI TOCI H2 P P H3 L LI LBody LI LBody P L LI LBody P Table TR TH TR TD P P P"
    assert roles(read(small(*blocks))) == listed.split()


def test_a_repeated_table_head_is_read_once() -> None:
    rows = tuple((plain(f"Zeile {n}"),) for n in range(120))
    reader = read(small(Table((plain("Kopf"),), rows)))
    assert len(reader.pages) > 2
    assert all("Kopf" in page.extract_text() for page in reader.pages)
    found = roles(reader)
    assert (found.count("TH"), found.count("TD"), found.count("TR")) == (1, 120, 121)


def test_a_paragraph_over_two_pages_is_one_element() -> None:
    reader = read(small(Paragraph(plain("Wort " * 1_500))))
    assert len(reader.pages) > 1
    assert roles(reader) == ["Document", "P"]


def test_charts_and_photos_say_what_they_show() -> None:
    reader = read(small(Picture(DotRanking((Dots("Folgeprodukt", 12),)), "Zwölf Punkte."), photo()))
    figures = [kid.get_object() for kid in tree(reader)["/K"]["/K"] if kid.get_object()["/S"] == "/Figure"]
    assert [figure["/Alt"] for figure in figures] == ["Zwölf Punkte.", "Rot."]
    assert "Zwölf Punkte." not in reader.pages[0].extract_text()

"""A paper's tables as a workbook and as text: complete, in order, and never a formula."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from tws_desktop.documents.blocks import Document, Filled, Gap, Heading, Notice, Paragraph, Table, Text, plain
from tws_desktop.documents.numbering import resolve
from tws_desktop.documents.text_table import text_table_bytes, write_text_table
from tws_desktop.documents.workbook import workbook_bytes, write_workbook
from tws_desktop.domain.errors import FileRefused

NAMES = {"s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
FORMULAS = ("=1+1", "+49 681", "-5 %", "@Halle", "\t=1", "\n=1", "＝1")
LONG = "Maßnahmen der Zerspanung: bis [2032] / Rückblick"


def _paper() -> Document:
    plan = Table(
        tuple(map(plain, ("Nr.", "Was", "Bis wann"))),
        (
            (plain("1"), (Text("Schulung ", bold=True), Filled("40 Stunden")), plain("19.10.2026")),
            (plain("007"), (Gap("Frist festlegen"),), plain("31.02.2026")),
        ),
        (1, 6, 2),
    )
    typed = Table((plain("Karte"),), tuple((plain(text),) for text in FORMULAS))
    blocks = (
        Notice("ENTWURF – nur intern"),
        Heading(LONG),
        plan,
        Paragraph(plain("Dazwischen steht Text.")),
        plan,
        Heading("Karten"),
        typed,
    )
    return Document("Maßnahmenplan", blocks, date(2026, 11, 23), header_right="Entwurf")


class Read:
    """A workbook as spreadsheets see it."""

    def __init__(self, data: bytes) -> None:
        self.parts = zipfile.ZipFile(io.BytesIO(data))
        self.names = self._xml("xl/workbook.xml").xpath("//s:sheet/@name", namespaces=NAMES)
        shared = self._xml("xl/sharedStrings.xml").xpath("//s:si", namespaces=NAMES)
        self._shared = ["".join(item.itertext()) for item in shared]

    def _xml(self, name: str) -> Any:
        return etree.fromstring(self.parts.read(name))

    def rows(self, number: int) -> list[list[Any]]:
        """Texts as text, numbers as float."""
        sheet = self._xml(f"xl/worksheets/sheet{number}.xml")
        assert not sheet.xpath("//s:f", namespaces=NAMES)
        return [[self._value(cell) for cell in row] for row in sheet.xpath("//s:row", namespaces=NAMES)]

    def _value(self, cell: Any) -> Any:
        value = cell.findtext("s:v", namespaces=NAMES)
        return self._shared[int(value)] if cell.get("t") == "s" else float(value)


def test_each_table_has_a_sheet_with_days_and_numbers_that_sort_and_texts_as_typed() -> None:
    book = Read(workbook_bytes(resolve(_paper())))
    assert book.names[-2:] == ["Karten", "Zum Dokument"]
    assert all(len(name) <= 31 for name in book.names)
    assert len(set(book.names)) == 4
    day = (date(2026, 10, 19) - date(1899, 12, 30)).days
    assert book.rows(1) == [
        ["Nr.", "Was", "Bis wann"],
        [1.0, "Schulung 40 Stunden", day],
        ["007", "[Frist festlegen]", "31.02.2026"],
    ]
    assert [text for (text,) in book.rows(3)[1:]] == list(FORMULAS)
    assert "ENTWURF – nur intern" in [text for (text,) in book.rows(4)]


def test_a_workbook_says_nothing_about_a_person_and_is_the_same_each_time() -> None:
    first, second = (workbook_bytes(resolve(_paper())) for _ in range(2))
    assert first == second
    core = zipfile.ZipFile(io.BytesIO(first)).read("docProps/core.xml").decode()
    assert "<dc:creator></dc:creator>" in core
    assert "<cp:lastModifiedBy></cp:lastModifiedBy>" in core


def test_text_reads_back_and_what_looks_like_a_formula_is_marked() -> None:
    data = text_table_bytes(resolve(_paper()))
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert rows[:3] == [[LONG], ["Nr.", "Was", "Bis wann"], ["1", "Schulung 40 Stunden", "19.10.2026"]]
    assert [row[0] for row in rows[-len(FORMULAS) :]] == [f"'{text}" for text in FORMULAS]


@pytest.mark.parametrize("write", [write_workbook, write_text_table])
def test_a_paper_without_a_table_is_refused_and_nothing_is_written(write: Any, tmp_path: Path) -> None:
    paper = Document("Brief", (Paragraph(plain("Nur Text.")),), date(2026, 11, 23))
    with pytest.raises(FileRefused, match="In „Brief“ steht keine Tabelle"):
        write(paper, tmp_path / "datei")
    assert list(tmp_path.iterdir()) == []

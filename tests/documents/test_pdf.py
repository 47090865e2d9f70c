"""The PDF, read back: text, fonts, bookmarks, contents, page numbers, blocks that stay together."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import pypdf
import pytest

from tests.documents.spans import HOSTILE, small, spans, tight
from tws_desktop.documents.blocks import (
    Absatz,
    Block,
    Contents,
    Document,
    Filled,
    Gap,
    Heading,
    MarginNote,
    Notice,
    Nummer,
    PageBreak,
    Paragraph,
    Picture,
    Ref,
    Section,
    Signature,
    Signatures,
    Table,
    Text,
    Title,
    plain,
)
from tws_desktop.documents.charts import Bar, BarProfile, Bucket, Distribution, DotRanking, Dots
from tws_desktop.documents.marked import clean
from tws_desktop.documents.numbering import resolve
from tws_desktop.documents.pdf import pdf_bytes, write_pdf
from tws_desktop.domain.errors import FileRefused

N = "\u00a0"


def read(*blocks: Block) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(pdf_bytes(resolve(small(*blocks)))[0]))


def words(reader: pypdf.PdfReader) -> str:
    return "\n".join(page.extract_text() for page in reader.pages)


def filler(number: int) -> tuple[Block, ...]:
    return tuple(Paragraph(plain(f"Zeile {n}")) for n in range(number))


def fonts(reader: pypdf.PdfReader) -> dict[str, bool]:
    """Every font of the file, and whether it is embedded."""
    found: dict[str, bool] = {}
    for page in reader.pages:
        resources: Any = page["/Resources"]
        for entry in resources.get("/Font", {}).values():
            font = entry.get_object()
            descriptor = font.get("/FontDescriptor")
            found[font["/BaseFont"]] = bool(descriptor and "/FontFile2" in descriptor.get_object())
    return found


def placed(reader: pypdf.PdfReader) -> list[tuple[str, float, float]]:
    """Text of the first page with its place, in the order drawn."""
    found: list[tuple[str, float, float]] = []

    def seen(text: str, outer: list[float], inner: list[float], _font: object, _size: object) -> None:
        if text.strip():
            found.append((text.strip(), outer[4] + inner[4], outer[5] + inner[5]))

    reader.pages[0].extract_text(visitor_text=seen)
    return found


def test_numbers_and_references_are_printed(pdf_file: Path) -> None:
    text = tight(words(pypdf.PdfReader(pdf_file)))
    for part in (
        "§1Geltungsbereich",
        "(2)Persönlichgiltsiefüralle.",
        "DiePlanungnach§1Abs.2enthält",
        "b)Schichten.",
        "Esgelten§2Abs.1Satz1Nr.2Buchst.bund§2Abs.1.",
        "GrundlageistAnlage1,beiStreitAnlage2§1.",
        "Allein:§3,§3Satz2",
        "[Fristfestlegen]",
        "[VerweisohneZiel:nowhere]",
        "–imFolgenden:Arbeitgeber–",
        "SiehePräambel"[:5],
    ):
        assert part in text


def test_every_font_is_embedded_and_none_of_the_library_slips_in(pdf_file: Path) -> None:
    found = fonts(pypdf.PdfReader(pdf_file))
    assert found
    assert all(found.values()), found
    assert all("SourceSans3" in name for name in found), found


def test_title_language_and_no_author(pdf_file: Path) -> None:
    reader = pypdf.PdfReader(pdf_file)
    assert reader.metadata is not None
    assert reader.metadata.title == "Zukunftsvereinbarung & mehr"
    assert not reader.metadata.author
    assert reader.metadata.producer == "TWS Desktop"
    assert reader.metadata.creation_date == datetime(2026, 11, 23, tzinfo=UTC)
    catalog: Any = reader.trailer["/Root"]
    assert catalog["/Lang"] == "de-DE"


def test_the_same_paper_gives_the_same_bytes(paper: Document) -> None:
    assert pdf_bytes(resolve(paper)) == pdf_bytes(resolve(paper))


def test_header_warns_on_every_page_and_pages_are_counted(pdf_file: Path) -> None:
    reader = pypdf.PdfReader(pdf_file)
    total = len(reader.pages)
    assert total >= 4
    for number, page in enumerate(reader.pages, 1):
        text = page.extract_text()
        assert "ENTWURF 3 · nicht unterschriftsreif" in text
        assert "Stand 23. November 2026" in text
        assert f"Seite {number} von {total}" in text


def test_outline_names_every_head_and_leads_to_its_page(pdf_file: Path) -> None:
    reader = pypdf.PdfReader(pdf_file)
    found: list[tuple[int, str, int]] = []

    def walk(entries: Any, level: int) -> None:
        for entry in entries:
            if isinstance(entry, list):
                walk(entry, level + 1)
            else:
                page = reader.get_destination_page_number(entry)
                assert page is not None
                found.append((level, str(entry.title), page))

    walk(reader.outline, 0)
    assert [(level, title) for level, title, _ in found] == [
        (0, "Präambel"),
        (0, f"§{N}1  Geltungsbereich"),
        (0, f"§{N}2  Planung"),
        (0, f"§{N}3  Auswertung"),
        (0, f"Anlage{N}1  Bestand"),
        (0, f"Anlage{N}2  Verfahren"),
        (1, f"§{N}1  Streit"),
        (1, "Bild"),
        (0, "Schluss"),
    ]
    for _, title, page in found:
        assert tight(title) in tight(reader.pages[page].extract_text())


def test_contents_print_the_page_on_which_each_head_stands() -> None:
    blocks: list[Block] = [Contents()]
    for number in range(12):
        blocks += [Section(f"Kapitel{number}x"), *filler(17)]
    reader = read(*blocks)
    stands = {
        number: page
        for page, sheet in enumerate(reader.pages[1:], 2)
        for number in range(12)
        if f"Kapitel{number}x" in sheet.extract_text()
    }
    assert len(stands) >= 10
    entries = tight(reader.pages[0].extract_text())
    for number, page in stands.items():
        assert f"§{number + 1}Kapitel{number}x{page}§" in entries


def test_contents_and_references_are_links_to_places_that_exist(pdf_file: Path) -> None:
    reader = pypdf.PdfReader(pdf_file)
    sheets = {page.indirect_reference for page in reader.pages}
    links = [
        note.get_object()
        for page in reader.pages
        for note in page.get("/Annots", [])
        if note.get_object()["/Subtype"] == "/Link"
    ]
    assert len(links) >= 15
    for link in links:
        assert list.__getitem__(link["/Dest"], 0) in sheets
        assert 0 < link["/Dest"][3] < 842


def test_table_header_is_repeated_on_each_page(pdf_file: Path) -> None:
    sheets = [page.extract_text() for page in pypdf.PdfReader(pdf_file).pages]
    with_rows = [sheet for sheet in sheets if "Bereich 1" in sheet or "Bereich 80" in sheet]
    assert len(with_rows) >= 2
    assert all("Heute" in sheet for sheet in with_rows)


@pytest.mark.parametrize("before", range(20, 36))
def test_signatures_are_never_split(before: int) -> None:
    parties = (
        Signature("Für den Arbeitgeber", "Werk", "", "Leitung", "Ort"),
        Signature("Für den Betriebsrat"),
    )
    sheets = [page.extract_text() for page in read(*filler(before), Signatures(parties)).pages]
    holding = [sheet for sheet in sheets if "Ort, den" in sheet or "Für den" in sheet or "Klarschrift" in sheet]
    assert len(holding) == 1


@pytest.mark.parametrize("before", range(24, 34))
@pytest.mark.parametrize("length", [1, 30, 48, 300])
def test_a_head_never_stands_alone_at_the_foot(before: int, length: int) -> None:
    text = "Folgt " + "Wort " * length
    blocks = (*filler(before), Heading("Oberzeile"), Section("Unterzeile"), Absatz(plain(text)))
    sheets = [page.extract_text() for page in read(*blocks).pages]
    for sheet in sheets:
        assert ("Oberzeile" in sheet) == ("Unterzeile" in sheet) == ("Folgt" in sheet)


def test_a_head_stays_on_its_page_where_the_text_fits() -> None:
    counts = [len(read(*filler(n), Section("Kopf"), Absatz(plain("Folgt"))).pages) for n in range(24, 40)]
    room = counts.index(2)
    assert len(read(*filler(24 + room + 2)).pages) == 1


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stands_literally(text: str) -> None:
    kept = tight(clean(text))
    reader = read(
        Title(text, text),
        Contents(),
        Heading(text),
        Section(text),
        Absatz(plain(text)),
        Absatz(spans(Text(text, bold=True), Text(text, italic=True))),
        Nummer(spans(Gap(text), Filled(text))),
        Table((plain(text),), ((plain(text),),), caption=text),
        Notice(text),
        MarginNote((text, text)),
    )
    assert tight(words(reader)).count(kept) >= 14
    assert f"[{kept}]" in tight(words(reader))


def test_margin_notes_stand_apart_even_where_the_text_is_shorter() -> None:
    blocks: list[Block] = []
    for number in range(8):
        note = MarginNote((f"Kopf {number}", *(f"Zeile {number}.{line}" for line in range(6))))
        blocks += [Absatz(plain("Kurz.")), note]
    lines = [(text, y) for text, _, y in placed(read(Section("Eins"), *blocks)) if text.startswith(("Kopf", "Zeile"))]
    assert len(lines) == 56
    assert all(above[1] - below[1] > 6 for above, below in pairwise(lines))


def test_a_page_full_of_notes_loses_last_lines_but_no_note() -> None:
    note = [MarginNote((f"Kopf {n}", *("Zeile",) * 20)) for n in range(12)]
    blocks = [part for one in note for part in (Absatz(plain("Kurz.")), one)]
    lines = [(text, y) for text, _, y in placed(read(Section("Eins"), *blocks)) if text.startswith(("Kopf", "Zeile"))]
    assert sum(text.startswith("Kopf") for text, _ in lines) == 12
    assert all(above[1] - below[1] > 6 for above, below in pairwise(lines))
    assert lines[-1][1] > 60


def test_the_last_words_go_with_the_signatures() -> None:
    signed = Signatures((Signature("Für den Arbeitgeber"),))
    for number in range(30, 45):
        reader = read(*filler(number), Section("Schluss"), Absatz(plain("Letzte Worte.")), signed)
        page = next(page.extract_text() for page in reader.pages if "Für den Arbeitgeber" in page.extract_text())
        assert "Letzte Worte." in page


def test_a_long_word_in_a_table_is_not_cut() -> None:
    header = tuple(plain(word) for word in ("Tätigkeitsgruppe", "A", "B", "C", "D", "E", "F"))
    assert "Tätigkeitsgruppe" in words(read(Table(header, (header,))))


def test_signs_without_font_print_as_their_number_and_are_counted(tmp_path: Path) -> None:
    note = write_pdf(small(Paragraph(plain("a 🧪 漢 b 漢"))), tmp_path / "a.pdf")
    text = words(pypdf.PdfReader(tmp_path / "a.pdf"))
    assert note.unprintable == 2
    assert text.count("[U+6F22]") == 2
    assert "🧪" in text


def test_fallback_fonts_are_embedded_too() -> None:
    found = fonts(read(Paragraph(plain("Ж א 🧪 ✓"))))
    assert all(found.values())
    assert {name.partition("+")[2] for name in found} == {
        "SourceSans3-Regular",
        "NotoEmoji-Regular",
        "DejaVuSans",
    }


def test_line_feeds_and_tabs_are_kept() -> None:
    text = words(read(Paragraph(plain("eins\nzwei\tdrei"))))
    assert "eins\nzwei" in text
    assert "zwei" in text
    assert "zweidrei" not in text


def test_ten_thousand_signs_run_over_pages_without_loss() -> None:
    long = ("Wort ö " * 1_500)[:10_000].strip()
    reader = read(Absatz(plain(long)), Notice(long), Paragraph(spans(long, Text("fett", bold=True))))
    assert len(reader.pages) >= 5
    assert tight(words(reader)).count("Wortö") == 3 * long.count("Wort ö")


def test_one_word_of_ten_thousand_signs_is_broken() -> None:
    reader = read(Absatz(plain("A" * 10_000)), Absatz(spans("B" * 5_000, Gap("x"))))
    text = tight(words(reader))
    assert (text.count("A"), text.count("B")) == (10_000, 5_000)


def test_a_cell_taller_than_a_page_is_continued() -> None:
    reader = read(Table((plain("k"), plain("l")), ((plain("Q" * 9_000), plain("x")), (plain("y"), plain("z")))))
    assert tight(words(reader)).count("Q") == 9_000
    assert len(reader.pages) > 1


def test_margin_note_stands_beside_the_text_and_narrows_it() -> None:
    wide, narrow = Paragraph(plain("Wort " * 60)), MarginNote(("Kopf", "Zeile"))
    without = words(read(wide)).count("\n")
    reader = read(wide, narrow)
    assert words(reader).count("\n") > without
    places = {text: x for text, x, _ in placed(reader) if text in {"Kopf", "Zeile"}}
    assert len(places) == 2
    assert all(172 < x / 72 * 25.4 < 200 for x in places.values())


def test_crowded_margin_notes_do_not_overlap() -> None:
    blocks: list[Block] = []
    for number in range(6):
        blocks += [Absatz(plain("kurz")), MarginNote((f"Kopf{number}", "a", "b", "c"))]
    notes = [y for _, x, y in placed(read(*blocks)) if x / 72 * 25.4 > 172 and y > 60]
    assert len(notes) == 24
    assert all(above - below > 8 for above, below in pairwise(notes))


def test_charts_are_drawn_as_text_and_vectors() -> None:
    reader = read(
        Picture(BarProfile((Bar("Sicherheit", 42.5, "n = 11"), Bar("KI", None))), "Sicherheit 42,5.", "Index"),
        Picture(DotRanking((Dots("Folgeprodukt", 12),)), "Zwölf Punkte."),
        Picture(Distribution((Bucket("voll", 3), Bucket("gar nicht", 0))), "Drei voll."),
    )
    text = words(reader)
    for part in ("Sicherheit", "42,5", "weiß nicht", "Folgeprodukt", "12", "gar nicht"):
        assert part in text
    assert not reader.pages[0].images


def test_page_break_landscape_and_empty_paper() -> None:
    assert len(read(Paragraph(plain("a")), PageBreak(), Paragraph(plain("b"))).pages) == 2
    across = Document("Q", (Paragraph(plain("x")),), date(2026, 1, 1), landscape=True)
    page = pypdf.PdfReader(io.BytesIO(pdf_bytes(resolve(across))[0])).pages[0]
    assert page.mediabox.width > page.mediabox.height
    assert len(read().pages) == 1


def test_note_counts_pages_gaps_and_faults(paper: Document, tmp_path: Path) -> None:
    note = write_pdf(paper, tmp_path / "a.pdf")
    assert note.pages == len(pypdf.PdfReader(tmp_path / "a.pdf").pages)
    assert (note.open_gaps, [fault.mark for fault in note.faults], note.unprintable) == (1, ["nowhere"], 0)


def test_many_signatures_run_over_pages() -> None:
    reader = read(Signatures(tuple(Signature(f"Seite{n}x") for n in range(21))))
    assert all(f"Seite{n}x" in words(reader) for n in range(21))


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match="ist ein Ordner"):
        write_pdf(small(), tmp_path)


def test_heads_without_mark_are_linked_in_the_contents_too() -> None:
    reader = read(Contents(), Section("Ohne Marke"), Absatz(spans("x ", Ref("y"))), Section("Mit", "y"))
    notes: Any = reader.pages[0]["/Annots"]
    assert len(notes) == 3
    assert all(note.get_object()["/Dest"] for note in notes)

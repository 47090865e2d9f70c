"""The Word file, read back: styles, native numbering, fields, tables, language, no personal data."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from tests.documents.spans import HOSTILE, small, spans
from tests.documents.word_reading import W, body, parsed, parts, style
from tws_desktop.documents.binding import BOUND
from tws_desktop.documents.blocks import (
    Absatz,
    Block,
    Bullet,
    Document,
    Gap,
    Heading,
    Notice,
    PageBreak,
    Paragraph,
    Picture,
    Section,
    Signature,
    Signatures,
    Table,
    Text,
    Title,
    plain,
)
from tws_desktop.documents.charts import Bar, BarProfile
from tws_desktop.documents.marked import clean
from tws_desktop.documents.numbering import resolve
from tws_desktop.documents.word import word_bytes, write_word
from tws_desktop.domain.errors import FileRefused


def test_every_part_is_well_formed_and_named_in_the_content_types(word_file: Path) -> None:
    found = parts(word_file)
    kinds = parsed(found["[Content_Types].xml"])
    named = {n.get("PartName") for n in kinds} | {f".{n.get('Extension')}" for n in kinds}
    for name, content in found.items():
        if name.endswith((".xml", ".rels")):
            parsed(content)
        assert f"/{name}" in named or f".{name.rpartition('.')[2]}" in named


def test_every_relation_leads_to_a_part(word_file: Path) -> None:
    found = parts(word_file)
    for relation in parsed(found["word/_rels/document.xml.rels"]):
        assert f"word/{relation.get('Target')}" in found


def test_named_styles_carry_the_paragraphs(word_file: Path) -> None:
    read = docx.Document(str(word_file))
    used = {p.style.name for p in read.paragraphs if p.style is not None}
    assert {
        "TWS Titel",
        "TWS Untertitel",
        "TWS Überschrift 1",
        "TWS Paragraf",
        "TWS Absatz",
        "TWS Absatz ohne Nummer",
        "TWS Nummer",
        "TWS Buchstabe",
        "TWS Buchstabe in Nummer",
        "TWS Fortsetzung",
        "TWS Anlage",
        "TWS Hinweis",
        "TWS Rubrum",
        "TWS Randvermerk",
        "TWS Text",
    } <= used


def test_every_used_style_and_numbering_exists(word_file: Path) -> None:
    found = parts(word_file)
    styles = {n.get(f"{W}styleId") for n in parsed(found["word/styles.xml"]).iter(f"{W}style")}
    numbers = {n.get(f"{W}numId") for n in parsed(found["word/numbering.xml"]).iter(f"{W}num")}
    document = parsed(found["word/document.xml"])
    for tag in ("pStyle", "rStyle"):
        assert {n.get(f"{W}val") for n in document.iter(f"{W}{tag}")} <= styles
    assert {n.get(f"{W}val") for n in document.iter(f"{W}numId")} <= numbers


def test_gap_is_printed_in_brackets_and_highlighted(word_file: Path) -> None:
    found = parts(word_file)
    document = parsed(found["word/document.xml"])
    gaps = [r for r in document.iter(f"{W}r") if r.find(f"{W}rPr/{W}rStyle[@{W}val='TWSLcke']") is not None]
    assert "[Frist festlegen]" in ["".join(r.itertext()) for r in gaps]
    (look,) = (s for s in parsed(found["word/styles.xml"]).iter(f"{W}style") if s.get(f"{W}styleId") == "TWSLcke")
    assert look.find(f"{W}rPr/{W}shd") is not None


def test_table_header_repeats_and_rows_stay_whole(word_file: Path) -> None:
    table = next(t for t in docx.Document(str(word_file)).tables if len(t.rows) > 10)
    rows = table._tbl.tr_lst
    assert len(rows) == 91
    assert [r.find(f"{W}trPr/{W}tblHeader") is not None for r in rows] == [True] + [False] * 90
    assert all(r.find(f"{W}trPr/{W}cantSplit") is not None for r in rows)
    assert table.cell(1, 0).text == "Bereich 0"


def test_the_last_absatz_stays_with_the_signatures(tmp_path: Path) -> None:
    blocks = (
        Section("Schluss"),
        Absatz(plain("Erstens.")),
        Absatz(plain("Letztens.")),
        Signatures((Signature("Für"),)),
    )
    write_word(small(*blocks), tmp_path / "a.docx")
    kept = {p.text for p in docx.Document(str(tmp_path / "a.docx")).paragraphs if p.paragraph_format.keep_with_next}
    assert "Letztens." in kept
    assert "Erstens." not in kept


def test_signatures_stay_together(word_file: Path) -> None:
    found = parts(word_file)
    styles = {s.get(f"{W}styleId"): s for s in parsed(found["word/styles.xml"]).iter(f"{W}style")}
    table = docx.Document(str(word_file)).tables[0]._tbl
    assert "Für den Arbeitgeber" in "".join(map(str, table.itertext()))
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in table.tr_lst)
    used = {style(p) for p in table.iter(f"{W}p")}
    assert used == {"TWSUnterschrift", "TWSUnterschriftOrt", "TWSUnterschriftslinie"}
    assert all(styles[name].find(f"{W}pPr/{W}keepNext") is not None for name in used)


def test_heads_stay_with_what_follows(word_file: Path) -> None:
    styles = {s.name: s for s in docx.Document(str(word_file)).styles}
    for name in ("TWS Paragraf", "TWS Überschrift 1", "TWS Anlage", "TWS Titel"):
        look = styles[name]
        while look.element.find(f"{W}pPr/{W}keepNext") is None:
            look = look.base_style
        assert look is not None


def test_header_warns_and_footer_counts_pages(word_file: Path) -> None:
    section = docx.Document(str(word_file)).sections[0]
    assert (
        section.header.paragraphs[-1].text == "Zukunftsvereinbarung · Musterwerk\tENTWURF 3 · nicht unterschriftsreif"
    )
    footer = section.footer.paragraphs[-1]
    assert footer.text == "Stand 23. November 2026\tSeite 1 von 1"
    assert [n.text.strip() for n in footer._p.iter(f"{W}instrText")] == ["PAGE", "NUMPAGES"]


def test_language_is_german(word_file: Path) -> None:
    found = parts(word_file)
    lang = parsed(found["word/styles.xml"]).find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    assert lang is not None
    assert lang.get(f"{W}val") == "de-DE"
    assert docx.Document(str(word_file)).core_properties.language == "de-DE"


def test_properties_hold_the_title_and_nobody(word_file: Path) -> None:
    properties = docx.Document(str(word_file)).core_properties
    assert properties.title == "Zukunftsvereinbarung & mehr"
    assert (properties.author, properties.last_modified_by, properties.comments) == ("", "", "")
    for name, content in parts(word_file).items():
        assert b"rsid" not in content, name
        assert b"creator" not in content, name
        assert b"python-docx" not in content, name


def test_the_same_paper_gives_the_same_bytes(paper: Document) -> None:
    assert word_bytes(resolve(paper)) == word_bytes(resolve(paper))


def test_hostile_text_stands_literally(tmp_path: Path) -> None:
    blocks = [block for text in HOSTILE for block in _everywhere(text)]
    path = tmp_path / "h.docx"
    write_word(
        Document(HOSTILE[2], tuple(blocks), small().date, header_left=HOSTILE[0], footer_left=HOSTILE[2]),
        path,
    )
    read = docx.Document(str(path))
    paragraphs = [p.text.replace(BOUND, " ") for p in read.paragraphs]
    cells = [[cell.text.replace(BOUND, " ") for cell in table.rows[1].cells] for table in read.tables]
    for text in HOSTILE:
        kept = clean(text)
        assert paragraphs.count(kept) == 6
        assert f"[{kept}]" in paragraphs
        assert [kept] in cells
    assert read.core_properties.title == HOSTILE[2]
    assert read.sections[0].header.paragraphs[-1].text.startswith(HOSTILE[0])


def _everywhere(text: str) -> tuple[Block, ...]:
    return (
        Title(text),
        Heading(text),
        Section(text),
        Absatz(plain(text)),
        Absatz(spans(Text(text, bold=True))),
        Paragraph(spans(Gap(text))),
        Table((plain("Kopf"),), ((plain(text),),)),
        Notice(text),
    )


def test_line_feeds_tabs_and_long_text_come_back(tmp_path: Path) -> None:
    long = ("Wort ö " * 1_500)[:10_000]
    write_word(small(Paragraph(plain("eins\nzwei\tdrei\r\nvier")), Bullet(plain(long))), tmp_path / "a.docx")
    first, second = docx.Document(str(tmp_path / "a.docx")).paragraphs
    assert (first.text, second.text) == ("eins\nzwei\tdrei\nvier", long)


def test_signs_no_xml_carries_are_left_out(tmp_path: Path) -> None:
    write_word(small(Paragraph(plain("a\x00\x0b\ud800b"))), tmp_path / "a.docx")
    assert docx.Document(str(tmp_path / "a.docx")).paragraphs[0].text == "ab"


def test_picture_has_an_alternative_text_and_real_bytes(word_file: Path) -> None:
    found = parts(word_file)
    document = parsed(found["word/document.xml"])
    (described,) = (n.get("descr") for n in document.iter() if str(n.tag).endswith("}docPr"))
    assert described == "Sicherheit 42,5; KI weiß nicht."
    assert found["word/media/tws1.png"].startswith(b"\x89PNG")


def test_a_chart_taller_than_the_page_is_shrunk() -> None:
    tall = Picture(BarProfile(tuple(Bar(f"Zeile {n}", 50) for n in range(90))), "alt")
    (extent,) = (n for n in body(small(tall)).iter() if str(n.tag).endswith("}extent"))
    assert int(extent.get("cy", "0")) / 12_700 < 297 / 25.4 * 72 - 100


def test_page_break_puts_the_next_block_on_a_new_page() -> None:
    first, second = body(small(Paragraph(plain("a")), PageBreak(), Paragraph(plain("b")))).iter(f"{W}p")
    assert first.find(f"{W}pPr/{W}pageBreakBefore") is None
    assert second.find(f"{W}pPr/{W}pageBreakBefore") is not None


def test_landscape_turns_the_page() -> None:
    across = Document("Q", (Paragraph(plain("x")),), small().date, landscape=True)
    size = body(across).find(f"{W}sectPr/{W}pgSz")
    assert size is not None
    assert int(size.get(f"{W}w", "0")) > int(size.get(f"{W}h", "0"))


def test_note_names_gaps_and_broken_references(paper: Document, tmp_path: Path) -> None:
    note = write_word(paper, tmp_path / "a.docx")
    assert (note.open_gaps, [fault.mark for fault in note.faults], note.pages) == (1, ["nowhere"], None)


def test_an_odd_number_of_signatures_is_written(tmp_path: Path) -> None:
    write_word(small(Signatures(tuple(Signature(f"Für {n}") for n in range(3)))), tmp_path / "a.docx")
    (table,) = docx.Document(str(tmp_path / "a.docx")).tables
    assert len(table.rows) == 2


def test_nothing_is_written_into_a_folder_that_is_missing(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match="gibt es nicht"):
        write_word(small(), tmp_path / "fehlt" / "a.docx")

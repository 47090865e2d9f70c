"""What stays on one page: an empty Anlage with the one before it, the last words with what they close."""

from __future__ import annotations

import io

import pypdf
import pytest

from tests.documents.spans import small, tight
from tests.documents.word_reading import W, body, shown
from tws_desktop.documents.blocks import (
    Absatz,
    Annex,
    Block,
    Bullet,
    Heading,
    MarginNote,
    Notice,
    Paragraph,
    ParagraphStyle,
    Picture,
    Section,
    Signature,
    Signatures,
    Table,
    plain,
)
from tws_desktop.documents.charts import DotRanking, Dots
from tws_desktop.documents.keeping import kept_runs, kept_with_next
from tws_desktop.documents.numbering import resolve
from tws_desktop.documents.pdf import pdf_bytes

NOTE = Paragraph(plain("Zusammengestellt: Moderation"), ParagraphStyle.NOTE)
EMPTY = Table((plain("Ziel"),), ((plain("offen"),),))


def sheets(*blocks: Block) -> list[str]:
    reader = pypdf.PdfReader(io.BytesIO(pdf_bytes(resolve(small(*blocks)))[0]))
    return [page.extract_text() for page in reader.pages]


def filler(number: int) -> tuple[Block, ...]:
    return tuple(Paragraph(plain(f"Zeile {n}")) for n in range(number))


def broken_before(*blocks: Block) -> dict[str, str | None]:
    """What each paragraph of the Word file says about a page break of its own; None if nothing."""
    found: dict[str, str | None] = {}
    for paragraph in body(small(*blocks)).iter(f"{W}p"):
        said = paragraph.find(f"{W}pPr/{W}pageBreakBefore")
        found[shown(paragraph)] = None if said is None else said.get(f"{W}val", "1")
    return found


def kept(*blocks: Block) -> set[str]:
    """The paragraphs that the Word file keeps with the next one."""
    return {shown(p) for p in body(small(*blocks)).iter(f"{W}p") if p.find(f"{W}pPr/{W}keepNext") is not None}


def test_an_annex_that_follows_stays_on_the_page_and_counts_on() -> None:
    blocks = (Section("Eins"), Annex("Plan"), EMPTY, Annex("Ziele", follows=True), EMPTY, Annex("Matrix"), EMPTY)
    first, second, third = sheets(*blocks)
    assert "Plan" not in first
    assert "Plan" in second
    assert "Anlage2Ziele" in tight(second)
    assert "Matrix" in third
    assert broken_before(*blocks)["Ziele"] == "0"
    assert broken_before(*blocks)["Matrix"] is None


@pytest.mark.parametrize("before", range(28, 36))
def test_the_last_note_of_a_pdf_never_stands_alone(before: int) -> None:
    last = sheets(*filler(before), Notice("Für die Gruppe."), NOTE)[-1]
    assert ("Zusammengestellt" in last) == ("Für die Gruppe." in last) == (f"Zeile {before - 1}" in last)


def test_the_last_words_of_a_word_file_go_with_what_they_close() -> None:
    blocks = (Paragraph(plain("vorletztes")), Paragraph(plain("letztes")), Notice("Hinweis"), NOTE)
    assert kept(*blocks) == {"letztes", "Hinweis"}
    assert kept(Bullet(plain("Punkt")), NOTE) == {"Punkt"}
    assert kept(Paragraph(plain("Ende"))) == set()


def test_the_greeting_of_a_letter_goes_with_the_signature() -> None:
    greeting = Paragraph(plain("Mit freundlichen Grüßen"))
    signed = Signatures((Signature("Für den Betriebsrat"),))
    assert "Mit freundlichen Grüßen" in kept(Paragraph(plain("Text")), greeting, signed)
    assert "Text" not in kept(Paragraph(plain("Text")), greeting, signed)
    for before in range(28, 36):
        (page,) = (sheet for sheet in sheets(*filler(before), greeting, signed) if "Für den Betriebsrat" in sheet)
        assert "Mit freundlichen" in page


def test_runs_join_what_stays_together() -> None:
    blocks = (Paragraph(plain("a")), Paragraph(plain("b")), NOTE, NOTE)
    assert kept_with_next(blocks) == {1, 2}
    assert kept_runs(blocks) == ((1, 3),)
    assert kept_runs((EMPTY, NOTE)) == ()


def test_a_margin_note_of_a_word_file_stays_with_its_absatz() -> None:
    assert "Erstens." in kept(Section("Eins"), Absatz(plain("Erstens.")), MarginNote(("Herkunft",)))


@pytest.mark.parametrize("before", range(20, 32))
def test_a_head_its_question_and_its_note_stay_with_the_chart(before: int) -> None:
    chart = Picture(DotRanking(tuple(Dots(f"Thema {n}", n + 1) for n in range(6))), "Rang 1: Thema 5.")
    blocks = (Heading("Abschluss", 2), Paragraph(plain("Wie war es?"), ParagraphStyle.QUOTE), NOTE, chart)
    for sheet in sheets(*filler(before), *blocks):
        assert ("Abschluss" in sheet) == ("Thema 3" in sheet)


@pytest.mark.parametrize("before", range(22, 34))
@pytest.mark.parametrize("caption", ["Oben", ""])
def test_a_head_or_caption_stays_with_the_first_row_however_tall(before: int, caption: str) -> None:
    tall = Table((plain("Kopfzelle"),), ((plain("erste\n" * 9),), (plain("zweite"),)), caption=caption)
    for sheet in sheets(*filler(before), Heading("Kapitel"), tall):
        assert ("Kapitel" in sheet) == ("erste" in sheet)
        assert not caption or ("Oben" in sheet) == ("erste" in sheet)


def test_a_town_that_is_too_long_leaves_room_for_the_date_and_the_other_side() -> None:
    town = "Donaudampfschifffahrtsgesellschaftsstadt" * 3
    (sheet,) = sheets(Signatures((Signature("Für A", place=town), Signature("Für B", place="Merzig"))))
    assert "Donaudampf" in sheet
    assert town not in tight(sheet)
    assert "Merzig, den" in sheet


def test_a_long_absatz_with_a_margin_note_may_part_in_word() -> None:
    for paragraph in body(small(Absatz(plain("Lang. " * 2_000)), MarginNote(("Herkunft",)))).iter(f"{W}p"):
        assert paragraph.find(f"{W}pPr/{W}keepLines") is None


def test_a_head_before_a_chart_as_tall_as_the_page_leaves_no_empty_page() -> None:
    tall = Picture(DotRanking(tuple(Dots(f"Thema {n}", 1) for n in range(80))), "Alle gleich.")
    for sheet in sheets(*filler(3), Heading("Kopf"), tall):
        assert "Zeile" in sheet or "Thema" in sheet or "Alle gleich." in sheet
        assert ("Kopf" in sheet) == ("Thema" in sheet)


def test_a_lead_before_a_table_or_chart_leads_on_in_word() -> None:
    lead = Paragraph(plain("Woran zuerst?"), ParagraphStyle.LEAD)
    assert "Woran zuerst?" in kept(lead, EMPTY)
    assert "Woran zuerst?" not in kept(lead, Paragraph(plain("Text")))


def test_a_note_under_a_head_leads_on_in_word() -> None:
    assert "Zusammengestellt: Moderation" in kept(Heading("Kopf"), NOTE, Paragraph(plain("Text")))
    assert "Zusammengestellt: Moderation" not in kept(Heading("Kopf"), NOTE, Heading("Nächster"))

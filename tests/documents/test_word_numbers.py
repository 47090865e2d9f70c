"""Numbers, references and the contents list in a Word file are live."""

from __future__ import annotations

from pathlib import Path

from tests.documents.spans import small, spans
from tests.documents.word_reading import N, W, body, parsed, parts, shown, style
from tws_desktop.documents.blocks import (
    Absatz,
    Annex,
    Block,
    Buchstabe,
    Heading,
    Nummer,
    Paragraph,
    Ref,
    Section,
    plain,
)


def test_numbering_is_native_and_bound_to_the_named_styles(word_file: Path) -> None:
    found = parts(word_file)
    numbering = parsed(found["word/numbering.xml"])
    first = numbering.find(f"{W}abstractNum")
    assert first is not None
    levels = [
        (level.find(f"{W}pStyle").get(f"{W}val"), level.find(f"{W}lvlText").get(f"{W}val"))
        for level in first.findall(f"{W}lvl")
    ]
    assert levels == [
        ("TWSParagraf", f"§{N}%1"),
        ("TWSAbsatz", "(%2)"),
        ("TWSNummer", "%3."),
        ("TWSBuchstabe", "%4)"),
        ("TWSBuchstabeinNummer", "%5)"),
    ]
    styles = parsed(found["word/styles.xml"])
    bound = {s.get(f"{W}styleId"): s.find(f"{W}pPr/{W}numPr") for s in styles.iter(f"{W}style")}
    for place, (style_id, _) in enumerate(levels):
        assert bound[style_id].find(f"{W}ilvl").get(f"{W}val") == str(place)


def test_no_number_is_typed(word_file: Path) -> None:
    document = parsed(parts(word_file)["word/document.xml"])
    for paragraph in document.iter(f"{W}p"):
        if style(paragraph) in {"TWSParagraf", "TWSAbsatz", "TWSNummer", "TWSBuchstabe", "TWSAnlage"}:
            assert not shown(paragraph).startswith(("§", "(", "1.", "a)", "Anlage"))


def test_numbering_begins_anew_in_an_annex_and_under_a_heading_but_not_in_the_body() -> None:
    blocks: tuple[Block, ...] = (
        Section("A"),
        Absatz(plain("a")),
        Absatz(plain("b")),
        Heading("H"),
        Absatz(plain("c")),
        Absatz(plain("d")),
        Section("B"),
        Absatz(plain("e")),
        Absatz(plain("f")),
        Annex("X"),
        Section("C"),
        Absatz(plain("g")),
        Absatz(plain("h")),
    )
    lists = {}
    for paragraph in body(small(*blocks)).iter(f"{W}p"):
        number = paragraph.find(f"{W}pPr/{W}numPr/{W}numId")
        lists[shown(paragraph)] = "own" if number is None else number.get(f"{W}val")
    assert lists["A"] == lists["a"] == lists["B"] == lists["f"] == "own"
    assert lists["c"] == lists["d"] != "own"
    assert lists["C"] == lists["g"] == lists["h"] not in {"own", lists["c"]}


def test_section_and_annex_references_are_live_fields_to_their_bookmarks(word_file: Path) -> None:
    document = parsed(parts(word_file)["word/document.xml"])
    marked = {}
    for start in document.iter(f"{W}bookmarkStart"):
        marked[start.get(f"{W}name")] = style(start.getparent())
    fields = [n.text.split()[1] for n in document.iter(f"{W}instrText") if n.text.strip().startswith("REF ")]
    assert fields
    assert {marked[name] for name in fields} == {"TWSParagraf", "TWSAnlage"}
    assert all(r" \r \h " in n.text for n in document.iter(f"{W}instrText") if "REF " in n.text)


def test_deeper_part_of_a_reference_is_text_behind_the_field() -> None:
    blocks = (Section("A", "s"), Absatz(plain("x")), Absatz(spans("nach ", Ref("b"), "."), "b"))
    (paragraph,) = (p for p in body(small(*blocks)).iter(f"{W}p") if "nach" in shown(p))
    assert shown(paragraph) == f"nach §{N}1 Abs.{N}2."
    after = paragraph.xpath(
        "string(.//w:r[w:fldChar/@w:fldCharType='end']/following-sibling::w:r[1]/w:t)",
        namespaces={"w": W[1:-1]},
    )
    assert after == " "


def test_bookmarks_are_unique_short_and_carry_the_mark() -> None:
    marks = ["a", "b" * 32, "c" * 60, "mit Leerzeichen", "ü"]
    found = body(small(*(Section("S", mark) for mark in marks), Section("ohne")))
    names = [n.get(f"{W}name", "") for n in found.iter(f"{W}bookmarkStart")]
    ids = [n.get(f"{W}id") for n in found.iter(f"{W}bookmarkStart")]
    assert len(set(names)) == len(set(ids)) == 6
    assert all(len(name) <= 40 and name.isascii() and name.replace("_", "a").isalnum() for name in names)
    assert names[:2] == ["_tws_a", "_tws_" + "b" * 32]


def test_a_broken_reference_stands_as_a_gap() -> None:
    (paragraph,) = body(small(Paragraph(spans(Ref("weg"))))).iter(f"{W}p")
    assert shown(paragraph) == "[Verweis ohne Ziel: weg]"
    assert paragraph.find(f".//{W}rStyle").get(f"{W}val") == "TWSLcke"


def test_contents_name_numbers_and_titles_as_links_without_page_numbers(word_file: Path) -> None:
    document = parsed(parts(word_file)["word/document.xml"])
    names = {n.get(f"{W}name") for n in document.iter(f"{W}bookmarkStart")}
    links = list(document.iter(f"{W}hyperlink"))
    texts = [shown(link.getparent()) for link in links]
    assert texts[:4] == ["Präambel", f"§{N}1\tGeltungsbereich", f"§{N}2\tPlanung", f"§{N}3\tAuswertung"]
    assert f"Anlage{N}1\tBestand" in texts
    assert all(link.get(f"{W}anchor") in names for link in links)
    (field,) = (n.text for n in document.iter(f"{W}instrText") if "TOC" in n.text)
    assert r"\n" in field
    assert len(list(document.iter(f"{W}fldChar"))) % 3 == 0


def test_buchstaben_under_a_nummer_are_counted_for_themselves() -> None:
    blocks = (
        Section("S"),
        Absatz(plain("x")),
        Buchstabe(plain("a")),
        Nummer(plain("n")),
        Buchstabe(plain("b")),
    )
    styles = [style(p) for p in body(small(*blocks)).iter(f"{W}p")]
    assert styles[2:] == ["TWSBuchstabe", "TWSNummer", "TWSBuchstabeinNummer"]

"""Numbers and references read as German law cites."""

from __future__ import annotations

import pytest

from tests.documents.spans import small, spans
from tws_desktop.documents.blocks import (
    Absatz,
    Annex,
    Block,
    Buchstabe,
    Document,
    Heading,
    Nummer,
    Ref,
    RefForm,
    Section,
    Table,
    plain,
)
from tws_desktop.documents.numbering import letters, resolve

N = "\u00a0"
TREE: tuple[Block, ...] = (
    Section("Eins", "s1"),
    Absatz(plain("allein"), "s1a"),
    Nummer(plain("n"), "s1n"),
    Section("Zwei", "s2"),
    Absatz(plain("a"), "s2a1"),
    Absatz(plain("b"), "s2a2"),
    Nummer(plain("n"), "s2a2n1"),
    Nummer(plain("n"), "s2a2n2"),
    Buchstabe(plain("x"), "s2a2n2a"),
    Absatz(plain("c"), "s2a3"),
    Buchstabe(plain("x"), "s2a3a"),
    Annex("Erste", "x1"),
    Absatz(plain("a"), "x1a1"),
    Absatz(plain("b"), "x1a2"),
    Section("Eins der Anlage", "x1s1"),
    Absatz(plain("allein"), "x1s1a"),
    Annex("Zweite", "x2"),
    Nummer(plain("n"), "x2n1"),
    Heading("Präambel", mark="h"),
    Absatz(plain("a"), "h1"),
    Absatz(plain("b"), "h2"),
)


def test_numbers_run_per_part_and_a_single_absatz_has_none() -> None:
    numbers = list(resolve(small(*TREE)).numbers)
    assert numbers == [
        f"§{N}1",
        "",
        "1.",
        f"§{N}2",
        "(1)",
        "(2)",
        "1.",
        "2.",
        "a)",
        "(3)",
        "a)",
        f"Anlage{N}1",
        "(1)",
        "(2)",
        f"§{N}1",
        "",
        f"Anlage{N}2",
        "1.",
        "",
        "(1)",
        "(2)",
    ]


@pytest.mark.parametrize(
    ("ref", "shown"),
    [
        (Ref("s2"), f"§{N}2"),
        (Ref("s1a"), f"§{N}1"),
        (Ref("s1a", RefForm.SATZ, 2), f"§{N}1 Satz{N}2"),
        (Ref("s1n"), f"§{N}1 Nr.{N}1"),
        (Ref("s2a2"), f"§{N}2 Abs.{N}2"),
        (Ref("s2a2n2a", sentence=1), f"§{N}2 Abs.{N}2 Satz{N}1 Nr.{N}2 Buchst.{N}a"),
        (Ref("s2a2n2a", RefForm.NUMMER), f"§{N}2 Abs.{N}2 Nr.{N}2"),
        (Ref("s2a2n2a", RefForm.ABSATZ), f"§{N}2 Abs.{N}2"),
        (Ref("s2a2n2a", RefForm.SECTION), f"§{N}2"),
        (Ref("s2a3a"), f"§{N}2 Abs.{N}3 Buchst.{N}a"),
        (Ref("x1"), f"Anlage{N}1"),
        (Ref("x1a2"), f"Anlage{N}1 Abs.{N}2"),
        (Ref("x1s1a"), f"Anlage{N}1 §{N}1"),
        (Ref("x1s1a", RefForm.ANNEX), f"Anlage{N}1"),
        (Ref("x2n1"), f"Anlage{N}2 Nr.{N}1"),
    ],
)
def test_reference_reads_like_law(ref: Ref, shown: str) -> None:
    resolved = resolve(small(*TREE, Absatz(spans(ref))))
    assert resolved.reference(ref) == shown
    assert resolved.faults == ()


def test_heading_closes_the_section_and_can_be_cited() -> None:
    resolved = resolve(small(Section("Eins"), *TREE[-3:]))
    assert resolved.reference(Ref("h2")) == f"Präambel Abs.{N}2"
    assert resolved.reference(Ref("h")) == "Präambel"


@pytest.mark.parametrize(
    ("ref", "said"),
    [
        (Ref("gone"), "Verweis ohne Ziel: gone"),
        (Ref("s2", RefForm.ABSATZ), "Verweis tiefer als sein Ziel: s2"),
        (Ref("s2", RefForm.ANNEX), "Verweis ohne Anlage: s2"),
        (Ref("x1a1", RefForm.SECTION), "Verweis ohne Paragraf: x1a1"),
        (Ref("s2a1", RefForm.SATZ), "Verweis ohne Satz: s2a1"),
        (Ref("first"), "Verweis auf Text ohne Nummer: first"),
    ],
)
def test_broken_reference_is_a_visible_gap_and_a_named_fault(ref: Ref, said: str) -> None:
    resolved = resolve(small(Absatz((), "first"), *TREE, Absatz(spans("x ", ref))))
    assert resolved.reference(ref) == f"[{said}]"
    assert resolved.is_broken(ref)
    (fault,) = resolved.faults
    assert (fault.mark, fault.block) == (ref.mark, len(TREE) + 1)
    assert str(fault) == f"{said}. Bitte den Verweis neu setzen oder entfernen."


def test_a_broken_reference_inside_a_table_is_found() -> None:
    resolved = resolve(small(Table((plain("A"),), ((spans(Ref("gone")),),))))
    assert [fault.block for fault in resolved.faults] == [0]


def test_a_mark_used_twice_is_named_and_the_first_wins() -> None:
    resolved = resolve(small(Section("A", "m"), Section("B", "m")))
    assert resolved.reference(Ref("m")) == f"§{N}1"
    assert [fault.sentence for fault in resolved.faults] == [
        "Die Marke „m“ steht zweimal im Text. Bitte eine davon ändern."
    ]


def test_a_unit_inserted_before_moves_every_reference() -> None:
    before = resolve(small(*TREE)).reference(Ref("s2a2n2a"))
    after = resolve(small(Section("Neu"), *TREE)).reference(Ref("s2a2n2a"))
    assert (before, after) == (f"§{N}2 Abs.{N}2 Nr.{N}2 Buchst.{N}a", f"§{N}3 Abs.{N}2 Nr.{N}2 Buchst.{N}a")


def test_number_of_a_mark_is_what_stands_before_the_unit() -> None:
    resolved = resolve(small(*TREE))
    assert [resolved.number(mark) for mark in ("s2", "s2a2", "s1a", "x2")] == [
        f"§{N}2",
        "(2)",
        "",
        f"Anlage{N}2",
    ]


def test_letters_go_on_after_z() -> None:
    assert [letters(number) for number in (1, 26, 27, 52, 53)] == ["a", "z", "aa", "zz", "aaa"]


def test_empty_document_has_no_numbers(paper: Document) -> None:
    assert resolve(small()).numbers == ()
    assert len(resolve(paper).numbers) == len(paper.blocks)


def test_table_with_rows_of_another_length_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="another length"):
        Table((plain("A"), plain("B")), ((plain("nur eine"),),))

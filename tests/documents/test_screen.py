"""The page on screen shows the same numbers, references and gaps as the papers."""

from __future__ import annotations

from tests.documents.spans import small, spans
from tws_desktop.documents.blocks import (
    Absatz,
    Buchstabe,
    Document,
    Filled,
    Gap,
    Line,
    Nummer,
    Paragraph,
    Ref,
    Section,
    Table,
    Text,
    plain,
)
from tws_desktop.documents.numbering import resolve
from tws_desktop.documents.outline import heads
from tws_desktop.documents.screen import LineStyle, Mood, Piece, lines

N = "\u00a0"


def test_units_have_number_style_and_mark() -> None:
    shown = lines(
        small(
            Section("Eins", "s"),
            Absatz(plain("a"), "a"),
            Buchstabe(plain("b")),
            Absatz(plain("c")),
            Nummer(plain("n")),
            Buchstabe(plain("d"), "d"),
            Section("Zwei"),
            Absatz(plain("e")),
        )
    )
    assert [(line.style.value, line.number, line.text, line.mark) for line in shown] == [
        ("section", f"§{N}1", "Eins", "s"),
        ("absatz", "(1)", "a", "a"),
        ("buchstabe", "a)", "b", None),
        ("absatz", "(2)", "c", None),
        ("nummer", "1.", "n", None),
        ("buchstabe_deep", "a)", "d", "d"),
        ("section", f"§{N}2", "Zwei", None),
        ("absatz_alone", "", "e", None),
    ]


def test_pieces_carry_their_mood() -> None:
    (line,) = lines(
        small(
            Paragraph(
                spans(
                    "a",
                    Text("b", bold=True),
                    Text("c", bold=True, italic=True),
                    Gap("d"),
                    Filled("e"),
                    Line(),
                    Ref("f"),
                )
            )
        )
    )
    assert line.pieces == (
        Piece("a"),
        Piece("b", Mood.BOLD),
        Piece("c", Mood.BOLD_ITALIC),
        Piece("[d]", Mood.GAP),
        Piece("e", Mood.FILLED),
        Piece("\n"),
        Piece("[Verweis ohne Ziel: f]", Mood.BROKEN, "f"),
    )


def test_every_block_is_shown(paper: Document) -> None:
    shown = lines(paper)
    assert {line.block for line in shown} == set(range(len(paper.blocks)))
    assert {line.style for line in shown} >= {
        LineStyle.TITLE,
        LineStyle.SUBTITLE,
        LineStyle.PARTY,
        LineStyle.CONTENTS,
        LineStyle.MARGIN,
        LineStyle.CONTINUED,
        LineStyle.SIGNATURE,
        LineStyle.PICTURE,
        LineStyle.PAGE,
        LineStyle.NOTICE,
    }


def test_numbers_are_those_of_the_papers(paper: Document) -> None:
    numbers = resolve(paper).numbers
    for line in lines(paper):
        if line.number and line.style not in {LineStyle.CONTENTS, LineStyle.BULLET}:
            assert line.number == numbers[line.block]


def test_table_rows_have_cells() -> None:
    head, row = lines(small(Table((plain("A"), plain("B")), ((plain("1"), spans(Gap("x"))),))))
    assert (head.style, row.style) == (LineStyle.TABLE_HEAD, LineStyle.TABLE_ROW)
    assert row.cells == ((Piece("1"),), (Piece("[x]", Mood.GAP),))


def test_contents_lead_to_marks(paper: Document) -> None:
    entries = [line for line in lines(paper) if line.style is LineStyle.CONTENTS]
    assert [(line.number, line.text) for line in entries] == [
        (head.number, head.title) for head in heads(resolve(paper))
    ]
    assert [line.pieces[0].mark for line in entries][:3] == ["", "scope", "plan"]

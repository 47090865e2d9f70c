"""A number stays beside what it belongs to: in text, over spans, in every writer, and not in columns too narrow."""

from __future__ import annotations

import io
import re

import pypdf
import pytest

from tests.documents.spans import small, spans
from tests.documents.word_reading import W, body, shown
from tws_desktop.documents.binding import BOUND, bound, bound_text
from tws_desktop.documents.blocks import Absatz, Filled, Gap, Paragraph, Ref, Section, Table, Text, Title, plain
from tws_desktop.documents.numbering import Resolved, resolve
from tws_desktop.documents.pdf import pdf_bytes
from tws_desktop.documents.screen import lines
from tws_desktop.documents.table_widths import fitted

_TORN = re.compile(r"(?:§|Anlage|(?<!von )\b\d+)\n")


@pytest.mark.parametrize(
    ("typed", "tied"),
    [
        ("nach § 87 Abs. 1 Satz 1 Nr. 6 BetrVG", "nach §~87 Abs.~1 Satz~1 Nr.~6 BetrVG"),
        ("§§ 96 bis 98, Art. 3, Buchst. b und Anlage 2", "§§~96 bis 98, Art.~3, Buchst.~b und Anlage~2"),
        ("6 Mio. Euro, 2,5 %, 40 Stunden und 14 Tagen", "6~Mio.~Euro, 2,5~%, 40~Stunden und 14~Tagen"),
        ("am 12. Oktober 2026 um 9 Uhr", "am 12.~Oktober 2026 um 9~Uhr"),
        ("30 °C, 5 t, 3 km, 7 Monate", "30~°C, 5~t, 3~km, 7~Monate"),
        ("5 Themen, Satz ohne Zahl, 3 Teile, 4 hohe", "5 Themen, Satz ohne Zahl, 3 Teile, 4 hohe"),
        ("Absatzmarkt 3, MAnlage 2, §  5", "Absatzmarkt 3, MAnlage 2, §  5"),
        ("die Anlage, 2 Seiten", "die Anlage, 2 Seiten"),
    ],
)
def test_what_belongs_together_is_tied_sign_for_sign(typed: str, tied: str) -> None:
    assert bound_text(typed) == tied.replace("~", BOUND)
    assert bound_text(typed).replace(BOUND, " ") == typed


def test_a_value_is_tied_to_the_unit_in_the_next_span() -> None:
    block = Absatz(spans("in ", Filled("14"), " Tagen nach § ", Gap("5 Jahre"), " oder ", Ref("x"), " 3 Tage"), "x")
    (made,) = bound(small(block)).blocks
    assert isinstance(made, Absatz)
    assert made.spans == spans(
        "in ", Filled("14"), f"{BOUND}Tagen nach §{BOUND}", Gap(f"5{BOUND}Jahre"), " oder ", Ref("x"), f" 3{BOUND}Tage"
    )


def test_text_without_numbers_is_the_same_object() -> None:
    block = Paragraph(spans("Nichts zu ", Text("tun", bold=True)))
    assert bound(small(block)).blocks[0] is block


def test_word_and_screen_say_the_same_letter_by_letter() -> None:
    paper = small(Title("Nach § 5"), Section("Zu § 7"), Absatz(spans("in ", Filled("14"), " Tagen (§ 87 Abs. 1)")))
    words = [shown(paragraph) for paragraph in body(paper).iter(f"{W}p")]
    assert words == [line.text for line in lines(paper)]
    assert words[2] == f"in 14{BOUND}Tagen (§{BOUND}87 Abs.{BOUND}1)"


def _torn(resolved: Resolved) -> int:
    pages = pypdf.PdfReader(io.BytesIO(pdf_bytes(resolved)[0])).pages
    return sum(len(_TORN.findall(page.extract_text())) for page in pages)


def test_no_line_of_a_pdf_ends_between_a_number_and_its_word() -> None:
    text = " ".join(f"{'x' * (n % 23)} (§ {n}) {n} Stunden nach Anlage {n}," for n in range(10, 99))
    paper = small(Paragraph(plain(text)))
    resolved = resolve(paper)
    assert _torn(resolved) == 0
    assert _torn(Resolved(paper, resolved.numbers, resolved.places, resolved.faults)) > 5


def test_columns_too_narrow_for_number_and_unit_break_between_them_and_cut_no_word() -> None:
    words = ("Bemessungsgrundlage", "1.250.000.000 Prozent", "Durchschnittsentgelt")
    table = Table(tuple(map(plain, words * 3)), (tuple(map(plain, words * 3)),))
    (tied,) = bound(small(table)).blocks
    assert isinstance(tied, Table)
    loose, widths = fitted(tied, 480.0)
    assert loose == table
    assert sum(widths) == pytest.approx(480.0)
    wide, _ = fitted(tied, 1_500.0)
    assert wide == tied

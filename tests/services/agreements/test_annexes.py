"""Annexes that people fill, parties, and references into a shared paragraph."""

from __future__ import annotations

import pytest

from tests.services.agreements.conftest import Desk
from tests.services.agreements.reading import lines, paper, text
from tws_desktop.documents.blocks import Annex
from tws_desktop.domain.agreements import Party
from tws_desktop.domain.keeping import in_agreement
from tws_desktop.services.agreements import annex_editing, clauses
from tws_desktop.services.agreements.clauses import ClauseRefused
from tws_desktop.services.agreements.values import rows_of, typed_rows


def test_rows_are_lines_with_semicolons_bars_or_tabs_and_are_typed_as_they_are_read() -> None:
    assert rows_of("A; 1\n\nB | 2; 3\nC\t4") == (("A", "1"), ("B", "2; 3"), ("C", "4"))
    rows = (("A", "1", ""), ("B", "2; 3", "x"))
    assert rows_of(typed_rows(rows)) == rows


def test_rows_of_a_table_annex_are_printed_and_undone(desk: Desk) -> None:
    before = text(desk)
    rows = [["Stellen", "Zahl", "412"], ["", ""]]
    desk.write(annex_editing.fill_annex_table, desk.shelf, desk.agreement, "indicators", rows)
    assert "Stellen|Zahl|412|" in text(desk)
    desk.write(lambda work: work.undo(in_agreement(desk.agreement)))
    assert text(desk) == before
    with pytest.raises(ClauseRefused, match="Spalten"):
        desk.write(annex_editing.fill_annex_table, desk.shelf, desk.agreement, "indicators", [["x"] * 9])


def test_an_annex_that_is_still_empty_stands_on_the_page_of_the_one_before(desk: Desk) -> None:
    def following() -> list[bool]:
        return [block.follows for block in paper(desk).blocks if isinstance(block, Annex)]

    before = following()
    assert before[0] is False
    assert before[1:]
    assert all(before[1:])
    desk.write(annex_editing.fill_annex_table, desk.shelf, desk.agreement, "indicators", [["Stellen", "Zahl", "412"]])
    assert following().count(True) == len(before) - 2


def test_the_measure_plan_is_not_filled_by_hand(desk: Desk) -> None:
    with pytest.raises(ClauseRefused):
        desk.write(annex_editing.write_annex, desk.shelf, desk.agreement, "measures", "Text")


def test_an_annex_in_words_appears_when_written_and_goes_when_emptied(desk: Desk) -> None:
    before = text(desk)
    desk.write(annex_editing.write_annex, desk.shelf, desk.agreement, "tariff_consent", "Erstens.\n\nZweitens <b>.")
    found = lines(paper(desk))
    at = next(number for number, line in enumerate(found) if line.endswith("Zustimmung der Tarifvertragsparteien"))
    assert found[at].startswith("Anlage")
    assert found[at + 1 : at + 3] == ["(1) Erstens.", "(2) Zweitens <b>."]
    desk.write(annex_editing.write_annex, desk.shelf, desk.agreement, "tariff_consent", "")
    assert text(desk) == before


def test_a_representative_closes_the_gap_of_the_rubrum(desk: Desk) -> None:
    party = desk.read(lambda work: work.all(Party))[0]
    assert text(desk).count("[Vertretung angeben]") == 2
    desk.write(annex_editing.change_party, party.id, represented_by="die Geschäftsführung")
    assert text(desk).count("[Vertretung angeben]") == 1
    assert "vertreten durch die Geschäftsführung" in text(desk)


def test_a_clause_that_shares_its_paragraph_is_cited_by_its_absaetze(desk: Desk) -> None:
    desk.write(clauses.insert_clause, desk.shelf, desk.agreement, "BES-03", "komp")
    desk.write(clauses.insert_clause, desk.shelf, desk.agreement, "BES-01", "komp")
    section = next(line for line in lines(paper(desk)) if line.endswith(" Beschäftigungssicherung")).split(" ")[0]
    citing = next(line for line in lines(paper(desk)) if "die Schritte nach" in line)
    numbered = [line for line in lines(paper(desk)) if "prüft der Arbeitgeber nacheinander" in line]
    assert [line[:3] for line in numbered] == ["(4)"]
    assert f"die Schritte nach {section} Abs.\u00a04 und\u00a05" in citing


def test_the_heading_can_be_changed_but_not_be_empty(desk: Desk) -> None:
    desk.write(annex_editing.change_heading, desk.agreement, "Zukunft <2032>", "")
    assert lines(paper(desk))[0] == "Zukunft <2032>"
    with pytest.raises(ClauseRefused):
        desk.write(annex_editing.change_heading, desk.agreement, "  ")

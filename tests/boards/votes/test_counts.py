"""Resistance and motions."""

from __future__ import annotations

from tests.boards.counting import Open, Stage
from tests.narrowing import a
from tws_desktop.boards import slide
from tws_desktop.boards.votes.count_row import CountRow
from tws_desktop.boards.votes.widget import Widget
from tws_desktop.domain.confidentiality import Level
from tws_desktop.services import votes
from tws_desktop.services.slides import TableSlide
from tws_desktop.ui.kit.chips import Chip


def _said(stage: Stage, text: str) -> list[str]:
    row = next(row for row in stage.view.findChildren(CountRow) if row.option.text == text)
    return [chip.text() for chip in row.findChildren(Chip) if chip.isVisible()]


def test_resistance_starts_with_the_zero_option_and_ranks_the_smallest(open_board: Open) -> None:
    stage = open_board("F05", "8", "widerstand")
    stage.options("Neu")
    assert [option.text for option in stage.votes[-1].options] == ["Alles bleibt, wie es ist", "Neu"]
    stage.view.focus_input()
    stage.type("\n" * 9 + "11\n" + "\n")
    stage.type("\n" * 2 + "11\n")
    assert stage.totals() == {"Alles bleibt, wie es ist": {"9": 11}, "Neu": {"2": 11}}
    said = _said(stage, "Neu")
    assert "Rang 1" in said
    assert "Widerstand 22, 20\u00a0%" in said
    assert "kleinster Widerstand" in said
    assert "Einspruch erreicht" in _said(stage, "Alles bleibt, wie es ist")


def test_a_vote_without_a_veto_shows_none(open_board: Open) -> None:
    stage = open_board("F05", "8", "widerstand")
    stage.options("Neu")
    assert "Einspruch ab 8" in stage.chips()
    vote = stage.votes[-1].vote
    stage.store.write(lambda work: votes.set_vote(work, vote.id, veto=None)).result()
    stage.idle()
    assert "Einspruch ab 8" not in stage.chips()


def test_the_beamer_marks_the_winner_and_never_a_vetoed_proposal(open_board: Open) -> None:
    stage = open_board("F05", "8", "widerstand")
    stage.options("Neu")
    stage.view.focus_input()
    stage.type("10\n" + "\n" * 7 + "1\n" + "\n\n")
    stage.type("\n" * 5 + "11\n")
    picture = a(TableSlide, slide(stage.content, stage.catalog, Level.COUNCIL).picture)
    assert [row[1] for row in picture.rows] == ["Alles bleibt, wie es ist", "Neu"]
    assert picture.marked == frozenset({1})


def test_missing_values_wait_instead_of_winning(open_board: Open) -> None:
    stage = open_board("F05", "8", "widerstand")
    stage.options("Neu")
    stage.view.focus_input()
    stage.type("\n" * 9 + "11\n")
    assert _said(stage, "Neu") == ["0 von 11 Werten"]


def test_a_motion_is_a_poll_and_no_decision(open_board: Open) -> None:
    stage = open_board("F05", "9", "meinungsbild")
    stage.options("Der Entwurf")
    stage.view.focus_input()
    stage.type("8\n1\n2\n")
    assert stage.totals() == {"Der Entwurf": {"yes": 8, "no": 1, "abstain": 2}}
    assert _said(stage, "Der Entwurf") == ["8 Ja, 1 Nein, 2 Enthaltung"]
    assert "Meinungsbild, kein Beschluss nach §\u00a033 BetrVG" in stage.chips()
    assert "Meinungsbild, kein Beschluss nach §\u00a033 BetrVG." in stage.slide_words().replace("\\xa0", "\u00a0")


def test_more_votes_than_people_are_said(open_board: Open) -> None:
    stage = open_board("F05", "9", "meinungsbild")
    stage.options("Der Entwurf")
    stage.view.focus_input()
    stage.type("12\n")
    assert a(Widget, stage.view)._verdicts.count() == 1
    stage.view.focus_input()
    stage.type("11\n")
    assert a(Widget, stage.view)._verdicts.count() == 0

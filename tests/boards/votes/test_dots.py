"""Counting dots by keyboard and mouse."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.boards.counting import Open, Stage
from tests.narrowing import a, there
from tws_desktop.boards.votes.dot_row import DotRow
from tws_desktop.boards.votes.widget import Widget
from tws_desktop.services.boards import votes


@pytest.fixture
def dots(open_board: Open) -> Stage:
    return open_board("F01", "7", "punkte")


def _set(stage: Stage, **values: Any) -> None:
    vote = stage.votes[-1].vote
    stage.store.write(lambda work: votes.set_vote(work, vote.id, **values)).result()
    stage.idle()


def _row(stage: Stage, text: str) -> DotRow:
    return next(row for row in stage.view.findChildren(DotRow) if row.option.text == text and row.isVisible())


def test_options_come_from_earlier_phases_by_ticking_and_one_button(dots: Stage) -> None:
    a(Widget, dots.view)._offers._boxes[1].setChecked(True)
    dots.press("Auswahl übernehmen (1)")
    assert [option.text for option in dots.votes[-1].options] == ["Wissen geht"]
    assert dots.votes[-1].options[0].entry_id is not None
    assert [offer.text for offer in a(Widget, dots.view)._offers._offers] == ["Nachfolge fehlt"]


def test_a_typed_option_is_added_by_enter(dots: Stage) -> None:
    a(Widget, dots.view)._input.setFocus()
    dots.type("Schulung\n")
    assert [option.text for option in dots.votes[-1].options] == ["Schulung"]
    assert a(Widget, dots.view)._input.text() == ""


def test_typed_totals_go_down_by_enter_and_are_ranked(dots: Stage) -> None:
    dots.options("A", "B", "C")
    _set(dots, points_each=3)
    assert dots.view.focus_input()
    dots.type("9\n15\n9\n")
    assert dots.totals() == {"A": {"dots": 9}, "B": {"dots": 15}, "C": {"dots": 9}}
    assert QApplication.focusWidget() is a(Widget, dots.view)._input
    assert "33 von 33 Punkten gezählt" in dots.chips()
    assert [_row(dots, text)._rank.text() for text in "ABC"] == ["2", "1", "2"]
    assert _row(dots, "B")._share.text() == "45\u00a0%"


def test_the_chip_tells_what_is_missing(dots: Stage) -> None:
    dots.options("A", "B")
    _set(dots, points_each=3)
    dots.view.focus_input()
    dots.type("9\n")
    assert "9 von 33 Punkten gezählt" in dots.chips()


def test_minus_and_plus_count_by_one(dots: Stage) -> None:
    dots.options("A")
    dots.press("Punkte für A: eins mehr")
    dots.press("Punkte für A: eins mehr")
    dots.press("Punkte für A: eins weniger")
    assert dots.totals() == {"A": {"dots": 1}}


def test_too_many_points_are_said(dots: Stage) -> None:
    dots.options("A", "B")
    _set(dots, points_each=1)
    dots.view.focus_input()
    dots.type("9\n9\n")
    view = a(Widget, dots.view)
    shown = [there(there(view._verdicts.itemAt(n)).widget()) for n in range(view._verdicts.count())]
    said = [child.text() for row in shown for child in row.findChildren(type(view._foot))]
    assert "7 Punkte mehr als verteilt. Bitte nachzählen." in said


def test_a_tie_leads_to_a_run_off_between_the_tied(dots: Stage) -> None:
    dots.options("A", "B", "C")
    _set(dots, points_each=3, voters=5)
    dots.view.focus_input()
    dots.type("6\n6\n3\n")
    dots.press("Stichwahl zwischen beiden")
    assert [option.text for option in dots.votes[-1].options] == ["A", "B"]
    assert dots.votes[-1].vote.round == 2
    assert dots.votes[0].dots_given == 15
    assert "Stichwahl, Runde 2" in dots.chips()


def test_no_tie_is_called_while_points_are_missing(dots: Stage) -> None:
    dots.options("A", "B", "C")
    _set(dots, points_each=3, voters=5)
    dots.view.focus_input()
    dots.type("3\n3\n")
    assert a(Widget, dots.view)._verdicts.count() == 0


def test_points_people_and_way_are_typed_and_stored(dots: Stage) -> None:
    dots.options("A")
    a(Widget, dots.view)._set.setChecked(True)
    for field, number in ((a(Widget, dots.view)._settings.people, "9"), (a(Widget, dots.view)._settings.points, "4")):
        field.setFocus()
        dots.type(number + "\n")
    a(Widget, dots.view)._settings.way.chosen.emit("paper")
    dots.idle()
    vote = dots.votes[-1].vote
    assert (vote.voters, vote.points_each, vote.way.value) == (9, 4, "paper")
    assert "auf Zetteln, hier gezählt" in dots.chips()


def test_the_second_opinion_keeps_itself(dots: Stage) -> None:
    dots.options("A")
    area = a(Widget, dots.view)._dissent.kept.kept.field
    area.setFocus()
    dots.qtbot.keyClicks(area, "Energie fehlt")
    a(Widget, dots.view)._input.setFocus()
    dots.idle()
    dots.idle()
    assert dots.votes[-1].vote.dissent == "Energie fehlt"


def test_topic_and_words_of_an_option_can_be_changed(dots: Stage) -> None:
    dots.options("Lernen")
    row = _row(dots, "Lernen")
    row.more.setChecked(True)
    row._change(lambda work: votes.change_option(work, row.option.id, topic_key="T05"))
    dots.idle()
    assert dots.votes[-1].options[0].topic_key == "T05"
    assert row.meta.text().startswith("T05")


def test_an_option_is_removed_with_its_points_and_comes_back(dots: Stage) -> None:
    dots.options("A", "B")
    dots.view.focus_input()
    dots.type("2\n")
    row = _row(dots, "A")
    row.more.setFocus()
    dots.qtbot.keyClick(row.more, Qt.Key.Key_Delete)
    dots.idle()
    assert dots.totals() == {}
    dots.undo()
    dots.idle()
    assert dots.totals() == {"A": {"dots": 2}}


def test_half_typed_digits_stay_when_rows_change(dots: Stage) -> None:
    dots.options("A", "B")
    dots.view.focus_input()
    field = a(QLineEdit, QApplication.focusWidget())
    dots.qtbot.keyClicks(field, "12")
    dots.options("C")
    assert field.text() == "12"
    assert dots.totals() == {}


def test_the_way_of_a_topic_is_chosen_where_the_board_asks_for_it(open_board: Open) -> None:
    stage = open_board("F05", "4", "themen")
    stage.options("Schulung")
    row = _row(stage, "Schulung")
    assert row.path.isVisible()
    row.path.chosen.emit("Projekt")
    stage.idle()
    assert stage.votes[-1].options[0].path == "Projekt"


def test_offers_by_arrows_and_enter_then_the_line_is_ready(dots: Stage) -> None:
    assert dots.view.focus_input()
    first, second = a(Widget, dots.view)._offers._boxes[:2]
    assert QApplication.focusWidget() is first
    dots.qtbot.keyClick(first, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is second
    dots.qtbot.keyClick(second, Qt.Key.Key_Space)
    dots.type("\n")
    assert [option.text for option in dots.votes[-1].options] == ["Wissen geht"]
    assert QApplication.focusWidget() is a(Widget, dots.view)._input


def test_twenty_options_keep_line_and_buttons_in_sight(dots: Stage) -> None:
    dots.options(*(f"Thema {number}" for number in range(20)))
    view = a(Widget, dots.view)
    bottom = view._input.mapTo(view, view._input.rect().bottomLeft()).y()
    assert bottom <= view.height()
    assert not view._scroll.isAncestorOf(view._input)
    last = there(view._fields()[-1])
    view._fields()[-2].setFocus()
    dots.type("\n")
    assert QApplication.focusWidget() is last
    assert 0 <= last.mapTo(view._scroll, last.rect().topLeft()).y() <= view._scroll.height()
    dots.window.resize(1000, 240)
    dots.idle()
    assert view._scroll.isAncestorOf(view._input)

"""The laptop goes round: only sums are left, and the beamer stays neutral meanwhile."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from tests.boards.counting import RECORDS, Open, Stage
from tests.narrowing import a, there
from tws_desktop.boards.ballot_view import BallotView
from tws_desktop.boards.ballots import Ballots, Choice, Paper
from tws_desktop.boards.votes.widget import Widget
from tws_desktop.domain.errors import InputRefused, UndoRefused
from tws_desktop.services.boards import votes


@pytest.fixture
def dots(open_board: Open) -> Stage:
    stage = open_board("F01", "7", "punkte")
    stage.options("A", "B")
    vote = stage.votes[-1].vote
    stage.store.write(lambda work: votes.set_vote(work, vote.id, points_each=3)).result()
    stage.idle()
    return stage


def _vote(stage: Stage, digits: str) -> None:
    stage.press("Ich bin dran")
    stage.type(digits)
    stage.press("Stimme abgeben")


def test_before_it_starts_it_says_that_nothing_is_kept(dots: Stage) -> None:
    dots.press("Laptop herumgeben")
    names = [widget.accessibleName() for widget in there(a(Widget, dots.view).round).findChildren(QWidget)]
    assert "Einzelne Stimmen liegen nur im Arbeitsspeicher und werden nie gespeichert." in names


def test_only_totals_are_left(dots: Stage) -> None:
    before = {kind: len(dots.rows_of(kind)) for kind in RECORDS}
    dots.press("Laptop herumgeben")
    dots.press("Herumgeben beginnen")
    _vote(dots, "2\n1\n")
    _vote(dots, "1\n2\n")
    _vote(dots, "2\n0\n")
    assert dots.totals() == {}
    assert {kind: len(dots.rows_of(kind)) for kind in RECORDS} == before
    dots.press("Alle haben abgestimmt")
    dots.press("Summen speichern")
    assert dots.totals() == {"A": {"dots": 5}, "B": {"dots": 3}}
    vote = dots.votes[-1].vote
    assert (vote.state, vote.voters, vote.secret) == ("closed", 3, True)
    assert "geschlossen, nur Summen gespeichert" in dots.chips()
    with pytest.raises(UndoRefused):
        dots.undo()


def test_the_points_left_follow_each_key(dots: Stage) -> None:
    dots.press("Laptop herumgeben")
    dots.press("Herumgeben beginnen")
    dots.press("Ich bin dran")
    left = there(there(a(Widget, dots.view).round).findChild(BallotView)).left
    for typed, words in (("2", "Noch 1 von 3 Punkten"), ("0", "17 Punkte zu viel")):
        dots.type(typed)
        assert left.text().startswith(words)


def test_the_slide_stays_neutral_while_it_goes_round(dots: Stage) -> None:
    dots.view.focus_input()
    dots.type("7\n")
    assert "'7'" in dots.slide_words()
    dots.press("Laptop herumgeben")
    dots.press("Herumgeben beginnen")
    _vote(dots, "2\n1\n")
    shown = dots.slide_words()
    assert "Die Abstimmung läuft." in shown
    assert not any(word in shown for word in ("'7'", "'A'", "'B'", "Rang"))


def test_the_room_is_held_until_it_is_over(dots: Stage) -> None:
    assert not dots.view.hold()
    dots.press("Laptop herumgeben")
    assert dots.view.hold()
    assert dots.view.alone()
    dots.press("Abbrechen")
    assert not dots.view.hold()
    assert dots.view.own_slide() is None


def test_a_ballot_of_the_person_before_is_not_shown(dots: Stage) -> None:
    dots.press("Laptop herumgeben")
    dots.press("Herumgeben beginnen")
    _vote(dots, "2\n1\n")
    dots.press("Ich bin dran")
    assert a(QLineEdit, QApplication.focusWidget()).text() == "0"


def test_dropped_ballots_leave_nothing(dots: Stage) -> None:
    dots.press("Laptop herumgeben")
    dots.press("Herumgeben beginnen")
    _vote(dots, "2\n1\n")
    for words in ("Alle haben abgestimmt", "Stimmen verwerfen", "Alle Stimmen verwerfen"):
        dots.press(words)
    assert dots.totals() == {}
    assert dots.votes[-1].vote.state == "open"


def test_too_many_points_are_refused_and_not_counted(dots: Stage) -> None:
    dots.press("Laptop herumgeben")
    dots.press("Herumgeben beginnen")
    _vote(dots, "2\n2\n")
    assert there(a(Widget, dots.view).round).ballots.voters == 0
    assert there(a(Widget, dots.view).round).ballots.totals == {}


def test_ballots_hold_sums_only() -> None:
    ballots = Ballots(Paper("Frage", (Choice(None, ""),), ("0", "1")))
    ballots.cast({None: "1"})
    ballots.cast({None: "1"})
    assert ballots.totals == {None: {"1": 2}}
    with pytest.raises(InputRefused):
        ballots.cast({})
    assert ballots.voters == 2


def test_more_than_allowed_on_one_option_is_refused() -> None:
    ballots = Ballots(Paper("Frage", (Choice(None, "A"),), points=3, most=2))
    with pytest.raises(InputRefused):
        ballots.cast({None: "3"})
    ballots.cast({None: "2"})
    assert ballots.totals == {None: {"dots": 2}}


def test_points_left_and_buttons_stay_in_sight_on_a_long_ballot(dots: Stage) -> None:
    dots.options(*(f"Thema {number}" for number in range(18)))
    dots.press("Laptop herumgeben")
    dots.press("Herumgeben beginnen")
    dots.press("Ich bin dran")
    head, body, foot = there(a(Widget, dots.view).round)._parts
    scrolled = there(a(Widget, dots.view).round)._body
    assert scrolled.isAncestorOf(body)
    assert not scrolled.isAncestorOf(head)
    assert not scrolled.isAncestorOf(foot)
    dots.press("Stimme abgeben")

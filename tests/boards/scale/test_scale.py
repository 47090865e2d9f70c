"""One dot per person on a scale, and per sentence."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from tests.boards.counting import RECORDS, Open, Stage
from tests.narrowing import a, there
from tws_desktop.boards.scale.widget import Widget
from tws_desktop.domain.errors import UndoRefused
from tws_desktop.ui.kit.messages import InlineMessage
from tws_desktop.ui.kit.segmented import Segmented


@pytest.fixture
def scale(open_board: Open) -> Stage:
    return open_board("F01", "1", "einstieg")


def test_typed_counts_make_a_mean_and_a_picture(scale: Stage) -> None:
    assert scale.view.focus_input()
    below = a(Widget, scale.view)._dissent
    place = below.y()
    assert a(Widget, scale.view)._words.text() == "Noch keine Punkte."
    scale.type("\n\n1\n2\n4\n")
    assert scale.totals() == {"": {"2": 1, "3": 2, "4": 4}}
    assert a(Widget, scale.view)._words.text() == "7 Personen, Mittelwert 3,4, von 2 bis 4."
    assert a(Widget, scale.view)._chart.accessibleName().endswith("7 Personen, Mittelwert 3,4, von 2 bis 4.")
    assert below.y() == place
    assert "7 von 11 Personen" in scale.chips()


def test_plus_and_minus_by_key_and_mouse(scale: Stage) -> None:
    scale.press("Punkte bei 5: eins mehr")
    a(Widget, scale.view)._rows[None].buckets.buckets[5].count.field.setFocus()
    scale.type("++-")
    assert scale.totals() == {"": {"5": 2}}


def test_people_are_noted(scale: Stage) -> None:
    a(Widget, scale.view)._people.setFocus()
    scale.type("7\n")
    assert scale.votes[-1].vote.voters == 7


def test_the_second_opinion_is_kept(scale: Stage) -> None:
    a(Widget, scale.view)._dissent.kept.kept.settled.emit("Für die Montage gilt das nicht")
    scale.idle()
    assert scale.votes[-1].vote.dissent == "Für die Montage gilt das nicht"


def test_going_round_leaves_totals_only(scale: Stage) -> None:
    scale.press("Laptop herumgeben")
    scale.press("Herumgeben beginnen")
    for value in ("4", "4", "9"):
        scale.press("Ich bin dran")
        scale.press("Stimme abgeben")
        assert "Wähle einen Wert." in [
            message.sentence for message in there(a(Widget, scale.view).round).findChildren(InlineMessage)
        ]
        open_ballot = [
            choice for choice in there(a(Widget, scale.view).round).findChildren(Segmented) if choice.isVisible()
        ]
        open_ballot[0].set_key(value)
        scale.press("Stimme abgeben")
    assert [len(scale.rows_of(kind)) for kind in RECORDS] == [0, 0, 0]
    assert "Die Abstimmung läuft." in scale.slide_words()
    scale.press("Alle haben abgestimmt")
    scale.press("Summen speichern")
    assert scale.totals() == {"": {"4": 2, "9": 1}}
    assert scale.votes[-1].vote.state == "closed"
    assert "nur Summen gespeichert" in scale.chips()
    assert not a(Widget, scale.view)._rows[None].buckets.buckets[4].isEnabled()
    with pytest.raises(UndoRefused, match="Abstimmung geschlossen"):
        scale.undo()


def test_a_ballot_needs_no_mouse(scale: Stage) -> None:
    scale.press("Laptop herumgeben")
    scale.press("Herumgeben beginnen")
    scale.press("Ich bin dran")
    scale.type("10\n\n")
    assert there(a(Widget, scale.view).round).ballots.totals == {None: {"10": 1}}


def test_each_sentence_of_the_earlier_phase_gets_its_own_counts(open_board: Open) -> None:
    stage = open_board("F05", "3", "zustimmung")
    stage.press("Übernehmen (2)")
    assert [option.text for option in stage.votes[-1].options] == ["Nachfolge fehlt", "Wissen geht"]
    stage.view.focus_input()
    stage.type("\n\n\n4\n7\n")
    assert stage.totals() == {"Nachfolge fehlt": {"4": 4, "5": 7}}
    mean = next(row for row in a(Widget, stage.view)._rows.values())._mean
    assert mean.text() == "Mittelwert 4,6, 11 Personen"


def test_nothing_stored_while_digits_are_half_typed(scale: Stage) -> None:
    scale.view.focus_input()
    scale.qtbot.keyClicks(QApplication.focusWidget(), "3")
    scale.idle()
    assert scale.rows_of(RECORDS[2]) == ()

"""Fields keep what was typed, say what is wrong, and hand text on at the right moment."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.fixtures import Look, Show
from tws_desktop.domain.errors import InputRefused
from tws_desktop.ui.kit.fields import CheckField, ChoiceField, TextArea, TextField
from tws_desktop.ui.kit.form_row import FormRow
from tws_desktop.ui.kit.kept_field import KeptField
from tws_desktop.ui.kit.read_field import NumberField
from tws_desktop.ui.kit.segmented import Segment, Segmented

REFUSAL = "8 Minuten reichen nicht. Bei 11 Personen mindestens 25 eintragen."


def _minutes(text: str) -> int:
    if int(text) < 25:
        raise InputRefused(REFUSAL)
    return int(text)


def test_a_refused_value_stays_and_the_sentence_is_shown_and_spoken(look: Look) -> None:
    field = NumberField("Dauer", _minutes, lambda value: f"{value} min", 30)
    row = FormRow("Dauer", field, "in Minuten")
    field.setText("8")
    assert not field.take()
    assert field.text() == "8"
    assert row.fault == REFUSAL
    assert field.accessibleDescription() == REFUSAL
    assert field.value == 30


def test_a_mended_value_is_taken_and_shown_in_its_form(look: Look) -> None:
    field = NumberField("Dauer", _minutes, lambda value: f"{value} min", 30)
    row = FormRow("Dauer", field, "in Minuten")
    taken: list[int] = []
    field.accepted.connect(taken.append)
    field.setText("8")
    field.take()
    field.setText("40")
    assert field.take()
    assert (field.text(), taken, row.fault) == ("40 min", [40], "")
    assert field.accessibleDescription() in {"", "in Minuten"}


def test_an_unchanged_value_clears_its_fault_without_a_step(look: Look) -> None:
    field = NumberField("Dauer", lambda text: _minutes(text.split()[0]), lambda value: f"{value} min", 30)
    row = FormRow("Dauer", field)
    taken: list[int] = []
    field.accepted.connect(taken.append)
    field.setText("8")
    field.take()
    field.setText("30")
    field.take()
    assert (taken, row.fault, field.text()) == ([], "", "30 min")


def test_an_empty_field_is_no_value(look: Look) -> None:
    field = NumberField("Dauer", _minutes, str, 30)
    field.setText("  ")
    assert field.take()
    assert field.value is None


def test_a_row_names_its_field_and_points_to_it(look: Look) -> None:
    field = TextField("", "2")
    row = FormRow("Karten je Person", field, "höchstens 5")
    assert field.accessibleName() == "Karten je Person"
    assert field.accessibleDescription() == "höchstens 5"
    assert row.label.buddy() is field


@pytest.mark.parametrize("field", [TextField, TextArea])
def test_typing_gives_drafts_and_one_step(shown: Show, field: type[TextField] | type[TextArea]) -> None:
    kept = KeptField(field("Notiz"))
    drafts: list[str] = []
    steps: list[str] = []
    kept.typed.connect(drafts.append)
    kept.settled.connect(steps.append)
    shown(kept.field)
    QTest.keyClicks(kept.field, "Halle 4")
    assert kept.draft_clock.isActive()
    assert kept.draft_clock.interval() == 1000
    assert kept.pause_clock.interval() == 2000
    kept.draft_clock.timeout.emit()
    assert drafts == ["Halle 4"]
    assert steps == []
    kept.pause_clock.timeout.emit()
    kept.pause_clock.timeout.emit()
    assert steps == ["Halle 4"]


def test_leaving_the_field_settles_it_once(shown: Show, qapp: QApplication) -> None:
    page = QWidget()
    row = QHBoxLayout(page)
    first, second = TextField("Erstes"), TextField("Zweites")
    row.addWidget(first)
    row.addWidget(second)
    kept = KeptField(first)
    steps: list[str] = []
    kept.settled.connect(steps.append)
    shown(page)
    page.activateWindow()
    first.setFocus()
    QTest.keyClicks(first, "Linie 3")
    second.setFocus()
    qapp.processEvents()
    first.setFocus()
    second.setFocus()
    assert steps == ["Linie 3"]


def test_a_stored_text_is_no_step_and_never_overwrites_typing(shown: Show, qapp: QApplication) -> None:
    kept = KeptField(TextField("Notiz"))
    steps: list[str] = []
    kept.settled.connect(steps.append)
    kept.show_text("gespeichert")
    kept.settle()
    assert steps == []
    shown(kept.field)
    kept.field.activateWindow()
    kept.field.setFocus()
    qapp.processEvents()
    QTest.keyClicks(kept.field, "!")
    kept.show_text("von anderswo")
    assert kept.field.text() == "gespeichert!"


def test_a_text_area_grows_with_its_text_and_tab_leaves_it(shown: Show, qapp: QApplication) -> None:
    area = TextArea("Notiz", least=2, most=6)
    shown(area, 200, 60)
    short = area.height()
    area.setText("Satz. " * 30)
    qapp.processEvents()
    grown = area.height()
    area.setText("Satz. " * 900)
    qapp.processEvents()
    assert short < grown <= area.height()
    assert area.height() < 4 * short
    assert area.tabChangesFocus()


def test_the_wheel_never_changes_a_choice(shown: Show) -> None:
    choice = ChoiceField("Methode", (("a", "Kartenabfrage", "list"), ("b", "Mehrpunktabfrage", "vote")), "a")
    shown(choice)
    none = Qt.KeyboardModifier.NoModifier
    at, step = QPointF(5, 5), QPoint(0, -120)
    phase = Qt.ScrollPhase.NoScrollPhase
    turn = QWheelEvent(at, at, step, step, Qt.MouseButton.NoButton, none, phase, False)
    QApplication.sendEvent(choice, turn)
    assert choice.key == "a"


def test_choosing_tells_the_key_setting_does_not(shown: Show) -> None:
    choice = ChoiceField("Methode", (("a", "Kartenabfrage", ""), ("b", "Mehrpunktabfrage", "")), "a")
    heard: list[str] = []
    choice.chosen.connect(heard.append)
    shown(choice)
    choice.set_key("b")
    assert heard == []
    QTest.keyClick(choice, Qt.Key.Key_Up)
    assert heard == ["a"]


def test_answers_are_given_by_keys_and_spoken(shown: Show) -> None:
    answers = Segmented("B3")
    heard: list[str] = []
    answers.chosen.connect(heard.append)
    shown(answers)
    for key in (Qt.Key.Key_4, Qt.Key.Key_Right, Qt.Key.Key_W, Qt.Key.Key_X):
        QTest.keyClick(answers, key)
    assert heard == ["4", "5", "W"]
    assert answers.accessibleName() == "B3, W weiß nicht"


def test_answers_are_given_by_the_pointer(shown: Show) -> None:
    answers = Segmented("B3")
    shown(answers, answers.sizeHint().width(), answers.sizeHint().height())
    QTest.mouseClick(answers, Qt.MouseButton.LeftButton, pos=QPoint(answers.width() - 6, 10))
    assert answers.key == "N"


def test_a_box_is_ticked_by_enter_and_names_its_count(shown: Show) -> None:
    box = CheckField("Klauseln", count="14")
    shown(box)
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert box.isChecked()
    assert box.accessibleName() == "Klauseln, 14"


def test_one_and_nought_is_ten_where_there_is_one(qtbot: QtBot, qapp: QApplication) -> None:
    scale = Segmented("Skala", tuple(Segment(str(n), str(n), str(n)) for n in range(11)))
    qtbot.addWidget(scale)
    qtbot.keyClicks(scale, "10")
    assert scale.key == "10"
    qtbot.keyClicks(scale, "7")
    assert scale.key == "7"

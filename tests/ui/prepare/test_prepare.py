"""The agenda of a workshop, by keyboard and mouse."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.narrowing import there
from tests.ui.pages import Window, field_of, k1, steps_of
from tws_desktop.domain.keeping import in_workshop
from tws_desktop.domain.workshops import Step
from tws_desktop.ui.kit.fields import TextField


def test_alt_and_arrow_move_a_phase_and_the_times_follow(window: Window, qtbot: QtBot) -> None:
    view = k1(window, qtbot)
    before = [line.key for line in view.list.lines]
    view.list.select(before[0])
    view.list.setFocus()
    qtbot.keyClick(view.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: [line.key for line in view.list.lines][:2] == [before[1], before[0]])
    assert view.list.current_key() == before[0]
    assert view.list.lines[0].time == "09:00"
    assert str(steps_of(window, view)[1].id) == before[0]
    view.undo()
    qtbot.waitUntil(lambda: [line.key for line in view.list.lines] == before)
    view.redo()
    qtbot.waitUntil(lambda: [line.key for line in view.list.lines] != before)


def test_too_few_minutes_are_said_at_the_field_and_kept(window: Window, qtbot: QtBot) -> None:
    view = k1(window, qtbot)
    step = next(step for step in steps_of(window, view) if step.method_key == "M01")
    view.list.select(str(step.id))
    field = field_of(view.panel.form, "minutes")
    field.setText("8")
    field.take()
    sentence = "8 Minuten reichen nicht. Bei 8 Personen mindestens"
    qtbot.waitUntil(lambda: view.panel.form.rows["minutes"].fault.startswith(sentence))
    assert window.read(lambda work: work.get(Step, step.id)).minutes == 8
    assert any(message.sentence.startswith(sentence) for message in view.checks.messages)
    field.setText("acht")
    field.take()
    assert view.panel.form.rows["minutes"].fault == (
        "„acht“ ist keine Dauer. Bitte Minuten eintragen, zum Beispiel 30 oder 1 h 15."
    )
    assert window.read(lambda work: work.get(Step, step.id)).minutes == 8


def test_more_than_ninety_minutes_ask_for_a_break_and_one_click_mends(window: Window, qtbot: QtBot) -> None:
    view = k1(window, qtbot)
    for line in view.list.lines:
        view._set_minutes(line.key, 30)
    qtbot.waitUntil(lambda: all(line.minutes == 30 for line in view.list.lines))
    warned = [message for message in view.checks.messages if "ohne Pause" in message.sentence]
    assert warned
    count = len(view.list.lines)
    warned[0].action_pressed.emit()
    qtbot.waitUntil(lambda: len(view.list.lines) == count + 1)
    assert any(line.pause for line in view.list.lines)


def test_wording_is_kept_letter_by_letter_and_is_one_step(window: Window, qtbot: QtBot) -> None:
    view = k1(window, qtbot)
    key = view.list.lines[1].key
    view.list.select(key)
    typed = "Was ist <b>laut</b> & {heiß}? 😀"
    field_of(view.panel.form, "question").setText(typed)
    view.settle()
    qtbot.waitUntil(lambda: view.list.lines[1].question == typed)
    assert window.read(lambda work: work.get(Step, UUID(key))).question == typed
    history = window.read(lambda work: work.history(in_workshop(there(view.room).workshop.id)))
    assert history[0].what == "Phase geändert"


def test_removing_a_phase_is_undone(window: Window, qtbot: QtBot) -> None:
    view = k1(window, qtbot)
    before = [line.key for line in view.list.lines]
    view.list.select(before[2])
    view.list.setFocus()
    qtbot.keyClick(view.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(view.list.lines) == len(before) - 1)
    assert "entfernt" in window.told[-1]
    qtbot.waitUntil(lambda: view.list.current_key() == before[3])
    view.undo()
    qtbot.waitUntil(lambda: [line.key for line in view.list.lines] == before)


def test_the_end_shows_what_is_too_much(window: Window, qtbot: QtBot) -> None:
    view = k1(window, qtbot)
    view.bar.end.setText("9:45")
    view.bar.end.take()
    qtbot.waitUntil(lambda: "15 zu viel" in view.bar.planned.text())
    view.bar.start.setText("8:00")
    view.bar.start.take()
    qtbot.waitUntil(lambda: view.bar.end.text() == "08:45")
    assert view.list.lines[0].time == "08:00"


def test_a_dragged_phase_goes_where_it_is_dropped(window: Window, qtbot: QtBot) -> None:
    view = k1(window, qtbot)
    before = [line.key for line in view.list.lines]
    port = view.list.viewport()
    start = view.list.visualRect(view.list.model().index(0, 0)).center()
    end = view.list.visualRect(view.list.model().index(2, 0)).bottomLeft()
    end.setX(start.x())
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    for y in range(start.y(), end.y() + 1, 6):
        move = QMouseEvent(
            QEvent.Type.MouseMove,
            QPointF(start.x(), y),
            QPointF(port.mapToGlobal(QPoint(start.x(), y))),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(port, move)
    qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=end)
    qtbot.waitUntil(lambda: [line.key for line in view.list.lines][:3] == [before[1], before[2], before[0]])


def test_minutes_are_edited_in_the_table(window: Window, qtbot: QtBot) -> None:
    view = k1(window, qtbot)
    view.list.select(view.list.lines[1].key)
    view.list.edit_minutes()
    (editor,) = view.list.viewport().findChildren(TextField)
    editor.setText("1 h")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view.list.lines[1].minutes == 60)
    assert not view.panel.form.rows["title"].field.hasFocus(), "Enter ends the typing and does nothing else"


def test_half_typed_wording_comes_back_after_a_crash(window: Window, qtbot: QtBot) -> None:
    view = k1(window, qtbot)
    key = view.list.lines[1].key
    view.list.select(key)
    qtbot.waitUntil(lambda: view.panel.key == key)
    field = field_of(view.panel.form, "goal")
    field.setText("Halb getippt")
    view.panel.form._kept["goal"]._draft()
    qtbot.waitUntil(lambda: window.read(lambda work: work.drafts("steps", key)) == {"goal": "Halb getippt"})
    assert window.read(lambda work: work.get(Step, UUID(key))).goal != "Halb getippt"
    view.panel.form._kept["goal"].show_text("")
    view.panel.form._kept["goal"].pause_clock.stop()
    view.enter(view.thing)
    qtbot.waitUntil(lambda: window.read(lambda work: work.get(Step, UUID(key))).goal == "Halb getippt")
    assert window.read(lambda work: work.drafts("steps", key)) == {}
    qtbot.waitUntil(lambda: "Nicht gespeicherter Text ist wieder da (1)" in window.told)


def test_settled_wording_leaves_no_draft(window: Window, qtbot: QtBot) -> None:
    view = k1(window, qtbot)
    key = view.list.lines[1].key
    view.list.select(key)
    qtbot.waitUntil(lambda: view.panel.key == key)
    field_of(view.panel.form, "goal").setText("Fertig")
    view.panel.form._kept["goal"]._draft()
    view.settle()
    qtbot.waitUntil(lambda: window.read(lambda work: work.get(Step, UUID(key))).goal == "Fertig")
    assert window.read(lambda work: work.drafts("steps", key)) == {}

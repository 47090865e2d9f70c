"""A workshop by keyboard, killed in the middle of a phase and opened again."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.conftest import StandingClock
from tests.narrowing import a, there
from tests.ui.room.conftest import Place
from tws_desktop.boards.cards.column_panel import NewColumnPanel
from tws_desktop.boards.cards.widget import Widget
from tws_desktop.domain.workshops import Entry, EntryKind, Step, Workshop, WorkshopState
from tws_desktop.services.boards import entries
from tws_desktop.ui.room.room_view import RoomView

ALT, CTRL, NONE = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


def _board(view: RoomView) -> Widget:
    return a(Widget, view.area.board)


def _idle(qtbot: QtBot, view: RoomView) -> None:
    qtbot.waitUntil(lambda: view.desk.calls.is_idle and not view.presenter._soon.isActive())
    QApplication.processEvents()
    qtbot.waitUntil(lambda: view.desk.calls.is_idle and not view.presenter._soon.isActive())


def _to_phase(qtbot: QtBot, view: RoomView, number: str) -> None:
    for _ in range(12):
        current = there(view.presenter.room).current
        if current is not None and current.number == number:
            return
        view.presenter.next_phase()
        _idle(qtbot, view)
    raise AssertionError(number)


def _type_card(qtbot: QtBot, view: RoomView, text: str) -> None:
    field = _board(view).input.field
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def _texts(place: Place, workshop: Workshop, kind: EntryKind = EntryKind.CARD) -> list[str]:
    found = place.store.read(lambda work: work.all(Entry, workshop_id=workshop.id, struck=False)).result()
    return [entry.text for entry in found if entry.kind is kind]


def test_the_start_view_begins_the_workshop(qtbot: QtBot, place: Place, short: Workshop) -> None:
    view = place.room(qtbot, short)
    assert view.area._stack.currentWidget() is view.area.start
    qtbot.mouseClick(view.area.start.begin, Qt.MouseButton.LeftButton)
    _idle(qtbot, view)
    assert there(there(view.presenter.room).current).number == "1"
    assert there(view.presenter.room).workshop.state is WorkshopState.RUNNING


def test_the_start_view_says_who_is_in_the_room(qtbot: QtBot, place: Place, short: Workshop) -> None:
    view = place.room(qtbot, short)
    view.area.start.people.setText("12")
    view.area.start.people.take()
    _idle(qtbot, view)
    assert there(view.presenter.room).workshop.headcount == 12
    view.area.start.people.setText("viele")
    assert not view.area.start.people.take()
    assert there(view.presenter.room).workshop.headcount == 12


def test_three_cards_by_enter_stay_ready_for_the_next(qtbot: QtBot, place: Place, short: Workshop) -> None:
    view = place.room(qtbot, short)
    _to_phase(qtbot, view, "2")
    for text in ("Zu heiß < 30 °C", "Mehr Schulung", "Wer plant nach?"):
        _type_card(qtbot, view, text)
        assert _board(view).input.field.text() == ""
    _idle(qtbot, view)
    assert _texts(place, short) == ["Zu heiß < 30 °C", "Mehr Schulung", "Wer plant nach?"]
    assert _board(view).counts() == "3 Karten"


def test_a_card_is_painted_before_it_is_saved(qtbot: QtBot, place: Place, short: Workshop) -> None:
    view = place.room(qtbot, short)
    _to_phase(qtbot, view, "2")
    _type_card(qtbot, view, "Sofort da")
    shown = _board(view).tray.cards.cards.items
    assert [(item.text, item.pending) for item in shown] == [("Sofort da", True)]
    _idle(qtbot, view)
    shown = _board(view).tray.cards.cards.items
    assert [(item.text, item.pending) for item in shown] == [("Sofort da", False)]


def test_a_card_that_is_not_saved_goes_back_into_the_line(qtbot: QtBot, place: Place, short: Workshop) -> None:
    view = place.room(qtbot, short)
    _to_phase(qtbot, view, "2")
    board = _board(view)
    board.add_card("\u200b \u0007")
    _idle(qtbot, view)
    if not board.input.field.text():
        assert _texts(place, short) != []
        return
    assert board.tray.cards.cards.items == ()
    assert board.message.sentence


def test_column_digit_undo_and_redo(qtbot: QtBot, place: Place, stocktaking: Workshop) -> None:
    view = place.room(qtbot, stocktaking)
    _to_phase(qtbot, view, "3")
    board = _board(view)
    _type_card(qtbot, view, "Einrichter fehlen")
    board.open_new_column()
    qtbot.keyClicks(a(NewColumnPanel, board.panels.shown).title, "Unser Wissen geht")
    qtbot.keyClick(a(NewColumnPanel, board.panels.shown).title, Qt.Key.Key_Return)
    _idle(qtbot, view)
    board.panels.close()
    board.tray.cards.setFocus()
    qtbot.waitUntil(lambda: board.selected is not None)
    qtbot.keyClick(board.tray.cards, Qt.Key.Key_1)
    _idle(qtbot, view)
    assert [item.text for item in board.columns.views[0].cards.cards.items] == ["Einrichter fehlen"]
    assert "Spalte 1" in view.area.toast.sentence
    view.presenter.undo()
    _idle(qtbot, view)
    assert [item.text for item in board.tray.cards.cards.items] == ["Einrichter fehlen"]
    view.presenter.redo()
    _idle(qtbot, view)
    assert board.tray.cards.cards.items == ()


def test_undo_key_in_an_empty_input_belongs_to_the_workshop(qtbot: QtBot, place: Place, short: Workshop) -> None:
    view = place.room(qtbot, short)
    _to_phase(qtbot, view, "2")
    _board(view).focus_input()
    _type_card(qtbot, view, "Weg damit")
    _idle(qtbot, view)
    qtbot.keyClick(_board(view).input.field, Qt.Key.Key_Z, CTRL)
    _idle(qtbot, view)
    assert _texts(place, short) == []


def test_killed_in_a_phase_and_opened_again(qtbot: QtBot, place: Place, short: Workshop, clock: StandingClock) -> None:
    view = place.room(qtbot, short)
    _to_phase(qtbot, view, "2")
    _type_card(qtbot, view, "Bleibt")
    _idle(qtbot, view)
    clock.moment += timedelta(minutes=4)
    view.presenter.beat()
    field = _board(view).input.field
    qtbot.keyClicks(field, "Schulung nur bis Ange")
    qtbot.keyClicks(view.console.parked.field, "Parkplatz")
    _board(view).input.kept._draft()
    view.console.parked.kept._draft()
    _idle(qtbot, view)
    left = view.presenter.seconds()[0]
    assert left == 6 * 60
    place.kill()
    clock.moment += timedelta(hours=2)
    view = place.room(qtbot, short)
    _idle(qtbot, view)
    assert there(there(view.presenter.room).current).number == "2"
    assert view.presenter.seconds()[0] == left
    qtbot.waitUntil(lambda: _board(view).input.field.text() == "Schulung nur bis Ange")
    assert view.console.parked.field.text() == "Parkplatz"
    assert [item.text for item in _board(view).tray.cards.cards.items] == ["Bleibt"]


def test_the_draft_is_gone_once_the_card_is_saved(qtbot: QtBot, place: Place, short: Workshop) -> None:
    view = place.room(qtbot, short)
    _to_phase(qtbot, view, "2")
    board = _board(view)
    qtbot.keyClicks(board.input.field, "Halb")
    board.input.kept._draft()
    qtbot.keyClick(board.input.field, Qt.Key.Key_Return)
    _idle(qtbot, view)
    assert place.store.read(lambda work: work.drafts("room", str(short.id))).result() == {}


def test_behind_the_last_phase_the_workshop_is_done_and_can_be_reopened(
    qtbot: QtBot, place: Place, short: Workshop
) -> None:
    view = place.room(qtbot, short)
    for _ in range(6):
        view.presenter.next_phase()
        _idle(qtbot, view)
    assert view.presenter.over
    assert view.area._stack.currentWidget() is view.area.done
    view._reopen_last()
    _idle(qtbot, view)
    assert there(there(view.presenter.room).current).number == "5"


def test_leaving_goes_to_the_workshops_page(qtbot: QtBot, place: Place, short: Workshop) -> None:
    view = place.room(qtbot, short)
    qtbot.mouseClick(view.bar.leave_button, Qt.MouseButton.LeftButton)
    assert place.went == [("workshop", short.id)]


def test_pause_holds_the_clock(qtbot: QtBot, place: Place, short: Workshop, clock: StandingClock) -> None:
    view = place.room(qtbot, short)
    _to_phase(qtbot, view, "2")
    view.presenter.toggle_pause()
    _idle(qtbot, view)
    clock.moment += timedelta(minutes=3)
    assert view.presenter.seconds()[0] == 600
    view.presenter.toggle_pause()
    _idle(qtbot, view)
    assert view.presenter.seconds()[0] == 600
    view.presenter.add_minutes(-5)
    _idle(qtbot, view)
    assert view.presenter.seconds()[0] == 300


def test_a_proposal_for_lost_time_is_taken_by_one_press(
    qtbot: QtBot, place: Place, short: Workshop, clock: StandingClock
) -> None:
    view = place.room(qtbot, short)
    _to_phase(qtbot, view, "1")
    clock.moment += timedelta(minutes=11)
    _to_phase(qtbot, view, "2")
    view._tick()
    found = there(view.agenda.drift.drift)
    assert found.late == 6
    view.agenda.drift.applied.emit(found.proposals[0])
    _idle(qtbot, view)
    view._tick()
    assert view.agenda.drift.drift is None
    total = place.store.read(lambda work: sum(s.minutes for s in work.all(Step, workshop_id=short.id))).result()
    assert total == 60


def test_private_notes_are_covered_until_the_screen_is_settled(qtbot: QtBot, place: Place, short: Workshop) -> None:
    place.store.write(lambda work: entries.note_privately(work, short.id, "Erst die Kollegin fragen")).result()
    view = place.room(qtbot, short)
    _to_phase(qtbot, view, "1")
    texts = [label.text() for label in view.console.notes.findChildren(type(view.console.notes.title_label))]
    assert "Erst die Kollegin fragen" not in texts
    view.beamer.keep_private()
    texts = [label.text() for label in view.console.notes.findChildren(type(view.console.notes.title_label))]
    assert "Erst die Kollegin fragen" in texts

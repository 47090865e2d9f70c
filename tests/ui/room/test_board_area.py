"""The middle of the room: a new board and the focus, ways between phases."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.narrowing import a, there
from tests.ui.room.conftest import Place
from tests.ui.room.test_room_journey import _idle, _to_phase
from tws_desktop.domain.workshops import Workshop
from tws_desktop.ui.kit.chips import Chip


def test_a_new_board_does_not_take_the_letters_of_a_private_note(
    qtbot: QtBot, place: Place, stocktaking: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = place.room(qtbot, stocktaking)
    view.beamer.keep_private()
    _to_phase(qtbot, view, "1")
    note = view.console.notes.field
    note.setFocus()
    qtbot.keyClicks(note, "Nach der Pause")
    view.presenter.next_phase()
    _idle(qtbot, view)
    assert there(there(view.presenter.room).current).number == "2"
    assert QApplication.focusWidget() is note


def test_a_board_shows_the_way_to_another_phase(qtbot: QtBot, place: Place, stocktaking: Workshop) -> None:
    view = place.room(qtbot, stocktaking)
    _to_phase(qtbot, view, "4")
    asking = there(there(view.presenter.content).asking)
    assert asking.number == "6"
    there(view.area.board).phase_wanted.emit(asking.id)
    _idle(qtbot, view)
    assert there(there(view.presenter.room).current).number == "6"


def test_the_chip_names_the_method_of_the_board(qtbot: QtBot, place: Place, stocktaking: Workshop) -> None:
    view = place.room(qtbot, stocktaking)
    _to_phase(qtbot, view, "2")
    chips = view.area._chips
    assert a(Chip, chips.widgets[0]).text() == "Abgleich in der Runde"
    view.presenter.choose_board("fehlt")
    _idle(qtbot, view)
    assert a(Chip, chips.widgets[0]).text() == "Zurufabfrage"


def test_a_break_that_begins_early_ends_early(qtbot: QtBot, place: Place, stocktaking: Workshop) -> None:
    view = place.room(qtbot, stocktaking)
    view.presenter.next_phase()
    _idle(qtbot, view)
    rest = next(step for step in there(view.presenter.room).steps if step.number == "P1")
    view.presenter.go_to(rest.id)
    _idle(qtbot, view)
    end = (view.presenter.now() + timedelta(minutes=rest.minutes)).astimezone(ZoneInfo(stocktaking.zone))
    assert f"Weiter um {end:%H:%M} Uhr" in repr(view.area.slide())


def test_a_refusal_offers_no_way_back(qtbot: QtBot, place: Place, stocktaking: Workshop) -> None:
    view = place.room(qtbot, stocktaking)
    _to_phase(qtbot, view, "1")
    there(view.area.board).told.emit("Karte gelöscht.")
    assert not view.area.toast._button.isHidden()
    there(view.area.board).said.emit("Das geht nicht.")
    assert view.area.toast._button.isHidden()


def test_nothing_of_a_running_workshop_is_shown_before_it_is_read(
    qtbot: QtBot, place: Place, stocktaking: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = place.room(qtbot, stocktaking)
    assert view.columns.isVisible()
    monkeypatch.setattr(view.presenter, "enter", lambda _: None)
    view.enter(stocktaking.id)
    assert not view.columns.isVisible()

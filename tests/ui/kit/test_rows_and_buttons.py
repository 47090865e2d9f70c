"""Buttons press by key; rows of widgets follow their words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.fixtures import Show
from tws_desktop.ui.kit.buttons import outlined
from tws_desktop.ui.kit.flow_row import FlowRow


def test_enter_and_the_space_bar_press_a_button(qtbot: QtBot, shown: Show) -> None:
    button = outlined("Eintragen")
    pressed = []
    button.clicked.connect(lambda: pressed.append(1))
    shown(button)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        qtbot.keyClick(button, key)
    assert len(pressed) == 3


def test_a_row_gives_room_to_longer_words_and_to_what_comes_later(qtbot: QtBot, shown: Show) -> None:
    first, second = outlined(""), outlined("Zeigen")
    second.hide()
    row = shown(FlowRow(first, second), 400, 60)
    first.setText("Als neuen Paragrafen einsetzen")
    qtbot.waitUntil(lambda: first.width() >= first.sizeHint().width())
    second.show()
    qtbot.waitUntil(lambda: second.geometry().left() > first.geometry().right())
    assert row.rect().contains(second.geometry())


@pytest.mark.parametrize("moved_on", [False, True])
def test_a_button_that_rested_has_its_focus_back_unless_someone_moved_on(shown: Show, moved_on: bool) -> None:
    first, second, third = outlined("Schreiben"), outlined("Weiter"), outlined("Zurück")
    shown(FlowRow(first, second, third), 600, 60)
    first.setFocus()
    first.set_reason("Das Dokument wird gerade geschrieben.")
    assert not first.hasFocus()
    if moved_on:
        third.setFocus()
    first.set_reason("")
    assert (third if moved_on else first).hasFocus()

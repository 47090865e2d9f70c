"""The tray as the whole board: what belongs here while there is no card yet."""

from __future__ import annotations

from uuid import uuid4

from pytestqt.qtbot import QtBot

from tws_desktop.boards.cards.card_items import CardItem
from tws_desktop.boards.cards.tray_view import TrayView
from tws_desktop.ui.kit.card_painter import CardPainter
from tws_desktop.ui.style import Style


def test_an_empty_board_says_the_first_step_until_a_card_is_there(qtbot: QtBot, dressed: Style) -> None:
    tray = TrayView(CardPainter.for_window)
    qtbot.addWidget(tray)
    tray.resize(760, 500)
    tray.show()
    tray.show_cards((), whole=True, columns=True)
    assert tray.empty.isVisible()
    tray.cards.set_items((CardItem(uuid4(), "Lärm", "problem"),))
    qtbot.waitUntil(lambda: not tray.empty.isVisible())
    tray.show_cards((), whole=False, columns=True)
    assert not tray.empty.isVisible()

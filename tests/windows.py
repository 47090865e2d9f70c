"""A widget in a window of its own, and waiting until nothing is under way."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tws_desktop.storage.store import OpenStore
from tws_desktop.ui.calls import Calls


def bring_up(qtbot: QtBot, widget: QWidget, width: int, height: int) -> None:
    """Shows a widget at a size, in the window that has the keyboard; it is closed when the test is done."""
    qtbot.addWidget(widget)
    widget.resize(width, height)
    widget.show()
    widget.activateWindow()
    QApplication.processEvents()
    qtbot.waitUntil(widget.isActiveWindow)


def settle(store: OpenStore, calls: Calls) -> None:
    """Until nothing is under way and what came of it is shown, also what that asked for in turn."""
    rounds = 0
    while rounds < 4 or not calls.is_idle:
        store.read(lambda _: None).result()
        QApplication.processEvents()
        rounds += 1


def delete_closed() -> None:
    """Deletes what tests have closed: it waits for the program's own event loop, which never runs in a test."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

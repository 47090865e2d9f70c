"""The toast: one at a time, eight seconds, longer under pointer or focus, Strg+Z takes back once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from tests.ui.fixtures import Show
from tws_desktop.ui.kit.buttons import Button
from tws_desktop.ui.kit.toast import Toast


@pytest.fixture
def toast(shown: Show) -> Toast:
    page = QWidget()
    made = Toast()
    column = QVBoxLayout(page)
    column.addStretch(1)
    column.addWidget(made)
    shown(page)
    page.activateWindow()
    return made


def test_it_stays_eight_seconds_and_goes(toast: Toast) -> None:
    toast.show_toast("Karte gelöscht.")
    assert toast.isVisible()
    assert toast.clock.interval() == 8000
    toast.clock.timeout.emit()
    assert not toast.isVisible()
    assert toast.sentence == ""


def test_the_newest_replaces(toast: Toast) -> None:
    undone: list[str] = []
    toast.show_toast("Karte gelöscht.", lambda: undone.append("erste"))
    toast.show_toast("3 Karten zusammengefasst.", lambda: undone.append("zweite"))
    toast.take_back()
    assert undone == ["zweite"]
    assert toast.sentence == ""


def test_taking_back_works_once(toast: Toast) -> None:
    undone: list[int] = []
    toast.show_toast("Karte gelöscht.", lambda: undone.append(1))
    toast.take_back()
    toast.take_back()
    assert undone == [1]


def test_the_undo_is_gone_with_the_toast(toast: Toast) -> None:
    undone: list[int] = []
    toast.show_toast("Karte gelöscht.", lambda: undone.append(1))
    toast.clock.timeout.emit()
    toast.take_back()
    assert undone == []


def test_it_waits_under_the_pointer(toast: Toast) -> None:
    toast.show_toast("Karte gelöscht.")
    at = QPointF(5, 5)
    QApplication.sendEvent(toast, QEnterEvent(at, at, at))
    assert not toast.clock.isActive()
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    assert toast.clock.isActive()


def test_it_waits_while_its_button_has_the_focus(toast: Toast, qapp: QApplication) -> None:
    toast.show_toast("Karte gelöscht.", lambda: None)
    button = toast.findChild(Button)
    assert button is not None
    button.setFocus()
    qapp.processEvents()
    assert not toast.clock.isActive()
    button.clearFocus()
    qapp.processEvents()
    assert toast.clock.isActive()


def test_the_key_takes_back(toast: Toast, qapp: QApplication) -> None:
    undone: list[int] = []
    toast.show_toast("Karte gelöscht.", lambda: undone.append(1))
    qapp.processEvents()
    QTest.keyClick(toast.window(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == [1]


def test_without_undo_there_is_no_button(toast: Toast) -> None:
    toast.show_toast("Entwurf 4 gebildet.")
    button = toast.findChild(Button)
    assert button is not None
    assert not button.isVisible()

"""The short question before a file dialog."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.fixtures import Look
from tws_desktop.ui.ask_dialog import AskDialog
from tws_desktop.ui.kit.fields import ChoiceField

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


@pytest.mark.parametrize(("key", "result"), [(Qt.Key.Key_Return, "Accepted"), (Qt.Key.Key_Escape, "Rejected")])
def test_enter_goes_on_and_esc_leaves(qtbot: QtBot, look: Look, key: Qt.Key, result: str) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    field = ChoiceField("Für wen?", (("a", "Gremium", ""), ("b", "Arbeitgeber", "")), "a")
    asked = AskDialog(parent, "Als Paket weitergeben", "Für wen?", field, "", "Datei wählen")
    asked.open()
    qtbot.waitUntil(asked.isActiveWindow)
    qtbot.keyClick(field, key)
    assert QDialog.DialogCode(asked.result()).name == result
    assert not asked.isVisible()

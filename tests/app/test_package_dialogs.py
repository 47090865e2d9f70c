"""Giving a package out asks for whom, then where."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.narrowing import there
from tws_desktop.app import package_dialogs
from tws_desktop.domain.confidentiality import Audience
from tws_desktop.ui.ask_dialog import AskDialog
from tws_desktop.ui.kit.fields import ChoiceField
from tws_desktop.ui.style import apply

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


def test_the_circle_chosen_first_goes_with_the_path(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    apply(qapp)
    parent = QWidget()
    qtbot.addWidget(parent)
    asked: list[Path] = [tmp_path / "vorhaben.twspaket"]
    monkeypatch.setattr(package_dialogs, "ask", lambda _dialog: asked)

    def answer(key: Qt.Key) -> None:
        field = there(there(parent.findChild(AskDialog)).findChild(ChoiceField))
        field.set_key(Audience.ARBEITGEBER.value)
        qtbot.keyClick(field, key)

    QTimer.singleShot(0, lambda: answer(Qt.Key.Key_Return))
    assert package_dialogs.ask_where_to_give(parent, "Vorhaben") == (Audience.ARBEITGEBER, asked[0])
    qapp.sendPostedEvents(None, 0)
    QTimer.singleShot(0, lambda: answer(Qt.Key.Key_Escape))
    assert package_dialogs.ask_where_to_give(parent, "Vorhaben") is None


def test_the_file_is_named_after_the_project(tmp_path: Path) -> None:
    name = package_dialogs.package_name("Zukunft: Halle 7/8?")
    assert name == "Zukunft Halle 7 8.twspaket"
    (tmp_path / name).touch()
    assert package_dialogs.package_name("  ") == "Vorhaben.twspaket"

"""A path is chosen, and no folder of it stays behind in the settings of Qt."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui.fixtures import Look
from tws_desktop.ui.file_dialogs import ask_path
from tws_desktop.ui.kit.labels import PlainLabel


def _kept() -> list[str]:
    settings = QSettings(QSettings.Scope.UserScope, "QtProject")
    return [str(settings.value(key)) for key in settings.allKeys() if "FileDialog" in key]


def test_a_chosen_folder_leaves_no_trace(qtbot: QtBot, look: Look, tmp_path: Path) -> None:
    look("light", 1.0)
    page = PlainLabel("Ausgabe")
    qtbot.addWidget(page)

    def accept() -> None:
        dialog = next(one for one in QApplication.topLevelWidgets() if isinstance(one, QFileDialog))
        dialog.selectFile(str(tmp_path))
        dialog.accept()

    QTimer.singleShot(0, accept)
    assert Path(ask_path(page, "Ordner", str(tmp_path), folder=True)) == tmp_path
    assert not any(str(tmp_path.parent) in value for value in _kept())

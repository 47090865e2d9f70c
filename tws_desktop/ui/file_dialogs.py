"""Choosing files without leaving a trace of the folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog
from shiboken6 import delete

_TRACES = ("FileDialog/history", "FileDialog/lastVisited")


def ask(dialog: QFileDialog) -> tuple[Path, ...]:
    """The files chosen in `dialog`, none if it was left; the dialog is gone afterwards, and so is what it noted."""
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    chosen = dialog.exec()
    paths = tuple(Path(name) for name in dialog.selectedFiles()) if chosen else ()
    delete(dialog)
    kept = QSettings(QSettings.Scope.UserScope, "QtProject")
    for name in _TRACES:
        kept.remove(name)
    return paths

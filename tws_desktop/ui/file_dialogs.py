"""Choosing files without leaving a trace of the folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import delete

from tws_desktop.ui.words import tr

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


def ask_path(parent: QWidget, title: str, start: str, *, folder: bool) -> str:
    """A folder or a Word file, looked for from `start` on; empty if the dialog was left."""
    dialog = QFileDialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.Directory if folder else QFileDialog.FileMode.ExistingFile)
    if not folder:
        dialog.setNameFilter(tr("Word-Dateien (*.docx *.dotx)"))
    if Path(start).is_dir():
        dialog.setDirectory(start)
    return next((str(path) for path in ask(dialog)), "")

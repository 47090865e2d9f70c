"""Photo files that people choose or drop; no folder is remembered."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QDir, QMimeData, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from tws_desktop.outside.images import ENDINGS
from tws_desktop.ui.file_dialogs import ask
from tws_desktop.ui.words import tr


def ask_for_photos(parent: QWidget) -> tuple[Path, ...]:
    """The photos to take in, none if the dialog was left."""
    dialog = QFileDialog(parent, tr("Fotos hinzufügen"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    endings = " ".join(f"*.{ending}" for ending in ENDINGS)
    dialog.setNameFilters([tr("Fotos ({endings})").format(endings=endings), tr("Alle Dateien (*)")])
    pictures = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
    dialog.setDirectory(pictures if Path(pictures).is_dir() else QDir.homePath())
    return ask(dialog)


def dropped_files(data: QMimeData) -> tuple[Path, ...]:
    """The files that are being dragged."""
    return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()) if data.hasUrls() else ()

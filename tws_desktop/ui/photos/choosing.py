"""Photo files that people choose or drop; no folder is remembered."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from tws_desktop.outside.images import ENDINGS
from tws_desktop.ui.words import tr


def ask_for_photos(parent: QWidget) -> tuple[Path, ...]:
    """The photos to take in, none if the dialog was left."""
    dialog = QFileDialog(parent, tr("Fotos hinzufügen"))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    endings = " ".join(f"*.{ending} *.{ending.upper()}" for ending in ENDINGS)
    dialog.setNameFilters([tr("Fotos ({endings})").format(endings=endings), tr("Alle Dateien (*)")])
    dialog.setDirectory(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation))
    chosen = dialog.exec()
    paths = tuple(Path(name) for name in dialog.selectedFiles()) if chosen else ()
    dialog.setHistory([])
    dialog.deleteLater()
    return paths


def dropped_files(data: QMimeData) -> tuple[Path, ...]:
    """The files that are being dragged."""
    return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()) if data.hasUrls() else ()

"""Stored pictures as images of the size that is shown."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QSize, Qt
from PySide6.QtGui import QImage, QImageReader


def scaled_image(data: bytes, width: int, height: int) -> QImage:
    """The picture fitted into `width` and `height`, read at about that size; fit for any thread."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    whole = reader.size()
    if whole.width() > width or whole.height() > height:
        reader.setScaledSize(whole.scaled(QSize(width, height), Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()

"""PySide6 gives back as many references to None as it takes; releases that did not killed the process."""

import sys

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

CALLS = 500


def test_calls_that_return_nothing_lose_no_reference(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    image = QImage(QSize(8, 8), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        label.setText("ä")
        label.move(QPoint(1, 1))
        painter.drawLine(QPoint(0, 0), QPoint(7, 7))
    lost = before - sys.getrefcount(None)
    painter.end()
    assert lost < CALLS / 2

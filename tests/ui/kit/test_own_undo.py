"""Strg+Z in a field: its own typing first, then the place around it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tests.ui.fixtures import Show
from tws_desktop.ui.kit.fields import TextArea, TextField

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize("make", [TextField, TextArea])
def test_a_field_takes_back_its_typing_then_leaves_the_key_to_the_place(
    shown: Show, make: type[TextField | TextArea]
) -> None:
    place, field, undone = QWidget(), make("Frist", "alt"), list[str]()
    QVBoxLayout(place).addWidget(field)
    QShortcut(QKeySequence("Ctrl+Z"), place).activated.connect(lambda: undone.append("Ort"))
    shown(place, 300, 200)
    field.setFocus()
    QTest.keyClicks(field, "x")
    typed = field.text()
    QTest.keyClick(field, Qt.Key.Key_Z, CTRL)
    assert (field.text(), undone) == ("alt", [])
    assert typed != "alt"
    QTest.keyClick(field, Qt.Key.Key_Z, CTRL)
    assert (field.text(), undone) == ("alt", ["Ort"])

"""What is made late stands where it belongs, for the eye and for the Tab key."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from tests.ui.fixtures import Show
from tws_desktop.ui.kit.late import Late


def _two_fields() -> QWidget:
    pair = QWidget()
    column = QVBoxLayout(pair)
    for name in ("zwei", "drei"):
        column.addWidget(QLineEdit(name))
    return pair


def test_it_is_made_when_shown_and_stands_in_the_order_of_the_keys(shown: Show) -> None:
    page, late = QWidget(), Late(_two_fields)
    column = QVBoxLayout(page)
    first = QLineEdit("eins")
    for widget in (first, late, QLineEdit("vier")):
        column.addWidget(widget)
    late.hide()
    shown(page)
    assert late.made is None
    late.show()
    assert late.made is late.content
    assert late.content.isVisible()
    first.setFocus()
    found = []
    for _ in range(4):
        field = QApplication.focusWidget()
        assert isinstance(field, QLineEdit)
        found.append(field.text())
        QTest.keyClick(field, Qt.Key.Key_Tab)
    assert found == ["eins", "zwei", "drei", "vier"]

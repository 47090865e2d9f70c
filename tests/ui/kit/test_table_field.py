"""The table that people fill in: keys, rows, pasting, and when its rows are handed on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.narrowing import there
from tests.ui.fixtures import Look
from tws_desktop.ui.kit.table_cells import Rows
from tws_desktop.ui.kit.table_field import TableField

HALL = ("Halle", "2027")


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> QWidget:
    look("light", 1.0)
    page = QWidget()
    column = QVBoxLayout(page)
    column.addWidget(TableField("Investitionsplan", ("Vorhaben", "Jahr"), (HALL,)))
    column.addWidget(QLineEdit())
    qtbot.addWidget(page)
    page.resize(500, 400)
    page.show()
    return page


@pytest.fixture
def table(page: QWidget) -> TableField:
    return page.findChildren(TableField)[0]


@pytest.fixture
def settled(table: TableField) -> list[Rows]:
    found: list[Rows] = []
    table.settled.connect(found.append)
    return found


def _type(qtbot: QtBot, text: str, key: Qt.Key = Qt.Key.Key_Tab) -> None:
    qtbot.keyClicks(there(QApplication.focusWidget()), text)
    qtbot.keyClick(there(QApplication.focusWidget()), key)


def test_tab_goes_from_cell_to_cell_and_behind_the_last_into_a_new_row(
    qtbot: QtBot, table: TableField, settled: list[Rows]
) -> None:
    table.cells.edit_cell(0, 1)
    _type(qtbot, "2028")
    _type(qtbot, "Presse")
    _type(qtbot, "2029")
    assert table.rows() == (("Halle", "2028"), ("Presse", "2029"))
    assert (table.cells.rowCount(), table.cells.currentRow()) == (3, 2)
    _type(qtbot, "")
    _type(qtbot, "")
    assert QApplication.focusWidget() is table.add_button
    assert settled == []


def test_enter_goes_down_and_a_pause_hands_on_even_a_cell_that_is_open(
    qtbot: QtBot, table: TableField, settled: list[Rows]
) -> None:
    table.cells.edit_cell(0, 0)
    _type(qtbot, "Werkhalle", Qt.Key.Key_Return)
    qtbot.keyClicks(there(QApplication.focusWidget()), "Presse")
    assert table.pause_clock.isActive()
    table.pause_clock.timeout.emit()
    assert settled == [(("Werkhalle", "2027"), ("Presse", ""))]
    table.settle()
    assert len(settled) == 1


def test_leaving_hands_on_once(qtbot: QtBot, page: QWidget, table: TableField, settled: list[Rows]) -> None:
    table.cells.edit_cell(0, 0)
    qtbot.keyClicks(there(QApplication.focusWidget()), "Werkhalle")
    page.findChildren(QLineEdit)[-1].setFocus()
    assert settled == [(("Werkhalle", "2027"),)]


def test_rows_move_and_go_by_key_and_pasted_cells_are_all_there(
    qtbot: QtBot, table: TableField, settled: list[Rows]
) -> None:
    table.cells.setCurrentCell(0, 0)
    QApplication.clipboard().setText("Presse\t2028\nOfen\t2029\tund danach\n")
    table.cells.paste(QApplication.clipboard().text())
    qtbot.keyClick(table.cells, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(table.cells, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    table.remove_button.click()
    press, oven = ("Presse", "2028"), ("Ofen", "2029 und danach")
    assert settled == [(press, oven), (oven, press), (oven,), ()]
    assert table.cells.rowCount() == 1


def test_stored_rows_are_shown_but_never_over_what_is_being_typed(qtbot: QtBot, table: TableField) -> None:
    table.show_rows((("Ofen", "2030"),))
    assert table.rows() == (("Ofen", "2030"),)
    table.cells.edit_cell(0, 0)
    qtbot.keyClicks(there(QApplication.focusWidget()), "Presse")
    table.show_rows((HALL,))
    assert table.rows() == (("Presse", "2030"),)
    table.settle()
    table.take_back()
    table.show_rows((HALL,))
    assert table.rows() == (("Presse", "2030"),)


def test_a_row_is_as_high_as_its_words_inside_the_padding(qtbot: QtBot, look: Look) -> None:
    look("light", 1.0)
    heads = ("Ziel", "Kennzahl", "Ausgangswert", "Zielwert", "Termin")
    table = TableField("Ziele", heads, (("Nachfolgeprodukt für Linie 3", "", "", "", ""), ("kurz", "", "", "", "")))
    qtbot.addWidget(table)
    table.resize(580, 420)
    table.show()
    QApplication.processEvents()
    line = table.cells.fontMetrics().lineSpacing()
    assert table.cells.rowHeight(0) >= 3 * line

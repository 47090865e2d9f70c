"""Columns give way: a drawer, then a line; keys open and close them, the focus comes back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget

from tests.ui.fixtures import Look, Show
from tws_desktop.ui.kit.breadth import Breadth, breadth
from tws_desktop.ui.kit.columns import Column, SideColumn, SplitColumns
from tws_desktop.ui.kit.empty_or import EmptyOr
from tws_desktop.ui.kit.flow_row import FlowRow
from tws_desktop.ui.kit.labels import WrapLabel
from tws_desktop.ui.kit.messages import EmptyState


@pytest.mark.parametrize(
    ("width", "scale", "expected"),
    [
        (1366, 1.0, Breadth.WIDE),
        (1160, 1.0, Breadth.WIDE),
        (1159, 1.0, Breadth.MEDIUM),
        (1366, 1.5, Breadth.MEDIUM),
        (820, 1.0, Breadth.MEDIUM),
        (819, 1.0, Breadth.NARROW),
        (1366, 2.0, Breadth.NARROW),
    ],
)
def test_the_breakpoint_counts_width_by_text_scale(width: int, scale: float, expected: Breadth) -> None:
    assert breadth(width, scale) is expected


class _Page:
    def __init__(self) -> None:
        self.left, self.right = QPushButton("Ablauf"), QPushButton("Konsole")
        self.main = QPushButton("Tafel")
        inner = QWidget()
        QVBoxLayout(inner).addWidget(self.right)
        self.console = Column(inner, "Konsole")
        left = SideColumn(self.left, "Ablauf", "list", 248)
        self.columns = SplitColumns(self.main, left=left, right=SideColumn(self.console, "Konsole", "quote", 304))


def test_wide_shows_three_columns(shown: Show, look: Look) -> None:
    page = _Page()
    shown(page.columns, 1366, 640)
    assert page.left.isVisible()
    assert page.right.isVisible()
    assert not page.columns.strip.isVisible()
    assert page.left.width() == 248
    assert page.console.width() == 304


def test_medium_puts_the_right_column_into_a_drawer(shown: Show, look: Look, qapp: QApplication) -> None:
    page = _Page()
    shown(page.columns, 1000, 640)
    page.columns.window().activateWindow()
    assert page.left.isVisible()
    assert not page.right.isVisible()
    assert page.columns.strip.isVisible()
    page.main.setFocus()
    QTest.keyClick(page.columns.strip.tiles[0], Qt.Key.Key_Space)
    assert page.right.isVisible()
    QTest.keyClick(page.columns.right_drawer, Qt.Key.Key_Escape)
    assert not page.right.isVisible()
    assert page.main.hasFocus() or page.columns.strip.tiles[0].hasFocus()


def test_narrow_makes_the_left_column_a_line(shown: Show, look: Look) -> None:
    page = _Page()
    look("light", 2.0)
    shown(page.columns, 1366, 640)
    assert not page.left.isVisible()
    assert page.columns.left_bar.isVisible()
    QTest.mouseClick(page.columns.left_bar.tiles[0], Qt.MouseButton.LeftButton)
    assert page.left.isVisible()


def test_columns_come_back_when_there_is_room_again(shown: Show, look: Look, qapp: QApplication) -> None:
    page = _Page()
    shown(page.columns, 700, 640)
    heard: list[str] = []
    page.columns.breadth_changed.connect(heard.append)
    page.columns.resize(1366, 640)
    qapp.processEvents()
    assert heard == ["wide"]
    assert page.left.isVisible()
    assert page.right.isVisible()
    assert page.columns.right_drawer.content is None


def test_changing_the_text_size_rearranges_at_once(shown: Show, look: Look, qapp: QApplication) -> None:
    page = _Page()
    shown(page.columns, 1366, 640)
    look("light", 1.5)
    qapp.processEvents()
    assert page.columns.breadth is Breadth.MEDIUM
    assert not page.right.isVisible()


def test_a_flowing_row_goes_on_below(shown: Show) -> None:
    buttons = [QPushButton(f"Schritt {number}") for number in range(8)]
    row = FlowRow(*buttons)
    shown(row, 260, row.heightForWidth(260))
    assert all(row.rect().contains(button.geometry()) for button in buttons)
    assert buttons[-1].y() > buttons[0].y()
    row.take(buttons[0])
    assert buttons[0] not in row.widgets


def test_an_empty_state_in_a_narrow_column_is_not_cut_at_large_text(shown: Show, look: Look) -> None:
    look("light", 2.0)
    state = EmptyState("factory", "Noch kein Betrieb angelegt.", "Betrieb anlegen", "Beispiel Musterwerk Saar öffnen")
    column = Column(state, "Betriebe")
    shown(column, 400, 700)
    assert state.width() <= column.viewport().width()
    assert state.rect().contains(state.link.geometry())


def test_an_empty_state_on_a_wide_page_shows_its_whole_sentence(shown: Show) -> None:
    sentence = "Noch kein Betrieb angelegt. Legen Sie den ersten an oder öffnen Sie das Beispiel Musterwerk Saar."
    state = EmptyState("factory", sentence, "Betrieb anlegen")
    shown(state, 1200, 700)
    words = next(label for label in state.findChildren(WrapLabel) if label.text() == sentence)
    assert words.height() >= words.heightForWidth(words.width()) > words.minimumSizeHint().height()


def test_a_page_says_nothing_is_there_only_when_that_is_known(shown: Show) -> None:
    empty, content = EmptyState("factory", "Noch kein Betrieb angelegt."), QLabel("Musterwerk")
    page = EmptyOr(empty, content)
    shown(page, 600, 400)
    assert not empty.isVisible()
    assert not content.isVisible()
    page.show_content(there=False)
    assert empty.isVisible()
    page.show_content(there=True)
    assert content.isVisible()

"""One application in the light look for every test of the window."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.fixtures import Look, Show, W
from tests.ui.pages import Window, open_window
from tws_desktop.catalog.catalog import Catalog
from tws_desktop.storage.store import OpenStore
from tws_desktop.ui.style import Style, apply

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The platform without a screen says this of every window; it is no fault of ours."""
    for item in items:
        if "/ui/" in item.path.as_posix() or "/boards/" in item.path.as_posix():
            item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints", extend=True))


@pytest.fixture
def look(qapp: QApplication, dressed: Style) -> Iterator[Look]:
    """Call it with a palette and a text scale; afterwards the window is light at 100 % again."""

    def change(palette: str, scale: float) -> Style:
        return apply(qapp, palette, scale)

    yield change
    apply(qapp)


@pytest.fixture
def shown(qapp: QApplication, look: Look) -> Iterator[Show]:
    """Shows a widget at a size and lets its layout settle; all are closed at the end."""
    widgets: list[QWidget] = []

    def show(widget: W, width: int = 600, height: int = 400) -> W:
        widget.resize(width, height)
        widget.show()
        qapp.processEvents()
        widgets.append(widget)
        return widget

    yield show
    for widget in widgets:
        widget.close()
        widget.deleteLater()
    qapp.processEvents()


@pytest.fixture
def window(qtbot: QtBot, look: Look, store: OpenStore, catalog: Catalog) -> Iterator[Window]:
    """All pages in one window."""
    yield from open_window(qtbot, look, store, catalog)

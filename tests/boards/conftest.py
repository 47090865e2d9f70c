"""What all tests of the boards share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.boards.counting import Open, Stage
from tws_desktop.catalog.catalog import Catalog
from tws_desktop.storage.store import OpenStore
from tws_desktop.ui.style import Style


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The platform without a screen says this of every window; it is no fault of ours."""
    for item in items:
        if "/boards/" in item.path.as_posix():
            item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints", extend=True))


@pytest.fixture(scope="session")
def shelf(catalog: Catalog) -> Catalog:
    """The catalogue as shipped."""
    return catalog


@pytest.fixture
def open_board(qtbot: QtBot, dressed: Style, store: OpenStore, shelf: Catalog) -> Iterator[Open]:
    """Call it with format, phase and board."""
    made: list[Stage] = []

    def make(form: str, number: str, key: str) -> Stage:
        made.append(Stage(qtbot, store, shelf, form, number, key))
        return made[-1]

    yield make
    for stage in made:
        stage.calls.close()

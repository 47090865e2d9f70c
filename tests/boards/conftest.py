"""What all tests of the boards share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.boards.counting import Open, Stage
from tests.conftest import StandingClock
from tws_desktop.catalog.catalog import Catalog, load_catalog
from tws_desktop.storage import store as store_module
from tws_desktop.ui.style import apply


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The platform without a screen says this of every window; it is no fault of ours."""
    for item in items:
        if "/boards/" in item.path.as_posix():
            item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints", extend=True))


@pytest.fixture(scope="session")
def shelf() -> Catalog:
    """The catalogue as shipped."""
    return load_catalog()


@pytest.fixture
def open_board(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, clock: StandingClock, shelf: Catalog
) -> Iterator[Open]:
    """Call it with format, phase and board."""
    apply(qapp)
    store = store_module.create(tmp_path / "daten", clock=clock)
    made: list[Stage] = []

    def make(form: str, number: str, key: str) -> Stage:
        made.append(Stage(qtbot, store, shelf, form, number, key))
        return made[-1]

    yield make
    for stage in made:
        stage.calls.close()
    store.close()

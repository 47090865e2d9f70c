"""What all tests share: an offscreen Qt, a store in a fresh folder, a clock that stands still."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.prepared import new_store, shipped
from tests.windows import delete_closed
from tws_desktop.catalog.catalog import Catalog
from tws_desktop.storage.store import OpenStore
from tws_desktop.ui.style import Style, apply

PATIENCE_MS = 60_000
NOON = datetime(2026, 10, 12, 10, 0, tzinfo=UTC)


class StandingClock:
    """A clock that moves only when told."""

    def __init__(self) -> None:
        self.moment = NOON

    def __call__(self) -> datetime:
        return self.moment


class PatientBot(QtBot):
    """Waits as long as a busy machine may need."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE_MS) -> None:  # noqa: N802
        super().waitUntil(callback, timeout=timeout)


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> QtBot:
    return PatientBot(request)


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock()


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    """The forms as shipped."""
    return shipped()


@pytest.fixture
def store(tmp_path: Path, clock: StandingClock) -> Iterator[OpenStore]:
    opened = new_store(tmp_path / "daten", clock)
    yield opened
    opened.close()


@pytest.fixture
def dressed(qapp: QApplication) -> Style:
    """The light look at 100 %, with no window of an earlier test left."""
    delete_closed()
    return apply(qapp)

"""A workshop in a store, and the room on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.conftest import StandingClock
from tests.prepared import new_store
from tws_desktop import boards
from tws_desktop.catalog.catalog import Catalog
from tws_desktop.domain.board_parameters import BoardKind
from tws_desktop.domain.workshops import Workshop
from tws_desktop.services import plants
from tws_desktop.services.ports import Work
from tws_desktop.services.workshops import prepare
from tws_desktop.storage import store as store_module
from tws_desktop.ui.board_view import BoardView
from tws_desktop.ui.calls import Calls
from tws_desktop.ui.desk import Desk
from tws_desktop.ui.room.room_view import RoomView

TODAY = date(2026, 10, 12)


class PlainBoard(BoardView):
    """Stands for the boards this test is not about."""


class Parts:
    """Real cards, plain stand-ins for the rest."""

    slide = staticmethod(boards.slide)

    def view_type(self, kind: BoardKind) -> type[BoardView]:
        return boards.view_type(kind) if kind is BoardKind.CARDS else PlainBoard


@dataclass
class Place:
    """A data place that can be closed in the middle and opened again."""

    folder: Path
    catalog: Catalog
    clock: StandingClock
    store: store_module.OpenStore
    went: list[tuple[str, object]]
    open_now: list[tuple[RoomView, Calls]]

    def room(self, qtbot: QtBot, workshop: Workshop) -> RoomView:
        calls = Calls(self.store)
        desk = Desk(calls, self.catalog, lambda key, thing: self.went.append((key, thing)), lambda: TODAY, self.clock)
        view = RoomView(desk, Parts())
        view.resize(1366, 768)
        self.open_now.append((view, calls))
        view.show()
        view.activateWindow()
        qtbot.waitUntil(view.isActiveWindow)
        view.enter(workshop.id)
        qtbot.waitUntil(lambda: view.presenter.room is not None and calls.is_idle)
        return view

    def kill(self) -> None:
        """What is left of the program is the folder."""
        for view, calls in self.open_now:
            view.presenter._seconds.stop()
            view.beamer.close()
            view.hide()
            calls.close()
            view.deleteLater()
        self.open_now.clear()
        self.store.close()
        self.store = store_module.open_store(self.folder, clock=self.clock)


@pytest.fixture
def place(tmp_path: Path, clock: StandingClock, catalog: Catalog, qapp: QApplication) -> Iterator[Place]:
    folder = tmp_path / "daten"
    made = Place(folder, catalog, clock, new_store(folder, clock), [], [])
    yield made
    made.kill()
    made.store.close()


@pytest.fixture
def short(place: Place) -> Workshop:
    """The short round K1 with eight people."""

    def make(work: Work) -> Workshop:
        plant = plants.add_plant(work, "Gießerei Nordsaar")
        project = plants.add_project(work, plant.id, "Zukunft")
        form = place.catalog.formats["K1"]
        return prepare.create_workshop(work, project.id, form, headcount=8, starts_on=TODAY, starts_at="12:00")

    return place.store.write(make).result()


@pytest.fixture
def stocktaking(place: Place) -> Workshop:
    """F01 with eleven people."""

    def make(work: Work) -> Workshop:
        plant = plants.add_plant(work, "Gießerei Nordsaar")
        project = plants.add_project(work, plant.id, "Zukunft")
        form = place.catalog.formats["F01"]
        return prepare.create_workshop(work, project.id, form, headcount=11, starts_on=TODAY, starts_at="12:00")

    return place.store.write(make).result()

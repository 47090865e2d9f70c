"""All pages in a window, with the real store and the real forms."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.narrowing import a
from tests.ui.fixtures import Look
from tws_desktop.app.writing import write_document
from tws_desktop.boards import report
from tws_desktop.catalog.catalog import Catalog
from tws_desktop.domain.workshops import Step
from tws_desktop.services.ports import Work
from tws_desktop.storage.store import OpenStore
from tws_desktop.ui.calls import Calls
from tws_desktop.ui.desk import Desk
from tws_desktop.ui.frame_view import Frame
from tws_desktop.ui.library.library_view import LibraryView
from tws_desktop.ui.page import Place
from tws_desktop.ui.papers.papers_view import PapersView
from tws_desktop.ui.place_page import PlacePage, View, address
from tws_desktop.ui.plants.plant_view import PlantView
from tws_desktop.ui.plants.plants_view import PlantsView
from tws_desktop.ui.plants.project_view import ProjectView
from tws_desktop.ui.prepare.prepare_view import PrepareView
from tws_desktop.ui.record_form import RecordForm
from tws_desktop.ui.settings.settings_view import SettingsView
from tws_desktop.ui.today.today_view import TodayView
from tws_desktop.ui.workshops.new_workshop_view import NewWorkshopView
from tws_desktop.ui.workshops.workshops_view import WorkshopsView

R = TypeVar("R")


TODAY = date(2026, 10, 12)


@dataclass
class Window:
    frame: Frame
    calls: Calls
    store: OpenStore
    asked: list[tuple[str, UUID | None]]
    pages: dict[Place, PlacePage]
    told: list[str]

    def view(self, place: Place) -> Any:
        return self.pages[place].view

    def press(self, words: str) -> None:
        """The button of the header with these words, which it keeps as its name where it has no room for them."""
        next(button for button in self.frame.header.buttons if words in button.accessibleName()).click()

    def read(self, use_case: Callable[[Work], R]) -> R:
        return self.store.read(use_case).result()


def open_window(qtbot: QtBot, look: Look, store: OpenStore, catalog: Catalog) -> Iterator[Window]:
    """The pages on a store; closed when the test is done."""
    calls, frame, executor = Calls(store), Frame("TWS"), ThreadPoolExecutor(1)
    asked: list[tuple[str, UUID | None]] = []
    told: list[str] = []

    def open_page(key: str, thing: UUID | None) -> None:
        asked.append((key, thing))
        if key not in {"room", "agreement"}:
            frame.open(*address(key, thing))

    desk = Desk(calls, catalog, open_page, today=lambda: TODAY)
    places: dict[Place, tuple[str, dict[str, Callable[[], View]]]] = {
        Place.HEUTE: ("house", {"today": lambda: TodayView(desk), "settings": lambda: SettingsView(desk)}),
        Place.BETRIEBE: (
            "factory",
            {
                "plants": lambda: PlantsView(desk),
                "plant": lambda: PlantView(desk),
                "project": lambda: ProjectView(desk),
            },
        ),
        Place.WORKSHOPS: (
            "presentation",
            {
                "workshops": lambda: WorkshopsView(desk),
                "new_workshop": lambda: NewWorkshopView(desk),
                "workshop": lambda: PrepareView(desk),
                "papers": lambda: PapersView(desk, write_document, report, executor),
            },
        ),
        Place.BIBLIOTHEK: ("library", {"library": lambda: LibraryView(desk)}),
    }
    pages = {}
    for place, (icon, views) in places.items():
        pages[place] = PlacePage(desk, place, place.value.capitalize(), icon, views)
        pages[place].told.connect(lambda sentence, _undo: told.append(sentence))
        frame.add(pages[place])
    frame.resize(1366, 768)
    frame.show()
    frame.open(Place.HEUTE)
    made = Window(frame, calls, store, asked, pages, told)
    qtbot.waitUntil(lambda: calls.is_idle)
    yield made
    frame.close()
    executor.shutdown()
    qtbot.waitUntil(lambda: calls.is_idle)
    calls.close()
    frame.deleteLater()


def field_of(form: RecordForm, column: str) -> Any:
    return form.rows[column].field


def k1(window: Window, qtbot: QtBot) -> PrepareView:
    """A plant, a project and a K1, all made through the window."""
    window.view(Place.HEUTE).empty.step.click()
    plants = window.view(Place.BETRIEBE)
    plants.begin()
    plants.name.setText("Lärm & Hitze <b> GmbH")
    qtbot.keyClick(plants.name, Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: isinstance(window.view(Place.BETRIEBE), PlantView) and bool(window.view(Place.BETRIEBE)._line)
    )
    plant = window.view(Place.BETRIEBE)
    plant.new_project.setText("Zukunft")
    qtbot.keyClick(plant.new_project, Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: isinstance(window.view(Place.BETRIEBE), ProjectView) and bool(window.view(Place.BETRIEBE)._line)
    )
    window.frame.header.buttons[-1].click()
    new = window.view(Place.WORKSHOPS)
    qtbot.waitUntil(lambda: bool(new.cards))
    next(card for card in new.cards if card.key == "K1").click()
    new.people.setText("8")
    new.day.setText("14.10.26")
    new.place.setText("Kantine")
    new.make()
    qtbot.waitUntil(
        lambda: isinstance(window.view(Place.WORKSHOPS), PrepareView) and bool(window.view(Place.WORKSHOPS).room)
    )
    return a(PrepareView, window.view(Place.WORKSHOPS))


def steps_of(window: Window, view: PrepareView) -> tuple[Step, ...]:
    return window.read(lambda work: work.all(Step, workshop_id=view.thing))

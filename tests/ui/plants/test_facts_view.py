"""A fact sheet typed by keys: Enter goes on, nothing typed is lost, wrong figures stay at the field."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.narrowing import there
from tests.windows import bring_up, settle
from tws_desktop.catalog.catalog import Catalog
from tws_desktop.domain.plants import PlantFact
from tws_desktop.services import plants
from tws_desktop.services.overview import plant_line
from tws_desktop.storage.store import OpenStore
from tws_desktop.ui.calls import Calls
from tws_desktop.ui.desk import Desk
from tws_desktop.ui.plants.areas_panel import AreasPanel
from tws_desktop.ui.plants.facts_view import FactsView
from tws_desktop.ui.style import Style

TODAY = date(2026, 11, 30)


class Stage:
    """The Steckbrief of a new plant."""

    def __init__(self, qtbot: QtBot, store: OpenStore, catalog: Catalog) -> None:
        self.qtbot, self.store = qtbot, store
        self.plant = store.write(lambda work: plants.add_plant(work, "Gießerei")).result()
        self.calls = Calls(store)
        self.view = FactsView(
            Desk(self.calls, catalog, lambda *_: None, lambda: TODAY), catalog.fact_sheets["steckbrief"]
        )
        self.editor = self.view.editor
        self.calls.changed.connect(lambda _: self._read())
        bring_up(qtbot, self.view, 1200, 700)
        self._read()
        self.idle()

    def _read(self) -> None:
        self.calls.read(lambda work: plant_line(work, self.plant.id), self.view.show_line)

    def idle(self) -> None:
        settle(self.store, self.calls)

    def open(self, key: str) -> None:
        self.view._open(f"new:{key}")
        self.idle()

    def type(self, text: str) -> None:
        self.qtbot.keyClicks(QApplication.focusWidget(), text)

    def enter(self) -> None:
        self.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
        self.idle()

    def facts(self) -> dict[str, str]:
        found = self.store.read(lambda work: work.all(PlantFact, plant_id=self.plant.id)).result()
        return {fact.key: fact.value for fact in found}


@pytest.fixture
def stage(qtbot: QtBot, dressed: Style, store: OpenStore, catalog: Catalog) -> Iterator[Stage]:
    made = Stage(qtbot, store, catalog)
    yield made
    made.view.hide()
    made.idle()
    made.calls.close()


def test_enter_keeps_a_figure_and_goes_to_the_next(stage: Stage) -> None:
    stage.open("beschaeftigte")
    stage.type("1.337")
    stage.editor.as_of.setText("31.10.26")
    stage.enter()
    assert stage.facts() == {"beschaeftigte": "1337"}
    assert stage.editor.heading.text() == "davon Frauen"
    assert QApplication.focusWidget() is stage.editor.value
    stage.type("203")
    stage.enter()
    assert stage.facts()["frauen"] == "203"
    found = stage.store.read(lambda work: work.find(PlantFact, plant_id=stage.plant.id, key="frauen")).result()
    assert there(found).as_of == date(2026, 10, 31)


def test_another_row_keeps_what_is_typed(stage: Stage) -> None:
    stage.open("frauen")
    stage.type("203")
    stage.open("azubis")
    assert stage.facts() == {"frauen": "203"}
    assert stage.editor.heading.text() == "Auszubildende"


def test_leaving_the_sheet_keeps_what_is_typed(stage: Stage) -> None:
    stage.open("eigentuemer")
    stage.type("Stiftung & Familie <b>")
    stage.view.hide()
    stage.idle()
    assert stage.facts() == {"eigentuemer": "Stiftung & Familie <b>"}


def test_looking_at_a_row_stores_nothing(stage: Stage) -> None:
    stage.open("frauen")
    stage.open("azubis")
    stage.view.hide()
    stage.idle()
    assert stage.facts() == {}


@pytest.mark.parametrize(("key", "wrong"), [("frauen", "188,5"), ("frauen", "viele"), ("tarifbindung", "vielleicht")])
def test_a_wrong_figure_stays_at_its_field_and_holds_the_editor(stage: Stage, key: str, wrong: str) -> None:
    stage.open(key)
    stage.editor.value.setText(wrong)
    stage.open("azubis")
    assert stage.facts() == {}
    assert stage.editor.value_row.fault
    assert there(stage.editor.key).key == key
    assert stage.editor.value.text() == wrong
    stage.editor.value.clear()


def test_a_new_area_takes_its_headcount_at_once(qtbot: QtBot, dressed: Style) -> None:
    panel = AreasPanel()
    qtbot.addWidget(panel)
    added: list[tuple[str, int | None]] = []
    panel.added.connect(lambda name, count: added.append((name, count)))
    panel.new_name.setText("Zerspanung")
    panel.new_count.setText("viele")
    qtbot.keyClick(panel.new_name, Qt.Key.Key_Return)
    assert added == []
    assert panel.new_name.text() == "Zerspanung"
    panel.new_count.setText("1.200")
    qtbot.keyClick(panel.new_count, Qt.Key.Key_Return)
    assert added == [("Zerspanung", 1200)]
    assert (panel.new_name.text(), panel.new_count.text()) == ("", "")

"""The board of a form by keyboard, on a real store."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.boards.form.stage import Stage
from tws_desktop.catalog.catalog import Catalog, load_catalog
from tws_desktop.domain.positions import Measure, MeasureState, Position
from tws_desktop.storage import store as store_module
from tws_desktop.ui.style import apply


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load_catalog()


@pytest.fixture
def opened(qtbot, qapp, tmp_path: Path, clock, catalog) -> Iterator:
    apply(qapp)
    store = store_module.create(tmp_path / "daten", clock=clock)
    made: list[Stage] = []

    def make(form: str, number: str, key: str) -> Stage:
        made.append(Stage(qtbot, store, catalog, form, number, key))
        return made[-1]

    yield make
    for stage in made:
        stage.close()
    store.close()


def test_row_after_row_by_the_line_and_a_measure_stays_a_proposal(opened):
    stage = opened("F01", "8", "massnahmen")
    stage.enter("Datenliste anfordern")
    stage.enter("Gespräch mit der Werkleitung")
    assert [m.text for m in stage.all(Measure)] == ["Datenliste anfordern", "Gespräch mit der Werkleitung"]
    assert [row.chip for row in stage.area.list.rows] == ["Vorschlag", "Vorschlag"]
    stage.type("owner", "Vorsitz")
    stage.type("due_date", "1.12.26")
    first = stage.all(Measure)[0]
    assert (first.due, first.state) == (date(2026, 12, 1), MeasureState.BINDING)
    assert stage.area.list.rows[0].chip == "verbindlich"
    assert stage.field("due_date").text() == "01.12.2026"


def test_a_wrong_date_stays_with_its_sentence(opened):
    stage = opened("F01", "8", "massnahmen")
    stage.enter("Eins")
    stage.type("due_date", "bald")
    assert stage.all(Measure)[0].due is None
    row = stage.area.view.open_form.rows["due_date"]
    assert stage.field("due_date").text() == "bald"
    assert row.fault


def test_a_new_row_exists_with_the_first_thing_typed(opened):
    stage = opened("F05", "5a", "blatt")
    stage.qtbot.keyClick(stage.area, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert stage.all(Position) == ()
    stage.type("title", "Standort bis 2032")
    stage.type("goal", "Kein Abbau")
    found = stage.all(Position)
    assert [(p.title, p.goal) for p in found] == [("Standort bis 2032", "Kein Abbau")]
    stage.undo()
    assert stage.all(Position)[0].goal == ""
    stage.undo()
    assert stage.all(Position) == ()

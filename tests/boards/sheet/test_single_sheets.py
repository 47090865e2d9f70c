"""Sheets typed from paper: one per person, totals only, hidden while there are few."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.narrowing import a, there
from tests.windows import bring_up, settle
from tws_desktop.boards.sheet.report import report
from tws_desktop.boards.sheet.single_view import SingleView
from tws_desktop.boards.sheet.widget import Widget
from tws_desktop.catalog.catalog import Catalog
from tws_desktop.documents.blocks import Table, Text
from tws_desktop.domain.confidentiality import Audience
from tws_desktop.domain.errors import InputRefused
from tws_desktop.domain.keeping import in_workshop
from tws_desktop.domain.results import Answer, Sheet
from tws_desktop.domain.workshops import Step, Workshop
from tws_desktop.services import plants
from tws_desktop.services.boards import content as boards
from tws_desktop.services.boards import sheets
from tws_desktop.services.boards.content import Content
from tws_desktop.services.ports import Work
from tws_desktop.services.workshops import prepare
from tws_desktop.storage.store import OpenStore
from tws_desktop.ui.calls import Calls
from tws_desktop.ui.desk import Desk
from tws_desktop.ui.style import Style

R = TypeVar("R")


class Stage:
    """The feedback of phase 9 of F01."""

    def __init__(self, qtbot: QtBot, store: OpenStore, catalog: Catalog) -> None:
        self.qtbot, self.store, self.catalog = qtbot, store, catalog
        self.workshop, self.step = store.write(self._make).result()
        self.calls = Calls(store)
        self.desk = Desk(self.calls, catalog, lambda *_: None)
        self.open()
        self.calls.changed.connect(lambda _: self.calls.read(self._read, self._show))

    def _show(self, found: Content) -> None:
        self.widget.show_content(found)

    def open(self) -> None:
        self.widget = Widget(self.desk, self.content())
        assert isinstance(self.widget.view, SingleView)
        self.view = self.widget.view
        bring_up(self.qtbot, self.widget, 800, 900)
        self.widget.focus_input()
        self.idle()

    def _make(self, work: Work) -> tuple[Workshop, Step]:
        plant = plants.add_plant(work, "Werk")
        project = plants.add_project(work, plant.id, "Zukunft")
        workshop = prepare.create_workshop(work, project.id, self.catalog.formats["F01"], headcount=11)
        return workshop, there(work.find(Step, workshop_id=workshop.id, number="9"))

    def _read(self, work: Work) -> Content:
        return boards.content(work, self.catalog, self.step.id, "rueckmeldung")

    def content(self) -> Content:
        return self.store.read(self._read).result()

    def idle(self) -> None:
        settle(self.store, self.calls)

    def type_sheet(self, signs: str, more: str = "", less: str = "") -> None:
        for sign in signs:
            self.qtbot.keyClicks(QApplication.focusWidget(), sign)
        self.qtbot.keyClicks(QApplication.focusWidget(), more)
        self.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
        self.qtbot.keyClicks(QApplication.focusWidget(), less)
        self.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
        self.idle()

    def stored(self, kind: type[R]) -> tuple[R, ...]:
        return self.store.read(lambda work: work.all(kind)).result()

    def report_words(self) -> str:
        return repr(report(self.content(), self.catalog, Audience.GREMIUM).blocks)


@pytest.fixture
def stage(qtbot: QtBot, dressed: Style, store: OpenStore, catalog: Catalog) -> Iterator[Stage]:
    made = Stage(qtbot, store, catalog)
    yield made
    made.calls.close()


def test_a_sheet_is_typed_without_the_mouse(stage: Stage) -> None:
    stage.type_sheet("554-43", "Mehr Karten", "Weniger Folien")
    answers = {a.item_key: a for a in stage.stored(Answer)}
    assert {key: a.value for key, a in answers.items() if a.value} == {"R1": 5, "R2": 5, "R3": 4, "R5": 4, "R6": 3}
    assert answers["R7"].reason == "Mehr Karten"
    assert answers["R8"].reason == "Weniger Folien"
    assert "R4" not in answers
    assert stage.widget.counts() == "1 Bogen erfasst"
    assert stage.view.form.is_empty
    assert QApplication.focusWidget() is stage.view.form.scales["R1"]


def test_undo_takes_back_a_whole_sheet(stage: Stage) -> None:
    stage.type_sheet("555555")
    stage.type_sheet("444444", "Mehr")
    stage.store.write(lambda work: work.undo(in_workshop(stage.workshop.id))).result()
    stage.idle()
    assert len(stage.stored(Sheet)) == 1
    assert {a.value for a in stage.stored(Answer)} == {5}


def test_an_empty_sheet_is_refused_with_a_sentence(stage: Stage) -> None:
    stage.view.save.click()
    stage.idle()
    assert stage.stored(Sheet) == ()
    assert stage.view.message.sentence == "Der Bogen ist leer. Bitte mindestens eine Antwort eintragen."


def test_totals_stay_hidden_below_five_sheets(stage: Stage) -> None:
    for _ in range(4):
        stage.type_sheet("555555", "Geheimtipp")
    assert not stage.view.totals.rows
    assert stage.view.texts.text() == ""
    assert stage.view.total.text() == "Das Ergebnis wird erst ab 5 Bögen gezeigt; bisher sind es 4."
    assert "Geheimtipp" not in stage.report_words()
    assert "Weniger als 5 Bögen" in stage.report_words()
    stage.type_sheet("333333")
    assert stage.view.totals.rows[0].side == "4,6"
    assert "Geheimtipp" in stage.view.texts.text()
    assert "Geheimtipp" in stage.report_words()


def test_report_gives_mean_and_spread_of_each_statement(stage: Stage) -> None:
    for signs in ("5-5555", "455555", "455555", "355555", "355555", "255555"):
        stage.type_sheet(signs)
    table = next(b for b in report(stage.content(), stage.catalog, Audience.GREMIUM).blocks if isinstance(b, Table))
    words = [["".join(a(Text, piece).text for piece in cell) for cell in row] for row in table.rows]
    assert words[0] == ["R1", "Das Ziel war klar.", "3,5", "1: 0 · 2: 1 · 3: 2 · 4: 2 · 5: 1"]
    assert words[1][2:] == ["5,0", "1: 0 · 2: 0 · 3: 0 · 4: 0 · 5: 5 · ohne Angabe: 1"]


def test_a_statement_with_few_values_keeps_them_back(stage: Stage) -> None:
    for signs in ("5-5555", "5-5555", "555555", "555555", "555555"):
        stage.type_sheet(signs)
    rows = stage.view.totals.rows
    assert rows[1].meta == "zu wenige Antworten"
    assert rows[1].side == "–"
    assert rows[0].side == "5,0"


def test_a_half_typed_sheet_comes_back(stage: Stage) -> None:
    stage.qtbot.keyClicks(QApplication.focusWidget(), "5")
    stage.qtbot.keyClicks(QApplication.focusWidget(), "3")
    stage.qtbot.waitUntil(lambda: not stage.view._pause.isActive(), timeout=3000)
    stage.idle()
    stage.open()
    assert stage.view.form.given == {"R1": 5, "R2": 3}
    assert stage.stored(Sheet) == ()


def test_a_refused_sheet_comes_back_into_the_form(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: Any) -> None:
        raise InputRefused("Der Platz reicht nicht. Bitte Platz schaffen und noch einmal speichern.")

    monkeypatch.setattr(sheets, "record_single", refuse)
    stage.qtbot.keyClicks(QApplication.focusWidget(), "5")
    stage.qtbot.keyClicks(QApplication.focusWidget(), "4")
    stage.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    stage.idle()
    assert stage.view.form.given == {"R1": 5, "R2": 4}
    assert stage.view.message.sentence.startswith("Der Platz reicht nicht.")


def test_the_line_being_typed_into_is_in_sight_in_a_low_window(stage: Stage) -> None:
    stage.widget.resize(800, 220)
    stage.idle()
    for sign in "555555":
        stage.qtbot.keyClicks(QApplication.focusWidget(), sign)
    line = stage.view.form.lines["R7"]
    assert QApplication.focusWidget() is line
    assert not line.visibleRegion().isEmpty()

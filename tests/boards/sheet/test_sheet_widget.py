"""The sheet filled in together, by keys, on a real store and the real catalogue."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.narrowing import a, there
from tests.windows import bring_up, settle
from tws_desktop.boards.sheet.agreed_view import AgreedView
from tws_desktop.boards.sheet.statement_row import StatementRow
from tws_desktop.boards.sheet.widget import Widget
from tws_desktop.catalog.catalog import Catalog
from tws_desktop.domain.confidentiality import Level, RoomAudience
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
from tws_desktop.services.workshops.slides import TableSlide
from tws_desktop.storage.store import OpenStore
from tws_desktop.ui.calls import Calls
from tws_desktop.ui.desk import Desk
from tws_desktop.ui.style import Style

TODAY = date(2026, 10, 12)
K1 = {
    "A": "544435", "B": "2212W2", "C": "32222", "D": "W23232", "E": "132234",
    "F": "23323", "G": "22W33", "H": "3W23", "I": "223233", "J": "323442",
}  # fmt: skip


class Stage:
    """The sheet of phase 4 of F01."""

    def __init__(self, qtbot: QtBot, store: OpenStore, catalog: Catalog, size: tuple[int, int] = (800, 560)) -> None:
        self.qtbot, self.store, self.catalog = qtbot, store, catalog
        self.workshop, self.step = store.write(self._make).result()
        self.calls = Calls(store)
        self.desk = Desk(self.calls, catalog, lambda *_: None, lambda: TODAY)
        self.size = size
        self.open()
        self.calls.changed.connect(lambda _: self.calls.read(self._read, self._show))

    def _show(self, found: Content) -> None:
        self.widget.show_content(found)

    def open(self) -> None:
        self.widget = Widget(self.desk, self.store.read(self._read).result())
        assert isinstance(self.widget.view, AgreedView)
        self.view = self.widget.view
        bring_up(self.qtbot, self.widget, *self.size)
        self.widget.focus_input()
        self.idle()

    def _make(self, work: Work) -> tuple[Workshop, Step]:
        plant = plants.add_plant(work, "Werk")
        project = plants.add_project(work, plant.id, "Zukunft")
        workshop = prepare.create_workshop(work, project.id, self.catalog.formats["F01"], headcount=11)
        return workshop, there(work.find(Step, workshop_id=workshop.id, number="4"))

    def _read(self, work: Work) -> Content:
        return boards.content(work, self.catalog, self.step.id, "check")

    def idle(self) -> None:
        settle(self.store, self.calls)

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(QApplication.focusWidget(), key, held)
        QApplication.processEvents()

    def type_signs(self, signs: str) -> None:
        for sign in signs:
            self.qtbot.keyClicks(QApplication.focusWidget(), sign)
            QApplication.processEvents()

    def answers(self) -> dict[str, Answer]:
        return {a.item_key: a for a in self.store.read(lambda work: work.all(Answer)).result()}

    def undo(self) -> None:
        self.store.write(lambda work: work.undo(in_workshop(self.workshop.id))).result()
        self.idle()

    @property
    def row(self) -> StatementRow:
        return next(row for row in self.view.rows.values() if row.is_open)


@pytest.fixture
def stage(qtbot: QtBot, dressed: Style, store: OpenStore, catalog: Catalog) -> Iterator[Stage]:
    made = Stage(qtbot, store, catalog)
    yield made
    made.calls.close()


def test_looking_at_the_sheet_writes_nothing(stage: Stage) -> None:
    assert stage.store.read(lambda work: work.all(Sheet)).result() == ()
    stage.type_signs("5")
    stage.idle()
    assert len(stage.store.read(lambda work: work.all(Sheet)).result()) == 1


def test_the_example_typed_by_keys_gives_its_indices_on_screen(stage: Stage) -> None:
    for signs in K1.values():
        stage.type_signs(signs.lower())
    stage.idle()
    tiles = stage.view.tiles.words
    assert tiles[0] == "Betroffenheit 79,2, hoch"
    assert tiles[1] == "Vorbereitung 36,6, gering"
    assert tiles[2] == "Handlungsdruck 50,2, hoch · „Handeln“"
    assert stage.view.pane.gap.text() == "4 von 55 Aussagen mit „weiß nicht“. Daraus werden 4 Fragen."
    assert stage.view.blocks.complete() == tuple(K1)
    assert stage.view.pane.topics.rows[0].side == "3,70"
    assert "B Strategie und Standort: 20" in stage.view.pane.bars.accessibleName()
    assert stage.answers()["B5"].special == "W"


def test_an_answer_is_on_screen_before_it_is_stored(stage: Stage) -> None:
    stage.qtbot.keyClicks(QApplication.focusWidget(), "4")
    assert stage.view.rows["A1"].answers.key == "4"
    assert stage.view.state.given("A1") == "4"
    assert stage.view.content.answers == {}


def test_keys_jump_on_and_go_back(stage: Stage) -> None:
    stage.type_signs("54")
    assert stage.row.item.key == "A3"
    stage.key(Qt.Key.Key_Backspace)
    assert stage.row.item.key == "A2"
    stage.key(Qt.Key.Key_Up)
    assert stage.row.item.key == "A1"
    stage.key(Qt.Key.Key_Up)
    assert stage.row.item.key == "A1"
    stage.key(Qt.Key.Key_Down)
    assert stage.row.item.key == "A2"


def test_a_sign_outside_the_scale_is_no_answer(stage: Stage) -> None:
    stage.type_signs("6xd")
    stage.idle()
    assert stage.answers() == {}
    assert stage.row.item.key == "A1"


def test_behind_the_last_statement_of_a_block_the_next_begins(stage: Stage) -> None:
    stage.type_signs("544435")
    assert stage.row.item.key == "B1"
    stage.key(Qt.Key.Key_Backspace)
    assert stage.row.item.key == "A6"


def test_undo_takes_back_one_answer(stage: Stage) -> None:
    stage.type_signs("54")
    stage.idle()
    stage.undo()
    assert set(stage.answers()) == {"A1"}
    assert stage.view.rows["A1"].answers.key == "5"
    assert stage.view.rows["A2"].answers.key == ""
    stage.undo()
    assert stage.answers() == {}
    assert stage.view.rows["A1"].answers.key == ""


def test_delete_takes_an_answer_back(stage: Stage) -> None:
    stage.type_signs("5")
    stage.key(Qt.Key.Key_Up)
    stage.key(Qt.Key.Key_Delete)
    stage.idle()
    assert stage.answers() == {}


def test_not_knowing_and_low_readiness_leave_a_question(stage: Stage) -> None:
    stage.type_signs("1w")
    stage.view.show_block("B")
    stage.idle()
    stage.view.rows["B1"].focus_answers()
    stage.type_signs("23w")
    stage.idle()
    item = stage.catalog.questionnaires["Q1"].item("B1")
    assert stage.view.rows["B1"].question.text() == f"Frage für den Brief: {item.question} ({item.norm})"
    assert not stage.view.rows["B1"].question.isHidden()
    assert stage.view.rows["B2"].question.text() == ""
    assert stage.view.rows["B3"].question.text().startswith("Frage für den Brief: ")
    stage.view.show_block("A")
    assert stage.view.rows["A1"].question.text() == "", "a low exposure is good news, no question"
    assert stage.view.rows["A2"].question.text().startswith("Frage für den Brief: ")


def test_a_reason_is_one_undo_step(stage: Stage) -> None:
    stage.key(Qt.Key.Key_Tab)
    stage.type_signs("Halle 4")
    stage.key(Qt.Key.Key_Tab)
    stage.idle()
    assert stage.answers()["A1"].reason == "Halle 4"
    stage.undo()
    assert stage.answers() == {}


def test_leaving_by_mouse_settles_what_is_typed(stage: Stage) -> None:
    stage.key(Qt.Key.Key_Tab)
    stage.type_signs("Folie")
    stage.view.show_block("C")
    stage.idle()
    assert stage.answers()["A1"].reason == "Folie"


def test_a_half_typed_reason_comes_back(stage: Stage) -> None:
    stage.view.show_block("B")
    stage.idle()
    stage.view.rows["B3"].focus_answers()
    stage.key(Qt.Key.Key_Tab)
    stage.type_signs("Im Wirtschaftsausschuss nur eine Fo")
    kept = there(stage.row.fields).kept["reason"]
    kept.pause_clock.stop()
    thing = ("room", str(stage.workshop.id))
    typed = kept.field.text()
    drafts = stage.store.read
    stage.qtbot.waitUntil(lambda: typed in drafts(lambda work: work.drafts(*thing)).result().values(), timeout=3000)
    stage.idle()
    stage.widget.blockSignals(True)
    kept.blockSignals(True)
    stage.open()
    assert stage.row.item.key == "B3"
    assert there(stage.row.fields).kept["reason"].field.text() == "Im Wirtschaftsausschuss nur eine Fo"
    assert stage.answers() == {}


def test_a_second_opinion_makes_a_statement_disputed(stage: Stage) -> None:
    row = stage.row
    there(row.fields).kept["dissent"].field.setText("Die Nachtschicht sieht das anders.")
    there(row.fields).settle()
    stage.idle()
    assert [found.key for found in stage.view.pane.disputed.rows] == ["A1"]


def test_a_refused_answer_goes_away_and_says_why(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: Any) -> None:
        raise InputRefused("Der Bogen ist gesperrt. Bitte später eintragen.")

    monkeypatch.setattr(sheets, "answer", refuse)
    stage.type_signs("5")
    stage.idle()
    assert stage.view.rows["A1"].answers.key == ""
    assert stage.view.message.sentence.startswith("Der Bogen ist gesperrt.")


def test_refused_words_stay_in_their_field(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: Any) -> None:
        raise InputRefused("Der Bogen ist gesperrt. Bitte später eintragen.")

    monkeypatch.setattr(sheets, "explain", refuse)
    stage.key(Qt.Key.Key_Tab)
    stage.type_signs("Halle 4")
    there(stage.row.fields).settle()
    stage.idle()
    assert there(stage.row.fields).kept["reason"].field.text() == "Halle 4"
    stage.view.show_block("B")
    stage.view.pane.item_wanted.emit("A1")
    stage.idle()
    assert there(stage.row.fields).kept["reason"].field.text() == "Halle 4"


def test_the_short_version_is_chosen_before_the_first_answer(stage: Stage) -> None:
    assert not stage.view.brief.isHidden()
    stage.view.brief.click()
    stage.idle()
    short = stage.catalog.questionnaires["Q1"].short
    assert stage.widget.counts() == f"0 von {len(short)} Aussagen beantwortet"
    stage.view.rows[short[0]].focus_answers()
    stage.type_signs("5")
    stage.idle()
    (sheet,) = stage.store.read(lambda work: work.all(Sheet)).result()
    assert tuple(item.key for item in sheet.items_copy) == short
    assert stage.view.brief.isHidden()


def test_the_beamer_follows_block_and_profile(stage: Stage) -> None:
    stage.type_signs("5")
    stage.idle()
    with stage.qtbot.waitSignal(stage.widget.slide_wanted):
        stage.view.show_block("B")
    picture = a(TableSlide, there(stage.widget.own_slide()).picture)
    assert [row[0] for row in picture.rows] == ["B1", "B2", "B3", "B4", "B5", "B6"]
    stage.view.tabs.choose("profil")
    assert stage.widget.own_slide() is None


def test_answers_above_the_ceiling_are_covered_when_the_room_may_look(stage: Stage) -> None:
    stage.type_signs("5")
    stage.idle()

    def for_all(work: Work) -> None:
        work.action("Raum", in_workshop(stage.workshop.id))
        work.change(stage.workshop, room_audience=RoomAudience.VERSAMMLUNG)

    stage.store.write(for_all).result()
    stage.idle()
    stage.widget.hide_secrets(True)
    assert stage.view.rows["A1"].answers.key == ""
    assert not stage.view.rows["A1"].isEnabled()
    stage.widget.hide_secrets(False)
    assert stage.view.rows["A1"].answers.key == "5"


def test_statement_opened_from_the_list_of_unknown(stage: Stage) -> None:
    stage.type_signs("5w")
    stage.view.tabs.choose("profil")
    stage.view.pane.item_wanted.emit("A2")
    assert stage.view.tabs.key == "aussagen"
    assert stage.row.item.key == "A2"


def test_every_control_has_a_name(stage: Stage) -> None:
    for widget in stage.widget.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            assert widget.accessibleName(), widget


def test_unknown_shows_the_way_to_the_phase_with_the_questions(stage: Stage) -> None:
    wanted: list[object] = []
    stage.widget.phase_wanted.connect(wanted.append)
    assert stage.view.pane.questions.isHidden()
    stage.type_signs("w5")
    stage.idle()
    unknown, known = stage.view.rows["A1"], stage.view.rows["A2"]
    assert unknown.way.text() == "Zur Phase „Lücken“"
    assert not unknown.way.isHidden()
    assert known.way.isHidden()
    unknown.way.click()
    stage.view.pane.questions.click()
    asking = stage.view.content.asking
    assert asking is not None
    assert asking.number == "6"
    assert wanted == [asking.id, asking.id]


def test_tab_goes_from_answer_by_fields_to_the_way(stage: Stage) -> None:
    stage.type_signs("w5")
    row = stage.view.rows["A1"]
    row.focus_answers()
    stage.idle()
    reached: list[object] = []
    for _ in range(5):
        there(stage.view.window().focusWidget()).focusNextChild()
        reached.append(stage.view.window().focusWidget())
    fields = [kept.field for kept in there(row.fields).kept.values()]
    assert reached == [*fields, row.way, stage.view.rows["A2"].answers]


def test_a_covered_answer_shows_no_way(stage: Stage) -> None:
    stage.type_signs("w")
    stage.idle()
    assert not stage.view.rows["A1"].way.isHidden()

    def classify(work: Work) -> Answer:
        work.action("Stufe", in_workshop(stage.workshop.id))
        return work.change(there(work.find(Answer, item_key="A1")), level=Level.SECRET79)

    stage.store.write(classify).result()
    stage.idle()
    stage.widget.hide_secrets(True)
    assert stage.view.rows["A1"].way.isHidden()


def test_additional_statements_are_counted_apart(stage: Stage) -> None:
    assert stage.widget.counts() == "0 von 55 Aussagen beantwortet"
    stage.view.show_block("Z")
    stage.widget.focus_input()
    stage.type_signs("4")
    assert stage.widget.counts() == "0 von 55 Aussagen beantwortet, dazu 1 Zusatzaussage"

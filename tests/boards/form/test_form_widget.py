"""The board of a form by keyboard, on a real store."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.boards.form.stage import TODAY, Stage
from tests.narrowing import a, there
from tws_desktop.boards import report
from tws_desktop.catalog.catalog import Catalog
from tws_desktop.domain.agreements import Evidence, EvidenceFrom
from tws_desktop.domain.confidentiality import Audience, Level
from tws_desktop.domain.positions import Measure, MeasureState, Position, Question
from tws_desktop.domain.workshops import EntryKind, Step
from tws_desktop.services.boards import entries, forms
from tws_desktop.storage.store import OpenStore
from tws_desktop.ui.kit.buttons import Button
from tws_desktop.ui.style import Style

Open = Callable[[str, str, str], Stage]


@pytest.fixture
def opened(qtbot: QtBot, dressed: Style, store: OpenStore, catalog: Catalog) -> Iterator[Open]:
    made: list[Stage] = []

    def make(form: str, number: str, key: str) -> Stage:
        made.append(Stage(qtbot, store, catalog, form, number, key))
        return made[-1]

    yield make
    for stage in made:
        stage.calls.close()


def test_row_after_row_by_the_line_and_a_measure_stays_a_proposal(opened: Open) -> None:
    stage = opened("F01", "8", "massnahmen")
    stage.enter("Datenliste anfordern")
    stage.enter("Gespräch mit der Werkleitung")
    assert [m.text for m in stage.all(Measure)] == ["Datenliste anfordern", "Gespräch mit der Werkleitung"]
    assert [row.chip for row in stage.rows.list.rows] == ["Vorschlag", "Vorschlag"]
    stage.type("owner", "Vorsitz")
    stage.type("due_date", "1.12.26")
    first = stage.all(Measure)[0]
    assert (first.due, first.state) == (date(2026, 12, 1), MeasureState.BINDING)
    assert stage.rows.list.rows[0].chip == "verbindlich"
    assert stage.typed("due_date") == "01.12.2026"


def test_a_wrong_date_stays_with_its_sentence(opened: Open) -> None:
    stage = opened("F01", "8", "massnahmen")
    stage.enter("Eins")
    stage.type("due_date", "bald")
    stage.enter("Zwei")
    assert stage.all(Measure)[0].due is None
    row = there(stage.rows.view.open_form).rows["due_date"]
    assert stage.typed("due_date") == "bald"
    assert row.fault


def test_a_new_row_exists_with_the_first_thing_typed(opened: Open) -> None:
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


def test_rows_move_and_go_and_come_back(opened: Open) -> None:
    stage = opened("F01", "8", "massnahmen")
    for text in ("A", "B", "C"):
        stage.enter(text)
    stage.pick(stage.content().rows[0].id)
    stage.key_on_list(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [row.title for row in stage.rows.list.rows] == ["B", "A", "C"]
    stage.key_on_list(Qt.Key.Key_Delete)
    assert stage.told == ["„A“ gelöscht."]
    assert [row.title for row in stage.rows.list.rows] == ["B", "C"]
    stage.undo()
    assert [row.title for row in stage.rows.list.rows] == ["B", "A", "C"]


def test_the_locked_part_is_covered_while_the_room_may_see_the_screen(opened: Open) -> None:
    stage = opened("F05", "5a", "blatt")
    stage.rows.begin_row()
    stage.type("title", "Standort")
    stage.type("minimum", "20 Mio.")
    assert stage.rows.view.secret.isVisible()
    stage.view.hide_secrets(True)
    assert not stage.rows.view.secret.isVisible()
    assert stage.rows.view.covered.isVisibleTo(stage.rows.view)


def test_a_row_for_the_team_is_covered_in_the_list(opened: Open) -> None:
    stage = opened("F05", "5a", "blatt")
    stage.rows.begin_row()
    stage.type("title", "Geheime Linie")
    stage.rows.acts.set_level(stage.content().rows[0].id, Level.NEGOTIATION)
    stage.idle()
    stage.view.hide_secrets(True)
    assert [row.title for row in stage.rows.list.rows] == ["Verdeckt"]
    stage.view.hide_secrets(False)
    assert [row.title for row in stage.rows.list.rows] == ["Geheime Linie"]


def test_offers_become_rows_with_their_origin(opened: Open) -> None:
    stage = opened("F01", "6", "fragen")
    early = there(stage.store.read(lambda work: work.find(Step, workshop_id=stage.workshop.id, number="2")).result())
    stage.store.write(lambda work: entries.add_entry(work, early.id, "fehlt", "Altersliste", symbol="frage")).result()
    stage.idle()
    stage.rows.offers.list.list.select("0")
    stage.qtbot.keyClick(stage.rows.offers.list.list, Qt.Key.Key_Space)
    stage.rows.offers.button.click()
    stage.idle()
    (question,) = stage.all(Question)
    assert question.text == "Altersliste"
    found = stage.store.read(lambda work: work.all(Evidence, of_id=question.id)).result()
    assert [each.source for each in found] == [EvidenceFrom.ENTRY]
    assert not stage.rows.offers.isVisibleTo(stage.rows)


def test_a_position_rests_on_what_is_ticked_and_undo_takes_it_away(opened: Open) -> None:
    stage = opened("F05", "5a", "blatt")
    early = there(stage.store.read(lambda work: work.find(Step, workshop_id=stage.workshop.id, number="3")).result())
    said = stage.store.write(
        lambda work: entries.add_entry(work, early.id, "saetze", "Ein Satz", kind=EntryKind.SENTENCE)
    ).result()
    stage.rows.begin_row()
    stage.type("title", "Standort")
    stage.rows.view.grounds.list.list.opened.emit(str(said.id))
    stage.idle()
    assert stage.rows.list.rows[0].chip == "1 von 4"
    assert len(stage.rows.view.grounds.chips.widgets) == 1
    stage.undo()
    assert stage.rows.list.rows[0].chip == "0 von 4"


def test_half_typed_text_survives(opened: Open) -> None:
    stage = opened("F01", "8", "massnahmen")
    stage.enter("Eins")
    row = stage.content().rows[0].id
    stage.rows.acts.keep(row, "done_when", "halb fert")
    stage.rows.acts.keep(None, "line", "Zwei hal")
    stage.close()
    stage.open()
    assert there(stage.rows.input).field.text() == "Zwei hal"
    assert stage.typed("done_when") == "halb fert"


def test_a_release_of_a_row_reaches_paper(opened: Open) -> None:
    stage = opened("F05", "5a", "blatt")
    stage.rows.begin_row()
    stage.type("title", "Für die Belegschaft")
    position = stage.content().rows[0].id
    assert report(stage.content(), stage.catalog, Audience.BELEGSCHAFT).blocks == ()
    stage.rows.acts.set_released(position, Audience.BELEGSCHAFT, on=True)
    stage.idle()
    assert "Für die Belegschaft" in repr(report(stage.content(), stage.catalog, Audience.BELEGSCHAFT).blocks)


def test_a_decision_is_a_poll(opened: Open) -> None:
    stage = opened("F05", "9", "beschluss")
    assert [chip.text for chip in stage.view.chips()] == ["Meinungsbild, kein Beschluss"]


def test_facts_are_typed_dated_and_undone_in_the_room(opened: Open) -> None:
    stage = opened("F01", "2", "steckbrief")
    stage.facts.list.select("Beschäftigte")
    form = stage.facts.forms["Beschäftigte"]
    a(QLineEdit, form.field("beschaeftigte")).setText("1.240")
    a(QLineEdit, form.field("beschaeftigte")).setModified(True)
    stage.facts.source.setText("Personalliste")
    stage.facts.settle()
    stage.idle()
    fact = stage.content().facts["beschaeftigte"]
    assert (fact.value, fact.as_of, fact.source) == ("1240", TODAY, "Personalliste")
    assert a(QLineEdit, form.field("beschaeftigte")).text() == "1.240"
    stage.facts.areas.added.emit("Montage", 138)
    stage.idle()
    assert [(area.name, area.headcount) for area in stage.content().areas] == [("Montage", 138)]
    stage.undo()
    stage.undo()
    assert stage.content().areas == ()
    assert "beschaeftigte" not in stage.content().facts


def test_who_sees_it_is_one_press(opened: Open) -> None:
    stage = opened("F05", "3", "saetze")
    stage.enter("Ein Satz")
    stage.rows.who.open()
    buttons = {button.words(): button for button in there(stage.rows.who.shown).findChildren(Button)}
    buttons["offen"].click()
    stage.idle()
    assert stage.content().rows[0].record.level is Level.OPEN
    assert stage.rows.who.shown is not None


def test_what_is_settled_is_not_overwritten_by_its_old_draft(opened: Open) -> None:
    stage = opened("F01", "8", "massnahmen")
    stage.enter("Eins")
    stage.enter("Zwei")
    one, two = (row.id for row in stage.content().rows)
    stage.pick(one)
    stage.rows.acts.keep(one, "done_when", "halb")
    stage.enter("Drei")
    stage.type("done_when", "ganz fertig")
    stage.pick(two)
    stage.pick(one)
    assert stage.typed("done_when") == "ganz fertig"


def test_leaving_a_new_row_for_the_one_before_shows_its_fields(opened: Open) -> None:
    stage = opened("F01", "8", "massnahmen")
    stage.enter("Eins")
    stage.rows.begin_row()
    assert stage.typed("text") == ""
    stage.pick(stage.content().rows[0].id)
    assert stage.typed("text") == "Eins"


def test_an_older_state_does_not_take_typed_text_off_the_screen(opened: Open) -> None:
    stage = opened("F01", "8", "massnahmen")
    stage.enter("Eins")
    before = stage.content()
    field = a(QLineEdit, stage.field("done_when"))
    field.setFocus()
    field.insert("Angebot liegt vor")
    stage.rows.view.settle()
    stage.field("means").setFocus()
    stage.view.show_content(before)
    assert field.text() == "Angebot liegt vor"
    stage.idle()
    assert field.text() == "Angebot liegt vor"
    stage.undo()
    assert field.text() == ""


def test_an_objection_names_the_position_it_is_about(opened: Open) -> None:
    stage = opened("F05", "6", "einwaende")
    sheet = there(stage.store.read(lambda w: w.find(Step, workshop_id=stage.workshop.id, number="5a")).result())
    blatt = sheet.boards[0]
    stage.store.write(lambda work: forms.add_row(work, sheet.id, blatt, {"title": "Standort"}, TODAY)).result()
    stage.store.write(lambda work: forms.add_row(work, sheet.id, blatt, {"title": "Fonds"}, TODAY)).result()
    stage.idle()
    there(there(stage.rows.input).choice).set_key("Fonds")
    stage.enter("Zu teuer")
    (row,) = stage.content().rows
    assert (row.shown["text"], row.shown["about"]) == ("Zu teuer", "Fonds")
    assert not stage.rows.offers.isVisibleTo(stage.rows)


def test_a_sentence_says_by_its_beginning_which_one_it_takes_up(opened: Open) -> None:
    stage = opened("F05", "3", "saetze")
    stage.enter("Beschäftigung heißt bei uns 2030 ein sicherer Platz")
    stage.enter("Freier Satz")
    assert [row.shown["about"] for row in stage.content().rows] == [
        "Beschäftigung heißt bei uns 2030 …",
        "2030 ist unser Standort …",
    ]

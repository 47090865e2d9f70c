"""The board of cards by keyboard and mouse, on a real store."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from tests.narrowing import a, there
from tests.windows import bring_up, settle
from tws_desktop.boards.cards.card_list import CardList
from tws_desktop.boards.cards.card_panel import CardPanel
from tws_desktop.boards.cards.widget import Widget
from tws_desktop.boards.secret_panel import SecretPanel
from tws_desktop.catalog.catalog import Catalog
from tws_desktop.domain.confidentiality import Audience, Level
from tws_desktop.domain.keeping import in_workshop
from tws_desktop.domain.workshops import Entry, EntryKind, Step, Workshop
from tws_desktop.services import boards, entries, plants, prepare
from tws_desktop.services.boards import Content
from tws_desktop.services.ports import Work
from tws_desktop.storage.store import OpenStore
from tws_desktop.ui.calls import Calls
from tws_desktop.ui.desk import Desk
from tws_desktop.ui.kit.fields import ChoiceField
from tws_desktop.ui.style import Style

TODAY = date(2026, 10, 12)
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


class Stage:
    """A board on phase 3 of F01 with two columns and three cards."""

    def __init__(self, qtbot: QtBot, store: OpenStore, catalog: Catalog) -> None:
        self.qtbot, self.store = qtbot, store
        self.workshop, self.step = store.write(lambda work: self._make(work, catalog)).result()
        self.calls = Calls(store)
        self.desk = Desk(self.calls, catalog, lambda *_: None, lambda: TODAY)
        self.told: list[str] = []
        self.view = Widget(self.desk, self._content().result())
        self.view.told.connect(self.told.append)
        self.calls.changed.connect(lambda _: self.calls.read(self._read, self.view.show_content))
        bring_up(qtbot, self.view, 900, 640)

    def _make(self, work: Work, catalog: Catalog) -> tuple[Workshop, Step]:
        plant = plants.add_plant(work, "Werk")
        project = plants.add_project(work, plant.id, "Zukunft")
        workshop = prepare.create_workshop(work, project.id, catalog.formats["F01"], headcount=11)
        step = there(work.find(Step, workshop_id=workshop.id, number="3"))
        one = entries.add_entry(work, step.id, "karten", "Eins", kind=EntryKind.CLUSTER)
        entries.add_entry(work, step.id, "karten", "Zwei", kind=EntryKind.CLUSTER)
        for text in ("A", "B"):
            entries.add_entry(work, step.id, "karten", text, symbol="problem", parent_id=one.id)
        entries.add_entry(work, step.id, "karten", "Lose", symbol="idee")
        return workshop, step

    def _read(self, work: Work) -> Content:
        return boards.content(work, self.desk.catalog, self.step.id, "karten")

    def _content(self) -> Future[Content]:
        return self.store.read(lambda work: boards.content(work, self.desk.catalog, self.step.id, "karten"))

    def idle(self) -> None:
        settle(self.store, self.calls)

    def cards(self) -> dict[str, list[str]]:
        shown = {there(view.item).title: [c.text for c in view.cards.cards.items] for view in self.view.columns.views}
        return {**shown, "": [item.text for item in self.view.tray.cards.cards.items]}

    def pick(self, text: str) -> CardList:
        for cards in self.view.moves.lists():
            row = next((n for n, item in enumerate(cards.cards.items) if item.text == text), -1)
            if row >= 0:
                cards.setFocus()
                cards.setCurrentIndex(cards.cards.index(row))
                return cards
        raise AssertionError(text)

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(self.view.moves.list_of(self.view.selected), key, held)
        self.idle()

    def row(self, text: str) -> Entry:
        found = self.store.read(lambda work: work.all(Entry, workshop_id=self.workshop.id)).result()
        return next(entry for entry in found if entry.text == text)

    def undo(self) -> None:
        self.store.write(lambda work: work.undo(in_workshop(self.workshop.id))).result()
        self.idle()


@pytest.fixture
def stage(qtbot: QtBot, dressed: Style, store: OpenStore, catalog: Catalog) -> Iterator[Stage]:
    made = Stage(qtbot, store, catalog)
    yield made
    made.view.hide()
    made.calls.close()


def test_digits_move_and_zero_goes_back_to_the_tray(stage: Stage) -> None:
    stage.pick("Lose")
    stage.key(Qt.Key.Key_2)
    assert stage.cards() == {"Eins": ["A", "B"], "Zwei": ["Lose"], "": []}
    stage.key(Qt.Key.Key_0)
    assert stage.cards()[""] == ["Lose"]
    stage.key(Qt.Key.Key_9)
    assert stage.told[-1].startswith("Spalte 9 gibt es nicht")


def test_alt_arrows_move_within_and_between_columns(stage: Stage) -> None:
    stage.pick("A")
    stage.key(Qt.Key.Key_Down, ALT)
    assert stage.cards()["Eins"] == ["B", "A"]
    stage.key(Qt.Key.Key_Right, ALT)
    assert stage.cards() == {"Eins": ["B"], "Zwei": ["A"], "": ["Lose"]}
    stage.key(Qt.Key.Key_Left, ALT)
    assert stage.cards()["Eins"] == ["B", "A"]


def test_the_selection_follows_the_card_into_its_new_column(stage: Stage) -> None:
    stage.pick("A")
    chosen = stage.view.selected
    stage.key(Qt.Key.Key_2)
    assert stage.view.selected == chosen
    assert stage.view.moves.list_of(chosen) is stage.view.columns.views[1].cards


def test_delete_strikes_and_undo_brings_back(stage: Stage) -> None:
    stage.pick("A")
    stage.key(Qt.Key.Key_Delete)
    assert stage.cards()["Eins"] == ["B"]
    assert stage.told[-1] == "Karte gelöscht."
    stage.undo()
    assert stage.cards()["Eins"] == ["A", "B"]


def test_kind_and_level_by_key(stage: Stage) -> None:
    stage.pick("A")
    stage.key(Qt.Key.Key_3, CTRL)
    assert stage.row("A").symbol == "idee"
    stage.key(Qt.Key.Key_G, CTRL)
    assert stage.row("A").level is Level.NEGOTIATION
    stage.key(Qt.Key.Key_G, CTRL)
    assert stage.row("A").level is Level.OPEN


def test_editing_in_place_saves_by_enter_and_leaves_by_escape(stage: Stage) -> None:
    stage.pick("A")
    stage.qtbot.keyClick(stage.view.moves.list_of(stage.view.selected), Qt.Key.Key_F2)
    there(stage.view._edit).field.setText("A wie Anfang")
    stage.qtbot.keyClick(there(stage.view._edit).field, Qt.Key.Key_Return)
    stage.idle()
    assert stage.cards()["Eins"] == ["A wie Anfang", "B"]
    stage.pick("B")
    stage.qtbot.keyClick(stage.view.moves.list_of(stage.view.selected), Qt.Key.Key_F2)
    there(stage.view._edit).field.setText("verworfen")
    stage.qtbot.keyClick(there(stage.view._edit).field, Qt.Key.Key_Escape)
    stage.idle()
    assert stage.cards()["Eins"] == ["A wie Anfang", "B"]


def test_half_edited_text_comes_back_to_a_new_board(stage: Stage) -> None:
    stage.pick("A")
    stage.view.edit(there(stage.view.selected))
    there(stage.view._edit).field.setText("A halb ge")
    there(stage.view._edit).kept._draft()
    stage.idle()
    again = Widget(stage.desk, stage._content().result())
    stage.qtbot.addWidget(again)
    again.resize(900, 640)
    again.show()
    stage.qtbot.waitUntil(lambda: again._edit is not None)
    assert there(again._edit).field.text() == "A halb ge"
    there(again._edit).finish(save=False)
    stage.idle()


def test_a_secret_asks_who_and_when_and_can_drop_its_content(stage: Stage) -> None:
    stage.pick("A")
    stage.view.panels.secret(there(stage.view.selected))
    panel = a(SecretPanel, stage.view.panels.shown)
    panel._mark(keep_text=True)
    assert panel._who_row.fault
    panel.who.setText("Geschäftsführung")
    panel._mark(keep_text=False)
    stage.idle()
    assert stage.cards()["Eins"][0] == "Geheimnis, erklärt am 12.10.2026 von Geschäftsführung"
    assert there(stage.view.acts.entry(stage.view.selected)).level is Level.SECRET79
    stage.undo()
    assert stage.cards()["Eins"][0] == "A"


def test_who_sees_this_releases_by_one_press(stage: Stage) -> None:
    stage.pick("A")
    stage.key(Qt.Key.Key_W)
    buttons = {
        b.accessibleName(): b for b in there(stage.view.panels.shown).findChildren(type(stage.view.input.button))
    }
    buttons["Freigeben: Arbeitgeber"].click()
    stage.idle()
    released = stage.store.read(lambda work: entries.released(work, "entries")).result()
    assert released == {stage.row("A").id: {Audience.ARBEITGEBER}}
    buttons = {
        b.accessibleName(): b for b in there(stage.view.panels.shown).findChildren(type(stage.view.input.button))
    }
    assert "Freigabe zurücknehmen: Arbeitgeber" in buttons


def test_fields_of_the_card_and_its_note(stage: Stage) -> None:
    stage.pick("A")
    stage.key(Qt.Key.Key_A)
    panel = a(CardPanel, stage.view.panels.shown)
    a(ChoiceField, panel.first).set_key("Demografie")
    a(ChoiceField, panel.first).chosen.emit("Demografie")
    panel._note.setText("Folie 7")
    panel.settle()
    stage.idle()
    assert (stage.row("A").data["trend"], stage.row("A").note) == ("Demografie", "Folie 7")
    a(ChoiceField, a(CardPanel, stage.view.panels.shown).first).chosen.emit("-")
    stage.idle()
    assert "trend" not in stage.row("A").data


def test_doubles_are_stacked_and_taken_apart(stage: Stage) -> None:
    stage.view.acts.stack(stage.row("A").id, stage.row("B").id)
    stage.idle()
    assert stage.cards()["Eins"] == ["B"]
    stage.view.acts.unstack(stage.row("B").id)
    stage.idle()
    assert sorted(stage.cards()["Eins"]) == ["A", "B"]


def test_columns_get_topics_merge_and_dissolve(stage: Stage) -> None:
    columns = {there(view.item).title: there(view.item).id for view in stage.view.columns.views}
    stage.view.acts.set_topics(columns["Eins"], ("T05", "T11"))
    stage.idle()
    assert len(there(stage.view.columns.views[0].item).topics) == 2
    stage.view.acts.merge(columns["Eins"], columns["Zwei"])
    stage.idle()
    assert stage.cards() == {"Zwei": ["A", "B"], "": ["Lose"]}
    stage.view.acts.dissolve(columns["Zwei"])
    stage.idle()
    assert sorted(stage.cards()[""]) == ["A", "B", "Lose"]


def _middle(cards: CardList, row: int) -> QPoint:
    return cards.viewport().mapToGlobal(cards.visualRect(cards.cards.index(row)).center())


def test_dragging_with_the_mouse(stage: Stage) -> None:
    source = stage.view.columns.views[0].cards
    target = stage.view.columns.views[1].cards
    start = source.visualRect(source.cards.index(0)).center()
    stage.qtbot.mousePress(source.viewport(), Qt.MouseButton.LeftButton, pos=start)
    source.dragged.emit(source.cards.items[0].id, _middle(source, 1))
    where = target.viewport().mapToGlobal(QPoint(20, 20))
    source.dragged.emit(source.cards.items[0].id, where)
    assert stage.view.columns.views[1]._lit
    source.dropped.emit(source.cards.items[0].id, where)
    stage.idle()
    assert stage.cards() == {"Eins": ["B"], "Zwei": ["A"], "": ["Lose"]}
    assert not stage.view.columns.views[1]._lit


def test_a_drop_outside_changes_nothing(stage: Stage) -> None:
    source = stage.view.columns.views[0].cards
    source.dropped.emit(source.cards.items[0].id, QPoint(-5000, -5000))
    stage.idle()
    assert stage.cards()["Eins"] == ["A", "B"]


def test_cards_of_the_passed_round_laptop_are_only_written_at_the_end(stage: Stage) -> None:
    stage.view.open_pass_round()
    round_ = there(stage.view._pass)
    assert stage.view.alone()
    assert stage.view.own_slide() is not None
    round_._begin()
    for text in ("Erste", "Zweite"):
        round_.input.field.setText(text)
        round_.input._enter()
    round_.input.field.setText("Dritte")
    round_._next()
    stage.idle()
    assert stage.view.hold()
    assert stage.cards()[""] == ["Lose"]
    round_._finish()
    stage.idle()
    assert sorted(stage.cards()[""]) == ["Dritte", "Erste", "Lose", "Zweite"]
    assert not stage.view.alone()
    stage.undo()
    assert stage.cards()[""] == ["Lose"]


def test_every_card_has_a_name_for_screen_readers(stage: Stage) -> None:
    index = stage.view.columns.views[0].cards.cards.index(1)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Problem: B, Spalte 1, Karte 2 von 2"
    assert stage.view.columns.views[0].head.accessibleName() == "Spalte 1, Eins, 2 Karten"


def test_scroll_and_half_typed_text_stay_when_rows_change(stage: Stage) -> None:
    stage.view.input.field.setText("halb")
    stage.pick("B")
    chosen = stage.view.selected
    stage.store.write(lambda work: entries.add_entry(work, stage.step.id, "karten", "Neu")).result()
    stage.idle()
    assert stage.cards()[""] == ["Lose", "Neu"]
    assert stage.view.input.field.text() == "halb"
    assert stage.view.selected == chosen

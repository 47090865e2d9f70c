"""Give and take: both sides beside each other, typed into the empty pair at the end, on a real store."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from tests.boards.form.stage import Stage, words_in
from tests.narrowing import a, there
from tws_desktop.boards import report, slide
from tws_desktop.boards.form.pair_view import PairView
from tws_desktop.boards.form.pairs_area import PairsArea
from tws_desktop.catalog.catalog import Catalog
from tws_desktop.domain.confidentiality import Audience, Level
from tws_desktop.domain.positions import Trade
from tws_desktop.services.workshops.slides import TableSlide
from tws_desktop.storage.store import OpenStore
from tws_desktop.ui.kit.buttons import Button
from tws_desktop.ui.kit.chips import Chip
from tws_desktop.ui.style import Style


@pytest.fixture
def stage(qtbot: QtBot, dressed: Style, store: OpenStore, catalog: Catalog) -> Iterator[Stage]:
    stage = Stage(qtbot, store, catalog, "F05", "7", "tausch")
    yield stage
    stage.calls.close()


def put(stage: Stage, pair: PairView, key: str, text: str) -> None:
    stage.fill(pair.form.field(key), text)
    pair.settle()
    stage.idle()


def pair_of(stage: Stage, number: int) -> PairView:
    return a(PairsArea, stage.area).pairs[stage.content().rows[number].id]


def test_what_is_typed_into_the_empty_pair_is_a_pair_and_keeps_the_cursor(stage: Stage) -> None:
    pair = a(PairsArea, stage.area).new
    put(stage, pair, "gives", "Zwei Samstage")
    assert a(PairsArea, stage.area).new is not pair
    assert pair_of(stage, 0) is pair
    assert pair.form.field("gives").hasFocus()
    put(stage, pair, "gives_until", "31.12.27")
    put(stage, pair, "gets", "Keine Kündigung")
    put(stage, pair, "gets_until", "Ende 2030")
    put(stage, pair, "fallback", "Samstage entfallen")
    (trade,) = stage.all(Trade)
    assert (trade.gives, trade.gives_until) == ("Zwei Samstage", date(2027, 12, 31))
    assert (trade.gets, trade.gets_until) == ("Keine Kündigung", date(2030, 12, 31))
    assert trade.fallback == "Samstage entfallen"
    stage.undo()
    assert words_in(pair.form.field("fallback")) == ""


def test_a_pair_says_what_it_lacks(stage: Stage) -> None:
    pair = a(PairsArea, stage.area).new
    put(stage, pair, "gives", "Zwei Samstage")
    assert [a(Chip, chip).text() for chip in pair.lacks.widgets] == ["Gegenleistung fehlt", "unser Beitrag ohne Ende"]
    put(stage, pair, "gives_until", "bald")
    assert pair.form.rows["gives_until"].fault
    assert words_in(pair.form.field("gives_until")) == "bald"


@pytest.mark.parametrize(("width", "beside"), [(900, True), (560, True), (300, False)])
def test_both_sides_stand_beside_each_other_while_there_is_room(stage: Stage, width: int, beside: bool) -> None:
    stage.view.resize(width, 500)
    stage.idle()
    at: Callable[[str], QPoint] = lambda key: a(PairsArea, stage.area).new.form.field(key).mapTo(stage.view, QPoint())  # noqa: E731
    assert (at("gives").y() == at("gets").y()) == beside
    assert (at("gives").x() < at("gets").x()) == beside


def test_pairs_move_and_go_and_come_back(stage: Stage) -> None:
    for text in ("A", "B"):
        put(stage, a(PairsArea, stage.area).new, "gives", text)
    pair_of(stage, 0).moved.emit(1)
    stage.idle()
    assert [trade.gives for trade in stage.all(Trade)] == ["B", "A"]
    pair_of(stage, 0).removed.emit()
    stage.idle()
    assert [words_in(pair.form.field("gives")) for pair in a(PairsArea, stage.area).pairs.values()] == ["A"]
    assert stage.told == ["„B“ gelöscht."]
    stage.undo()
    assert len(a(PairsArea, stage.area).pairs) == 2


def test_a_pair_for_the_team_is_covered_while_the_room_may_see_the_screen(stage: Stage) -> None:
    put(stage, a(PairsArea, stage.area).new, "gives", "Geheim")
    pair = pair_of(stage, 0)
    pair.who_button.click()
    stage.idle()
    buttons = {button.words(): button for button in there(a(PairsArea, stage.area).who.shown).findChildren(Button)}
    buttons[Level.NEGOTIATION.german].click()
    stage.idle()
    stage.view.hide_secrets(True)
    assert pair.isHidden()
    assert a(PairsArea, stage.area).covered.isVisibleTo(stage.area)
    stage.view.hide_secrets(False)
    assert not pair.isHidden()


def test_half_typed_text_of_a_pair_survives(stage: Stage) -> None:
    put(stage, a(PairsArea, stage.area).new, "gives", "Eins")
    row = stage.content().rows[0].id
    a(PairsArea, stage.area).acts.keep(row, "fallback", "halb fert")
    a(PairsArea, stage.area).acts.keep(None, "gets", "neu hal")
    stage.close()
    stage.open()
    assert isinstance(stage.area, PairsArea)
    assert words_in(a(PairsArea, stage.area).pairs[row].form.field("fallback")) == "halb fert"
    assert words_in(a(PairsArea, stage.area).new.form.field("gets")) == "neu hal"


def test_both_sides_reach_beamer_and_paper(stage: Stage, catalog: Catalog) -> None:
    pair = a(PairsArea, stage.area).new
    for key, text in (("gives", "Samstage"), ("gives_until", "31.12.27"), ("gets", "Zusage"), ("gets_until", "1.7.30")):
        put(stage, pair, key, text)
    picture = a(TableSlide, slide(stage.content(), catalog, Level.COUNCIL).picture)
    assert picture.rows == (("Samstage", "31.12.2027", "Zusage", "01.07.2030"),)
    said = repr(report(stage.content(), catalog, Audience.GREMIUM).blocks)
    assert all(text in said for text in ("Samstage", "31.12.2027", "Zusage", "01.07.2030"))

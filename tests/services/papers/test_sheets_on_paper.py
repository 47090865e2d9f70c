"""Questionnaires on paper: every statement with its boxes, nothing of what was answered."""

from __future__ import annotations

from datetime import date

import pytest

from tws_desktop.catalog.catalog import Catalog
from tws_desktop.documents.blocks import Document, Table, Text, Title
from tws_desktop.domain.board_parameters import SheetMode
from tws_desktop.domain.errors import FileRefused
from tws_desktop.domain.workshops import Step, Workshop
from tws_desktop.services.boards import sheets as answering
from tws_desktop.services.papers import sheets
from tws_desktop.services.workshops.new_workshop import Wish, create
from tws_desktop.storage.store import OpenStore

TODAY = date(2026, 10, 12)


def _day(store: OpenStore, catalog: Catalog, form: str) -> Workshop:
    wish = Wish(plant_name="Gießerei", project_title="Zukunft", form=catalog.formats[form], values={})
    return store.write(lambda work: create(work, wish)).result()


def _paper(store: OpenStore, catalog: Catalog, day: Workshop) -> Document:
    return store.read(lambda work: sheets.make(work, catalog, day.id, TODAY)).result().document


def _rows(document: Document) -> list[tuple[str, ...]]:
    tables = [block for block in document.blocks if isinstance(block, Table)]
    return [tuple(span.text for (span,) in row if isinstance(span, Text)) for table in tables for row in table.rows]


def test_every_statement_has_a_box_for_each_step_and_for_what_is_no_number(store: OpenStore, catalog: Catalog) -> None:
    day = _day(store, catalog, "F01")
    assert store.read(lambda work: sheets.asks(work, day.id)).result()
    document = _paper(store, catalog, day)
    titles = [block.text for block in document.blocks if isinstance(block, Title)]
    assert titles == ["Transformationscheck", "Rückmeldung zum Workshop"]
    rows = {row[0]: row for row in _rows(document)}
    for item in catalog.questionnaires["Q1"].items:
        assert rows[item.key] == (item.key, item.text, *("☐",) * 7)
    assert rows["R1"][2:] == ("☐",) * 6


def test_what_was_answered_stays_away(store: OpenStore, catalog: Catalog) -> None:
    day = _day(store, catalog, "F01")
    empty = _paper(store, catalog, day)
    steps = store.read(lambda work: work.all(Step, workshop_id=day.id)).result()
    asked = next(step for step in steps if any(b.sheet and b.sheet.questionnaire == "Q1" for b in step.boards))
    questionnaire = catalog.questionnaires["Q1"]
    opened = store.write(lambda work: answering.open_sheet(work, asked.id, questionnaire, SheetMode.AGREED)).result()
    store.write(lambda work: answering.answer(work, opened.id, "A1", 5)).result()
    assert _paper(store, catalog, day) == empty


def test_a_workshop_without_a_questionnaire_says_so(store: OpenStore, catalog: Catalog) -> None:
    day = _day(store, catalog, "K1")
    assert not store.read(lambda work: sheets.asks(work, day.id)).result()
    with pytest.raises(FileRefused, match="keinen Fragebogen"):
        _paper(store, catalog, day)

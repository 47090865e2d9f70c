"""The agenda on paper: everything for the facilitator, no internals for the participants."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import docx
import pytest

from tws_desktop.catalog.catalog import Catalog
from tws_desktop.documents.blocks import Document
from tws_desktop.documents.screen import lines
from tws_desktop.documents.word import write_word
from tws_desktop.domain.confidentiality import Audience, Level
from tws_desktop.domain.positions import Measure
from tws_desktop.domain.workshops import EntryKind, Step, Workshop
from tws_desktop.services.boards import entries, forms
from tws_desktop.services.papers import agenda
from tws_desktop.services.papers.left_out import LeftOut, left_out, release_all
from tws_desktop.services.ports import Work
from tws_desktop.services.workshops import agenda as agenda_of_day
from tws_desktop.services.workshops.new_workshop import Wish, create
from tws_desktop.storage.store import OpenStore

TODAY = date(2026, 10, 12)


@pytest.fixture
def day(store: OpenStore, catalog: Catalog) -> Workshop:
    values = {"headcount": 11, "starts_on": date(2026, 11, 26), "starts_at": "08:00", "place": "Kantine"}
    wish = Wish(plant_name="Gießerei", project_title="Zukunft", form=catalog.formats["F01"], values=values)
    return store.write(lambda work: create(work, wish)).result()


def _words(store: OpenStore, catalog: Catalog, day: Workshop, key: str) -> tuple[Document, str]:
    made = store.read(lambda work: agenda.make(work, catalog, key, day.id, TODAY)).result()
    words = [line.text for line in lines(made.document)]
    words += [piece.text for line in lines(made.document) for cell in line.cells for piece in cell]
    return made.document, "\n".join(words)


def test_the_long_one_holds_every_phase_with_goal_plan_b_and_words(
    store: OpenStore, catalog: Catalog, day: Workshop, tmp_path: Path
) -> None:
    document, words = _words(store, catalog, day, agenda.LONG)
    for step in store.read(lambda work: work.all(Step, workshop_id=day.id)).result():
        for text in (
            step.title,
            step.question,
            step.goal,
            step.plan_b,
            step.who,
            step.result,
            *agenda_of_day.spoken(step, step.say, "12:00\u00a0Uhr"),
        ):
            assert text in words
    assert "{ende}" not in words
    assert "{kriterium}" not in words
    assert "26.\u00a0November 2026, 08:00 bis 12:00\u00a0Uhr, Kantine" in words
    assert document.landscape
    write_word(document, tmp_path / "plan.docx", None)
    table = docx.Document(str(tmp_path / "plan.docx")).tables[0]
    assert [row.cells[0].text for row in table.rows][:3] == ["Zeit", "08:00", "08:15"]


def test_the_short_one_has_times_and_questions_and_nothing_internal(
    store: OpenStore, catalog: Catalog, day: Workshop
) -> None:
    document, words = _words(store, catalog, day, agenda.SHORT)
    steps = store.read(lambda work: work.all(Step, workshop_id=day.id)).result()
    for step in steps:
        assert step.title in words
        for text in (step.plan_b, step.result, *step.say):
            assert not text or text not in words
    assert not document.landscape


def test_left_out_names_what_the_table_of_levels_holds_back(store: OpenStore, catalog: Catalog, day: Workshop) -> None:
    def make(work: Work) -> Workshop:
        step = next(step for step in work.all(Step, workshop_id=day.id) if step.method_key == "M08")
        row = forms.add_row(work, step.id, step.boards[0], {"text": "Nur wir"}, TODAY)
        work.change(work.get(Measure, row.id), level=Level.COUNCIL)
        row = forms.add_row(work, step.id, step.boards[0], {"text": "Geheim"}, TODAY)
        work.change(work.get(Measure, row.id), level=Level.NEGOTIATION)
        cards = next(step for step in work.all(Step, workshop_id=day.id) if step.method_key == "M01")
        entries.add_entry(work, cards.id, cards.boards[0].key, "Notiz", kind=EntryKind.PRIVATE_NOTE)
        return work.get(Workshop, day.id)

    workshop = store.write(make).result()

    def missing(audience: Audience, key: str = "D04") -> tuple[LeftOut, ...]:
        return store.read(lambda work: left_out(work, key, (workshop,), audience)).result()

    assert {(thing.text, thing.can_be_released) for thing in missing(Audience.BELEGSCHAFT)} == {
        ("Nur wir", True),
        ("Geheim", False),
    }
    assert [thing.text for thing in missing(Audience.GREMIUM)] == ["Geheim"]
    assert all(thing.kind != "Karte" for thing in missing(Audience.BELEGSCHAFT, "D01"))
    held = missing(Audience.BELEGSCHAFT)
    assert store.write(lambda work: release_all(work, held, Audience.BELEGSCHAFT, "Moderation")).result() == 1
    assert [thing.text for thing in missing(Audience.BELEGSCHAFT)] == ["Geheim"]
    assert [thing.text for thing in missing(Audience.ARBEITGEBER)] == ["Nur wir", "Geheim"]

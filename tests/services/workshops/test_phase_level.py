"""A phase with a confidentiality of its own: what arises there starts with it, papers and beamer follow."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.narrowing import there
from tws_desktop import boards as board_parts
from tws_desktop.catalog.catalog import Catalog
from tws_desktop.domain.board_parameters import SheetMode
from tws_desktop.domain.confidentiality import Audience, Level
from tws_desktop.domain.positions import Question
from tws_desktop.domain.results import Answer
from tws_desktop.domain.workshops import Entry, Step, Workshop
from tws_desktop.services import plants
from tws_desktop.services.agreements.workshop_templates import (
    keep_workshop_as_template,
    new_workshop_from_template,
)
from tws_desktop.services.boards import content as boards
from tws_desktop.services.boards import entries, forms, sheets, votes
from tws_desktop.services.ports import Work
from tws_desktop.services.workshops import prepare
from tws_desktop.storage.store import OpenStore

TODAY = date(2026, 11, 30)


@pytest.fixture
def day(store: OpenStore, catalog: Catalog) -> Workshop:
    def make(work: Work) -> Workshop:
        plant = plants.add_plant(work, "Gießerei")
        project = plants.add_project(work, plant.id, "Zukunft")
        return prepare.create_workshop(work, project.id, catalog.formats["F01"], headcount=11)

    return store.write(make).result()


def _step(work: Work, day: Workshop, number: str) -> Step:
    return there(work.find(Step, workshop_id=day.id, number=number))


def test_what_arises_in_a_phase_has_its_level(store: OpenStore, day: Workshop, catalog: Catalog) -> None:
    def run(work: Work) -> Any:
        for number in ("3", "4", "6"):
            prepare.change_step(work, _step(work, day, number).id, level=Level.PARTICIPANTS)
        cards, check, gaps = (_step(work, day, number) for number in ("3", "4", "6"))
        entries.add_entry(work, cards.id, "karten", "Karte")
        entries.park(work, day.id, "Parkplatz", cards.id)
        sheet = sheets.open_sheet(work, check.id, catalog.questionnaires["Q1"], SheetMode.AGREED)
        sheets.answer(work, sheet.id, "A1", 5)
        forms.add_row(work, gaps.id, gaps.boards[0], {"text": "Wie viel?"}, TODAY)
        kinds: tuple[type[Any], ...] = (Entry, Answer, Question)
        return [each.level for kind in kinds for each in work.all(kind)]

    assert store.write(run).result() == [Level.PARTICIPANTS] * 4


def test_without_its_own_level_a_phase_follows_the_workshop(store: OpenStore, day: Workshop) -> None:
    def run(work: Work) -> Any:
        prepare.change_workshop(work, day.id, default_level=Level.OPEN)
        return entries.add_entry(work, _step(work, day, "3").id, "karten", "Karte").level

    assert store.write(run).result() is Level.OPEN


@pytest.mark.parametrize(("level", "left_out"), [(Level.PARTICIPANTS, 0), (None, 1)])
def test_dots_on_a_scale_go_where_the_phase_allows(
    store: OpenStore, day: Workshop, catalog: Catalog, level: Any, left_out: Any
) -> None:
    def run(work: Work) -> Any:
        step = _step(work, day, "1")
        prepare.change_step(work, step.id, level=level)
        vote = votes.begin(work, step.id, step.boards[0])
        votes.set_total(work, vote.id, None, "5", 7)
        content = boards.content(work, catalog, step.id, "einstieg")
        return board_parts.report(content, catalog, Audience.TEILNEHMENDE)

    made = store.write(run).result()
    assert made.left_out == left_out
    assert ("7 Personen" in str(made.blocks)) is not bool(left_out)


def test_a_phase_above_the_ceiling_keeps_its_numbers_off_the_beamer(
    store: OpenStore, day: Workshop, catalog: Catalog
) -> None:
    def run(work: Work) -> Any:
        step = _step(work, day, "1")
        prepare.change_step(work, step.id, level=Level.NEGOTIATION)
        vote = votes.begin(work, step.id, step.boards[0])
        votes.set_total(work, vote.id, None, "5", 7)
        content = boards.content(work, catalog, step.id, "einstieg")
        return board_parts.slide(content, catalog, Level.COUNCIL)

    made = store.write(run).result()
    assert made.kept_back == 1
    assert "7" not in str(made.picture)


def test_a_template_keeps_the_level_of_a_phase(store: OpenStore, day: Workshop) -> None:
    def run(work: Work) -> Any:
        prepare.change_step(work, _step(work, day, "3").id, level=Level.PARTICIPANTS)
        template = keep_workshop_as_template(work, day.id, "Vorlage")
        made = new_workshop_from_template(work, template.id, day.project_id)
        return [step.level for step in work.all(Step, workshop_id=made.id)]

    levels = store.write(run).result()
    assert levels.count(Level.PARTICIPANTS) == 1
    assert levels.count(None) == len(levels) - 1

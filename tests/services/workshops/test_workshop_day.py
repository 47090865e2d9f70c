"""A short workshop from the agenda to the measures, through the use cases."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from tests.conftest import StandingClock
from tests.narrowing import there
from tws_desktop.catalog.data import data_root
from tws_desktop.catalog.reading import read_folder
from tws_desktop.domain.agreements import Evidence
from tws_desktop.domain.board_parameters import VoteKind
from tws_desktop.domain.clauses import Clause
from tws_desktop.domain.confidentiality import Audience, Level
from tws_desktop.domain.errors import InputRefused, UndoRefused
from tws_desktop.domain.facts import ChoiceList, FactSheet
from tws_desktop.domain.formats import Format
from tws_desktop.domain.keeping import in_workshop
from tws_desktop.domain.positions import Measure, MeasureState
from tws_desktop.domain.questionnaires import Questionnaire
from tws_desktop.domain.results import VoteOption, VoteResult
from tws_desktop.domain.topics import Topic
from tws_desktop.domain.workshops import Entry, EntryKind, Step, Workshop, WorkshopState
from tws_desktop.services import plants
from tws_desktop.services.boards import content as boards
from tws_desktop.services.boards import entries, forms, offers, sheets, votes
from tws_desktop.services.ports import Work
from tws_desktop.services.workshops import prepare, room
from tws_desktop.storage.store import OpenStore

TODAY = date(2026, 10, 12)


@dataclass
class Shelf:
    questionnaires: dict[str, Questionnaire] = field(default_factory=dict)
    topics: dict[str, Topic] = field(default_factory=dict)
    fact_sheets: dict[str, FactSheet] = field(default_factory=dict)
    clauses: dict[str, Clause] = field(default_factory=dict)
    choices: dict[str, ChoiceList] = field(default_factory=dict)


@pytest.fixture(scope="module")
def formats() -> Mapping[str, Format]:
    loaded = read_folder(data_root() / "forms" / "formats", Format)
    assert loaded.faults == ()
    return loaded.values


@pytest.fixture
def day(store: OpenStore, formats: Mapping[str, Format]) -> Workshop:
    def make(work: Work) -> Workshop:
        plant = plants.add_plant(work, "Gießerei Nordsaar")
        project = plants.add_project(work, plant.id, "Zukunft")
        return prepare.create_workshop(work, project.id, formats["K1"], headcount=8, starts_on=TODAY)

    return store.write(make).result()


def _step(work: Work, workshop: Workshop, number: str) -> Step:
    found = work.find(Step, workshop_id=workshop.id, number=number)
    assert found is not None
    return found


def test_the_workshop_holds_its_own_copy_of_the_format(
    store: OpenStore, day: Workshop, formats: Mapping[str, Format]
) -> None:
    steps = store.read(lambda work: work.all(Step, workshop_id=day.id)).result()
    assert [step.number for step in steps] == [phase.number for phase in formats["K1"].phases]
    assert steps[1].boards == formats["K1"].phases[1].boards
    assert sum(step.minutes for step in steps) == 60


def test_cards_flow_from_query_to_clusters_to_dots_to_measures(store: OpenStore, day: Workshop) -> None:
    shelf = Shelf()

    def run(work: Work) -> Any:
        cards, order = _step(work, day, "2"), _step(work, day, "3")
        hot = entries.add_entry(work, cards.id, "karten", "Lärm & Hitze < 30 °C", symbol="problem")
        entries.add_entry(work, cards.id, "karten", "Mehr Schulung", symbol="idee")
        here = boards.content(work, shelf, order.id, "ordnen")
        assert (here.step.id, there(here.board.cards).cluster) == (cards.id, True)
        assert here.step.question == order.question
        assert {entry.text for entry in here.cards(None)} == {"Lärm & Hitze < 30 °C", "Mehr Schulung"}
        column = entries.add_entry(work, here.step.id, here.board.key, "Die Halle ist zu heiß", kind=EntryKind.CLUSTER)
        entries.move(work, hot.id, column.id)
        entries.set_topics(work, column.id, ("T09",))
        vote_step = _step(work, day, "4")
        here = boards.content(work, shelf, vote_step.id, "punkte")
        assert [(o.text, o.topic_key) for o in here.offers] == [("Die Halle ist zu heiß", "T09")]
        vote = votes.open_vote(work, vote_step.id, "punkte", VoteKind.DOTS, vote_step.question)
        (option,) = boards.take_options(work, vote.id, here.offers)
        votes.set_total(work, vote.id, option.id, votes.DOTS, 7)
        measures = _step(work, day, "5")
        board = measures.boards[0]
        forms.add_row(work, measures.id, board, {"text": "Hitzeschutz prüfen", "owner": "BR-Vorsitz"}, TODAY)
        return measures, board, vote

    measures, board, vote = store.write(run).result()

    def rest(work: Work) -> Any:
        (state,) = votes.vote_states(work, vote.step_id, "punkte")
        assert state.dots_given == 7
        (row,) = forms.rows(work, measures, board)
        assert row.shown["owner"] == "BR-Vorsitz"
        return row

    row = store.read(rest).result()
    assert row.record.state is MeasureState.PROPOSAL
    store.write(lambda w: forms.set_field(w, measures.id, board, row.id, "due_date", "Ende 2027", today=TODAY)).result()
    found = store.read(lambda work: work.get(Measure, row.id)).result()
    assert (found.due, found.state) == (date(2027, 12, 31), MeasureState.BINDING)


def test_a_wrong_date_is_refused_and_nothing_changes(store: OpenStore, day: Workshop) -> None:
    def make(work: Work) -> Any:
        step = _step(work, day, "5")
        return step, forms.add_row(work, step.id, step.boards[0], {"text": "Prüfen"}, TODAY)

    step, measure = store.write(make).result()
    with pytest.raises(InputRefused):
        store.write(
            lambda w: forms.set_field(w, step.id, step.boards[0], measure.id, "due_date", "31.02.2027", today=TODAY)
        ).result()
    assert store.read(lambda work: work.get(Measure, measure.id)).result() == measure


def test_undo_takes_back_a_merge_of_columns_at_once(store: OpenStore, day: Workshop) -> None:
    def make(work: Work) -> Any:
        step = _step(work, day, "2")
        one = entries.add_entry(work, step.id, "karten", "Eins", kind=EntryKind.CLUSTER)
        two = entries.add_entry(work, step.id, "karten", "Zwei", kind=EntryKind.CLUSTER)
        card = entries.add_entry(work, step.id, "karten", "Karte", parent_id=one.id)
        return one, two, card

    one, two, card = store.write(make).result()
    store.write(lambda work: entries.merge_clusters(work, one.id, two.id)).result()
    assert store.read(lambda work: work.get(Entry, card.id).parent_id).result() == two.id
    store.write(lambda work: work.undo(in_workshop(day.id))).result()
    assert store.read(lambda work: work.get(Entry, card.id).parent_id).result() == one.id


def test_a_secret_needs_who_declared_it_and_when(store: OpenStore, day: Workshop) -> None:
    def make(work: Work) -> Any:
        return entries.add_entry(work, _step(work, day, "2").id, "karten", "Angebot aus Tschechien")

    card = store.write(make).result()
    with pytest.raises(InputRefused):
        store.write(lambda work: entries.set_level(work, card.id, Level.SECRET79)).result()
    done = store.write(lambda w: entries.set_level(w, card.id, Level.SECRET79, "Geschäftsführung", TODAY)).result()
    assert done.level is Level.SECRET79


def test_the_clock_stands_still_while_the_program_is_not_running(
    store: OpenStore, day: Workshop, clock: StandingClock
) -> None:
    first = store.write(lambda work: room.next_step(work, day.id)).result()
    assert first.state is WorkshopState.RUNNING
    run = there(store.read(lambda work: room.room(work, day.id).running).result())
    clock.moment += timedelta(minutes=3)
    store.write(lambda work: room.beat(work, run.id)).result()
    clock.moment += timedelta(hours=5)
    store.write(lambda work: room.reopen(work, day.id)).result()
    again = there(store.read(lambda work: room.room(work, day.id).running).result())
    assert again.paused_s == 5 * 3600
    assert store.read(lambda work: there(room.room(work, day.id).current).number).result() == "1"


def test_going_back_to_a_phase_goes_on_with_the_time_that_was_left(
    store: OpenStore, day: Workshop, clock: StandingClock
) -> None:
    store.write(lambda work: room.next_step(work, day.id)).result()
    clock.moment += timedelta(minutes=2)
    store.write(lambda work: room.next_step(work, day.id)).result()
    clock.moment += timedelta(minutes=10)
    first = store.read(lambda work: _step(work, day, "1")).result()
    store.write(lambda work: room.go_to(work, day.id, first.id)).result()
    run = there(store.read(lambda work: room.room(work, day.id).running).result())
    assert (clock.moment - run.started_at).total_seconds() - run.paused_s == 120


def test_undo_of_a_phase_change_works_although_the_clock_went_on(
    store: OpenStore, day: Workshop, clock: StandingClock
) -> None:
    store.write(lambda work: room.next_step(work, day.id)).result()
    store.write(lambda work: room.next_step(work, day.id)).result()
    run = there(store.read(lambda work: room.room(work, day.id).running).result())
    clock.moment += timedelta(minutes=1)
    store.write(lambda work: room.beat(work, run.id)).result()
    store.write(lambda work: room.add_minutes(work, run.id, 5)).result()
    store.write(lambda work: work.undo(in_workshop(day.id))).result()
    assert store.read(lambda work: there(room.room(work, day.id).current).number).result() == "1"


def test_a_passed_round_vote_leaves_totals_only_and_stops_undo(store: OpenStore, day: Workshop) -> None:
    def make(work: Work) -> Any:
        step = _step(work, day, "4")
        vote = votes.open_vote(work, step.id, "punkte", VoteKind.DOTS, "Was zuerst?")
        return vote, votes.add_option(work, vote.id, "A"), votes.add_option(work, vote.id, "B")

    vote, a, b = store.write(make).result()
    store.write(lambda w: votes.close_passed(w, vote.id, 6, {a.id: {"dots": 9}, b.id: {"dots": 3}})).result()
    totals = store.read(lambda work: work.all(VoteResult, vote_id=vote.id)).result()
    assert sorted(total.count for total in totals) == [3, 9]
    with pytest.raises(UndoRefused):
        store.write(lambda work: work.undo(in_workshop(day.id))).result()
    with pytest.raises(InputRefused):
        store.write(lambda work: votes.set_total(work, vote.id, a.id, "dots", 1)).result()


def test_a_run_off_is_held_between_the_tied_only(store: OpenStore, day: Workshop) -> None:
    def make(work: Work) -> Any:
        step = _step(work, day, "4")
        vote = votes.open_vote(work, step.id, "punkte", VoteKind.DOTS, "Was zuerst?")
        made = [votes.add_option(work, vote.id, name) for name in "ABC"]
        return votes.run_off(work, vote.id, [made[0].id, made[2].id])

    second = store.write(make).result()
    options = store.read(lambda work: work.all(VoteOption, vote_id=second.id)).result()
    assert [option.text for option in options] == ["A", "C"]
    assert second.round == 2


def test_a_phase_with_content_cannot_be_dropped_and_a_break_not_shortened(store: OpenStore, day: Workshop) -> None:
    def make(work: Work) -> Any:
        step = _step(work, day, "2")
        entries.add_entry(work, step.id, "karten", "Karte")
        return step, prepare.add_break(work, day.id, 10, 2)

    step, pause = store.write(make).result()
    with pytest.raises(InputRefused):
        store.write(lambda work: prepare.remove_step(work, step.id)).result()
    with pytest.raises(InputRefused):
        store.write(lambda work: prepare.set_minutes(work, day.id, {pause.id: 5})).result()
    order = store.read(lambda work: [s.number for s in work.all(Step, workshop_id=day.id)]).result()
    assert order == ["1", "2", "E1", "3", "4", "5"]


def test_a_release_is_per_audience_and_can_be_taken_back(store: OpenStore, day: Workshop) -> None:
    def make(work: Work) -> Any:
        card = entries.add_entry(work, _step(work, day, "2").id, "karten", "Karte")
        entries.release(work, day.id, "entries", card.id, Audience.BELEGSCHAFT, "BR-Vorsitz")
        return card

    card = store.write(make).result()
    assert store.read(lambda w: entries.released(w, "entries")).result() == {card.id: {Audience.BELEGSCHAFT}}
    store.write(lambda w: entries.withdraw(w, day.id, "entries", card.id, Audience.BELEGSCHAFT)).result()
    assert store.read(lambda w: entries.released(w, "entries")).result() == {}


def test_unknown_answers_become_questions_with_their_origin(store: OpenStore, formats: Mapping[str, Format]) -> None:

    loaded = read_folder(data_root() / "forms" / "questionnaires", Questionnaire)
    shelf = Shelf(dict(loaded.values))

    def run(work: Work) -> Any:
        plant = plants.add_plant(work, "Werk")
        project = plants.add_project(work, plant.id, "V")
        workshop = prepare.create_workshop(work, project.id, formats["F01"])
        step = _step(work, workshop, "4")
        sheet = sheets.open_sheet(work, step.id, shelf.questionnaires["Q1"], there(step.boards[0].sheet).mode)
        sheets.answer(work, sheet.id, "B5", "W")
        gaps = _step(work, workshop, "6")
        here = boards.content(work, shelf, gaps.id, "fragen")
        rows = boards.take_rows(work, gaps.id, here.board, here.offers, TODAY)
        return rows, work.all(Evidence, of_id=rows[0].id), offers.Option

    rows, evidence, _ = store.write(run).result()
    assert len(rows) == 1
    assert rows[0].norm
    assert [found.source.value for found in evidence] == ["answer"]


def test_a_workshop_without_a_date_is_held_on_the_day_it_begins(
    store: OpenStore, day: Workshop, clock: StandingClock
) -> None:
    clock.moment = datetime(2026, 11, 28, 23, 30, tzinfo=UTC)

    def run(work: Work) -> tuple[date | None, date | None]:
        planned = room.next_step(work, day.id).starts_on
        work.change(work.get(Workshop, day.id), starts_on=None)
        return planned, room.next_step(work, day.id).starts_on

    assert store.write(run).result() == (TODAY, date(2026, 11, 29))

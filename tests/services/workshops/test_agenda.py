"""The agenda's wished end, methods, cards and material; a workshop made in one step."""

from __future__ import annotations

from datetime import date, time

import pytest

from tws_desktop.catalog.catalog import Catalog
from tws_desktop.domain.errors import InputRefused
from tws_desktop.domain.keeping import in_workshop
from tws_desktop.domain.plants import Plant, Project
from tws_desktop.domain.workshops import Step, Workshop
from tws_desktop.services.agreements.workshop_templates import keep_workshop_as_template
from tws_desktop.services.boards import entries
from tws_desktop.services.workshops import agenda
from tws_desktop.services.workshops.new_workshop import Wish, create
from tws_desktop.storage.store import OpenStore
from tws_desktop.workshop.agenda_check import findings


@pytest.fixture
def day(store: OpenStore, catalog: Catalog) -> Workshop:
    wish = Wish(plant_name="Gießerei", project_title="Zukunft", form=catalog.formats["K1"], values={"headcount": 8})
    return store.write(lambda work: create(work, wish)).result()


def _steps(store: OpenStore, workshop: Workshop) -> tuple[Step, ...]:
    return store.read(lambda work: work.all(Step, workshop_id=workshop.id)).result()


def test_plant_project_and_workshop_are_one_undo_step(store: OpenStore, day: Workshop) -> None:
    assert day.format_copy[agenda.END] == "10:00"
    assert store.read(lambda work: [p.name for p in work.all(Plant)]).result() == ["Gießerei"]
    assert store.read(lambda work: [p.title for p in work.all(Project)]).result() == ["Zukunft"]


def test_without_a_format_nothing_is_made(store: OpenStore) -> None:
    with pytest.raises(InputRefused):
        store.write(lambda work: create(work, Wish(plant_name="Gießerei"))).result()
    assert store.read(lambda work: work.all(Plant)).result() == ()


def test_a_template_makes_a_workshop_in_another_plant(store: OpenStore, day: Workshop) -> None:
    template = store.write(lambda work: keep_workshop_as_template(work, day.id, "Kurze Runde")).result()
    values = {"starts_on": date(2027, 1, 4), "starts_at": "13:00", "headcount": 12}
    wish = Wish(plant_name="Stahlwerk", template_id=template.id, values=values)
    made = store.write(lambda work: create(work, wish)).result()
    assert (made.starts_on, made.starts_at, made.headcount) == (date(2027, 1, 4), "13:00", 12)
    assert made.format_copy[agenda.END] == "14:00"
    assert [step.title for step in _steps(store, made)] == [step.title for step in _steps(store, day)]


def test_the_start_takes_the_end_with_it_and_the_end_stands_alone(store: OpenStore, day: Workshop) -> None:
    moved = store.write(lambda work: agenda.set_times(work, day.id, start=time(13))).result()
    assert (moved.starts_at, moved.format_copy[agenda.END]) == ("13:00", "14:00")
    ended = store.write(lambda work: agenda.set_times(work, day.id, end=time(15, 30))).result()
    assert (ended.starts_at, ended.format_copy[agenda.END]) == ("13:00", "15:30")
    with pytest.raises(InputRefused):
        store.write(lambda work: agenda.set_times(work, day.id, end=time(13))).result()


def test_an_end_before_the_start_is_the_next_day(store: OpenStore, day: Workshop) -> None:
    late = store.write(lambda work: agenda.set_times(work, day.id, start=time(22), end=time(1))).result()
    wished = agenda.wished_end(late, _steps(store, day))
    assert (wished - agenda.planned_end(late, _steps(store, day))).total_seconds() == 2 * 3600


def test_material_is_reckoned_by_people(store: OpenStore, day: Workshop) -> None:
    lines = {item.name: item.count for item in agenda.material(_steps(store, day), 8)}
    assert lines["Filzstifte"] == 8
    assert lines["Moderationskarten"] == 32, "8 people, three cards each, 1.3 times, rounded up"
    assert agenda.material(_steps(store, day), 0) == () or "Filzstifte" not in {
        item.name for item in agenda.material(_steps(store, day), 0)
    }


def test_cards_per_person_change_the_minutes_needed(store: OpenStore, day: Workshop) -> None:
    step = next(step for step in _steps(store, day) if step.method_key == "M01")
    changed = store.write(lambda work: agenda.set_cards_each(work, step.id, 5)).result()
    (phase,) = agenda.phases((changed,))
    assert phase.cards_each == 5
    with pytest.raises(InputRefused):
        store.write(lambda work: agenda.set_cards_each(work, step.id, 21)).result()


def test_findings_come_from_the_steps(store: OpenStore, day: Workshop) -> None:
    assert not [f for f in findings(agenda.phases(_steps(store, day)), 8) if f.kind.value == "no_break"]


def test_another_method_keeps_boards_of_the_same_kind(store: OpenStore, day: Workshop, catalog: Catalog) -> None:
    step = next(step for step in _steps(store, day) if step.method_key == "M01")
    other = store.write(lambda work: agenda.set_method(work, step.id, catalog.methods["M02"])).result()
    assert (other.method_key, other.boards) == ("M02", step.boards)
    vote = store.write(lambda work: agenda.set_method(work, step.id, catalog.methods["M04"])).result()
    assert vote.boards == (catalog.methods["M04"].default,)
    store.write(lambda work: work.undo(in_workshop(day.id))).result()
    assert store.read(lambda work: work.get(Step, step.id)).result().boards == step.boards


def test_another_kind_of_board_is_refused_when_something_is_recorded(
    store: OpenStore, day: Workshop, catalog: Catalog
) -> None:
    step = next(step for step in _steps(store, day) if step.method_key == "M01")
    store.write(lambda work: entries.add_entry(work, step.id, step.boards[0].key, "Lärm")).result()
    with pytest.raises(InputRefused, match="steht schon etwas"):
        store.write(lambda work: agenda.set_method(work, step.id, catalog.methods["M04"])).result()

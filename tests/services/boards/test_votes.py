"""Totals of a vote, counted by hand or passed round."""

from __future__ import annotations

from tests.narrowing import there
from tests.prepared import shipped
from tws_desktop.domain.results import VoteResult
from tws_desktop.domain.workshops import Step
from tws_desktop.services import plants
from tws_desktop.services.boards import votes
from tws_desktop.services.ports import Work
from tws_desktop.services.workshops import prepare
from tws_desktop.storage.store import OpenStore


def test_a_passed_vote_takes_the_place_of_what_was_counted_before(store: OpenStore) -> None:
    def day(work: Work) -> Step:
        project = plants.add_project(work, plants.add_plant(work, "Werk").id, "Zukunft")
        workshop = prepare.create_workshop(work, project.id, shipped().formats["K1"], headcount=8)
        return there(work.find(Step, workshop_id=workshop.id, number="4"))

    step = store.write(day).result()
    vote = store.write(lambda work: votes.begin(work, step.id, step.boards[0])).result()
    first = store.write(lambda work: votes.add_option(work, vote.id, "Schulung")).result()
    second = store.write(lambda work: votes.add_option(work, vote.id, "Nachfolge")).result()
    store.write(lambda work: votes.set_total(work, vote.id, second.id, "dots", 7)).result()
    store.write(lambda work: votes.close_passed(work, vote.id, 2, {first.id: {"dots": 6}})).result()
    results = store.read(lambda work: work.all(VoteResult, vote_id=vote.id)).result()
    assert [(result.option_id, result.count) for result in results] == [(first.id, 6)]

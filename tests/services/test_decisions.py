"""What the council has decided in its session: counts are noted, the result follows, and the paper says it."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest

from tests.narrowing import there
from tws_desktop.domain.decisions import Outcome
from tws_desktop.domain.errors import InputRefused
from tws_desktop.domain.keeping import IN_STORE, in_project
from tws_desktop.domain.plants import Plant, Project
from tws_desktop.domain.positions import Decision, DecisionKind
from tws_desktop.domain.workshops import Workshop
from tws_desktop.services.decisions import add_motion, motions, note_decision, outcome
from tws_desktop.services.ports import Work
from tws_desktop.services.trash import put_away, take_back
from tws_desktop.storage.store import OpenStore


@pytest.fixture
def project(store: OpenStore) -> UUID:
    def make(work: Work) -> UUID:
        work.action("Angelegt", IN_STORE)
        plant = work.add(Plant(uuid4(), "Werk", council_size=11))
        project = work.add(Project(uuid4(), plant.id, "Vorhaben"))
        work.add(Workshop(uuid4(), project.id, "F05", 1, "Eckpunkte"))
        return project.id

    return store.write(make).result()


def _note(store: OpenStore, motion: Decision, **values: object) -> Decision:
    return store.write(lambda work: note_decision(work, motion.id, **values)).result()


def test_the_result_follows_from_the_counts_and_undo_takes_back_one(store: OpenStore, project: UUID) -> None:
    motion = store.write(lambda work: add_motion(work, project)).result()
    assert motion.members == 11
    assert motion.workshop_id is not None
    for key, count in {"present": 9, "taking_part": 9, "yes": 6, "no": 2}.items():
        motion = _note(store, motion, **{key: count})
    assert outcome(motion) is None
    motion = _note(store, motion, abstain=1, wording=" Wir nehmen die Eckpunkte an. ")
    assert there(outcome(motion)).outcome is Outcome.ACCEPTED
    assert motion.wording == "Wir nehmen die Eckpunkte an."
    store.write(lambda work: work.undo(in_project(project))).result()
    assert outcome(store.read(lambda work: motions(work, project)).result()[0]) is None


def test_a_count_that_fits_no_session_is_refused_and_changes_nothing(store: OpenStore, project: UUID) -> None:
    motion = store.write(lambda work: add_motion(work, project)).result()
    motion = _note(store, motion, present=9, taking_part=9, yes=6, no=2)
    with pytest.raises(InputRefused, match="10 Stimmen passen nicht zu 9 Abstimmenden"):
        _note(store, motion, abstain=2)
    assert store.read(lambda work: motions(work, project)).result()[0].abstain is None


def test_a_draft_of_a_workshop_becomes_a_decision_with_its_first_count(store: OpenStore, project: UUID) -> None:
    def draft(work: Work) -> Decision:
        work.action("Entwurf", in_project(project))
        return work.add(Decision(uuid4(), project, DecisionKind.POLL, "Antrag"))

    motion = store.write(draft).result()
    assert outcome(motion) is None
    assert _note(store, motion, wording="Antrag, neu").kind is DecisionKind.POLL
    assert _note(store, _note(store, motion, wording="Antrag"), members=11).kind is DecisionKind.COUNCIL


def test_motions_of_a_workshop_in_the_trash_rest_with_it(store: OpenStore, project: UUID) -> None:
    motion = store.write(lambda work: add_motion(work, project)).result()
    held = there(store.read(lambda work: work.find(Workshop, project_id=project)).result())
    store.write(lambda work: put_away(work, held)).result()
    assert store.read(lambda work: motions(work, project)).result() == ()
    store.write(lambda work: take_back(work, held.id)).result()
    assert [one.id for one in store.read(lambda work: motions(work, project)).result()] == [motion.id]

"""What is not for an audience is in no package made for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

import pytest

from tws_desktop.domain.board_parameters import SheetMode
from tws_desktop.domain.confidentiality import Audience, Level
from tws_desktop.domain.errors import FileRefused
from tws_desktop.domain.exchange.document import PackageDocument, PackageKind
from tws_desktop.domain.exchange.plain import canonical
from tws_desktop.domain.keeping import Package, RegisterLine, in_project
from tws_desktop.domain.results import Answer, Sheet
from tws_desktop.domain.workshops import Entry, EntryKind, Step
from tws_desktop.services.boards import entries
from tws_desktop.services.packages.giving import GivenOut, export_document, record_given_out
from tws_desktop.services.ports import Work
from tws_desktop.storage.store import OpenStore

SECRETS = ("450", "keine Kündigung", "Stufe minimum", "Stufe target", "private_note negotiation", "rot", "ab" * 32)


@pytest.fixture
def made(store: OpenStore, make: Callable[[Work], Any]) -> Any:
    return store.write(make).result()


def given(store: OpenStore, kind: PackageKind, thing: Any, audience: Audience, **more: bool) -> GivenOut:
    return store.read(lambda w: export_document(w, kind, thing, audience, **more)).result()


@pytest.mark.parametrize("audience", [audience for audience in Audience if audience is not Audience.VERHANDLUNG])
def test_what_is_for_the_team_leaves_to_nobody_else(store: OpenStore, made: Any, audience: Audience) -> None:
    for kind, thing in ((PackageKind.PROJECT, made.project), (PackageKind.WORKSHOP, made.workshop)):
        out = given(store, kind, thing, audience)
        text = canonical(out.document).decode()
        assert [secret for secret in SECRETS if f'"{secret}"' in text] == []
        assert out.left_out > 0


def _note_three_times(store: OpenStore, workshop_id: UUID) -> None:
    def note(work: Work) -> None:
        for _ in range(3):
            entries.note_privately(work, workshop_id, "Bleibt hier")

    store.write(note).result()


def _tells_how_much(less: PackageDocument, more: PackageDocument) -> bool:
    """Whether two packages that differ only in how much they leave out can be told apart."""
    return canonical(less) != canonical(more)


@pytest.mark.parametrize("audience", [audience for audience in Audience if audience is not Audience.VERHANDLUNG])
def test_a_package_does_not_tell_how_much_it_leaves_out(store: OpenStore, made: Any, audience: Audience) -> None:
    less = given(store, PackageKind.WORKSHOP, made.workshop, audience)
    _note_three_times(store, made.workshop)
    more = given(store, PackageKind.WORKSHOP, made.workshop, audience)
    assert more.left_out == less.left_out + 3
    assert not _tells_how_much(less.document, more.document)


def test_a_package_that_told_it_would_be_found(store: OpenStore, made: Any) -> None:
    def telling() -> PackageDocument:
        out = given(store, PackageKind.WORKSHOP, made.workshop, Audience.GREMIUM)
        return replace(out.document, by=f"TWS Desktop ({out.left_out})")

    less = telling()
    _note_three_times(store, made.workshop)
    assert _tells_how_much(less, telling())


def test_a_private_note_stays_private_whatever_its_level(store: OpenStore, made: Any) -> None:
    def open_up(work: Work) -> None:
        work.action("Stufe", in_project(made.project))
        for note in work.all(Entry, kind=EntryKind.PRIVATE_NOTE):
            work.change(note, level=Level.OPEN)

    store.write(open_up).result()
    out = given(store, PackageKind.WORKSHOP, made.workshop, Audience.GREMIUM).document
    assert EntryKind.PRIVATE_NOTE not in {entry.kind for entry in out.workshops[0].entries}


def test_the_team_gets_all_of_it(store: OpenStore, made: Any) -> None:
    out = given(store, PackageKind.PROJECT, made.project, Audience.VERHANDLUNG)
    text = canonical(out.document).decode()
    assert [secret for secret in SECRETS if f'"{secret}"' not in text] == []


def test_a_release_lets_one_thing_through(store: OpenStore, made: Any) -> None:
    staff = given(store, PackageKind.WORKSHOP, made.workshop, Audience.BELEGSCHAFT).document
    assert [entry.id for entry in staff.workshops[0].entries] == [str(made.card)]
    assert staff.workshops[0].entries[0].parent is None, "its column is not released"
    assert staff.positions == ()
    employer = given(store, PackageKind.WORKSHOP, made.workshop, Audience.ARBEITGEBER).document
    assert [position.title for position in employer.positions] == ["Standort"]
    assert employer.positions[0].secret is None
    assert employer.workshops[0].entries == ()
    assert employer.workshops[0].votes == ()
    assert employer.workshops[0].steps[0].dissent == ""


def test_names_stay_inside(store: OpenStore, made: Any) -> None:
    inside = given(store, PackageKind.PROJECT, made.project, Audience.GREMIUM).document
    outside = given(store, PackageKind.PROJECT, made.project, Audience.TEILNEHMENDE).document
    assert [person.name for person in inside.people] == ["Ada Muster"]
    assert [(person.role, person.name) for person in outside.people] == [("BR-Vorsitz", "")]


def test_a_secret_vote_is_not_broken_down_into_small_groups(store: OpenStore, made: Any) -> None:
    team = given(store, PackageKind.WORKSHOP, made.workshop, Audience.VERHANDLUNG).document
    council = given(store, PackageKind.WORKSHOP, made.workshop, Audience.GREMIUM).document
    assert team.workshops[0].votes[0].options[0].groups[0].results == {"dots": 4}
    assert council.workshops[0].votes[0].options[0].groups == ()
    assert council.workshops[0].votes[0].options[0].results == {"dots": 9}


@pytest.mark.parametrize(("sheets", "shown"), [(4, 0), (5, 5)])
def test_sheets_of_single_people_need_a_crowd(store: OpenStore, made: Any, sheets: int, shown: int) -> None:
    def add(work: Work) -> None:
        work.action("Bögen", in_project(made.project))
        step = next(step for step in work.all(Step, workshop_id=made.workshop) if step.boards)
        for _ in range(sheets):
            sheet = work.add(Sheet(uuid4(), step.id, "Q6", 1, mode=SheetMode.SINGLE))
            work.add(Answer(uuid4(), sheet.id, "A1", 3))

    store.write(add).result()
    out = given(store, PackageKind.WORKSHOP, made.workshop, Audience.GREMIUM).document
    assert sum(sheet.questionnaire == "Q6" for sheet in out.workshops[0].sheets) == shown
    team = given(store, PackageKind.WORKSHOP, made.workshop, Audience.VERHANDLUNG).document
    assert sum(sheet.questionnaire == "Q6" for sheet in team.workshops[0].sheets) == sheets


def test_a_secret_of_79_goes_to_the_team_only_by_hand(store: OpenStore, made: Any) -> None:
    def lock(work: Work) -> None:
        work.action("Geheim", in_project(made.project))
        work.change(work.get(Entry, made.card), level=Level.SECRET79)

    store.write(lock).result()

    def cards(**more: bool) -> set[str]:
        out = given(store, PackageKind.WORKSHOP, made.workshop, Audience.VERHANDLUNG, **more)
        return {entry.id for entry in out.document.workshops[0].entries}

    assert str(made.card) not in cards()
    assert str(made.card) in cards(team_is_council=True)


def test_an_agreement_needs_a_release_to_go_outside(store: OpenStore, made: Any) -> None:
    inside = given(store, PackageKind.AGREEMENT, made.agreement, Audience.GREMIUM).document
    assert [position.title for position in inside.positions] == ["Standort"], "what the text rests on goes along"
    assert inside.agreements[0].rungs == ()
    assert inside.workshops == ()
    with pytest.raises(FileRefused, match="nicht freigegeben"):
        given(store, PackageKind.AGREEMENT, made.agreement, Audience.ARBEITGEBER)
    project = given(store, PackageKind.PROJECT, made.project, Audience.ARBEITGEBER).document
    assert project.agreements == ()


def test_what_is_gone_is_one_sentence(store: OpenStore) -> None:
    with pytest.raises(FileRefused, match="gibt es nicht mehr"):
        given(store, PackageKind.WORKSHOP, uuid4(), Audience.GREMIUM)


def test_giving_out_is_noted_and_counts_up(store: OpenStore, made: Any) -> None:
    first = given(store, PackageKind.WORKSHOP, made.workshop, Audience.GREMIUM)
    again = given(store, PackageKind.WORKSHOP, made.workshop, Audience.GREMIUM)
    assert first == again, "the same store gives the same package"
    store.write(lambda w: record_given_out(w, first, "/stick/a.twspaket", "ff")).result()
    store.write(lambda w: record_given_out(w, first, "/stick/b.twspaket", "ee", clear=False)).result()
    line = store.read(lambda w: w.all(RegisterLine)).result()
    assert [(one.path, one.audience, one.left_out) for one in line] == [
        ("/stick/a.twspaket", "gremium", first.left_out)
    ]
    package = store.read(lambda w: w.find(Package)).result()
    assert package is not None
    assert (package.direction, package.lineage, package.number) == ("out", str(made.workshop), 1)
    assert str(made.card) in package.base["Entry"]
    assert given(store, PackageKind.WORKSHOP, made.workshop, Audience.GREMIUM).document.revision == 2

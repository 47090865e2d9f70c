"""Rows that were read before are read again only where they changed, and nobody can tell the difference."""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import partial
from uuid import uuid4

import pytest

from tws_desktop.domain.errors import UndoRefused
from tws_desktop.domain.keeping import in_workshop
from tws_desktop.domain.plants import Plant, Project
from tws_desktop.domain.workshops import Entry, EntryKind, Workshop
from tws_desktop.services.boards import entries
from tws_desktop.services.ports import Work
from tws_desktop.storage import kept
from tws_desktop.storage import work as works
from tws_desktop.storage.store import OpenStore


@pytest.fixture
def workshop(store: OpenStore) -> Workshop:
    def make(work: Work) -> Workshop:
        plant, project = Plant(uuid4(), "Werk"), uuid4()
        work.action("Angelegt", in_workshop(uuid4()))
        work.add(plant)
        work.add(Project(project, plant.id, "Vorhaben"))
        return work.add(Workshop(uuid4(), project, "K1", 1, "Tag"))

    return store.write(make).result()


def _add(workshop: Workshop, text: str) -> Callable[[Work], Entry]:
    def add(work: Work) -> Entry:
        work.action("Karte", in_workshop(workshop.id))
        return work.add(Entry(uuid4(), workshop.id, EntryKind.CARD, text, rank=1))

    return add


def _again(store: OpenStore, workshop: Workshop) -> tuple[Entry, ...]:
    return store.read(lambda work: work.all(Entry, workshop_id=workshop.id)).result()


def _plainly(store: OpenStore, workshop: Workshop) -> tuple[Entry, ...]:
    return store.write(lambda work: work.all(Entry, workshop_id=workshop.id)).result()


def test_only_changed_rows_are_made_anew(store: OpenStore, workshop: Workshop) -> None:
    for number in range(5):
        store.write(_add(workshop, str(number))).result()
    before = {entry.id: entry for entry in _again(store, workshop)}
    changed = next(iter(before))
    store.write(lambda work: entries.edit_text(work, changed, "anders")).result()
    after = _again(store, workshop)
    assert {entry.id for entry in after if entry is not before[entry.id]} == {changed}
    assert next(entry for entry in after if entry.id == changed).text == "anders"


def test_an_entry_undone_and_written_otherwise_is_read_as_it_is(store: OpenStore, workshop: Workshop) -> None:
    card = store.write(_add(workshop, "A")).result()
    scope = in_workshop(workshop.id)
    store.write(lambda work: entries.edit_text(work, card.id, "B")).result()
    assert [entry.text for entry in _again(store, workshop)] == ["B"]
    for _ in range(2):
        store.write(lambda work: work.undo(scope)).result()
    store.write(lambda work: work.redo(scope)).result()
    store.write(lambda work: entries.edit_text(work, card.id, "C")).result()
    assert [entry.text for entry in _again(store, workshop)] == ["C"]


@pytest.mark.parametrize("few", [0, 200])
def test_after_any_actions_reading_again_is_reading_plainly(
    store: OpenStore, workshop: Workshop, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr(works, "_FEW", few)
    dice, scope = random.Random(few), in_workshop(workshop.id)
    for turn in range(60):
        known = _plainly(store, workshop)
        act = dice.randrange(6) if known else 0
        try:
            if act <= 1:
                store.write(_add(workshop, f"Karte {turn}")).result()
            elif act == 2:
                store.write(partial(entries.edit_text, entry_id=dice.choice(known).id, text=f"anders {turn}")).result()
            elif act == 3:
                store.write(partial(entries.strike, entry_id=dice.choice(known).id)).result()
            elif act == 4:
                store.write(lambda work: work.undo(scope)).result()
            else:
                store.write(lambda work: work.redo(scope)).result()
        except UndoRefused:
            pass
        if dice.randrange(3):
            assert _again(store, workshop) == _plainly(store, workshop)
    assert _again(store, workshop) == _plainly(store, workshop)


def test_what_was_rolled_back_was_never_read(store: OpenStore, workshop: Workshop) -> None:
    card = store.write(_add(workshop, "A")).result()
    assert _again(store, workshop)

    def half(work: Work) -> None:
        entries.edit_text(work, card.id, "B")
        assert [entry.text for entry in work.all(Entry, workshop_id=workshop.id)] == ["B"]
        raise ValueError("mitten drin")

    with pytest.raises(ValueError, match="mitten"):
        store.write(half).result()
    assert [entry.text for entry in _again(store, workshop)] == ["A"]


def test_the_last_is_the_one_with_the_highest_rank(store: OpenStore, workshop: Workshop) -> None:
    assert store.read(lambda work: work.last(Entry, workshop_id=workshop.id, parent_id=None)).result() is None
    first, last = (store.write(_add(workshop, text)).result() for text in "AB")
    moved = store.write(lambda work: entries.edit(work, first.id, "Verschoben", rank=9)).result()
    assert store.read(lambda work: work.last(Entry, workshop_id=workshop.id, parent_id=None)).result() == moved
    assert store.read(lambda work: work.last(Entry, id=(last.id,))).result() == last


def test_what_nobody_wrote_to_is_not_asked_again_and_what_was_written_is(store: OpenStore, workshop: Workshop) -> None:
    def read(work: Work) -> tuple[Plant | None, Workshop, tuple[Workshop, ...], dict[str, str]]:
        found = work.get(Workshop, workshop.id)
        drafts = work.drafts("workshop", str(workshop.id))
        return work.find(Plant), found, work.all(Workshop, title=found.title), drafts

    def rename(work: Work) -> None:
        work.action("Umbenannt", in_workshop(workshop.id))
        work.change(work.get(Workshop, workshop.id), title="Abend")

    before = store.read(read).result()
    store.write(rename).result()
    store.write(lambda work: work.keep_draft("workshop", str(workshop.id), "goal", "halb")).result()
    after = store.read(read).result()
    assert after[0] is before[0]
    assert after == store.write(read).result()
    assert (after[1].title, after[3]) == ("Abend", {"goal": "halb"})
    store.write(lambda work: work.undo(in_workshop(workshop.id))).result()
    undone = store.read(read).result()
    assert undone == store.write(read).result()
    assert undone[1].title == before[1].title


def test_answers_are_kept_only_up_to_a_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_MOST", 5)
    answers = kept.Kept()
    asked: list[str] = []

    def ask(name: str) -> tuple[str, ...]:
        asked.append(name)
        return (name,)

    for name in "ABABCA":
        assert answers.answer("plants", (name,), partial(ask, name)) == (name,)
    assert asked == list("ABCA")

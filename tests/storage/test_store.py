"""The store keeps records, undoes by place and leaves no plain text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from sqlalchemy.engine.url import URL
from sqlalchemy.schema import CreateTable

from tws_desktop.domain.errors import StoreRefused, UndoRefused
from tws_desktop.domain.keeping import Scope, ScopeKind
from tws_desktop.domain.plants import Area, Plant
from tws_desktop.services.ports import Store, Work
from tws_desktop.storage import database, key_slots
from tws_desktop.storage import store as stores
from tws_desktop.storage.store import OpenStore
from tws_desktop.storage.tables import METADATA

POSTGRESQL = URL.create("postgresql").get_dialect()()
HERE = Scope(ScopeKind.STORE)


def _plant(name: str = "Gießerei Nordsaar") -> Plant:
    return Plant(uuid4(), name, council_size=9)


def _add(plant: Plant, *, scope: Scope = HERE, what: str = "Betrieb angelegt") -> Callable[[Work], Plant]:
    def use_case(work: Work) -> Plant:
        work.action(what, scope)
        return work.add(plant)

    return use_case


def _rename(plant_id: UUID, name: str, scope: Scope = HERE) -> Callable[[Work], Plant]:
    def use_case(work: Work) -> Plant:
        work.action("Betrieb umbenannt", scope)
        return work.change(work.get(Plant, plant_id), name=name)

    return use_case


def _names(store: Store) -> list[str]:
    return [plant.name for plant in store.read(lambda work: work.all(Plant)).result()]


def test_a_record_comes_back_as_it_was(store: OpenStore) -> None:
    plant = _plant()
    store.write(_add(plant)).result()
    assert store.read(lambda work: work.get(Plant, plant.id)).result() == plant


def test_undo_and_redo_walk_through_the_actions_of_a_place(store: OpenStore) -> None:
    plant = _plant()
    store.write(_add(plant)).result()
    store.write(_rename(plant.id, "Neu")).result()
    assert store.write(lambda work: work.undo(HERE)).result() == "Betrieb umbenannt"
    assert _names(store) == ["Gießerei Nordsaar"]
    store.write(lambda work: work.undo(HERE)).result()
    assert _names(store) == []
    store.write(lambda work: work.redo(HERE)).result()
    store.write(lambda work: work.redo(HERE)).result()
    assert _names(store) == ["Neu"]
    with pytest.raises(UndoRefused):
        store.write(lambda work: work.redo(HERE)).result()


def test_a_new_action_forgets_what_was_undone(store: OpenStore) -> None:
    plant = _plant()
    store.write(_add(plant)).result()
    store.write(_rename(plant.id, "Eins")).result()
    store.write(lambda work: work.undo(HERE)).result()
    store.write(_rename(plant.id, "Zwei")).result()
    with pytest.raises(UndoRefused):
        store.write(lambda work: work.redo(HERE)).result()
    assert _names(store) == ["Zwei"]


def test_undo_survives_a_restart(tmp_path: Path, store: OpenStore) -> None:
    plant = _plant()
    store.write(_add(plant)).result()
    store.write(_rename(plant.id, "Neu")).result()
    store.close()
    again = stores.open_store(store.folder)
    again.write(lambda work: work.undo(HERE)).result()
    assert _names(again) == ["Gießerei Nordsaar"]
    again.close()


def test_undo_refuses_when_another_place_changed_the_row(store: OpenStore) -> None:
    plant, other = _plant(), Scope(ScopeKind.PROJECT, uuid4())
    store.write(_add(plant)).result()
    store.write(_rename(plant.id, "Von hier")).result()
    store.write(_rename(plant.id, "Von dort", other)).result()
    with pytest.raises(UndoRefused, match="an anderer Stelle"):
        store.write(lambda work: work.undo(HERE)).result()
    assert _names(store) == ["Von dort"]


def test_undo_stops_at_a_barrier_and_says_which(store: OpenStore) -> None:
    plant = _plant()
    store.write(_add(plant)).result()

    def close_vote(work: Work) -> None:
        work.action("Geheime Abstimmung geschlossen", HERE)
        work.change(work.get(Plant, plant.id), name="X")
        work.barrier()

    store.write(close_vote).result()
    with pytest.raises(UndoRefused, match="Geheime Abstimmung"):
        store.write(lambda work: work.undo(HERE)).result()


def test_places_do_not_undo_each_other(store: OpenStore) -> None:
    here, there = Scope(ScopeKind.PROJECT, uuid4()), Scope(ScopeKind.PROJECT, uuid4())
    store.write(_add(_plant("Hier"), scope=here)).result()
    store.write(_add(_plant("Dort"), scope=there)).result()
    store.write(lambda work: work.undo(here)).result()
    assert _names(store) == ["Dort"]


def test_fifty_undos_restore_the_first_state(store: OpenStore) -> None:
    plant = _plant("0")
    store.write(_add(plant)).result()
    for number in range(1, 51):
        store.write(_rename(plant.id, str(number))).result()
    for _ in range(50):
        store.write(lambda work: work.undo(HERE)).result()
    found = store.read(lambda work: work.get(Plant, plant.id)).result()
    assert replace(found, revision=0) == plant


def test_a_failing_use_case_leaves_nothing_behind(store: OpenStore) -> None:
    def half(work: Work) -> None:
        work.action("Halb", HERE)
        work.add(_plant())
        raise ValueError("mitten drin")

    with pytest.raises(ValueError, match="mitten"):
        store.write(half).result()
    assert _names(store) == []


def test_a_write_without_a_name_is_refused(store: OpenStore) -> None:
    with pytest.raises(RuntimeError):
        store.write(lambda work: work.add(_plant())).result()
    assert _names(store) == []


def test_a_broken_reference_is_one_sentence_and_nothing_is_written(store: OpenStore) -> None:
    def orphan(work: Work) -> None:
        work.action("Bereich", HERE)
        work.add(Area(uuid4(), uuid4(), "ohne Betrieb"))

    with pytest.raises(StoreRefused, match="Nicht gespeichert"):
        store.write(orphan).result()


def test_listeners_hear_of_a_commit_and_only_of_a_commit(store: OpenStore) -> None:
    heard: list[frozenset[str]] = []
    stop = store.listen(heard.append)
    store.write(_add(_plant())).result()
    store.read(lambda work: work.all(Plant)).result()
    stop()
    store.write(_add(_plant())).result()
    assert heard == [frozenset({"plants"})]


def test_drafts_come_back_and_are_no_undo_step(store: OpenStore) -> None:
    store.write(lambda work: work.keep_draft("entries", "x", "text", "Halb getip")).result()
    store.write(lambda work: work.keep_draft("entries", "x", "text", "Halb getippt")).result()
    assert store.read(lambda work: work.drafts("entries", "x")).result() == {"text": "Halb getippt"}
    store.write(lambda work: work.keep_draft("entries", "x", "text", "")).result()
    assert store.read(lambda work: work.drafts("entries", "x")).result() == {}
    assert store.read(lambda work: work.history(HERE)).result() == ()


def test_no_plain_text_lies_on_the_disk(tmp_path: Path) -> None:
    secret = "Stellenabbau in Halle vier"
    opened = stores.create(tmp_path / "geheim", "Kenn wort 7", key_slots.new_recovery_code())
    opened.write(_add(_plant(secret))).result()
    files = [file for file in opened.folder.rglob("*") if file.is_file()]
    assert len(files) >= 3
    assert not any(secret.encode() in file.read_bytes() for file in files)
    opened.close()


def test_passphrase_and_recovery_code_open_and_others_do_not(tmp_path: Path) -> None:
    code = key_slots.new_recovery_code()
    stores.create(tmp_path / "a", "Kenn wort 7", code).close()
    stores.open_store(tmp_path / "a", "Kenn wort 7").close()
    stores.open_store(tmp_path / "a", code.lower().replace("-", " ")).close()
    before = {file: file.read_bytes() for file in (tmp_path / "a").iterdir()}
    with pytest.raises(StoreRefused, match="Kennwort"):
        stores.open_store(tmp_path / "a", "kenn wort 7")
    assert before == {file: file.read_bytes() for file in (tmp_path / "a").iterdir()}


def test_a_damaged_key_file_is_replaced_by_its_copy(tmp_path: Path) -> None:
    stores.create(tmp_path / "a").close()
    (tmp_path / "a" / key_slots.NAMES[0]).write_text("kaputt")
    stores.open_store(tmp_path / "a").close()
    (tmp_path / "a" / key_slots.NAMES[1]).unlink()
    with pytest.raises(StoreRefused, match="Schlüsseldatei"):
        stores.open_store(tmp_path / "a")


def test_a_newer_file_is_refused_untouched(tmp_path: Path) -> None:
    opened = stores.create(tmp_path / "a")
    key = opened._key
    opened.close()
    raw = database.connect(tmp_path / "a" / database.FILE_NAME, key)
    raw.execute("PRAGMA user_version = 999")
    raw.close()
    before = (tmp_path / "a" / database.FILE_NAME).read_bytes()
    with pytest.raises(StoreRefused, match="neueren Fassung"):
        stores.open_store(tmp_path / "a")
    assert (tmp_path / "a" / database.FILE_NAME).read_bytes() == before


def test_a_backup_opens_with_the_same_key_and_holds_the_same(tmp_path: Path, store: OpenStore) -> None:
    store.write(_add(_plant("Gesichert"))).result()
    store.back_up(tmp_path / "sicherung.db").result()
    raw = database.connect(tmp_path / "sicherung.db", store._key, read_only=True)
    assert raw.execute("SELECT name FROM plants").fetchall() == [("Gesichert",)]
    raw.close()


def test_every_table_compiles_for_postgresql() -> None:
    for table in METADATA.sorted_tables:
        assert str(CreateTable(table).compile(dialect=POSTGRESQL))


def test_a_changed_passphrase_opens_and_the_old_one_does_not(tmp_path: Path) -> None:
    code = key_slots.new_recovery_code()
    opened = stores.create(tmp_path / "a", "altes Kennwort 1", code)
    opened.rewrap("neues Kennwort 2")
    opened.close()
    stores.open_store(tmp_path / "a", "neues Kennwort 2").close()
    stores.open_store(tmp_path / "a", code).close()
    with pytest.raises(StoreRefused):
        stores.open_store(tmp_path / "a", "altes Kennwort 1")

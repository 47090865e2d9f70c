"""A backup is whole or not there; putting one back either succeeds or leaves the present store where it lies."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from tws_desktop.domain.errors import FileRefused, StoreRefused
from tws_desktop.domain.keeping import IN_STORE
from tws_desktop.domain.plants import Plant
from tws_desktop.services.ports import Work
from tws_desktop.storage import backups, changeover, database, key_slots
from tws_desktop.storage import store as stores
from tws_desktop.storage.store import OpenStore

BEFORE, AFTER = "Gießerei Nordsaar", "Walzwerk Süd"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "daten"


@pytest.fixture
def opened(place: Path) -> Iterator[OpenStore]:
    store = stores.create(place)
    _add(store, BEFORE)
    yield store
    store.close()


def _add(store: OpenStore, name: str) -> None:
    def use_case(work: Work) -> None:
        work.action("Betrieb angelegt", IN_STORE)
        work.add(Plant(uuid4(), name))

    store.write(use_case).result()


def _names(folder: Path) -> set[str]:
    store = stores.open_store(folder)
    try:
        return {plant.name for plant in store.read(lambda work: work.all(Plant)).result()}
    finally:
        store.close()


def test_a_backup_put_back_brings_the_older_state_and_keeps_the_newer_beside_it(
    opened: OpenStore, place: Path, tmp_path: Path
) -> None:
    backup = backups.back_up(opened, tmp_path / "stick")
    _add(opened, AFTER)
    opened.close()
    (place / changeover.NEW_FILE).write_bytes(b"halbfertig")

    aside = backups.restore(backup, place)

    assert _names(place) == {BEFORE}
    assert aside is not None
    assert (aside / changeover.NEW_FILE).exists()
    assert _names(aside) == {BEFORE, AFTER}


def test_a_backup_comes_into_an_empty_place(opened: OpenStore, tmp_path: Path) -> None:
    backup = backups.back_up(opened, tmp_path / "stick")
    (tmp_path / "neu").mkdir()
    assert backups.restore(backup, tmp_path / "neu") is None
    assert _names(tmp_path / "neu") == {BEFORE}
    assert {path.name for path in (tmp_path / "neu").iterdir()} >= {database.FILE_NAME}


@pytest.mark.parametrize(
    ("said", "told"), [("database or disk is full", "kein Platz mehr"), ("disk I/O error", "meldet einen Fehler")]
)
def test_a_disk_that_gives_out_leaves_no_half_backup(
    opened: OpenStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str, told: str
) -> None:
    def full(_source: Any, part: Path, _key: bytes) -> None:
        part.write_bytes(b"halb")
        raise sqlcipher.OperationalError(said)

    with monkeypatch.context() as patched:
        patched.setattr(database, "_export", full)
        with pytest.raises(FileRefused, match=told):
            backups.back_up(opened, tmp_path / "stick")
    assert list((tmp_path / "stick").iterdir()) == []
    assert _names(backups.back_up(opened, tmp_path / "stick")) == {BEFORE}


@pytest.mark.parametrize("failing", [f"{database.FILE_NAME}.neu", database.FILE_NAME])
def test_a_backup_that_cannot_be_put_back_leaves_the_present_store(
    opened: OpenStore, place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    backup = backups.back_up(opened, tmp_path / "stick")
    _add(opened, AFTER)
    opened.close()
    moves = Path.replace

    def replace(path: Path, target: Path) -> Path:
        if path.name == failing and path.parent == place:
            raise OSError(errno.EBUSY, "busy")
        return moves(path, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", replace)
        with pytest.raises(StoreRefused, match="belegt"):
            backups.restore(backup, place)
    assert _names(place) == {BEFORE, AFTER}
    assert not [path for path in place.iterdir() if path.name.startswith("abgeloest") or path.name.endswith(".neu")]


def test_a_backup_that_comes_halfway_into_an_empty_place_leaves_it_empty(
    opened: OpenStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup, empty = backups.back_up(opened, tmp_path / "stick"), tmp_path / "neu"
    empty.mkdir()
    moves = Path.replace

    def replace(path: Path, target: Path) -> Path:
        if target.name in key_slots.NAMES:
            raise OSError(errno.EBUSY, "busy")
        return moves(path, target)

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(StoreRefused, match="belegt"):
        backups.restore(backup, empty)
    assert list(empty.iterdir()) == []


def test_what_is_no_backup_is_refused(place: Path, tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match="ist keine Sicherung"):
        backups.restore(tmp_path, place)

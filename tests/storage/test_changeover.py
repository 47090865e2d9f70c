"""The first passphrase: a new key, a new file, and one whole store whenever the program is killed."""

from __future__ import annotations

import base64
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from tws_desktop.domain.errors import StoreRefused
from tws_desktop.domain.keeping import IN_STORE
from tws_desktop.domain.plants import Plant
from tws_desktop.services.ports import Work
from tws_desktop.storage import backups, changeover, database, key_slots
from tws_desktop.storage import store as stores
from tws_desktop.storage.store import OpenStore

NAME, PASSPHRASE = "Gießerei Nordsaar", "blau Kran Montag"


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[OpenStore]:
    store = stores.create(tmp_path / "daten")
    store.write(_add(NAME)).result()
    yield store
    store.close()


def _add(name: str) -> Callable[[Work], Plant]:
    def use_case(work: Work) -> Plant:
        work.action("Betrieb angelegt", IN_STORE)
        return work.add(Plant(uuid4(), name))

    return use_case


def _names(store: OpenStore) -> list[str]:
    return sorted(plant.name for plant in store.read(lambda work: work.all(Plant)).result())


def test_content_goes_on_under_a_new_key_and_the_old_key_opens_nothing(opened: OpenStore) -> None:
    old_key, code = opened._key, key_slots.new_recovery_code()
    opened.first_passphrase(PASSPHRASE, code).result()
    assert opened.locks
    opened.write(_add("Nach dem Wechsel")).result()
    opened.close()
    with pytest.raises(StoreRefused):
        database.connect(opened.folder / database.FILE_NAME, old_key)
    with pytest.raises(StoreRefused):
        stores.open_store(opened.folder)
    clear = (NAME.encode(), old_key, base64.b64encode(old_key))
    files = [file.read_bytes() for file in opened.folder.iterdir()]
    assert not any(part in file for part in clear for file in files)
    for secret in (PASSPHRASE, code):
        again = stores.open_store(opened.folder, secret)
        assert _names(again) == sorted([NAME, "Nach dem Wechsel"])
        again.close()


def test_what_was_done_before_can_still_be_undone(opened: OpenStore) -> None:
    opened.first_passphrase(PASSPHRASE, key_slots.new_recovery_code()).result()
    opened.write(lambda work: work.undo(IN_STORE)).result()
    assert _names(opened) == []


def test_a_copy_that_cannot_be_written_changes_nothing(opened: OpenStore) -> None:
    before = key_slots.read_slots(opened.folder)
    (opened.folder / f"{changeover.NEW_FILE}.teil").mkdir()
    with pytest.raises(StoreRefused, match="nichts geändert"):
        opened.first_passphrase(PASSPHRASE, key_slots.new_recovery_code()).result()
    opened.write(_add("Danach")).result()
    assert key_slots.read_slots(opened.folder) == before
    assert _names(opened) == sorted([NAME, "Danach"])


def test_a_file_that_cannot_be_replaced_leaves_the_old_store(
    opened: OpenStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(*_: object) -> None:
        raise PermissionError(13, "belegt")

    monkeypatch.setattr(changeover, "settle", held)
    with pytest.raises(StoreRefused, match="belegt"):
        opened.first_passphrase(PASSPHRASE, key_slots.new_recovery_code()).result()
    monkeypatch.undo()
    assert not opened.locks
    assert _names(opened) == [NAME]
    opened.close()
    stores.open_store(opened.folder).close()


def test_only_a_store_without_one_takes_a_first_passphrase(opened: OpenStore) -> None:
    with pytest.raises(StoreRefused, match="neuen Schlüssel"):
        opened.rewrap(PASSPHRASE)
    opened.first_passphrase(PASSPHRASE, key_slots.new_recovery_code()).result()
    with pytest.raises(StoreRefused, match="schon ein Kennwort"):
        opened.first_passphrase(PASSPHRASE, key_slots.new_recovery_code()).result()


def test_backups_from_before_are_named_until_they_are_removed(opened: OpenStore, tmp_path: Path) -> None:
    folder = tmp_path / "sicherungen"
    before = backups.back_up(opened, folder)
    opened.first_passphrase(PASSPHRASE, key_slots.new_recovery_code()).result()
    after = backups.back_up(opened, folder / "neu")
    assert backups.readable_copies(opened.folder, folder) == (before,)
    assert backups.readable_copies(opened.folder, after.parent) == ()
    backups.remove_copies((before,))
    assert backups.readable_copies(opened.folder, folder) == ()


@pytest.mark.skipif(os.name == "nt", reason="kills a forked child")
def test_a_kill_at_any_file_operation_leaves_one_whole_store(tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("kill_run.py")), str(tmp_path)],
        env=dict(os.environ, PYTHONPATH=str(root)),
        capture_output=True,
        text=True,
        check=True,
        timeout=600,
    )
    lines = done.stdout.splitlines()
    assert len(lines) > 20
    assert all("whole=True" in line and line.endswith("left=[]") for line in lines)
    assert all(("locked=True" in line) is ("old=False" in line) for line in lines)
    assert "locked=False" in lines[0]
    assert "ended=True locked=True" in lines[-1]

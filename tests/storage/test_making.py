"""A store is made whole or not at all; what a full disk or a kill left of an attempt is no obstacle to the next."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from tws_desktop.app import samples
from tws_desktop.app.opening import make_place, open_place
from tws_desktop.domain.errors import StoreRefused
from tws_desktop.services.settings import Facilitator
from tws_desktop.storage import database
from tws_desktop.storage import store as stores

WHO = Facilitator("M. Muster", "Moderation", "Völklingen")


def test_a_disk_that_fills_leaves_no_store_and_the_next_attempt_makes_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_engine: Any) -> None:
        raise sqlcipher.OperationalError("database or disk is full")

    with monkeypatch.context() as patched:
        patched.setattr(database, "create_all", full)
        with pytest.raises(StoreRefused, match=r"kein Datenbestand anlegen \(kein Platz mehr\)"):
            stores.create(tmp_path)
    assert not stores.exists(tmp_path)
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(database.FILE_NAME)]
    stores.create(tmp_path).close()
    assert stores.exists(tmp_path)


def test_what_a_kill_left_half_made_is_no_store(tmp_path: Path) -> None:
    (tmp_path / f"{database.FILE_NAME}.teil").write_bytes(b"halb")
    assert not stores.exists(tmp_path)
    stores.create(tmp_path).close()
    stores.open_store(tmp_path).close()
    assert not (tmp_path / f"{database.FILE_NAME}.teil").exists()


def test_a_first_start_that_fails_on_the_sample_can_be_repeated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: Any) -> None:
        raise StoreRefused("Nicht gespeichert: Auf dem Datenträger ist kein Platz mehr.")

    with monkeypatch.context() as patched:
        patched.setattr(samples, "take_sample", full)
        with pytest.raises(StoreRefused, match="kein Platz"):
            make_place(tmp_path, "", "", WHO, with_sample=True)
    make_place(tmp_path, "", "", WHO, with_sample=False).store.close()
    open_place(tmp_path).store.close()


def test_a_disk_that_fails_while_opening_is_one_sentence_and_no_wrong_passphrase(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stores.create(tmp_path).close()
    with monkeypatch.context() as patched:
        patched.setattr(database, "_PRAGMAS", (("no_such_table_is_read", "(SELECT", None),))
        with pytest.raises(StoreRefused, match="lässt sich nicht öffnen: Der Datenträger meldet einen Fehler"):
            stores.open_store(tmp_path)
    stores.open_store(tmp_path).close()

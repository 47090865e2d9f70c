"""A file of an older shape is brought up, with a backup first; what can't be brought up stays as it was."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.conftest import StandingClock
from tws_desktop.domain.errors import StoreRefused
from tws_desktop.domain.plants import Plant
from tws_desktop.services import plants
from tws_desktop.storage import database, key_slots, migrations, store
from tws_desktop.storage.tables import SCHEMA

FIRST_SHAPE = Path(__file__).with_name("schema_1.sql").read_text(encoding="utf-8")


def _old_place(folder: Path) -> bytes:
    """A data place of shape 1 with one plant."""
    folder.mkdir()
    key = key_slots.new_key()
    key_slots.write_slots(folder, key_slots.open_slots("alt", key))
    raw = database.connect(folder / database.FILE_NAME, key)
    raw.executescript(FIRST_SHAPE)
    raw.execute("INSERT INTO meta VALUES ('schema', '1')")
    raw.execute("PRAGMA user_version = 1")
    raw.close()
    return key


def _shape(folder: Path, key: bytes) -> dict[str, Any]:
    raw = database.connect(folder / database.FILE_NAME, key, read_only=True)
    names = [row[0] for row in raw.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'index')")]
    found: dict[str, Any] = {name: set() for name in names}
    for name in names:
        found[name] |= {row[1:4] for row in raw.execute(f'PRAGMA table_info("{name}")')}
        found[name] |= {row[2:] for row in raw.execute(f'PRAGMA foreign_key_list("{name}")')}
        found[name] |= {row[2] for row in raw.execute(f'PRAGMA index_info("{name}")')}
    version = raw.execute("PRAGMA user_version").fetchone()[0]
    raw.close()
    return {**found, "version": version}


def _new_shape(folder: Path) -> dict[str, Any]:
    store.create(folder).close()
    return _shape(folder, key_slots.unlock(key_slots.read_slots(folder), ""))


def test_an_old_file_takes_the_shape_of_a_new_one(tmp_path: Path, clock: StandingClock) -> None:
    key = _old_place(tmp_path / "alt")
    opened = store.open_store(tmp_path / "alt", clock=clock)
    opened.write(lambda work: plants.add_plant(work, "Gießerei Nordsaar")).result()
    assert [plant.name for plant in opened.read(lambda work: work.all(Plant)).result()] == ["Gießerei Nordsaar"]
    opened.close()
    assert _shape(tmp_path / "alt", key) == _new_shape(tmp_path / "neu")


def test_the_old_file_is_kept_as_a_backup(tmp_path: Path, clock: StandingClock) -> None:
    key = _old_place(tmp_path / "alt")
    store.open_store(tmp_path / "alt", clock=clock).close()
    (copy,) = (tmp_path / "alt" / "sicherungen").iterdir()
    assert _shape(copy, key)["version"] == 1
    store.open_store(tmp_path / "alt", clock=clock).close()
    assert [*(tmp_path / "alt" / "sicherungen").iterdir()] == [copy]


def test_a_step_that_fails_changes_nothing(
    tmp_path: Path, clock: StandingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = _old_place(tmp_path / "alt")
    before = _shape(tmp_path / "alt", key)
    steps = {1: (*migrations.STEPS[1], "ALTER TABLE gibt_es_nicht ADD COLUMN x TEXT")}
    monkeypatch.setattr(migrations, "STEPS", steps)
    with pytest.raises(StoreRefused, match="geändert ist nichts"):
        store.open_store(tmp_path / "alt", clock=clock)
    assert _shape(tmp_path / "alt", key) == before


def test_every_older_shape_has_its_step() -> None:
    assert set(migrations.STEPS) == set(range(1, SCHEMA))

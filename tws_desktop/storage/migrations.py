"""Bringing an older file to the present shape: a verified copy first, then all steps in one transaction."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher

from tws_desktop.domain.errors import StoreRefused
from tws_desktop.storage import key_slots
from tws_desktop.storage.database import FILE_NAME, copy_verified
from tws_desktop.storage.tables import SCHEMA

STEPS: Mapping[int, tuple[str, ...]] = MappingProxyType(
    {
        1: (
            (
                "CREATE TABLE files (sha256 TEXT NOT NULL, kind TEXT NOT NULL, bytes BLOB NOT NULL,"
                " width INTEGER NOT NULL, height INTEGER NOT NULL, PRIMARY KEY (sha256))"
            ),
            (
                "CREATE TABLE attachments (id CHAR(32) NOT NULL, thing TEXT NOT NULL, thing_id CHAR(32) NOT NULL,"
                " picture TEXT NOT NULL, alt TEXT NOT NULL, rank INTEGER NOT NULL, level TEXT NOT NULL,"
                " revision INTEGER NOT NULL, PRIMARY KEY (id), FOREIGN KEY(picture) REFERENCES files (sha256))"
            ),
            "CREATE INDEX attachments_of ON attachments (thing_id)",
            "CREATE INDEX ix_attachments_picture ON attachments (picture)",
            "ALTER TABLE steps ADD COLUMN level TEXT",
        ),
    }
)
"""By the number a file has: what takes it to the next one. A step is never changed once it has been given out."""


def bring_up(connection: Any, folder: Path, key: bytes, now: datetime) -> None:
    """Take the open raw connection's file to the present shape; a refusal leaves it as it was."""
    found = connection.execute("PRAGMA user_version").fetchone()[0]
    if found == SCHEMA:
        return
    try:
        _keep_copy(connection, folder, key, now)
        connection.execute("BEGIN IMMEDIATE")
        for number in range(found, SCHEMA):
            for statement in STEPS[number]:
                connection.execute(statement)
        connection.execute("UPDATE meta SET value = ? WHERE key = 'schema'", (str(SCHEMA),))
        connection.execute(f"PRAGMA user_version = {SCHEMA}")
        connection.execute("COMMIT")
    except (sqlcipher.Error, OSError, StoreRefused) as error:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise StoreRefused(
            f"Die Daten in {folder} lassen sich nicht auf die neue Fassung bringen; geändert ist nichts. "
            "Platz schaffen und noch einmal öffnen."
        ) from error


def _keep_copy(connection: Any, folder: Path, key: bytes, now: datetime) -> None:
    """A backup like any other, so that it can be put back."""
    target = folder / "sicherungen" / f"sicherung-{now.astimezone():%Y%m%d-%H%M%S}"
    target.mkdir(parents=True, exist_ok=True)
    try:
        copy_verified(connection, target / FILE_NAME, key)
        key_slots.write_slots(target, key_slots.read_slots(folder))
    except (OSError, StoreRefused):
        shutil.rmtree(target, ignore_errors=True)
        raise

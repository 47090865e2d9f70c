"""A first passphrase makes a new key and a new file; a kill at any moment leaves the old store or the new one, whole.

The new file and, after it, the new key slots are written beside the old ones. The new slots are the point of no
return: while they lie there, opening the store finishes the change; without them a new file is a leftover.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher

from tws_desktop.disk.whole_file import sync_folder
from tws_desktop.domain.errors import StoreRefused
from tws_desktop.storage import key_slots
from tws_desktop.storage.database import FILE_NAME, connect, copy_verified
from tws_desktop.storage.key_slots import KeySlots

NEW_FILE = "werkstatt-neu.db"
NEW_SLOTS = "schluessel-neu.json"


def prepare(source: Any, folder: Path, key: bytes, slots: KeySlots) -> None:
    """Write everything of the open raw connection under a new key, check it, then write the new slots."""
    target = folder / NEW_FILE
    try:
        copy_verified(source, target, key)
        _check_rows(source, target, key)
        key_slots.write_slots(folder, slots, (NEW_SLOTS,))
    except (sqlcipher.Error, OSError, StoreRefused) as error:
        drop(folder)
        if isinstance(error, StoreRefused):
            raise
        raise StoreRefused(
            f"Kennwort nicht gesetzt: In {folder} lässt sich die neue Datei nicht schreiben. Platz schaffen und noch "
            "einmal versuchen. An den Daten ist nichts geändert."
        ) from error


def settle(folder: Path) -> None:
    """Finish a change whose new slots are written, or clear away one that had not come so far."""
    slots, target = folder / NEW_SLOTS, folder / NEW_FILE
    if not slots.exists():
        drop(folder)
        return
    found = key_slots.read_slots(folder, (NEW_SLOTS,))
    if target.exists():
        for name in (f"{FILE_NAME}-wal", f"{FILE_NAME}-shm"):
            (folder / name).unlink(missing_ok=True)
        target.replace(folder / FILE_NAME)
        sync_folder(folder)
    for name in key_slots.NAMES:
        _blank(folder / name)
    key_slots.write_slots(folder, found)
    slots.unlink()
    drop(folder)
    sync_folder(folder)


def drop(folder: Path) -> None:
    """Take a change back that has not reached the old file."""
    for path in (folder / NEW_SLOTS, *folder.glob(f"{NEW_FILE}*"), *folder.glob(".*.tmp")):
        with suppress(OSError):
            path.unlink(missing_ok=True)


def _check_rows(source: Any, target: Path, key: bytes) -> None:
    """Every table has as many rows in the new file as in the old one."""
    copy = connect(target, key, read_only=True)
    try:
        if _counts(source) != _counts(copy):
            raise StoreRefused(
                "Kennwort nicht gesetzt: Die neue Datei ist nicht vollständig geworden. Noch einmal versuchen."
            )
    finally:
        copy.close()
        for end in ("-wal", "-shm"):
            target.with_name(target.name + end).unlink(missing_ok=True)


def _counts(connection: Any) -> dict[str, int]:
    names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    quoted = {name: name.replace('"', '""') for name in names}
    return {name: connection.execute(f'SELECT count(*) FROM "{quoted[name]}"').fetchone()[0] for name in names}


def _blank(path: Path) -> None:
    """Overwrite the old key where it lies; a disk may still keep a copy of its own."""
    with suppress(OSError), path.open("r+b") as file:
        file.write(b"\0" * path.stat().st_size)
        file.flush()
        os.fsync(file.fileno())

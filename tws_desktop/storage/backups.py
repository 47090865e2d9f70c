"""Backups: a verified copy of the file with its key slots in one folder, and putting one back."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path

from tws_desktop.disk.reasons import reason
from tws_desktop.disk.whole_file import sync_folder
from tws_desktop.domain.errors import FileRefused, StoreRefused
from tws_desktop.storage import changeover, database, key_slots
from tws_desktop.storage.store import OpenStore

_BESIDE = ".neu"


def back_up(store: OpenStore, folder: Path, at: datetime | None = None) -> Path:
    """A new folder below `folder` with a verified copy and its keys; returns it."""
    target = folder / f"sicherung-{_stamp(at)}"
    try:
        target.mkdir(parents=True)
        store.back_up(target / database.FILE_NAME).result()
        key_slots.write_slots(target, key_slots.read_slots(store.folder))
    except FileExistsError as error:
        raise FileRefused(f"{target} gibt es schon. Bitte noch einmal sichern.") from error
    except (OSError, StoreRefused) as error:
        shutil.rmtree(target, ignore_errors=True)
        why = reason(error) if isinstance(error, OSError) else "die Kopie ist nicht heil"
        raise FileRefused(f"In {folder} lässt sich nicht sichern ({why}). Anderen Ordner wählen.") from error
    return target


def readable_copies(place: Path, folder: Path) -> tuple[Path, ...]:
    """Backups and set-aside stores that open without a passphrase, oldest first."""
    found = sorted([*folder.glob("sicherung-*"), *place.glob("abgeloest-*")], key=lambda path: path.name[-15:])
    return tuple(path for path in found if (path / database.FILE_NAME).is_file() and _is_open(path))


def remove_copies(copies: Iterable[Path]) -> None:
    """Delete backups for good."""
    for copy in copies:
        try:
            shutil.rmtree(copy)
        except OSError as error:
            raise FileRefused(f"{copy} lässt sich nicht löschen ({reason(error)}). Bitte von Hand löschen.") from error


def _is_open(folder: Path) -> bool:
    try:
        return key_slots.read_slots(folder).is_open
    except StoreRefused:
        return False


def restore(backup: Path, place: Path) -> Path | None:
    """Put the backup folder in the place of the store; the present store moves aside and its new place is returned.

    Raises:
        FileRefused: it is no backup. StoreRefused: it could not be put back; the present store lies where it lay.
    """
    if not (backup / database.FILE_NAME).is_file():
        raise FileRefused(
            f"{backup} ist keine Sicherung: {database.FILE_NAME} fehlt. Den Ordner einer Sicherung angeben."
        )
    key_slots.read_slots(backup)
    names = [name for name in (database.FILE_NAME, *key_slots.NAMES) if (backup / name).exists()]
    try:
        for name in names:
            _copy(backup / name, place / f"{name}{_BESIDE}")
        aside = _exchange(place, names)
        sync_folder(place)
    except OSError as error:
        raise StoreRefused(
            f"Die Sicherung ließ sich nicht zurückspielen ({reason(error)}). Der bisherige Stand ist noch da."
        ) from error
    finally:
        for name in names:
            (place / f"{name}{_BESIDE}").unlink(missing_ok=True)
    return aside


def _copy(source: Path, target: Path) -> None:
    with source.open("rb") as reading, target.open("wb") as writing:
        shutil.copyfileobj(reading, writing)
        writing.flush()
        os.fsync(writing.fileno())


def _exchange(place: Path, names: Sequence[str]) -> Path | None:
    """The present store into a folder of its own, the new files in its place; where one cannot be moved, none is."""
    database_files = (database.FILE_NAME, f"{database.FILE_NAME}-wal", f"{database.FILE_NAME}-shm")
    halfway = (changeover.NEW_FILE, changeover.NEW_SLOTS)
    present = [name for name in (*database_files, *key_slots.NAMES, *halfway) if (place / name).exists()]
    aside = place / f"abgeloest-{_stamp()}"
    aside.mkdir()
    try:
        for name in present:
            (place / name).replace(aside / name)
        for name in names:
            (place / f"{name}{_BESIDE}").replace(place / name)
    except OSError:
        for path in aside.iterdir():
            path.replace(place / path.name)
        aside.rmdir()
        for name in set(names) - set(present):
            (place / name).unlink(missing_ok=True)
        raise
    if not present:
        aside.rmdir()
    return aside if present else None


def _stamp(at: datetime | None = None) -> str:
    return f"{at or datetime.now().astimezone():%Y%m%d-%H%M%S}"

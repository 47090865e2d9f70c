"""Backups: a verified copy of the file with its key slots in one folder, and putting one back."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from tws_desktop.domain.errors import FileRefused, StoreRefused
from tws_desktop.storage import database, key_slots
from tws_desktop.storage.store import OpenStore


def back_up(store: OpenStore, folder: Path, at: datetime | None = None) -> Path:
    """A new folder below `folder` with a verified copy and its keys; returns it."""
    moment = at or datetime.now().astimezone()
    target = folder / f"sicherung-{moment:%Y%m%d-%H%M%S}"
    try:
        target.mkdir(parents=True)
        store.back_up(target / database.FILE_NAME).result()
        key_slots.write_slots(target, key_slots.read_slots(store.folder))
    except OSError as error:
        shutil.rmtree(target, ignore_errors=True)
        raise FileRefused(f"In {folder} lässt sich nicht sichern ({error.strerror}). Anderen Ordner wählen.") from error
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
            raise FileRefused(f"{copy} lässt sich nicht löschen ({error.strerror}). Bitte von Hand löschen.") from error


def _is_open(folder: Path) -> bool:
    try:
        return key_slots.read_slots(folder).is_open
    except StoreRefused:
        return False


def restore(backup: Path, place: Path) -> Path | None:
    """Put the backup folder in the place of the store; the present store moves aside and its new place is returned."""
    if not (backup / database.FILE_NAME).is_file():
        raise FileRefused(
            f"{backup} ist keine Sicherung: {database.FILE_NAME} fehlt. Den Ordner einer Sicherung angeben."
        )
    key_slots.read_slots(backup)
    names = (database.FILE_NAME, *key_slots.NAMES)
    aside = None
    if any((place / name).exists() for name in names):
        aside = place / f"abgeloest-{datetime.now().astimezone():%Y%m%d-%H%M%S}"
        aside.mkdir()
        for name in (*names, f"{database.FILE_NAME}-wal", f"{database.FILE_NAME}-shm"):
            if (place / name).exists():
                (place / name).replace(aside / name)
    try:
        for name in names:
            if (backup / name).exists():
                shutil.copyfile(backup / name, place / name)
    except OSError as error:
        raise StoreRefused(
            f"Die Sicherung ließ sich nicht ganz zurückspielen; der alte Stand liegt in {aside}."
        ) from error
    return aside

"""One program per data place: a lock file with the system's help, so two windows never write one store."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLockFile

from tws_desktop.domain.errors import StoreRefused


def lock(place: Path) -> QLockFile:
    """Hold the data place until the returned lock goes; refuses if another program holds it."""
    place.mkdir(parents=True, exist_ok=True)
    held = QLockFile(str(place / "offen.lock"))
    held.setStaleLockTime(0)
    if not held.tryLock(0):
        raise StoreRefused(
            "Der Datenbestand ist schon in einem anderen Fenster geöffnet. Dieses schließen und noch einmal versuchen."
        )
    return held

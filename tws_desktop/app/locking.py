"""One program per data place: a lock file with the system's help, so two windows never write one store."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLockFile

from tws_desktop.domain.errors import StoreRefused


def lock(place: Path) -> QLockFile:
    """Hold the data place until the returned lock goes; refuses if another program holds it or none can be held."""
    nothing_written = StoreRefused(
        f"Im Datenordner {place} lässt sich nichts schreiben. Platz und Schreibrecht prüfen oder mit --data einen "
        "anderen Ordner angeben."
    )
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise nothing_written from error
    held = QLockFile(str(place / "offen.lock"))
    held.setStaleLockTime(0)
    if held.tryLock(0) or (_nobody_holds(held) and held.removeStaleLockFile() and held.tryLock(0)):
        return held
    if held.error() is not QLockFile.LockError.LockFailedError:
        raise nothing_written
    raise StoreRefused(
        "Der Datenbestand ist schon in einem anderen Fenster geöffnet. Dieses schließen und noch einmal versuchen."
    )


def _nobody_holds(held: QLockFile) -> bool:
    """Whether the file names no program: a power cut or a full disk left it empty."""
    return held.error() is QLockFile.LockError.LockFailedError and held.getLockInfo()[0] == 0

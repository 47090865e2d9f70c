"""Reading and writing files of others: whole or not at all, each failure one sentence."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

from tws_desktop.domain.errors import FileRefused


def read_whole(path: Path, most: int, too_large: str) -> bytes:
    """All of a foreign file; one larger than `most` bytes is refused: its name and `too_large`."""
    if path.is_dir():
        raise FileRefused(f"{path} ist ein Ordner. Bitte eine Datei angeben.")
    try:
        with path.open("rb") as file:
            data = file.read(most + 1)
    except FileNotFoundError as error:
        raise FileRefused(f"{path} gibt es nicht. Bitte den Namen prüfen.") from error
    except OSError as error:
        raise FileRefused(f"{path} lässt sich nicht lesen. Bitte Rechte und Datenträger prüfen.") from error
    if len(data) > most:
        raise FileRefused(f"{path.name} {too_large}")
    return data


def write_whole(path: Path, data: bytes) -> None:
    """Replace `path` by `data`; what was there stays until the new file is complete and read back."""
    if path.is_dir():
        raise FileRefused(f"{path} ist ein Ordner. Bitte einen Dateinamen angeben.")
    try:
        _write(path, data)
    except OSError as error:
        raise FileRefused(f"{path} wurde nicht geschrieben: {_why(error)}") from error


def _write(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix=".neu")
    new = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if new.read_bytes() != data:
            raise OSError(errno.EIO, "read back differs")
        new.replace(path)
    except BaseException:
        new.unlink(missing_ok=True)
        raise


def _why(error: OSError) -> str:
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return "Auf dem Datenträger ist kein Platz mehr. Bitte Platz schaffen."
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return "Der Ort ist schreibgeschützt. Bitte einen anderen Ordner wählen."
        case errno.ENOENT | errno.ENOTDIR:
            return "Den Ordner gibt es nicht. Bitte einen vorhandenen wählen."
        case errno.ENAMETOOLONG:
            return "Der Name ist zu lang. Bitte kürzen."
        case _:
            return "Das System meldet einen Fehler. Bitte einen anderen Ort wählen."

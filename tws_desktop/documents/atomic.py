"""Files are written whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
from pathlib import Path
from uuid import uuid4

from tws_desktop.domain.errors import FileRefused

_NO_SPACE = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def write_atomic(path: Path, content: bytes) -> None:
    """Puts the content at the path, durably; an older file stays untouched until then.

    Raises:
        FileRefused: the path is a folder or a device, its folder is missing or read-only, or no space is left.
    """
    beside = path.with_name(f".{uuid4().hex}.tmp")
    try:
        if path.is_dir():
            message = f"„{path}“ ist ein Ordner. Bitte einen Dateinamen angeben."
            raise FileRefused(message)
        if path.exists() and not path.is_file():
            message = f"„{path}“ ist ein Gerät und keine Datei. Bitte einen Dateinamen angeben."
            raise FileRefused(message)
        with beside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
        _sync_folder(path.parent)
    except OSError as error:
        raise FileRefused(_sentence(path, error)) from error
    finally:
        with contextlib.suppress(OSError):
            beside.unlink()


def _sync_folder(folder: Path) -> None:
    """Makes the new name durable; Windows has no such call and needs none."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _sentence(path: Path, error: OSError) -> str:
    folder = path.parent
    if error.errno in _NO_SPACE:
        return f"In „{folder}“ ist kein Platz für „{path.name}“. Bitte Platz schaffen oder anderswo speichern."
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return f"Den Ordner „{folder}“ gibt es nicht. Bitte ihn anlegen oder einen anderen wählen."
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return (
            f"„{path.name}“ lässt sich in „{folder}“ nicht schreiben. "
            "Bitte Rechte prüfen, die Datei schließen oder anderswo speichern."
        )
    if error.errno == errno.ENAMETOOLONG:
        return f"Der Dateiname „{path.name[:40]}…“ ist zu lang. Bitte einen kürzeren wählen."
    return f"„{path}“ lässt sich nicht schreiben ({error.strerror}). Bitte einen anderen Ordner wählen."

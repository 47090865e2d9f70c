"""Files read and written whole: a crash or a full disk leaves the old file or the new one, never a half."""

from __future__ import annotations

import contextlib
import errno
import os
from pathlib import Path
from uuid import uuid4

from tws_desktop.disk.reasons import NO_SPACE, reason
from tws_desktop.domain.errors import FileRefused

_NO_SUCH_CALL = {errno.EINVAL, errno.ENOTSUP, errno.ENOSYS}
_FOR_OWNER, _AS_USUAL = 0o600, 0o666


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


def write_whole(path: Path, content: bytes, *, private: bool = False) -> None:
    """Replaces `path`: written beside it, flushed, read back, renamed, folder flushed.

    A `private` file is readable by its owner only.

    Raises:
        OSError: nothing was replaced, or the disk failed as the new name was made durable.
    """
    beside = path.with_name(f".{uuid4().hex}.tmp")
    mode = _FOR_OWNER if private else _AS_USUAL
    try:
        with open(beside, "xb", opener=lambda name, flags: os.open(name, flags, mode)) as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if beside.read_bytes() != content:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        beside.replace(path)
        sync_folder(path.parent)
    finally:
        with contextlib.suppress(OSError):
            beside.unlink()


def write_for_others(path: Path, content: bytes) -> None:
    """Writes a file that people asked for at a place they chose.

    Raises:
        FileRefused: the path is a folder or a device, its folder is missing or read-only, or no space is left.
    """
    try:
        if path.is_dir():
            raise FileRefused(f"„{path}“ ist ein Ordner. Bitte einen Dateinamen angeben.")
        if path.exists() and not path.is_file():
            raise FileRefused(f"„{path}“ ist ein Gerät und keine Datei. Bitte einen Dateinamen angeben.")
        write_whole(path, content)
    except OSError as error:
        raise FileRefused(_sentence(path, error)) from error


def sync_folder(folder: Path) -> None:
    """Makes the new name durable; Windows and some sticks and network shares have no such call."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _NO_SUCH_CALL:
            raise
    finally:
        os.close(handle)


def _sentence(path: Path, error: OSError) -> str:
    folder = path.parent
    if error.errno == errno.ENAMETOOLONG:
        return f"Der Dateiname „{path.name[:40]}…“ ist zu lang. Bitte einen kürzeren wählen."
    if error.errno in NO_SPACE:
        return f"In „{folder}“ ist kein Platz für „{path.name}“. Bitte Platz schaffen oder anderswo speichern."
    if not folder.is_dir():
        return f"Den Ordner „{folder}“ gibt es nicht. Bitte ihn anlegen oder einen anderen wählen."
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return (
            f"„{path.name}“ lässt sich in „{folder}“ nicht schreiben. "
            "Bitte Rechte prüfen, die Datei schließen oder anderswo speichern."
        )
    return f"„{path}“ lässt sich nicht schreiben ({reason(error)}). Bitte einen anderen Ordner wählen."

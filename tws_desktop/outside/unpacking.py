"""Zip files from strangers, unpacked in memory and counted while reading."""

from __future__ import annotations

import io
import stat
import unicodedata
import zipfile
import zlib
from collections.abc import Mapping

from tws_desktop.domain.errors import FileRefused

MOST_ENTRIES = 200
MOST_BYTES_EACH = 50 * 1024 * 1024
MOST_BYTES = 200 * 1024 * 1024
HIGHEST_RATIO = 200
RATIO_FROM = 1024 * 1024
"""Below this size an entry may shrink as it likes: repeated words in a small text are no bomb."""
LONGEST_NAME = 120
_CHUNK = 256 * 1024
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", *(f"com{n}" for n in range(1, 10)), *(f"lpt{n}" for n in range(1, 10))}
)


def is_zip(data: bytes) -> bool:
    """Whether `data` starts like a zip file."""
    return data.startswith(b"PK")


def unpack(data: bytes) -> Mapping[str, bytes]:
    """The entries by name; refuses what could hurt: bombs, doubles, links, names that lead elsewhere."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _entries(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise FileRefused("Die Datei ist abgeschnitten oder beschädigt. Bitte neu holen.") from error


def _entries(archive: zipfile.ZipFile) -> Mapping[str, bytes]:
    listed = archive.infolist()
    if len(listed) > MOST_ENTRIES:
        raise FileRefused(f"Das Paket hat mehr als {MOST_ENTRIES} Einträge. Das Programm öffnet es nicht.")
    folded = [unicodedata.normalize("NFKC", entry.orig_filename).casefold() for entry in listed]
    if len(set(folded)) < len(folded):
        raise FileRefused("Das Paket enthält zwei Einträge mit demselben Namen. Das Programm öffnet es nicht.")
    found: dict[str, bytes] = {}
    left = MOST_BYTES
    for entry in listed:
        _check_entry(entry)
        if entry.is_dir():
            continue
        found[entry.filename] = content = _read(archive, entry, min(left, MOST_BYTES_EACH))
        left -= len(content)
    return found


def _check_entry(entry: zipfile.ZipInfo) -> None:
    name = entry.orig_filename
    shown = "".join(sign if sign.isprintable() else "?" for sign in name[:60])
    if not _is_plain_name(name):
        raise FileRefused(f"Das Paket enthält den unzulässigen Namen „{shown}“. Das Programm öffnet es nicht.")
    if entry.flag_bits & 0x1:
        raise FileRefused(f"„{shown}“ ist mit einem Zip-Kennwort verschlüsselt. Bitte das Paket ohne erstellen.")
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in {0, stat.S_IFREG, stat.S_IFDIR}:
        raise FileRefused(f"„{shown}“ ist eine Verknüpfung. Das Programm öffnet das Paket nicht.")
    if entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise FileRefused(f"„{shown}“ ist mit einem unbekannten Verfahren gepackt. Bitte neu packen.")


def _is_plain_name(name: str) -> bool:
    """A relative path of ordinary signs, without drive, `..`, reserved names and turned direction."""
    if not name or len(name) > LONGEST_NAME or name.startswith("/") or "\\" in name or ":" in name:
        return False
    if any(unicodedata.category(sign) in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"} for sign in name):
        return False
    pieces = name.removesuffix("/").split("/")
    return all(
        piece not in {"", ".", ".."}
        and not piece.endswith((".", " "))
        and piece.partition(".")[0].casefold() not in _RESERVED
        for piece in pieces
    )


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int) -> bytes:
    parts: list[bytes] = []
    count = 0
    with archive.open(entry) as file:
        while chunk := file.read(_CHUNK):
            count += len(chunk)
            if count > most:
                raise FileRefused("Der Inhalt des Pakets ist entpackt zu groß. Das Programm öffnet es nicht.")
            if count > RATIO_FROM and count > HIGHEST_RATIO * max(1, entry.compress_size):
                raise FileRefused("Das Paket ist verdächtig stark gepackt. Das Programm öffnet es nicht.")
            parts.append(chunk)
    return b"".join(parts)

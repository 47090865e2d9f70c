"""Package files: read through the child process, written whole."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from tws_desktop.disk.whole_file import read_whole, write_for_others
from tws_desktop.domain.attachments import Picture
from tws_desktop.domain.errors import FileRefused
from tws_desktop.domain.exchange.document import PackageDocument
from tws_desktop.domain.exchange.plain import plain
from tws_desktop.outside import envelope
from tws_desktop.outside.child import ChildFailed, run_job
from tws_desktop.outside.images import renewed
from tws_desktop.outside.package_job import CONTENT, files_of
from tws_desktop.outside.structuring import structure
from tws_desktop.outside.unpacking import MOST_ENTRIES

SUFFIX = ".twspaket"
MOST_BYTES = 64 * 1024 * 1024
_ROOM_FOR_WORDS = 8 * 1024 * 1024
_EARLIEST = (1980, 1, 1, 0, 0, 0)


class PassphraseNeeded(FileRefused):
    """The package is encrypted; reading it again with its passphrase helps."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """What came in a package: the checked document and the pictures of its photos by their hash in it."""

    document: PackageDocument
    pictures: Mapping[str, Picture]


def read_package(path: Path, passphrase: str = "") -> Parcel:
    """What a `.twspaket` or `.json` holds; raises `FileRefused` with file, place and mend."""
    data = read_whole(path, MOST_BYTES, "ist größer als 64 MB. Bitte das Paket teilen.")
    return unpacked(path.name, data, passphrase)


def unpacked(name: str, data: bytes, passphrase: str = "") -> Parcel:
    """The same for bytes; every picture is written anew by a child of its own."""
    try:
        answer = run_job("package", data, passphrase)
    except ChildFailed as error:
        raise FileRefused(f"{name}: Die Prüfung der Datei brach ab. Bitte die Datei neu holen.") from error
    if answer.get("locked"):
        raise PassphraseNeeded(f"{name}: Das Paket ist verschlüsselt. Bitte das Kennwort eingeben.")
    if "package" not in answer:
        raise FileRefused(f"{name}: {answer.get('refused', 'Die Datei lässt sich nicht lesen.')}")
    document = structure(answer["package"], PackageDocument)
    files = dict(zip(files_of(document), answer.get("files", []), strict=True))
    wanted = {file.sha256: file for file in document.files}
    with ThreadPoolExecutor(2, thread_name_prefix="fotos") as readers:
        made = readers.map(lambda file: renewed(f"{name}, „{file.alt}“", files[file.name]), wanted.values())
        return Parcel(document, dict(zip(wanted, made, strict=True)))


def package_bytes(
    document: PackageDocument, passphrase: str = "", pictures: Mapping[str, Picture] = MappingProxyType({})
) -> bytes:
    """The bytes of a `.twspaket`; without a passphrase the same document gives the same bytes."""
    files = {file.name: pictures[file.sha256].data for file in document.files}
    if len(files) >= MOST_ENTRIES or sum(map(len, files.values())) > MOST_BYTES - _ROOM_FOR_WORDS:
        raise FileRefused("Mit den Fotos wird das Paket zu groß. Bitte die Workshops einzeln weitergeben.")
    inner = zipped({CONTENT: json_bytes(document), **files})
    return zipped(envelope.seal(inner, passphrase)) if passphrase else inner


def json_bytes(document: PackageDocument) -> bytes:
    """The document as JSON that people can read."""
    return json.dumps(plain(document), ensure_ascii=False, indent=1).encode() + b"\n"


def write_package(
    path: Path,
    document: PackageDocument,
    passphrase: str = "",
    pictures: Mapping[str, Picture] = MappingProxyType({}),
) -> None:
    """Write a `.twspaket`, or plain JSON if the name ends in `.json` (never with a passphrase or photos)."""
    if path.suffix.lower() == ".json":
        if passphrase:
            raise FileRefused(f"{path.name}: Eine .json-Datei ist nie verschlüsselt. Bitte {SUFFIX} wählen.")
        if document.files:
            raise FileRefused(f"{path.name}: Fotos reisen nur in einem {SUFFIX}. Bitte diese Endung wählen.")
        write_for_others(path, json_bytes(document))
    else:
        write_for_others(path, package_bytes(document, passphrase, pictures))


def zipped(entries: Mapping[str, bytes]) -> bytes:
    """A zip of these entries that is the same each time."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, content)
    return target.getvalue()

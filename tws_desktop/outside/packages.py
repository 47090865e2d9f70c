"""Package files: read through the child process, written whole."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

from tws_desktop.domain.errors import FileRefused
from tws_desktop.domain.exchange.document import PackageDocument
from tws_desktop.domain.exchange.plain import plain
from tws_desktop.outside import envelope
from tws_desktop.outside.child import ChildFailed, run_job
from tws_desktop.outside.package_job import CONTENT
from tws_desktop.outside.structuring import structure
from tws_desktop.outside.whole_file import read_whole, write_whole

SUFFIX = ".twspaket"
MOST_BYTES = 64 * 1024 * 1024
_EARLIEST = (1980, 1, 1, 0, 0, 0)


class PassphraseNeeded(FileRefused):
    """The package is encrypted; reading it again with its passphrase helps."""


def read_package(path: Path, passphrase: str = "") -> PackageDocument:
    """The checked document in a `.twspaket` or `.json`; raises `FileRefused` with file, place and mend."""
    data = read_whole(path, MOST_BYTES, "ist größer als 64 MB. Bitte das Paket teilen.")
    try:
        answer = run_job("package", data, passphrase)
    except ChildFailed as error:
        raise FileRefused(f"{path.name}: Die Prüfung der Datei brach ab. Bitte die Datei neu holen.") from error
    if answer.get("locked"):
        raise PassphraseNeeded(f"{path.name}: Das Paket ist verschlüsselt. Bitte die Passphrase eingeben.")
    if "package" not in answer:
        raise FileRefused(f"{path.name}: {answer.get('refused', 'Die Datei lässt sich nicht lesen.')}")
    return structure(answer["package"], PackageDocument)


def package_bytes(document: PackageDocument, passphrase: str = "") -> bytes:
    """The bytes of a `.twspaket`; without a passphrase the same document gives the same bytes."""
    inner = _zipped({CONTENT: json_bytes(document)})
    return _zipped(envelope.seal(inner, passphrase)) if passphrase else inner


def json_bytes(document: PackageDocument) -> bytes:
    """The document as JSON that people can read."""
    return json.dumps(plain(document), ensure_ascii=False, indent=1).encode() + b"\n"


def write_package(path: Path, document: PackageDocument, passphrase: str = "") -> None:
    """Write a `.twspaket`, or plain JSON if the name ends in `.json` (never with a passphrase)."""
    if path.suffix.lower() == ".json":
        if passphrase:
            raise FileRefused(f"{path.name}: Eine .json-Datei ist nie verschlüsselt. Bitte {SUFFIX} wählen.")
        write_whole(path, json_bytes(document))
    else:
        write_whole(path, package_bytes(document, passphrase))


def _zipped(entries: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, content)
    return target.getvalue()

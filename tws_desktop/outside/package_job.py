"""What the child process does with a package: from bytes to a checked document."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from tws_desktop.domain.errors import FileRefused
from tws_desktop.domain.exchange.checks import check, refuse
from tws_desktop.domain.exchange.document import FORMAT, VERSION, PackageDocument
from tws_desktop.domain.exchange.plain import plain
from tws_desktop.outside import envelope
from tws_desktop.outside.strict_json import read_json
from tws_desktop.outside.structuring import structure
from tws_desktop.outside.unpacking import is_zip, unpack

CONTENT = "paket.json"


def open_package(data: bytes, passphrase: str) -> dict[str, Any]:
    """The answer of the job: `package` (plain values), `refused` (a sentence) or `locked` (a passphrase is needed)."""
    try:
        entries = _entries(data, passphrase)
        if entries is None:
            return {"locked": True}
        document = read_document(entries[CONTENT])
        return {"package": plain(document), "files": _files(document, entries)}
    except FileRefused as error:
        return {"refused": str(error)}


def _entries(data: bytes, passphrase: str) -> Mapping[str, bytes] | None:
    if not is_zip(data):
        return {CONTENT: data}
    entries = unpack(data)
    if set(entries) == {envelope.COVER, envelope.CONTENT}:
        if not passphrase:
            return None
        entries = unpack(envelope.unseal(entries[envelope.COVER], entries[envelope.CONTENT], passphrase))
    if CONTENT not in entries:
        raise FileRefused(f"Im Paket fehlt {CONTENT}. Es ist kein Paket dieses Programms.")
    return entries


def _files(document: PackageDocument, entries: Mapping[str, bytes]) -> list[bytes]:
    """The photos in the order of `files_of`, each checked against what the document says of it."""
    named = files_of(document)
    for name in entries:
        if name != CONTENT and name not in named:
            raise FileRefused(f"Das Paket enthält „{name}“, das in {CONTENT} nicht genannt ist. Bitte entfernen.")
    for place, file in ((f"files[{number}]", file) for number, file in enumerate(document.files)):
        if file.name not in entries:
            raise refuse(place, "Zu diesem Foto fehlt die Datei. Fotos reisen nur in einem .twspaket, nie in .json.")
        data = entries[file.name]
        if len(data) != file.bytes or hashlib.sha256(data).hexdigest() != file.sha256:
            raise refuse(place, "Die Datei des Fotos passt nicht zur Prüfsumme. Bitte das Paket neu holen.")
    return [entries[name] for name in named]


def files_of(document: PackageDocument) -> tuple[str, ...]:
    """The names of the files a document speaks of, each once."""
    return tuple(dict.fromkeys(file.name for file in document.files))


def read_document(content: bytes) -> PackageDocument:
    """The checked document behind `paket.json`; a newer version is refused before anything else."""
    value = read_json(content)
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        raise FileRefused(f"format: Das ist kein Paket dieses Programms; erwartet wird „{FORMAT}“.")
    version = value.get("version")
    if isinstance(version, str) and version != VERSION and _is_newer(version):
        raise FileRefused(
            f"version: Das Paket hat die neuere Fassung {version[:20]}, gelesen wird {VERSION}. "
            "Bitte das Programm aktualisieren."
        )
    package = structure(value, PackageDocument)
    check(package)
    return package


def _is_newer(version: str) -> bool:
    numbers = version.split(".")
    if not all(number.isascii() and number.isdigit() and len(number) < 6 for number in numbers):
        return False
    return [int(number) for number in numbers] > [int(number) for number in VERSION.split(".")]

"""What the child process does with a package: from bytes to a checked document."""

from __future__ import annotations

from typing import Any

from tws_desktop.domain.errors import FileRefused
from tws_desktop.domain.exchange.checks import check
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
        found = _content(data, passphrase)
        return {"locked": True} if found is None else {"package": plain(read_document(found))}
    except FileRefused as error:
        return {"refused": str(error)}


def _content(data: bytes, passphrase: str) -> bytes | None:
    if not is_zip(data):
        return data
    entries = unpack(data)
    if set(entries) == {envelope.COVER, envelope.CONTENT}:
        if not passphrase:
            return None
        entries = unpack(envelope.unseal(entries[envelope.COVER], entries[envelope.CONTENT], passphrase))
    for name in entries:
        if name != CONTENT:
            raise FileRefused(f"Das Paket enthält „{name}“; diese Fassung nimmt nur {CONTENT} auf.")
    if CONTENT not in entries:
        raise FileRefused(f"Im Paket fehlt {CONTENT}. Es ist kein Paket dieses Programms.")
    return entries[CONTENT]


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

"""The lock files: which packages an environment holds, each with its hashes."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from refusal import Refused

RUN = "requirements.txt"
DEVELOPMENT = "requirements-dev.txt"
BUILD = "requirements-build.txt"

_PINNED = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)==([^\s;]+)(?:\s*;\s*(.*?))?\s*\\?$")


@dataclass(frozen=True, slots=True)
class Requirement:
    """One pinned package of a lock file."""

    name: str
    version: str
    marker: str
    hashes: tuple[str, ...]


def digest(path: Path) -> str:
    """SHA-256 of a lock file as hex; line ends do not count, since a checkout may change them."""
    return hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest()


def read(path: Path) -> tuple[Requirement, ...]:
    """The pinned packages of a lock file, in its order; raises `Refused` at any line but a pin or a hash."""
    found: list[Requirement] = []
    for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        line = raw.strip()
        if not line or line.startswith("#"):
            continue
        if line.startswith("--hash=") and found:
            last = found[-1]
            value = line.removeprefix("--hash=").removesuffix("\\").strip()
            found[-1] = Requirement(last.name, last.version, last.marker, (*last.hashes, value))
        elif pinned := _PINNED.match(line):
            found.append(Requirement(pinned[1], pinned[2], pinned[3] or "", ()))
        else:
            raise Refused(
                f"{path.name}, Zeile {number}: „{line}“ ist weder ein festes Paket noch eine Prüfsumme. "
                "Bitte die Datei aus dem Projekt wiederherstellen."
            )
    return tuple(found)

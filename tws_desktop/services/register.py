"""The register of what left the store in clear text."""

from __future__ import annotations

from uuid import uuid4

from tws_desktop.domain.confidentiality import Audience
from tws_desktop.domain.keeping import IN_STORE, RegisterLine
from tws_desktop.services.ports import Work


def note(work: Work, path: str, kind: str, audience: Audience, left_out: int, sha256: str) -> RegisterLine:
    """Note that a file was written: where, for whom, how many entries it leaves out, and its hash."""
    work.action("Dokument ausgegeben", IN_STORE)
    return work.add(RegisterLine(uuid4(), work.now(), path, kind, audience.value, left_out, sha256))


def register(work: Work) -> tuple[RegisterLine, ...]:
    """All lines, newest first."""
    return tuple(sorted(work.all(RegisterLine), key=lambda line: line.at, reverse=True))

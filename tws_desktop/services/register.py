"""The register of what left the store in clear."""

from __future__ import annotations

from uuid import uuid4

from tws_desktop.domain.confidentiality import Audience
from tws_desktop.domain.keeping import IN_STORE, RegisterLine
from tws_desktop.services.ports import Work


def note_paper(work: Work, path: str, kind: str, audience: Audience, left_out: int, sha256: str) -> RegisterLine:
    """Notes a paper that was written: where, which format, for whom, how many things it leaves out."""
    name = path.replace("\\", "/").rpartition("/")[2]
    work.action(f"Ausgegeben: {name}", IN_STORE)
    return work.add(RegisterLine(uuid4(), work.now(), path, kind, audience.value, left_out, sha256))

"""A paper into a file, and into the register of what left the store in clear."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

from tws_desktop.documents.blocks import Document
from tws_desktop.documents.note import WriteNote
from tws_desktop.domain.confidentiality import Audience
from tws_desktop.domain.errors import FileRefused
from tws_desktop.domain.keeping import IN_STORE, RegisterLine
from tws_desktop.services.ports import Store, Work


def write_document(document: Document, path: Path, kind: str, house_style: Path | None = None) -> str:
    """Write a paper as `docx` or `pdf`, or its tables as `xlsx` or `csv`.

    Returns a note on gaps and signs that no font has, "" if there are none.
    """
    match kind:  # each writer loads slowly and only when it is asked for
        case "docx":
            from tws_desktop.documents.word import write_word  # noqa: PLC0415

            return noted(write_word(document, path, house_style))
        case "pdf":
            from tws_desktop.documents.pdf import write_pdf  # noqa: PLC0415

            return noted(write_pdf(document, path))
        case "xlsx":
            from tws_desktop.documents.workbook import write_workbook  # noqa: PLC0415

            return noted(write_workbook(document, path))
        case "csv":
            from tws_desktop.documents.text_table import write_text_table  # noqa: PLC0415

            return noted(write_text_table(document, path))
    raise FileRefused(f"Das Format {kind} gibt es für dieses Dokument nicht. Möglich sind docx, pdf, xlsx und csv.")


def noted(note: WriteNote) -> str:
    """What the facilitator should know about a written file, in one line; "" if nothing."""
    parts = []
    if note.open_gaps:
        parts.append(f"{note.open_gaps} offene Lücken")
    if note.faults:
        parts.append(f"{len(note.faults)} Verweise ohne Ziel")
    if note.unprintable:
        parts.append(f"{note.unprintable} Zeichen ohne Schrift, gedruckt als [U+…]")
    return "Hinweis: " + ", ".join(parts) + "." if parts else ""


def register(store: Store, path: Path, kind: str, audience: Audience, left_out: int) -> None:
    """Note that a file with clear text was written: where, for whom, how many entries it leaves out."""
    digest = hashlib.sha256(path.read_bytes()).hexdigest()

    def use_case(work: Work) -> None:
        work.action(f"Ausgegeben: {path.name}", IN_STORE)
        work.add(RegisterLine(uuid4(), work.now(), str(path), kind, audience.value, left_out, digest))

    store.write(use_case).result()


Writer = Callable[[Document, Path, str, Path | None], str]
"""The type of `write_document`, as pages get it."""

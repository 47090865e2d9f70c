"""The text of an agreement as a reader sees it, for comparing before and after."""

from __future__ import annotations

from tests.services.agreements.conftest import TODAY, Desk
from tws_desktop.documents.blocks import Document, Filled, Gap, Line, Ref, Table, Text, spans_of
from tws_desktop.documents.numbering import resolve
from tws_desktop.domain.confidentiality import Audience
from tws_desktop.services.agreements.document import Edition, agreement_document


def paper(desk: Desk, edition: Edition = Edition.CLEAN, audience: Audience = Audience.GREMIUM) -> Document:
    return desk.read(agreement_document, desk.shelf, desk.agreement, edition, audience, TODAY)


def lines(document: Document) -> list[str]:
    """Every block as one line with its number, all words of it."""
    resolved = resolve(document)
    found: list[str] = []
    for number, block in zip(resolved.numbers, document.blocks, strict=True):
        words = [str(getattr(block, name)) for name in ("title", "text", "subtitle") if hasattr(block, name)]
        if hasattr(block, "lines"):
            words.extend(block.lines)
        for party in getattr(block, "parties", ()):
            words.extend(str(getattr(party, name, "")) for name in ("lead", "name", "short", "organisation"))
        for span in spans_of(block):
            match span:
                case Text(text) | Filled(text):
                    words.append(text)
                case Gap(label):
                    words.append(f"[{label}]")
                case Ref():
                    words.append(resolved.reference(span))
                case Line():
                    words.append("\n")
            if isinstance(block, Table):
                words.append("|")
        found.append(f"{number} {''.join(words)}".strip())
    return found


def text(desk: Desk) -> str:
    return "\n".join(lines(paper(desk)))

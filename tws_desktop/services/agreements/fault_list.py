"""The list of what is still open or contradicts itself, as a paper for the council."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from tws_desktop.documents.blocks import Block, Document, Notice, Paragraph, Table, Title, plain
from tws_desktop.domain.confidentiality import Audience
from tws_desktop.domain.errors import Refused
from tws_desktop.domain.german import show_date
from tws_desktop.services.agreements.findings import findings
from tws_desktop.services.agreements.outline import read_outline
from tws_desktop.services.agreements.shelf import Shelf
from tws_desktop.services.agreements.versions import content_hash
from tws_desktop.services.ports import Work

_INSIDE = frozenset({Audience.VERHANDLUNG, Audience.GREMIUM})
_HEADER = tuple(plain(text) for text in ("Nr.", "Stelle", "Befund", "Art"))


class FaultListRefused(Refused):
    """The list is not for this audience."""


def fault_list(work: Work, shelf: Shelf, agreement_id: UUID, audience: Audience, today: date) -> Document:
    """All findings in the order of the agreement; only for team and council, with what the check does not say."""
    if audience not in _INSIDE:
        raise FaultListRefused(
            f"Die Mängelliste zeigt offene Punkte und ist nicht für „{audience.german}“. "
            "Bitte Gremium oder Verhandlungsteam als Empfängerkreis wählen."
        )
    agreement = read_outline(work, agreement_id).agreement
    found = findings(work, shelf, agreement_id)
    blocks: list[Block] = [Title("Mängelliste", f"{agreement.title}, Entwurf {agreement.version}")]
    if found:
        rows = tuple(
            tuple(plain(text) for text in (str(number), one.place or "insgesamt", one.sentence, one.severity.german))
            for number, one in enumerate(found, start=1)
        )
        blocks.append(Table(_HEADER, rows, (1, 4.5, 10, 2.4)))
    else:
        blocks.append(Paragraph(plain("Keine Beanstandung nach den hinterlegten Formalregeln.")))
    if "D-CHECK" in shelf.disclaimers:
        blocks.append(Notice(shelf.disclaimers["D-CHECK"].text))
    return Document(
        f"Mängelliste {agreement.title}",
        tuple(blocks),
        today,
        subject="Mängelliste",
        header_left=agreement.title,
        header_right=f"ENTWURF {agreement.version} · nicht unterschriftsreif",
        footer_left=f"Intern, nicht an den Arbeitgeber · Stand {show_date(today)} · "
        f"Textstand {content_hash(work, agreement_id)[:8]}",
    )

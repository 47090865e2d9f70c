"""Which papers there are for a workshop or project, and making one by its key."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from tws_desktop.domain.confidentiality import Audience
from tws_desktop.domain.errors import FileRefused
from tws_desktop.domain.workshops import Workshop
from tws_desktop.services.papers import d01, d04, d05, d07
from tws_desktop.services.papers.d05 import LetterData
from tws_desktop.services.papers.paper import Made, PaperShelf, ReportOf, of_project
from tws_desktop.services.ports import Work

KEYS = ("D01", "D04", "D05", "D07")


@dataclass(frozen=True, slots=True)
class Order:
    """A paper that is wanted: which, for whom, on what day; `report_of` says what a board leaves on paper."""

    key: str
    audience: Audience
    today: date
    report_of: ReportOf
    letter: LetterData | None = None


def workshop_paper(work: Work, shelf: PaperShelf, workshop_id: UUID, order: Order) -> Made:
    """The paper of one workshop; refuses an unknown key or an audience the paper is not for."""
    return _make(work, shelf, (work.get(Workshop, workshop_id),), order)


def project_paper(work: Work, shelf: PaperShelf, project_id: UUID, order: Order) -> Made:
    """The paper over all workshops of a project; D01 is of one workshop only."""
    workshops = of_project(work, project_id)
    if not workshops:
        raise FileRefused("Das Vorhaben hat noch keinen Workshop. Bitte zuerst einen anlegen.")
    return _make(work, shelf, workshops, order)


def _make(work: Work, shelf: PaperShelf, workshops: tuple[Workshop, ...], order: Order) -> Made:
    key, audience, today = order.key, order.audience, order.today
    if key not in KEYS or key not in shelf.papers:
        raise FileRefused(f"Das Dokument {key} gibt es nicht. Möglich sind {', '.join(KEYS)}.")
    paper = shelf.papers[key]
    if audience.value not in paper.audiences:
        names = ", ".join(Audience(name).german for name in paper.audiences)
        raise FileRefused(f"{paper.title} ist nicht für {audience.german} gedacht. Möglich sind: {names}.")
    match key:
        case "D01":
            if len(workshops) > 1:
                raise FileRefused("Ein Fotoprotokoll gehört zu einem Workshop. Bitte einen Workshop angeben.")
            return d01.make(work, shelf, workshops[0], audience, today, order.report_of)
        case "D04":
            return d04.make(work, shelf, workshops, audience, today)
        case "D05":
            return d05.make(work, shelf, workshops, audience, today, order.letter)
        case _:
            return d07.make(work, shelf, workshops, audience, today, order.report_of)

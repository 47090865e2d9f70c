"""What all papers share: their texts filled, head and foot, and the count of what an audience does not get."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol, TypeAlias
from uuid import UUID

from tws_desktop.documents.blocks import Block, Document, Heading, Paragraph, ParagraphStyle, plain
from tws_desktop.domain.confidentiality import Audience
from tws_desktop.domain.german.dates import show_date_long
from tws_desktop.domain.papers import Paper
from tws_desktop.domain.plants import Plant, Project
from tws_desktop.domain.workshops import Release, Workshop
from tws_desktop.services.boards.content import Content
from tws_desktop.services.boards.offers import Shelf
from tws_desktop.services.boards.reports import Report
from tws_desktop.services.ports import Work
from tws_desktop.services.settings import Facilitator, facilitator

ReportOf: TypeAlias = Callable[[Content, Shelf, Audience], Report]


class PaperShelf(Shelf, Protocol):
    """What papers need of the catalogue."""

    @property
    def papers(self) -> Mapping[str, Paper]:
        """Papers by key."""


@dataclass(frozen=True, slots=True)
class Made:
    """A paper ready to be written, and how many entries it leaves out (told to the facilitator only)."""

    document: Document
    left_out: int = 0


@dataclass(slots=True)
class Sheet:
    """A paper being put together."""

    paper: Paper
    audience: Audience
    today: date
    plant: Plant
    project: Project
    who: Facilitator
    workshops: tuple[Workshop, ...]
    released: bool
    values: dict[str, str] = field(default_factory=dict)
    blocks: list[Block] = field(default_factory=list)
    left_out: int = 0

    def text(self, key: str, **values: str) -> str:
        """A fixed text with its names filled; "" when an optional one lacks a value."""
        text = self.paper.text(key)
        known = {**self.values, **values}
        if text.optional and not all(known.get(name) for name in text.placeholders):
            return ""
        filled = text.text
        for name in text.placeholders:
            filled = filled.replace("{" + name + "}", known.get(name) or f"[{name}]")
        return filled

    def say(self, key: str, style: ParagraphStyle = ParagraphStyle.BODY, **values: str) -> None:
        """Add a fixed text as a paragraph, if it has something to say."""
        text = self.text(key, **values)
        if text:
            self.blocks.append(Paragraph(plain(text), style))

    def section(self, key: str, blocks: list[Block]) -> None:
        """Add a section: with its heading if it has blocks, or if it must appear even when empty."""
        section = next(found for found in self.paper.sections if found.key == key)
        if section.internal and self.audience is not Audience.VERHANDLUNG:
            return
        if not blocks and not (section.must and section.empty):
            return
        self.blocks.append(Heading(section.title, 1))
        self.blocks += blocks or [Paragraph(plain(section.empty), ParagraphStyle.NOTE)]

    def made(self, title: str, *, header_right: str = "", subtitle: str = "") -> Made:
        """The finished paper."""
        document = Document(
            title=title,
            blocks=tuple(self.blocks),
            date=self.today,
            subtitle=subtitle,
            subject=self.project.title,
            header_left=f"{self.paper.title} · {self.plant.name}",
            header_right=header_right,
            footer_left=f"Empfängerkreis: {self.audience.german} · Stand {show_date_long(self.today)}",
            landscape=self.paper.style.landscape,
        )
        return Made(document, self.left_out)


def start(
    work: Work, shelf: PaperShelf, key: str, workshops: tuple[Workshop, ...], audience: Audience, today: date
) -> Sheet:
    """An empty paper about workshops of one project."""
    project = work.get(Project, workshops[0].project_id)
    plant = work.get(Plant, project.plant_id)
    who = facilitator(work)
    released = is_released(work, key, workshops[0].id, audience)
    sheet = Sheet(shelf.papers[key], audience, today, plant, project, who, workshops, released)
    sheet.values = {
        "betrieb": plant.name + (f", {plant.site}" if plant.site else ""),
        "datum": show_date_long(today),
        "rolle": who.role or "Moderation",
    }
    return sheet


def is_released(work: Work, key: str, workshop_id: UUID, audience: Audience) -> bool:
    """Whether a paper of a workshop was released for an audience; else it carries ENTWURF."""
    return work.find(Release, thing=f"papers.{key}", thing_id=workshop_id, audience=audience) is not None


def of_project(work: Work, project_id: UUID) -> tuple[Workshop, ...]:
    """The workshops of a project that are not in the trash, oldest first."""
    found = work.all(Workshop, project_id=project_id, trashed_at=None)
    return tuple(sorted(found, key=lambda workshop: (workshop.starts_on or date.max, workshop.title)))

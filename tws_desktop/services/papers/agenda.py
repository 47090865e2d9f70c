"""The agenda on paper: long for the facilitator, short and without internals for the participants."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Protocol
from uuid import UUID

from tws_desktop.documents.blocks import (
    Block,
    Bullet,
    Document,
    Heading,
    Paragraph,
    ParagraphStyle,
    Spans,
    Table,
    Title,
    plain,
)
from tws_desktop.domain.confidentiality import Audience
from tws_desktop.domain.german.dates import show_date_long
from tws_desktop.domain.methods import Method
from tws_desktop.domain.plants import Plant, Project
from tws_desktop.domain.workshops import Step, StepKind, Workshop
from tws_desktop.services.papers.paper import Made
from tws_desktop.services.ports import Work
from tws_desktop.services.settings import facilitator
from tws_desktop.services.workshops import agenda
from tws_desktop.services.workshops.times import starts

LONG, SHORT = "ABLAUF_LANG", "ABLAUF_KURZ"
TITLES: Mapping[str, tuple[str, str, Audience]] = {
    LONG: (
        "Regieplan",
        "Der Ablauf für Sie: Zeiten, Ziele, Methoden, Sätze zum Vorlesen, Plan B und Material.",
        Audience.GREMIUM,
    ),
    SHORT: ("Ablauf für die Teilnehmenden", "Zeiten und Themen ohne Internes, auf einer Seite.", Audience.TEILNEHMENDE),
}
"""Title, purpose and audience of both papers."""


class MethodShelf(Protocol):
    """What the agenda needs of the catalogue."""

    @property
    def methods(self) -> Mapping[str, Method]:
        """Methods by key."""


def make(work: Work, shelf: MethodShelf, key: str, workshop_id: UUID, today: date) -> Made:
    """The agenda of a workshop as a paper; `key` is LONG or SHORT."""
    workshop = work.get(Workshop, workshop_id)
    plant = work.get(Plant, work.get(Project, workshop.project_id).plant_id)
    steps = work.all(Step, workshop_id=workshop_id)
    title, _, audience = TITLES[key]
    end = f"{agenda.planned_end(workshop, steps):%H:%M}"
    held = show_date_long(workshop.starts_on) if workshop.starts_on else "Datum offen"
    lead = f"{held}, {workshop.starts_at} bis {end} Uhr" + (f", {workshop.place}" if workshop.place else "")
    blocks: list[Block] = [Title(title, workshop.title), Paragraph(plain(lead), ParagraphStyle.LEAD)]
    if workshop.goal:
        blocks.append(Paragraph(plain(f"Ziel: {workshop.goal}")))
    blocks += _short(workshop, steps) if key == SHORT else _long(work, shelf, workshop, steps, end)
    document = Document(
        title=f"{title} {workshop.title}",
        blocks=tuple(blocks),
        date=today,
        subject=workshop.title,
        header_left=f"{title} · {plant.name}",
        footer_left=f"Empfängerkreis: {'Moderation' if key == LONG else audience.german}",
        landscape=key == LONG,
    )
    return Made(document)


def _short(workshop: Workshop, steps: tuple[Step, ...]) -> list[Block]:
    times = starts(workshop, steps)
    rows = tuple(
        (plain(at), plain(step.title), plain("" if step.kind is StepKind.BREAK else step.question))
        for at, step in zip(times, steps, strict=True)
    )
    table = Table((plain("Zeit"), plain("Thema"), plain("Unsere Frage")), rows, (1, 3, 5))
    note = "Die Pausen stehen fest; die übrigen Zeiten können sich verschieben."
    return [table, Paragraph(plain(note), ParagraphStyle.NOTE)]


def _long(work: Work, shelf: MethodShelf, workshop: Workshop, steps: tuple[Step, ...], end: str) -> list[Block]:
    times = starts(workshop, steps)
    heads = ("Zeit", "Dauer", "Ziel der Phase", "Frage und Inhalt", "Methode", "Wer", "Ergebnis und Ablage", "Plan B")
    rows = tuple(_row(shelf, at, step) for at, step in zip(times, steps, strict=True))
    blocks: list[Block] = [Table(tuple(plain(h) for h in heads), rows, (1, 1, 2.6, 3.2, 1.9, 1.5, 2.2, 2.2))]
    people = workshop.headcount or 0
    packed = agenda.material(steps, people)
    if packed:
        blocks.append(Heading(f"Material für {people} Personen", 1))
        blocks += [Bullet(plain(f"{item.count} {item.name}")) for item in packed]
    said = [step for step in steps if step.say]
    if said:
        blocks.append(Heading("Was Sie sagen", 1))
        for step in said:
            blocks.append(Heading(step.title, 2))
            sentences = agenda.spoken(step, step.say, f"{end}\u00a0Uhr")
            blocks += [Bullet(plain(f"„{sentence}“")) for sentence in sentences]
    who = facilitator(work)
    if who.role:
        blocks.append(Paragraph(plain(f"Verfasst von: {who.role}"), ParagraphStyle.NOTE))
    return blocks


def _row(shelf: MethodShelf, at: str, step: Step) -> tuple[Spans, ...]:
    method = shelf.methods.get(step.method_key)
    cells = (
        at,
        f"{step.minutes}\u00a0min",
        step.goal,
        step.title if step.kind is StepKind.BREAK else f"{step.title}\n{step.question}",
        method.title if method else "",
        step.who,
        step.result,
        step.plan_b,
    )
    return tuple(plain(cell) for cell in cells)

"""The questionnaires of a workshop to print and tick: one sheet for each person, without a name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Protocol
from uuid import UUID

from tws_desktop.documents.blocks import (
    Block,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    ParagraphStyle,
    Table,
    Text,
    Title,
    plain,
)
from tws_desktop.domain.board_parameters import Sheet, SheetMode
from tws_desktop.domain.confidentiality import Audience
from tws_desktop.domain.errors import FileRefused
from tws_desktop.domain.german.dates import show_date_long
from tws_desktop.domain.plants import Plant, Project
from tws_desktop.domain.questionnaires import Item, ItemKind, Questionnaire
from tws_desktop.domain.workshops import Step, Workshop
from tws_desktop.services.papers.paper import Made
from tws_desktop.services.ports import Work

KEY = "FRAGEBOGEN"
TITLE = "Fragebögen zum Ankreuzen"
PURPOSE = "Zum Ausdrucken: ein Bogen für jede Person, ohne Namen."
AUDIENCE = Audience.TEILNEHMENDE
_BOX, _LINE = "☐", "_" * 60


class QuestionnaireShelf(Protocol):
    """What the sheets need of the catalogue."""

    @property
    def questionnaires(self) -> Mapping[str, Questionnaire]:
        """Questionnaires by key."""


def asks(work: Work, workshop_id: UUID) -> bool:
    """Whether the workshop has a questionnaire."""
    return any(True for _ in _asked(work.all(Step, workshop_id=workshop_id)))


def make(work: Work, shelf: QuestionnaireShelf, workshop_id: UUID, today: date) -> Made:
    """Every questionnaire of the workshop, each on a page of its own; refuses a workshop that has none."""
    workshop = work.get(Workshop, workshop_id)
    plant = work.get(Plant, work.get(Project, workshop.project_id).plant_id)
    held = f" am {show_date_long(workshop.starts_on)}" if workshop.starts_on else ""
    where = f"{plant.name} · {workshop.title}{held}"
    blocks: list[Block] = []
    for asked in _asked(work.all(Step, workshop_id=workshop_id)):
        questionnaire = shelf.questionnaires[asked.questionnaire]
        blocks += [PageBreak()] if blocks else []
        blocks += [Title(questionnaire.title, where), *_sheet(questionnaire, asked)]
    if not blocks:
        raise FileRefused("In diesem Workshop gibt es keinen Fragebogen. Eine Phase mit Fragebogen einfügen.")
    document = Document(
        title=f"{TITLE} {workshop.title}",
        blocks=tuple(blocks),
        date=today,
        subject=workshop.title,
        header_left=f"{TITLE} · {plant.name}",
        footer_left="Bogen ohne Namen",
    )
    return Made(document)


def _asked(steps: Iterable[Step]) -> Iterator[Sheet]:
    for step in steps:
        for board in step.boards:
            if board.sheet is not None:
                yield board.sheet


def _sheet(questionnaire: Questionnaire, asked: Sheet) -> Iterator[Block]:
    items = [item for item in questionnaire.items if not asked.short or item.key in questionnaire.short]
    yield Paragraph(plain(questionnaire.instruction), ParagraphStyle.LEAD)
    yield Paragraph(plain(_what_becomes_of_it(questionnaire, asked.mode)))
    yield Paragraph(plain(_legend(questionnaire)), ParagraphStyle.NOTE)
    names = {dimension.key: dimension for dimension in questionnaire.dimensions}
    for key in dict.fromkeys(item.dimension for item in items):
        found = [item for item in items if item.dimension == key and item.kind is ItemKind.SCALE]
        if key in names:
            yield Heading(f"{key} · {names[key].name}", 1)
        if found:
            yield _ticks(questionnaire, found)
    for item in items:
        if item.kind is ItemKind.TEXT:
            yield Paragraph((Text(item.text, bold=True), Text(f"\n{_LINE}\n{_LINE}")))
    if asked.mode is SheetMode.AGREED:
        words = "Woran merkst du das? Ein Beispiel zu der Aussage, die dir am wichtigsten ist:"
        yield Paragraph((Text(words, bold=True), Text(f"\n{_LINE}\n{_LINE}")))


def _what_becomes_of_it(questionnaire: Questionnaire, mode: SheetMode) -> str:
    if mode is SheetMode.AGREED:
        return "Der Bogen bleibt bei dir. Danach gehen wir die Aussagen gemeinsam durch und einigen uns."
    least = questionnaire.hidden_below
    return f"Ohne Namen. Gezeigt wird das Ergebnis erst ab {least} Bögen." if least else "Ohne Namen."


def _legend(questionnaire: Questionnaire) -> str:
    said = [f"{step.value} = {step.label}" for step in questionnaire.scale]
    return " · ".join([*said, *(f"{sign} = {label}" for sign, label in _special(questionnaire))])


def _special(questionnaire: Questionnaire) -> list[tuple[str, str]]:
    both = (("W", questionnaire.unknown_label), ("N", questionnaire.irrelevant_label))
    return [(sign, label) for sign, label in both if label]


def _ticks(questionnaire: Questionnaire, items: list[Item]) -> Table:
    signs = [str(step.value) for step in questionnaire.scale] + [sign for sign, _ in _special(questionnaire)]
    header = tuple(plain(head) for head in ("Nr.", "Aussage", *signs))
    boxes = tuple(plain(_BOX) for _ in signs)
    rows = tuple((plain(item.key), plain(item.text), *boxes) for item in items)
    return Table(header, rows, (1.2, 9, *(0.8 for _ in signs)))

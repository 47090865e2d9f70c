"""D01 Fotoprotokoll: what stood on the wall, phase by phase."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from tws_desktop.documents.blocks import (
    Block,
    Bullet,
    Heading,
    Notice,
    Paragraph,
    ParagraphStyle,
    Photo,
    Table,
    Title,
    plain,
)
from tws_desktop.domain.board_parameters import Board, BoardKind, RecordKind
from tws_desktop.domain.confidentiality import Audience, allowed
from tws_desktop.domain.german.dates import show_date_long
from tws_desktop.domain.workshops import Entry, EntryKind, Step, StepKind, Workshop, starting_level
from tws_desktop.services.boards.content import content
from tws_desktop.services.boards.entries import released
from tws_desktop.services.papers.d04 import measures, short_plan_table
from tws_desktop.services.papers.paper import Made, PaperShelf, ReportOf, Sheet, start
from tws_desktop.services.ports import Work
from tws_desktop.services.workshops.photos import of_step
from tws_desktop.services.workshops.times import starts


def make(
    work: Work, shelf: PaperShelf, workshop: Workshop, audience: Audience, today: date, report_of: ReportOf
) -> Made:
    """The paper of one workshop; `report_of` says what a board leaves on paper."""
    sheet = start(work, shelf, "D01", (workshop,), audience, today)
    steps = work.all(Step, workshop_id=workshop.id)
    sheet.blocks.append(Title("Fotoprotokoll", workshop.title))
    held = show_date_long(workshop.starts_on) if workshop.starts_on else "Datum offen"
    people = str(workshop.headcount) if workshop.headcount else "nicht gezählte"
    place = workshop.place or "Ort offen"
    lead = sheet.text("anlass", titel=workshop.title, datum=held, ort=place, anzahl=people)
    opening: list[Block] = [Paragraph(plain(lead), ParagraphStyle.LEAD)]
    for label, text in (("Ziel", workshop.goal), ("Beteiligung", workshop.participation)):
        if text:
            opening.append(Paragraph(plain(f"{label}: {text}")))
    sheet.section("deckblatt", opening)
    sheet.section("ablauf", [_agenda(workshop, steps)])
    sheet.section("phasen", _phases(work, shelf, sheet, steps, report_of))
    found, hidden = measures(work, (workshop,), audience)
    sheet.left_out += hidden
    sheet.section("massnahmen", [short_plan_table(work, found)] if found else [])
    sheet.section("themenspeicher", _parked(work, sheet, workshop))
    notes: list[Block] = [Paragraph(plain(sheet.text(key))) for key in ("anonym", "meinungsbild")]
    sheet.section("vertraulichkeit", [*notes, Notice(sheet.text("vertraulich"))])
    sheet.say("verfasst", ParagraphStyle.NOTE)
    return sheet.made(f"Fotoprotokoll {workshop.title}", header_right="" if sheet.released else sheet.text("entwurf"))


def _agenda(workshop: Workshop, steps: tuple[Step, ...]) -> Table:
    times = starts(workshop, steps)
    rows = tuple(
        (plain(f"{when}"), plain(step.title), plain(f"{step.minutes} min"))
        for when, step in zip(times, steps, strict=True)
    )
    return Table((plain("Zeit"), plain("Phase"), plain("Dauer")), rows, (1, 6, 1.4))


def _phases(work: Work, shelf: PaperShelf, sheet: Sheet, steps: tuple[Step, ...], report_of: ReportOf) -> list[Block]:
    blocks: list[Block] = []
    free = released(work, "attachments")
    for step in steps:
        if step.kind is StepKind.BREAK:
            continue
        own: list[Block] = []
        for board in step.boards:
            if board.kind is BoardKind.FORM and board.form is not None and board.form.record is RecordKind.MEASURE:
                continue
            if _works_elsewhere(board):
                continue
            here = content(work, shelf, step.id, board.key)
            made = report_of(here, shelf, sheet.audience)
            sheet.left_out += made.left_out
            if made.blocks and len(step.boards) > 1:
                own.append(Paragraph(plain(board.title), ParagraphStyle.NOTE))
            own += made.blocks
        own += _photos(work, sheet, step, free)
        if step.dissent and allowed(starting_level(sheet.workshops[0], step), sheet.audience):
            own.append(Paragraph(plain(f"Zweite Meinung: {step.dissent}")))
        if own:
            blocks.append(Heading(f"{step.number}. {step.title}" if step.number else step.title, 2))
            blocks.append(Paragraph(plain(step.question), ParagraphStyle.QUOTE))
            blocks += own
    return blocks


def _photos(work: Work, sheet: Sheet, step: Step, free: Mapping[UUID, frozenset[Audience]]) -> list[Block]:
    found = of_step(work, step.id)
    seen = [photo for photo in found if allowed(photo.level, sheet.audience, free.get(photo.id, frozenset()))]
    sheet.left_out += len(found) - len(seen)
    return [Photo(work.picture(photo.picture), photo.alt) for photo in seen]


def _works_elsewhere(board: Board) -> bool:
    return bool((board.cards and board.cards.works_on) or (board.form and board.form.edits))


def _parked(work: Work, sheet: Sheet, workshop: Workshop) -> list[Block]:
    found = work.all(Entry, workshop_id=workshop.id, kind=EntryKind.PARKED, struck=False)
    seen = [entry for entry in found if allowed(entry.level, sheet.audience)]
    sheet.left_out += len(found) - len(seen)
    return [Bullet(plain(entry.text)) for entry in seen]

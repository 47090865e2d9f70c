"""Workshops of a package: phases, entries, sheets and totals as new rows."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from tws_desktop.domain.board_parameters import Board
from tws_desktop.domain.exchange.checks import target
from tws_desktop.domain.exchange.workshop import (
    PackedEntry,
    PackedGroup,
    PackedOption,
    PackedSheet,
    PackedStep,
    PackedVote,
    PackedWorkshop,
)
from tws_desktop.domain.questionnaires import Item
from tws_desktop.domain.results import Answer, Sheet, Vote, VoteOption, VoteResult
from tws_desktop.domain.workshops import Entry, EntryArea, EntryTopic, Step, StepKind, StepRun, Workshop
from tws_desktop.services.packages.boards import Boards
from tws_desktop.services.packages.unpacking import Unpacking


def take_workshop(unpacking: Unpacking, held: PackedWorkshop, project_id: UUID) -> None:
    """Add a workshop with everything in it."""
    place = _place("workshops", unpacking)
    starts: dict[str, Any] = {"starts_on": None, "starts_at": held.time or "09:00"}
    if held.start:
        starts = {"starts_on": date.fromisoformat(held.start[:10]), "starts_at": held.start[11:] or starts["starts_at"]}
    copy = held.format_copy or {"title": held.title}
    if held.format not in unpacking.known.formats and held.format:
        then = f"Der Workshop „{held.title}“ behält die Phasen aus dem Paket."
        unpacking.unknown("Das Format", held.format, then)
    workshop = unpacking.add(held, Workshop, place, project_id=project_id, format_copy=copy, **starts)
    boards = Boards(held, unpacking.known.formats.get(held.format))
    for number, (step, rank) in enumerate(unpacking.ranked(held.steps)):
        _take_step(unpacking, step, f"{place}.steps[{number}]", workshop.id, rank, boards.of(step.id))
    _take_entries(unpacking, held, place, workshop.id, boards)
    for number, sheet in enumerate(held.sheets):
        _take_sheet(unpacking, sheet, f"{place}.sheets[{number}]")
    for number, vote in enumerate(held.votes):
        _take_vote(unpacking, vote, f"{place}.votes[{number}]", boards)


def _place(name: str, unpacking: Unpacking) -> str:
    return f"{name}[{sum(isinstance(record, Workshop) for record in unpacking.added.values())}]"


def _take_step(
    unpacking: Unpacking, step: PackedStep, place: str, workshop_id: UUID, rank: int, boards: tuple[Board, ...]
) -> None:
    if step.method and step.method not in unpacking.known.methods and step.kind is StepKind.STEP:
        unpacking.unknown("Die Methode", step.method, "Die Phase bleibt, wie sie im Paket steht.")
    row = unpacking.add(step, Step, place, workshop_id=workshop_id, rank=rank, boards=boards)
    for number, run in enumerate(step.runs):
        unpacking.add(run, StepRun, f"{place}.runs[{number}]", step_id=row.id)


def _take_entries(unpacking: Unpacking, held: PackedWorkshop, place: str, workshop_id: UUID, boards: Boards) -> None:
    waiting = {entry.id: (number, entry, rank) for number, (entry, rank) in enumerate(unpacking.ranked(held.entries))}
    kinds = dict.fromkeys(waiting, "entry")
    while waiting:
        for old, (number, entry, rank) in list(waiting.items()):
            if entry.parent and target(entry.parent, kinds) in waiting:
                continue
            del waiting[old]
            where = f"{place}.entries[{number}]"
            row = unpacking.add(
                entry, Entry, where, workshop_id=workshop_id, rank=rank, **_spot(unpacking, boards, entry, where)
            )
            for topic in entry.topics:
                unpacking.store(EntryTopic(unpacking.fresh(), row.id, topic))
            for area in entry.areas:
                unpacking.store(EntryArea(unpacking.fresh(), row.id, unpacking.new_id(area)))


def _spot(unpacking: Unpacking, boards: Boards, thing: PackedEntry | PackedVote, place: str) -> dict[str, Any]:
    spot = boards.spot(thing)
    if not boards.has(spot):
        unpacking.notices.append(
            f"{place}.board: Die Tafel „{spot.board}“ gibt es in der Phase nicht; was darauf steht, bleibt unsichtbar."
        )
    return {"board": spot.board, "step_id": unpacking.new_id(spot.step) if spot.step else None}


def _take_sheet(unpacking: Unpacking, sheet: PackedSheet, place: str) -> None:
    items = sheet.items_copy
    form = unpacking.known.questionnaires.get(sheet.questionnaire)
    if form is None:
        then = "Die Antworten sind übernommen; fehlt im Paket der Wortlaut, steht nur der Schlüssel da."
        unpacking.unknown("Der Fragebogen", sheet.questionnaire, then)
    if not items:
        items = form.items if form else ()
        there = {item.key for item in items}
        items += tuple(Item(answer.item, answer.item) for answer in sheet.answers if answer.item not in there)
    row = unpacking.add(sheet, Sheet, place, items_copy=items)
    for number, answer in enumerate(sheet.answers):
        unpacking.add(answer, Answer, f"{place}.answers[{number}]", sheet_id=row.id)


def _take_vote(unpacking: Unpacking, vote: PackedVote, place: str, boards: Boards) -> None:
    row = unpacking.add(vote, Vote, place, **_spot(unpacking, boards, vote, place))
    _take_totals(unpacking, row.id, None, vote)
    for number, (option, rank) in enumerate(unpacking.ranked(vote.options)):
        choice = unpacking.add(option, VoteOption, f"{place}.options[{number}]", vote_id=row.id, rank=rank)
        _take_totals(unpacking, row.id, choice.id, option)


def _take_totals(unpacking: Unpacking, vote_id: UUID, option_id: UUID | None, held: PackedVote | PackedOption) -> None:
    everyone = PackedGroup(group="", results=held.results)
    for group in (everyone, *held.groups):
        for bucket, count in group.results.items():
            unpacking.store(VoteResult(unpacking.fresh(), vote_id, bucket, count, option_id, group.group))

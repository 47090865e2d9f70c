"""Workshops of a package: phases, entries, sheets and totals as new rows."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from tws_desktop.domain.board_parameters import Board, VoteKind
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
from tws_desktop.domain.workshops import Entry, EntryArea, EntryKind, EntryTopic, Step, StepKind, StepRun, Workshop
from tws_desktop.services.packages.unpacking import Unpacking

_CARDS = frozenset({EntryKind.CARD, EntryKind.CLUSTER})


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
    boards = {step.id: _boards(unpacking, held, step) for step in held.steps if not step.boards}
    for number, (step, rank) in enumerate(unpacking.ranked(held.steps)):
        own = boards.get(step.id, step.boards)
        _take_step(unpacking, step, f"{place}.steps[{number}]", workshop.id, rank, own)
    _take_entries(unpacking, held, place, workshop.id, boards)
    for number, sheet in enumerate(held.sheets):
        _take_sheet(unpacking, sheet, f"{place}.sheets[{number}]")
    for number, vote in enumerate(held.votes):
        _take_vote(unpacking, vote, f"{place}.votes[{number}]", boards)


def _place(name: str, unpacking: Unpacking) -> str:
    return f"{name}[{sum(isinstance(record, Workshop) for record in unpacking.added.values())}]"


def _boards(unpacking: Unpacking, held: PackedWorkshop, step: PackedStep) -> tuple[Board, ...]:
    form = unpacking.known.formats.get(held.format)
    if form is None:
        return ()
    return next((phase.boards for phase in form.phases if phase.number == step.number), ())


def _take_step(
    unpacking: Unpacking, step: PackedStep, place: str, workshop_id: UUID, rank: int, boards: tuple[Board, ...]
) -> None:
    if step.method and step.method not in unpacking.known.methods and step.kind is StepKind.STEP:
        unpacking.unknown("Die Methode", step.method, "Die Phase bleibt, wie sie im Paket steht.")
    row = unpacking.add(step, Step, place, workshop_id=workshop_id, rank=rank, boards=boards)
    for number, run in enumerate(step.runs):
        unpacking.add(run, StepRun, f"{place}.runs[{number}]", step_id=row.id)


def _take_entries(
    unpacking: Unpacking, held: PackedWorkshop, place: str, workshop_id: UUID, boards: dict[str, tuple[Board, ...]]
) -> None:
    waiting = {entry.id: (number, entry, rank) for number, (entry, rank) in enumerate(unpacking.ranked(held.entries))}
    kinds = dict.fromkeys(waiting, "entry")
    while waiting:
        for old, (number, entry, rank) in list(waiting.items()):
            if entry.parent and target(entry.parent, kinds) in waiting:
                continue
            del waiting[old]
            board = entry.board or _board_for(entry, boards.get(_bare(entry.step), ()))
            spot = f"{place}.entries[{number}]"
            row = unpacking.add(entry, Entry, spot, workshop_id=workshop_id, rank=rank, board=board)
            for topic in entry.topics:
                unpacking.store(EntryTopic(unpacking.fresh(), row.id, topic))
            for area in entry.areas:
                unpacking.store(EntryArea(unpacking.fresh(), row.id, unpacking.new_id(area)))


def _bare(reference: str | None) -> str:
    return (reference or "").removeprefix("step:")


def _board_for(entry: PackedEntry, boards: Iterable[Board]) -> str:
    for board in boards:
        if board.cards is not None and entry.kind in _CARDS:
            return board.key
        if board.form is not None and board.form.entry_kind == entry.kind:
            return board.key
    return ""


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


def _take_vote(unpacking: Unpacking, vote: PackedVote, place: str, boards: dict[str, tuple[Board, ...]]) -> None:
    board = vote.board or _vote_board(vote, boards.get(_bare(vote.step), ()))
    row = unpacking.add(vote, Vote, place, board=board)
    _take_totals(unpacking, row.id, None, vote)
    for number, (option, rank) in enumerate(unpacking.ranked(vote.options)):
        choice = unpacking.add(option, VoteOption, f"{place}.options[{number}]", vote_id=row.id, rank=rank)
        _take_totals(unpacking, row.id, choice.id, option)


def _vote_board(vote: PackedVote, boards: Iterable[Board]) -> str:
    for board in boards:
        if board.scale is not None and vote.kind is VoteKind.SCALE:
            return board.key
        if board.votes is not None and board.votes.kind is vote.kind:
            return board.key
    return ""


def _take_totals(unpacking: Unpacking, vote_id: UUID, option_id: UUID | None, held: PackedVote | PackedOption) -> None:
    everyone = PackedGroup(group="", results=held.results)
    for group in (everyone, *held.groups):
        for bucket, count in group.results.items():
            unpacking.store(VoteResult(unpacking.fresh(), vote_id, bucket, count, option_id, group.group))

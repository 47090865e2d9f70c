"""Boards for phases that a package describes without any, so that nothing in them stays unseen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tws_desktop.domain.board_parameters import (
    Board,
    CardKind,
    Cards,
    Form,
    RecordKind,
    Scale,
    Sheet,
    VoteKind,
    Votes,
    VoteWay,
)
from tws_desktop.domain.exchange.workshop import PackedEntry, PackedSheet, PackedStep, PackedVote, PackedWorkshop
from tws_desktop.domain.form_fields import Field, FieldKind
from tws_desktop.domain.formats import Format
from tws_desktop.domain.workshops import EntryKind

_CARDS = frozenset({EntryKind.CARD, EntryKind.CLUSTER})
_ASIDE = frozenset({EntryKind.PARKED, EntryKind.PRIVATE_NOTE})
_WORDS = (Field("text", "Wortlaut", FieldKind.LONG, required=True),)
_LOWEST, _HIGHEST = 0, 10


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something is recorded: the id of a step in the file and the key of a board."""

    step: str
    board: str


class Boards:
    """The boards of a workshop's steps by the steps' ids, and the place of everything recorded on them."""

    def __init__(self, held: PackedWorkshop, form: Format | None) -> None:
        self._steps = {step.id: step for step in held.steps}
        self._boards = {step.id: step.boards or _of_format(form, step) for step in held.steps}
        self._free = frozenset(step.id for step in held.steps if not step.boards)
        self._spots: dict[str, Spot] = {}
        things: tuple[Any, ...] = (*held.entries, *held.votes, *held.sheets)
        for thing in things:
            self._place(thing)

    def of(self, step_id: str) -> tuple[Board, ...]:
        """The boards of a step."""
        return self._boards[step_id]

    def spot(self, thing: PackedEntry | PackedVote) -> Spot:
        """Where an entry or a vote is recorded."""
        return self._spots[thing.id]

    def has(self, spot: Spot) -> bool:
        """Whether the board of a spot is there; things without a step or board have none to miss."""
        return not spot.board or spot.board in {board.key for board in self._boards.get(spot.step, ())}

    def _place(self, thing: PackedEntry | PackedVote | PackedSheet) -> None:
        step_id = (thing.step or "").removeprefix("step:") if thing.step not in self._steps else thing.step or ""
        key = "" if isinstance(thing, PackedSheet) else thing.board
        aside = isinstance(thing, PackedEntry) and thing.kind in _ASIDE
        if step_id not in self._free or aside:
            self._spots[thing.id] = Spot(step_id, key)
            return
        boards = self._boards[step_id]
        found = next((b for b in boards if (b.key == key if key else _fits(b, thing))), None)
        if found is None:
            found = _made(thing, key or _free_key(thing, boards), self._steps[step_id])
            self._boards[step_id] = (*boards, found)
        self._spots[thing.id] = Spot(step_id, key) if key else self._home(step_id, found)

    def _home(self, step_id: str, board: Board) -> Spot:
        number, _, key = (board.cards.works_on if board.cards else "").partition(".")
        for other, step in self._steps.items():
            if key and step.number == number and key in {there.key for there in self._boards[other]}:
                return Spot(other, key)
        return Spot(step_id, board.key)


def _of_format(form: Format | None, step: PackedStep) -> tuple[Board, ...]:
    if form is None:
        return ()
    return next((phase.boards for phase in form.phases if phase.number == step.number), ())


def _fits(board: Board, thing: PackedEntry | PackedVote | PackedSheet) -> bool:
    if isinstance(thing, PackedSheet):
        return board.sheet is not None and board.sheet.questionnaire == thing.questionnaire
    if isinstance(thing, PackedVote):
        scale = board.scale is not None and thing.kind is VoteKind.SCALE
        return scale or (board.votes is not None and board.votes.kind is thing.kind)
    if thing.kind in _CARDS:
        return board.cards is not None
    return board.form is not None and board.form.entry_kind == thing.kind


def _free_key(thing: PackedEntry | PackedVote | PackedSheet, boards: tuple[Board, ...]) -> str:
    taken = {board.key for board in boards}
    stem = "karten" if isinstance(thing, PackedEntry) and thing.kind in _CARDS else str(getattr(thing, "kind", "bogen"))
    return next(key for key in (stem, *(f"{stem}{number}" for number in range(2, 1000))) if key not in taken)


def _made(thing: PackedEntry | PackedVote | PackedSheet, key: str, step: PackedStep) -> Board:
    table: Mapping[str, Any]
    if isinstance(thing, PackedSheet):
        table = {"sheet": Sheet(thing.questionnaire, thing.mode)}
    elif isinstance(thing, PackedVote):
        table = _vote_table(thing)
    elif thing.kind in _CARDS:
        table = {"cards": Cards(tuple(CardKind))}
    else:
        table = {"form": Form(RecordKind.ENTRY, _WORDS, entry_kind=thing.kind.value)}
    return Board(key, step.title, ("D01",), **table)


def _vote_table(vote: PackedVote) -> Mapping[str, Any]:
    if vote.kind is VoteKind.SCALE:
        return {"scale": Scale(vote.question, _LOWEST, _HIGHEST, "gar nicht", "ganz", secret=vote.secret)}
    return {"votes": Votes(vote.kind, vote.question, ("typed",), tuple(VoteWay), secret=vote.secret)}

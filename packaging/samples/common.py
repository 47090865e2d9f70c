"""Short words for filling workshops."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from uuid import UUID

from samples.building import STAND
from tws_desktop.domain.board_parameters import Board, VoteKind
from tws_desktop.domain.results import Vote, VoteOption
from tws_desktop.domain.workshops import Entry, EntryKind, Step, Workshop
from tws_desktop.services.boards import entries, forms, votes
from tws_desktop.services.ports import Work
from tws_desktop.services.workshops import room


def step_of(work: Work, workshop: Workshop, number: str) -> Step:
    """The phase of that number."""
    found = work.find(Step, workshop_id=workshop.id, number=number)
    if found is None:
        raise KeyError(number)
    return found


def board_of(step: Step, key: str) -> Board:
    """The board of that key."""
    return next(board for board in step.boards if board.key == key)


def columns(
    work: Work,
    step: Step,
    board: str,
    content: Mapping[str, tuple[tuple[str, ...], Iterable[tuple[str, str, dict[str, str]]]]],
) -> dict[str, Entry]:
    """Columns by title, each with topics and its cards (symbol, text, fields); returns columns and cards by text."""
    made: dict[str, Entry] = {}
    for title, (topics, cards) in content.items():
        column = entries.add_entry(work, step.id, board, title, kind=EntryKind.CLUSTER)
        entries.set_topics(work, column.id, topics)
        made[title] = column
        for symbol, text, data in cards:
            card = entries.add_entry(work, step.id, board, text, symbol=symbol, parent_id=column.id, data=data)
            if topics:
                entries.set_topics(work, card.id, topics[:1])
            made[text] = card
    return made


def one_dot(work: Work, step: Step, board: Board, counts: Mapping[int, int], voters: int) -> None:
    """A one-dot query counted by hand."""
    question = board.scale.question if board.scale else step.question
    vote = votes.open_vote(work, step.id, board.key, VoteKind.SCALE, question)
    votes.set_vote(work, vote.id, voters=voters)
    for bucket, count in counts.items():
        votes.set_total(work, vote.id, None, str(bucket), count)


def row(work: Work, step: Step, board: str, **values: str) -> UUID:
    """A row of a form board."""
    record = forms.add_row(work, step.id, board_of(step, board), values, STAND)
    found: UUID = record.id
    return found


def dots(work: Work, vote: Vote, counts: Mapping[str, int]) -> dict[str, VoteOption]:
    """Dots by the text of the option."""
    options = {option.text: option for option in work.all(VoteOption, vote_id=vote.id)}
    for text, count in counts.items():
        votes.set_total(work, vote.id, options[text].id, votes.DOTS, count)
    return options


def run_through(work: Work, workshop: Workshop) -> None:
    """Mark the workshop as held."""
    room.finish(work, workshop.id)

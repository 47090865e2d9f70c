"""What flows into a board from earlier phases: options for a vote, beginnings of rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from tws_desktop.domain.board_parameters import Board, Source, SourceKind
from tws_desktop.domain.clauses import Clause
from tws_desktop.domain.facts import ChoiceList, FactSheet
from tws_desktop.domain.positions import Decision, Measure, Position, Question, Trade
from tws_desktop.domain.questionnaires import Questionnaire
from tws_desktop.domain.results import Sheet
from tws_desktop.domain.topics import Topic
from tws_desktop.domain.workshops import Entry, EntryKind, EntryTopic, Step
from tws_desktop.services.boards import forms, votes
from tws_desktop.services.boards.profile import result, unknown_items
from tws_desktop.services.ports import Work

WEAKEST = 5
"""How many topics Q1 proposes for the choice of topics (workshops.md, F01 phase 7)."""


class Shelf(Protocol):
    """What boards need of the catalogue."""

    @property
    def questionnaires(self) -> Mapping[str, Questionnaire]:
        """Questionnaires by key."""

    @property
    def topics(self) -> Mapping[str, Topic]:
        """Topics by key."""

    @property
    def fact_sheets(self) -> Mapping[str, FactSheet]:
        """Fact sheets by key."""

    @property
    def clauses(self) -> Mapping[str, Clause]:
        """Clauses of agreements by key."""

    @property
    def choices(self) -> Mapping[str, ChoiceList]:
        """Lists to choose from by key: Länder, offices, sectors, tariff areas."""


@dataclass(frozen=True, slots=True)
class Option:
    """Something an earlier phase offers to a board: a vote's option, a row's beginning."""

    text: str
    entry_id: UUID | None = None
    topic_key: str = ""
    position_id: UUID | None = None
    item_key: str = ""
    document: str = ""
    norm: str = ""
    note: str = ""


def home(work: Work, step: Step, board: Board) -> tuple[Step, Board]:
    """Where a board's rows are recorded: an earlier phase's board when this one works on it."""
    target = ""
    if board.cards is not None:
        target = board.cards.works_on
    elif board.form is not None:
        target = board.form.edits
    if not target:
        return step, board
    number, _, key = target.partition(".")
    return _board_of(work, step.workshop_id, number, key) or (step, board)


def _board_of(work: Work, workshop_id: UUID, number: str, key: str) -> tuple[Step, Board] | None:
    found = work.find(Step, workshop_id=workshop_id, number=number)
    if found is None:
        return None
    return next(((found, board) for board in found.boards if board.key == key), None)


def asking_phase(work: Work, step: Step) -> Step | None:
    """The phase that makes questions of what is unknown in this one."""
    for other in work.all(Step, workshop_id=step.workshop_id):
        for board in other.boards:
            if any(s.kind is SourceKind.UNKNOWNS and s.phase == step.number for s in _sources(board)):
                return other
    return None


def offers(work: Work, shelf: Shelf, step: Step, board: Board) -> tuple[Option, ...]:
    """What earlier phases offer to this board, in the order of its sources."""
    found: list[Option] = []
    for source in _sources(board):
        for option in _offered(work, shelf, step.workshop_id, source):
            if option.text.casefold() not in {known.text.casefold() for known in found}:
                found.append(option)
    return tuple(found)


def _sources(board: Board) -> tuple[Source, ...]:
    if board.cards is not None or (board.form is not None and board.form.edits):
        return ()
    return board.sources


def _offered(work: Work, shelf: Shelf, workshop_id: UUID, source: Source) -> tuple[Option, ...]:
    phase = source.phase
    makers: dict[SourceKind, Callable[[], tuple[Option, ...]]] = {
        SourceKind.CLUSTERS: lambda: _clusters(work, workshop_id, phase),
        SourceKind.ENTRIES: lambda: _rows(work, workshop_id, source),
        SourceKind.DIMENSIONS: lambda: _weakest(work, shelf, workshop_id, phase),
        SourceKind.UNKNOWNS: lambda: _unknowns(work, workshop_id, phase),
        SourceKind.CHOSEN: lambda: _chosen(work, workshop_id, phase),
        SourceKind.TOPICS: lambda: tuple(
            Option(topic.title, topic_key=key) for key, topic in sorted(shelf.topics.items())
        ),
        SourceKind.POSITIONS: lambda: tuple(
            Option(p.title, topic_key=p.topic_key, position_id=p.id)
            for p in work.all(Position, workshop_id=workshop_id)
        ),
    }
    return makers[source.kind]() if source.kind in makers else ()


def _step(work: Work, workshop_id: UUID, number: str) -> Step | None:
    return work.find(Step, workshop_id=workshop_id, number=number)


def _clusters(work: Work, workshop_id: UUID, number: str) -> tuple[Option, ...]:
    step = _step(work, workshop_id, number)
    options: list[Option] = []
    for board in step.boards if step else ():
        if step is None or board.cards is None:
            continue
        at, own = home(work, step, board)
        for entry in work.all(Entry, step_id=at.id, board=own.key, kind=EntryKind.CLUSTER, struck=False):
            topics = work.all(EntryTopic, entry_id=entry.id)
            options.append(Option(entry.text, entry_id=entry.id, topic_key=topics[0].topic_key if topics else ""))
    return tuple(options)


def _rows(work: Work, workshop_id: UUID, source: Source) -> tuple[Option, ...]:
    found = _board_of(work, workshop_id, source.phase, source.board)
    if found is None:
        return ()
    step, board = found
    if board.form is not None and board.form.record.value != "entry":
        return tuple(Option(_text(row.record)) for row in forms.rows(work, step, board))
    said = work.all(Entry, step_id=step.id, board=board.key, struck=False)
    return tuple(Option(entry.text, entry_id=entry.id) for entry in said if entry.kind is not EntryKind.CLUSTER)


def _text(record: forms.Record) -> str:
    match record:
        case Decision():
            return record.wording
        case Trade():
            return record.gives
        case Position():
            return record.title
        case Measure() | Question() | Entry():
            return record.text


def _weakest(work: Work, shelf: Shelf, workshop_id: UUID, number: str) -> tuple[Option, ...]:
    step = _step(work, workshop_id, number)
    sheets = work.all(Sheet, step_id=step.id) if step else ()
    if not sheets or sheets[0].questionnaire_key not in shelf.questionnaires:
        return ()
    ranking = result(work, sheets, shelf.questionnaires[sheets[0].questionnaire_key]).topics
    return tuple(
        Option(
            shelf.topics[found.topic].title, topic_key=found.topic, note=f"Druck {found.pressure:.2f}".replace(".", ",")
        )
        for found in ranking[:WEAKEST]
        if found.topic in shelf.topics
    )


def _unknowns(work: Work, workshop_id: UUID, number: str) -> tuple[Option, ...]:
    step = _step(work, workshop_id, number)
    sheets = work.all(Sheet, step_id=step.id) if step else ()
    return tuple(
        Option(item.question or item.text, item_key=item.key, document=item.document, norm=item.norm)
        for sheet in sheets[:1]
        for item in unknown_items(work, sheet)
    )


def _chosen(work: Work, workshop_id: UUID, number: str) -> tuple[Option, ...]:
    step = _step(work, workshop_id, number)
    states = (
        [state for board in (step.boards if step else ()) for state in votes.vote_states(work, step.id, board.key)]
        if step
        else []
    )
    options = [(state.dots(option.id), option) for state in states for option in state.options]
    best = sorted((pair for pair in options if pair[0] > 0), key=lambda pair: -pair[0])
    return tuple(Option(o.text, entry_id=o.entry_id, topic_key=o.topic_key, note=f"{dots} Punkte") for dots, o in best)

"""What a board works on: its own rows and what earlier phases offer, and making the one from the other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from uuid import UUID

from tws_desktop.domain.board_parameters import Board, RecordKind
from tws_desktop.domain.confidentiality import Audience, Level
from tws_desktop.domain.keeping import in_workshop
from tws_desktop.domain.plants import Area, FactKind, Plant, PlantFact, Project
from tws_desktop.domain.results import Answer, Sheet, Vote, VoteOption
from tws_desktop.domain.workshops import Entry, EntryKind, EntryTopic, Step, Workshop, starting_level
from tws_desktop.services import plants
from tws_desktop.services.boards import entries, forms, votes
from tws_desktop.services.boards.evidence import rests_on_option
from tws_desktop.services.boards.offers import Option, Shelf, asking_phase, home, offers
from tws_desktop.services.boards.votes import VoteState
from tws_desktop.services.ports import Work


@dataclass(frozen=True, slots=True)
class Content:
    """All rows a board shows; `step` and `board` are where they are recorded."""

    workshop: Workshop
    step: Step
    board: Board
    entries: tuple[Entry, ...]
    topics: Mapping[UUID, tuple[str, ...]]
    released: Mapping[UUID, frozenset[Audience]]
    votes: tuple[VoteState, ...]
    sheets: tuple[Sheet, ...]
    answers: Mapping[str, Answer]
    rows: tuple[forms.Row, ...]
    offers: tuple[Option, ...]
    plant: Plant
    facts: Mapping[str, PlantFact]
    origins: Mapping[UUID, Level]
    sheet_answers: Mapping[UUID, Mapping[str, Answer]] = field(default_factory=dict)
    """The answers of every sheet, by sheet and item; `answers` are those of the first."""
    areas: tuple[Area, ...] = ()
    """The areas of the plant, where the board asks for them."""
    asking: Step | None = None
    """The phase that makes questions of what is unknown on this sheet."""

    @property
    def level(self) -> Level:
        """How confidential what arises here is from the start."""
        return starting_level(self.workshop, self.step)

    def level_of(self, option: VoteOption) -> Level:
        """How confidential an option is: as the card it came from, else as the phase."""
        return self.origins.get(option.entry_id, self.level) if option.entry_id else self.level

    @property
    def clusters(self) -> tuple[Entry, ...]:
        """The columns, in order."""
        return tuple(entry for entry in self.entries if entry.kind is EntryKind.CLUSTER)

    def cards(self, parent_id: UUID | None) -> tuple[Entry, ...]:
        """The cards of a column (None: the tray), in order."""
        return tuple(e for e in self.entries if e.kind is EntryKind.CARD and e.parent_id == parent_id)


def content(work: Work, shelf: Shelf, step_id: UUID, board_key: str) -> Content:
    """Everything a board shows and offers."""
    shown = work.get(Step, step_id)
    workshop = work.get(Workshop, shown.workshop_id)
    plant = work.get(Plant, work.get(Project, workshop.project_id).plant_id)
    asked = next(board for board in shown.boards if board.key == board_key)
    step, board = home(work, shown, asked)
    if step.id != shown.id:
        step = replace(step, question=shown.question)
        board = board if asked.cards is None else replace(asked, key=board.key)
    said = work.all(Entry, step_id=step.id, board=board.key, struck=False)
    asked_in = board.sheet.questionnaire if board.sheet else ""
    sheets = work.all(Sheet, step_id=step.id, questionnaire_key=asked_in) if board.sheet else ()
    given = _answers_of(work, sheets)
    found = work.all(EntryTopic, entry_id=tuple(entry.id for entry in said)) if said else ()
    topics: dict[UUID, tuple[str, ...]] = {}
    for topic in found:
        topics[topic.entry_id] = (*topics.get(topic.entry_id, ()), topic.topic_key)
    states = votes.vote_states(work, step.id, board.key)
    return Content(
        workshop,
        step,
        board,
        said,
        topics,
        entries.released(work, forms.thing_of(board)),
        states,
        sheets,
        given[sheets[0].id] if sheets else {},
        forms.rows(work, step, board) if board.form else (),
        offers(work, shelf, shown, asked),
        plant,
        plants.latest_facts(work, plant.id, FactKind.PROFILE) if _asks_facts(board) else {},
        _origins(work, states),
        given,
        work.all(Area, plant_id=plant.id) if _asks_facts(board) else (),
        asking_phase(work, step) if board.sheet else None,
    )


def _answers_of(work: Work, sheets: tuple[Sheet, ...]) -> dict[UUID, dict[str, Answer]]:
    found: dict[UUID, dict[str, Answer]] = {sheet.id: {} for sheet in sheets}
    for answer in work.all(Answer, sheet_id=tuple(found)) if found else ():
        found[answer.sheet_id][answer.item_key] = answer
    return found


def _origins(work: Work, states: tuple[VoteState, ...]) -> dict[UUID, Level]:
    ids = tuple(option.entry_id for state in states for option in state.options if option.entry_id)
    return {entry.id: entry.level for entry in work.all(Entry, id=ids)} if ids else {}


def _asks_facts(board: Board) -> bool:
    return board.form is not None and board.form.record is RecordKind.FACT


def take_options(work: Work, vote_id: UUID, options: tuple[Option, ...]) -> tuple[VoteOption, ...]:
    """Put offered options on a vote; those already there are left."""
    vote = work.get(Vote, vote_id)
    step = work.get(Step, vote.step_id)
    work.action("Möglichkeiten übernommen", in_workshop(step.workshop_id))
    known = {option.text.casefold() for option in work.all(VoteOption, vote_id=vote_id)}
    new = [option for option in options if option.text.casefold() not in known]
    return tuple(
        votes.add_option(work, vote_id, option.text, entry_id=option.entry_id, topic_key=option.topic_key)
        for option in new
    )


def take_rows(
    work: Work, step_id: UUID, board: Board, options: tuple[Option, ...], today: date
) -> tuple[forms.Record, ...]:
    """Make a row of each offered option, with its origin kept; a row about a position names it and says nothing yet."""
    step = work.get(Step, step_id)
    work.action("Zeilen übernommen", in_workshop(step.workshop_id))
    made = []
    for option in options:
        keys = {field.key for field in forms.form_of(board).fields}
        given = {
            "text": option.text,
            "title": option.text,
            "topic": option.topic_key,
            "document": option.document,
            "norm": option.norm,
        }
        if forms.form_of(board).one_per and "about" in keys:
            given = {"about": option.text}
        record = forms.add_row(work, step_id, board, {k: v for k, v in given.items() if k in keys and v}, today)
        rests_on_option(work, record, option, step.workshop_id)
        made.append(record)
    return tuple(made)

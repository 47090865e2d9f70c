"""The agenda of a workshop as the rules of the day see it: phases with bounds, wished end, material."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta
from uuid import UUID

from tws_desktop.domain.board_parameters import Board, VoteKind
from tws_desktop.domain.errors import InputRefused
from tws_desktop.domain.german.times import read_time, show_time
from tws_desktop.domain.keeping import in_workshop
from tws_desktop.domain.methods import Method
from tws_desktop.domain.results import Sheet, Vote
from tws_desktop.domain.workshops import Entry, Step, StepKind, Workshop
from tws_desktop.services.ports import Work
from tws_desktop.services.workshops.times import beginning
from tws_desktop.workshop.agenda import Phase, PhaseKind
from tws_desktop.workshop.agenda_check import usual_cards_each
from tws_desktop.workshop.material import CLUSTERS_PER_BOARD, Material, Need, material_list

END = "ends_at"
"""Where a workshop's copy of the format keeps the wished end."""
DOTS_RECKONED = 5
"""Dots for each person where the number of options is not known yet: half of ten."""


def spoken(step: Step, sentences: Sequence[str], end: str) -> tuple[str, ...]:
    """What to say in a phase, with the end and the criterion (else the question) filled in."""
    criterion = next((board.votes.criterion for board in step.boards if board.votes), step.question)
    return tuple(text.replace("{ende}", end).replace("{kriterium}", criterion) for text in sentences)


def phases(steps: Sequence[Step]) -> tuple[Phase, ...]:
    """The steps for the rules of `workshop`; keys are the steps' ids as text."""
    return tuple(_phase(step) for step in steps)


def _phase(step: Step) -> Phase:
    pause = step.kind is StepKind.BREAK
    each = next((board.cards.cards_per_person for board in step.boards if board.cards), 0)
    return Phase(
        str(step.id),
        step.title,
        step.minutes,
        step.min_minutes,
        step.max_minutes,
        elastic=step.elastic,
        must=step.must,
        kind=PhaseKind.BREAK if pause else PhaseKind.STEP,
        method_key=step.method_key,
        cards_each=each or None,
        has_result=bool(step.boards) or bool(step.result),
    )


def planned_end(workshop: Workshop, steps: Sequence[Step]) -> datetime:
    """When the last phase ends, in local time."""
    return beginning(workshop) + timedelta(minutes=sum(step.minutes for step in steps))


def wished_end(workshop: Workshop, steps: Sequence[Step]) -> datetime:
    """When the day is to end: as entered, else as the phases come out; after midnight it is the next day."""
    text = str(workshop.format_copy.get(END, ""))
    start = beginning(workshop)
    if not text:
        return planned_end(workshop, steps)
    end = datetime.combine(start.date(), read_time(text))
    return end if end > start else end + timedelta(days=1)


def set_times(work: Work, workshop_id: UUID, start: time | None = None, end: time | None = None) -> Workshop:
    """Change the planned start or the wished end; a start moves the wished end with it."""
    workshop = work.get(Workshop, workshop_id)
    steps = work.all(Step, workshop_id=workshop_id)
    work.action("Beginn und Ende geändert", in_workshop(workshop_id))
    before = beginning(workshop)
    wished = wished_end(workshop, steps)
    if start is not None:
        moved = datetime.combine(before.date(), start)
        workshop = work.change(workshop, starts_at=show_time(start))
        wished += moved - before
    if end is not None:
        if show_time(end) == workshop.starts_at:
            raise InputRefused("Das Ende liegt auf dem Beginn. Bitte eine spätere Uhrzeit eintragen.")
        wished = datetime.combine(wished.date(), end)
    return work.change(workshop, format_copy={**workshop.format_copy, END: show_time(wished.time())})


def material(steps: Sequence[Step], people: int) -> tuple[Material, ...]:
    """What has to be packed for so many `people`."""
    return material_list([_need(step, people) for step in steps], people)


def _need(step: Step, people: int) -> Need:
    cards = [board.cards for board in step.boards if board.cards and not board.cards.works_on]
    each = sum(card.cards_per_person or usual_cards_each(people) for card in cards if card.anonymous)
    dots = sum(_dots(board) for board in step.boards)
    columns = CLUSTERS_PER_BOARD * sum(1 for board in step.boards if board.cards and board.cards.cluster)
    return Need(each, dots, columns)


def _dots(board: Board) -> int:
    if board.scale is not None:
        return 1
    if board.votes is not None and board.votes.kind is VoteKind.DOTS:
        return board.votes.points or DOTS_RECKONED
    return 0


def set_cards_each(work: Work, step_id: UUID, cards: int) -> Step:
    """How many cards each person writes in a card query; 0 means the rule by the group's size."""
    step = work.get(Step, step_id)
    if not 0 <= cards <= 20:
        raise InputRefused("Bitte 1 bis 20 Karten je Person eintragen.")
    work.action("Phase geändert", in_workshop(step.workshop_id))
    boards = tuple(
        replace(board, cards=replace(board.cards, cards_per_person=cards)) if board.cards else board
        for board in step.boards
    )
    return work.change(step, boards=boards)


def set_method(work: Work, step_id: UUID, method: Method) -> Step:
    """Work on a phase by another method.

    Boards of the same kind stay, so that later phases still find their source; another kind brings the
    method's own board and is refused while something is recorded.
    """
    step = work.get(Step, step_id)
    work.action("Methode geändert", in_workshop(step.workshop_id))
    if any(board.kind is method.board for board in step.boards) or method.default is None:
        return work.change(step, method_key=method.key)
    if any(work.find(kind, step_id=step.id) for kind in (Entry, Vote, Sheet)):
        raise InputRefused(
            f"In der Phase „{step.title}“ steht schon etwas. Für eine andere Methode eine neue Phase einfügen."
        )
    return work.change(step, method_key=method.key, boards=(method.default,))

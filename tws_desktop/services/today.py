"""What matters today: the workshop that comes or runs, what is due, this week, where one stopped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from tws_desktop.domain.keeping import in_project, in_workshop
from tws_desktop.domain.plants import Person, Plant
from tws_desktop.domain.positions import Measure, MeasureState, Question
from tws_desktop.domain.workshops import WorkshopState
from tws_desktop.services.overview import ProjectLine, WorkshopLine, plant_lines
from tws_desktop.services.ports import Work

AHEAD = timedelta(days=14)
"""How far ahead something due is shown."""


class DueKind(StrEnum):
    """What is due."""

    MEASURE = "measure"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class Due:
    """A measure or an open question with its day; `who` in words, `late` days over (below 0: left)."""

    kind: DueKind
    id: UUID
    text: str
    due: date
    late: int
    plant: Plant
    who: str
    workshop_id: UUID | None


@dataclass(frozen=True, slots=True)
class Stop:
    """A workshop worked on: what was done last, and when."""

    line: WorkshopLine
    what: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Today:
    """The page Heute. `next` runs or comes next; `last` are the workshops worked on, newest first."""

    next: WorkshopLine | None
    due: tuple[Due, ...]
    due_later: int
    week: tuple[WorkshopLine, ...]
    last: tuple[Stop, ...]
    projects: tuple[ProjectLine, ...]
    has_plants: bool

    @property
    def overdue(self) -> int:
        """How many are over their day."""
        return sum(1 for due in self.due if due.late > 0)


def today(work: Work, day: date) -> Today:
    """The page as it stands on that day."""
    lines = plant_lines(work)
    projects = tuple(project for plant in lines for project in plant.projects)
    workshops = tuple(workshop for project in projects for workshop in project.workshops)
    dues, later = _due(work, projects, day)
    monday = shown_monday(day)
    week = [line for line in workshops if line.workshop.starts_on and 0 <= (line.workshop.starts_on - monday).days < 7]
    return Today(
        _next(workshops, day),
        dues,
        later,
        tuple(sorted(week, key=_moment)),
        _last(work, workshops),
        tuple(project for project in projects if project.current is not None),
        bool(lines),
    )


def shown_monday(day: date) -> date:
    """The Monday of the week to show: at the weekend the coming one."""
    return day + timedelta(days=7 - day.weekday() if day.weekday() > 4 else -day.weekday())


def _moment(line: WorkshopLine) -> tuple[date, str]:
    return line.workshop.starts_on or date.max, line.workshop.starts_at


def _next(workshops: Sequence[WorkshopLine], day: date) -> WorkshopLine | None:
    running = [line for line in workshops if line.workshop.state is WorkshopState.RUNNING]
    if running:
        return max(running, key=_moment)
    planned = [line for line in workshops if line.workshop.state is WorkshopState.PLANNED]
    coming = [line for line in planned if (line.workshop.starts_on or date.max) >= day]
    return min(coming, key=_moment, default=None)


def _last(work: Work, workshops: Sequence[WorkshopLine]) -> tuple[Stop, ...]:
    found = []
    for line in workshops:
        done = next((each for each in work.history(in_workshop(line.workshop.id)) if not each.undone), None)
        if done is not None:
            found.append(Stop(line, done.what, done.at))
    return tuple(sorted(found, key=lambda stop: stop.at, reverse=True)[:4])


def _due(work: Work, projects: Sequence[ProjectLine], day: date) -> tuple[tuple[Due, ...], int]:
    plants = {line.project.id: line.plant for line in projects}
    people = {person.id: person.role for person in work.all(Person)}
    found: list[Due] = []
    for measure in work.all(Measure):
        is_open = measure.state in {MeasureState.BINDING, MeasureState.RUNNING}
        if is_open and measure.due and measure.project_id in plants:
            who = people.get(measure.owner_id, "") if measure.owner_id else ""
            found.append(_line(DueKind.MEASURE, measure, measure.due, day, plants[measure.project_id], who))
    found += [
        _line(DueKind.QUESTION, question, question.due, day, plants[question.project_id], question.addressee)
        for question in work.all(Question, state="open")
        if question.due and question.project_id in plants
    ]
    found.sort(key=lambda due: (due.due, due.text))
    near = tuple(due for due in found if due.due <= day + AHEAD)
    return near, len(found) - len(near)


def _line(kind: DueKind, thing: Measure | Question, due: date, day: date, plant: Plant, who: str) -> Due:
    return Due(kind, thing.id, thing.text, due, (day - due).days, plant, who, thing.workshop_id)


def finish_measure(work: Work, measure_id: UUID) -> Measure:
    """Report a measure as done."""
    measure = work.get(Measure, measure_id)
    work.action("Maßnahme als erledigt gemeldet", in_project(measure.project_id))
    return work.change(measure, state=MeasureState.DONE)

"""The sample project (Beispiel): whether it is there, and taking all of it away in one act."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from tws_desktop.domain.agreements import Agreement, Evidence, FieldValue, Part, Party, Rung, Unit, Version
from tws_desktop.domain.attachments import Attachment
from tws_desktop.domain.keeping import IN_STORE
from tws_desktop.domain.plants import Area, Person, Plant, PlantFact, Project, ProjectStep
from tws_desktop.domain.positions import Decision, Measure, Position, PositionSecret, Question, Trade
from tws_desktop.domain.results import Answer, Sheet, Vote, VoteOption, VoteResult
from tws_desktop.domain.workshops import Entry, EntryArea, EntryTopic, Release, Step, StepRun, Workshop
from tws_desktop.services.ports import Work


def sample_plants(work: Work) -> tuple[Plant, ...]:
    """The plants marked as sample."""
    return work.all(Plant, sample=True)


def remove_sample(work: Work) -> int:
    """Delete every row of the sample plants; returns how many rows went. Nothing before can be undone."""
    plants = sample_plants(work)
    if not plants:
        return 0
    work.action("Beispiel entfernt", IN_STORE)
    work.barrier()
    gone = _rows_of(work, plants)
    for workshop in gone:
        if isinstance(workshop, Workshop) and workshop.current_step_id is not None:
            work.change(workshop, current_step_id=None)
    for row in gone:
        work.remove(row)
    return len(gone)


def _rows_of(work: Work, plants: tuple[Plant, ...]) -> list[Any]:
    """Every row of the plants, children before parents."""
    plant_ids = _ids(plants)
    projects = _of(work, Project, plant_id=plant_ids)
    project_ids = _ids(projects)
    workshops = _of(work, Workshop, project_id=project_ids)
    workshop_ids = _ids(workshops)
    steps = _of(work, Step, workshop_id=workshop_ids)
    step_ids = _ids(steps)
    entries = _of(work, Entry, workshop_id=workshop_ids)
    votes, sheets = _of(work, Vote, step_id=step_ids), _of(work, Sheet, step_id=step_ids)
    options = _of(work, VoteOption, vote_id=_ids(votes))
    answers = _of(work, Answer, sheet_id=_ids(sheets))
    positions = _of(work, Position, project_id=project_ids)
    trades, measures = _of(work, Trade, project_id=project_ids), _of(work, Measure, project_id=project_ids)
    questions = _of(work, Question, project_id=project_ids)
    agreements = _of(work, Agreement, project_id=project_ids)
    agreement_ids = _ids(agreements)
    parts = _of(work, Part, agreement_id=agreement_ids)
    units = _of(work, Unit, part_id=_ids(parts))
    fields = _of(work, FieldValue, agreement_id=agreement_ids)
    facts, areas = _of(work, PlantFact, plant_id=plant_ids), _of(work, Area, plant_id=plant_ids)
    photos = _of(work, Attachment, thing_id=step_ids)
    things = _ids(
        [*workshops, *photos, *entries, *positions, *trades, *measures, *questions, *units, *fields, *agreements]
    )
    return [
        *_of(work, Evidence, of_id=things),
        *_of(work, Release, thing_id=things),
        *_of(work, Rung, unit_id=_ids(units)),
        *fields,
        *_children_first(units),
        *_of(work, Party, part_id=_ids(parts)),
        *parts,
        *_of(work, Version, agreement_id=agreement_ids),
        *agreements,
        *_of(work, PositionSecret, position_id=_ids(positions)),
        *trades,
        *measures,
        *questions,
        *_of(work, Decision, project_id=project_ids),
        *positions,
        *_of(work, VoteResult, vote_id=_ids(votes)),
        *options,
        *votes,
        *answers,
        *sheets,
        *_of(work, EntryTopic, entry_id=_ids(entries)),
        *_of(work, EntryArea, entry_id=_ids(entries)),
        *_children_first(entries),
        *photos,
        *_of(work, StepRun, step_id=step_ids),
        *steps,
        *workshops,
        *_of(work, ProjectStep, project_id=project_ids),
        *projects,
        *facts,
        *areas,
        *_of(work, Person, plant_id=plant_ids),
        *plants,
    ]


def _of(work: Work, kind: type[Any], **where: tuple[UUID, ...]) -> tuple[Any, ...]:
    (ids,) = where.values()
    return work.all(kind, **where) if ids else ()


def _ids(rows: Iterable[Any]) -> tuple[UUID, ...]:
    return tuple(row.id for row in rows)


def _children_first(rows: tuple[Any, ...]) -> list[Any]:
    parents = {row.id: row.parent_id for row in rows}

    def depth(row: Any) -> int:
        steps, at = 0, row.parent_id
        while at in parents:
            steps, at = steps + 1, parents[at]
        return steps

    return sorted(rows, key=depth, reverse=True)

"""Prepare a workshop: from a format, then change order, minutes, wording and boards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

from tws_desktop.domain.attachments import OF_STEP, Attachment
from tws_desktop.domain.board_parameters import Board
from tws_desktop.domain.confidentiality import Level, RoomAudience
from tws_desktop.domain.errors import InputRefused
from tws_desktop.domain.formats import Format, Phase, PhaseKind
from tws_desktop.domain.keeping import in_project, in_workshop
from tws_desktop.domain.methods import Method
from tws_desktop.domain.results import Sheet, Vote
from tws_desktop.domain.text import cleaned
from tws_desktop.domain.workshops import Entry, Step, StepKind, StepRun, Workshop
from tws_desktop.services.ports import Work
from tws_desktop.services.ranks import GAP, last_rank, place


def create_workshop(work: Work, project_id: UUID, form: Format, variant: str = "", **values: Any) -> Workshop:
    """A workshop with its own copy of the format's phases; `variant` is the key of a shorter run."""
    work.action("Workshop angelegt", in_project(project_id))
    workshop = Workshop(
        uuid4(),
        project_id,
        form.key,
        form.version,
        form.title,
        format_copy={"title": form.title, "purpose": form.purpose, "variant": variant, "pitfalls": list(form.pitfalls)},
        room_audience=RoomAudience(form.room_audience),
        default_level=Level(form.default_level),
        participation=form.participation.value,
    )
    work.add(replace(workshop, **values))
    for rank, phase in enumerate(_phases(form, variant), start=1):
        work.add(_step(workshop.id, phase, rank * GAP))
    return work.get(Workshop, workshop.id)


def _phases(form: Format, variant: str) -> tuple[Phase, ...]:
    if not variant:
        return form.phases
    chosen = next(found for found in form.variants if found.key == variant)
    phases = []
    for short in chosen.phases:
        phase = form.phase(short.number)
        phases.append(replace(phase, minutes=short.minutes, min=min(phase.min, short.minutes)))
    return tuple(phases)


def _step(workshop_id: UUID, phase: Phase, rank: int) -> Step:
    return Step(
        uuid4(),
        workshop_id,
        rank,
        phase.title,
        number=phase.number,
        kind=StepKind.BREAK if phase.kind is PhaseKind.BREAK else StepKind.STEP,
        goal=phase.goal,
        question=phase.question,
        method_key=phase.method,
        boards=phase.boards,
        minutes=phase.minutes,
        min_minutes=phase.min,
        max_minutes=phase.max,
        elastic=phase.elastic,
        must=phase.must,
        uses=phase.uses,
        say=phase.say,
        plan_b=phase.plan_b,
        who=phase.who,
        result=phase.result,
        level=phase.level,
    )


def change_workshop(work: Work, workshop_id: UUID, **values: Any) -> Workshop:
    """Change columns of a workshop; texts are cleaned."""
    work.action("Workshop geändert", in_workshop(workshop_id))
    return work.change(work.get(Workshop, workshop_id), **_clean(values))


def _clean(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: cleaned(value) if type(value) is str else value for name, value in values.items()}


def change_step(work: Work, step_id: UUID, **values: Any) -> Step:
    """Change title, question, minutes, wording or the like of a phase."""
    step = work.get(Step, step_id)
    minutes = values.get("minutes", step.minutes)
    if not isinstance(minutes, int) or minutes < 1:
        raise InputRefused("Eine Phase dauert mindestens 1 Minute. Bitte eine Zahl ab 1 eintragen.")
    if step.kind is StepKind.STEP and not values.get("title", step.title).strip():
        raise InputRefused("Die Phase braucht einen Titel. Bitte einen eingeben.")
    work.action("Phase geändert", in_workshop(step.workshop_id))
    return work.change(step, **_clean(values))


def set_minutes(work: Work, workshop_id: UUID, minutes: Mapping[UUID, int], dropped: tuple[UUID, ...] = ()) -> None:
    """Take over a proposal for lost time: new minutes per phase, phases dropped; breaks are never shortened."""
    work.action("Zeitplan angepasst", in_workshop(workshop_id))
    for step in work.all(Step, workshop_id=workshop_id):
        if step.id in dropped:
            _remove_empty(work, step)
            continue
        new = minutes.get(step.id, step.minutes)
        if step.kind is StepKind.BREAK and new < step.minutes:
            raise InputRefused("Pausen werden nicht gekürzt. Bitte eine andere Phase kürzen.")
        work.change(step, minutes=new)


def move_step(work: Work, step_id: UUID, index: int) -> Step:
    """Put a phase at another place of the agenda."""
    step = work.get(Step, step_id)
    work.action("Phase verschoben", in_workshop(step.workshop_id))
    moved: Step = place(work, step, work.all(Step, workshop_id=step.workshop_id), index)
    return moved


def add_step(work: Work, workshop_id: UUID, method: Method, index: int | None = None) -> Step:
    """A further phase of a method, with the method's own board."""
    work.action("Phase eingefügt", in_workshop(workshop_id))
    board = method.default or Board(key="notizen", title=method.title)
    step = Step(
        uuid4(),
        workshop_id,
        0,
        method.title,
        number=_free_number(work, workshop_id),
        goal=method.purpose,
        question=method.title,
        method_key=method.key,
        boards=(board,),
        minutes=method.minutes_min,
        min_minutes=method.minutes_min,
        max_minutes=method.minutes_max,
        say=tuple(step.say for step in method.how if step.say),
    )
    return _insert(work, step, index)


def add_break(work: Work, workshop_id: UUID, minutes: int = 10, index: int | None = None) -> Step:
    """A break."""
    work.action("Pause eingefügt", in_workshop(workshop_id))
    title = "Pause" if minutes < 30 else "Mittagspause"
    step = Step(
        uuid4(),
        workshop_id,
        0,
        title,
        number=_free_number(work, workshop_id),
        kind=StepKind.BREAK,
        minutes=minutes,
        min_minutes=minutes,
        max_minutes=minutes + 15,
    )
    return _insert(work, step, index)


def _insert(work: Work, step: Step, index: int | None) -> Step:
    steps = work.all(Step, workshop_id=step.workshop_id)
    added = work.add(replace(step, rank=last_rank(steps)))
    if index is None:
        return added
    moved: Step = place(work, added, steps, index)
    return moved


def _free_number(work: Work, workshop_id: UUID) -> str:
    taken = {step.number for step in work.all(Step, workshop_id=workshop_id)}
    return next(f"E{number}" for number in range(1, 1000) if f"E{number}" not in taken)


def remove_step(work: Work, step_id: UUID) -> None:
    """Take a phase off the agenda; refused while something is recorded in it."""
    step = work.get(Step, step_id)
    work.action("Phase entfernt", in_workshop(step.workshop_id))
    _remove_empty(work, step)


def _remove_empty(work: Work, step: Step) -> None:
    if any(work.find(kind, step_id=step.id) for kind in (Entry, Vote, Sheet)):
        raise InputRefused(
            f"In der Phase „{step.title}“ steht schon etwas. Die Karten zuerst verschieben oder die Phase behalten."
        )
    if work.find(Attachment, thing=OF_STEP, thing_id=step.id):
        raise InputRefused(
            f"In der Phase „{step.title}“ liegen Fotos. Die Fotos zuerst verschieben oder die Phase behalten."
        )
    for run in work.all(StepRun, step_id=step.id):
        work.remove(run)
    work.remove(step)

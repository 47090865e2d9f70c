"""A workshop running: which phase, since when, what was parked; everything comes back after a restart."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from tws_desktop.domain.errors import InputRefused
from tws_desktop.domain.keeping import in_workshop
from tws_desktop.domain.plants import Plant, Project
from tws_desktop.domain.workshops import Entry, EntryKind, Step, StepRun, Workshop, WorkshopState
from tws_desktop.services.ports import Work


@dataclass(frozen=True, slots=True)
class Room:
    """All that the room shows around the board."""

    workshop: Workshop
    project: Project
    plant: Plant
    steps: tuple[Step, ...]
    runs: tuple[StepRun, ...]
    parked: tuple[Entry, ...]
    notes: tuple[Entry, ...]

    @property
    def current(self) -> Step | None:
        """The phase that is open on the board."""
        return next((step for step in self.steps if step.id == self.workshop.current_step_id), None)

    @property
    def running(self) -> StepRun | None:
        """The run of the current phase, while it lasts."""
        found = [run for run in self.runs if run.step_id == self.workshop.current_step_id and run.ended_at is None]
        return found[-1] if found else None

    def is_done(self, step: Step) -> bool:
        """Whether a phase has been run to its end."""
        return any(run.step_id == step.id and run.ended_at is not None for run in self.runs)


def room(work: Work, workshop_id: UUID) -> Room:
    """The room as it stands."""
    workshop = work.get(Workshop, workshop_id)
    project = work.get(Project, workshop.project_id)
    steps = work.all(Step, workshop_id=workshop_id)
    runs = work.all(StepRun, step_id=tuple(step.id for step in steps))
    asides = work.all(Entry, workshop_id=workshop_id, struck=False, kind=(EntryKind.PARKED, EntryKind.PRIVATE_NOTE))
    return Room(
        workshop,
        project,
        work.get(Plant, project.plant_id),
        steps,
        tuple(sorted(runs, key=lambda run: run.started_at)),
        tuple(entry for entry in asides if entry.kind is EntryKind.PARKED),
        tuple(entry for entry in asides if entry.kind is EntryKind.PRIVATE_NOTE),
    )


def go_to(work: Work, workshop_id: UUID, step_id: UUID) -> Workshop:
    """Begin a phase: the one before ends, the clock starts; going back reopens with the time that was left.

    A workshop without a date is held on the day its first phase begins.
    """
    work.action("Phase begonnen", in_workshop(workshop_id))
    workshop, now = work.get(Workshop, workshop_id), work.now()
    step = work.get(Step, step_id)
    if step.workshop_id != workshop_id:
        raise InputRefused("Diese Phase gehört zu einem anderen Workshop. Bitte eine aus diesem Ablauf wählen.")
    _end_run(work, workshop)
    before = work.all(StepRun, step_id=step_id)
    if before:
        last = max(before, key=lambda run: run.started_at)
        away = int((now - (last.ended_at or now)).total_seconds())
        work.change(last, ended_at=None, paused_at=None, paused_s=last.paused_s + away, beat_at=now)
    else:
        work.add(StepRun(uuid4(), step_id, now, beat_at=now))
    day = workshop.starts_on or now.astimezone(ZoneInfo(workshop.zone)).date()
    return work.change(workshop, current_step_id=step_id, state=WorkshopState.RUNNING, starts_on=day)


def _end_run(work: Work, workshop: Workshop) -> None:
    if workshop.current_step_id is None:
        return
    for run in work.all(StepRun, step_id=workshop.current_step_id, ended_at=None):
        paused = int((work.now() - run.paused_at).total_seconds()) if run.paused_at else 0
        work.change(run, ended_at=work.now(), paused_at=None, paused_s=run.paused_s + paused)


def next_step(work: Work, workshop_id: UUID) -> Workshop:
    """Begin the phase after the current one; behind the last one the workshop is done."""
    here = room(work, workshop_id)
    if here.current is None:
        return go_to(work, workshop_id, here.steps[0].id)
    place = here.steps.index(here.current)
    if place + 1 < len(here.steps):
        return go_to(work, workshop_id, here.steps[place + 1].id)
    return finish(work, workshop_id)


def finish(work: Work, workshop_id: UUID) -> Workshop:
    """End the workshop; it can be opened again."""
    work.action("Workshop beendet", in_workshop(workshop_id))
    workshop = work.get(Workshop, workshop_id)
    _end_run(work, workshop)
    return work.change(workshop, state=WorkshopState.DONE)


def pause(work: Work, run_id: UUID) -> StepRun:
    """Stop the phase's clock; the clock is no undo step."""
    run = work.get(StepRun, run_id)
    return run if run.paused_at else work.quietly(run, paused_at=work.now())


def resume(work: Work, run_id: UUID) -> StepRun:
    """Let the phase's clock go on; the pause does not count."""
    run = work.get(StepRun, run_id)
    if run.paused_at is None:
        return run
    paused = int((work.now() - run.paused_at).total_seconds())
    return work.quietly(run, paused_at=None, paused_s=run.paused_s + paused, beat_at=work.now())


def add_minutes(work: Work, run_id: UUID, minutes: int) -> StepRun:
    """Lengthen or shorten the running phase by some minutes."""
    run = work.get(StepRun, run_id)
    return work.quietly(run, added_minutes=run.added_minutes + minutes)


def set_present(work: Work, run_id: UUID, present: int | None) -> StepRun:
    """How many people take part in the phase."""
    return work.quietly(work.get(StepRun, run_id), present=present)


def beat(work: Work, run_id: UUID) -> StepRun:
    """Note that the phase was surely running now; after a crash the clock goes on from here."""
    return work.quietly(work.get(StepRun, run_id), beat_at=work.now())


def reopen(work: Work, workshop_id: UUID) -> None:
    """After a start of the program: the time it was not running counts as paused."""
    workshop = work.get(Workshop, workshop_id)
    if workshop.current_step_id is None:
        return
    for run in work.all(StepRun, step_id=workshop.current_step_id, ended_at=None):
        if run.paused_at is None and run.beat_at is not None:
            away = max(0, int((work.now() - run.beat_at).total_seconds()))
            work.quietly(run, paused_s=run.paused_s + away, beat_at=work.now())

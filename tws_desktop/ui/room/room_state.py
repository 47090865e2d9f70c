"""What the room shows around the board, worked out from its rows and the time; no toolkit in here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from uuid import UUID
from zoneinfo import ZoneInfo

from tws_desktop.domain.methods import Method
from tws_desktop.domain.workshops import Step, StepKind, StepRun, WorkshopState
from tws_desktop.services.workshops.agenda import spoken
from tws_desktop.services.workshops.room import Room
from tws_desktop.workshop import agenda, clock, slip

_SHOWN_STEPS = 4
_WORTH_SAYING = 2


class LineState(StrEnum):
    """How a phase stands."""

    DONE = "done"
    NOW = "now"
    NEXT = "next"


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """A phase in the agenda; `parts` are steps of the method with their state, `share` is the time used."""

    step_id: UUID
    start: str
    title: str
    minutes: int
    state: LineState
    pause: bool = False
    parts: tuple[tuple[str, LineState], ...] = ()
    share: float = 0.0


@dataclass(frozen=True, slots=True)
class Drift:
    """How many minutes later than planned, minutes the rest can give up, planned end."""

    late: int
    buffer: int
    end: datetime
    proposals: tuple[slip.Proposal, ...]

    @property
    def head(self) -> str:
        """`4 Minuten später als geplant`."""
        minutes = "1 Minute" if abs(self.late) == 1 else f"{abs(self.late)} Minuten"
        return f"{minutes} später als geplant" if self.late > 0 else f"{minutes} früher als geplant"

    @property
    def more(self) -> str:
        """`Puffer 12 · Ende 12:00`."""
        end = self.end + timedelta(minutes=max(0, self.late - self.buffer))
        return f"Puffer {self.buffer} · Ende {end:%H:%M}"


def phase_clock(step: Step, run: StepRun | None) -> clock.PhaseClock:
    """The clock of a phase as the store knows it."""
    if run is None:
        return clock.PhaseClock(step.minutes)
    return clock.PhaseClock(step.minutes, run.added_minutes, run.started_at, run.paused_at, run.paused_s)


def left_seconds(room: Room, now: datetime) -> tuple[int, int]:
    """Seconds left and in all of the current phase; 0, 0 without one."""
    if room.current is None:
        return 0, 0
    face = phase_clock(room.current, room.running)
    return int(clock.remaining(face, now).total_seconds()), int(face.total.total_seconds())


def planned(room: Room, now: datetime) -> agenda.Plan:
    """The times of all phases; held on another day than planned, they count from the real beginning."""
    return agenda.planned(_phases(room.steps), _start(room, now))


def _start(room: Room, now: datetime) -> datetime:
    zone = ZoneInfo(room.workshop.zone)
    hour, minute = (int(part) for part in room.workshop.starts_at.split(":"))
    first = room.runs[0].started_at.astimezone(zone) if room.runs else now.astimezone(zone)
    day = room.workshop.starts_on or first.date()
    start = datetime.combine(day, time(hour, minute), zone)
    if room.runs and abs(first - start) > timedelta(hours=3):
        return first.replace(second=0, microsecond=0)
    return start


def _phases(steps: tuple[Step, ...]) -> tuple[agenda.Phase, ...]:
    return tuple(
        agenda.Phase(
            str(step.id),
            step.title,
            step.minutes,
            step.min_minutes,
            step.max_minutes,
            step.elastic,
            step.must,
            agenda.PhaseKind.BREAK if step.kind is StepKind.BREAK else agenda.PhaseKind.STEP,
            step.method_key,
        )
        for step in steps
    )


def agenda_lines(room: Room, now: datetime, methods: Mapping[str, Method]) -> tuple[AgendaLine, ...]:
    """The agenda as it stands."""
    plan = planned(room, now)
    return tuple(
        _line(room, step, f"{slot.start:%H:%M}", now, methods)
        for step, slot in zip(room.steps, plan.slots, strict=True)
    )


def _line(room: Room, step: Step, start: str, now: datetime, methods: Mapping[str, Method]) -> AgendaLine:
    pause = step.kind is StepKind.BREAK
    over = room.workshop.state is WorkshopState.DONE
    if room.current is not None and step.id == room.current.id and not over:
        share = _share(room, now)
        method = methods.get(step.method_key)
        parts = method_parts(method, share) if method is not None else ()
        return AgendaLine(step.id, start, step.title, step.minutes, LineState.NOW, pause, parts, share)
    state = LineState.DONE if room.is_done(step) else LineState.NEXT
    return AgendaLine(step.id, start, step.title, step.minutes, state, pause)


def _share(room: Room, now: datetime) -> float:
    left, total = left_seconds(room, now)
    return min(1.0, max(0.0, 1 - left / total)) if total else 1.0


def method_parts(method: Method, share: float) -> tuple[tuple[str, LineState], ...]:
    """The steps of a method around the one that is due after `share` of the time."""
    weights = [max(1, step.minutes) for step in method.how]
    used, current = 0.0, len(weights) - 1
    for place, weight in enumerate(weights):
        used += weight / sum(weights)
        if share < used:
            current = place
            break
    first = min(max(0, current - 2), max(0, len(weights) - _SHOWN_STEPS))
    states = {True: LineState.DONE, False: LineState.NEXT}
    return tuple(
        (method.how[place].title, LineState.NOW if place == current else states[place < current])
        for place in range(first, min(len(weights), first + _SHOWN_STEPS))
    )


def drift(room: Room, now: datetime) -> Drift | None:
    """How late the day is; None before it began, after it ended, and while it is in plan."""
    if room.current is None or room.running is None or room.workshop.state is WorkshopState.DONE:
        return None
    plan, place = planned(room, now), room.steps.index(room.current)
    face = phase_clock(room.current, room.running)
    slot_end = plan.slots[place].end
    late = round(clock.day_drift(face, now.astimezone(slot_end.tzinfo), slot_end).total_seconds() / 60)
    rest = _phases(room.steps)[place + 1 :]
    if abs(late) < _WORTH_SAYING:
        return None
    return Drift(late, agenda.buffer(rest), plan.end, slip.proposals(rest, late, plan.end))


def new_minutes(room: Room, found: Drift, proposal: slip.Proposal) -> dict[UUID, int]:
    """The minutes that make the plan true: what was lost goes to the phase it was lost in, the rest as proposed."""
    minutes = {UUID(key): value for key, value in proposal.minutes}
    done = [step for step in room.steps if room.is_done(step)]
    lost = done[-1] if done else room.current
    if lost is not None:
        minutes[lost.id] = lost.minutes + found.late
    return minutes


def sentences(room: Room, now: datetime, methods: Mapping[str, Method]) -> tuple[str, ...]:
    """What to say in the current phase, with the planned end and the criterion filled in."""
    step = room.current
    if step is None:
        return ()
    method = methods.get(step.method_key)
    said = step.say or tuple(part.say for part in (method.how if method else ()) if part.say)
    end = f"{planned(room, now).end:%H:%M}\u00a0Uhr"
    return spoken(step, said, end)


def clock_words(left: int) -> str:
    """What the group sees of the time: `noch 11 min`."""
    return f"noch {-(-left // 60)} min" if left > 0 else "Zeit ist um"

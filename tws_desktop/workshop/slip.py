"""When the clock slips: what can be done about it, each as a value to choose from. Pauses stay untouched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from tws_desktop.workshop.agenda import Phase, buffer


class ProposalKind(StrEnum):
    """Shorten elastic phases, drop phases, end later, put a phase off to the next meeting."""

    SHORTEN = "shorten"
    DROP = "drop"
    EXTEND = "extend"
    POSTPONE = "postpone"

    @property
    def german(self) -> str:
        """The word on the button."""
        return {
            ProposalKind.SHORTEN: "Kürzen",
            ProposalKind.DROP: "Streichen",
            ProposalKind.EXTEND: "Verlängern",
            ProposalKind.POSTPONE: "Vertagen",
        }[self]


@dataclass(frozen=True, slots=True)
class Proposal:
    """New minutes of each phase that stays (by key, in order), the phases that go, the new end."""

    kind: ProposalKind
    minutes: tuple[tuple[str, int], ...]
    gone: tuple[str, ...]
    end: datetime
    sentence: str


def late_sentence(late: int, phases: Sequence[Phase], end: datetime) -> str:
    """How things stand `late` minutes behind the plan, with `phases` still to come and `end` planned."""
    if late <= 0:
        return f"Im Plan, Ende {end:%H:%M}."
    left = buffer(phases)
    stays = f"Ende bleibt {end:%H:%M}" if left >= late else f"Ende {end + timedelta(minutes=late - left):%H:%M}"
    return f"{_minutes(late)} später als geplant. Puffer {_minutes(left)}, {stays}."


def proposals(phases: Sequence[Phase], late: int, end: datetime) -> tuple[Proposal, ...]:
    """What can be done about `late` minutes with `phases` still to come and the planned `end`.

    Only what makes a difference is proposed; extending always is. Nothing is proposed when not late.
    """
    if late <= 0:
        return ()
    found = (
        _shortened(phases, late, end),
        _dropped(phases, late, end),
        _extended(phases, late, end),
        _postponed(phases, late, end),
    )
    return tuple(proposal for proposal in found if proposal is not None)


def applied(phases: Sequence[Phase], proposal: Proposal) -> tuple[Phase, ...]:
    """The phases that stay under `proposal`, with their new minutes."""
    new = dict(proposal.minutes)
    return tuple(replace(phase, minutes=new[phase.key]) for phase in phases if phase.key in new)


def _shortened(phases: Sequence[Phase], late: int, end: datetime) -> Proposal | None:
    slack = buffer(phases)
    if not slack:
        return None
    saved = min(late, slack)
    cuts = _shared(phases, saved, slack)
    minutes = tuple((phase.key, phase.minutes - cuts[phase.key]) for phase in phases)
    new_end = end + timedelta(minutes=late - saved)
    names = ", ".join(f"„{phase.title}“ um {_minutes(cuts[phase.key])}" for phase in phases if cuts[phase.key])
    return Proposal(ProposalKind.SHORTEN, minutes, (), new_end, f"{names} kürzen. {_ends(new_end, end)}")


def _shared(phases: Sequence[Phase], saved: int, slack: int) -> dict[str, int]:
    """`saved` minutes shared out in proportion to the slack, the largest remainders first."""
    cuts = {phase.key: phase.slack * saved // slack for phase in phases}
    rest = saved - sum(cuts.values())
    by_remainder = sorted(phases, key=lambda phase: -(phase.slack * saved % slack))
    for phase in by_remainder[:rest]:
        cuts[phase.key] += 1
    return cuts


def _dropped(phases: Sequence[Phase], late: int, end: datetime) -> Proposal | None:
    free = [phase for phase in phases if not phase.is_break and not phase.must]
    return _without(ProposalKind.DROP, _enough(free, late), (phases, late, end))


def _postponed(phases: Sequence[Phase], late: int, end: datetime) -> Proposal | None:
    """The last phase long enough, else the longest; the closing one, the last of the day, stays."""
    steps = [phase for phase in phases if not phase.is_break][:-1]
    if not steps:
        return None
    enough = [phase for phase in steps if phase.minutes >= late]
    chosen = enough[-1] if enough else max(steps, key=lambda phase: phase.minutes)
    return _without(ProposalKind.POSTPONE, [chosen], (phases, late, end))


def _enough(free: Sequence[Phase], late: int) -> list[Phase]:
    """The shortest single phase that saves `late` minutes, else the longest ones until they do."""
    single = [phase for phase in free if phase.minutes >= late]
    if single:
        return [min(single, key=lambda phase: phase.minutes)]
    chosen: list[Phase] = []
    for phase in sorted(free, key=lambda phase: -phase.minutes):
        if sum(part.minutes for part in chosen) < late:
            chosen.append(phase)
    return chosen


def _without(
    kind: ProposalKind, chosen: Sequence[Phase], day: tuple[Sequence[Phase], int, datetime]
) -> Proposal | None:
    phases, late, end = day
    saved = sum(phase.minutes for phase in chosen)
    if not saved:
        return None
    gone = tuple(phase.key for phase in phases if phase in chosen)
    minutes = tuple((phase.key, phase.minutes) for phase in phases if phase.key not in gone)
    new_end = end + timedelta(minutes=late - saved)
    names = ", ".join(f"„{phase.title}“ ({_minutes(phase.minutes)})" for phase in phases if phase.key in gone)
    act = "streichen" if kind is ProposalKind.DROP else "auf das nächste Treffen vertagen"
    return Proposal(kind, minutes, gone, new_end, f"{names} {act}. {_ends(new_end, end)}")


def _extended(phases: Sequence[Phase], late: int, end: datetime) -> Proposal:
    new_end = end + timedelta(minutes=late)
    minutes = tuple((phase.key, phase.minutes) for phase in phases)
    return Proposal(ProposalKind.EXTEND, minutes, (), new_end, f"Alles bleibt. {_ends(new_end, end)}")


def _ends(new_end: datetime, end: datetime) -> str:
    if new_end == end:
        return f"Ende bleibt {end:%H:%M}."
    return f"Ende {new_end:%H:%M} statt {end:%H:%M}."


def _minutes(number: int) -> str:
    return "1 Minute" if number == 1 else f"{number} Minuten"

"""Workshop formats: phases with minutes, questions and boards, and the rules their times obey."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from tws_desktop.domain.board_parameters import Board
from tws_desktop.domain.confidentiality import Level, RoomAudience
from tws_desktop.domain.form_fields import Status, refuse_doubles

LONGEST_STRETCH = 90
"""Minutes without a break that no format goes beyond."""
PLACEHOLDERS = frozenset({"ende", "kriterium"})
"""What a sentence to say may hold in braces: the planned end, and the criterion of the phase's vote."""


class PhaseKind(StrEnum):
    """Work, or a break that is never shortened."""

    STEP = "step"
    BREAK = "break"


class Participation(StrEnum):
    """How far those present decide; shown on the beamer before the work begins."""

    INFORMATION = "Information"
    HEARING = "Anhörung"
    COOPERATION = "Mitarbeit"
    CO_DECISION = "Mitentscheidung"
    SELF_ORGANISATION = "Selbstorganisation"


@dataclass(frozen=True, slots=True)
class Phase:
    """One phase. Times in minutes; `uses` are the numbers of earlier phases whose results flow in."""

    number: str
    kind: PhaseKind
    title: str
    minutes: int
    min: int
    max: int
    elastic: bool = False
    must: bool = True
    goal: str = ""
    question: str = ""
    method: str = ""
    uses: tuple[str, ...] = ()
    say: tuple[str, ...] = ()
    plan_b: str = ""
    who: str = ""
    result: str = ""
    level: Level | None = None
    boards: tuple[Board, ...] = ()

    def __post_init__(self) -> None:
        """Refuses times that cross, an elastic break, a step without question and unknown placeholders."""
        if not 0 < self.min <= self.minutes <= self.max:
            raise ValueError(f"Phase {self.number}: Es muss gelten 0 < min ≤ minutes ≤ max")
        if self.kind is PhaseKind.BREAK and (self.elastic or self.min != self.minutes or self.boards):
            raise ValueError(f"Phase {self.number}: Eine Pause wird nicht gekürzt und hat keine Tafeln")
        if self.kind is PhaseKind.STEP and not (self.goal and self.question and self.method):
            raise ValueError(f"Phase {self.number}: Ein Arbeitsschritt braucht goal, question und method")
        refuse_doubles(tuple(board.key for board in self.boards), "Tafel")
        for name in placeholders(self.say):
            if name not in PLACEHOLDERS:
                raise ValueError(
                    f"Phase {self.number}: Platzhalter {{{name}}} ist unbekannt, "
                    "erlaubt sind {ende} und {kriterium}"
                )

    @property
    def feeds(self) -> tuple[str, ...]:
        """Papers and later phases that read what this phase records, in order of first mention."""
        return tuple(dict.fromkeys(target for board in self.boards for target in board.feeds))


@dataclass(frozen=True, slots=True)
class VariantPhase:
    """A phase as the variant holds it; `prefilled` results come from before the day."""

    number: str
    minutes: int
    prefilled: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Variant:
    """A shorter or longer run of the same format; phases not named are left out."""

    key: str
    title: str
    minutes: int
    phases: tuple[VariantPhase, ...]
    when: str = ""


@dataclass(frozen=True, slots=True)
class Format:
    """A workshop format as its file says. `minutes` is the sum of its phases, breaks included."""

    key: str
    version: int
    title: str
    purpose: str
    when: str
    minutes: int
    group_min: int
    group_max: int
    best_group: str
    room_audience: RoomAudience
    default_level: Level
    participation: Participation
    prepared_by: str
    stand: date
    quelle: str
    status: Status
    phases: tuple[Phase, ...]
    material: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    prerequisites: tuple[str, ...] = ()
    pitfalls: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    variants: tuple[Variant, ...] = ()

    def __post_init__(self) -> None:
        """Refuses wrong sums, stretches over 90 minutes and phases named twice, also in variants."""
        refuse_doubles(tuple(phase.number for phase in self.phases), "Phase")
        _refuse_times(self.title, self.minutes, self.phases)
        for variant in self.variants:
            refuse_doubles(tuple(chosen.number for chosen in variant.phases), f"Variante {variant.key}: Phase")
            _refuse_times(variant.title, variant.minutes, self.phases_of(variant))

    def phases_of(self, variant: Variant) -> tuple[Phase, ...]:
        """The phases in the order and minutes of `variant`; raises ValueError for an unknown number."""
        known = {phase.number: phase for phase in self.phases}
        unknown = [chosen.number for chosen in variant.phases if chosen.number not in known]
        if unknown:
            raise ValueError(f"Variante {variant.key}: Phase {unknown[0]} gibt es nicht")
        return tuple(_with_minutes(known[chosen.number], chosen.minutes) for chosen in variant.phases)

    def phase(self, number: str) -> Phase:
        """The phase with this number; raises KeyError."""
        for phase in self.phases:
            if phase.number == number:
                return phase
        raise KeyError(number)


def placeholders(sentences: tuple[str, ...]) -> tuple[str, ...]:
    """The names in braces of all sentences, in order."""
    return tuple(name for sentence in sentences for name in re.findall(r"\{([^{}]*)\}", sentence))


def longest_stretch(phases: tuple[Phase, ...]) -> int:
    """Most minutes of work between two breaks."""
    longest = stretch = 0
    for phase in phases:
        stretch = 0 if phase.kind is PhaseKind.BREAK else stretch + phase.minutes
        longest = max(longest, stretch)
    return longest


def cards_per_person(headcount: int) -> int | None:
    """Cards each person may write: None means as many as they like (up to 8 people), 3 up to 15, then 2."""
    if headcount <= 8:
        return None
    return 3 if headcount <= 15 else 2


def _with_minutes(phase: Phase, minutes: int) -> Phase:
    return replace(phase, minutes=minutes, min=min(phase.min, minutes), max=max(phase.max, minutes))


def _refuse_times(title: str, stated: int, phases: tuple[Phase, ...]) -> None:
    total = sum(phase.minutes for phase in phases)
    if total != stated:
        raise ValueError(f"„{title}“: Die Phasen ergeben {total} Minuten, angegeben sind {stated}")
    if longest_stretch(phases) > LONGEST_STRETCH:
        raise ValueError(f"„{title}“: Nach spätestens {LONGEST_STRETCH} Minuten braucht es eine Pause")

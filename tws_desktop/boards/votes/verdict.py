"""What the counted votes say and where they cannot be right, in sentences for the room."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from tws_desktop.boards.votes.ranking import incomplete, places, resistance
from tws_desktop.domain.board_parameters import VoteKind
from tws_desktop.domain.scoring.dots import Points
from tws_desktop.services.boards.votes import VoteState


@dataclass(frozen=True, slots=True)
class Verdict:
    """A sentence with its tone (ok, warn, error, info) and, for a tie, the options a run-off would be between."""

    tone: str
    sentence: str
    more: str = ""
    tied: tuple[UUID, ...] = ()


def counted(state: VoteState, people: int | None, points: Points | None) -> tuple[str, str]:
    """How many points are counted of how many there are, and the tone of it."""
    given = state.dots_given
    if not people or points is None:
        return (f"{given} Punkte gezählt" if given else "noch keine Punkte", "neutral")
    there = people * points.each
    tone = "ok" if given == there else "error" if given > there else "neutral"
    return f"{given} von {there} Punkten gezählt", tone


def verdicts(state: VoteState, people: int | None, points: Points | None) -> tuple[Verdict, ...]:
    """All that has to be said, what is wrong first."""
    if state.vote.kind is VoteKind.DOTS:
        return (*_too_many(state, people, points), *_ties(state, people, points))
    if state.vote.kind is VoteKind.RESISTANCE:
        return (*_too_many_voices(state, people, "Werte"), *_resistance(state))
    return _too_many_voices(state, people, "Stimmen")


def _too_many(state: VoteState, people: int | None, points: Points | None) -> tuple[Verdict, ...]:
    found = []
    if points is not None and points.warning:
        found.append(Verdict("warn", points.warning))
    if not people or points is None:
        return tuple(found)
    there = people * points.each
    if state.dots_given > there:
        over = state.dots_given - there
        found.append(Verdict("error", f"{over} Punkte mehr als verteilt. Bitte nachzählen.", f"Verteilt sind {there}."))
    most = state.vote.per_item_max
    for option in state.options:
        if most and state.dots(option.id) > most * people:
            text = f"„{option.text}“ hat mehr Punkte als bei höchstens {most} je Person möglich. Bitte nachzählen."
            found.append(Verdict("error", text))
    return tuple(found)


def _ties(state: VoteState, people: int | None, points: Points | None) -> tuple[Verdict, ...]:
    there = people * points.each if people and points else 0
    if there and state.dots_given < there:
        return ()
    ranking = [place for place in places(state) if place.tied]
    found = []
    for rank in sorted({place.rank for place in ranking})[:2]:
        group = [place for place in ranking if place.rank == rank]
        each = group[0].dots
        points_words = "1 Punkt" if each == 1 else f"{each} Punkten"
        found.append(
            Verdict(
                "warn",
                f"Gleichstand auf Rang {rank}",
                f"{len(group)} Themen mit je {points_words}. Reicht die Reihenfolge, oder wollt ihr stechen?",
                tuple(place.option.id for place in group),
            )
        )
    return tuple(found)


def _resistance(state: VoteState) -> tuple[Verdict, ...]:
    waiting = incomplete(state)
    if waiting:
        names = ", ".join(f"„{option.text}“" for option in waiting)
        return (Verdict("info", "Noch nicht alle Werte eingetragen.", f"Es fehlen Werte bei {names}."),)
    found = resistance(state)
    if found is None:
        return ()
    names_by_id = {str(option.id): option.text for option in state.options}
    if not found.winners:
        return (Verdict("warn", "Kein Vorschlag ohne Einspruch. Nachbessern und noch einmal fragen."),)
    best = " und ".join(f"„{names_by_id[key]}“" for key in found.winners)
    strong = [row for row in found.ranking if row.flag]
    more = "Wer 8 oder mehr gegeben hat: Was müsste anders sein?" if strong else ""
    return (Verdict("ok", f"Kleinster Widerstand: {best}.", more),)


def _too_many_voices(state: VoteState, people: int | None, what: str) -> tuple[Verdict, ...]:
    if not people:
        return ()
    over = [o for o in state.options if sum(state.totals.get(o.id, {}).values()) > people]
    return tuple(
        Verdict("error", f"Bei „{option.text}“ sind es mehr {what} als {people} Personen. Bitte nachzählen.")
        for option in over
    )

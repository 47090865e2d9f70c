"""What is unwise about an agenda, each with one German sentence that names the mend; hints, no refusals."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from tws_desktop.workshop.agenda import Phase

CARD_QUERY = "M01"
ROUND = "M25"
GROUP_WORK = "M23"

LONGEST_WITHOUT_BREAK = 90
MOST_CARD_QUERIES = 2


class FindingKind(StrEnum):
    """What a finding is about."""

    NO_BREAK = "no_break"
    CARD_QUERIES = "card_queries"
    NO_RESULT = "no_result"
    TOO_SHORT = "too_short"


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding; `phase` is the key of the phase it stands at, None for the whole day."""

    kind: FindingKind
    phase: str | None
    sentence: str


def findings(phases: Sequence[Phase], people: int) -> tuple[Finding, ...]:
    """What is unwise about `phases` for so many `people` (0 if not known), in the order of the agenda."""
    found = [
        *_without_break(phases),
        *_card_queries(phases),
        *(finding for phase in phases for finding in _too_short(phase, people)),
    ]
    place = {phase.key: number for number, phase in enumerate(phases)}
    found.sort(key=lambda finding: place.get(finding.phase or "", 0))
    if phases and not any(phase.has_result for phase in phases):
        sentence = "Keine Phase hat ein Ergebnis. Bei mindestens einer Phase festlegen, was festgehalten wird."
        found.insert(0, Finding(FindingKind.NO_RESULT, None, sentence))
    return tuple(found)


def needed_minutes(method_key: str, people: int, cards_each: int | None = None) -> int | None:
    """Minutes a method needs at least with so many `people`; None where their number does not matter."""
    if people < 1:
        return None
    if method_key == CARD_QUERY:
        return card_query_minutes(people, cards_each)
    rule = _PER_HEAD.get(method_key)
    return rule(people) if rule else None


def usual_cards_each(people: int) -> int:
    """Cards per person in a card query: three, from 16 people on two."""
    return 3 if people <= 15 else 2


def card_query_minutes(people: int, cards_each: int | None = None) -> int:
    """Minutes of a card query, in steps of five, 25 to 45.

    Rule of thumb: 8 people 30 minutes, 15 people 45, with three cards each; that is about 13 minutes for
    question, writing and close, and 43 seconds for each card read and pinned.
    """
    cards = people * (usual_cards_each(people) if cards_each is None else cards_each)
    minutes = (90 + 5 * cards) // 7
    return min(45, max(25, minutes // 5 * 5))


def _round_minutes(people: int) -> int:
    return max(5, -(-people * 20 // 60))


def _group_minutes(people: int) -> int:
    groups = -(-people // 6)
    return 20 + 3 * groups


_PER_HEAD: MappingProxyType[str, Callable[[int], int]] = MappingProxyType(
    {ROUND: _round_minutes, GROUP_WORK: _group_minutes}
)


def _without_break(phases: Sequence[Phase]) -> list[Finding]:
    found: list[Finding] = []
    stretch: list[Phase] = []
    for phase in (*phases, None):
        if phase is not None and not phase.is_break:
            stretch.append(phase)
            continue
        minutes = sum(part.minutes for part in stretch)
        if minutes > LONGEST_WITHOUT_BREAK:
            found.append(Finding(FindingKind.NO_BREAK, _crossing(stretch), _no_break(stretch, minutes)))
        stretch = []
    return found


def _crossing(stretch: Sequence[Phase]) -> str:
    minutes = 0
    for phase in stretch:
        minutes += phase.minutes
        if minutes > LONGEST_WITHOUT_BREAK:
            return phase.key
    return stretch[-1].key


def _no_break(stretch: Sequence[Phase], minutes: int) -> str:
    where = f"„{stretch[0].title}“"
    if len(stretch) > 1:
        where = f"{where} bis „{stretch[-1].title}“"
    return f"{minutes} Minuten ohne Pause: {where}. Spätestens nach 90 Minuten eine Pause einfügen."


def _card_queries(phases: Sequence[Phase]) -> list[Finding]:
    found: list[Finding] = []
    in_a_row = 0
    for phase in phases:
        if phase.is_break:
            continue
        in_a_row = in_a_row + 1 if phase.method_key == CARD_QUERY else 0
        if in_a_row == MOST_CARD_QUERIES + 1:
            sentence = "Das ist die dritte Kartenabfrage hintereinander. Hier eine andere Methode wählen."
            found.append(Finding(FindingKind.CARD_QUERIES, phase.key, sentence))
    return found


def _too_short(phase: Phase, people: int) -> list[Finding]:
    by_people = None if phase.is_break else needed_minutes(phase.method_key, people, phase.cards_each)
    least = max(by_people or 0, phase.lowest or 0)
    if phase.minutes >= least:
        return []
    if by_people == least:
        who = f"Bei {people} Personen mindestens" if people > 1 else "Bei einer Person mindestens"
    else:
        who = "Mindestens"
    sentence = f"{phase.minutes} Minuten reichen nicht. {who} {least} eintragen."
    return [Finding(FindingKind.TOO_SHORT, phase.key, sentence)]

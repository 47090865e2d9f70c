"""Decisions of a works council: quorum and majority (§ 33 BetrVG); a result is computed, never typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol

from tws_desktop.domain.errors import InputRefused

POLL_NOTE = "Meinungsbild, kein Beschluss nach §\u00a033 BetrVG."
"""Stands below every vote of a workshop."""


class Majority(StrEnum):
    """What is needed: more than half of those present, or of all members (e.g. §§ 27 Abs. 2, 28, 36)."""

    SIMPLE = "simple"
    ABSOLUTE = "absolute"


class Outcome(StrEnum):
    """What came out."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    NOT_QUORATE = "not_quorate"
    UNCLEAR = "unclear"

    @property
    def german(self) -> str:
        """The word people read."""
        return {
            Outcome.ACCEPTED: "angenommen",
            Outcome.REJECTED: "abgelehnt",
            Outcome.NOT_QUORATE: "nicht beschlussfähig",
            Outcome.UNCLEAR: "offen, getrennt auszählen",
        }[self]


@dataclass(frozen=True, slots=True)
class Tally:
    """The counts of one vote.

    `members`: seats of the council; `present` and `taking_part`: council members (or substitutes) in the
    session and in this decision; `jav`: voting members of the youth representation; `yes`, `no` and
    `abstain`: all votes counted, those of the youth representation among them.
    """

    members: int
    present: int
    taking_part: int
    yes: int
    no: int
    abstain: int
    jav: int = 0
    majority: Majority = Majority.SIMPLE


class Counted(Protocol):
    """A motion with its counts, as it is kept or as a package holds it; a count that nobody noted is None."""

    @property
    def members(self) -> int | None:
        """Seats of the council."""

    @property
    def present(self) -> int | None:
        """Council members in the session."""

    @property
    def taking_part(self) -> int | None:
        """Council members who took part in the decision."""

    @property
    def jav(self) -> int | None:
        """Voting members of the youth representation."""

    @property
    def yes(self) -> int | None:
        """Votes for it."""

    @property
    def no(self) -> int | None:
        """Votes against it."""

    @property
    def abstain(self) -> int | None:
        """Abstentions."""

    @property
    def data(self) -> Mapping[str, Any]:
        """Further fields; `majority` names another majority than the simple one."""


def tally_of(motion: Counted) -> Tally | None:
    """The counts of a motion, None while one of them is missing; the youth representation may be absent."""
    needed = (motion.members, motion.present, motion.taking_part, motion.yes, motion.no, motion.abstain)
    majority = Majority.ABSOLUTE if motion.data.get("majority") == Majority.ABSOLUTE else Majority.SIMPLE
    match needed:
        case (int(members), int(present), int(taking_part), int(yes), int(no), int(abstain)):
            return Tally(members, present, taking_part, yes, no, abstain, motion.jav or 0, majority)
        case _:
            return None


@dataclass(frozen=True, slots=True)
class Decision:
    """Quorum held or not, how many had to take part and to say yes, what came out, in a sentence."""

    quorate: bool
    quorum: int
    needed: int
    outcome: Outcome
    sentence: str


def decided(tally: Tally) -> Decision:
    """The result of `tally`; refuses counts that do not fit together.

    Quorum (§ 33 Abs. 2): at least half of the members take part in the decision. Majority (Abs. 1): more
    than half of the members present say yes; an abstention works like no, a tie is rejected. Votes of the
    youth representation count for the majority (Abs. 3), never for the quorum. Whether they count for an
    absolute majority is uncertain: where it matters, the outcome stays open.
    """
    _check(tally)
    quorum = (tally.members + 1) // 2
    quorate = tally.taking_part >= quorum
    base = tally.members if tally.majority is Majority.ABSOLUTE else tally.present + tally.jav
    needed = base // 2 + 1
    outcome = _outcome(tally, needed) if quorate else Outcome.NOT_QUORATE
    return Decision(quorate, quorum, needed, outcome, _sentence(tally, quorum, needed, outcome))


def _outcome(tally: Tally, needed: int) -> Outcome:
    if tally.yes < needed:
        return Outcome.REJECTED
    if tally.majority is Majority.ABSOLUTE and tally.yes - tally.jav < needed:
        return Outcome.UNCLEAR
    return Outcome.ACCEPTED


def _check(tally: Tally) -> None:
    counts = (tally.present, tally.taking_part, tally.jav, tally.yes, tally.no, tally.abstain)
    if tally.members < 1 or min(counts) < 0:
        raise InputRefused("Eine Zahl ist zu klein. Bitte Mitglieder ab 1, alles andere ab 0 eintragen.")
    if tally.present > tally.members:
        raise InputRefused(
            f"{tally.present} Anwesende sind mehr als {tally.members} Mitglieder. "
            "Bitte Ersatzmitglieder nur für Verhinderte zählen."
        )
    if tally.taking_part > tally.present:
        raise InputRefused(
            f"{tally.taking_part} nehmen teil, aber nur {tally.present} sind anwesend. Bitte eine Zahl berichtigen."
        )
    votes, voting = tally.yes + tally.no + tally.abstain, tally.taking_part + tally.jav
    if votes != voting:
        raise InputRefused(f"{votes} Stimmen passen nicht zu {voting} Abstimmenden. Bitte neu auszählen.")


def _sentence(tally: Tally, quorum: int, needed: int, outcome: Outcome) -> str:
    if outcome is Outcome.NOT_QUORATE:
        return (
            f"Nicht beschlussfähig: {tally.taking_part} von {tally.members} Mitgliedern haben teilgenommen, "
            f"nötig sind {quorum}."
        )
    if outcome is Outcome.UNCLEAR:
        return (
            f"Offen: Für die absolute Mehrheit von {needed} kommt es auf die Stimmen der JAV an. "
            "Bitte getrennt auszählen und rechtlich prüfen lassen."
        )
    word = "Angenommen" if outcome is Outcome.ACCEPTED else "Abgelehnt"
    return f"{word}: {tally.yes} Ja, {tally.no} Nein, {tally.abstain} Enthaltung, nötig sind {needed} Ja."

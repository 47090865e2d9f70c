"""A vote on a passed-round laptop: only running sums and the one open ballot, in memory, never on disk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from tws_desktop.domain.errors import InputRefused
from tws_desktop.services.boards.votes import DOTS


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of a ballot: an option (None: the question itself) with its words."""

    option: UUID | None
    words: str


@dataclass(frozen=True, slots=True)
class Paper:
    """What every person gets: points to give, or one bucket to choose per line."""

    question: str
    choices: tuple[Choice, ...]
    buckets: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    points: int = 0
    most: int = 0
    note: str = ""

    @property
    def gives_points(self) -> bool:
        """Whether points are given, instead of one bucket chosen per line."""
        return not self.buckets


Ballot = Mapping[UUID | None, str]
"""The chosen bucket per line; for points their number as digits."""


class Ballots:
    """Counts ballots as they are cast; a cast ballot cannot be told apart from the others any more."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.voters = 0
        self._totals: dict[UUID | None, dict[str, int]] = {}

    @property
    def totals(self) -> Mapping[UUID | None, Mapping[str, int]]:
        """The sums so far."""
        return {option: dict(buckets) for option, buckets in self._totals.items()}

    def cast(self, ballot: Ballot) -> None:
        """Count a ballot; refuses one that breaks the rules with a sentence for the person."""
        if self.paper.gives_points:
            self._check_points(ballot)
        else:
            self._check_choices(ballot)
        for option, bucket in ballot.items():
            sums = self._totals.setdefault(option, {})
            if self.paper.gives_points:
                sums[DOTS] = sums.get(DOTS, 0) + int(bucket)
            else:
                sums[bucket] = sums.get(bucket, 0) + 1
        self.voters += 1

    def _check_points(self, ballot: Ballot) -> None:
        given = [int(points) for points in ballot.values()]
        if sum(given) > self.paper.points:
            raise InputRefused(f"Du hast {sum(given)} Punkte gesetzt, es gibt {self.paper.points}. Nimm welche zurück.")
        if self.paper.most and max(given, default=0) > self.paper.most:
            raise InputRefused(f"Auf ein Thema gehen höchstens {self.paper.most} Punkte. Verteile sie anders.")

    def _check_choices(self, ballot: Ballot) -> None:
        missing = [choice for choice in self.paper.choices if ballot.get(choice.option) not in self.paper.buckets]
        if missing:
            words = missing[0].words
            raise InputRefused(f"Bei „{words}“ fehlt noch etwas. Wähle einen Wert." if words else "Wähle einen Wert.")

"""What of a package an audience may see, and how much was left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection
from typing import Any, TypeVar
from uuid import UUID

from tws_desktop.domain.anonymity import THRESHOLD
from tws_desktop.domain.board_parameters import SheetMode
from tws_desktop.domain.confidentiality import Audience, Level, allowed
from tws_desktop.domain.results import Sheet, Vote, VoteResult
from tws_desktop.domain.workshops import Entry, EntryKind, Release

R = TypeVar("R")

INSIDE = frozenset({Audience.VERHANDLUNG, Audience.GREMIUM})
"""Audiences that know the people by name."""


class Sieve:
    """Keeps what the audience may see and counts the rest."""

    def __init__(self, audience: Audience, releases: Collection[Release], *, team_is_council: bool) -> None:
        self.audience = audience
        self.left_out = 0
        self._team_is_council = team_is_council
        self._released: dict[UUID, set[Audience]] = {}
        for release in releases:
            self._released.setdefault(release.thing_id, set()).add(release.audience)

    @property
    def is_team(self) -> bool:
        """Whether the package is made for the negotiating team, which alone sees minimum and rungs."""
        return self.audience is Audience.VERHANDLUNG

    def may(self, thing_id: UUID, level: Level) -> bool:
        """Whether the audience may see a thing of `level` with its releases."""
        released = self._released.get(thing_id, set())
        return allowed(level, self.audience, released, self._team_is_council)

    def keep(self, things: Collection[R], may: Callable[[R], bool]) -> tuple[R, ...]:
        """Those that may be seen; the others count as left out."""
        kept = tuple(thing for thing in things if may(thing))
        self.left_out += len(things) - len(kept)
        return kept

    def by_level(self, things: Collection[Any]) -> tuple[Any, ...]:
        """Those whose own level and releases allow it."""
        return self.keep(things, lambda thing: self.may(thing.id, thing.level))

    def team_only(self, things: Collection[R]) -> tuple[R, ...]:
        """All for the negotiating team, none for others."""
        return self.keep(things, lambda _: self.is_team)

    def entries(self, entries: Collection[Entry]) -> tuple[Entry, ...]:
        """Entries the audience may see; private notes and struck entries go to the team only."""
        standing = [entry for entry in entries if self.is_team or not entry.struck]
        return self.keep(
            standing,
            lambda entry: (
                (self.is_team or entry.kind is not EntryKind.PRIVATE_NOTE) and self.may(entry.id, entry.level)
            ),
        )

    def sheets(self, sheets: Collection[Sheet]) -> tuple[Sheet, ...]:
        """Sheets; those of single respondents only where so many answered that nobody can be told."""
        crowd = Counter((sheet.step_id, sheet.questionnaire_key, sheet.group_key) for sheet in sheets)
        return self.keep(
            sheets,
            lambda sheet: (
                self.is_team
                or sheet.mode is SheetMode.AGREED
                or crowd[sheet.step_id, sheet.questionnaire_key, sheet.group_key] >= THRESHOLD
            ),
        )

    def totals(self, vote: Vote, results: Collection[VoteResult]) -> tuple[VoteResult, ...]:
        """The totals of a vote; a secret vote is not broken down if a group is smaller than the threshold."""
        if self.is_team or not vote.secret:
            return tuple(results)
        sizes: Counter[str] = Counter()
        for result in results:
            if result.group_key:
                sizes[result.group_key] += result.count
        small = any(size < THRESHOLD for size in sizes.values())
        return self.keep(results, lambda result: not (small and result.group_key))

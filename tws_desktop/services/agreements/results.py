"""What the workshops of a project have brought, by topic: the evidence a clause can be proposed from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from tws_desktop.domain.agreements import Evidence, EvidenceFrom, EvidenceOf
from tws_desktop.domain.confidentiality import Level
from tws_desktop.domain.positions import Measure, Position
from tws_desktop.domain.results import Vote, VoteOption, VoteResult
from tws_desktop.domain.workshops import Entry, EntryKind, EntryTopic, Step, Workshop
from tws_desktop.services.ports import Work

_PRIVATE = frozenset({EntryKind.PRIVATE_NOTE, EntryKind.PARKED})


@dataclass(frozen=True, slots=True)
class Support:
    """One result that speaks for a topic or clause, with where and when it was said."""

    source: EvidenceFrom
    source_id: UUID
    text: str
    detail: str = ""
    workshop: str = ""
    on: date | None = None
    level: Level = Level.COUNCIL
    cards: int = 0


@dataclass(frozen=True, slots=True)
class ProjectResults:
    """Everything said, voted and decided in the workshops of one project."""

    workshops: dict[UUID, Workshop]
    steps: dict[UUID, Step]
    entries: dict[UUID, Entry]
    topics_of: dict[UUID, tuple[str, ...]]
    positions: tuple[Position, ...]
    votes: dict[UUID, Vote]
    options: tuple[VoteOption, ...]
    counts: dict[UUID, int]
    measures: tuple[Measure, ...]
    rests_on: dict[UUID, tuple[UUID, ...]]

    def for_topic(self, topic_key: str) -> tuple[Support, ...]:
        """What speaks for a topic: positions first, then votes, clusters and cards, measures."""
        positions = [self.of_position(one) for one in self.positions if one.topic_key == topic_key]
        votes = [self._vote(one) for one in self.options if self._speaks_of(one, topic_key)]
        entries = self._entries(topic_key)
        known = {one.source_id for one in (*positions, *entries)}
        measures = [self._measure(one) for one in self.measures if known & set(self.rests_on.get(one.id, ()))]
        return (*positions, *votes, *entries, *measures)

    def topic_keys(self) -> tuple[str, ...]:
        """The topics that anything speaks for."""
        keys = {one.topic_key for one in self.positions} | {one.topic_key for one in self.options}
        keys.update(key for topics in self.topics_of.values() for key in topics)
        return tuple(sorted(key for key in keys if key))

    def chosen_topics(self) -> tuple[str, ...]:
        """The topics the council has chosen: by a position, a chosen way or a choice noted as an entry."""
        keys = {one.topic_key for one in self.positions}
        keys.update(one.topic_key for one in self.options if one.path)
        for one in self.entries.values():
            if one.kind is EntryKind.TOPIC_CHOICE:
                keys.update(self.topics_of.get(one.id, ()))
        return tuple(sorted(key for key in keys if key))

    def _speaks_of(self, option: VoteOption, topic_key: str) -> bool:
        """An option with at least one dot (or a chosen way) whose own or entry's topic this is."""
        if not self.counts.get(option.id) and not option.path:
            return False
        topics = self.topics_of.get(option.entry_id, ()) if option.entry_id is not None else ()
        return topic_key == option.topic_key or topic_key in topics

    def _entries(self, topic_key: str) -> list[Support]:
        """Clusters and single cards of a topic; a card in a cluster of the same topic counts with its cluster."""
        of_topic = {
            one.id: one
            for one in self.entries.values()
            if topic_key in self.topics_of.get(one.id, ()) or one.data.get("topic") == topic_key
        }
        return [
            self._entry(one)
            for one in of_topic.values()
            if one.parent_id not in of_topic and one.also_parent_id not in of_topic
        ]

    def of_position(self, one: Position) -> Support:
        """A position as a result that speaks for something."""
        title, on = self._where(one.workshop_id)
        return Support(EvidenceFrom.POSITION, one.id, one.title, one.goal, title, on, one.level)

    def _vote(self, one: VoteOption) -> Support:
        vote = self.votes[one.vote_id]
        title, on = self._where(self.steps[vote.step_id].workshop_id)
        total = self.counts.get(one.id, 0)
        detail = f"{total} {'Punkt' if total == 1 else 'Punkte'}" if total else "gewählt"
        return Support(EvidenceFrom.VOTE, one.id, one.text, detail, title, on)

    def _entry(self, one: Entry) -> Support:
        title, on = self._where(one.workshop_id)
        cards = sum(1 for card in self.entries.values() if one.id in {card.parent_id, card.also_parent_id})
        detail = f"{cards} {'Karte' if cards == 1 else 'Karten'}" if cards else ""
        return Support(EvidenceFrom.ENTRY, one.id, one.text, detail, title, on, one.level, cards or 1)

    def _measure(self, one: Measure) -> Support:
        title, on = self._where(one.workshop_id)
        return Support(EvidenceFrom.MEASURE, one.id, one.text, "", title, on, one.level)

    def _where(self, workshop_id: UUID | None) -> tuple[str, date | None]:
        workshop = self.workshops.get(workshop_id) if workshop_id is not None else None
        return (workshop.title, workshop.starts_on) if workshop is not None else ("", None)


def read_results(work: Work, project_id: UUID) -> ProjectResults:
    """The results of a project's workshops; trashed workshops, struck entries and private notes do not count."""
    workshops = {one.id: one for one in work.all(Workshop, project_id=project_id) if one.trashed_at is None}
    ids = tuple(workshops)
    steps = {one.id: one for one in work.all(Step, workshop_id=ids)}
    entries = {one.id: one for one in work.all(Entry, workshop_id=ids) if not one.struck and one.kind not in _PRIVATE}
    votes = {one.id: one for one in work.all(Vote, step_id=tuple(steps))}
    results = work.all(VoteResult, vote_id=tuple(votes), bucket="dots")
    measures = work.all(Measure, project_id=project_id)
    return ProjectResults(
        workshops,
        steps,
        entries,
        _topics(work.all(EntryTopic, entry_id=tuple(entries))),
        work.all(Position, project_id=project_id),
        votes,
        work.all(VoteOption, vote_id=tuple(votes)),
        _counts(results),
        measures,
        _rests(work.all(Evidence, of=EvidenceOf.MEASURE, of_id=tuple(one.id for one in measures))),
    )


def _topics(rows: Iterable[EntryTopic]) -> dict[UUID, tuple[str, ...]]:
    found: dict[UUID, tuple[str, ...]] = {}
    for row in rows:
        found[row.entry_id] = (*found.get(row.entry_id, ()), row.topic_key)
    return found


def _counts(results: Iterable[VoteResult]) -> dict[UUID, int]:
    counts: dict[UUID, int] = {}
    for one in results:
        if one.option_id is not None:
            counts[one.option_id] = counts.get(one.option_id, 0) + one.count
    return counts


def _rests(rows: Iterable[Evidence]) -> dict[UUID, tuple[UUID, ...]]:
    found: dict[UUID, tuple[UUID, ...]] = {}
    for row in rows:
        found[row.of_id] = (*found.get(row.of_id, ()), row.source_id)
    return found

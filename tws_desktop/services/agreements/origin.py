"""Origin (Herkunft) both ways: from a unit to the cards it rests on, and from a card to the units."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from tws_desktop.domain.agreements import Agreement, Evidence, EvidenceFrom, EvidenceOf, FieldValue, Part, Unit
from tws_desktop.domain.confidentiality import Level
from tws_desktop.domain.plants import PlantFact
from tws_desktop.domain.positions import Measure, Position
from tws_desktop.domain.results import Answer, Sheet, Vote, VoteOption, VoteResult
from tws_desktop.domain.workshops import Entry, EntryKind, Step, Workshop
from tws_desktop.services.agreements.outline import Outline, outline_of_unit, read_outline
from tws_desktop.services.ports import Work

NO_ORIGIN = "ohne Herkunft aus einem Workshop"
_LEVELS = {level: number for number, level in enumerate(Level)}


class NodeKind(StrEnum):
    """What stands in the tree of origin."""

    UNIT = "unit"
    POSITION = "position"
    VOTE = "vote"
    CLUSTER = "cluster"
    CARD = "card"
    ENTRY = "entry"
    ANSWER = "answer"
    MEASURE = "measure"
    FACT = "fact"


@dataclass(frozen=True, slots=True)
class Node:
    """One step of origin with what lies behind it; `detail` is e.g. „7 Punkte“ or „3 Karten“."""

    kind: NodeKind
    id: UUID
    text: str
    detail: str = ""
    workshop_id: UUID | None = None
    workshop: str = ""
    on: date | None = None
    level: Level = Level.COUNCIL
    below: tuple[Node, ...] = ()

    def walk(self) -> Iterator[Node]:
        """The node and everything behind it."""
        yield self
        for node in self.below:
            yield from node.walk()


@dataclass(frozen=True, slots=True)
class Origin:
    """What a unit rests on; `level` is the highest of all that is shown."""

    unit_id: UUID
    nodes: tuple[Node, ...]

    @property
    def sentence(self) -> str:
        """„2 Positionen, 5 Karten, 1 Abstimmung“, or that there is no origin."""
        return counted(self.nodes) or NO_ORIGIN

    @property
    def level(self) -> Level:
        """The most confidential level among everything shown."""
        found = [node.level for top in self.nodes for node in top.walk()]
        return max(found, key=_LEVELS.__getitem__, default=Level.OPEN)


@dataclass(frozen=True, slots=True)
class UsedAt:
    """A unit that rests on an entry or position, with the number its § has now."""

    agreement_id: UUID
    agreement: str
    unit_id: UUID
    section: str
    title: str
    way: tuple[str, ...]


def origin_of_unit(work: Work, unit_id: UUID) -> Origin:
    """What a unit rests on, as a tree: positions and votes, behind them clusters, behind them cards.

    An Absatz of a clause shows what the clause rests on, a § what all its Absätze rest on.
    """
    outline, unit = outline_of_unit(work, unit_id)
    return Origin(unit_id, _nodes(work, _resting_on(work, [one.id for one in _carriers(outline, unit)])))


def origins(work: Work, agreement_id: UUID) -> dict[UUID, Origin]:
    """The origin of each §, preamble and annex and of each Absatz, for outline, chips and margin notes."""
    outline = read_outline(work, agreement_id)
    all_ids = [unit.id for unit in outline.all_units()]
    evidence = _of_units(work, all_ids)
    cache: dict[tuple[tuple[EvidenceFrom, UUID], ...], tuple[Node, ...]] = {}
    found: dict[UUID, Origin] = {}
    for unit in outline.all_units():
        rows = [row for one in _carriers(outline, unit) for row in evidence.get(one.id, ())]
        key = tuple(dict.fromkeys((row.source, row.source_id) for row in rows))
        if key not in cache:
            cache[key] = _nodes(work, rows)
        found[unit.id] = Origin(unit.id, cache[key])
    return found


def counted(nodes: Iterable[Node]) -> str:
    """How many of each kind lie behind, each thing once: „1 Position, 1 Abstimmung, 5 Karten“."""
    seen = {(node.kind, node.id) for top in nodes for node in top.walk()}
    words = []
    for kind, (one, many) in _NAMES.items():
        number = sum(1 for found, _ in seen if found is kind)
        if number:
            words.append(f"{number} {one if number == 1 else many}")
    return ", ".join(words)


_NAMES = {
    NodeKind.POSITION: ("Position", "Positionen"),
    NodeKind.VOTE: ("Abstimmung", "Abstimmungen"),
    NodeKind.CLUSTER: ("Cluster", "Cluster"),
    NodeKind.CARD: ("Karte", "Karten"),
    NodeKind.ENTRY: ("Eintrag", "Einträge"),
    NodeKind.ANSWER: ("Antwort", "Antworten"),
    NodeKind.MEASURE: ("Maßnahme", "Maßnahmen"),
    NodeKind.FACT: ("Angabe zum Betrieb", "Angaben zum Betrieb"),
}


def used_by_entry(work: Work, entry_id: UUID) -> tuple[UsedAt, ...]:
    """The units a card ended up in: through its cluster and the positions, with the present § numbers."""
    entry = work.get(Entry, entry_id)
    start: dict[UUID, tuple[str, ...]] = {entry_id: ("Karte",) if entry.kind is EntryKind.CARD else ("Eintrag",)}
    for parent in (entry.parent_id, entry.also_parent_id):
        if parent is not None:
            start[parent] = (*start[entry_id], f"Cluster „{work.get(Entry, parent).text}“")
    return _used(work, start)


def used_by_position(work: Work, position_id: UUID) -> tuple[UsedAt, ...]:
    """The units a position ended up in."""
    return _used(work, {position_id: (f"Position „{work.get(Position, position_id).title}“",)})


def _used(work: Work, start: dict[UUID, tuple[str, ...]]) -> tuple[UsedAt, ...]:
    ways = dict(start)
    for row in work.all(Evidence, of=EvidenceOf.POSITION, source_id=tuple(start)):
        position = work.find(Position, id=row.of_id)
        if position is not None:
            ways.setdefault(row.of_id, (*start[row.source_id], f"Position „{position.title}“"))
    units: dict[UUID, tuple[str, ...]] = {}
    for row in work.all(Evidence, source_id=tuple(ways)):
        if row.of is EvidenceOf.UNIT:
            units.setdefault(row.of_id, ways[row.source_id])
        elif row.of is EvidenceOf.FIELD:
            value = work.find(FieldValue, id=row.of_id)
            if value is not None and value.unit_id is not None:
                units.setdefault(value.unit_id, ways[row.source_id])
    return tuple(_placed(work, units))


def _placed(work: Work, units: dict[UUID, tuple[str, ...]]) -> Iterator[UsedAt]:
    found = {unit.id: unit for unit in work.all(Unit, id=tuple(units))}
    parts = {part.id: part for part in work.all(Part, id=tuple({unit.part_id for unit in found.values()}))}
    for agreement_id in dict.fromkeys(part.agreement_id for part in parts.values()):
        agreement = work.get(Agreement, agreement_id)
        if agreement.trashed_at is not None:
            continue
        outline = read_outline(work, agreement_id)
        numbers = section_numbers(outline)
        for unit in outline.all_units():
            if unit.id in found:
                section = outline.section_of(unit)
                where = numbers.get(section.id, "") or section.title
                yield UsedAt(agreement_id, agreement.title, unit.id, where, section.title, units[unit.id])


def section_numbers(outline: Outline) -> dict[UUID, str]:
    """„§ 4“ for each § as it is counted now; nothing for preamble and annexes."""
    numbers: dict[UUID, str] = {}
    count = 0
    for unit in outline.shown():
        if unit.parent_id is None and unit.kind == "section":
            count += 1
            numbers[unit.id] = f"§\u00a0{count}"
    return numbers


def _carriers(outline: Outline, unit: Unit) -> list[Unit]:
    """The units whose evidence counts for this one."""
    if unit.parent_id is None:
        return list(outline.walk(unit))
    absatz = outline.absatz_of(unit) or unit
    clause = outline.clause_units(absatz.clause_key) if absatz.clause_key else (absatz,)
    return [below for one in clause for below in outline.walk(one)]


def _of_units(work: Work, ids: list[UUID]) -> dict[UUID, list[Evidence]]:
    found: dict[UUID, list[Evidence]] = {}
    for row in work.all(Evidence, of=EvidenceOf.UNIT, of_id=tuple(ids)):
        found.setdefault(row.of_id, []).append(row)
    return found


def _resting_on(work: Work, ids: list[UUID]) -> list[Evidence]:
    found = _of_units(work, ids)
    return [row for one in ids for row in found.get(one, ())]


def _nodes(work: Work, rows: Iterable[Evidence]) -> tuple[Node, ...]:
    """One node per thing; what also lies behind a position or vote is not shown a second time."""
    tree = Tree(work)
    built: dict[tuple[EvidenceFrom, UUID], Node] = {}
    for row in rows:
        node = tree.node(row)
        if node is not None:
            built.setdefault((row.source, row.source_id), node)
    nodes = list(built.values())
    behind = {inner.id for node in nodes for inner in node.walk() if inner.id != node.id}
    order = list(_NAMES)
    return tuple(sorted((node for node in nodes if node.id not in behind), key=lambda node: order.index(node.kind)))


class Tree:
    """Builds nodes of origin, each thing read once."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._workshops: dict[UUID, Workshop | None] = {}

    def node(self, row: Evidence) -> Node | None:
        """What a row of evidence names, with what lies behind; None if it is gone."""
        match row.source:
            case EvidenceFrom.POSITION:
                return self._position(row.source_id)
            case EvidenceFrom.ENTRY:
                return self.entry(row.source_id)
            case EvidenceFrom.VOTE:
                return self._vote(row)
            case EvidenceFrom.ANSWER:
                return self._answer(row.source_id)
            case _:
                return self._other(row)

    def entry(self, entry_id: UUID) -> Node | None:
        """A card or cluster; behind a cluster its cards. What was struck out does not count."""
        entry = self._work.find(Entry, id=entry_id)
        if entry is None or entry.struck:
            return None
        cards: tuple[Node, ...] = ()
        if entry.kind is EntryKind.CLUSTER:
            direct = self._work.all(Entry, parent_id=entry.id)
            also = self._work.all(Entry, also_parent_id=entry.id)
            found = {card.id: card for card in (*direct, *also) if not card.struck}
            cards = tuple(self._leaf(card) for card in found.values())
        detail = f"{len(cards)} {'Karte' if len(cards) == 1 else 'Karten'}" if cards else ""
        return self._leaf(entry, detail, cards)

    def _leaf(self, entry: Entry, detail: str = "", below: tuple[Node, ...] = ()) -> Node:
        kind = {EntryKind.CARD: NodeKind.CARD, EntryKind.CLUSTER: NodeKind.CLUSTER}.get(entry.kind, NodeKind.ENTRY)
        title, on = self._of_workshop(entry.workshop_id)
        return Node(kind, entry.id, entry.text, detail, entry.workshop_id, title, on, entry.level, below)

    def _position(self, position_id: UUID) -> Node | None:
        position = self._work.find(Position, id=position_id)
        if position is None:
            return None
        rows = self._work.all(Evidence, of=EvidenceOf.POSITION, of_id=position_id)
        below = tuple(node for row in rows if row.source is not EvidenceFrom.POSITION and (node := self.node(row)))
        title, on = self._of_workshop(position.workshop_id)
        workshop_id, level = position.workshop_id, position.level
        return Node(NodeKind.POSITION, position.id, position.title, position.goal, workshop_id, title, on, level, below)

    def _vote(self, row: Evidence) -> Node | None:
        option = self._work.find(VoteOption, id=row.source_id)
        vote = self._work.find(Vote, id=option.vote_id if option is not None else row.source_id)
        if vote is None:
            return None
        options = self._work.all(VoteOption, vote_id=vote.id)
        option = option or next((one for one in options if row.note and row.note in {one.text, one.topic_key}), None)
        step = self._work.get(Step, vote.step_id)
        title, on = self._of_workshop(step.workshop_id)
        text = f"{vote.question}: {option.text}" if option is not None else vote.question
        below: tuple[Node, ...] = ()
        if option is not None and option.entry_id is not None and (behind := self.entry(option.entry_id)):
            below = (behind,)
        detail = dots(self._work, option) if option is not None else ""
        return Node(NodeKind.VOTE, vote.id, text, detail, step.workshop_id, title, on, Level.COUNCIL, below)

    def _answer(self, answer_id: UUID) -> Node | None:
        answer = self._work.find(Answer, id=answer_id)
        if answer is None:
            return None
        sheet = self._work.get(Sheet, answer.sheet_id)
        step = self._work.get(Step, sheet.step_id)
        title, on = self._of_workshop(step.workshop_id)
        item = next((one.text for one in sheet.items_copy if one.key == answer.item_key), "")
        text = f"{answer.item_key} {item}".strip()
        detail = answer.special or ("" if answer.value is None else f"Wert {answer.value}")
        return Node(NodeKind.ANSWER, answer.id, text, detail, step.workshop_id, title, on, answer.level)

    def _other(self, row: Evidence) -> Node | None:
        if row.source is EvidenceFrom.MEASURE:
            measure = self._work.find(Measure, id=row.source_id)
            if measure is None:
                return None
            title, on = self._of_workshop(measure.workshop_id)
            return Node(NodeKind.MEASURE, measure.id, measure.text, "", measure.workshop_id, title, on, measure.level)
        fact = self._work.find(PlantFact, id=row.source_id)
        if fact is None:
            return None
        text = " ".join(part for part in (fact.key, fact.value, fact.unit) if part)
        return Node(NodeKind.FACT, fact.id, text, fact.source, on=fact.as_of, level=fact.level)

    def _of_workshop(self, workshop_id: UUID | None) -> tuple[str, date | None]:
        if workshop_id is None:
            return "", None
        if workshop_id not in self._workshops:
            self._workshops[workshop_id] = self._work.find(Workshop, id=workshop_id)
        workshop = self._workshops[workshop_id]
        return (workshop.title, workshop.starts_on) if workshop is not None else ("", None)


def dots(work: Work, option: VoteOption) -> str:
    """„7 Punkte“ for an option of a dot vote, empty where no dots were counted."""
    results = work.all(VoteResult, option_id=option.id, bucket="dots")
    total = sum(result.count for result in results)
    return f"{total} {'Punkt' if total == 1 else 'Punkte'}" if results else ""

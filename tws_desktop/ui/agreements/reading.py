"""Everything the desk shows of an agreement, read in one use case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from tws_desktop.documents.screen import LineStyle, lines
from tws_desktop.domain.agreements import Agreement, Unit, UnitKind
from tws_desktop.domain.confidentiality import Audience
from tws_desktop.domain.plants import Plant, Project
from tws_desktop.domain.positions import Position
from tws_desktop.domain.results import VoteOption, VoteResult
from tws_desktop.services.agreements.document import Edition, agreement_document
from tws_desktop.services.agreements.fields import GapAt, Suggestion, gaps_of, suggestions
from tws_desktop.services.agreements.findings import Finding, Severity, findings
from tws_desktop.services.agreements.origin import NO_ORIGIN, Node, NodeKind, Origin, origins
from tws_desktop.services.agreements.outline import Outline, read_outline
from tws_desktop.services.agreements.proposals import Proposal, proposals
from tws_desktop.services.agreements.shelf import Shelf, agreement_type
from tws_desktop.services.agreements.tariff_warning import warnings_of
from tws_desktop.services.agreements.text_spans import SpanWriter
from tws_desktop.services.ports import Work
from tws_desktop.ui.agreements.sheet import Block, ChipAt, blocks_of
from tws_desktop.ui.plant_words import plant_words
from tws_desktop.ui.words import tr

_WEIGHT = {severity: place for place, severity in enumerate(Severity)}


@dataclass(frozen=True, slots=True)
class OutlineItem:
    """A line of the outline: § or annex with its number, open gaps and the worst finding."""

    key: str
    number: str
    title: str
    kind: str
    unit_id: UUID | None = None
    gaps: int = 0
    worst: Severity | None = None

    @property
    def short(self) -> str:
        """The number as the narrow column shows it: „§ 7“, „A 1“."""
        return self.number.replace("Anlage", "A")

    @property
    def words(self) -> str:
        """Everything the line says, for a screen reader."""
        state = tr("{count} offene Lücken").format(count=self.gaps) if self.gaps else ""
        if self.gaps == 1:
            state = tr("1 offene Lücke")
        worst = self.worst.german if self.worst in {Severity.FAULT, Severity.WARNING} and self.worst else ""
        return ", ".join(part for part in (f"{self.number} {self.title}".strip(), state, worst) if part)


@dataclass(frozen=True, slots=True)
class DeskState:
    """One agreement as the desk shows it."""

    agreement: Agreement
    crumbs: tuple[str, ...]
    type_title: str
    outline: Outline
    blocks: tuple[Block, ...]
    items: tuple[OutlineItem, ...]
    findings: tuple[Finding, ...]
    gaps: tuple[GapAt, ...]
    suggestions: tuple[Suggestion, ...]
    proposals: tuple[Proposal, ...]
    origins: Mapping[UUID, Origin]

    def number_of(self, unit_id: UUID) -> str:
        """„§ 7 Abs. 2“, „Präambel“ or „Anlage 1“: where a unit stands."""
        unit = self.outline.units.get(unit_id)
        if unit is None:
            return ""
        section = self.outline.section_of(unit)
        item = next((one for one in self.items if one.unit_id == section.id), None)
        head = (item.number or item.title) if item is not None else section.title
        block = next((one for one in self.blocks if one.unit_id == unit_id), None)
        if block is None or block.is_head or not block.number.startswith("("):
            return head
        return f"{head} Abs.\u00a0{block.number.strip('()')}"

    def block_of(self, unit_id: UUID) -> Block | None:
        """The unit's block on the paper."""
        return next((one for one in self.blocks if one.unit_id == unit_id), None)


def read_desk(work: Work, shelf: Shelf, agreement_id: UUID, today: date) -> DeskState:
    """The agreement with paper, outline, origin, proposals, gaps and findings as they now stand."""
    outline = read_outline(work, agreement_id)
    agreement = outline.agreement
    project = work.get(Project, agreement.project_id)
    plant = work.get(Plant, project.plant_id)
    document = agreement_document(work, shelf, agreement_id, Edition.CLEAN, Audience.GREMIUM, today)
    found_origins = origins(work, agreement_id)
    chips = dict(_chips(work, outline, found_origins))
    warned: dict[UUID, str] = {}
    for warning in warnings_of(outline):
        warned.setdefault(warning.unit_id, warning.sentence)
    blocks = blocks_of(lines(document), outline, chips, warned, SpanWriter(outline, shelf.clauses, frozenset()))
    found = findings(work, shelf, agreement_id)
    gaps = tuple(gaps_of(outline))
    return DeskState(
        agreement,
        (plant_words(plant), project.title),
        agreement_type(shelf, agreement.type_key).title,
        outline,
        blocks,
        outline_items(outline, blocks, gaps, found),
        found,
        gaps,
        suggestions(work, shelf, agreement_id),
        proposals(work, shelf, agreement_id),
        found_origins,
    )


def outline_items(
    outline: Outline, blocks: tuple[Block, ...], gaps: tuple[GapAt, ...], found: tuple[Finding, ...]
) -> tuple[OutlineItem, ...]:
    """The lines of the outline in the order and with the numbers of the paper."""
    open_in: dict[UUID, int] = {}
    for gap in gaps:
        section = outline.section_of(outline.units[gap.unit_id])
        open_in[section.id] = open_in.get(section.id, 0) + 1
    worst: dict[UUID, Severity] = {}
    for finding in found:
        if finding.unit_id is not None and finding.unit_id in outline.units:
            section = outline.section_of(outline.units[finding.unit_id])
            there = worst.get(section.id, finding.severity)
            worst[section.id] = min(there, finding.severity, key=_WEIGHT.__getitem__)
    items: list[OutlineItem] = []
    for block in blocks:
        if block.style in {LineStyle.SECTION, LineStyle.ANNEX} or (block.is_head and block.unit_id is not None):
            unit = outline.units.get(block.unit_id) if block.unit_id is not None else None
            kind = str(unit.kind) if unit is not None else str(UnitKind.ANNEX)
            place = unit.id if unit is not None else None
            empty = sum(one.unit_id is None and one.place == f"Anlage {block.text}" for one in found)
            items.append(
                OutlineItem(
                    block.key,
                    block.number,
                    block.text,
                    kind,
                    place,
                    open_in.get(place, 0) if place else empty,
                    worst.get(place) if place else None,
                )
            )
    return tuple(items)


_UNRANKED = 1_000


def _chips(work: Work, outline: Outline, found: Mapping[UUID, Origin]) -> Iterator[tuple[UUID, tuple[ChipAt, ...]]]:
    cache: dict[tuple[Node, ...], tuple[ChipAt, ...]] = {}
    for section in outline.sections():
        before: Unit | None = None
        for unit in outline.children(section):
            nodes = found[unit.id].nodes
            if nodes not in cache:
                cache[nodes] = origin_chips(work, nodes)
            same_clause = before is not None and unit.clause_key and before.clause_key == unit.clause_key
            if nodes or not same_clause:
                yield unit.id, cache[nodes]
            before = unit


def origin_chips(work: Work, nodes: tuple[Node, ...]) -> tuple[ChipAt, ...]:
    """„12 Karten“, „9 Punkte, Rang 1“, „Position T05“; one chip that says so where there is no origin."""
    if not nodes:
        return (ChipAt(NO_ORIGIN, "link-2", "plain"),)
    seen = {(node.kind, node.id): node for top in nodes for node in top.walk()}
    chips: list[ChipAt] = []
    cards = [node for node in seen.values() if node.kind in {NodeKind.CARD, NodeKind.ENTRY}]
    if cards:
        words = tr("1 Karte") if len(cards) == 1 else tr("{count} Karten").format(count=len(cards))
        chips.append(ChipAt(words, "message-square"))
    votes = [_vote(work, node) for node in seen.values() if node.kind is NodeKind.VOTE]
    if votes:
        chips.append(ChipAt(min(votes)[1], "circle-dot"))
    for node in seen.values():
        if node.kind is NodeKind.POSITION:
            position = work.find(Position, id=node.id)
            topic = position.topic_key if position is not None else ""
            chips.append(ChipAt(f"{tr('Position')} {topic}".strip(), "scale"))
    chips.extend(_further(list(seen.values())))
    return tuple(dict.fromkeys(chips))


def _further(nodes: list[Node]) -> Iterator[ChipAt]:
    named = (
        (NodeKind.ANSWER, tr("1 Antwort"), tr("{count} Antworten"), "clipboard-list"),
        (NodeKind.MEASURE, tr("1 Maßnahme"), tr("{count} Maßnahmen"), "list-checks"),
        (NodeKind.FACT, tr("1 Angabe"), tr("{count} Angaben"), "landmark"),
    )
    for kind, one, many, icon in named:
        count = sum(node.kind is kind for node in nodes)
        if count:
            yield ChipAt(one if count == 1 else many.format(count=count), icon)


def _vote(work: Work, node: Node) -> tuple[int, str]:
    """Rank and words of a vote; the best rank is the one shown at a text, all of them in the column beside it."""
    if not node.detail:
        return _UNRANKED, tr("Abstimmung")
    options = work.all(VoteOption, vote_id=node.id)
    results = work.all(VoteResult, vote_id=node.id, bucket="dots")
    dots = {one.id: sum(row.count for row in results if row.option_id == one.id) for one in options}
    mine = next((one for one in options if node.text.endswith(f": {one.text}")), None)
    if mine is None or len(options) < 2:
        return _UNRANKED, node.detail
    rank = 1 + sum(count > dots[mine.id] for count in dots.values())
    return rank, tr("{dots}, Rang {rank}").format(dots=node.detail, rank=rank)

"""The list behind the internal edition: what each § rests on, card by card, as its audience may see it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from uuid import UUID

from tws_desktop.documents.blocks import Block, Heading, PageBreak, Paragraph, ParagraphStyle, Spans, Table, plain
from tws_desktop.domain.agreements import UnitKind
from tws_desktop.domain.confidentiality import Audience, allowed
from tws_desktop.domain.german import show_date
from tws_desktop.services.agreements.origin import NO_ORIGIN, Node, NodeKind, Origin, section_numbers
from tws_desktop.services.agreements.outline import Outline

_KINDS = {
    NodeKind.UNIT: "Regelung",
    NodeKind.POSITION: "Position",
    NodeKind.VOTE: "Abstimmung",
    NodeKind.CLUSTER: "Cluster",
    NodeKind.CARD: "Karte",
    NodeKind.ENTRY: "Eintrag",
    NodeKind.ANSWER: "Antwort",
    NodeKind.MEASURE: "Maßnahme",
    NodeKind.FACT: "Angabe",
}
_SPECIAL = {"W": "weiß nicht", "N": "nicht relevant"}
_HEADER = tuple(plain(text) for text in ("Art", "Was gesagt wurde", "Ergebnis", "Tag"))


def origin_blocks(outline: Outline, origins: Mapping[UUID, Origin], audience: Audience) -> Iterator[Block]:
    """A table for each § that rests on something; the others in one sentence."""
    numbers = section_numbers(outline)
    without: list[str] = []
    shown = {
        one
        for origin in origins.values()
        for top in origin.nodes
        for node in seen(top, audience)
        for one in node.walk()
    }
    days = sorted({(one.on, one.workshop) for one in shown if one.on is not None and one.workshop})
    yield PageBreak()
    yield Heading("Herkunft im Einzelnen")
    if days:
        yield Paragraph(
            plain("; ".join(f"{show_date(day)}: {workshop}" for day, workshop in days)), ParagraphStyle.NOTE
        )
    for section in outline.sections():
        if section.kind is UnitKind.ANNEX or outline.hidden(section):
            continue
        title = f"{numbers.get(section.id, '')} {section.title}".strip()
        nodes = [one for node in origins[section.id].nodes for one in seen(node, audience)]
        said = {(one.kind, one.id): one for node in nodes for one in node.walk()}
        if not said:
            without.append(title)
            continue
        yield Table(_HEADER, tuple(_row(one) for one in said.values()), (2.4, 11, 2.4, 2.4), title)
    if without:
        yield Paragraph(plain(f"{NO_ORIGIN[:1].upper()}{NO_ORIGIN[1:]}: {'; '.join(without)}."), ParagraphStyle.NOTE)


def _row(node: Node) -> tuple[Spans, ...]:
    day = show_date(node.on) if node.on is not None else ""
    detail = "" if node.kind is NodeKind.POSITION else _SPECIAL.get(node.detail, node.detail)
    return tuple(plain(text) for text in (_KINDS[node.kind], node.text, detail, day))


def seen(node: Node, audience: Audience) -> Iterator[Node]:
    """The node as `audience` may see it: what is above its level goes, what lies behind may stay."""
    below = tuple(inner for one in node.below for inner in seen(one, audience))
    if allowed(node.level, audience):
        yield Node(
            node.kind, node.id, node.text, node.detail, node.workshop_id, node.workshop, node.on, node.level, below
        )
    else:
        yield from below

"""Cards on paper: column by column, each card with its kind and what was noted with it."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from tws_desktop.boards.names import CARD_NAMES
from tws_desktop.documents.blocks import Block, Bullet, Heading, Line, Paragraph, ParagraphStyle, Span, Text, plain
from tws_desktop.domain.confidentiality import Audience, Level, allowed, must_be_marked
from tws_desktop.domain.workshops import Entry
from tws_desktop.services.boards.content import Content
from tws_desktop.services.boards.offers import Shelf
from tws_desktop.services.boards.reports import Report


def report(content: Content, shelf: Shelf, audience: Audience) -> Report:
    """The columns with their cards, then the cards without a column; hidden ones are counted only."""
    shown = {e.id for e in content.entries if allowed(e.level, audience, content.released.get(e.id, frozenset()))}
    blocks: list[Block] = []
    for cluster in content.clusters:
        if cluster.id in shown:
            blocks.append(Heading(cluster.text, 3))
            topics = [shelf.topics[key].title for key in content.topics.get(cluster.id, ()) if key in shelf.topics]
            if topics:
                word = "Thema" if len(topics) == 1 else "Themen"
                blocks.append(Paragraph(plain(f"{word}: {'; '.join(topics)}"), ParagraphStyle.NOTE))
        cards = [card for card in content.cards(cluster.id) if card.id in shown]
        blocks += _bullets(content, cards, audience, shown)
        blocks += _also(content, cluster, shown)
    loose = [card for card in content.cards(None) if card.id in shown]
    if loose and content.clusters:
        blocks.append(Heading("Ohne Spalte", 3))
    blocks += _bullets(content, loose, audience, shown)
    return Report(tuple(blocks), len(content.entries) - len(shown))


def _also(content: Content, cluster: Entry, shown: set[UUID]) -> list[Block]:
    also = [e for e in content.entries if e.also_parent_id == cluster.id and e.id in shown]
    return [Bullet((Text(card.text), Text(" (gehört auch hierher)", italic=True))) for card in also]


def _bullets(content: Content, cards: Sequence[Entry], audience: Audience, shown: set[UUID]) -> list[Block]:
    blocks: list[Block] = []
    for card in cards:
        blocks.append(Bullet(_spans(content, card, audience)))
        doubles = [other for other in content.cards(card.id) if other.id in shown]
        blocks += [Bullet((Text("ebenso: ", italic=True), *_spans(content, other, audience))) for other in doubles]
    return blocks


def _spans(content: Content, card: Entry, audience: Audience) -> tuple[Span, ...]:
    spans: list[Span] = [Text(card.text)]
    kind = CARD_NAMES.get(card.symbol, "")
    fields = content.board.cards.fields if content.board.cards else ()
    labels = {field.key: field.label for field in fields}
    extra = [kind] if kind else []
    extra += [f"{labels.get(key, key)}: {value}" for key, value in card.data.items()]
    if card.level is Level.SECRET79 and must_be_marked(card.level, audience):
        extra.append(f"§\u00a079, erklärt von {card.secret_by}")
    if extra:
        spans.append(Text(f" ({', '.join(extra)})", italic=True))
    if card.note:
        spans += [Line(), Text(card.note)]
    return tuple(spans)

"""Cards on the beamer: columns and tray, without what is above the ceiling."""

from __future__ import annotations

from uuid import UUID

from tws_desktop.domain.confidentiality import Level, on_beamer
from tws_desktop.services.boards.content import Content
from tws_desktop.services.boards.offers import Shelf
from tws_desktop.services.workshops.slides import CardsSlide, Slide, SlideCard, SlideColumn


def slide(content: Content, shelf: Shelf, ceiling: Level) -> Slide:  # noqa: ARG001  (all boards are called alike)
    """Columns with their cards; a hidden column's cards that may be seen move to the tray."""
    seen = [entry for entry in content.entries if on_beamer(entry.level, ceiling)]
    ids = {entry.id for entry in seen}
    columns = [cluster for cluster in content.clusters if cluster.id in ids]
    shown = {cluster.id for cluster in columns}
    below: dict[UUID | None, list[SlideCard]] = {}
    for card in seen:
        if card.id not in shown:
            place = card.parent_id if card.parent_id in ids else None
            below.setdefault(place, []).append(SlideCard(card.text, card.symbol))
    made = tuple(SlideColumn(column.text, tuple(below.get(column.id, ()))) for column in columns)
    loose = tuple(below.get(None, ()))
    if loose:
        made = (*made, SlideColumn("", loose))
    note = "Karten anonym" if content.board.cards and content.board.cards.anonymous else ""
    return Slide(CardsSlide(content.step.question, made, note), len(content.entries) - len(seen))

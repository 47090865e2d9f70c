"""What tariff agreements say, as tables for papers: one table for each source of law, which is named once above it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tws_desktop.documents.blocks import Block, Gap, Paragraph, Spans, Table, Text, plain
from tws_desktop.domain.facts import FactSheet
from tws_desktop.domain.german import show_date, show_stored
from tws_desktop.domain.plants import PlantFact

_HEADER = ("Regelung", "Inhalt", "Quelle und Stand")
_WIDTHS = (3, 3, 4)


def tariff_tables(sheets: Mapping[str, FactSheet], facts: Sequence[PlantFact]) -> Iterator[Block]:
    """The facts by source of law, in the order in which the sources first appear; a missing source is a gap."""
    labels = {fact.key: fact.label for sheet in sheets.values() for fact in sheet.facts}
    for law in dict.fromkeys(fact.legal_source for fact in facts):
        yield Paragraph((Text("Rechtsquelle: ", bold=True), Text(law) if law else Gap("Rechtsquelle angeben")))
        rows = tuple(_row(labels.get(fact.key, fact.key), fact) for fact in facts if fact.legal_source == law)
        yield Table(tuple(plain(text) for text in _HEADER), rows, _WIDTHS)


def _row(label: str, fact: PlantFact) -> tuple[Spans, ...]:
    value = "\u00a0".join(part for part in (show_stored(fact.value), fact.unit) if part)
    day = show_date(fact.as_of) if fact.as_of is not None else ""
    as_of = f"Stand {day}" if day and day not in fact.source else ""
    return (
        plain(f"{label}, {fact.period}" if fact.period else label),
        plain(value) if value else (Gap("Angabe fehlt"),),
        plain("; ".join(part for part in (fact.source, as_of) if part)),
    )

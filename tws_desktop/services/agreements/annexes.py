"""Annexes of an agreement: the measure plan, the extract of the tariff agreement, tables and texts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from tws_desktop.documents.blocks import (
    Absatz,
    Annex,
    Block,
    Gap,
    Notice,
    Paragraph,
    ParagraphStyle,
    Spans,
    Table,
    plain,
)
from tws_desktop.domain.agreement_types import AgreementType, AnnexKind, AnnexSlot
from tws_desktop.domain.agreements import Unit, UnitKind
from tws_desktop.domain.confidentiality import Audience
from tws_desktop.domain.german import show_date
from tws_desktop.domain.plants import FactKind, Person, PlantFact, Project
from tws_desktop.domain.positions import Measure, MeasureState
from tws_desktop.services.agreements.annex_editing import annex_field, annex_rows
from tws_desktop.services.agreements.measure_plan import may_see, measure_plan, open_measures
from tws_desktop.services.agreements.outline import Outline
from tws_desktop.services.agreements.runs import annexes_in
from tws_desktop.services.agreements.shelf import Shelf
from tws_desktop.services.agreements.text_spans import SpanWriter, annex_mark
from tws_desktop.services.ports import Work
from tws_desktop.services.tariff_table import tariff_tables

TARIFF = "tariff"


@dataclass(frozen=True, slots=True)
class AnnexContent:
    """What the annexes are filled from, already as the audience may see it; `left_out` counts the rest."""

    measures: tuple[Measure, ...]
    facts: tuple[PlantFact, ...]
    owners: dict[UUID, str]
    left_out: int


def read_annexes(work: Work, outline: Outline, audience: Audience) -> AnnexContent:
    """The measure plan of the project and the tariff facts of the plant, as far as `audience` may see them."""
    project = work.get(Project, outline.agreement.project_id)
    wanted = open_measures(work, project.id)
    facts = work.all(PlantFact, plant_id=project.plant_id, kind=FactKind.TARIFF)
    seen_measures = tuple(one for one in wanted if may_see(work, "measures", one.id, one.level, audience))
    seen_facts = tuple(one for one in facts if may_see(work, "plant_facts", one.id, one.level, audience))
    left_out = len(wanted) + len(facts) - len(seen_measures) - len(seen_facts)
    plan = frozenset(one.id for one in measure_plan(work, project.id))
    planned = tuple(one for one in seen_measures if one.id in plan)
    owners = tuple({one.owner_id for one in planned if one.owner_id is not None})
    people = {one.id: one.role for one in work.all(Person, id=owners)}
    return AnnexContent(planned, seen_facts, people, left_out)


def shown_annexes(type_: AgreementType, outline: Outline, content: AnnexContent) -> tuple[AnnexSlot, ...]:
    """The annexes that appear, in the type's order: the measure plan always, others when named or filled."""
    named = {key for unit in outline.shown() for key in annexes_in(unit.text)}
    written = {unit.slot for unit in outline.sections() if unit.kind is UnitKind.ANNEX and outline.children(unit)}
    return tuple(
        slot
        for slot in type_.annexes
        if slot.kind is AnnexKind.MEASURES
        or slot.key in named | written
        or (slot.key == TARIFF and content.facts)
        or annex_field(slot.key) in outline.fields
    )


def annex_blocks(
    shelf: Shelf, outline: Outline, content: AnnexContent, slots: tuple[AnnexSlot, ...], writer: SpanWriter
) -> Iterator[Block]:
    """All annexes, each with heading, note, its table or text; what is still empty is a visible gap.

    An annex that is still empty stands on the page of the one before it.
    """
    for slot in slots:
        texts = [
            child
            for unit in outline.sections()
            if unit.kind is UnitKind.ANNEX and unit.slot == slot.key
            for child in outline.children(unit)
        ]
        filled = _rows(outline, slot)
        facts = content.facts if slot.key == TARIFF else ()
        measures = content.measures if slot.kind is AnnexKind.MEASURES else ()
        waits = not (texts or filled or facts or measures)
        yield Annex(slot.title, annex_mark(slot.key), follows=waits and slot is not slots[0])
        if slot.note:
            yield Paragraph(plain(slot.note), ParagraphStyle.NOTE)
        if facts:
            yield from _tariff(shelf, facts)
        if slot.kind is AnnexKind.MEASURES:
            yield _measures(content)
        elif slot.kind is AnnexKind.TABLE:
            yield _table(slot, filled)
        elif waits:
            yield Paragraph((Gap(f"{slot.title} einfügen"),))
        yield from _texts(texts, writer)


def _texts(units: list[Unit], writer: SpanWriter) -> Iterator[Block]:
    for unit in units:
        yield Absatz(writer.spans(unit), unit.word_mark)


def _measures(content: AnnexContent) -> Table:
    header = tuple(plain(text) for text in ("Nr.", "Maßnahme", "Verantwortlich", "Termin", "Erledigt, wenn"))
    rows = tuple(_measure(number, one, content) for number, one in enumerate(content.measures, start=1))
    if not rows:
        rows = ((plain("1"), (Gap("Maßnahme festlegen"),), (Gap("Verantwortliche"),), (Gap("Termin"),), plain("")),)
    return Table(header, rows, (1, 6.5, 5, 3, 5))


def _measure(number: int, one: Measure, content: AnnexContent) -> tuple[Spans, ...]:
    owner = content.owners.get(one.owner_id, "") if one.owner_id is not None else ""
    text = f"{one.text} (Vorschlag)" if one.state is MeasureState.PROPOSAL else one.text
    return (
        plain(str(number)),
        plain(text),
        plain(owner) if owner else (Gap("Verantwortliche benennen"),),
        plain(show_date(one.due)) if one.due is not None else (Gap("Termin festlegen"),),
        plain(one.done_when),
    )


def _rows(outline: Outline, slot: AnnexSlot) -> tuple[tuple[str, ...], ...]:
    """What was filled into a table annex, as many cells in each row as it has columns."""
    columns = len(slot.columns)
    found = annex_rows(outline, slot.key) if columns else ()
    return tuple((*row, *[""] * columns)[:columns] for row in found)


def _table(slot: AnnexSlot, filled: tuple[tuple[str, ...], ...]) -> Table:
    header = tuple(plain(column) for column in slot.columns)
    blank = ((Gap("Zeile ausfüllen"),), *(plain("") for _ in slot.columns[1:]))
    return Table(header, tuple(tuple(plain(cell) for cell in row) for row in filled) or (blank,))


def _tariff(shelf: Shelf, facts: tuple[PlantFact, ...]) -> Iterator[Block]:
    yield from tariff_tables(shelf.fact_sheets, facts)
    if "D-TARIF" in shelf.disclaimers:
        yield Notice(shelf.disclaimers["D-TARIF"].text)

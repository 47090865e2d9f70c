"""What the two public cases share: tariff facts, a workshop on key points, a draft that regulates no tariff matter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from samples import common
from samples.building import STAND
from tws_desktop.catalog.catalog import Catalog
from tws_desktop.domain.agreements import EvidenceFrom, FieldValue
from tws_desktop.domain.confidentiality import Audience
from tws_desktop.domain.facts import FactKey
from tws_desktop.domain.plants import FactKind, Project
from tws_desktop.services import plants
from tws_desktop.services.agreements import clauses, drafting, fields
from tws_desktop.services.agreements.clauses import Rest
from tws_desktop.services.agreements.outline import read_outline
from tws_desktop.services.boards import entries
from tws_desktop.services.ports import Work
from tws_desktop.services.workshops import prepare

OWN = "Beispiel, eigener Entwurf"
GAP = 1024


@dataclass(frozen=True, slots=True)
class Said:
    """One statement of a source about a tariff agreement."""

    key: str
    value: str
    source: str
    as_of: date
    period: str = ""
    legal_source: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """Clauses with variant and the topic of the position they rest on, options to put in, and values to fill."""

    clauses: Sequence[tuple[str, str, str]]
    options: Sequence[tuple[str, str]]
    values: Mapping[str, str]
    rests: Mapping[str, str]


def tariff_facts(work: Work, catalog: Catalog, plant_id: UUID, legal_source: str, said: Sequence[Said]) -> None:
    """Enter what the sources say, in their order, each with date, source and source of law."""
    sheet = catalog.fact_sheets["tariff"]
    for number, one in enumerate(said, start=1):
        key: FactKey = sheet.fact(one.key)
        kept = plants.keep_fact(
            work,
            plant_id,
            None,
            one.value,
            FactKind.TARIFF,
            key,
            period=one.period,
            as_of=one.as_of,
            source=one.source,
            legal_source=one.legal_source or legal_source,
        )
        if kept is not None:
            work.change(kept, rank=number * GAP)


def key_points(
    work: Work,
    catalog: Catalog,
    project_id: UUID,
    situation: tuple[str, str],
    positions: Sequence[Mapping[str, str]],
    questions: Sequence[Mapping[str, str]],
) -> dict[str, UUID]:
    """A workshop F05 that nobody has held, with positions by topic and the questions that the sources leave open.

    The public facts of the tariff agreement are released with them, so that every edition of the draft quotes them.
    """
    workshop = prepare.create_workshop(
        work,
        project_id,
        catalog.formats["F05"],
        goal=f"{OWN}: was eine Betriebsvereinbarung neben dem Tarifvertrag regeln darf",
    )
    text, source = situation
    said = common.row(work, common.step_of(work, workshop, "2"), "richtig", text=text, source=source)
    entries.release(work, workshop.id, "entries", said, Audience.ARBEITGEBER, "BR-Vorsitz")
    made: dict[str, UUID] = {}
    for values in positions:
        sheet = common.step_of(work, workshop, "5a")
        typed = {**values, "title": f"{values['title']} ({OWN})"}
        made[values["topic"]] = common.row(work, sheet, "blatt", **typed)
        entries.release(work, workshop.id, "positions", made[values["topic"]], Audience.ARBEITGEBER, "BR-Vorsitz")
    for values in questions:
        question = common.row(work, common.step_of(work, workshop, "5b"), "luecken", **values)
        entries.release(work, workshop.id, "questions", question, Audience.ARBEITGEBER, "BR-Vorsitz")
    plant_id = work.get(Project, project_id).plant_id
    for fact in plants.facts(work, plant_id, FactKind.TARIFF):
        for audience in (Audience.ARBEITGEBER, Audience.BELEGSCHAFT):
            entries.release(work, workshop.id, "plant_facts", fact.id, audience, "BR-Vorsitz")
    return made


def draft(work: Work, catalog: Catalog, project_id: UUID, described: Draft, positions: Mapping[str, UUID]) -> UUID:
    """A draft ZV; fields that no source answers stay gaps."""
    agreement_id = drafting.create_agreement(work, catalog, project_id, "ZV").id
    for key, variant, topic in described.clauses:
        rests = (Rest(EvidenceFrom.POSITION, positions[topic]),)
        clauses.insert_clause(work, catalog, agreement_id, key, variant, evidence=rests)
    for key, topic in described.rests.items():
        unit = read_outline(work, agreement_id).clause_units(key)[0]
        clauses.rest_on(work, unit.id, (Rest(EvidenceFrom.POSITION, positions[topic]),))
    for key, option in described.options:
        clauses.toggle_option(work, catalog, agreement_id, key, option)
    for value in work.all(FieldValue, agreement_id=agreement_id):
        if value.key in described.values:
            fields.fill_field(work, value.id, described.values[value.key], STAND)
    return agreement_id

"""All agreements with project, state, open gaps and findings; and what a new one can be made of."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from tws_desktop.domain.agreements import Agreement, Template
from tws_desktop.domain.plants import Plant, Project
from tws_desktop.services.agreements.fields import gaps_of
from tws_desktop.services.agreements.findings import Severity, findings
from tws_desktop.services.agreements.outline import read_outline
from tws_desktop.services.agreements.shelf import Shelf
from tws_desktop.services.agreements.templates import AGREEMENT_TEMPLATE
from tws_desktop.services.ports import Work
from tws_desktop.ui.kit.rows import Row
from tws_desktop.ui.plant_words import plant_words
from tws_desktop.ui.words import tr


@dataclass(frozen=True, slots=True)
class AgreementLine:
    """One agreement in the list."""

    agreement: Agreement
    plant: str
    project: str
    gaps: int
    faults: int


@dataclass(frozen=True, slots=True)
class Listing:
    """The list, and the projects and templates a new agreement can be made from."""

    lines: tuple[AgreementLine, ...] = ()
    projects: tuple[tuple[UUID, str], ...] = ()
    templates: tuple[tuple[UUID, str], ...] = ()


def read_listing(work: Work, shelf: Shelf) -> Listing:
    """Everything that is not in the Papierkorb."""
    plants = {one.id: one for one in work.all(Plant) if one.trashed_at is None}
    projects = {one.id: one for one in work.all(Project) if one.plant_id in plants and one.trashed_at is None}
    lines = []
    for agreement in work.all(Agreement):
        project = projects.get(agreement.project_id)
        if project is None or agreement.trashed_at is not None:
            continue
        plant = plants[project.plant_id]
        gaps = sum(1 for _ in gaps_of(read_outline(work, agreement.id)))
        weighty = {Severity.FAULT, Severity.WARNING}
        known = agreement.type_key in shelf.agreement_types
        faults = sum(one.severity in weighty for one in findings(work, shelf, agreement.id)) if known else 0
        lines.append(AgreementLine(agreement, plant_words(plant), project.title, gaps, faults))
    lines.sort(key=lambda one: (one.plant.casefold(), one.project.casefold(), one.agreement.title.casefold()))
    named = sorted(
        ((one.id, f"{plant_words(plants[one.plant_id])} › {one.title}") for one in projects.values()),
        key=lambda one: one[1].casefold(),
    )
    templates = tuple(
        (one.id, one.title) for one in work.all(Template, kind=AGREEMENT_TEMPLATE) if one.trashed_at is None
    )
    return Listing(tuple(lines), tuple(named), templates)


def listing_rows(lines: tuple[AgreementLine, ...]) -> tuple[Row, ...]:
    """The list as rows: title, plant and project, draft, open gaps and findings."""
    return tuple(_row(one) for one in lines)


def _row(line: AgreementLine) -> Row:
    found = tr("1 Befund") if line.faults == 1 else tr("{count} Befunde").format(count=line.faults)
    gaps = tr("1 Lücke") if line.gaps == 1 else tr("{count} Lücken").format(count=line.gaps)
    known = (line.plant, line.project, line.agreement.type_key, found if line.faults else "")
    meta = " · ".join(part for part in known if part)
    return Row(
        str(line.agreement.id),
        line.agreement.title,
        meta,
        "file-pen-line",
        chip=gaps if line.gaps else tr("vollständig"),
        chip_icon="text-cursor-input" if line.gaps else "check",
        chip_tone="warn" if line.gaps else "ok",
        side=tr("Entwurf {number}").format(number=line.agreement.version),
        action=tr("Öffnen"),
    )

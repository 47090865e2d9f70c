"""Beginning an agreement: its parts, parties from the plant, and the clauses the type cannot do without."""

from __future__ import annotations

from uuid import UUID, uuid4

from tws_desktop.domain.agreement_types import AgreementType, PartySlot, Side
from tws_desktop.domain.agreements import Agreement, FieldValue, Part, Party
from tws_desktop.domain.keeping import in_agreement, in_project
from tws_desktop.domain.plants import Plant, Project
from tws_desktop.services.agreements.clauses import insert_clause
from tws_desktop.services.agreements.shelf import Shelf, agreement_type
from tws_desktop.services.ports import Work

PLANT_FIELD = "betrieb"


def create_agreement(
    work: Work, shelf: Shelf, project_id: UUID, type_key: str, title: str = "", *, with_required: bool = True
) -> Agreement:
    """A new draft in a project with parts and parties; with the type's required clauses, nothing else.

    Choosing the type is choosing its required clauses; every other clause is only proposed.
    """
    type_ = agreement_type(shelf, type_key)
    agreement, plant = begin(work, type_, project_id, title)
    if with_required:
        for key in _required(type_, shelf):
            insert_clause(work, shelf, agreement.id, key)
    name_plant(work, agreement.id, plant)
    return agreement


def begin(
    work: Work, type_: AgreementType, project_id: UUID, title: str, what: str = "Vereinbarung angelegt"
) -> tuple[Agreement, Plant]:
    """An agreement with parts and parties and no text yet, and the plant it is for."""
    plant = work.get(Plant, work.get(Project, project_id).plant_id)
    new = uuid4()
    work.action(what, in_agreement(new))
    subtitle = type_.subtitle.replace(f"{{{PLANT_FIELD}}}", plant_name(plant))
    agreement = work.add(
        Agreement(new, project_id, type_.key, type_.version, title.strip() or type_.title, subtitle=subtitle)
    )
    for place, described in enumerate(type_.parts):
        part = work.add(Part(uuid4(), new, place, described.title, str(described.legal_source)))
        for rank, slot in enumerate(described.parties):
            work.add(_party(part.id, rank, slot, plant))
    return agreement, plant


def _required(type_: AgreementType, shelf: Shelf) -> tuple[str, ...]:
    return tuple(key for key in type_.required() if key in shelf.clauses)


def name_plant(work: Work, agreement_id: UUID, plant: Plant) -> None:
    """Fills the shared field with the plant's name, which the choice of the project has said already."""
    value = work.find(FieldValue, agreement_id=agreement_id, key=PLANT_FIELD)
    if value is not None and value.value is None:
        work.change(value, value=plant_name(plant))


def plant_name(plant: Plant) -> str:
    """Name and site of a plant as an agreement names it."""
    return ", ".join(part for part in (plant.name, plant.site) if part)


def _party(part_id: UUID, rank: int, slot: PartySlot, plant: Plant) -> Party:
    company = plant.company or plant.name
    match slot.side:
        case Side.EMPLOYER:
            return Party(uuid4(), part_id, str(slot.side), company, rank, seat=plant.site)
        case Side.COUNCIL:
            name = f"Betriebsrat der {company}" if company else "Betriebsrat"
            return Party(uuid4(), part_id, str(slot.side), name, rank, seat=plant.site, function="Vorsitz")
        case Side.UNION:
            return Party(uuid4(), part_id, str(slot.side), "IG Metall", rank)
        case _:
            return Party(uuid4(), part_id, str(slot.side), "", rank)


def trash_agreement(work: Work, agreement_id: UUID) -> None:
    """Puts an agreement into the trash (Papierkorb); its text, origin and versions stay."""
    agreement = work.get(Agreement, agreement_id)
    work.action(f"In den Papierkorb gelegt: {agreement.title}", in_project(agreement.project_id))
    work.change(agreement, trashed_at=work.now())


def restore_agreement(work: Work, agreement_id: UUID) -> None:
    """Takes an agreement out of the trash."""
    agreement = work.get(Agreement, agreement_id)
    work.action(f"Wiederhergestellt: {agreement.title}", in_project(agreement.project_id))
    work.change(agreement, trashed_at=None)

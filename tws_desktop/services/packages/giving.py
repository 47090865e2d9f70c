"""Giving out: a project, a workshop, an agreement or templates as a package for one audience."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any
from uuid import UUID, uuid4

from tws_desktop.domain.agreements import Agreement, Evidence, EvidenceFrom, EvidenceOf, Part, Template, Unit
from tws_desktop.domain.agreements import FieldValue as Value
from tws_desktop.domain.attachments import Picture
from tws_desktop.domain.confidentiality import Audience, Level
from tws_desktop.domain.errors import FileRefused
from tws_desktop.domain.exchange import agreement as agreements
from tws_desktop.domain.exchange import plant as plants
from tws_desktop.domain.exchange import positions as wants
from tws_desktop.domain.exchange.checks import check
from tws_desktop.domain.exchange.document import FORMAT, VERSION, PackageDocument, PackageKind, PackedRelease
from tws_desktop.domain.exchange.plain import fingerprint
from tws_desktop.domain.keeping import IN_STORE, Package, RegisterLine, in_project
from tws_desktop.domain.plants import Area, Person, Plant, PlantFact, Project, ProjectStep
from tws_desktop.domain.positions import Decision, Measure, Position, PositionSecret, Question, Trade
from tws_desktop.domain.results import VoteOption
from tws_desktop.domain.workshops import Release, Workshop
from tws_desktop.services.packages.packing import Packing
from tws_desktop.services.packages.pairs import THINGS, row_hash
from tws_desktop.services.packages.sieve import INSIDE, Sieve
from tws_desktop.services.ports import Work

BY = "TWS Desktop"


@dataclass(frozen=True, slots=True)
class GivenOut:
    """A package to write, how many things its audience may not see, and what its rows looked like.

    The number is for the facilitator only: it is no part of the document.
    """

    document: PackageDocument
    audience: Audience
    left_out: int
    base: Mapping[str, Mapping[str, tuple[str, str]]]
    project_id: UUID | None
    pictures: Mapping[str, Picture] = field(default_factory=dict)


def export_document(
    work: Work,
    what: PackageKind,
    thing_id: UUID | None,
    audience: Audience = Audience.GREMIUM,
    *,
    team_is_council: bool = False,
    with_photos: bool = True,
) -> GivenOut:
    """The package of a thing (`thing_id` None: all templates) as `audience` may have it; reads only.

    Ids in the package are those of the store, so the same store gives the same package but for its moment.
    """
    sieve = Sieve(audience, work.all(Release), team_is_council=team_is_council)
    packing = Packing(work, sieve)
    if what is PackageKind.TEMPLATES:
        where = {} if thing_id is None else {"id": thing_id}
        templates = work.all(Template, trashed_at=None, **where)
        held: dict[str, Any] = {"templates": packing.all(templates, agreements.PackedTemplate)}
        project = None
    elif thing_id is None:
        raise ValueError("thing_id")
    else:
        project = _project_of(work, what, thing_id)
        held = _contents(packing, what, thing_id, project, with_photos=with_photos)
    lineage = _lineage(work, thing_id)
    document = PackageDocument(
        format=FORMAT,
        version=VERSION,
        kind=what,
        id=f"{lineage}/{_revision(work, lineage)}",
        lineage=lineage,
        revision=_revision(work, lineage),
        made=work.now(),
        by=BY,
        **held,
    )
    check(document)
    of = project.id if project else None
    return GivenOut(document, audience, sieve.left_out, base_of(packing.packed), of, packing.pictures)


def record_given_out(work: Work, given: GivenOut, path: str, sha256: str, *, clear: bool = True) -> Package:
    """Note that a package was written to `path`: its base for bringing it back, and the register if it is in clear."""
    document = given.document
    work.action("Paket ausgegeben", in_project(given.project_id) if given.project_id else IN_STORE)
    if clear:
        kind = f"Paket ({document.kind})"
        work.add(RegisterLine(uuid4(), work.now(), path, kind, given.audience.value, given.left_out, sha256))
    return work.add(
        Package(uuid4(), document.lineage, document.revision, "out", work.now(), fingerprint(document), base=given.base)
    )


def base_of(packed: Mapping[UUID, Any], names: Mapping[UUID, str] = MappingProxyType({})) -> dict[str, Any]:
    """Kind of record, then id: the row's hash and its id in the file."""
    base: dict[str, Any] = {}
    for record_id, record in packed.items():
        rows = base.setdefault(type(record).__name__, {})
        rows[str(record_id)] = (row_hash(record), names.get(record_id, str(record_id)))
    return base


def _project_of(work: Work, what: PackageKind, thing_id: UUID) -> Project:
    try:
        if what is PackageKind.PROJECT:
            return work.get(Project, thing_id)
        kind: Any = Workshop if what is PackageKind.WORKSHOP else Agreement
        return work.get(Project, work.get(kind, thing_id).project_id)
    except KeyError as error:
        raise FileRefused("Was ausgegeben werden soll, gibt es nicht mehr. Bitte die Liste neu öffnen.") from error


def _contents(
    packing: Packing, what: PackageKind, thing_id: UUID, project: Project, *, with_photos: bool
) -> dict[str, Any]:
    work, sieve = packing.work, packing.sieve
    of_project = {"project_id": project.id}
    where = {"workshop_id": thing_id} if what is PackageKind.WORKSHOP else of_project
    if what is PackageKind.AGREEMENT:
        found: dict[Any, Any] = {Position: _positions_below(work, thing_id)}
        workshops: Any = ()
    else:
        found = {kind: work.all(kind, **where) for kind in (Position, Trade, Measure, Question, Decision)}
        ids = of_project if what is PackageKind.PROJECT else {"id": thing_id}
        workshops = work.all(Workshop, trashed_at=None, **ids)
    chosen = {kind: sieve.by_level(records) for kind, records in found.items()}
    for records in chosen.values():
        packing.packed |= {record.id: record for record in records}
    owners = {measure.owner_id for measure in chosen.get(Measure, ())} | {project.responsible_id}
    everyone = work.all(Person, plant_id=project.plant_id)
    people = everyone if what is PackageKind.PROJECT else [person for person in everyone if person.id in owners]
    named = sieve.audience in INSIDE
    held: dict[str, Any] = {
        "people": tuple(
            packing.one(person, plants.PackedPerson, **({} if named else {"name": ""})) for person in people
        ),
        "areas": packing.all(work.all(Area, plant_id=project.plant_id), plants.PackedArea),
        "plant": _plant(packing, work.get(Plant, project.plant_id)),
        "project": packing.one(
            project,
            plants.PackedProject,
            responsible=packing.known(project.responsible_id),
            steps=packing.all(
                work.all(ProjectStep, **of_project) if what is PackageKind.PROJECT else (), plants.PackedProjectStep
            ),
        ),
        "workshops": tuple(packing.workshop(workshop) for workshop in workshops),
    }
    held["files"] = packing.photos(workshops) if with_photos else ()
    held |= _wants(packing, chosen)
    held["agreements"] = _agreements(packing, what, thing_id, of_project)
    held["evidence"] = _evidence(packing)
    held["releases"] = _releases(packing)
    return held


def _plant(packing: Packing, plant: Plant) -> plants.PackedPlant:
    facts = packing.sieve.by_level(packing.work.all(PlantFact, plant_id=plant.id))
    return packing.one(plant, plants.PackedPlant, facts=packing.all(facts, plants.PackedFact))  # type: ignore[no-any-return]


def _wants(packing: Packing, chosen: Mapping[Any, Any]) -> dict[str, Any]:
    known = packing.known
    return {
        "positions": tuple(_position(packing, position) for position in chosen.get(Position, ())),
        "trades": tuple(
            packing.one(trade, wants.PackedTrade, workshop=known(trade.workshop_id), position=known(trade.position_id))
            for trade in chosen.get(Trade, ())
        ),
        "measures": tuple(
            packing.one(
                measure,
                wants.PackedMeasure,
                workshop=known(measure.workshop_id),
                owner=known(measure.owner_id),
            )
            for measure in chosen.get(Measure, ())
        ),
        "questions": tuple(
            packing.one(question, wants.PackedQuestion, workshop=known(question.workshop_id))
            for question in chosen.get(Question, ())
        ),
        "decisions": tuple(
            packing.one(decision, wants.PackedDecision, workshop=known(decision.workshop_id))
            for decision in chosen.get(Decision, ())
        ),
    }


def _position(packing: Packing, position: Position) -> wants.PackedPosition:
    found = packing.work.find(PositionSecret, position_id=position.id)
    secrets = packing.sieve.team_only(() if found is None else (found,))
    secret = packing.one(secrets[0], wants.PackedSecret) if secrets else None
    return packing.one(  # type: ignore[no-any-return]
        position, wants.PackedPosition, secret=secret, workshop=packing.known(position.workshop_id)
    )


def _positions_below(work: Work, agreement_id: UUID) -> tuple[Position, ...]:
    fields = work.all(Value, agreement_id=agreement_id)
    parts = tuple(part.id for part in work.all(Part, agreement_id=agreement_id))
    bearing = {field.id for field in fields} | {unit.id for unit in work.all(Unit, part_id=parts)}
    sources = {found.source_id for found in work.all(Evidence, source=EvidenceFrom.POSITION) if found.of_id in bearing}
    return work.all(Position, id=tuple(sources | {field.position_id for field in fields if field.position_id}))


def _agreements(packing: Packing, what: PackageKind, thing_id: UUID, of_project: dict[str, Any]) -> tuple[Any, ...]:
    if what is PackageKind.WORKSHOP:
        return ()
    where = {"id": thing_id} if what is PackageKind.AGREEMENT else of_project
    found = packing.work.all(Agreement, trashed_at=None, **where)
    kept = packing.sieve.keep(found, lambda agreement: packing.sieve.may(agreement.id, Level.COUNCIL))
    if what is PackageKind.AGREEMENT and not kept:
        raise FileRefused(
            f"Die Vereinbarung ist für „{packing.sieve.audience.german}“ nicht freigegeben. "
            "Bitte freigeben oder einen anderen Empfängerkreis wählen."
        )
    return tuple(packing.agreement(agreement) for agreement in kept)


_OF = {kind: kind.value for kind in EvidenceOf}
_FROM = {kind: kind.value for kind in EvidenceFrom}


def _evidence(packing: Packing) -> tuple[agreements.PackedEvidence, ...]:
    found = packing.work.all(Evidence)
    return tuple(
        packing.one(
            link,
            agreements.PackedEvidence,
            of=f"{_OF[link.of]}:{link.of_id}",
            source=f"{_source_kind(packing, link)}:{link.source_id}",
        )
        for link in found
        if link.of_id in packing.packed and link.source_id in packing.packed
    )


def _source_kind(packing: Packing, link: Evidence) -> str:
    """In the store a vote is named by the option that was chosen; the package calls it by its kind."""
    chosen = link.source is EvidenceFrom.VOTE and isinstance(packing.packed.get(link.source_id), VoteOption)
    return "option" if chosen else _FROM[link.source]


def _releases(packing: Packing) -> tuple[PackedRelease, ...]:
    kinds = {thing: kind for kind, thing in THINGS.items()}
    return tuple(
        packing.one(release, PackedRelease, of=f"{kinds[release.thing]}:{release.thing_id}")
        for release in packing.work.all(Release)
        if release.thing in kinds and release.thing_id in packing.packed
    )


def _lineage(work: Work, thing_id: UUID | None) -> str:
    if thing_id is None:
        return "vorlagen"
    for package in work.all(Package, direction="in"):
        if any(str(thing_id) in rows for rows in package.base.values()):
            return package.lineage
    return str(thing_id)


def _revision(work: Work, lineage: str) -> int:
    return max((package.number for package in work.all(Package, lineage=lineage)), default=0) + 1

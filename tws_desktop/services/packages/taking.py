"""Taking over: everything in a package becomes new rows, in one action, or nothing does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any
from uuid import UUID

from tws_desktop.domain.agreements import Evidence, EvidenceFrom, EvidenceOf, Template
from tws_desktop.domain.attachments import OF_STEP, Attachment, Picture
from tws_desktop.domain.exchange.checks import check, refuse, target, things
from tws_desktop.domain.exchange.document import PackageDocument
from tws_desktop.domain.exchange.plain import fingerprint
from tws_desktop.domain.keeping import IN_STORE, Package, in_project
from tws_desktop.domain.plants import Area, Person, Plant, PlantFact, Project, ProjectStep
from tws_desktop.domain.workshops import Release
from tws_desktop.services.packages.giving import base_of
from tws_desktop.services.packages.known import Known
from tws_desktop.services.packages.pairs import THINGS
from tws_desktop.services.packages.taking_agreements import take_agreement
from tws_desktop.services.packages.taking_positions import take_wants
from tws_desktop.services.packages.taking_workshops import take_workshop
from tws_desktop.services.packages.unpacking import Unpacking
from tws_desktop.services.ports import Work

NO_PLANT = "Betrieb aus Paket"
NO_PROJECT = "Vorhaben aus Paket"


@dataclass(frozen=True, slots=True)
class TakenOver:
    """What came of a package. `already` means that nothing was changed; `notices` say what was mended or unknown."""

    sentence: str
    already: bool = False
    notices: tuple[str, ...] = ()
    project_id: UUID | None = None
    ids: Mapping[str, UUID] = field(default_factory=dict)


def take_over(
    work: Work, package: PackageDocument, known: Known, pictures: Mapping[str, Picture] = MappingProxyType({})
) -> TakenOver:
    """Add everything in `package` under new ids; the same package again changes nothing and says so.

    `pictures` are those of its photos, written anew, by their hash in the package. Refuses double ids and dangling
    references with their place (`FileRefused`); undo stops at this action.
    """
    kinds = check(package)
    lineage = package.lineage or package.id
    mark = fingerprint(package)
    earlier = _earlier(work, lineage, mark)
    if earlier is not None:
        day = f"{earlier.at:%d.%m.%Y}"
        return TakenOver(f"Dieses Paket wurde schon am {day} übernommen. Es wurde nichts geändert.", already=True)
    unpacking = Unpacking(work, kinds, known)
    project_id = _project_and_plant(unpacking, package, kinds)
    for held in package.workshops:
        take_workshop(unpacking, held, _needed(project_id))
    _photos(unpacking, package, pictures)
    if project_id is not None:
        take_wants(unpacking, package, project_id)
        for draft in package.agreements:
            take_agreement(unpacking, draft, project_id)
    for number, template in enumerate(package.templates):
        unpacking.add(template, Template, f"templates[{number}]")
    _evidence(unpacking, package, kinds)
    _releases(unpacking, package, kinds)
    work.barrier()
    base = base_of(unpacking.added, unpacking.names())
    work.add(Package(unpacking.fresh(), lineage, package.revision, "in", work.now(), mark, base=base))
    return TakenOver(_sentence(package), False, tuple(unpacking.notices), project_id, MappingProxyType(unpacking.ids))


def _photos(unpacking: Unpacking, package: PackageDocument, pictures: Mapping[str, Picture]) -> None:
    for number, (file, rank) in enumerate(unpacking.ranked(package.files)):
        place = f"files[{number}]"
        if file.sha256 not in pictures:
            raise refuse(place, "Die Datei des Fotos fehlt. Bitte das Paket als .twspaket holen.")
        kept, step = unpacking.work.keep_picture(pictures[file.sha256]), unpacking.new_id(file.step)
        unpacking.add(file, Attachment, place, thing=OF_STEP, thing_id=step, picture=kept, rank=rank)


def _needed(project_id: UUID | None) -> UUID:
    if project_id is None:
        raise ValueError("project")
    return project_id


def _earlier(work: Work, lineage: str, mark: str) -> Package | None:
    """The package as taken over before, if what it brought is still there."""
    for package in work.all(Package, direction="in", lineage=lineage, sha256=mark):
        for kind in (Project, Template):
            for row_id in package.base.get(kind.__name__, {}):
                found: Any = work.find(kind, id=UUID(row_id))
                if found is not None and found.trashed_at is None:
                    return package
    return None


def _project_and_plant(unpacking: Unpacking, package: PackageDocument, kinds: Mapping[str, str]) -> UUID | None:
    work = unpacking.work
    if not _speaks_of_a_project(package, kinds):
        work.action("Paket übernommen", IN_STORE)
        return None
    project_id = unpacking.new_id(package.project.id) if package.project and package.project.id else unpacking.fresh()
    work.action("Paket übernommen", in_project(project_id))
    plant = _plant(unpacking, package)
    for number, (area, rank) in enumerate(unpacking.ranked(package.areas)):
        unpacking.add(area, Area, f"areas[{number}]", plant_id=plant.id, rank=rank)
    for number, person in enumerate(package.people):
        unpacking.add(person, Person, f"people[{number}]", plant_id=plant.id)
    if package.project is None:
        unpacking.notices.append(f"Das Paket nennt kein Vorhaben. Es heißt jetzt „{NO_PROJECT}“.")
        unpacking.store(Project(project_id, plant.id, NO_PROJECT))
        return project_id
    unpacking.add(package.project, Project, "project", id=project_id, plant_id=plant.id)
    for number, step in enumerate(package.project.steps):
        unpacking.add(step, ProjectStep, f"project.steps[{number}]", project_id=project_id)
    return project_id


def _speaks_of_a_project(package: PackageDocument, kinds: Mapping[str, str]) -> bool:
    return package.plant is not None or package.project is not None or bool(set(kinds.values()) - {"template"})


def _plant(unpacking: Unpacking, package: PackageDocument) -> Plant:
    if package.plant is None:
        unpacking.notices.append(f"Das Paket nennt keinen Betrieb. Er heißt jetzt „{NO_PLANT}“.")
        return unpacking.store(Plant(unpacking.fresh(), NO_PLANT))
    plant = unpacking.add(package.plant, Plant, "plant")
    for number, (fact, rank) in enumerate(unpacking.ranked(package.plant.facts)):
        unpacking.add(fact, PlantFact, f"plant.facts[{number}]", plant_id=plant.id, rank=rank)
    return plant


def _evidence(unpacking: Unpacking, package: PackageDocument, kinds: Mapping[str, str]) -> None:
    for link in package.evidence:
        of, source = target(link.of, kinds), target(link.source, kinds)
        unpacking.store(
            Evidence(
                unpacking.new_id(link.id) if link.id else unpacking.fresh(),
                EvidenceOf(kinds[of]),
                unpacking.new_id(of),
                EvidenceFrom.VOTE if kinds[source] == "option" else EvidenceFrom(kinds[source]),
                unpacking.new_id(source),
                link.note,
            ),
            link.id,
        )


def _releases(unpacking: Unpacking, package: PackageDocument, kinds: Mapping[str, str]) -> None:
    done = set()
    for release in package.releases:
        of = target(release.of, kinds)
        if (of, release.audience) in done:
            continue
        done.add((of, release.audience))
        unpacking.store(
            Release(
                unpacking.new_id(release.id) if release.id else unpacking.fresh(),
                THINGS[kinds[of]],
                unpacking.new_id(of),
                release.audience,
                release.by_role,
                release.on,
            ),
            release.id,
        )
    for place, thing in things(package):
        for audience in getattr(thing, "released", ()):
            row_id, kind = unpacking.placed[place]
            if thing.id and (thing.id, audience) in done:
                continue
            unpacking.store(Release(unpacking.fresh(), THINGS[kind], row_id, audience))
            done.add((thing.id or place, audience))


_COUNTED = (
    ("workshops", "Workshop", "Workshops"),
    ("positions", "Position", "Positionen"),
    ("trades", "Tausch", "Tausche"),
    ("measures", "Maßnahme", "Maßnahmen"),
    ("questions", "Frage", "Fragen"),
    ("decisions", "Meinungsbild oder Beschluss", "Meinungsbilder und Beschlüsse"),
    ("agreements", "Vereinbarung", "Vereinbarungen"),
    ("templates", "Vorlage", "Vorlagen"),
)


def _sentence(package: PackageDocument) -> str:
    counted: Counter[str] = Counter()
    words: list[str] = []
    for name, one, many in _COUNTED:
        counted[name] = len(getattr(package, name))
        if counted[name]:
            words.append(f"{counted[name]} {one if counted[name] == 1 else many}")
    entries = sum(len(workshop.entries) for workshop in package.workshops)
    if entries:
        words.insert(1, f"{entries} {'Eintrag' if entries == 1 else 'Einträge'}")
    if package.files:
        words.append(f"{len(package.files)} {'Foto' if len(package.files) == 1 else 'Fotos'}")
    return f"Übernommen: {', '.join(words) or 'Betrieb und Vorhaben'}."

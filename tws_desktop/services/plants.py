"""Plants, their areas, facts and people, and projects."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID, uuid4

from tws_desktop.domain.errors import InputRefused
from tws_desktop.domain.facts import FactKey
from tws_desktop.domain.keeping import IN_STORE, in_project
from tws_desktop.domain.plants import Area, FactKind, Person, Plant, PlantFact, Project, ProjectStep
from tws_desktop.domain.positions import Measure
from tws_desktop.domain.text import cleaned
from tws_desktop.domain.workshops import EntryArea
from tws_desktop.services.ports import Work
from tws_desktop.services.ranks import last_rank, place


def _name(text: str, what: str) -> str:
    clean = cleaned(text).strip()
    if not clean:
        raise InputRefused(f"{what} braucht einen Namen. Bitte einen eingeben.")
    return clean


def add_plant(work: Work, name: str, **values: Any) -> Plant:
    """A new plant."""
    work.action("Betrieb angelegt", IN_STORE)
    return work.add(Plant(uuid4(), _name(name, "Der Betrieb"), **values))


def change_plant(work: Work, plant_id: UUID, **values: Any) -> Plant:
    """Change columns of a plant."""
    if "name" in values:
        values["name"] = _name(values["name"], "Der Betrieb")
    work.action("Betrieb geändert", IN_STORE)
    return work.change(work.get(Plant, plant_id), **values)


def add_area(work: Work, plant_id: UUID, name: str, headcount: int | None = None) -> Area:
    """A new area of a plant, at the end."""
    work.action("Bereich angelegt", IN_STORE)
    rank = last_rank(work.all(Area, plant_id=plant_id))
    return work.add(Area(uuid4(), plant_id, _name(name, "Der Bereich"), headcount=headcount, rank=rank))


def change_area(work: Work, area_id: UUID, **values: Any) -> Area:
    """Change columns of an area."""
    if "name" in values:
        values["name"] = _name(values["name"], "Der Bereich")
    work.action("Bereich geändert", IN_STORE)
    return work.change(work.get(Area, area_id), **values)


def move_area(work: Work, area_id: UUID, index: int) -> Area:
    """Put an area at another place of the list."""
    area = work.get(Area, area_id)
    work.action("Bereich verschoben", IN_STORE)
    moved: Area = place(work, area, work.all(Area, plant_id=area.plant_id), index)
    return moved


def remove_area(work: Work, area_id: UUID) -> None:
    """Drop an area that nothing speaks of."""
    if work.find(EntryArea, area_id=area_id):
        raise InputRefused("Karten sprechen von diesem Bereich. Zuerst dort einen anderen Bereich wählen.")
    work.action("Bereich entfernt", IN_STORE)
    work.remove(work.get(Area, area_id))


def set_fact(
    work: Work,
    plant_id: UUID,
    key: str,
    value: str,
    *,
    kind: FactKind = FactKind.PROFILE,
    as_of: date | None = None,
    source: str = "",
) -> PlantFact | None:
    """Record a dated fact (one per key and day); an empty value removes it."""
    work.action("Angabe zum Betrieb eingetragen", IN_STORE)
    text = cleaned(value).strip()
    found = work.find(PlantFact, plant_id=plant_id, key=key, period="", as_of=as_of)
    if found is not None and not text:
        work.remove(found)
        return None
    if found is not None:
        return work.change(found, value=text, source=source)
    if not text:
        return None
    return work.add(PlantFact(uuid4(), plant_id, kind, key, text, as_of=as_of, source=source))


def keep_fact(
    work: Work, plant_id: UUID, old: PlantFact | None, value: str, kind: FactKind, key: FactKey, **values: Any
) -> PlantFact | None:
    """Store a fact of a sheet, new or in place of `old`; an empty value removes it."""
    work.action("Angabe zum Betrieb eingetragen", IN_STORE)
    text = cleaned(value).strip()
    if not text:
        if old is not None:
            work.remove(old)
        return None
    clean: dict[str, Any] = {
        name: cleaned(each).strip() if isinstance(each, str) else each for name, each in values.items()
    }
    if old is not None:
        return work.change(old, value=text, **clean)
    rank = next((fact.rank for fact in work.all(PlantFact, plant_id=plant_id, key=key.key)), 0)
    return work.add(
        PlantFact(uuid4(), plant_id, kind, key.key, text, unit=key.unit, rank=rank, level=key.level, **clean)
    )


def facts(work: Work, plant_id: UUID, kind: FactKind) -> tuple[PlantFact, ...]:
    """The facts of a kind, oldest first within a key."""
    found = work.all(PlantFact, plant_id=plant_id, kind=kind)
    return tuple(sorted(found, key=lambda fact: (fact.rank, fact.key, fact.period, fact.as_of or date.min)))


def latest_facts(work: Work, plant_id: UUID, kind: FactKind) -> dict[str, PlantFact]:
    """The fact that holds now of each key: the one without a period, or else that of the last period."""
    found = facts(work, plant_id, kind)
    dated = {fact.key: fact for fact in found if fact.period}
    return dated | {fact.key: fact for fact in found if not fact.period}


def person(work: Work, role: str, plant_id: UUID | None = None, name: str = "") -> Person:
    """The person of that role and name, made on first use (within the present action)."""
    clean = _name(role, "Die Person")
    found = work.find(Person, role=clean, plant_id=plant_id, name=name)
    return found or work.add(Person(uuid4(), clean, plant_id, name))


def remove_person(work: Work, person_id: UUID) -> None:
    """Drop a role that owns no measure and leads no project."""
    found = work.get(Person, person_id)
    if work.find(Measure, owner_id=person_id) or work.find(Project, responsible_id=person_id):
        raise InputRefused(f"„{found.role}“ ist für etwas verantwortlich. Zuerst dort eine andere Rolle eintragen.")
    work.action("Rolle entfernt", IN_STORE)
    work.remove(found)


def add_project(work: Work, plant_id: UUID, title: str) -> Project:
    """A new project with the twelve links of its chain, all open."""
    project = Project(uuid4(), plant_id, _name(title, "Das Vorhaben"))
    work.action("Vorhaben angelegt", IN_STORE)
    work.add(project)
    for number in range(12):
        work.add(ProjectStep(uuid4(), project.id, number))
    return project


def change_project(work: Work, project_id: UUID, **values: Any) -> Project:
    """Change columns of a project."""
    if "title" in values:
        values["title"] = _name(values["title"], "Das Vorhaben")
    work.action("Vorhaben geändert", in_project(project_id))
    return work.change(work.get(Project, project_id), **values)


def set_project_step(work: Work, step_id: UUID, **values: Any) -> ProjectStep:
    """Change state, day or sentence of a link of the chain."""
    step = work.get(ProjectStep, step_id)
    work.action("Schritt des Vorhabens geändert", in_project(step.project_id))
    return work.change(step, **values)

"""Lists over everything: plants with their projects, workshops with where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from tws_desktop.domain.agreements import Agreement
from tws_desktop.domain.plants import Area, FactKind, Person, Plant, PlantFact, Project, ProjectStep
from tws_desktop.domain.workshops import Step, Workshop
from tws_desktop.services import plants
from tws_desktop.services.ports import Work

CHAIN = (
    "Auftragsklärung",
    "Bestandsaufnahme",
    "Informationsanforderung",
    "Betriebslandkarte",
    "Vertiefung",
    "Strategie und Zielbild",
    "Beschluss",
    "Eckpunkte",
    "Verhandlung",
    "Rückkopplung",
    "Vereinbarung",
    "Umsetzung und Überprüfung",
)
"""The twelve links of a project's chain, 0 to 11."""
STATES = {"open": "offen", "running": "läuft", "done": "erledigt", "skipped": "übersprungen"}
"""How a link of the chain stands."""


@dataclass(frozen=True, slots=True)
class WorkshopLine:
    """A workshop with where it belongs; `minutes` is the sum of its phases."""

    workshop: Workshop
    project: Project
    plant: Plant
    minutes: int


@dataclass(frozen=True, slots=True)
class ProjectLine:
    """A project with its chain, workshops and agreements."""

    project: Project
    plant: Plant
    steps: tuple[ProjectStep, ...]
    workshops: tuple[WorkshopLine, ...]
    agreements: tuple[Agreement, ...]

    @property
    def current(self) -> ProjectStep | None:
        """The running link, else the first open one; None when all are done."""
        running = next((step for step in self.steps if step.state == "running"), None)
        return running or next((step for step in self.steps if step.state == "open"), None)


@dataclass(frozen=True, slots=True)
class PlantLine:
    """A plant with all that its page shows."""

    plant: Plant
    areas: tuple[Area, ...]
    people: tuple[Person, ...]
    profile: tuple[PlantFact, ...]
    tariff: tuple[PlantFact, ...]
    projects: tuple[ProjectLine, ...]

    @property
    def headcount(self) -> int:
        """People in all areas together."""
        return sum(area.headcount or 0 for area in self.areas)


def workshop_lines(work: Work, project_id: UUID | None = None) -> tuple[WorkshopLine, ...]:
    """All workshops outside the trash, the next first, those without a day last; of one project if named."""
    where = {} if project_id is None else {"project_id": project_id}
    found = work.all(Workshop, trashed_at=None, **where)
    projects = {project.id: project for project in work.all(Project, trashed_at=None)}
    in_plants = {plant.id: plant for plant in work.all(Plant, trashed_at=None)}
    minutes: dict[UUID, int] = {}
    for step in work.all(Step):
        minutes[step.workshop_id] = minutes.get(step.workshop_id, 0) + step.minutes
    lines = [
        WorkshopLine(w, projects[w.project_id], in_plants[projects[w.project_id].plant_id], minutes.get(w.id, 0))
        for w in found
        if w.project_id in projects and projects[w.project_id].plant_id in in_plants
    ]
    return tuple(sorted(lines, key=lambda line: (line.workshop.starts_on or date.max, line.workshop.starts_at)))


def project_line(work: Work, project_id: UUID) -> ProjectLine:
    """One project."""
    project = work.get(Project, project_id)
    return ProjectLine(
        project,
        work.get(Plant, project.plant_id),
        tuple(sorted(work.all(ProjectStep, project_id=project_id), key=lambda step: step.number)),
        workshop_lines(work, project_id),
        work.all(Agreement, project_id=project_id, trashed_at=None),
    )


def plant_line(work: Work, plant_id: UUID) -> PlantLine:
    """One plant."""
    projects = work.all(Project, plant_id=plant_id, trashed_at=None)
    return PlantLine(
        work.get(Plant, plant_id),
        work.all(Area, plant_id=plant_id),
        work.all(Person, plant_id=plant_id),
        plants.facts(work, plant_id, FactKind.PROFILE),
        plants.facts(work, plant_id, FactKind.TARIFF),
        tuple(project_line(work, project.id) for project in projects),
    )


def plant_lines(work: Work) -> tuple[PlantLine, ...]:
    """All plants outside the trash by name."""
    found = work.all(Plant, trashed_at=None)
    return tuple(plant_line(work, plant.id) for plant in sorted(found, key=lambda plant: plant.name.casefold()))

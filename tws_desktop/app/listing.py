"""Rows for `list` and `check`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from uuid import UUID

from tws_desktop.domain.agreements import Agreement
from tws_desktop.domain.errors import FileRefused
from tws_desktop.domain.plants import Plant, Project
from tws_desktop.domain.workshops import Workshop
from tws_desktop.services.agreements.findings import findings
from tws_desktop.services.ports import Work

if TYPE_CHECKING:
    from tws_desktop.catalog.catalog import Catalog

_BEHIND_AGREEMENT = (("vereinbarung", "Vereinbarung, Reinfassung"), ("herkunft", "Vereinbarung mit Herkunft am Rand"))


def from_catalog(catalog: Catalog, what: str) -> list[Mapping[str, Any]]:
    """Forms of a kind; nothing if the kind lies in the store."""
    kinds: Mapping[str, Mapping[str, Any]] = {
        "formats": catalog.formats,
        "methods": catalog.methods,
        "clauses": catalog.clauses,
        "documents": catalog.papers,
    }
    if what not in kinds:
        return []
    rows: list[Mapping[str, Any]] = [{"key": key, "title": form.title} for key, form in sorted(kinds[what].items())]
    if what == "documents":
        rows += [{"key": key, "title": title} for key, title in _BEHIND_AGREEMENT]
    return rows


def from_store(work: Work, what: str) -> list[Mapping[str, Any]]:
    """Projects, workshops or agreements that are not in the trash."""
    plants = {plant.id: plant.name for plant in work.all(Plant)}
    projects = {project.id: project for project in work.all(Project, trashed_at=None)}
    if what == "projects":
        return [{"id": p.id, "title": p.title, "plant": plants[p.plant_id]} for p in projects.values()]
    if what == "workshops":
        return [
            {
                "id": w.id,
                "format": w.format_key,
                "title": w.title,
                "date": w.starts_on,
                "project": projects[w.project_id].title,
            }
            for w in work.all(Workshop, trashed_at=None)
            if w.project_id in projects
        ]
    return [
        {"id": a.id, "type": a.type_key, "title": a.title, "project": projects[a.project_id].title}
        for a in work.all(Agreement, trashed_at=None)
        if a.project_id in projects
    ]


def findings_of(work: Work, catalog: Catalog, agreement_id: UUID) -> list[str]:
    """What a draft still lacks, one line each."""
    if work.find(Agreement, id=agreement_id) is None:
        raise FileRefused(f"Die Kennung {agreement_id} gibt es nicht. Mit „tws-desktop list agreements“ nachsehen.")
    return [
        f"{found.severity.german}: {f'{found.place}: ' if found.place else ''}{found.sentence}"
        for found in findings(work, catalog, agreement_id)
    ]

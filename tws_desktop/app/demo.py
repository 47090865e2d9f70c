"""The sample project run through to its Word and PDF files, without a window and without touching the user's data."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from tws_desktop import boards
from tws_desktop.app import samples
from tws_desktop.app.writing import write_document
from tws_desktop.disk.reasons import reason
from tws_desktop.domain.agreements import Agreement
from tws_desktop.domain.confidentiality import Audience
from tws_desktop.domain.errors import FileRefused
from tws_desktop.domain.workshops import Workshop
from tws_desktop.services.agreements.document import Edition, agreement_document
from tws_desktop.services.papers.choice import Order, project_paper, workshop_paper
from tws_desktop.services.papers.paper import Made
from tws_desktop.services.ports import Work
from tws_desktop.storage import store as stores

if TYPE_CHECKING:
    from tws_desktop.catalog.catalog import Catalog

PAPERS = (
    ("D04", Audience.GREMIUM, "D04 Maßnahmenplan"),
    ("D05", Audience.ARBEITGEBER, "D05 Informationsanforderung"),
    ("D07", Audience.ARBEITGEBER, "D07 Eckpunkte für den Arbeitgeber"),
    ("D07", Audience.VERHANDLUNG, "D07 Eckpunkte intern"),
)


def play(out: Path, catalog: Catalog, today: date) -> Iterator[Path]:
    """Write every paper of the sample into `out`, each as Word and PDF; yields the paths as they are written."""
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileRefused(
            f"In {out} lässt sich nicht schreiben ({reason(error)}). Einen anderen Ordner angeben."
        ) from error
    with tempfile.TemporaryDirectory() as folder:
        store = stores.create(Path(folder) / "beispiel")
        try:
            taken = samples.take_sample(store, catalog)
            project_id = taken.project_id
            if project_id is None:
                raise FileRefused("Das Beispiel enthält kein Vorhaben. Bitte das Programm neu installieren.")
            papers = store.read(lambda work: list(_papers(work, catalog, project_id, today))).result()
        finally:
            store.close()
    for name, made in papers:
        for kind in ("docx", "pdf"):
            path = out / f"{name}.{kind}"
            write_document(made.document, path, kind)
            yield path


def _papers(work: Work, catalog: Catalog, project_id: UUID, today: date) -> Iterator[tuple[str, Made]]:
    for workshop in work.all(Workshop, project_id=project_id):
        made = workshop_paper(work, catalog, workshop.id, Order("D01", Audience.GREMIUM, today, boards.report))
        yield f"D01 Fotoprotokoll {workshop.format_key}", made
    for key, audience, name in PAPERS:
        yield name, project_paper(work, catalog, project_id, Order(key, audience, today, boards.report))
    for agreement in work.all(Agreement, project_id=project_id):
        for edition, audience, name in (
            (Edition.CLEAN, Audience.ARBEITGEBER, "Zukunftsvereinbarung Entwurf"),
            (Edition.INTERNAL, Audience.VERHANDLUNG, "Zukunftsvereinbarung mit Herkunft (intern)"),
        ):
            yield name, Made(agreement_document(work, catalog, agreement.id, edition, audience, today))

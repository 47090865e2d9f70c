"""How long an agreement of many clauses takes to assemble, number and check."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from uuid import UUID, uuid4

from tws_desktop.catalog.catalog import Catalog, load_catalog
from tws_desktop.documents.numbering import resolve
from tws_desktop.domain.agreements import Part, Unit, UnitKind
from tws_desktop.domain.confidentiality import Audience
from tws_desktop.services import plants
from tws_desktop.services.agreements.document import Edition, agreement_document
from tws_desktop.services.agreements.drafting import create_agreement
from tws_desktop.services.agreements.findings import findings
from tws_desktop.services.ports import Work
from tws_desktop.storage import store as stores

FEW, MANY = 300, 3_000
_DAY = date(2026, 11, 23)


def put_agreement(work: Work, catalog: Catalog, clauses: int) -> UUID:
    """An agreement with that many clauses, each a § of one Absatz that refers to the § before it; one of each kind, the
    rest in words of its own.
    """
    project = plants.add_project(work, plants.add_plant(work, f"Werk {clauses}").id, "Zukunft")
    made = create_agreement(work, catalog, project.id, "ZV", with_required=False)
    part = work.all(Part, agreement_id=made.id)[0]
    before = None
    for rank, clause in enumerate(islice(cycle(catalog.clauses.values()), clauses), start=1):
        section = work.add(Unit(uuid4(), part.id, UnitKind.SECTION, rank * 1024, title=clause.title))
        text = ("Die Parteien beraten die Planung halbjährlich, auch nach ", {"ref": str(before)}, ".")
        unit = Unit(uuid4(), part.id, UnitKind.ABSATZ, 1024, section.id, text=text if before else text[:1])
        if rank <= len(catalog.clauses):
            variant = str(clause.variants[0].id)
            unit = replace(unit, clause_key=clause.key, clause_version=clause.version, variant=variant)
        work.add(unit)
        before = section.id
    return made.id


def agreements(folder: Path) -> tuple[float, float]:
    """Seconds of own work for few clauses and for many, in turn; the median of each."""
    catalog, store = load_catalog(), stores.create(folder / "vereinbarungen")
    found = [store.write(partial(put_agreement, catalog=catalog, clauses=n)).result() for n in (FEW, MANY)]

    def worked(agreement_id: UUID) -> Callable[[Work], float]:
        def work_on(work: Work) -> float:
            gc.collect()
            begun = time.thread_time()
            resolve(agreement_document(work, catalog, agreement_id, Edition.CLEAN, Audience.GREMIUM, _DAY))
            findings(work, catalog, agreement_id)
            return time.thread_time() - begun

        return work_on

    taken = [[store.read(worked(agreement_id)).result() for agreement_id in found] for _ in range(3)]
    store.close()
    few, many = zip(*taken, strict=True)
    return statistics.median(few), statistics.median(many)

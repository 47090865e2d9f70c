"""The shipped samples: packages in forms/samples."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import as_file
from pathlib import Path
from typing import TYPE_CHECKING

from tws_desktop.app.importing import known
from tws_desktop.catalog.data import data_root
from tws_desktop.domain.keeping import IN_STORE
from tws_desktop.domain.plants import Plant, Project
from tws_desktop.outside.packages import read_package
from tws_desktop.services.packages.taking import TakenOver, take_over
from tws_desktop.services.ports import Store, Work

if TYPE_CHECKING:
    from tws_desktop.catalog.catalog import Catalog

NAMES: Mapping[str, str] = {
    "musterwerk": "Musterwerk Saar GmbH, Werk Völklingen-Süd (erfunden)",
    "saarstahl": "Saarstahl (öffentlicher Fall)",
    "purem": "PUREM by Eberspächer, Neunkirchen (öffentlicher Fall)",
}
MAIN = "musterwerk"


def take_sample(store: Store, catalog: Catalog, name: str = MAIN) -> TakenOver:
    """Take a sample over and mark its plant as one."""
    with as_file(data_root() / "forms" / "samples" / f"{name}.json") as path:
        document = read_package(Path(path))

    def use_case(work: Work) -> TakenOver:
        taken = take_over(work, document, known(catalog))
        if taken.project_id is not None and not taken.already:
            work.action("Beispiel übernommen", IN_STORE)
            plant = work.get(Plant, work.get(Project, taken.project_id).plant_id)
            work.change(plant, sample=True)
        return taken

    return store.write(use_case).result()

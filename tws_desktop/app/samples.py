"""The shipped samples: packages in forms/samples."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING

from tws_desktop.app.importing import known
from tws_desktop.catalog.data import data_root
from tws_desktop.domain.keeping import IN_STORE
from tws_desktop.domain.plants import Plant, Project
from tws_desktop.outside.package_job import CONTENT
from tws_desktop.outside.packages import unpacked, zipped
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


def package_of(folder: Traversable, name: str) -> bytes:
    """The sample as a package: NAME.json, and where there is a folder NAME, the photos in it as its fotos.json says."""
    document, photos = (folder / f"{name}.json").read_bytes(), folder / name
    if not photos.is_dir():
        return document
    said = json.loads((photos / "fotos.json").read_bytes())
    whole = json.dumps({**json.loads(document), "files": said}).encode()
    files = {file["name"]: (photos / file["name"].partition("/")[2]).read_bytes() for file in said}
    return zipped({CONTENT: whole, **files})


def take_sample(store: Store, catalog: Catalog, name: str = MAIN) -> TakenOver:
    """Take a sample over and mark its plant as one."""
    parcel = unpacked(name, package_of(data_root() / "forms" / "samples", name))

    def use_case(work: Work) -> TakenOver:
        taken = take_over(work, parcel.document, known(catalog), parcel.pictures)
        if taken.project_id is not None and not taken.already:
            work.action("Beispiel übernommen", IN_STORE)
            plant = work.get(Plant, work.get(Project, taken.project_id).plant_id)
            work.change(plant, sample=True)
        return taken

    return store.write(use_case).result()

"""The measure plan of a project lists one workshop after the other, each in the order of the room."""

from __future__ import annotations

from uuid import uuid4

from tws_desktop.catalog.catalog import Catalog
from tws_desktop.domain.confidentiality import Audience
from tws_desktop.domain.positions import Measure
from tws_desktop.services import plants, prepare
from tws_desktop.services.papers.d04 import measures
from tws_desktop.services.ports import Work
from tws_desktop.storage.store import OpenStore


def test_measures_of_two_workshops_do_not_mix(store: OpenStore, catalog: Catalog) -> None:
    format_ = catalog.formats["K1"]

    def act(work: Work) -> list[str]:
        project = plants.add_project(work, plants.add_plant(work, "Gießerei Nordsaar").id, "Zukunft")
        first, second = (prepare.create_workshop(work, project.id, format_) for _ in range(2))
        for workshop, rank, text in ((second, 1, "c"), (first, 2, "b"), (second, 2, "d"), (first, 1, "a")):
            work.add(Measure(uuid4(), project.id, text, workshop.id, rank=rank))
        return [one.text for one in measures(work, (first, second), Audience.GREMIUM)[0]]

    assert store.write(act).result() == ["a", "b", "c", "d"]

"""Makes the main sample: Musterwerk Saar GmbH, invented, completely filled."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from samples import building, musterwerk_photos
from samples.musterwerk_agreement import draft
from samples.musterwerk_check import stocktaking
from samples.musterwerk_goals import key_points
from tws_desktop.catalog.catalog import Catalog
from tws_desktop.domain.plants import ProjectStep
from tws_desktop.services import plants
from tws_desktop.services.ports import Work

AREAS = (
    ("Zerspanung", 96),
    ("Montage", 138),
    ("Instandhaltung", 34),
    ("Logistik", 41),
    ("Entwicklung und Qualität", 58),
    ("Verwaltung", 45),
)
FACTS = (
    ("beschaeftigte", "412"),
    ("frauen", "97"),
    ("teilzeit", "38"),
    ("befristet", "21"),
    ("leiharbeit", "26"),
    ("azubis", "18"),
    ("duale", "3"),
    ("standortrolle", "verlängerte Werkbank"),
    ("eigentuemer", "Familienunternehmen mit Beteiligungsgesellschaft"),
    ("tarifbindung", "Fläche"),
    (
        "produkte",
        (
            "Abgasklappen 46 %\nThermoventile 22 %\nRegelventile für Gas 18 %\nMuster Wasserstoffventile 2 "
            "%\nSonstiges 12 %"
        ),
    ),
    ("verbrenner", "68"),
    ("groesster_kunde", "41"),
    ("investitionen", "3100000"),
    ("investitionen_text", "Ersatz von zwei Drehzentren, Fördertechnik, Lagersoftware"),
    ("auslastung", "82"),
    ("kurzarbeit", "nein"),
    ("wirtschaftsausschuss", "ja"),
    ("freistellungen", "1"),
    (
        "vereinbarungen",
        (
            "BV EDV vom 1. Oktober 2014, unbefristet; BV Schichtarbeit vom 1. März 2019, unbefristet; "
            "BV Mobile Arbeit vom 15. Juni 2021, unbefristet"
        ),
    ),
)


def build(work: Work, catalog: Catalog) -> UUID:
    """Plant, project, two workshops, positions, measures and a draft agreement."""
    plant = plants.add_plant(
        work,
        "Musterwerk Saar GmbH",
        site="Werk Völklingen-Süd",
        sector="Automobilzulieferer",
        company="Musterwerk Saar GmbH",
        tariff_area="Metall- und Elektroindustrie Saarland",
        council_size=11,
        office="Völklingen",
        sample=True,
    )
    areas = {name: plants.add_area(work, plant.id, name, people).id for name, people in AREAS}
    for key, value in FACTS:
        plants.set_fact(work, plant.id, key, value, as_of=date(2026, 10, 1), source="Betriebsdaten-Blatt, erfunden")
    for role in (
        "BR-Vorsitz",
        "stellv. BR-Vorsitz",
        "Wirtschaftsausschuss",
        "Bildungsausschuss",
        "SBV",
        "JAV",
        "VK-Leitung",
    ):
        plants.person(work, role, plant.id)
    project = plants.add_project(work, plant.id, "Zukunft Völklingen-Süd")
    chain = {
        0: ("done", date(2026, 9, 15), "Auftrag des Gremiums: den Standort bis 2032 sichern."),
        1: ("done", date(2026, 10, 12), "Transformationscheck: Handlungsdruck hoch, vier offene Wissensfragen."),
        2: ("running", None, "Die Fragen sind für den Arbeitgeber freigegeben; die Antworten stehen aus."),
        5: ("done", date(2026, 11, 9), "Fünf Positionen mit Ziel, Mindestergebnis und Beleg."),
        10: ("running", None, "Der erste Entwurf der Zukunftsvereinbarung liegt vor."),
    }
    for step in work.all(ProjectStep, project_id=project.id):
        if step.number in chain:
            state, day, sentence = chain[step.number]
            plants.set_project_step(work, step.id, state=state, day=day, sentence=sentence)
    check = stocktaking(work, catalog, project.id, areas)
    goals = key_points(work, catalog, project.id, check)
    draft(work, catalog, project.id, goals)
    return project.id


def main() -> None:
    """Write forms/samples/musterwerk.json and the photos beside it."""
    building.make("musterwerk", build)
    musterwerk_photos.main()


if __name__ == "__main__":
    main()

"""Makes the sample of a public case: the Zukunftstarifvertrag of PUREM Neunkirchen, 2023, with its fund."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from samples import building
from samples.public_case import Draft, Said, draft, key_points, tariff_facts
from tws_desktop.catalog.catalog import Catalog
from tws_desktop.services import plants
from tws_desktop.services.ports import Work

NEGOTIATED = date(2023, 6, 16)
VOTE = date(2023, 7, 2)
CHAMBER = "Arbeitskammer des Saarlandes, Darstellung zum Mitbestimmungspreis 2025"
UNION = "IG Metall Neunkirchen, Meldung vom 03.07.2023"
RADIO = "Saarländischer Rundfunk, Bericht zum Abschluss 2023"
AIM = "IG Metall Neunkirchen, Meldung vom 30.03.2023"
TARIFF = "Zukunftstarifvertrag PUREM by Eberspächer, Neunkirchen"

FACTS = (
    Said("tv_name", TARIFF, UNION, VOTE),
    Said("tv_datum", "2023-06-16", f"{CHAMBER}: Tag des Verhandlungsergebnisses", NEGOTIATED),
    Said("tv_rechtsquelle", "Zukunftstarifvertrag", UNION, VOTE),
    Said("tv_laufzeit_ende", "2027-12-31", RADIO, VOTE),
    Said("mitglieder_abstimmung", "2023-07-02", CHAMBER, VOTE),
    Said(
        "kuendigung_ausgeschlossen_bis",
        "2027-12-31",
        f"{CHAMBER}: während der Laufzeit grundsätzlich ausgeschlossen, für Sondersituationen gilt ein eigenes "
        f"Verfahren; Ende: {RADIO}",
        NEGOTIATED,
    ),
    Said("fonds_name", "Zukunftsfonds, in den Quellen auch Transformationsfonds", UNION, VOTE),
    Said("fonds_zufluss", "Teile der Sonderzahlungen der Beschäftigten", CHAMBER, NEGOTIATED),
    Said("fonds_arbeitgeber", "Ersparte Beiträge des Arbeitgebers zur Sozialversicherung", CHAMBER, NEGOTIATED),
    Said("fonds_konto", "Treuhandkonto", CHAMBER, NEGOTIATED),
    Said("fonds_verwendung", "Nur im Einvernehmen aller Parteien", CHAMBER, NEGOTIATED),
    Said(
        "fonds_zweck",
        "Mitfinanzierung von Zukunftsprodukten, die am Standort Neunkirchen in Serie gefertigt werden",
        CHAMBER,
        NEGOTIATED,
    ),
    Said(
        "fonds_rest",
        "Nicht bestätigt: Die Rückzahlung an die Beschäftigten war im März 2023 ein Ziel der IG Metall. Ob sie "
        "vereinbart wurde, sagen die Quellen nicht.",
        AIM,
        date(2023, 3, 30),
        legal_source="offen, im Tarifvertrag nicht belegt",
    ),
)

SITUATION = (
    (
        "Ohne neue Produkte droht dem Werk mit dem Ende der Verbrennertechnik weiterer Personalabbau. "
        "Der Zukunftstarifvertrag richtet einen mitbestimmten Fonds ein, der neue Produkte am Standort mitfinanziert."
    ),
    f"{CHAMBER}; {UNION}",
)

POSITIONS = (
    {
        "topic": "T02",
        "title": "Regeln für den Fonds im Betrieb",
        "situation": (
            "Der Zukunftstarifvertrag richtet einen Fonds für neue Produkte ein. Offen ist, wie der Betrieb "
            "Vorhaben vorschlägt, prüft und abrechnet."
        ),
        "goal": "Neue Produkte am Standort Neunkirchen mit Mitteln des Fonds vorbereiten, prüfen und abrechnen",
        "measure": "Ausgaben mit gemeinsamer Entscheidung",
        "norm": "§§ 88, 92a BetrVG",
        "right_level": "freiwillig",
        "place": "Zukunftsvereinbarung",
        "priority": "A",
        "clauses": "INV-07",
    },
    {
        "topic": "T18",
        "title": "Umsetzung gemeinsam steuern",
        "situation": (
            "Neue Produkte, Fonds und Qualifizierung brauchen einen Ort, an dem beide Seiten den Stand prüfen."
        ),
        "goal": "Ein gemeinsamer Steuerungskreis prüft den Stand der Vorhaben und klärt Streit.",
        "measure": "Sitzungen mit Unterlagen",
        "norm": "§§ 80, 88 BetrVG",
        "right_level": "freiwillig",
        "place": "Zukunftsvereinbarung",
        "priority": "A",
        "clauses": "BET-01, BET-02, KON-01",
    },
    {
        "topic": "T16",
        "title": "Über den Stand des Fonds informieren",
        "situation": "Wer zum Fonds beiträgt, will wissen, wofür das Geld verwendet wird.",
        "goal": "Vor jeder Maßnahme wissen die Betroffenen, was geplant ist und wen sie fragen können.",
        "measure": "Maßnahmen mit Information vor Beginn",
        "norm": "§ 80 Abs. 2 BetrVG",
        "right_level": "Beratung oder Initiative",
        "place": "Zukunftsvereinbarung",
        "priority": "B",
        "clauses": "BET-03",
    },
    {
        "topic": "T05",
        "title": "Qualifizierung für neue Produkte",
        "situation": "Neue Produkte verlangen neue Kenntnisse; der Bedarf ist zu ermitteln.",
        "goal": "Wer an einem neuen Produkt arbeiten soll, wird vorher dafür qualifiziert.",
        "measure": "Tätigkeitsgruppen mit Plan",
        "norm": "§§ 96 bis 98 BetrVG",
        "right_level": "erzwingbar",
        "place": "Zukunftsvereinbarung",
        "priority": "B",
        "clauses": "QUA-01, QUA-02",
    },
)
QUESTIONS = (
    {
        "text": (
            "Gilt der Zukunftstarifvertrag von 2023 noch unverändert, oder hat ihn eine spätere Vereinbarung ersetzt?"
        ),
        "document": "Alle Tarifverträge für den Betrieb seit 2023",
        "addressee": "Gewerkschaft",
        "norm": "§ 80 Abs. 1 Nr. 1 BetrVG",
        "reason": "denn die IG Metall Neunkirchen berichtet am 12.06.2025 erneut von einem Zukunftstarifvertrag",
    },
    {
        "text": "Was geschieht mit Geld im Fonds, das bis zum Ende der Laufzeit nicht verwendet ist?",
        "document": "Tarifvertrag im Wortlaut",
        "addressee": "Arbeitgeber",
        "norm": "§ 80 Abs. 2 BetrVG",
        "reason": "damit der Betriebsrat weiß, was der Tarifvertrag abschließend regelt",
    },
    {
        "text": "Wie hoch sind die Zuflüsse zum Fonds, und wer führt das Treuhandkonto?",
        "document": "Treuhandvertrag, Kontostand",
        "addressee": "Arbeitgeber",
        "norm": "§ 80 Abs. 2 BetrVG",
        "reason": "damit der Betriebsrat die Verwendung mit beraten kann",
    },
)

AGREEMENT = Draft(
    clauses=(
        ("INV-07", "max", "T02"),
        ("QUA-01", "komp", "T05"),
        ("QUA-02", "max", "T05"),
        ("BET-03", "min", "T16"),
    ),
    options=(("GEN-05", "tarifvertrag"),),
    values={
        "GEN-01.anlass": "der Zukunftstarifvertrag, der einen Fonds für neue Produkte am Standort Neunkirchen vorsieht",
        "GEN-02.gegenstand": "Regeln für den Fonds, Information, Steuerung und Qualifizierung im Betrieb",
        "GEN-05.tv_name": TARIFF,
        "GEN-05.tv_datum": "16.06.2023",
        "INV-07.tv_name": TARIFF,
        "INV-07.zweck": "Mitfinanzierung von Zukunftsprodukten, die am Standort Neunkirchen in Serie gefertigt werden",
    },
    rests={"BET-01": "T18", "BET-02": "T18", "KON-01": "T18"},
)


def build(work: Work, catalog: Catalog) -> UUID:
    """Plant, tariff facts, workshop and a draft with rules for a fund."""
    plant = plants.add_plant(
        work,
        "PUREM by Eberspächer (Beispiel)",
        site="Neunkirchen",
        sector="Automobilzulieferer",
        company="PUREM by Eberspächer",
        sample=True,
    )
    plants.person(work, "BR-Vorsitz", plant.id)
    tariff_facts(work, catalog, plant.id, TARIFF, FACTS)
    project = plants.add_project(work, plant.id, "Neben dem Zukunftstarifvertrag regeln, was der Betrieb regeln darf")
    positions = key_points(work, catalog, project.id, SITUATION, POSITIONS, QUESTIONS)
    draft(work, catalog, project.id, AGREEMENT, positions)
    return project.id


def main() -> None:
    """Write forms/samples/purem.json."""
    building.make("purem", build)


if __name__ == "__main__":
    main()

"""Makes the sample of a public case: the Transfertarifvertrag of Saarstahl, 2025, as the union reported it."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from samples import building
from samples.public_case import Draft, Said, draft, key_points, tariff_facts
from tws_desktop.catalog.catalog import Catalog
from tws_desktop.domain.agreements import EvidenceFrom, Unit
from tws_desktop.domain.clause_fields import Right
from tws_desktop.services import plants
from tws_desktop.services.agreements import clauses, editing
from tws_desktop.services.agreements.clauses import Rest
from tws_desktop.services.agreements.outline import read_outline
from tws_desktop.services.ports import Work

REPORT = date(2025, 4, 14)
VOTED = "IG Metall Bezirk Mitte, Meldung vom 14.04.2025"
AGREED = "IG Metall Bezirk Mitte, Meldung vom 03.04.2025"
RADIO = "Saarländischer Rundfunk, Bericht zur Zustimmung der Mitglieder, April 2025"
EXCLUDED = f"{RADIO}: nach Angaben der IG Metall bis 2027; Ende der Laufzeit: {AGREED}"
TARIFF = "Transfertarifvertrag für die Beschäftigten der Saarstahl AG"

FACTS = (
    Said("tv_name", TARIFF, VOTED, REPORT),
    Said("tv_parteien", "Saarstahl AG\nIG Metall, Bezirk Mitte", AGREED, date(2025, 4, 3)),
    Said("tv_rechtsquelle", "Transfertarifvertrag", VOTED, REPORT),
    Said("tv_laufzeit_ende", "2027-12-31", AGREED, date(2025, 4, 3)),
    Said("mitglieder_zustimmung", "81,7", VOTED, REPORT),
    Said("kommission_zustimmung", "einstimmig, 32 Mitglieder", VOTED, REPORT),
    Said("wochenstunden", "32", VOTED, REPORT, period="2025"),
    Said("wochenstunden", "33", VOTED, REPORT, period="2026"),
    Said("wochenstunden", "34", VOTED, REPORT, period="2027"),
    Said("schichten_unbezahlt", "24", f"{VOTED} (24 Schichten); ohne Bezahlung: {RADIO}", REPORT),
    Said("zeitkonto", "Zusätzliches Transformationskonto, in das die Schichten einzubringen sind", VOTED, REPORT),
    Said(
        "freie_tage_mitglieder",
        "3",
        f"{VOTED}: für Beschäftigte, die am 01.05.2025 Mitglied der IG Metall sind",
        REPORT,
        period="2027",
    ),
    Said("kuendigung_ausgeschlossen_bis", "2027-12-31", EXCLUDED, REPORT),
    Said("standortschliessung_ausgeschlossen_bis", "2027-12-31", EXCLUDED, REPORT),
    Said(
        "uebernahme",
        "Auszubildende werden nach den Regeln des Tarifvertrags Beschäftigungssicherung unbefristet übernommen",
        VOTED,
        REPORT,
    ),
    Said(
        "haertefall",
        "Eine Regelung für soziale Härtefälle wird auf betrieblicher Ebene gestaltet",
        AGREED,
        date(2025, 4, 3),
    ),
)

SITUATION = (
    (
        "Der Transfertarifvertrag soll Standorte und Beschäftigung bis Ende 2027 sichern und bringt Einbußen beim "
        "Entgelt für die gesamte Belegschaft. Eine Regelung für soziale Härtefälle ist im Betrieb zu gestalten."
    ),
    f"{VOTED}, und {AGREED.removeprefix('IG Metall Bezirk Mitte, ')}",
)

POSITIONS = (
    {
        "topic": "T03",
        "title": "Härtefälle im Betrieb regeln",
        "situation": "Eine Regelung für soziale Härtefälle soll nach dem Transfertarifvertrag im Betrieb entstehen.",
        "goal": "Jeder Antrag wird nach gleichen Kriterien geprüft und begründet beantwortet.",
        "measure": "Anträge mit begründeter Antwort",
        "norm": "§ 88 BetrVG",
        "right_level": "freiwillig",
        "place": "Zukunftsvereinbarung",
        "priority": "A",
    },
    {
        "topic": "T16",
        "title": "Früh und verständlich informieren",
        "situation": "Beschäftigte sollen wissen, was der Tarifvertrag für ihren Bereich bedeutet.",
        "goal": "Vor jeder Maßnahme wissen die Betroffenen, was sich ändert und wen sie fragen können.",
        "measure": "Maßnahmen mit Information vor Beginn",
        "norm": "§ 80 Abs. 2 BetrVG",
        "right_level": "Beratung oder Initiative",
        "place": "Zukunftsvereinbarung",
        "priority": "B",
        "clauses": "BET-03",
    },
    {
        "topic": "T18",
        "title": "Umsetzung gemeinsam steuern",
        "situation": (
            "Härtefälle, Information und Qualifizierung brauchen einen Ort, an dem beide Seiten den Stand prüfen."
        ),
        "goal": "Ein gemeinsamer Steuerungskreis prüft den Stand der Maßnahmen und klärt Streit.",
        "measure": "Sitzungen mit Unterlagen",
        "norm": "§§ 80, 88 BetrVG",
        "right_level": "freiwillig",
        "place": "Zukunftsvereinbarung",
        "priority": "B",
        "clauses": "BET-01, BET-02, KON-01",
    },
    {
        "topic": "T05",
        "title": "Qualifizierung für veränderte Arbeit",
        "situation": "Mit der Umstellung der Stahlerzeugung ändern sich Tätigkeiten; der Bedarf ist zu ermitteln.",
        "goal": "Wer eine veränderte Tätigkeit übernimmt, wird vorher dafür qualifiziert.",
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
        "text": "Wie lauten die Vorgaben des Tarifvertrags für die Härtefallregelung im Wortlaut?",
        "document": "Tarifvertrag im Wortlaut",
        "addressee": "Arbeitgeber",
        "norm": "§ 80 Abs. 2 BetrVG",
        "reason": "damit der Betriebsrat prüfen kann, was im Betrieb zu regeln bleibt",
    },
    {
        "text": "An welchem Tag wurde der Tarifvertrag unterschrieben, und von welchem Tag an gilt er?",
        "document": "Tarifvertrag mit Unterschriften",
        "addressee": "Arbeitgeber",
        "norm": "§ 80 Abs. 2 BetrVG",
        "reason": "damit der Betriebsrat die Anwendung im Betrieb überwachen kann",
    },
)

AGREEMENT = Draft(
    clauses=(("QUA-01", "komp", "T05"), ("QUA-02", "max", "T05"), ("BET-03", "min", "T16")),
    options=(("GEN-05", "tarifvertrag"),),
    values={
        "GEN-01.anlass": (
            "der Transfertarifvertrag, der eine Regelung für soziale Härtefälle der betrieblichen Ebene überlässt"
        ),
        "GEN-02.gegenstand": "den Umgang mit Härtefällen im Betrieb, Information, Steuerung und Qualifizierung",
        "GEN-05.tv_name": TARIFF,
        "GEN-05.tv_datum": "14.04.2025",
    },
    rests={"BET-01": "T18", "BET-02": "T18", "KON-01": "T18"},
)

HARDSHIP = (
    (
        "Arbeitgeber und Betriebsrat regeln hier, wie sie im Betrieb mit sozialen Härtefällen umgehen, die "
        "aus der Anwendung des Transfertarifvertrags entstehen. Was der Tarifvertrag regelt, bleibt davon "
        "unberührt."
    ),
    (
        "Wer durch die Anwendung des Tarifvertrags in eine soziale Notlage gerät, kann sich in Textform an "
        "die Härtefallstelle wenden. Ein Mitglied des Betriebsrats begleitet die Person auf Wunsch."
    ),
    (
        "Beide Seiten besetzen die Härtefallstelle mit gleich vielen Personen. Sie entscheidet "
        "einvernehmlich und begründet ihre Entscheidung der Person in Textform. Gelingt das Einvernehmen "
        "nicht, gilt das Verfahren, das diese Vereinbarung für Streit vorsieht."
    ),
    (
        "Kriterien, Fristen und Hilfen, die der Betrieb anbietet, legen Arbeitgeber und Betriebsrat "
        "gemeinsam in Textform fest, bevor diese Vereinbarung in Kraft tritt."
    ),
    (
        "Der Arbeitgeber verwendet Angaben der Person nur für diesen Fall, behandelt sie vertraulich und "
        "löscht sie nach Abschluss, soweit keine gesetzliche Pflicht zur Aufbewahrung besteht."
    ),
)


def build(work: Work, catalog: Catalog) -> UUID:
    """Plant, tariff facts, workshop and a draft with a hardship rule of its own."""
    plant = plants.add_plant(
        work,
        "Saarstahl (Beispiel)",
        site="Völklingen",
        sector="Stahl",
        company="Saarstahl AG",
        tariff_area="Eisen- und Stahlindustrie Saar",
        sample=True,
    )
    plants.person(work, "BR-Vorsitz", plant.id)
    tariff_facts(work, catalog, plant.id, TARIFF, FACTS)
    project = plants.add_project(work, plant.id, "Neben dem Transfertarifvertrag regeln, was der Betrieb regeln darf")
    positions = key_points(work, catalog, project.id, SITUATION, POSITIONS, QUESTIONS)
    agreement_id = draft(work, catalog, project.id, AGREEMENT, positions)
    _hardship(work, agreement_id, positions["T03"])
    return project.id


def _hardship(work: Work, agreement_id: UUID, position_id: UUID) -> None:
    outline = read_outline(work, agreement_id)
    [frame] = {outline.section_of(unit).id for unit in outline.clause_units("GEN-05")}
    section: Unit = editing.add_section(work, outline.parts[0].id, "Härtefälle im Betrieb", after=frame)
    for text in HARDSHIP:
        absatz = work.change(editing.add_below(work, section.id, text), right=str(Right.VOLUNTARY))
        clauses.rest_on(work, absatz.id, (Rest(EvidenceFrom.POSITION, position_id),))


def main() -> None:
    """Write forms/samples/saarstahl.json."""
    building.make("saarstahl", build)


if __name__ == "__main__":
    main()

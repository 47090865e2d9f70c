"""Musterwerk: the draft agreement, made from the results, with five gaps left open."""

from __future__ import annotations

from uuid import UUID

from samples.building import STAND
from samples.musterwerk_goals import Goals
from tws_desktop.catalog.catalog import Catalog
from tws_desktop.domain.agreements import EvidenceFrom, FieldValue, Part, Party
from tws_desktop.domain.errors import Refused
from tws_desktop.services.agreements import annex_editing, clauses, drafting, fields, proposals
from tws_desktop.services.agreements.clauses import Rest
from tws_desktop.services.agreements.outline import read_outline
from tws_desktop.services.ports import Work

CLAUSES = (
    ("BES-01", "komp", "T01"),
    ("BES-03", "komp", "T01"),
    ("BES-08", "max", "T01"),
    ("INV-01", "komp", "T01"),
    ("INV-05", "komp", "T01"),
    ("INV-06", "max", "T02"),
    ("QUA-01", "max", "T05"),
    ("QUA-02", "max", "T05"),
    ("QUA-03", "max", "T05"),
    ("QUA-04", "max", "T05"),
    ("KI-01", "komp", "T11"),
    ("KI-02", "komp", "T11"),
    ("KI-03", "komp", "T11"),
    ("KI-04", "komp", "T11"),
    ("AUS-02", "min", "T05"),
    ("BET-03", "komp", "T18"),
)


def draft(work: Work, catalog: Catalog, project_id: UUID, goals: Goals) -> UUID:
    """The agreement with clauses, origin and most fields filled."""
    agreement = drafting.create_agreement(work, catalog, project_id, "ZV")
    offered = {found.clause_key: found for found in proposals.proposals(work, catalog, agreement.id)}
    for key, variant, topic in CLAUSES:
        position = Rest(EvidenceFrom.POSITION, goals.positions[topic])
        extra = offered[key].evidence if key in offered else ()
        clauses.insert_clause(work, catalog, agreement.id, key, variant, evidence=(position, *extra))
    for key in ("BET-01", "BET-02", "KON-01"):
        units = read_outline(work, agreement.id).clause_units(key)
        clauses.rest_on(work, units[0].id, (Rest(EvidenceFrom.POSITION, goals.positions["T18"]),))
    keys = {value.id: value.key for value in work.all(FieldValue, agreement_id=agreement.id)}
    for suggestion in fields.suggestions(work, catalog, agreement.id):
        if keys[suggestion.field_id] not in FIELDS and keys[suggestion.field_id] not in OPEN:
            fields.accept_suggestion(work, suggestion, STAND)
    _fill(work, agreement.id)
    for annex, rows in ANNEXES.items():
        annex_editing.fill_annex_table(work, catalog, agreement.id, annex, rows)
    for side, by in (("ag", "die Geschäftsführung"), ("br", "den Vorsitz")):
        for part in work.all(Part, agreement_id=agreement.id):
            for party in work.all(Party, part_id=part.id, side=side):
                annex_editing.change_party(work, party.id, represented_by=by)
    return agreement.id


def _fill(work: Work, agreement_id: UUID) -> None:
    for value in work.all(FieldValue, agreement_id=agreement_id):
        typed = FIELDS.get(value.key)
        if typed is not None:
            try:
                fields.fill_field(work, value.id, typed, STAND)
            except Refused as refusal:
                raise ValueError(f"{value.key}: {refusal}") from refusal


OPEN = frozenset({"INV-01.capex_jahr", "INV-06.treuhand", "QUA-03.bemessung", "KI-02.liste", "AUS-02.tv_name"})
"""The gaps that the sample leaves: nobody in the workshop could know them."""

FIELDS: dict[str, str] = {
    "GEN-01.anlass": "68 Prozent des Umsatzes hängen am Verbrennungsmotor; die Abgasklappe läuft 2029 aus",
    "GEN-01.leitlinien": (
        "Standort und Arbeitsplätze bis 2032\nein Folgeprodukt für jede Linie\n40 Stunden Qualifizierung je "
        "Person und Jahr"
    ),
    "GEN-01.zielbild": "Ventiltechnik für Wasserstoff und Wärme",
    "GEN-02.gegenstand": "Standort, Beschäftigung, Qualifizierung und den Einsatz von KI",
    "GEN-06.ansprechperson": "die Beschwerdestelle nach dem Allgemeinen Gleichbehandlungsgesetz",
    "INV-01.produkt": "das Nachfolgeprodukt für Linie 3",
    "INV-01.zeitraum": "2027 bis 2029",
    "INV-06.aufstockung": "25",
    "INV-06.rest_zweck": "Qualifizierung am Standort",
    "INV-06.zahltag": "01.07.2027",
    "INV-06.zufluss": "1.000.000",
    "INV-06.zweck": "Erprobung und Anlauf von Nachfolgeprodukten\nQualifizierung für neue Tätigkeiten",
    "QUA-01.stichtag": "31.10.2027",
    "SCH-06.intranet": "Bereich „Betriebsrat“",
    "SCH-06.ort": "am Schwarzen Brett Tor 3 und im Büro des Betriebsrats",
    "datum_ende": "31.12.2032",
    "datum_inkraft": "01.01.2027",
}

ANNEXES: dict[str, tuple[tuple[str, ...], ...]] = {
    "indicators": (
        ("Standort und Beschäftigung bis 2032", "Beschäftigte am Standort", "412", "412", "31.12.2032"),
        ("Nachfolgeprodukt für Linie 3", "Produkt ist benannt", "nicht benannt", "benannt", "31.12.2028"),
        ("Zukunftsfonds von 6 Mio. Euro", "Einzahlungen in den Fonds", "0 Euro", "6.000.000 Euro", "31.12.2032"),
        ("Qualifizierungsbedarf ermitteln", "Bereiche mit ermitteltem Bedarf", "0 von 6", "6 von 6", "31.10.2027"),
        (
            "40 Stunden Qualifizierung je Jahr",
            "Stunden Qualifizierung je Person und Jahr",
            "nicht erfasst",
            "40",
            "31.12.2028",
        ),
        ("Rahmen für KI", "Anwendungen mit Steckbrief", "nicht bekannt", "100 %", "30.06.2027"),
        ("Halbjahresprüfung", "Prüfungen mit Zahlen je Jahr", "0", "2", "31.03.2027"),
    ),
    "qualification": (
        (
            "Einrichten und Facharbeit, Zerspanung",
            "71",
            "23 von 71 gehen bis 2031; Zeit zum Anlernen fehlt",
            "Das Wissen der Älteren ist weitergegeben",
            "Anlernen in der Arbeitszeit",
            "40 je Jahr",
            "01.01.2027",
        ),
        (
            "Lager und Transport, Logistik",
            "41",
            "Lagersoftware verteilt Aufträge, Schulung fehlt",
            "Arbeit mit fahrerlosen Staplern und Lagersoftware",
            "Schulung vor dem Start der Stapler",
            "40 je Jahr",
            "vor Mai 2027",
        ),
        (
            "Alle anderen Tätigkeiten",
            "300",
            "Bedarf nicht ermittelt",
            "folgt aus der Ermittlung",
            "gemeinsame Bedarfsermittlung",
            "40 je Jahr",
            "nach dem 31.10.2027",
        ),
    ),
    "ai_uses": (
        (
            "KI-Disposition der Lagersoftware",
            "Aufträge in der Logistik verteilen",
            "nennt der Arbeitgeber im Steckbrief",
            "nennt der Arbeitgeber",
            "mit Bezug zu Personen",
            "Lager und Transport, Logistik (41)",
        ),
        (
            "Steuerung der fahrerlosen Stapler",
            "Waren fahren, ab Mai 2027",
            "nennt der Arbeitgeber im Steckbrief",
            "nennt der Arbeitgeber",
            "ordnet der Arbeitgeber zu",
            "Lager und Transport, Logistik (41)",
        ),
    ),
}
"""Annexes 2 to 4, from the positions, cards and answers; what the workshops did not know is named as such."""

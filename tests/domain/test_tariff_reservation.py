import pytest

from tws_desktop.domain.clauses import TariffKind
from tws_desktop.domain.tariff_reservation import touches_tariff

HOURS, PAY, LEAVE, SPECIAL = TariffKind.HOURS, TariffKind.PAY, TariffKind.LEAVE, TariffKind.SPECIAL_PAYMENT

TOUCHES = [
    ("Die Arbeitszeit beträgt 35 Stunden pro Woche.", HOURS),
    ("Beschäftigte arbeiten 32 Stunden in der Woche.", HOURS),
    ("Es gilt die 32-Stunden-Woche.", HOURS),
    ("Die Wochenarbeitszeit sinkt.", HOURS),
    ("Die wöchentliche Arbeitszeit wird gesenkt.", HOURS),
    ("Die Arbeitszeit verkürzt sich auf 33 Wochenstunden.", HOURS),
    ("Die Arbeitszeit wird um 10 Prozent verkürzt (§\u00a087 Abs.\u00a01 Nr.\u00a03 BetrVG).", HOURS),
    ("Beide Seiten vereinbaren eine Arbeitszeitabsenkung.", HOURS),
    ("Das Entgelt wird um 2 Prozent gekürzt.", PAY),
    ("Die Löhne steigen ab Januar um 3 %.", PAY),
    ("Alle erhalten 5 Prozent mehr Geld.", PAY),
    ("Die Entgelterhöhung entfällt.", PAY),
    ("Die Beschäftigten verzichten auf ihr Entgelt für zwei Tage.", PAY),
    ("Der Nachtzuschlag beträgt 30 Prozent.", PAY),
    ("Die Ausbildungsvergütung wird um 50 Euro angehoben.", PAY),
    ("Alle Beschäftigten haben 30 Urlaubstage.", LEAVE),
    ("Es gibt zwei zusätzliche Urlaubstage.", LEAVE),
    ("Alle bekommen zwei Tage mehr Urlaub.", LEAVE),
    ("Beschäftigte erhalten 3 freie Tage.", LEAVE),
    ("Der Urlaubsanspruch sinkt.", LEAVE),
    ("Das Weihnachtsgeld entfällt 2027.", SPECIAL),
    ("Die Sonderzahlung fließt in den Fonds.", SPECIAL),
    ("Das T-ZUG wird umgewandelt.", SPECIAL),
    ("Das Transformationsgeld dient der Beschäftigungssicherung.", SPECIAL),
    ("Das 13. Monatsentgelt entfällt.", SPECIAL),
    ("Es gibt eine Einmalzahlung von 500 Euro.", SPECIAL),
]

LEAVES_ALONE = [
    "Qualifizierungszeit ist Arbeitszeit.",
    "Beschäftigte haben Anspruch auf 40 Stunden Qualifizierung je Jahr.",
    "Der Arbeitgeber vergütet sie mit dem Durchschnittsentgelt nach § 13 des Tarifvertrags.",
    "Der Arbeitgeber stockt das Qualifizierungsgeld auf 90 Prozent des Nettoentgelts auf.",
    "Der Arbeitgeber stellt Mentorinnen 8 Stunden je Monat frei.",
    "Die Einigungsstelle tritt innerhalb von 14 Tagen zusammen.",
    "Beschäftigte nehmen 5 Tage Bildungsurlaub.",
    "Der Urlaubsplan hängt bis zum 31. Januar aus.",
    "Das meldet der Arbeitgeber 14 Tage vor dem Urlaub.",
    "Die Eingruppierung richtet sich nach dem Tarifvertrag.",
    "Für Sonderzahlungen gilt der Tarifvertrag.",
    "Über die Wochenarbeitszeit bestimmt allein der Tarifvertrag.",
    "Die Arbeitszeit beginnt um 6 Uhr.",
    "Die Arbeitszeit verteilt sich auf 5 Tage in der Woche.",
    "Vor der Kurzarbeit prüft der Arbeitgeber die tarifliche Arbeitszeitabsenkung.",
    "Die Zusage gilt bis Ende 2027. Für Sonderzahlungen gilt der Tarifvertrag.",
    "Der Arbeitgeber investiert mindestens 6 Millionen Euro.",
    "",
]


@pytest.mark.parametrize(("text", "kind"), TOUCHES)
def test_what_belongs_to_the_tariff_agreement_is_found(text: str, kind: TariffKind) -> None:
    findings = touches_tariff(text)
    assert kind in {finding.kind for finding in findings}
    for finding in findings:
        assert text[finding.start :].startswith(finding.found)
        assert f"„{finding.found}“" in finding.sentence
        assert "§\u00a077 Abs.\u00a03 BetrVG" in finding.sentence
        assert "Öffnungsklausel" in finding.sentence


@pytest.mark.parametrize("text", LEAVES_ALONE)
def test_what_the_works_parties_may_regulate_is_left_alone(text: str) -> None:
    assert touches_tariff(text) == ()


def test_a_basis_in_87_does_not_help() -> None:
    text = "Nach § 87 Abs. 1 Nr. 3 BetrVG gilt eine Arbeitszeit von 32 Stunden pro Woche."
    assert [finding.kind for finding in touches_tariff(text)] == [HOURS]


def test_a_named_opening_clause_silences_it() -> None:
    text = "Die Arbeitszeit beträgt 32 Stunden pro Woche."
    assert touches_tariff(text, opening_clause="§ 4 TV Beschäftigungssicherung") == ()
    assert touches_tariff(text, opening_clause="  ")


def test_pointing_to_the_tariff_agreement_does_not_cover_a_figure() -> None:
    assert touches_tariff("Abweichend vom Tarifvertrag gilt eine Wochenarbeitszeit von 33 Stunden.")
    assert touches_tariff("Es gilt der Tarifvertrag. Das Weihnachtsgeld entfällt.")


def test_each_place_is_reported_once_and_in_order() -> None:
    text = "Die Wochenarbeitszeit sinkt auf 33 Stunden pro Woche. Das Weihnachtsgeld entfällt."
    findings = touches_tariff(text)
    assert [finding.kind for finding in findings] == [HOURS, HOURS, SPECIAL]
    assert [finding.start for finding in findings] == sorted(finding.start for finding in findings)

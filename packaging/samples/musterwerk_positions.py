"""Musterwerk: the five positions with what they rest on, and the give and take."""

from __future__ import annotations

Rests = tuple[str, ...]

POSITIONS: tuple[tuple[dict[str, str], Rests, Rests, Rests], ...] = (
    (
        {
            "topic": "T01",
            "title": "Standort und Beschäftigung bis 2032",
            "situation": (
                "68 % des Umsatzes hängen am Verbrenner, die Abgasklappe läuft 2029 aus. Ein Plan mit Betrag und "
                "Jahr fehlt."
            ),
            "goal": (
                "Das Werk bleibt bis zum 31. Dezember 2032 bestehen, und betriebsbedingte Kündigungen sind bis dahin "
                "ausgeschlossen."
            ),
            "measure": "Beschäftigte am Standort",
            "target_value": "412",
            "target_date": "31.12.2032",
            "minimum": (
                "Ausschluss betriebsbedingter Kündigungen bis Ende 2029 und eine geregelte Reihenfolge milderer Mittel."
            ),
            "leeway": "Laufzeit bis 2030 mit Verlängerung, wenn ein Nachfolgeprodukt zugesagt ist.",
            "red_line": "Keine Unterschrift ohne Zusage zum Nachfolgeprodukt für Linie 3.",
            "give": "Abgestimmte Samstagsarbeit in Anlaufphasen, befristet bis Ende 2029",
            "reasons": "Ein Plan mit Betrag und Jahr fehlt; 41 % des Umsatzes hängen an einem Kunden.",
            "right_level": "freiwillig",
            "norm": "§§ 88, 92a BetrVG",
            "place": "Zukunftsvereinbarung",
            "clauses": "BES-01, BES-03, INV-01",
            "allies": "IG Metall Völklingen, Vertrauensleute",
            "priority": "A",
        },
        ("Angst um die Arbeitsplätze in der Montage", "Abgasklappen laufen 2029 aus", "41 % hängen an einem Kunden"),
        ("Standort und Investition", "Es fehlt ein Nachfolgeprodukt"),
        ("A1", "A2", "B3", "B5"),
    ),
    (
        {
            "topic": "T02",
            "title": "Zukunftsfonds von 6 Mio. Euro",
            "situation": (
                "Das Muster für ein Wasserstoffventil ist fertig. Geld für Erprobung und Anlauf ist nicht eingeplant."
            ),
            "goal": "Ein Zukunftsfonds finanziert bis 2032 Nachfolgeprodukte und die Qualifizierung dafür.",
            "measure": "Mittel im Fonds",
            "target_value": "6.000.000 Euro",
            "target_date": "31.12.2032",
            "minimum": "3 Mio. Euro bis Ende 2030 mit gemeinsamer Entscheidung über die Verwendung.",
            "leeway": "Staffelung nach Jahren, Anteil aus eingesparter Energie",
            "red_line": "Kein Fonds, über den der Arbeitgeber allein entscheidet.",
            "give": "Begleitung von zwei Pilotprojekten durch den Betriebsrat mit festen Fristen",
            "reasons": "Die Belegschaft hat eine Idee, ein Muster liegt vor; ein Projektplan fehlt.",
            "right_level": "freiwillig",
            "norm": "§§ 88, 92a BetrVG",
            "place": "Zukunftsvereinbarung",
            "clauses": "INV-06",
            "allies": "Entwicklung und Qualität, TWS",
            "priority": "A",
        },
        ("Ventile für Wasserstoff anbieten", "Wer plant nach Linie 3?"),
        ("Es fehlt ein Nachfolgeprodukt",),
        ("B4", "C3"),
    ),
    (
        {
            "topic": "T05",
            "title": "40 Stunden Qualifizierung je Jahr",
            "situation": (
                "Der Bedarf ist nicht ermittelt. Zeit zum Anlernen fehlt, obwohl 23 von 71 Fachkräften in der "
                "Zerspanung bis 2031 gehen."
            ),
            "goal": (
                "Alle Beschäftigten in veränderten Tätigkeiten haben Anspruch auf 40 Stunden Qualifizierung im "
                "Kalenderjahr."
            ),
            "measure": "Stunden Qualifizierung je Person und Jahr",
            "target_value": "40",
            "target_date": "31.12.2028",
            "minimum": "24 Stunden je Jahr für Zerspanung und Logistik",
            "leeway": "Stufen nach Bereichen",
            "red_line": "Keine Rückzahlungsklauseln",
            "give": "Lernblöcke in Phasen geringer Auslastung",
            "reasons": "Bisher wurde kein Bereich gefragt, was die Beschäftigten in drei Jahren können müssen.",
            "right_level": "erzwingbar",
            "norm": "§§ 96 bis 98 BetrVG",
            "place": "Zukunftsvereinbarung",
            "clauses": "QUA-01, QUA-02, QUA-03",
            "allies": "Bildungsausschuss, JAV",
            "priority": "A",
        },
        ("Erst schulen, dann starten", "Keine Zeit zum Anlernen", "23 von 71 gehen bis 2031"),
        ("Qualifizierung in der Arbeitszeit", "Unser Wissen geht in Rente"),
        ("E1", "E3"),
    ),
    (
        {
            "topic": "T11",
            "title": "Rahmen für KI",
            "situation": "Die Lagersoftware verteilt Aufträge. Zweck, Daten und Verantwortliche sind nicht bekannt.",
            "goal": (
                "Jede KI-Anwendung wird vor dem Pilotbetrieb mit einem Steckbrief vorgelegt; über Menschen "
                "entscheiden Menschen."
            ),
            "measure": "Anwendungen mit Steckbrief",
            "target_value": "100 %",
            "target_date": "30.06.2027",
            "minimum": "Information vor jedem Pilotbetrieb und keine automatischen Personalentscheidungen",
            "leeway": "Kurzverfahren für Anwendungen ohne Personenbezug",
            "red_line": "Keine Auswertung von Leistung oder Verhalten einzelner Beschäftigter",
            "give": "Rückmeldung des Betriebsrats innerhalb von vier Wochen",
            "reasons": "Welche KI-Systeme der Betrieb nutzt, ist dem Betriebsrat nicht bekannt.",
            "right_level": "erzwingbar",
            "norm": "§ 87 Abs. 1 Nr. 6, § 90 BetrVG",
            "place": "Zukunftsvereinbarung",
            "clauses": "KI-01, KI-02, KI-03, KI-04",
            "allies": "BEST e.\u00a0V.",
            "priority": "B",
        },
        ("KI verteilt schon die Aufträge", "Wer liest die Maschinendaten?", "Fahrerlose Stapler ab Mai"),
        ("Neue Technik kommt ohne uns",),
        ("G1", "G2", "G3", "A4"),
    ),
    (
        {
            "topic": "T18",
            "title": "Steuerungskreis und Halbjahresprüfung",
            "situation": "Vereinbarungen werden selten geprüft; Unterlagen kommen spät.",
            "goal": "Ein paritätischer Steuerungskreis prüft jedes halbe Jahr Zahlen, Maßnahmen und Investitionen.",
            "measure": "Sitzungen mit Zahlen je Jahr",
            "target_value": "2",
            "target_date": "31.03.2027",
            "minimum": "Halbjährlicher Bericht mit Unterlagen in Textform",
            "leeway": "Vorsitz im Wechsel",
            "red_line": "Kein Kreis ohne Weg zur Einigungsstelle",
            "give": "Feste Termine ein Jahr im Voraus",
            "reasons": (
                "Von den fahrerlosen Staplern erfuhr der Betriebsrat aus der Bestellung; vorgelegt wurden Folien "
                "statt Unterlagen."
            ),
            "right_level": "freiwillig",
            "norm": "§§ 76, 80 Abs. 2, 106 BetrVG",
            "place": "Zukunftsvereinbarung",
            "clauses": "BET-01, BET-02, KON-01",
            "allies": "Wirtschaftsausschuss",
            "priority": "B",
        },
        ("Folien statt Unterlagen", "Wie viel wird bis 2030 investiert?"),
        (),
        ("I1", "I2"),
    ),
)

TRADES: tuple[dict[str, str], ...] = (
    {
        "gives": "Abgestimmte Samstagsarbeit in Anlaufphasen",
        "gives_until": "31.12.2029",
        "gets": "Ausschluss betriebsbedingter Kündigungen",
        "gets_until": "31.12.2032",
        "fallback": "Wird das Nachfolgeprodukt nicht bis Ende 2028 benannt, endet die Samstagsarbeit.",
    },
    {
        "gives": "Lernblöcke in Phasen geringer Auslastung",
        "gives_until": "31.12.2028",
        "gets": "40 Stunden Qualifizierung je Jahr in der Arbeitszeit",
        "gets_until": "31.12.2032",
        "fallback": "Was in einem Jahr fehlt, gewährt der Arbeitgeber im Folgejahr zusätzlich.",
    },
)

OWN_STEPS: tuple[dict[str, str], ...] = (
    {
        "text": "Eckpunkte im Gremium beschließen",
        "owner": "BR-Vorsitz",
        "due_date": "01.12.2026",
        "done_when": "Beschluss steht im Protokoll",
    },
    {
        "text": "Ersten Termin mit der Geschäftsführung vereinbaren",
        "owner": "BR-Vorsitz",
        "due_date": "09.12.2026",
        "done_when": "Termin ist bestätigt",
    },
    {
        "text": "Steckbrief zur KI-Disposition in der Logistik anfordern",
        "owner": "Wirtschaftsausschuss",
        "due_date": "15.12.2026",
        "done_when": "Steckbrief liegt vor",
    },
    {
        "text": "Belegschaft in der Betriebsversammlung informieren",
        "owner": "BR-Vorsitz",
        "with_whom": "VK-Leitung",
        "due_date": "11.12.2026",
        "done_when": "Versammlung hat stattgefunden",
    },
)
"""What the council does for itself; no part of an agreement."""
SHARED_STEPS: tuple[dict[str, str], ...] = (
    {
        "text": "Qualifizierungsmatrix für Zerspanung und Logistik entwerfen",
        "owner": "Bildungsausschuss",
        "with_whom": "Meisterinnen und Meister",
        "due_date": "29.01.2027",
        "done_when": "Matrix liegt für zwei Bereiche vor",
        "effort": "groß",
    },
    {
        "text": "Steuerungskreis besetzen und seine Termine für 2027 festlegen",
        "owner": "BR-Vorsitz",
        "with_whom": "Geschäftsführung",
        "due_date": "26.02.2027",
        "done_when": "Mitglieder und Termine stehen fest",
        "effort": "klein",
    },
    {
        "text": "Zwei Pilotprojekte für den Zukunftsfonds vorschlagen",
        "owner": "Wirtschaftsausschuss",
        "with_whom": "Entwicklung und Qualität",
        "due_date": "30.06.2027",
        "done_when": "Zwei Vorschläge mit Ziel und Aufwand liegen vor",
        "effort": "mittel",
    },
)
"""What both sides do together: the measure plan of the agreement."""

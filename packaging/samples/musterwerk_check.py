"""Musterwerk, first workshop: Bestandsaufnahme on 12 October 2026, with the answers of the worked example K.1."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from samples import common
from samples.building import STAND
from tws_desktop.catalog.catalog import Catalog
from tws_desktop.domain.board_parameters import VoteKind
from tws_desktop.domain.confidentiality import Audience, Level
from tws_desktop.domain.positions import Measure, MeasureState
from tws_desktop.domain.results import Answer, VoteOption
from tws_desktop.domain.workshops import Entry, Workshop
from tws_desktop.services.boards import content as boards
from tws_desktop.services.boards import entries, sheets, votes
from tws_desktop.services.ports import Work
from tws_desktop.services.workshops import prepare

K1_ANSWERS = {
    "A": "5 4 4 4 3 5",
    "B": "2 2 1 2 W 2",
    "C": "3 2 2 2 2",
    "D": "W 2 3 2 3 2",
    "E": "1 3 2 2 3 4",
    "F": "2 3 3 2 3",
    "G": "2 2 W 3 3",
    "H": "3 W 2 3",
    "I": "2 2 3 2 3 3",
    "J": "3 2 3 4 4 2",
}
REASONS = {
    "A1": (
        "Abgasklappen sind fast die Hälfte vom Umsatz; die Baureihe läuft 2029 aus.",
        "WA-Unterlage vom September 2026",
    ),
    "A2": (
        "41 % vom Umsatz hängen an einem Kunden. Ruft der nicht ab, steht Linie 2.",
        "Kundenliste im Wirtschaftsausschuss",
    ),
    "A3": ("Über Fremdfertigung wird geredet; dazu gibt es ein Geheimnis, das hier nicht steht.", ""),
    "A4": ("Fahrerlose Stapler kommen im Mai, die Lagersoftware verteilt schon Aufträge.", "Projektplan Logistik"),
    "A6": ("23 von 71 Fachkräften in der Zerspanung gehen bis 2031.", "Altersliste Zerspanung"),
    "B1": ("Es gibt Folien, aber keinen Plan mit Zahlen.", "WA-Folien 09/2026"),
    "B3": (
        "Im Wirtschaftsausschuss wurde nur eine Folie ohne Jahreszahl gezeigt. Halle 4 ist nicht im Plan.",
        "WA-Folien 09/2026",
    ),
    "B4": ("Für Linie 3 ist nichts angekündigt. Das Wasserstoffventil ist als Muster fertig.", ""),
    "C3": ("Der Briefkasten für Ideen wird seit einem Jahr nicht geleert.", ""),
    "D2": ("In der Montage läuft seit März jeder zweite Samstag.", "Mehrarbeitsliste"),
    "E1": ("Niemand hat die Bereiche gefragt, was die Leute in drei Jahren können müssen.", ""),
    "F1": ("Taktzeit in der Montage wurde zweimal gekürzt, ohne neue Bemessung.", ""),
    "F2": ("Für die Logistik fehlt die Beurteilung der psychischen Belastung.", "Liste der Gefährdungsbeurteilungen"),
    "G1": ("Die letzte Systemliste ist von 2022.", "Anlage zur BV EDV"),
    "G2": ("Für die Lagersoftware gibt es keine Regelung.", ""),
    "I1": ("Von den Staplern haben wir aus der Bestellung erfahren.", ""),
    "I2": ("Folien statt Unterlagen.", ""),
    "J2": ("Alle sagen etwas anderes, wenn man nach dem Ziel fragt.", ""),
}
DISSENT = {
    "B3": "Auch eine 3 wurde genannt: Für die Drehzentren gab es einen Betrag.",
    "F2": "In der Instandhaltung ist die Beurteilung vollständig.",
}
SECRET_BY, SECRET_ON = "der Geschäftsführung", date(2026, 9, 28)
SECRET = entries.secret_text(SECRET_BY, SECRET_ON)
"""The card says who declared a secret and when (§ 79 BetrVG); its content stays out of the program."""
COLUMNS = {
    "Es fehlt ein Nachfolgeprodukt": (
        ("T02", "T01"),
        (
            (
                "problem",
                "Abgasklappen laufen 2029 aus",
                {"trend": "Markt und Antrieb", "when": "1 bis 3 Jahre", "certainty": "beschlossen"},
            ),
            ("problem", "41 % hängen an einem Kunden", {"trend": "Markt und Antrieb", "when": "läuft"}),
            ("frage", "Wer plant nach Linie 3?", {}),
            ("idee", "Ventile für Wasserstoff anbieten", {"trend": "Markt und Antrieb"}),
            (
                "problem",
                "Angst um die Arbeitsplätze in der Montage",
                {"trend": "Verlagerung und Kosten", "when": "läuft"},
            ),
        ),
    ),
    "Neue Technik kommt ohne uns": (
        ("T11", "T10"),
        (
            (
                "aussage",
                "Fahrerlose Stapler ab Mai",
                {"trend": "Digitalisierung und KI", "when": "unter 1 Jahr", "certainty": "angekündigt"},
            ),
            ("problem", "KI verteilt schon die Aufträge", {"trend": "Digitalisierung und KI", "when": "läuft"}),
            ("frage", "Wer liest die Maschinendaten?", {"trend": "Digitalisierung und KI"}),
            ("forderung", "Erst schulen, dann starten", {}),
        ),
    ),
    "Unser Wissen geht in Rente": (
        ("T13", "T05"),
        (
            ("aussage", "23 von 71 gehen bis 2031", {"trend": "Demografie", "when": "läuft"}),
            ("problem", "Einrichter wird nicht ersetzt", {"trend": "Demografie", "when": "läuft"}),
            ("problem", "Keine Zeit zum Anlernen", {"trend": "Demografie", "when": "läuft"}),
        ),
    ),
    "Information kommt zu spät": (
        ("T16",),
        (
            ("aussage", "Folien statt Unterlagen", {"when": "läuft"}),
            ("frage", "Wie viel wird bis 2030 investiert?", {}),
            ("aussage", SECRET, {}),
        ),
    ),
}
DOTS = {
    "Qualifizierung in der Arbeitszeit": ("T05", 9),
    "Es fehlt ein Nachfolgeprodukt": ("", 7),
    "Neue Technik kommt ohne uns": ("", 7),
    "Standort und Investition": ("T01", 4),
    "Unser Wissen geht in Rente": ("", 3),
    "Samstagsschicht begrenzen": ("T07", 2),
    "Energie und Strompreis": ("T14", 1),
}


@dataclass(frozen=True, slots=True)
class Check:
    """What later steps of the sample rest on."""

    workshop: Workshop
    entries: Mapping[str, Entry]
    options: Mapping[str, VoteOption]
    answers: Mapping[str, Answer]


def stocktaking(work: Work, catalog: Catalog, project_id: UUID, areas: Mapping[str, UUID]) -> Check:
    """The whole workshop F01."""
    workshop = prepare.create_workshop(
        work,
        project_id,
        catalog.formats["F01"],
        goal="Ein gemeinsames Bild vom Betrieb und drei Arbeitsfelder bis zum Frühjahr",
        starts_on=date(2026, 10, 12),
        starts_at="08:00",
        place="Sitzungszimmer des Betriebsrats",
        headcount=11,
        council_present=11,
    )
    made = _cards(work, workshop)
    _openings(work, workshop)
    answers = _check(work, catalog, workshop)
    _sentences(work, workshop)
    _questions(work, catalog, workshop)
    options = _choice(work, catalog, workshop)
    _measures(work, workshop)
    for text in ("Parkplatz Tor 3 zu klein", "Kantine schließt um 13 Uhr"):
        entries.park(work, workshop.id, text, common.step_of(work, workshop, "3").id)
    entries.note_privately(work, workshop.id, "Nach der Pause die Kollegin aus der Logistik zuerst fragen.")
    prepare.change_step(
        work,
        common.step_of(work, workshop, "7").id,
        dissent="Energie darf nicht hinten runterfallen, der Vertrag endet im Mai.",
    )
    _ = areas
    common.run_through(work, workshop)
    return Check(workshop, made, options, answers)


def _cards(work: Work, workshop: Workshop) -> dict[str, Entry]:
    step = common.step_of(work, workshop, "3")
    made = common.columns(work, step, "karten", COLUMNS)
    entries.set_level(work, made[SECRET].id, Level.SECRET79, SECRET_BY, SECRET_ON)
    entries.set_topics(work, made["Angst um die Arbeitsplätze in der Montage"].id, ("T03", "T01"))
    entries.set_topics(work, made["Erst schulen, dann starten"].id, ("T05", "T11"))
    entries.set_topics(work, made["Keine Zeit zum Anlernen"].id, ("T05", "T13"))
    entries.also_belongs(work, made["Erst schulen, dann starten"].id, made["Unser Wissen geht in Rente"].id)
    for symbol, text in (("aussage", "Samstagsschicht wird zur Regel"), ("problem", "Strompreis frisst die Marge")):
        made[text] = entries.add_entry(work, step.id, "karten", text, symbol=symbol)
    for text in ("23 von 71 gehen bis 2031", "Erst schulen, dann starten", "Keine Zeit zum Anlernen"):
        entries.release(work, workshop.id, "entries", made[text].id, Audience.BELEGSCHAFT, "BR-Vorsitz")
    facts = common.step_of(work, workshop, "2")
    for text in ("Wie viele Leihbeschäftigte in der Logistik?", "Welche Verträge mit dem größten Kunden laufen aus?"):
        entries.add_entry(work, facts.id, "fehlt", text, symbol="frage")
    return made


def _openings(work: Work, workshop: Workshop) -> None:
    first, last = common.step_of(work, workshop, "1"), common.step_of(work, workshop, "9")
    common.one_dot(work, first, common.board_of(first, "einstieg"), {2: 2, 3: 4, 4: 3, 5: 1, 6: 1}, 11)
    common.one_dot(work, last, common.board_of(last, "abschluss"), {6: 1, 7: 3, 8: 5, 9: 2}, 11)


def _check(work: Work, catalog: Catalog, workshop: Workshop) -> dict[str, Answer]:
    step = common.step_of(work, workshop, "4")
    board = next(board for board in step.boards if board.sheet)
    sheet = sheets.open_sheet(work, step.id, catalog.questionnaires["Q1"], board.sheet.mode)  # type: ignore[union-attr]
    for dimension, row in K1_ANSWERS.items():
        for number, given in enumerate(row.split(), start=1):
            sheets.answer(work, sheet.id, f"{dimension}{number}", given if given == "W" else int(given))
    for key, (reason, evidence) in REASONS.items():
        sheets.explain(work, sheet.id, key, "reason", reason)
        if evidence:
            sheets.explain(work, sheet.id, key, "evidence", evidence)
    for key, text in DISSENT.items():
        sheets.explain(work, sheet.id, key, "dissent", text)
    return sheets.answers(work, sheet.id)


def _sentences(work: Work, workshop: Workshop) -> None:
    step = common.step_of(work, workshop, "5")
    for about, text in (
        ("Stärke", "Wir halten zusammen, und die Belegschaft steht hinter uns."),
        ("Sorge", "In drei Jahren fehlt uns ein Produkt und ein Drittel der Einrichter."),
        ("Überraschung", "Bei der Frage nach Alternativen zum Abbau weiß niemand von uns etwas."),
    ):
        common.row(work, step, "saetze", about=about, text=text)


def _questions(work: Work, catalog: Catalog, workshop: Workshop) -> None:
    step = common.step_of(work, workshop, "6")
    board = common.board_of(step, "fragen")
    here = boards.content(work, catalog, step.id, board.key)
    unknown = tuple(offer for offer in here.offers if offer.item_key)
    for record in boards.take_rows(work, step.id, board, unknown, STAND):
        _complete(
            work,
            workshop,
            record.id,
            "damit der Betriebsrat die Folgen für die Beschäftigten prüfen kann",
            "15.12.2026",
        )
    for text, document, norm, reason in (
        (
            "Welche Investitionen sind für das Werk von 2027 bis 2030 mit Betrag und Jahr geplant?",
            "Investitionsplan nach Jahren und Linien",
            "§ 106 Abs. 3 Nr. 3 BetrVG",
            "damit der Betriebsrat die Zukunft des Standorts beurteilen kann",
        ),
        (
            "Welche Aufgaben übernehmen die fahrerlosen Stapler, und wer fährt sie heute?",
            "Projektplan Logistik, Stellenbeschreibungen",
            "§ 90 Abs. 1 BetrVG",
            "damit der Betriebsrat rechtzeitig über Qualifizierung beraten kann",
        ),
    ):
        made = common.row(
            work,
            step,
            "fragen",
            text=text,
            document=document,
            addressee="Arbeitgeber",
            norm=norm,
            reason=reason,
            due="15.12.2026",
        )
        entries.release(work, workshop.id, "questions", made, Audience.ARBEITGEBER, "BR-Vorsitz")
    common.row(
        work,
        step,
        "fragen",
        text="Was ist im Wirtschaftsausschuss über einen Verkauf der Beteiligung bekannt?",
        addressee="Wirtschaftsausschuss",
        document="",
        norm="",
        reason="damit der Betriebsrat nicht überrascht wird",
        due="18.12.2026",
    )


def _complete(work: Work, workshop: Workshop, question_id: UUID, reason: str, due: str) -> None:
    from tws_desktop.services.boards import forms  # noqa: PLC0415

    step = common.step_of(work, workshop, "6")
    board = common.board_of(step, "fragen")
    for key, text in (("addressee", "Arbeitgeber"), ("reason", reason), ("due", due)):
        forms.set_field(work, step.id, board, question_id, key, text, today=STAND)
    entries.release(work, workshop.id, "questions", question_id, Audience.ARBEITGEBER, "BR-Vorsitz")


def _choice(work: Work, catalog: Catalog, workshop: Workshop) -> dict[str, VoteOption]:
    step = common.step_of(work, workshop, "7")
    board = common.board_of(step, "punkte")
    here = boards.content(work, catalog, step.id, board.key)
    vote = votes.open_vote(
        work, step.id, board.key, VoteKind.DOTS, board.votes.criterion if board.votes else "", secret=False
    )
    votes.set_vote(work, vote.id, voters=11, points_each=3, per_item_max=2)
    boards.take_options(work, vote.id, tuple(offer for offer in here.offers if offer.text in DOTS))
    known = {offer.text for offer in here.offers}
    for text, (topic, _) in DOTS.items():
        if text not in known:
            votes.add_option(work, vote.id, text, topic_key=topic)
    return common.dots(work, vote, {text: count for text, (_, count) in DOTS.items()})


def _measures(work: Work, workshop: Workshop) -> None:
    step = common.step_of(work, workshop, "8")
    for values in (
        {
            "text": "Schreiben an die Geschäftsführung mit den offenen Fragen vorbereiten",
            "owner": "BR-Vorsitz",
            "due_date": "19.10.2026",
            "done_when": "Schreiben ist übergeben",
            "effort": "klein",
        },
        {
            "text": "Altersliste je Bereich besorgen",
            "owner": "stellv. BR-Vorsitz",
            "with_whom": "Personalabteilung",
            "due_date": "16.11.2026",
            "done_when": "Liste liegt für alle sechs Bereiche vor",
            "effort": "mittel",
        },
        {
            "text": "Systemliste der eingesetzten Software auf Stand bringen",
            "owner": "Wirtschaftsausschuss",
            "means": "Anlage zur BV EDV",
            "due_date": "15.12.2026",
            "done_when": "Liste mit Zweck und Verantwortlichen",
            "effort": "mittel",
        },
        {
            "text": "Workshop Zielbild und Eckpunkte vorbereiten",
            "owner": "BR-Vorsitz",
            "due_date": "02.11.2026",
            "done_when": "Einladung ist verschickt",
            "effort": "klein",
            "depends_on": "Schreiben an die Geschäftsführung",
        },
        {"text": "Ideen aus der Belegschaft zum Wasserstoffventil sammeln", "with_whom": "VK-Leitung"},
    ):
        measure = work.get(Measure, common.row(work, step, "massnahmen", **values))
        if measure.due is not None and measure.due <= STAND:
            work.change(measure, state=MeasureState.DONE)

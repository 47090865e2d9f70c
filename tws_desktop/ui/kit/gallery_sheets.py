"""Sheets of the gallery: signs and buttons, fields, lists and messages, columns."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from tws_desktop.domain.errors import InputRefused
from tws_desktop.ui.kit.bars import AgendaBar, AgendaPart, ProgressBar, StepBar
from tws_desktop.ui.kit.buttons import Button, ButtonKind, danger, filled, icon_button, outlined, quiet, small
from tws_desktop.ui.kit.chips import Chip, ConfidentialityBadge, CountPill, OriginChip
from tws_desktop.ui.kit.columns import Column, SideColumn, SplitColumns
from tws_desktop.ui.kit.fields import CheckField, ChoiceField, TextArea, TextField
from tws_desktop.ui.kit.form_row import FormRow
from tws_desktop.ui.kit.key_hint import KeyHint
from tws_desktop.ui.kit.labels import Breadcrumb, ElideLabel, Heading, PlainLabel, WrapLabel
from tws_desktop.ui.kit.ladder_painter import LadderStep
from tws_desktop.ui.kit.ladder_view import LadderView
from tws_desktop.ui.kit.messages import EmptyState, InlineMessage
from tws_desktop.ui.kit.panel import Panel, Rule
from tws_desktop.ui.kit.read_field import NumberField
from tws_desktop.ui.kit.row_list import RowList
from tws_desktop.ui.kit.rows import Row
from tws_desktop.ui.kit.segmented import Segment, Segmented
from tws_desktop.ui.kit.strip import StripItem
from tws_desktop.ui.kit.tabs import Tab, TabColumn
from tws_desktop.ui.kit.text_viewer import TextViewer
from tws_desktop.ui.kit.timer_face import TimerFace
from tws_desktop.ui.kit.toast import Toast
from tws_desktop.ui.style import style

STEPS = (
    LadderStep("forderung", "60 Std.", 60),
    LadderStep("ziel", "40 Std.", 40),
    LadderStep("minimum", "24 Std.", 24),
    LadderStep("angebot", "16 Std.", 16),
    LadderStep("vereinbart"),
)


def sheet_of(layout: QLayout, width: int = 1366, height: int = 768) -> QWidget:
    """A page on paper ground around `layout`."""
    sheet = QWidget()
    sheet.setProperty("ground", "bg")
    sheet.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    margin = style().space("x5")
    layout.setContentsMargins(margin, margin, margin, margin)
    sheet.setLayout(layout)
    sheet.resize(width, height)
    return sheet


def _line(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(style().space("x2"))
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row


def _buttons() -> list[QHBoxLayout]:
    rail = QWidget()
    rail.setProperty("ground", "rail")
    rail.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    bar = _line(
        Button("Raum verlassen", ButtonKind.RAIL_QUIET, icon="log-out"),
        Button("Einfrieren", ButtonKind.RAIL, icon="snowflake", key="F8"),
        Button("Schwarz", ButtonKind.RAIL, icon="monitor-off", key="F9"),
    )
    rail.setLayout(bar)
    chosen = small("Ziel", "target")
    chosen.setCheckable(True)
    chosen.setChecked(True)
    off = outlined("Als Word ausgeben", "file-down")
    off.set_reason("Erst die vier Lücken füllen.")
    return [
        _line(
            filled("Karte anlegen", "plus"),
            outlined("Vorschau", "eye"),
            quiet("Kürzen oder verschieben …"),
            danger("Löschen"),
        ),
        _line(
            small("Forderung", "flag-triangle-right"),
            chosen,
            small("Pause", "pause"),
            icon_button("Filtern", "funnel"),
            off,
        ),
        _line(rail),
    ]


def sign_sheet() -> QWidget:
    """Type, chips, buttons, bars, clock."""
    column = QVBoxLayout()
    column.setSpacing(style().space("x3"))
    column.addWidget(Breadcrumb(("Musterwerk Saar GmbH", "Zukunft Völklingen-Süd")))
    column.addWidget(Heading("Welche Veränderung spürt ihr schon, welche kommt?", "title"))
    column.addWidget(WrapLabel("Die Zeit gilt als Arbeitszeit und wird mit dem Durchschnittsentgelt vergütet.", "lead"))
    column.addLayout(
        _line(
            Chip("Kartenabfrage", "sticky-note", "accent"),
            Chip("geprüft", "circle-check", "ok"),
            Chip("4 Tage überfällig", "", "error"),
            Chip("unsicher", "circle-question-mark", "warn"),
            Chip("Hinweis", "info", "info"),
            Chip("11 Personen", "users"),
            CountPill(4, "offene Lücken", "text-cursor-input", "warn"),
            OriginChip("12 Karten", "message-square"),
            KeyHint("Strg", "K"),
        )
    )
    levels = ("open", "participants", "council", "negotiation", "secret79")
    column.addLayout(
        _line(*(ConfidentialityBadge(level) for level in levels), ConfidentialityBadge("council", short=True))
    )
    for row in _buttons():
        column.addLayout(row)
    short, over, clock = (
        TimerFace("noch für diese Phase"),
        TimerFace(),
        TimerFace("noch für diese Phase\nGruppe sieht die Uhr"),
    )
    clock.set_time(684, 1800)
    short.set_time(100, 1800)
    over.set_time(-125, 1800)
    column.addLayout(_line(clock, short, over))
    column.addWidget(ProgressBar("5 von 14 entschieden", 0.36))
    column.addWidget(ProgressBar("Strategie 20, im Mai 2025 25", 0.2, mark=0.25))
    column.addWidget(StepBar("Schritt 8 von 12", 8, 12))
    parts = (
        AgendaPart(35),
        AgendaPart(30, marked=True),
        AgendaPart(10, pause=True),
        AgendaPart(90),
        AgendaPart(5, pause=True),
        AgendaPart(70),
    )
    column.addWidget(AgendaBar("Ablauf 08:00 bis 12:00", parts, 480))
    column.addStretch(1)
    return sheet_of(column)


def _read_minutes(text: str) -> int:
    if not text.isdigit() or int(text) < 25:
        raise InputRefused(f"{text} Minuten reichen nicht. Bei 11 Personen mindestens 25 eintragen.")
    return int(text)


def field_sheet() -> QWidget:
    """Form rows, fields, answers."""
    grid = QGridLayout()
    grid.setSpacing(style().space("x4"))
    minutes = NumberField("Dauer", _read_minutes, str, 30)
    wrong = FormRow("Dauer", minutes, "in Minuten")
    minutes.setText("8")
    minutes.take()
    focused = TextField("Thema", "Schulung nur für Ange", lead=True, icon_name="triangle-alert")
    choices = (("karten", "Kartenabfrage", "sticky-note"), ("punkte", "Mehrpunktabfrage", "vote"))
    area = TextArea("Wenn es nicht klappt", "Murmelgruppe 3 Minuten, dann je Paar eine Karte. Danach gemeinsam ordnen.")
    rows: tuple[QWidget, ...] = (
        FormRow("Frage auf der Leinwand", area, "Die Gruppe liest sie so."),
        FormRow("Methode", ChoiceField("Methode", choices, "karten")),
        wrong,
        FormRow("Karten je Person", TextField("Karten je Person", "2")),
        FormRow("Thema", focused),
        FormRow("Suche", TextField("Suche", placeholder="Suchen oder Befehl", icon_name="search")),
    )
    for place, row in enumerate(rows):
        grid.addWidget(row, place // 2, place % 2, Qt.AlignmentFlag.AlignTop)
    off = TextField("Gesperrt", "gesperrt")
    off.setEnabled(False)
    grid.addWidget(FormRow("Gesperrt", off, "Der Entwurf ist festgeschrieben."), 3, 0, Qt.AlignmentFlag.AlignTop)
    checks = QVBoxLayout()
    checks.addWidget(CheckField("Klauseln", on=True, count="14"))
    checks.addWidget(CheckField("Briefe", count="2"))
    grid.addLayout(checks, 3, 1)
    grid.addWidget(Segmented("B1", key="2"), 4, 0)
    views = (Segment("heute", "Heute"), Segment("spaeter", "In fünf Jahren"), Segment("c", "C", icon="check"))
    grid.addWidget(Segmented("Ansicht", views, "heute"), 4, 1)
    grid.setRowStretch(5, 1)
    sheet = sheet_of(grid)
    focused.setFocus()
    return sheet


ROWS = (
    Row("1", "Antwort der Geschäftsführung auf 9 Fragen", "Anforderung vom 28. Oktober · Musterwerk Saar",
        "message-circle-question-mark", "error", chip="4 Tage überfällig", chip_tone="error",
        action="Erinnerung schreiben"),
    Row("2", "Altersliste je Bereich besorgen", "Maßnahme · Bereich Zerspanung · Verantwortlich: BR-Vorsitz",
        "clipboard-check", "warn", chip="heute", chip_tone="warn", action="Als fertig melden"),
    Row("3", "BV Kurzarbeit läuft in 38 Tagen aus", "Gießerei Nordsaar · Nachwirkung ist nicht vereinbart",
        "calendar-days", chip="31. Dez.", action="Vereinbarung öffnen"),
)  # fmt: skip
OUTLINE = (
    Row("a", "Präambel", chip_icon="check", chip_tone="ok"),
    Row(
        "b",
        "Beschäftigungssicherung und Standortgarantie",
        lead="§ 5",
        chip="2",
        chip_icon="text-cursor-input",
        chip_tone="warn",
    ),
    Row("c", "Qualifizierung", lead="§ 7", side="geändert 14:06"),
)


def list_sheet() -> QWidget:
    """Row lists, panels, messages, toast, empty state, tabs."""
    row = QHBoxLayout()
    row.setSpacing(style().space("x4"))
    left, right = QVBoxLayout(), QVBoxLayout()
    due = Panel("Fällig", "bell", "Alle 11 Fristen")
    rows = RowList("Fällig", fit=True)
    rows.set_rows(ROWS)
    rows.select("2")
    due.add_wide(rows)
    left.addWidget(due)
    left.addWidget(InlineMessage("warn", "Angebot liegt 8 Stunden unter dem Minimum.", "Position T05", "Zeigen"))
    left.addWidget(InlineMessage("error", "Das Kennwort stimmt nicht. Groß- und Kleinschreibung prüfen."))
    left.addWidget(InlineMessage("ok", "Zeigt Stufe 0 bis 2", "1 Karte (§ 79) bleibt nur hier"))
    left.addWidget(
        InlineMessage("info", "Eingelesen: 47 Absätze wiedererkannt, 1 neu. Ihr Entwurf bleibt unverändert.")
    )
    toast = Toast()
    left.addStretch(1)
    left.addWidget(toast)
    toast.show_toast("„Erst schulen, dann starten“ liegt in Spalte 2.", lambda: None, "move")
    tabs = TabColumn("Belege")
    outline = RowList("Gliederung", dense=True)
    outline.set_rows(OUTLINE)
    tabs.add(Tab("herkunft", "Herkunft"), outline)
    tabs.add(Tab("leiter", "Leiter"), LadderView("Leiter zu Absatz 2", STEPS, "ziel"))
    tabs.add(Tab("luecken", "Lücken", 4), QWidget())
    tabs.add(Tab("pruefung", "Prüfung", 3), QWidget())
    right.addWidget(tabs, 1)
    right.addWidget(Rule())
    right.addWidget(LadderView("Leiter zu Absatz 2", STEPS, "ziel"))
    sentence = "Noch kein Betrieb angelegt. Legen Sie den ersten an oder öffnen Sie das Beispiel."
    right.addWidget(EmptyState("factory", sentence,
                               "Betrieb anlegen", "Beispiel Musterwerk Saar öffnen", "plus"), 2)  # fmt: skip
    for side, stretch in ((left, 3), (right, 2)):
        content = QWidget()
        content.setLayout(side)
        row.addWidget(Column(content, "Spalte", "bg"), stretch)
    return sheet_of(row)


def column_sheet() -> QWidget:
    """Three columns, a drawer, a line: by width and text size."""
    script = Panel("Jetzt sagen", "quote", "3 von 4", small_head=True)
    script.add(WrapLabel("„Wohin gehört das? Ihr entscheidet, ich schiebe nur.“", "lead", "text"))
    note = Panel("Private Notiz", "lock", "nie auf der Leinwand", small_head=True)
    note.add(WrapLabel("Nach der Pause Kollegin aus der Logistik zuerst fragen.", "body", "text_2"))
    console = QWidget()
    column = QVBoxLayout(console)
    column.addWidget(script)
    column.addWidget(note)
    column.addStretch(1)
    agenda = RowList("Ablauf", dense=True)
    agenda.set_rows(
        [
            Row(f"{hour}", "Beschäftigungssicherungstarifvertrag", lead=f"{hour:02}:15", side="20")
            for hour in range(8, 12)
        ]
    )
    viewer = TextViewer("Protokoll")
    viewer.show_paragraphs(
        (
            ("heading", "§ 7 Qualifizierung"),
            (
                "lead",
                "Der Arbeitgeber ermittelt jährlich bis zum 31. Oktober den Qualifizierungsbedarf.",
            ),
            ("caption", "Klausel QUA-03 · Stand Oktober 2026"),
        )
    )
    main = QWidget()
    inside = QVBoxLayout(main)
    inside.addWidget(Heading("Was verändert sich?", "title"))
    inside.addWidget(
        ElideLabel(
            "Betriebsratsvorsitzende und Wirtschaftsausschuss lesen den Transformationsbericht",
            "strong",
        )
    )
    inside.addWidget(viewer, 1)
    columns = SplitColumns(
        main,
        left=SideColumn(agenda, "Ablauf", "list", 248),
        right=SideColumn(Column(console, "Konsole"), "Konsole", "quote", 304),
        strip=(StripItem("quote", "Sagen", script), StripItem("lock", "Notiz", note)),
        left_line=PlainLabel("noch 11:24", "strong"),
    )
    columns.resize(1366, 640)
    columns.setProperty("ground", "bg")
    columns.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return columns

"""What the page Heute shows, as rows and words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from tws_desktop.domain.german.dates import show_date_long, show_weekday
from tws_desktop.domain.workshops import WorkshopState
from tws_desktop.services.overview import CHAIN, ProjectLine, WorkshopLine
from tws_desktop.services.today import Due, DueKind, Stop, shown_monday
from tws_desktop.ui.kit.rows import Row
from tws_desktop.ui.plant_words import plant_words
from tws_desktop.ui.words import tr
from tws_desktop.ui.workshops.workshops_presenter import when

_DAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
_SHORT = ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So")


def long_day(day: date) -> str:
    """`Montag, 23. November 2026`."""
    return f"{_DAYS[day.weekday()]}, {show_date_long(day)}"


@dataclass(frozen=True, slots=True)
class NextWords:
    """The panel of the next workshop: over the title, chips, a sentence, and the words of the filled button."""

    over: str
    title: str
    plant: str
    people: str
    level: str
    sentence: str
    button: str


def next_words(line: WorkshopLine, today: date) -> NextWords:
    """The next or running workshop in words."""
    workshop = line.workshop
    running = workshop.state is WorkshopState.RUNNING
    over = tr("Läuft") if running else when(workshop, today)
    if not running and workshop.starts_on:
        over = f"{over[0].upper()}{over[1:]} Uhr"
    people = tr("{count} Personen, ").format(count=workshop.headcount) if workshop.headcount else ""
    missing = [
        words
        for words, there in (
            (tr("Datum"), workshop.starts_on),
            (tr("Ort"), workshop.place),
            (tr("Zahl der Personen"), workshop.headcount),
        )
        if not there
    ]
    sentence = tr("Ablauf steht.")
    if missing:
        sentence = tr("Ablauf steht. Noch offen: {what}.").format(what=", ".join(missing))
    if running:
        sentence = tr("Alles ist so, wie Sie es verlassen haben.")
    return NextWords(
        over,
        workshop.title,
        plant_words(line.plant),
        f"{people}{line.minutes} min",
        workshop.default_level.value,
        sentence,
        tr("Weiter im Raum") if running else tr("Raum öffnen"),
    )


def due_row(due: Due) -> Row:
    """A measure or question that is due."""
    measure = due.kind is DueKind.MEASURE
    parts = [tr("Maßnahme") if measure else tr("Frage"), plant_words(due.plant)]
    if due.who:
        parts.append(
            tr("Verantwortlich: {who}").format(who=due.who) if measure else tr("an: {who}").format(who=due.who)
        )
    chip, tone = due_chip(due)
    icons = {"error": "error", "warn": "warn"}
    return Row(
        f"{due.kind.value}:{due.id}",
        due.text,
        " · ".join(parts),
        "clipboard-check" if measure else "message-circle-question-mark",
        icon_tone=icons.get(tone, "text_2"),
        chip=chip,
        chip_tone=tone,
        action=tr("Als erledigt melden") if measure else (tr("Brief öffnen") if due.workshop_id else ""),
    )


def due_chip(due: Due) -> tuple[str, str]:
    """Words and tone of the day something is due."""
    if due.late == 1:
        return tr("1 Tag überfällig"), "error"
    if due.late > 1:
        return tr("{count} Tage überfällig").format(count=due.late), "error"
    if due.late == 0:
        return tr("heute"), "warn"
    return tr("bis {day}").format(day=show_weekday(due.due)), "warn" if due.late >= -3 else "neutral"


def week_rows(week: tuple[WorkshopLine, ...], today: date) -> tuple[Row, ...]:
    """Monday to Friday, and the weekend where something is; days without a workshop say so."""
    monday = shown_monday(today)
    rows: list[Row] = []
    for number in range(7):
        day = monday + timedelta(days=number)
        own = [line for line in week if line.workshop.starts_on == day]
        lead = f"{_SHORT[number]} {day.day}."
        for line in own:
            people = tr("{count} Personen").format(count=line.workshop.headcount) if line.workshop.headcount else ""
            meta = " · ".join(part for part in (line.workshop.starts_at, plant_words(line.plant), people) if part)
            rows.append(Row(str(line.workshop.id), line.workshop.title, meta, lead=lead, quiet=False))
        if not own and number < 5:
            rows.append(Row(f"day:{day}", tr("keine Termine"), lead=lead, quiet=True))
    return tuple(rows)


def stop_row(stop: Stop, now: datetime) -> Row:
    """Where one stopped."""
    at = stop.at.astimezone(now.tzinfo) if now.tzinfo else stop.at.astimezone()
    days = (now.date() - at.date()).days
    side = f"{at:%H:%M}" if days == 0 else tr("gestern {time}").format(time=f"{at:%H:%M}")
    if days > 1:
        side = show_weekday(at.date())
    return Row(
        str(stop.line.workshop.id),
        stop.line.workshop.title,
        f"{stop.what} · {plant_words(stop.line.plant)}",
        "presentation",
        side=side,
    )


def chain_words(project: ProjectLine) -> tuple[int, str, str]:
    """Number of the present link, `Schritt 8 von 12`, and its sentence."""
    current = project.current
    number = (current.number if current else len(CHAIN) - 1) + 1
    words = tr("Schritt {number} von {all}").format(number=number, all=len(CHAIN))
    if project.plant.sample:
        words = f"{tr('Beispiel')} · {words}"
    name = CHAIN[number - 1]
    if current and current.sentence:
        return number, words, f"{name}: {current.sentence}"
    state = tr("läuft") if current and current.state == "running" else tr("als Nächstes")
    return number, words, f"{name}, {state}"

"""What the list of workshops and the form for a new one show."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tws_desktop.domain.formats import Format
from tws_desktop.domain.german.dates import show_weekday
from tws_desktop.domain.text import folded
from tws_desktop.domain.workshops import Workshop, WorkshopState
from tws_desktop.services.overview import WorkshopLine
from tws_desktop.ui.kit.rows import Row
from tws_desktop.ui.kit.tabs import Tab
from tws_desktop.ui.words import tr

STATES = {
    WorkshopState.PLANNED: ("geplant", "calendar-days", "neutral"),
    WorkshopState.RUNNING: ("läuft", "play", "accent"),
    WorkshopState.DONE: ("beendet", "circle-check", "ok"),
}
"""Word, icon and tone of a workshop's state."""
_ACTIONS = {
    WorkshopState.PLANNED: "Vorbereiten",
    WorkshopState.RUNNING: "Weiter im Raum",
    WorkshopState.DONE: "Dokumente",
}
PAGES = {WorkshopState.PLANNED: "workshop", WorkshopState.RUNNING: "room", WorkshopState.DONE: "papers"}
"""Where a row's text action leads."""


ALL = "all"


def tabs(lines: Sequence[WorkshopLine]) -> tuple[Tab, ...]:
    """All, and each state with how many there are."""
    counts = [
        Tab(state.value, tr(words).capitalize(), sum(1 for line in lines if line.workshop.state is state))
        for state, (words, _, _) in STATES.items()
    ]
    return (Tab(ALL, tr("Alle"), len(lines)), *counts)


def when(workshop: Workshop, today: date) -> str:
    """`heute, 13:00`, `Do., 26. Nov., 08:00`, with the year where it is another one, or `ohne Datum`."""
    if workshop.starts_on is None:
        return tr("ohne Datum")
    if workshop.starts_on == today:
        return tr("heute, {time}").format(time=workshop.starts_at)
    year = "" if workshop.starts_on.year == today.year else f" {workshop.starts_on.year}"
    return f"{show_weekday(workshop.starts_on)}{year}, {workshop.starts_at}"


def place_words(line: WorkshopLine) -> str:
    """Plant, project and people in one caption line."""
    people = line.workshop.headcount
    parts = (
        line.plant.name,
        line.project.title,
        tr("{count} Personen").format(count=people) if people else "",
        tr("Beispiel") if line.plant.sample else "",
    )
    return " · ".join(part for part in parts if part)


def rows(lines: Sequence[WorkshopLine], today: date, state: str = ALL, typed: str = "") -> tuple[Row, ...]:
    """The rows that the filters let through: the running ones, what comes next, the past with the latest first."""
    wanted = folded(typed).split()
    found = [
        line
        for line in lines
        if state in {ALL, line.workshop.state.value}
        and all(word in folded(f"{line.workshop.title} {place_words(line)}") for word in wanted)
    ]
    coming = [line for line in found if line.workshop.state is WorkshopState.PLANNED]
    running = [line for line in found if line.workshop.state is WorkshopState.RUNNING]
    past = [line for line in found if line.workshop.state is WorkshopState.DONE]
    return tuple(row(line, today) for line in (*running, *coming, *reversed(past)))


def row(line: WorkshopLine, today: date) -> Row:
    """One workshop as a row."""
    words, icon, tone = STATES[line.workshop.state]
    return Row(
        str(line.workshop.id),
        line.workshop.title,
        f"{when(line.workshop, today)} · {place_words(line)}",
        "presentation",
        chip=tr(words),
        chip_icon=icon,
        chip_tone=tone,
        action=tr(_ACTIONS[line.workshop.state]),
    )


def format_meta(form: Format) -> str:
    """`F01 · 240 min · 5 bis 20 Personen`."""
    group = tr("{low} bis {high} Personen").format(low=form.group_min, high=form.group_max)
    return f"{form.key} · {form.minutes}\u00a0min · {group}"


def group_warning(form: Format, people: int | None) -> str:
    """A sentence when the group does not fit the format, else empty."""
    if people is None or form.group_min <= people <= form.group_max:
        return ""
    return tr(
        "Für {people} Personen ist dieses Format nicht gedacht, sondern für {low} bis {high}. "
        "Format oder Zahl noch einmal prüfen."
    ).format(people=people, low=form.group_min, high=form.group_max)

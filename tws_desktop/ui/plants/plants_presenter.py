"""What the pages of plants and projects show, as rows and words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from tws_desktop.domain.facts import ChoiceList, FactKey, FactSheet
from tws_desktop.domain.german.dates import show_date
from tws_desktop.domain.german.numbers import show_number
from tws_desktop.domain.plants import PlantFact, ProjectStep
from tws_desktop.services.overview import CHAIN, STATES, PlantLine, ProjectLine
from tws_desktop.services.typed import shown
from tws_desktop.ui.kit.rows import Row
from tws_desktop.ui.words import tr

STATE_ICONS = {"open": "circle", "running": "circle-dot", "done": "circle-check", "skipped": "minus"}
STATE_TONES = {"open": "neutral", "running": "accent", "done": "ok", "skipped": "neutral"}


def counted(number: int, one: str, many: str) -> str:
    """`1 Workshop`, `3 Workshops`."""
    return f"{show_number(number)} {one if number == 1 else many}"


def plant_row(line: PlantLine, choices: Mapping[str, ChoiceList]) -> Row:
    """One plant with what is there of it."""
    workshops = sum(len(project.workshops) for project in line.projects)
    office = titled(choices, "offices", line.plant.office)
    parts = [line.plant.site, office and tr("Geschäftsstelle {name}").format(name=office)]
    if line.headcount:
        parts.append(tr("{count} Beschäftigte").format(count=show_number(line.headcount)))
    parts.append(counted(len(line.projects), tr("Vorhaben"), tr("Vorhaben")))
    parts.append(counted(workshops, tr("Workshop"), tr("Workshops")))
    return Row(
        str(line.plant.id),
        line.plant.name,
        " · ".join(part for part in parts if part),
        "factory",
        chip=tr("Beispiel") if line.plant.sample else "",
        chip_icon="info" if line.plant.sample else "",
        chip_tone="info",
        action=tr("Öffnen"),
    )


def project_row(line: ProjectLine) -> Row:
    """One project with where its chain stands."""
    current = line.current
    number = current.number if current else len(CHAIN) - 1
    step = tr("Schritt {number} von {all}: {name}").format(number=number + 1, all=len(CHAIN), name=CHAIN[number])
    meta = f"{step} · {counted(len(line.workshops), tr('Workshop'), tr('Workshops'))}"
    return Row(str(line.project.id), line.project.title, meta, "waypoints", action=tr("Öffnen"))


def step_row(step: ProjectStep) -> Row:
    """One link of the chain."""
    state = tr(STATES.get(step.state, step.state))
    parts = [show_date(step.day) if step.day else "", step.sentence]
    return Row(
        str(step.id),
        CHAIN[step.number],
        " · ".join(part for part in parts if part) or tr("noch nichts festgehalten"),
        lead=str(step.number + 1),
        chip=state,
        chip_icon=STATE_ICONS.get(step.state, ""),
        chip_tone=STATE_TONES.get(step.state, "neutral"),
    )


def titled(choices: Mapping[str, ChoiceList], kind: str, value: str) -> str:
    """A stored choice in words: the list's title for a key, own text as it is."""
    found = choices[kind].entries if kind in choices else ()
    return next((entry.title for entry in found if entry.key == value), value)


def keyed(choices: Mapping[str, ChoiceList], kind: str, text: str) -> str:
    """What is stored for words: the list's key for a title, own text as it is."""
    found = choices[kind].entries if kind in choices else ()
    return next((entry.key for entry in found if entry.title.casefold() == text.strip().casefold()), text.strip())


def fact_rows(sheet: FactSheet, facts: tuple[PlantFact, ...], group: str) -> tuple[Row, ...]:
    """The facts of a group: each that is there with its day and source, each that is missing as a gap."""
    rows: list[Row] = []
    for key in sheet.facts:
        if key.group != group or key.column:
            continue
        own = [fact for fact in facts if fact.key == key.key]
        rows += [_fact_row(key, fact) for fact in own]
        if not own:
            optional = tr("wenn bekannt") if key.optional else tr("fehlt")
            rows.append(Row(f"new:{key.key}", key.label, key.hint, side=optional, quiet=True))
    return tuple(rows)


def _fact_row(key: FactKey, fact: PlantFact) -> Row:
    value = " · ".join(line.strip() for line in shown(key.kind, fact.value).splitlines() if line.strip())
    unit = f" {key.unit}" if key.unit and key.unit not in {"%", "EUR"} else ""
    as_of = tr("Stand {day}").format(day=show_date(fact.as_of)) if fact.as_of else tr("ohne Stand")
    meta = " · ".join(part for part in (as_of, fact.source or tr("ohne Quelle"), fact.legal_source) if part)
    side = " ".join(f"{value}{unit}".split())
    title = f"{key.label} {fact.period}".strip()
    return Row(str(fact.id), title, meta, side=side if len(side) <= 40 else side[:39] + "…")


def known_count(sheet: FactSheet, facts: tuple[PlantFact, ...]) -> int:
    """How many different facts of the sheet are there."""
    keys = {key.key for key in sheet.facts if not key.column}
    return len(keys & {fact.key for fact in facts})


def day_words(day: date | None) -> str:
    """`12.10.2026`, or that there is none."""
    return show_date(day) if day else tr("ohne Datum")

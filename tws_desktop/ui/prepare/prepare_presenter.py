"""What the page of a workshop's preparation shows, worked out from its rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from tws_desktop.domain.board_parameters import BoardKind
from tws_desktop.domain.german.dates import show_weekday
from tws_desktop.domain.german.numbers import show_number
from tws_desktop.domain.methods import Method
from tws_desktop.domain.workshops import Step, StepKind
from tws_desktop.services.workshops import agenda
from tws_desktop.services.workshops.room import Room
from tws_desktop.services.workshops.times import beginning, starts
from tws_desktop.ui.kit.bars import AgendaPart
from tws_desktop.ui.plant_words import plant_words
from tws_desktop.ui.words import tr
from tws_desktop.workshop.agenda import buffer
from tws_desktop.workshop.agenda_check import Finding, FindingKind, findings

_BOARD_ICONS = {
    BoardKind.CARDS: "sticky-note",
    BoardKind.SCALE: "circle-dot",
    BoardKind.VOTES: "vote",
    BoardKind.SHEET: "clipboard-list",
    BoardKind.FORM: "list-checks",
}


@dataclass(frozen=True, slots=True)
class PhaseLine:
    """One line of the agenda; `key` is the step's id, `elastic` phases can give time."""

    key: str
    time: str
    minutes: int
    title: str
    question: str = ""
    method: str = ""
    icon: str = ""
    who: str = ""
    pause: bool = False
    elastic: bool = False
    finding: str = ""

    @property
    def words(self) -> str:
        """Everything the line says, for a screen reader."""
        parts = (f"{self.time} {self.title}", f"{self.minutes} Minuten", self.question, self.method, self.who)
        return ", ".join(part for part in (*parts, self.finding) if part)


@dataclass(frozen=True, slots=True)
class ChipWords:
    """Text, icon and tone of a chip."""

    text: str
    icon: str
    tone: str


@dataclass(frozen=True, slots=True)
class Day:
    """The whole page: lines, bar, chips, findings and what to pack."""

    lines: tuple[PhaseLine, ...]
    parts: tuple[AgendaPart, ...]
    start: int
    planned: ChipWords
    buffer: ChipWords
    findings: tuple[Finding, ...]
    material: str
    crumbs: tuple[str, ...]


def method_icon(method: Method | None) -> str:
    """The icon of a method's board."""
    return _BOARD_ICONS[method.board] if method else ""


def day(room: Room, methods: Mapping[str, Method], selected: str = "") -> Day:
    """The page for a workshop as its rows stand; `selected` is the key of the marked phase."""
    workshop, steps = room.workshop, room.steps
    people = workshop.headcount or 0
    phases = agenda.phases(steps)
    found = findings(phases, people)
    said = {finding.phase: finding.sentence for finding in found}
    lines = tuple(
        _line(step, time, methods.get(step.method_key), said.get(str(step.id), ""))
        for step, time in zip(steps, starts(workshop, steps), strict=True)
    )
    parts = tuple(
        AgendaPart(step.minutes, step.kind is StepKind.BREAK, str(step.id) == selected, step.title) for step in steps
    )
    begins = beginning(workshop)
    held = (show_weekday(workshop.starts_on) + f" {workshop.starts_on.year}") if workshop.starts_on else ""
    return Day(
        lines,
        parts,
        begins.hour * 60 + begins.minute,
        _planned(room),
        _buffer(room),
        found,
        material_words(steps, people),
        tuple(part for part in (plant_words(room.plant), room.project.title, held) if part),
    )


def _line(step: Step, time: str, method: Method | None, finding: str) -> PhaseLine:
    if step.kind is StepKind.BREAK:
        return PhaseLine(str(step.id), time, step.minutes, step.title, pause=True, icon="coffee", finding=finding)
    return PhaseLine(
        str(step.id),
        time,
        step.minutes,
        step.title,
        step.question,
        method.title if method else "",
        method_icon(method),
        step.who,
        elastic=step.elastic,
        finding=finding,
    )


def _planned(room: Room) -> ChipWords:
    used = sum(step.minutes for step in room.steps)
    there = (agenda.wished_end(room.workshop, room.steps) - beginning(room.workshop)) // timedelta(minutes=1)
    words = tr("{used} von {there} min").format(used=used, there=there)
    if used > there:
        over = tr("{words}, {over} zu viel").format(words=words, over=used - there)
        return ChipWords(over, "triangle-alert", "warn")
    return ChipWords(words, "circle-check", "ok")


def _buffer(room: Room) -> ChipWords:
    phases = agenda.phases(room.steps)
    giving = sum(1 for phase in phases if phase.slack)
    if not giving:
        return ChipWords(tr("kein Puffer"), "arrow-up-down", "warn")
    in_phases = tr("in einer Phase") if giving == 1 else tr("in {count} Phasen").format(count=giving)
    return ChipWords(f"{buffer(phases)} min Puffer {in_phases}", "arrow-up-down", "neutral")


_NAMES = {
    "Moderationskarten": ("Karte", "Karten"),
    "Klebepunkte": ("Punkt", "Punkte"),
    "Pinnwände": ("Wand", "Wände"),
    "Filzstifte": ("Stift", "Stifte"),
}


def material_words(steps: tuple[Step, ...], people: int) -> str:
    """`Material: 29 Karten, 66 Punkte, 2 Wände`, or that the number of people is missing."""
    if not people:
        return tr("Material: Zahl der Personen eintragen, dann steht hier die Liste.")
    lines = []
    for item in agenda.material(steps, people):
        one, many = _NAMES.get(item.name, (item.name, item.name))
        lines.append(f"{show_number(item.count)} {one if item.count == 1 else many}")
    return tr("Material: {lines}").format(lines=", ".join(lines))


def break_mends(finding: Finding) -> bool:
    """Whether a break before the finding's phase mends it."""
    return finding.kind is FindingKind.NO_BREAK and finding.phase is not None


def minutes_fault(found: tuple[Finding, ...], key: str) -> str:
    """The sentence about the minutes of a phase, empty when they are enough."""
    return next((each.sentence for each in found if each.phase == key and each.kind is FindingKind.TOO_SHORT), "")

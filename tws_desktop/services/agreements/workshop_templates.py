"""A workshop kept for the next time: its agenda and wording, without entries, names and figures of the plant."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from tws_desktop.domain.agreements import Template
from tws_desktop.domain.confidentiality import Level, RoomAudience
from tws_desktop.domain.keeping import IN_STORE, in_project
from tws_desktop.domain.plants import Plant, Project
from tws_desktop.domain.text import TextKind, cleaned
from tws_desktop.domain.workshops import Step, StepKind, Workshop
from tws_desktop.services.agreements.scrub import TraceKind, figures_in, names_in, names_of, numbers_of, traces_in
from tws_desktop.services.agreements.templates import Going, TemplateRefused
from tws_desktop.services.ports import Work

WORKSHOP_TEMPLATE = "workshop"
_WORDED = frozenset({"title", "goal", "question", "plan_b", "who", "result", "label", "hint", "text", "say", "intro"})
_KEPT = (
    "title",
    "number",
    "kind",
    "goal",
    "question",
    "method_key",
    "boards",
    "minutes",
    "min_minutes",
    "max_minutes",
    "elastic",
    "must",
    "uses",
    "say",
    "plan_b",
    "who",
    "result",
    "level",
)
_LARGE = re.compile(r"\d{3}")
_SHOWN = {
    TraceKind.NAME: "[Name]",
    TraceKind.DATE: "[Datum]",
    TraceKind.AMOUNT: "[Betrag]",
    TraceKind.NUMBER: "[Zahl]",
    TraceKind.VALUE: "[Angabe]",
}


@dataclass(slots=True)
class _Wording:
    """Takes names and figures out of wording and remembers them."""

    names: tuple[str, ...]
    numbers: frozenset[str]
    going: list[Going] = field(default_factory=list)

    def text(self, text: str, place: str) -> str:
        """The wording with a marked place where a name or figure stood."""
        done = text
        for trace in reversed(traces_in(text, self.names, figures=True)):
            if trace.kind is TraceKind.NUMBER and trace.text not in self.numbers and not _LARGE.search(trace.text):
                continue
            self.going.append(Going(trace.kind, trace.text, place))
            done = done[: trace.start] + _SHOWN[trace.kind] + done[trace.end :]
        return done

    def value(self, value: Any, place: str, *, worded: bool) -> Any:
        """Any value of a step: only what people read is looked at."""
        if isinstance(value, str):
            return self.text(value, place) if worded else value
        if isinstance(value, Mapping):
            return {key: self.value(inner, place, worded=key in _WORDED) for key, inner in value.items()}
        if isinstance(value, list | tuple):
            return [self.value(inner, place, worded=worded) for inner in value]
        if dataclasses.is_dataclass(value) and not isinstance(value, type):
            return self.value(dataclasses.asdict(value), place, worded=False)
        return value


def what_would_go_of_workshop(work: Work, workshop_id: UUID, further: Iterable[str] = ()) -> tuple[Going, ...]:
    """The names and figures in the agenda's wording that a template would leave behind; entries all stay here."""
    return tuple(dict.fromkeys(_content(work, workshop_id, further)[1]))


def keep_workshop_as_template(work: Work, workshop_id: UUID, title: str, further: Iterable[str] = ()) -> Template:
    """Keeps the agenda: phases, minutes, wording and boards; nothing that was said, voted or decided."""
    further = tuple(further)
    name = cleaned(title, TextKind.LINE).strip()
    if not name:
        raise TemplateRefused("Die Vorlage hat keinen Namen. Bitte einen eintragen.")
    content, _ = _content(work, workshop_id, further)
    plant = _plant_of(work, work.get(Workshop, workshop_id))
    if named := next(names_in(name, names_of(work, plant, further)), None):
        raise TemplateRefused(f"Der Name der Vorlage nennt „{named.text}“. Bitte einen Namen ohne den Betrieb wählen.")
    work.action("Vorlage angelegt", IN_STORE)
    source = f"Workshop {content['format_key']}"
    return work.add(Template(uuid4(), WORKSHOP_TEMPLATE, name, content, work.now().date(), source))


def new_workshop_from_template(
    work: Work, template_id: UUID, project_id: UUID, title: str = "", starts_on: date | None = None
) -> Workshop:
    """A planned workshop with the template's agenda in another project."""
    template = work.get(Template, template_id)
    if template.kind != WORKSHOP_TEMPLATE:
        raise TemplateRefused(f"„{template.title}“ ist keine Vorlage für einen Workshop. Bitte eine andere wählen.")
    content = template.content
    work.action("Workshop aus Vorlage angelegt", in_project(project_id))
    workshop = work.add(
        Workshop(
            uuid4(),
            project_id,
            content["format_key"],
            content["format_version"],
            cleaned(title, TextKind.LINE).strip() or template.title,
            format_copy=content["format_copy"],
            goal=content["goal"],
            starts_on=starts_on,
            room_audience=RoomAudience(content["room_audience"]),
            default_level=Level(content["default_level"]),
            participation=content["participation"],
        )
    )
    for rank, one in enumerate(content["steps"], start=1):
        values: dict[str, Any] = {key: tuple(old) if isinstance(old, list) else old for key, old in one.items()}
        values["kind"] = StepKind(values["kind"])
        values["level"] = Level(level) if (level := values.get("level")) else None
        work.add(Step(uuid4(), workshop.id, rank * 1024, **values))
    return workshop


def _plant_of(work: Work, workshop: Workshop) -> Plant:
    return work.get(Plant, work.get(Project, workshop.project_id).plant_id)


def _content(work: Work, workshop_id: UUID, further: Iterable[str]) -> tuple[dict[str, Any], list[Going]]:
    workshop = work.get(Workshop, workshop_id)
    plant = _plant_of(work, workshop)
    numbers = {str(one) for one in (workshop.headcount, workshop.council_present) if one is not None}
    known = {figure.text for text in (*numbers_of(work, plant), *numbers) for figure in figures_in(text)}
    digits = frozenset(one for one in known if any(sign.isdigit() for sign in one))  # „zwei“ is the format's own word
    wording = _Wording(names_of(work, plant, further), digits)
    steps = []
    for step in work.all(Step, workshop_id=workshop_id):
        kept = {name: getattr(step, name) for name in _KEPT}
        steps.append({name: wording.value(value, step.title, worded=name in _WORDED) for name, value in kept.items()})
    content = {
        "format_key": workshop.format_key,
        "format_version": workshop.format_version,
        "format_copy": wording.value(workshop.format_copy, "Format", worded=False),
        "goal": wording.text(workshop.goal, "Ziel"),
        "room_audience": str(workshop.room_audience),
        "default_level": str(workshop.default_level),
        "participation": workshop.participation,
        "steps": steps,
    }
    return content, wording.going

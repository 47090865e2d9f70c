"""An agreement kept for the next time: its text without names and numbers of the plant it was made in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

from tws_desktop.domain.agreements import Agreement, FieldValue, Part, Party, Template, Unit, UnitKind
from tws_desktop.domain.clause_fields import FieldKind
from tws_desktop.domain.errors import Refused
from tws_desktop.domain.keeping import IN_STORE
from tws_desktop.domain.plants import Plant, Project
from tws_desktop.domain.text import TextKind, cleaned
from tws_desktop.services.agreements.clause_units import word_mark
from tws_desktop.services.agreements.drafting import PLANT_FIELD, begin, name_plant
from tws_desktop.services.agreements.outline import Outline, read_outline
from tws_desktop.services.agreements.runs import Run, fields_in, joined
from tws_desktop.services.agreements.scrub import Trace, TraceKind, names_in, names_of, traces_in
from tws_desktop.services.agreements.shelf import Shelf, agreement_type
from tws_desktop.services.agreements.values import shown
from tws_desktop.services.ports import Work

AGREEMENT_TEMPLATE = "agreement"
_LABELS = {
    TraceKind.NAME: "Name einsetzen",
    TraceKind.DATE: "Datum einsetzen",
    TraceKind.AMOUNT: "Betrag einsetzen",
    TraceKind.NUMBER: "Zahl einsetzen",
    TraceKind.VALUE: "Angabe einsetzen",
}


class TemplateRefused(Refused):
    """A template cannot be kept or used this way."""


@dataclass(frozen=True, slots=True)
class Going:
    """A name or number that a template would leave behind, and the § it stands in."""

    kind: TraceKind
    text: str
    place: str


@dataclass(slots=True)
class _Scrubber:
    """Replaces traces by gaps and remembers the fields these need."""

    names: tuple[str, ...]
    plant_names: frozenset[str]
    going: list[Going] = field(default_factory=list)
    fields: dict[str, dict[str, Any]] = field(default_factory=dict)

    def title(self, text: str, place: str, *, figures: bool = False) -> str:
        """A title without names, and without figures where people have written it."""
        done = text
        for trace in reversed(traces_in(text, self.names, figures=figures)):
            self.going.insert(0, Going(trace.kind, trace.text, place))
            done = done[: trace.start] + "…" + done[trace.end :]
        return done

    def runs(self, unit: Unit, place: str) -> list[Run]:
        """A unit's text without names, and without figures where people have written it."""
        done: list[Run] = []
        for run in unit.text:
            done.extend(self._words(run, place, figures=unit.own_text) if isinstance(run, str) else [run])
        return list(joined(done))

    def _words(self, text: str, place: str, *, figures: bool) -> Iterator[Run]:
        at = 0
        for trace in traces_in(text, self.names, figures=figures):
            yield text[at : trace.start]
            yield {"field": self._gap(trace)}
            self.going.append(Going(trace.kind, trace.text, place))
            at = trace.end
        yield text[at:]

    def _gap(self, trace: Trace) -> str:
        if trace.text in self.plant_names:
            self.fields.setdefault(PLANT_FIELD, _plain_field(PLANT_FIELD, "Betrieb angeben", "Wie heißt der Betrieb?"))
            return PLANT_FIELD
        key = f"vorlage.{len(self.fields) + 1}"
        label = _LABELS[trace.kind]
        self.fields[key] = _plain_field(key, label, f"Was gilt hier im neuen Betrieb ({trace.kind.german})?")
        return key


def _plain_field(key: str, label: str, ask: str) -> dict[str, Any]:
    return {
        "key": key,
        "kind": str(FieldKind.TEXT),
        "label": label,
        "ask": ask,
        "unit": "",
        "options": [],
        "required": True,
    }


def what_would_go(work: Work, agreement_id: UUID, further: Iterable[str] = ()) -> tuple[Going, ...]:
    """The names and numbers a template of this agreement would leave behind, each once, to show before keeping.

    `further`: words the user adds that shall go too.
    """
    outline = read_outline(work, agreement_id)
    return tuple(dict.fromkeys(_scrubbed(work, outline, further)[1]))


def keep_as_template(work: Work, agreement_id: UUID, title: str, further: Iterable[str] = ()) -> Template:
    """Keeps the agreement's text as a template: values, names and written figures become gaps; no origin, no ladder."""
    outline = read_outline(work, agreement_id)
    further = tuple(further)
    name = cleaned(title, TextKind.LINE).strip()
    if not name:
        raise TemplateRefused("Die Vorlage hat keinen Namen. Bitte einen eintragen.")
    plant = _plant_of(work, outline)
    if named := next(names_in(name, names_of(work, plant, further)), None):
        raise TemplateRefused(f"Der Name der Vorlage nennt „{named.text}“. Bitte einen Namen ohne den Betrieb wählen.")
    work.action("Vorlage angelegt", IN_STORE)
    content, _ = _scrubbed(work, outline, further)
    source = agreement_label(outline.agreement)
    return work.add(Template(uuid4(), AGREEMENT_TEMPLATE, name, content, work.now().date(), source))


def agreement_label(agreement: Agreement) -> str:
    """What a template says of where it came from: the type, not the plant."""
    return f"Vereinbarung {agreement.type_key}"


def _plant_of(work: Work, outline: Outline) -> Plant:
    return work.get(Plant, work.get(Project, outline.agreement.project_id).plant_id)


def _scrubbed(work: Work, outline: Outline, further: Iterable[str]) -> tuple[dict[str, Any], list[Going]]:
    plant = _plant_of(work, outline)
    parties = work.all(Party, part_id=tuple(part.id for part in outline.parts))
    said = [name for one in parties for name in (one.legal_name, one.represented_by, one.seat) if name]
    names = names_of(work, plant, (*further, *_party_names(said)))
    scrubber = _Scrubber(names, frozenset({plant.name, plant.company} - {""}))
    going = [Going(TraceKind.NAME, name, "Rubrum") for name in said]
    going.extend(
        Going(TraceKind.VALUE, shown(value).replace("\n", "; "), value.label)
        for value in outline.fields.values()
        if value.value is not None
    )
    parts = [
        {
            "rank": part.rank,
            "units": [_unit(outline, scrubber, unit, unit.title) for unit in outline.top(part.id)],
        }
        for part in outline.parts
    ]
    agreement = outline.agreement
    content = {
        "type_key": agreement.type_key,
        "title": scrubber.title(agreement.title, "Titel", figures=True),
        "parts": parts,
        "fields": _fields(outline, scrubber),
    }
    return content, going + scrubber.going


def _party_names(said: Iterable[str]) -> tuple[str, ...]:
    """Party names that do not stand for themselves: „Betriebsrat der X“ goes by X."""
    return tuple(name for name in said if not name.startswith(("Betriebsrat", "IG Metall")))


def _unit(outline: Outline, scrubber: _Scrubber, unit: Unit, place: str) -> dict[str, Any]:
    return {
        "kind": str(unit.kind),
        "title": scrubber.title(unit.title, place, figures=unit.own_text),
        "text": scrubber.runs(unit, place),
        "slot": unit.slot,
        "clause_key": unit.clause_key,
        "clause_version": unit.clause_version,
        "variant": unit.variant,
        "option": unit.option,
        "own_text": unit.own_text,
        "right": unit.right,
        "norms": list(unit.norms),
        "children": [_unit(outline, scrubber, child, place) for child in outline.children(unit)],
    }


def _fields(outline: Outline, scrubber: _Scrubber) -> list[dict[str, Any]]:
    used = {key for unit in outline.all_units() for key in fields_in(unit.text)}
    kept = [
        {
            "key": one.key,
            "kind": one.kind,
            "label": scrubber.title(one.label, one.label),
            "ask": one.ask,
            "unit": one.unit,
            "options": list(one.options),
            "required": one.required,
        }
        for one in outline.fields.values()
        if one.key in used or one.key.startswith("annex.")
    ]
    there = {one["key"] for one in kept}
    return [*kept, *(one for key, one in scrubber.fields.items() if key not in there)]


def new_from_template(work: Work, shelf: Shelf, template_id: UUID, project_id: UUID, title: str = "") -> Agreement:
    """A new agreement with the template's text in a project; parties and plant name from the project's plant."""
    template = work.get(Template, template_id)
    if template.kind != AGREEMENT_TEMPLATE:
        raise TemplateRefused(f"„{template.title}“ ist keine Vorlage für eine Vereinbarung. Bitte eine andere wählen.")
    content = template.content
    type_ = agreement_type(shelf, content["type_key"])
    agreement, plant = begin(work, type_, project_id, title or content["title"], "Vereinbarung aus Vorlage angelegt")
    for one in content["fields"]:
        work.add(_field(agreement.id, one))
    parts = work.all(Part, agreement_id=agreement.id)
    for part, kept in zip(parts, content["parts"], strict=False):
        for rank, unit in enumerate(kept["units"], start=1):
            _write(work, part.id, None, rank, unit)
    name_plant(work, agreement.id, plant)
    return agreement


def _field(agreement_id: UUID, one: Mapping[str, Any]) -> FieldValue:
    return FieldValue(
        uuid4(),
        agreement_id,
        one["key"],
        one["kind"],
        one["label"],
        options=tuple(one["options"]),
        ask=one["ask"],
        unit=one["unit"],
        required=one["required"],
    )


def _write(work: Work, part_id: UUID, parent_id: UUID | None, rank: int, one: Mapping[str, Any]) -> None:
    new = uuid4()
    work.add(
        Unit(
            new,
            part_id,
            UnitKind(one["kind"]),
            rank * 1024,
            parent_id,
            one["title"],
            tuple(one["text"]),
            one["slot"],
            one["clause_key"],
            one["clause_version"],
            one["variant"],
            one["option"],
            one["own_text"],
            one["right"],
            tuple(one["norms"]),
            word_mark(new),
        )
    )
    for number, child in enumerate(one["children"], start=1):
        _write(work, part_id, new, number, child)

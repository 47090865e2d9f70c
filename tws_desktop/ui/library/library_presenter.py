"""What the library holds, found by typing, and each thing as paragraphs to read."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from tws_desktop.domain.agreements import Template
from tws_desktop.domain.clause_fields import Right
from tws_desktop.domain.clauses import VARIANT_NAMES, Absatz, Clause
from tws_desktop.domain.formats import Format, PhaseKind
from tws_desktop.domain.german.dates import show_date
from tws_desktop.domain.methods import Method
from tws_desktop.domain.questionnaires import Questionnaire
from tws_desktop.domain.text import folded
from tws_desktop.ui.kit.rows import Row
from tws_desktop.ui.words import tr

if TYPE_CHECKING:
    from tws_desktop.catalog.catalog import Catalog

Paragraphs = tuple[tuple[str, str], ...]


class Kind(StrEnum):
    """The kinds of things in the library, in their order."""

    FORMAT = "format"
    METHOD = "method"
    QUESTIONNAIRE = "questionnaire"
    CLAUSE = "clause"
    TEMPLATE = "template"


KINDS = {
    Kind.FORMAT: ("Formate", "layers"),
    Kind.METHOD: ("Methoden", "book-open"),
    Kind.QUESTIONNAIRE: ("Fragebögen", "clipboard-list"),
    Kind.CLAUSE: ("Klauseln", "file-text"),
    Kind.TEMPLATE: ("Eigene Vorlagen", "copy"),
}
_RIGHTS = {
    Right.ENFORCEABLE: "erzwingbar",
    Right.PARTLY: "teilweise erzwingbar",
    Right.VOLUNTARY: "freiwillig",
    Right.TARIFF: "Tarifvertrag",
    Right.FRAME: "Rahmenregelung",
}


@dataclass(frozen=True, slots=True)
class Item:
    """One thing: `key` names kind and form, `words` is what typing looks through, folded."""

    key: str
    kind: Kind
    title: str
    meta: str
    status: str
    words: str


@dataclass(frozen=True, slots=True)
class Detail:
    """One thing to read: title, chips (words, tone), paragraphs."""

    title: str
    chips: tuple[tuple[str, str], ...]
    paragraphs: Paragraphs


def items(catalog: Catalog, templates: Sequence[Template]) -> tuple[Item, ...]:
    """Everything, shipped and own."""
    return tuple(_items(catalog, templates))


def _items(catalog: Catalog, templates: Sequence[Template]) -> Iterator[Item]:
    for form in catalog.formats.values():
        meta = f"Format {form.key} · {form.minutes}\u00a0min · {form.group_min} bis {form.group_max} Personen"
        yield _item(Kind.FORMAT, form.key, form.title, meta, form.status, form_paragraphs(catalog, form))
    for method in sorted(catalog.methods.values(), key=lambda method: method.title):
        meta = f"Methode · {method.minutes_min} bis {method.minutes_max}\u00a0min"
        yield _item(Kind.METHOD, method.key, method.title, meta, method.status, method_paragraphs(method))
    for sheet in catalog.questionnaires.values():
        meta = f"Fragebogen {sheet.key} · {len(sheet.items)} Aussagen"
        yield _item(Kind.QUESTIONNAIRE, sheet.key, sheet.title, meta, sheet.status, sheet_paragraphs(sheet))
    for clause in catalog.clauses.values():
        meta = f"Baustein {clause.key} · {len(clause.variants)} Fassungen · Stand {show_date(clause.stand)}"
        yield _item(Kind.CLAUSE, clause.key, clause.title, meta, clause.status, clause_paragraphs(clause))
    for template in templates:
        what = tr("Workshop") if template.kind == "workshop" else tr("Vereinbarung")
        day = f" · Stand {show_date(template.as_of)}" if template.as_of else ""
        meta = tr("Vorlage für {what}{day}").format(what=what, day=day)
        yield _item(Kind.TEMPLATE, str(template.id), template.title, meta, "eigene", template_paragraphs(template))


def _item(kind: Kind, key: str, title: str, meta: str, status: str, paragraphs: Paragraphs) -> Item:
    words = folded(f"{key} {title} {meta} " + " ".join(text for _, text in paragraphs))
    return Item(f"{kind.value}:{key}", kind, title, meta, str(status), words)


def found(all_items: Sequence[Item], kinds: Collection[Kind], typed: str) -> tuple[Item, ...]:
    """The things of these kinds that hold every typed word; those with it in the title first."""
    wanted = folded(typed).split()
    hits = [item for item in all_items if item.kind in kinds and all(word in item.words for word in wanted)]
    if not wanted:
        return tuple(hits)
    return tuple(sorted(hits, key=lambda item: not all(word in folded(item.title) for word in wanted)))


def row(item: Item) -> Row:
    """One thing as a row."""
    checked = item.status == "geprüft"
    own = item.kind is Kind.TEMPLATE
    chip = tr("geprüft") if checked else tr("eigene") if own else tr("ungeprüft")
    icon = "circle-check" if checked else "user-round" if own else "circle-question-mark"
    tone = "ok" if checked else "info" if own else "warn"
    return Row(item.key, item.title, item.meta, KINDS[item.kind][1], chip=chip, chip_icon=icon, chip_tone=tone)


def detail(catalog: Catalog, templates: Sequence[Template], key: str) -> Detail | None:
    """The thing with that key to read; None when it is gone."""
    kind, _, name = key.partition(":")
    match kind:
        case Kind.FORMAT if name in catalog.formats:
            form = catalog.formats[name]
            return Detail(form.title, ((name, "neutral"), _status(form.status)), form_paragraphs(catalog, form))
        case Kind.METHOD if name in catalog.methods:
            method = catalog.methods[name]
            return Detail(method.title, ((name, "neutral"), _status(method.status)), method_paragraphs(method))
        case Kind.QUESTIONNAIRE if name in catalog.questionnaires:
            sheet = catalog.questionnaires[name]
            return Detail(sheet.title, ((name, "neutral"), _status(sheet.status)), sheet_paragraphs(sheet))
        case Kind.CLAUSE if name in catalog.clauses:
            clause = catalog.clauses[name]
            chips = ((name, "neutral"), _status(clause.status), (_RIGHTS.get(clause.right, str(clause.right)), "info"))
            return Detail(clause.title, chips, clause_paragraphs(clause))
        case _:
            template = next((each for each in templates if str(each.id) == name), None)
            if template is None:
                return None
            return Detail(template.title, ((tr("eigene Vorlage"), "info"),), template_paragraphs(template))


def _status(status: str) -> tuple[str, str]:
    return str(status), "ok" if status == "geprüft" else "warn"


def form_paragraphs(catalog: Catalog, form: Format) -> Paragraphs:
    """A format: purpose, agenda, material, roles, traps, source."""
    lines: list[tuple[str, str]] = [("body", form.purpose), ("caption", f"Wann: {form.when}")]
    lines.append(("strong", "Ablauf"))
    for phase in form.phases:
        method = catalog.methods.get(phase.method)
        how = f" – {method.title}" if method and phase.kind is PhaseKind.STEP else ""
        lines.append(("body", f"{phase.minutes}\u00a0min  {phase.title}{how}"))
    lines += [
        ("caption", f"Ausführung „{variant.title}“, {variant.minutes}\u00a0min. {variant.when}".strip())
        for variant in form.variants
    ]
    lines += _section("Material", form.material)
    lines += _section("Rollen", form.roles)
    lines += _section("Voraussetzungen", form.prerequisites)
    lines += _section("Stolperfallen", form.pitfalls)
    lines.append(_origin(form.quelle, show_date(form.stand), form.status))
    return tuple(lines)


def method_paragraphs(method: Method) -> Paragraphs:
    """A method's help: Wozu, wann, braucht, so geht's, Stolperfallen."""
    lines: list[tuple[str, str]] = []
    for head, text in (
        ("Wozu", method.purpose),
        ("Wann", method.when),
        ("Nicht, wenn", method.not_when),
        ("Braucht", method.needs),
        ("Ergebnis", method.result),
    ):
        if text:
            lines += [("strong", head), ("body", text)]
    lines.append(("strong", "So geht’s"))
    for number, step in enumerate(method.how, start=1):
        minutes = f" ({step.minutes}\u00a0min)" if step.minutes else ""
        lines.append(("body", f"{number}. {step.title}{minutes}"))
        if step.say:
            lines.append(("caption", f"„{step.say}“"))
    lines += _section("Stolperfallen", method.traps)
    lines.append(_origin(method.quelle, show_date(method.stand), method.status))
    return tuple(lines)


def sheet_paragraphs(sheet: Questionnaire) -> Paragraphs:
    """A questionnaire: purpose, instruction, scale, items by dimension."""
    lines: list[tuple[str, str]] = [("body", sheet.purpose), ("body", sheet.instruction)]
    scale = ", ".join(f"{step.value} {step.label}" for step in sheet.scale)
    lines.append(("caption", f"Skala: {scale}"))
    for dimension in sheet.dimensions:
        lines.append(("strong", f"{dimension.key} {dimension.name}"))
        lines += [("body", f"{item.key}  {item.text}") for item in sheet.items if item.dimension == dimension.key]
    known = {dimension.key for dimension in sheet.dimensions}
    lines += [("body", f"{item.key}  {item.text}") for item in sheet.items if item.dimension not in known]
    lines.append(_origin(sheet.quelle, show_date(sheet.stand), sheet.status))
    return tuple(lines)


def clause_paragraphs(clause: Clause) -> Paragraphs:
    """A clause: hint, its three texts, basis, source, state."""
    lines: list[tuple[str, str]] = [("body", clause.hint)]
    for variant in clause.variants:
        lines.append(("strong", f"{VARIANT_NAMES[variant.id]}: {variant.title}"))
        lines += [("body", text) for absatz in variant.absaetze for text in _absatz(clause, absatz)]
        lines.append(("caption", variant.note))
    basis = ", ".join(str(each) for each in clause.bases) or "keine eigene, Rahmenregelung"
    lines += [("strong", "Grundlage"), ("body", basis)]
    lines += _section("Quellen", tuple(source.what for source in clause.quelle))
    lines.append(_origin("", show_date(clause.stand), clause.status))
    return tuple(lines)


def _absatz(clause: Clause, absatz: Absatz) -> Iterator[str]:
    mark = f"[Wahl: {absatz.label}] " if absatz.optional else ""
    yield mark + _readable(clause, absatz.text)
    for number, nummer in enumerate(absatz.nummern, start=1):
        yield f"    {number}. {_readable(clause, nummer.text)}"
        for place, buchstabe in enumerate(nummer.buchstaben):
            yield f"        {chr(97 + place)}) {_readable(clause, buchstabe.text)}"
    for sentence in absatz.sentences:
        yield f"    [Wahl: {sentence.label}] {_readable(clause, sentence.text)}"


def _readable(clause: Clause, text: str) -> str:
    """Placeholders as their labels in brackets, references by the clause they lead to."""

    def words(hit: re.Match[str]) -> str:
        name = hit.group(1)
        if name.startswith("ref:"):
            return f"[Verweis auf {name.split(':')[1]}]"
        if name.startswith("annex:"):
            return "[Verweis auf die Anlage]"
        return f"[{clause.fields[name].label}]" if name in clause.fields else f"[{name}]"

    return re.sub(r"\{([^{}]+)\}", words, text)


def template_paragraphs(template: Template) -> Paragraphs:
    """A template of one's own: where it came from, and the phases of a workshop."""
    lines: list[tuple[str, str]] = [("body", template.source or tr("Eigene Vorlage"))]
    steps = template.content.get("steps", ()) if template.kind == "workshop" else ()
    if steps:
        lines.append(("strong", "Ablauf"))
        lines += [("body", f"{step['minutes']}\u00a0min  {step['title']}") for step in steps]
    lines.append(("caption", tr("Ohne Namen und Zahlen des Betriebs, in dem sie entstand.")))
    return tuple(lines)


def _section(head: str, texts: Sequence[str]) -> list[tuple[str, str]]:
    return [("strong", head), *(("body", f"– {text}") for text in texts)] if texts else []


def _origin(source: str, day: str, status: str) -> tuple[str, str]:
    where = f"Quelle: {source} · " if source else ""
    return "caption", f"{where}Stand {day} · {status}"

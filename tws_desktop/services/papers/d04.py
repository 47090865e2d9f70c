"""D04 Maßnahmenplan: who does what by when, by person, by date, overdue, dependencies."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tws_desktop.documents.blocks import Block, Bullet, ParagraphStyle, Spans, Table, Text, Title, plain
from tws_desktop.domain.confidentiality import Audience, allowed
from tws_desktop.domain.german.dates import show_date
from tws_desktop.domain.plants import Person
from tws_desktop.domain.positions import Measure, MeasureState
from tws_desktop.domain.workshops import Workshop
from tws_desktop.services.entries import released
from tws_desktop.services.papers.paper import Made, PaperShelf, start
from tws_desktop.services.ports import Work

STATES = {
    MeasureState.PROPOSAL: "Vorschlag",
    MeasureState.BINDING: "verbindlich",
    MeasureState.RUNNING: "läuft",
    MeasureState.DONE: "erledigt",
    MeasureState.DROPPED: "entfallen",
}


def measures(work: Work, workshops: Sequence[Workshop], audience: Audience) -> tuple[list[Measure], int]:
    """The measures an audience may see, workshop after workshop, and how many it may not see."""
    order = tuple(workshop.id for workshop in workshops)
    found = sorted(work.all(Measure, workshop_id=order), key=lambda one: order.index(one.workshop_id))
    free = released(work, "measures")
    seen = [m for m in found if allowed(m.level, audience, free.get(m.id, frozenset()))]
    return seen, len(found) - len(seen)


def owner(work: Work, measure: Measure) -> str:
    """The role of who does it."""
    return work.get(Person, measure.owner_id).role if measure.owner_id else "offen"


def due(measure: Measure) -> str:
    """The date, or that there is none."""
    return show_date(measure.due) if measure.due else "offen"


def plan_table(work: Work, found: Sequence[Measure]) -> Table:
    """The measure plan as a table (method M08)."""
    heads = ("Nr.", "Was", "Wer", "Mit wem, womit", "Bis wann", "Woran erkennbar fertig", "Aufwand", "Stand")
    rows = tuple(_row(work, number, measure) for number, measure in enumerate(found, start=1))
    return Table(tuple(plain(head) for head in heads), rows, (0.6, 4, 2.5, 2.4, 1.5, 2.6, 1, 1.5))


def short_plan_table(work: Work, found: Sequence[Measure]) -> Table:
    """The measure plan for an upright page: what belongs to a measure stands below its words."""
    heads = ("Nr.", "Was", "Wer", "Bis wann", "Stand")
    rows = tuple(
        (plain(str(number)), _all_words(m), plain(owner(work, m)), plain(due(m)), plain(STATES[m.state]))
        for number, m in enumerate(found, start=1)
    )
    return Table(tuple(plain(head) for head in heads), rows, (0.8, 7, 2.6, 2.2, 2.2))


def _all_words(measure: Measure) -> Spans:
    more = (
        ("Mit wem", measure.with_whom),
        ("Womit", measure.means),
        ("Fertig, wenn", measure.done_when),
        ("Aufwand", measure.effort),
        ("Hängt ab von", measure.depends_on),
        *measure.data.items(),
    )
    return (Text(measure.text), *(Text(f"\n{label}: {said}", italic=True) for label, said in more if said))


def _row(work: Work, number: int, measure: Measure) -> tuple[Spans, ...]:
    helped = "; ".join(text for text in (measure.with_whom, measure.means) if text)
    extra = "".join(f"\n{key}: {value}" for key, value in measure.data.items())
    cells = (
        str(number),
        measure.text + extra,
        owner(work, measure),
        helped,
        due(measure),
        measure.done_when,
        measure.effort,
        STATES[measure.state],
    )
    return tuple(plain(cell) for cell in cells)


def make(work: Work, shelf: PaperShelf, workshops: tuple[Workshop, ...], audience: Audience, today: date) -> Made:
    """The paper for one workshop, or for all of a project."""
    sheet = start(work, shelf, "D04", workshops, audience, today)
    found, sheet.left_out = measures(work, workshops, audience)
    sheet.blocks.append(Title(sheet.paper.title, sheet.text("einleitung")))
    sheet.section("plan", [plan_table(work, found)] if found else [])
    if any(measure.state is MeasureState.PROPOSAL for measure in found):
        sheet.say("vorschlag", ParagraphStyle.NOTE)
    open_ones = [m for m in found if m.state in {MeasureState.BINDING, MeasureState.RUNNING}]
    sheet.section("personen", _by_person(work, open_ones))
    sheet.section("termine", _by_date(work, open_ones))
    late = [m for m in open_ones if m.due and m.due < today]
    sheet.section("ueberfaellig", [Bullet(plain(f"{m.text} – {owner(work, m)}, {due(m)}")) for m in late])
    linked = [m for m in found if m.depends_on]
    sheet.section("abhaengig", [Bullet(plain(f"{m.text} hängt ab von: {m.depends_on}")) for m in linked])
    sheet.say("verfasst", ParagraphStyle.NOTE)
    return sheet.made("Maßnahmenplan", header_right="" if sheet.released else sheet.text("entwurf"))


def _by_person(work: Work, found: Sequence[Measure]) -> list[Block]:
    people: dict[str, list[Measure]] = {}
    for measure in found:
        people.setdefault(owner(work, measure), []).append(measure)
    return [
        Bullet((Text(f"{who}: ", bold=True), Text("; ".join(f"{m.text} (bis {due(m)})" for m in own))))
        for who, own in sorted(people.items())
    ]


def _by_date(work: Work, found: Sequence[Measure]) -> list[Block]:
    dated = sorted((m for m in found if m.due), key=lambda m: m.due or date.max)
    return [Bullet((Text(f"{due(m)}: ", bold=True), Text(f"{m.text} – {owner(work, m)}"))) for m in dated]

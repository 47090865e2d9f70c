"""The triggers that a project's results set off; answers "weiß nicht" and "nicht relevant" never do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from tws_desktop.domain.agreements import EvidenceFrom
from tws_desktop.domain.anonymity import THRESHOLD
from tws_desktop.domain.board_parameters import SheetMode
from tws_desktop.domain.errors import InputRefused
from tws_desktop.domain.german import read_number
from tws_desktop.domain.plants import FactKind, PlantFact, Project
from tws_desktop.domain.positions import Position, Trade
from tws_desktop.domain.results import Answer, Sheet
from tws_desktop.domain.scoring.answers import Direction, Item, Special, group_value
from tws_desktop.domain.text import listed
from tws_desktop.domain.triggers import PositionMark, Reason, Results, Subject, fired
from tws_desktop.domain.workshops import EntryKind, WorkshopState
from tws_desktop.services.agreements.results import ProjectResults, Support
from tws_desktop.services.agreements.shelf import Shelf
from tws_desktop.services.plants import latest_facts
from tws_desktop.services.ports import Work

_FUNDS = frozenset({"INV-06", "INV-07"})
_FLOWS = frozenset({"fonds_zufluss", "fonds_arbeitgeber", "fonds_betrag"})
"""Tariff facts that say what flows into a fund."""


@dataclass(frozen=True, slots=True)
class Fired:
    """A trigger that results have set off, with the results that did it."""

    key: str
    title: str
    supports: tuple[Support, ...]


@dataclass(frozen=True, slots=True)
class _Gathered:
    results: Results
    answers: dict[str, tuple[Support, ...]]
    facts: dict[str, Support]
    positions: dict[str, tuple[Support, ...]]


def fired_triggers(work: Work, shelf: Shelf, project_id: UUID, found: ProjectResults) -> tuple[Fired, ...]:
    """Every trigger that fires on the project's answers, facts, chosen topics, positions and formats held."""
    gathered = _gather(work, project_id, found)
    done: list[Fired] = []
    for trigger in shelf.triggers.values():
        reasons = fired(trigger, gathered.results)
        if reasons:
            supports = tuple(dict.fromkeys(one for why in reasons for one in _supports(why, gathered, found)))
            done.append(Fired(trigger.key, trigger.title, supports))
    return tuple(done)


def _gather(work: Work, project_id: UUID, found: ProjectResults) -> _Gathered:
    values, answers = _answers(work, found)
    facts: dict[str, float | str] = {}
    fact_supports: dict[str, Support] = {}
    plant_id = work.get(Project, project_id).plant_id
    for fact in latest_facts(work, plant_id, FactKind.PROFILE).values():
        facts[fact.key] = _number_or_word(fact.value)
        text = " ".join(part for part in (fact.key, fact.value, fact.unit) if part)
        fact_supports[fact.key] = Support(EvidenceFrom.FACT, fact.id, text, fact.source, "", fact.as_of, fact.level)
    share = _share(facts.get("leiharbeit"), facts.get("beschaeftigte"))
    if share is not None and "leiharbeitsquote" not in facts:
        facts["leiharbeitsquote"], fact_supports["leiharbeitsquote"] = share, fact_supports["leiharbeit"]
    positions = _marked(work, project_id, plant_id, found)
    held = {one.format_key for one in found.workshops.values() if one.state is not WorkshopState.PLANNED}
    results = Results(
        items=values,
        facts=facts,
        reported=frozenset(_reported(found)),
        topics=frozenset(found.chosen_topics()),
        formats=frozenset(held),
        positions=frozenset(positions),
    )
    return _Gathered(results, answers, fact_supports, positions)


def _share(part: float | str | None, whole: float | str | None) -> float | None:
    if not isinstance(part, float) or not isinstance(whole, float) or whole <= 0:
        return None
    return 100 * part / whole


def _marked(work: Work, project_id: UUID, plant_id: UUID, found: ProjectResults) -> dict[str, tuple[Support, ...]]:
    """Positions that want a fund while nobody says who pays: no amount, no trade, no inflow by tariff agreement."""
    flows = any(fact.key in _FLOWS for fact in work.all(PlantFact, plant_id=plant_id, kind=FactKind.TARIFF))
    traded = {trade.position_id for trade in work.all(Trade, project_id=project_id)}
    bare = [
        found.of_position(one)
        for one in found.positions
        if _wants_fund(one) and not flows and one.id not in traded and not any(c.isdigit() for c in one.target_value)
    ]
    return {PositionMark.FUND_WITHOUT_FINANCING: tuple(bare)} if bare else {}


def _wants_fund(one: Position) -> bool:
    words = f"{one.title} {one.goal} {one.measure}".casefold()
    return "fonds" in words or bool(_FUNDS & set(listed(str(one.data.get("clauses", "")))))


def _reported(found: ProjectResults) -> Iterable[str]:
    """The kinds that entries of announced facts carry (Abbau, Verkauf)."""
    for entry in found.entries.values():
        if entry.kind is EntryKind.FACT:
            yield from (str(value) for name, value in entry.data.items() if name in {"kind", "art"})


def _answers(work: Work, found: ProjectResults) -> tuple[dict[str, float], dict[str, tuple[Support, ...]]]:
    """The group's value of each item in the latest workshop that asked for it."""
    sheets = {one.id: one for one in work.all(Sheet, step_id=tuple(found.steps))}
    given: dict[tuple[UUID, str], list[tuple[Sheet, Answer]]] = {}
    for answer in work.all(Answer, sheet_id=tuple(sheets)):
        sheet = sheets[answer.sheet_id]
        workshop_id = found.steps[sheet.step_id].workshop_id
        given.setdefault((workshop_id, answer.item_key), []).append((sheet, answer))
    values: dict[str, float] = {}
    supports: dict[str, tuple[Support, ...]] = {}
    order = sorted(given, key=lambda key: (str(found.workshops[key[0]].starts_on or ""), str(key[0])))
    for workshop_id, item in order:
        rows = given[workshop_id, item]
        value = _group(item, rows)
        values.pop(item, None)
        if value is None:
            continue
        values[item] = value
        workshop = found.workshops[workshop_id]
        agreed = [answer for sheet, answer in rows if sheet.mode is SheetMode.AGREED]
        supports[item] = tuple(
            Support(
                EvidenceFrom.ANSWER, one.id, item, f"Wert {one.value}", workshop.title, workshop.starts_on, one.level
            )
            for one in agreed
        )
    return values, supports


def _group(item: str, rows: list[tuple[Sheet, Answer]]) -> float | None:
    """The agreed value, or the median of single sheets if at least five were handed in."""
    agreed = [answer for sheet, answer in rows if sheet.mode is SheetMode.AGREED]
    if not agreed and len(rows) < THRESHOLD:
        return None
    answers = [Special(one.special) if one.special else one.value for one in agreed or [a for _, a in rows]]
    known = [one for one in answers if one is not None]
    return group_value(Item(item, item[:1], Direction.EXPOSURE), known).value


def _supports(reason: Reason, gathered: _Gathered, found: ProjectResults) -> tuple[Support, ...]:
    match reason.subject:
        case Subject.ITEM:
            return gathered.answers.get(reason.key, ())
        case Subject.FACT:
            return (gathered.facts[reason.key],)
        case Subject.TOPIC:
            return found.for_topic(reason.key)
        case Subject.POSITION:
            return gathered.positions[reason.key]
        case _:
            return ()


def _number_or_word(text: str) -> float | str:
    try:
        return float(read_number(text))
    except InputRefused:
        return text

"""Questionnaires: open a sheet with its own copy of the items, answer it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID, uuid4

from tws_desktop.domain.board_parameters import SheetMode
from tws_desktop.domain.errors import InputRefused
from tws_desktop.domain.keeping import in_workshop
from tws_desktop.domain.questionnaires import Questionnaire
from tws_desktop.domain.results import Answer, Sheet
from tws_desktop.domain.text import cleaned
from tws_desktop.domain.workshops import Step, Workshop, starting_level
from tws_desktop.services.ports import Work

UNKNOWN, IRRELEVANT = "W", "N"


def open_sheet(
    work: Work, step_id: UUID, questionnaire: Questionnaire, mode: SheetMode, *, short: bool = False
) -> Sheet:
    """The agreed sheet of a step, made on first use; for single mode a new sheet each time."""
    if mode is SheetMode.AGREED:
        found = work.find(Sheet, step_id=step_id, questionnaire_key=questionnaire.key)
        if found is not None:
            return found
    step = work.get(Step, step_id)
    work.action("Fragebogen geöffnet", in_workshop(step.workshop_id))
    items = tuple(item for item in questionnaire.items if not short or item.key in questionnaire.short)
    held_on = work.get(Workshop, step.workshop_id).starts_on
    return work.add(Sheet(uuid4(), step_id, questionnaire.key, questionnaire.version, items, mode, as_of=held_on))


def agreed_for(work: Work, step_id: UUID, questionnaire: Questionnaire, what: str, *, short: bool = False) -> Sheet:
    """The agreed sheet for the act `what`; if it has to be opened, opening and act are one undo step."""
    work.action(what, in_workshop(work.get(Step, step_id).workshop_id))
    return open_sheet(work, step_id, questionnaire, SheetMode.AGREED, short=short)


def record_single(
    work: Work, step_id: UUID, questionnaire: Questionnaire, given: Mapping[str, int | str], words: Mapping[str, str]
) -> Sheet:
    """A sheet typed from paper, whole in one undo step: values by item, lines of text by item.

    Raises `InputRefused` for a sheet without any answer.
    """
    told = {key: text for key, text in words.items() if text.strip()}
    if not given and not told:
        raise InputRefused("Der Bogen ist leer. Bitte mindestens eine Antwort eintragen.")
    work.action("Bogen vom Papier erfasst", in_workshop(work.get(Step, step_id).workshop_id))
    sheet = open_sheet(work, step_id, questionnaire, SheetMode.SINGLE)
    for key, value in given.items():
        answer(work, sheet.id, key, value)
    for key, text in told.items():
        explain(work, sheet.id, key, "reason", text)
    return sheet


def answer(work: Work, sheet_id: UUID, item_key: str, given: int | str | None) -> Answer | None:
    """Record a value, "W" or "N" for an item; None takes the answer back unless words belong to it."""
    if not (given is None or given in {UNKNOWN, IRRELEVANT} or isinstance(given, int)):
        raise InputRefused(f"„{given}“ ist keine Antwort. Bitte eine Zahl der Skala, W oder N wählen.")
    values: dict[str, Any] = {
        "value": given if isinstance(given, int) else None,
        "special": given if isinstance(given, str) else "",
    }
    return _write(work, sheet_id, item_key, f"{item_key} beantwortet", values)


def explain(work: Work, sheet_id: UUID, item_key: str, field: str, text: str) -> Answer | None:
    """Record `reason`, `evidence` or `dissent` of an item."""
    if field not in {"reason", "evidence", "dissent"}:
        raise ValueError(field)
    return _write(work, sheet_id, item_key, f"{item_key} begründet", {field: cleaned(text)})


def _write(work: Work, sheet_id: UUID, item_key: str, what: str, values: dict[str, Any]) -> Answer | None:
    sheet = work.get(Sheet, sheet_id)
    if item_key not in {item.key for item in sheet.items_copy}:
        raise InputRefused(f"Die Aussage {item_key} steht nicht auf diesem Bogen. Bitte eine andere wählen.")
    step = work.get(Step, sheet.step_id)
    work.action(what, in_workshop(step.workshop_id))
    found = work.find(Answer, sheet_id=sheet_id, item_key=item_key)
    if found is None:
        level = starting_level(work.get(Workshop, step.workshop_id), step)
        return work.add(Answer(uuid4(), sheet_id, item_key, level=level, **values))
    changed = work.change(found, **values)
    if changed.value is None and not (changed.special or changed.reason or changed.evidence or changed.dissent):
        work.remove(changed)
        return None
    return changed


def answers(work: Work, sheet_id: UUID) -> dict[str, Answer]:
    """The answers of a sheet by item."""
    return {found.item_key: found for found in work.all(Answer, sheet_id=sheet_id)}

"""The result of a Q1 sheet: indices, dimensions, ranked topics, and the questions that not knowing leaves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from tws_desktop.domain.board_parameters import SheetMode
from tws_desktop.domain.questionnaires import Direction, Item, Questionnaire
from tws_desktop.domain.results import Answer, Sheet
from tws_desktop.domain.scoring import answers as rules
from tws_desktop.domain.scoring import q1
from tws_desktop.services.boards.sheets import answers
from tws_desktop.services.ports import Work


def result(work: Work, sheets: Sequence[Sheet], questionnaire: Questionnaire) -> q1.Result:
    """The scored result of one agreed sheet, or of all single sheets together."""
    return scored(sheets, {sheet.id: answers(work, sheet.id) for sheet in sheets}, questionnaire)


def scored(
    sheets: Sequence[Sheet], given: Mapping[UUID, Mapping[str, Answer]], questionnaire: Questionnaire
) -> q1.Result:
    """The same from answers already read, by sheet."""
    values = [_values(given.get(sheet.id, {})) for sheet in sheets]
    items = sheets[0].items_copy if sheets else questionnaire.items
    agreed = len(sheets) == 1 and sheets[0].mode is SheetMode.AGREED
    return q1.evaluated(_scored_items(items, questionnaire), values, agreed=agreed)


def _scored_items(items: Sequence[Item], questionnaire: Questionnaire) -> list[rules.Item]:
    exposure = {d.key for d in questionnaire.dimensions if d.direction is Direction.EXPOSURE}
    return [
        rules.Item(
            item.key,
            item.dimension,
            rules.Direction.EXPOSURE if item.dimension in exposure else rules.Direction.READINESS,
            (item.topic,) if item.topic else (),
            item.version,
            not item.optional,
        )
        for item in items
    ]


def _values(given: Mapping[str, Answer]) -> dict[str, int | rules.Special]:
    found: dict[str, int | rules.Special] = {}
    for key, answer in given.items():
        if answer.special:
            found[key] = rules.Special(answer.special)
        elif answer.value is not None:
            found[key] = answer.value
    return found


def unknown_items(work: Work, sheet: Sheet) -> tuple[Item, ...]:
    """The items answered "weiß nicht": each is a question to be asked."""
    given = answers(work, sheet.id)
    return tuple(i for i in sheet.items_copy if (a := given.get(i.key)) is not None and a.special == "W")

"""What many single sheets say together: mean, spread, lines of text; nothing below the least number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from uuid import UUID

from tws_desktop.domain.questionnaires import Item, ItemKind, Questionnaire
from tws_desktop.domain.results import Answer


@dataclass(frozen=True, slots=True)
class ItemTotal:
    """How often each value was given to a statement; `none` counts sheets without a value."""

    item: Item
    counts: tuple[tuple[int, int], ...]
    none: int

    @property
    def given(self) -> int:
        """How many values there are."""
        return sum(count for _, count in self.counts)

    @property
    def mean(self) -> float | None:
        """The arithmetic mean; None without any value."""
        return sum(value * count for value, count in self.counts) / self.given if self.given else None


@dataclass(frozen=True, slots=True)
class SingleResult:
    """All sheets together. `hidden`: fewer sheets than may be shown, so there are neither totals nor texts."""

    sheets: int
    least: int
    totals: tuple[ItemTotal, ...]
    texts: tuple[tuple[Item, tuple[str, ...]], ...]

    @property
    def hidden(self) -> bool:
        """Whether one could guess who said what."""
        return self.sheets < self.least


def single_result(questionnaire: Questionnaire, given: Collection[Mapping[str, Answer]]) -> SingleResult:
    """Totals of the sheets; a statement with fewer values than `hidden_below` keeps them back; texts come sorted."""
    least = questionnaire.hidden_below
    if len(given) < least:
        return SingleResult(len(given), least, (), ())
    totals = tuple(_total(item, questionnaire, given) for item in questionnaire.items if item.kind is ItemKind.SCALE)
    texts = tuple((item, _texts(item, given)) for item in questionnaire.items if item.kind is ItemKind.TEXT)
    return SingleResult(len(given), least, totals, texts)


def sheets_of(answers: Mapping[UUID, Mapping[str, Answer]]) -> tuple[Mapping[str, Answer], ...]:
    """The sheets with at least one answer."""
    return tuple(each for each in answers.values() if each)


def _total(item: Item, questionnaire: Questionnaire, given: Collection[Mapping[str, Answer]]) -> ItemTotal:
    values = [a.value for sheet in given if (a := sheet.get(item.key)) is not None and a.value is not None]
    if 0 < len(values) < questionnaire.hidden_below:
        return ItemTotal(item, (), len(given))
    found = Counter(values)
    counts = tuple((step.value, found[step.value]) for step in questionnaire.scale)
    return ItemTotal(item, counts, len(given) - len(values))


def _texts(item: Item, given: Collection[Mapping[str, Answer]]) -> tuple[str, ...]:
    found = (a.reason for sheet in given if (a := sheet.get(item.key)) is not None and a.reason)
    return tuple(sorted(found, key=str.casefold))

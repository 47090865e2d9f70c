"""What the agreed sheet says right now: blocks, answers with those under way, questions, disputed statements."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID, uuid4

from tws_desktop.domain.board_parameters import SheetMode
from tws_desktop.domain.questionnaires import Direction, Item, Questionnaire
from tws_desktop.domain.results import Answer, Sheet
from tws_desktop.domain.scoring import q1
from tws_desktop.services.boards.content import Content
from tws_desktop.services.boards.profile import scored

GIVEN = "given"
ASKED_FROM = 2
"""A readiness statement answered with this or less is a question to the employer."""


@dataclass(frozen=True, slots=True)
class Block:
    """The statements of one dimension; a questionnaire without dimensions is one block."""

    key: str
    name: str
    items: tuple[Item, ...]

    @property
    def title(self) -> str:
        """Key and name."""
        return f"{self.key} · {self.name}" if self.name else self.key


@dataclass(frozen=True, slots=True)
class SheetState:
    """A questionnaire, the sheet (not stored before its first answer) and its answers."""

    questionnaire: Questionnaire
    sheet: Sheet
    answers: Mapping[str, Answer]

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks that have statements on this sheet, in order."""
        named = [(d.key, d.name) for d in self.questionnaire.dimensions] or [("", "")]
        made = (Block(key, name, self._of(key)) for key, name in named)
        return tuple(block for block in made if block.items)

    def block(self, key: str) -> Block:
        """The block with that key, else the first."""
        return next((block for block in self.blocks if block.key == key), self.blocks[0])

    def block_of(self, item_key: str) -> Block:
        """The block a statement stands in, else the first."""
        return next((b for b in self.blocks if any(i.key == item_key for i in b.items)), self.blocks[0])

    def given(self, item_key: str) -> str:
        """What was answered in the signs of the sheet (1 to 5, W, N); empty without answer."""
        answer = self.answers.get(item_key)
        if answer is None:
            return ""
        return answer.special or (str(answer.value) if answer.value is not None else "")

    def complete(self, block: Block) -> bool:
        """Whether every statement of a block is answered."""
        return all(self.given(item.key) for item in block.items)

    @property
    def answered(self) -> int:
        """How many statements are answered."""
        return sum(bool(self.given(item.key)) for item in self.sheet.items_copy)

    @property
    def result(self) -> q1.Result:
        """The scored result."""
        return scored((self.sheet,), {self.sheet.id: self.answers}, self.questionnaire)

    def question(self, item: Item) -> str:
        """The question a statement leaves, with its norm: at "weiß nicht", and at a low readiness; else empty."""
        given = self.given(item.key)
        asked = given == "W" or (self._is_readiness(item) and given.isdigit() and int(given) <= ASKED_FROM)
        if not asked or not item.question:
            return ""
        lead = "Frage für den Brief" if item.addressee == "Arbeitgeber" else f"Frage an {item.addressee}"
        return f"{lead}: {item.question}" + (f" ({item.norm})" if item.norm else "")

    @property
    def unknown(self) -> tuple[Item, ...]:
        """The counting statements answered with "weiß nicht"."""
        return tuple(i for i in self.sheet.items_copy if not i.optional and self.given(i.key) == "W")

    @property
    def relevant(self) -> int:
        """How many counting statements are answered and not set aside as not relevant."""
        return sum(self.given(i.key) not in {"", "N"} for i in self.sheet.items_copy if not i.optional)

    @property
    def disputed(self) -> tuple[Item, ...]:
        """The statements with a second opinion."""
        return tuple(i for i in self.sheet.items_copy if (a := self.answers.get(i.key)) is not None and a.dissent)

    def _of(self, dimension: str) -> tuple[Item, ...]:
        return tuple(item for item in self.sheet.items_copy if item.dimension == dimension)

    def _is_readiness(self, item: Item) -> bool:
        readiness = {d.key for d in self.questionnaire.dimensions if d.direction is Direction.READINESS}
        return item.dimension in readiness


def sheet_state(
    content: Content, questionnaire: Questionnaire, said: Mapping[tuple[str, str], str], *, short: bool = False
) -> SheetState:
    """The state of the stored sheet (else of an unwritten one) with what is said but still under way.

    `said` holds texts by statement and field: `given` (1 to 5, W, N, or empty), `reason`, `evidence`, `dissent`.
    """
    sheet = content.sheets[0] if content.sheets else _unwritten(content.step.id, questionnaire, short)
    answers = dict(content.answers)
    for (key, field), text in said.items():
        found = answers.get(key) or Answer(uuid4(), sheet.id, key, level=content.level)
        if field == GIVEN:
            value, special = (int(text), "") if text.isdigit() else (None, text)
            answers[key] = replace(found, value=value, special=special)
        else:
            words: dict[str, Any] = {field: text}
            answers[key] = replace(found, **words)
    return SheetState(questionnaire, sheet, answers)


def _unwritten(step_id: UUID, questionnaire: Questionnaire, short: bool) -> Sheet:
    items = tuple(item for item in questionnaire.items if not short or item.key in questionnaire.short)
    return Sheet(uuid4(), step_id, questionnaire.key, questionnaire.version, items, SheetMode.AGREED)

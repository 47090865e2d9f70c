"""Wording of phases that was typed but not settled when the program ended."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from tws_desktop.domain.errors import InputRefused
from tws_desktop.domain.keeping import in_workshop
from tws_desktop.domain.workshops import Step
from tws_desktop.services.ports import Work
from tws_desktop.services.workshops.prepare import change_step

_THING = "steps"


def sentences(text: str) -> tuple[str, ...]:
    """Sentences to say, one per line; empty lines are left out."""
    return tuple(line.strip() for line in text.split("\n") if line.strip())


def keep(work: Work, step_id: UUID, column: str, text: str) -> None:
    """Keep keystrokes of a phase's column outside the history."""
    work.keep_draft(_THING, str(step_id), column, text)


def forget(work: Work, step_id: UUID, column: str) -> None:
    """The text was settled."""
    work.keep_draft(_THING, str(step_id), column, "")


def waiting(work: Work, workshop_id: UUID) -> int:
    """How many texts of a workshop's phases were left unsettled."""
    return sum(len(work.drafts(_THING, str(step.id))) for step in work.all(Step, workshop_id=workshop_id))


def recover(work: Work, workshop_id: UUID) -> int:
    """Store the unsettled texts as one undo step; what a column does not take is dropped. Returns how many."""
    work.action("Text nach Abbruch wiederhergestellt", in_workshop(workshop_id))
    count = 0
    for step in work.all(Step, workshop_id=workshop_id):
        for column, text in work.drafts(_THING, str(step.id)).items():
            forget(work, step.id, column)
            value: Any = sentences(text) if column == "say" else text
            try:
                change_step(work, step.id, **{column: value})
            except InputRefused:
                continue
            count += 1
    return count

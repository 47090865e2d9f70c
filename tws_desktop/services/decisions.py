"""What the council has decided in its session: a motion, its counts, and the result that follows from them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from tws_desktop.domain.decisions import Decision as Outcome
from tws_desktop.domain.decisions import decided, tally_of
from tws_desktop.domain.keeping import in_project
from tws_desktop.domain.plants import Plant, Project
from tws_desktop.domain.positions import Decision, DecisionKind
from tws_desktop.domain.text import TextKind, cleaned
from tws_desktop.domain.workshops import Workshop
from tws_desktop.services.ports import Work
from tws_desktop.services.ranks import last_rank
from tws_desktop.services.trash import workshops_away

COUNTS = ("members", "present", "taking_part", "jav", "yes", "no", "abstain")
"""The counts of a session, as they are noted one after the other."""


def motions(work: Work, project_id: UUID) -> tuple[Decision, ...]:
    """The motions of a project: drafts from its workshops, and what the council has decided."""
    away = workshops_away(work, project_id)
    return tuple(one for one in work.all(Decision, project_id=project_id) if one.workshop_id not in away)


def outcome(motion: Decision) -> Outcome | None:
    """The result of a council's decision, None while a count is missing or it is only a draft."""
    tally = tally_of(motion) if motion.kind is DecisionKind.COUNCIL else None
    return decided(tally) if tally is not None else None


def add_motion(work: Work, project_id: UUID) -> Decision:
    """A motion without words yet; it belongs to the last workshop, so that its papers show it."""
    held = [one for one in work.all(Workshop, project_id=project_id) if one.trashed_at is None]
    last = max(held, key=lambda one: one.starts_on or date.min, default=None)
    work.action("Antrag angelegt", in_project(project_id))
    rank = last_rank(motions(work, project_id))
    workshop_id = last.id if last is not None else None
    seats = work.get(Plant, work.get(Project, project_id).plant_id).council_size
    return work.add(Decision(uuid4(), project_id, DecisionKind.COUNCIL, "", workshop_id, rank, members=seats))


def note_decision(work: Work, motion_id: UUID, **values: Any) -> Decision:
    """Notes wording, session day or counts; with a count the motion is the council's decision (§ 33 BetrVG).

    Refuses a count that does not fit the others.
    """
    motion = work.get(Decision, motion_id)
    if "wording" in values:
        values["wording"] = cleaned(values["wording"], TextKind.LONG).strip()
    if values.keys() & set(COUNTS):
        values["kind"] = DecisionKind.COUNCIL
    outcome(replace(motion, **values))
    work.action("Beschluss geändert", in_project(motion.project_id))
    return work.change(motion, **values)

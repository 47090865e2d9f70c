"""Which measures of a project both sides sign for: the first annex of an agreement, in every edition the same."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from tws_desktop.domain.confidentiality import Audience, Level, allowed
from tws_desktop.domain.positions import Measure, MeasureState
from tws_desktop.domain.workshops import Release
from tws_desktop.services.ports import Work
from tws_desktop.services.trash import workshops_away

_OVER = frozenset({MeasureState.DONE, MeasureState.DROPPED})
"""Measures that are no longer to be done: nobody signs for them."""


def open_measures(work: Work, project_id: UUID) -> tuple[Measure, ...]:
    """Measures of the project that are still to be done, by date; those without a date come last.

    Those of a workshop in the trash do not count.
    """
    away = workshops_away(work, project_id)
    every = work.all(Measure, project_id=project_id)
    found = (one for one in every if one.state not in _OVER and one.workshop_id not in away)
    return tuple(sorted(found, key=lambda one: (one.due or date.max, one.rank)))


def measure_plan(work: Work, project_id: UUID) -> tuple[Measure, ...]:
    """The open measures released to the employer; what the council does for itself is no part of an agreement."""
    return tuple(
        one
        for one in open_measures(work, project_id)
        if may_see(work, "measures", one.id, one.level, Audience.ARBEITGEBER)
    )


def may_see(work: Work, thing: str, thing_id: UUID, level: Level, audience: Audience) -> bool:
    """Whether a thing of that level, with its releases, is for the audience."""
    released = frozenset(one.audience for one in work.all(Release, thing=thing, thing_id=thing_id))
    return allowed(level, audience, released)

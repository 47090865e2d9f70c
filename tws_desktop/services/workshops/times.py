"""The clock times of an agenda as printed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from tws_desktop.domain.errors import InputRefused
from tws_desktop.domain.german.times import read_time
from tws_desktop.domain.workshops import Step, Workshop


def beginning(workshop: Workshop) -> datetime:
    """The planned local start; nine o'clock where the time cannot be read."""
    try:
        clock = read_time(workshop.starts_at)
    except InputRefused:
        clock = read_time("9:00")
    return datetime.combine(workshop.starts_on or date(2026, 1, 1), clock)


def starts(workshop: Workshop, steps: Sequence[Step]) -> tuple[str, ...]:
    """`08:15` for each phase."""
    moment, found = beginning(workshop), []
    for step in steps:
        found.append(f"{moment:%H:%M}")
        moment += timedelta(minutes=step.minutes)
    return tuple(found)

"""Lay out a workshop in one step: plant and project made on the way, from a format or a template."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from tws_desktop.domain.errors import InputRefused
from tws_desktop.domain.formats import Format
from tws_desktop.domain.german.times import show_time
from tws_desktop.domain.workshops import Step, Workshop
from tws_desktop.services import plants
from tws_desktop.services.agreements.workshop_templates import new_workshop_from_template
from tws_desktop.services.ports import Work
from tws_desktop.services.workshops import agenda, prepare


@dataclass(frozen=True, slots=True)
class Wish:
    """What the form asks. An id chooses what is there, a name makes it; one of format and template is given.

    `values` are columns of the workshop (starts_on, starts_at, place, headcount, room_audience, default_level).
    """

    plant_id: UUID | None = None
    plant_name: str = ""
    project_id: UUID | None = None
    project_title: str = ""
    form: Format | None = None
    variant: str = ""
    template_id: UUID | None = None
    values: Mapping[str, Any] = field(default_factory=dict)


def create(work: Work, wish: Wish) -> Workshop:
    """The workshop, its plant and project made as far as they are new; the wished end is that of the agenda."""
    project_id = wish.project_id
    if project_id is None:
        plant_id = wish.plant_id or plants.add_plant(work, wish.plant_name).id
        project_id = plants.add_project(work, plant_id, wish.project_title or "Vorhaben").id
    values = dict(wish.values)
    if wish.template_id is not None:
        made = new_workshop_from_template(work, wish.template_id, project_id, starts_on=values.pop("starts_on", None))
        made = work.change(made, **values)
    elif wish.form is not None:
        made = prepare.create_workshop(work, project_id, wish.form, wish.variant, **values)
    else:
        raise InputRefused("Es ist kein Format gewählt. Bitte ein Format oder eine Vorlage wählen.")
    end = agenda.planned_end(made, work.all(Step, workshop_id=made.id))
    return work.change(made, format_copy={**made.format_copy, agenda.END: show_time(end.time())})

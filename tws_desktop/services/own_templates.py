"""One's own templates: listed, renamed."""

from __future__ import annotations

from uuid import UUID

from tws_desktop.domain.agreements import Template
from tws_desktop.domain.errors import InputRefused
from tws_desktop.domain.keeping import IN_STORE
from tws_desktop.domain.text import TextKind, cleaned
from tws_desktop.services.ports import Work


def own_templates(work: Work) -> tuple[Template, ...]:
    """The templates outside the trash by title."""
    return tuple(sorted(work.all(Template, trashed_at=None), key=lambda template: template.title.casefold()))


def rename(work: Work, template_id: UUID, title: str) -> Template:
    """Give a template another name."""
    name = cleaned(title, TextKind.LINE).strip()
    if not name:
        raise InputRefused("Die Vorlage braucht einen Namen. Bitte einen eingeben.")
    work.action("Vorlage umbenannt", IN_STORE)
    return work.change(work.get(Template, template_id), title=name)

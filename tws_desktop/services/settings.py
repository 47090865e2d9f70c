"""Settings of this data place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from tws_desktop.domain.keeping import IN_STORE, Setting
from tws_desktop.domain.text import cleaned
from tws_desktop.services.ports import Work


@dataclass(frozen=True, slots=True)
class Facilitator:
    """Who leads the workshops: printed on papers, never in a file's metadata."""

    name: str = ""
    role: str = ""
    office: str = ""


def setting(work: Work, key: str, default: Any = None) -> Any:
    """The value of a setting."""
    found = work.find(Setting, key=key)
    return default if found is None else found.value


def set_setting(work: Work, key: str, value: Any) -> None:
    """Store a setting."""
    work.action("Einstellung geändert", IN_STORE)
    found = work.find(Setting, key=key)
    if found is None:
        work.add(Setting(uuid4(), key, value))
    else:
        work.change(found, value=value)


def facilitator(work: Work) -> Facilitator:
    """Name, role and office as entered."""
    return Facilitator(**{key: setting(work, key, "") for key in ("name", "role", "office")})


def set_facilitator(work: Work, who: Facilitator) -> None:
    """Store name, role and office."""
    for key in ("name", "role", "office"):
        set_setting(work, key, cleaned(getattr(who, key)).strip())

"""What every page and board is given: the store's calls, the catalogue, today, and the way to other places."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from tws_desktop.ui.calls import Calls

if TYPE_CHECKING:
    from tws_desktop.catalog.catalog import Catalog

Open = Callable[[str, UUID | None], None]
"""Go to a page by its key (`today`, `plants`, `plant`, `project`, `workshops`, `workshop`, `room`, `photos`, `papers`,
`agreements`, `agreement`, `library`, `settings`) and the thing to show there."""


def local_today() -> date:
    """The local day."""
    return datetime.now().astimezone().date()


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Desk:
    """The surroundings of a page."""

    calls: Calls
    catalog: Catalog
    open: Open
    today: Callable[[], date] = local_today
    now: Callable[[], datetime] = _now

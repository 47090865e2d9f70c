"""Records that were read before: a board of thousands reads again only the rows that have changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from tws_desktop.domain.results import Answer
from tws_desktop.domain.workshops import Entry

MANY: frozenset[Any] = frozenset({Entry, Answer})
"""The kinds that come in thousands and are read again after every action."""

_MOST = 20_000


class Kept:
    """Committed records by kind, id and revision; whatever is written forgets its record."""

    def __init__(self) -> None:
        self._known: dict[Any, dict[str, tuple[int, Any]]] = {kind: {} for kind in MANY}

    def forget(self, kind: Any, record_id: str) -> None:
        """A row has been written."""
        if kind in self._known:
            self._known[kind].pop(record_id, None)

    def records(
        self,
        kind: Any,
        wanted: Iterable[tuple[str, int]],
        fetch: Callable[[tuple[str, ...]], Iterable[Any]],
    ) -> tuple[Any, ...]:
        """The records of these ids and revisions, in this order; `fetch` reads those not known."""
        pairs = list(wanted)
        known = self._known[kind]
        missing = tuple(i for i, revision in pairs if known.get(i, (-1,))[0] != revision)
        if len(known) + len(missing) > _MOST:
            known.clear()
            missing = tuple(i for i, _ in pairs)
        fresh = {record.id.hex: (record.revision, record) for record in fetch(missing)} if missing else {}
        known.update(fresh)
        return tuple(known[i][1] for i, _ in pairs)

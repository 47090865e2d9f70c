"""What was read before: questions to a table that nobody wrote to, and of large tables the rows that stayed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from tws_desktop.domain.results import Answer
from tws_desktop.domain.workshops import Entry

MANY: frozenset[Any] = frozenset({Entry, Answer})
"""The kinds that come in thousands and are read again after every action."""

_MOST = 20_000


Asked = tuple[Any, ...]
"""A question: what of the table is wanted, and the values that it names."""


class Kept:
    """Committed records by kind, id and revision, and whole answers by table; whatever is written is forgotten."""

    def __init__(self) -> None:
        self._known: dict[Any, dict[str, tuple[int, Any]]] = {kind: {} for kind in MANY}
        self._answers: dict[str, dict[Asked, tuple[Any, ...]]] = {}
        self._size = 0

    def answer(self, table: str, asked: Asked, ask: Callable[[], tuple[Any, ...]]) -> tuple[Any, ...]:
        """What was answered before, if nobody wrote to the table since; else `ask` reads it."""
        answers = self._answers.setdefault(table, {})
        if asked not in answers:
            found = ask()
            self._size += 1 + len(found)
            if self._size > _MOST:
                self.forget_answers(frozenset(self._answers))
                answers = self._answers.setdefault(table, {})
            answers[asked] = found
        return answers[asked]

    def forget_answers(self, tables: frozenset[str]) -> None:
        """These tables have been written to."""
        for table in tables:
            gone = self._answers.pop(table, {})
            self._size -= sum(1 + len(found) for found in gone.values())

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

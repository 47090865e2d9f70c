"""One transaction over records; every change goes into the journal."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID, uuid4

from sqlalchemy import Connection

from tws_desktop.domain.attachments import Picture
from tws_desktop.domain.errors import UndoRefused
from tws_desktop.domain.keeping import Draft, Happening, Scope
from tws_desktop.storage import journal, pictures, statements
from tws_desktop.storage.kept import MANY, Kept
from tws_desktop.storage.rows import stored_values, to_record, to_row
from tws_desktop.storage.tables import TABLE_OF

R = TypeVar("R")

_FEW = 200
"""So many changed rows are asked for one by one; more are read with all the others."""


class SqlWork:
    """`services.ports.Work` on an open connection with a transaction begun; only a reading one gets `kept`."""

    def __init__(self, connection: Connection, clock: Callable[[], datetime], kept: Kept | None = None) -> None:
        self._connection = connection
        self._kept = kept
        self._now = clock()
        self._what = ""
        self._scope: Scope | None = None
        self._barrier = False
        self._changes: list[journal.Change] = []
        self._touched: set[str] = set()
        self._written: set[tuple[str, UUID]] = set()

    @property
    def touched(self) -> frozenset[str]:
        """The tables this transaction has changed."""
        return frozenset(self._touched)

    @property
    def written(self) -> frozenset[tuple[str, UUID]]:
        """The rows this transaction has changed, by table and id."""
        return frozenset(self._written)

    def now(self) -> datetime:
        """The moment of this transaction, UTC."""
        return self._now

    def action(self, what: str, scope: Scope) -> None:
        """Name the writes that follow; the first name stands."""
        if self._scope is None:
            self._what, self._scope = what, scope

    def barrier(self) -> None:
        """Undo stops at this action."""
        self._barrier = True

    def finish(self) -> None:
        """Write the journal line, as the last thing before COMMIT."""
        if self._changes or (self._barrier and self._scope):
            if self._scope is None:
                raise RuntimeError("a write without an action")
            journal.write_line(
                self._connection, self._now, self._scope, self._what, self._changes, barrier=self._barrier
            )

    def get(self, kind: type[R], record_id: UUID, /) -> R:
        """The record of that id."""
        found = self.find(kind, id=record_id)
        if found is None:
            raise KeyError(f"{kind.__name__} {record_id}")
        return found

    def find(self, kind: type[R], /, **where: Any) -> R | None:
        """The first record that matches, or None."""
        return self._one("first", kind, where)

    def last(self, kind: type[R], /, **where: Any) -> R | None:
        """The record with the highest rank among those that match, or None."""
        return self._one("last", kind, where)

    def all(self, kind: type[R], /, **where: Any) -> tuple[R, ...]:
        """All records that match, by rank where there is one."""
        return self._asked("all", kind, where, self._all)

    def _one(self, wanted: str, kind: type[R], where: dict[str, Any]) -> R | None:
        statement = statements.first if wanted == "first" else statements.last

        def ask(kind: type[R], where: dict[str, Any]) -> tuple[R, ...]:
            return self._rows(kind, statement(TABLE_OF[kind], statements.shape(where)), where)

        return next(iter(self._asked(wanted, kind, where, ask)), None)

    def _all(self, kind: type[R], where: dict[str, Any]) -> tuple[R, ...]:
        if self._kept is not None and kind in MANY:
            return self._again(self._kept, kind, where)
        return self._rows(kind, statements.rows(TABLE_OF[kind], statements.shape(where)), where)

    def _asked(
        self, wanted: str, kind: type[R], where: dict[str, Any], ask: Callable[[type[R], dict[str, Any]], tuple[R, ...]]
    ) -> tuple[R, ...]:
        if self._kept is None:
            return ask(kind, where)
        return self._kept.answer(TABLE_OF[kind].name, (wanted, *where.items()), lambda: ask(kind, where))

    def _rows(self, kind: type[R], query: Any, where: dict[str, Any]) -> tuple[R, ...]:
        return tuple(to_record(kind, row) for row in self._connection.execute(query, stored_values(where)))

    def _again(self, kept: Kept, kind: type[R], where: dict[str, Any]) -> tuple[R, ...]:
        query = statements.revisions(TABLE_OF[kind], statements.shape(where))
        found = [(row[0], row[1]) for row in self._connection.execute(query, stored_values(where))]

        def fetch(ids: tuple[str, ...]) -> tuple[R, ...]:
            few = len(ids) <= _FEW
            asked = {"id": tuple(UUID(i) for i in ids)} if few else where
            return self._rows(kind, statements.rows(TABLE_OF[kind], statements.shape(asked)), asked)

        return kept.records(kind, found, fetch)

    def add(self, record: R) -> R:
        """Store a new record."""
        table = TABLE_OF[type(record)]
        values = to_row(record)
        self._connection.execute(statements.new_row(table), values)
        self._note(journal.Change(table.name, values["id"], None, values))
        return record

    def change(self, record: R, **values: Any) -> R:
        """Store `values` into the record's row."""
        table = TABLE_OF[type(record)]
        old = to_row(record)
        new = {n: v for n, v in stored_values(values).items() if old[n] != v}
        if not new:
            return record
        after = {**new, "revision": old["revision"] + 1}
        same = {"row_id": old["id"], "row_revision": old["revision"]}
        done = self._connection.execute(statements.changed_row(table), {**after, **same})
        if done.rowcount != 1:
            raise UndoRefused("Dieser Eintrag wurde gerade an anderer Stelle geändert. Bitte noch einmal versuchen.")
        self._note(journal.Change(table.name, old["id"], {n: old[n] for n in after}, after))
        return dataclasses.replace(record, **values, revision=after["revision"])  # type: ignore[type-var]

    def remove(self, record: Any) -> None:
        """Delete the record's row."""
        table = TABLE_OF[type(record)]
        row = self._connection.execute(statements.row(table), {"row_id": record.id}).mappings().one()
        self._connection.execute(statements.gone_row(table), {"row_id": record.id})
        self._note(journal.Change(table.name, record.id, dict(row), None))

    def _note(self, change: journal.Change) -> None:
        self._changes.append(change)
        self._touched.add(change.table)
        self._written.add((change.table, change.id))

    def keep_draft(self, thing: str, thing_id: str, field: str, text: str) -> None:
        """Keep unsettled keystrokes outside the history; an empty text forgets them."""
        table = TABLE_OF[Draft]
        old = self.find(Draft, thing=thing, thing_id=thing_id, field=field)
        if text == (old.text if old else ""):
            return
        if old is None:
            self._connection.execute(statements.new_row(table), to_row(Draft(uuid4(), thing, thing_id, field, text)))
        elif text:
            self._connection.execute(statements.set_row(table), {"row_id": old.id, "text": text})
        else:
            self._connection.execute(statements.gone_row(table), {"row_id": old.id})
        self._touched.add("drafts")

    def drafts(self, thing: str, thing_id: str) -> dict[str, str]:
        """Unsettled keystrokes of a thing by field."""
        return {draft.field: draft.text for draft in self.all(Draft, thing=thing, thing_id=thing_id)}

    def keep_picture(self, picture: Picture) -> str:
        """Keep a picture by its content and return its hash; the journal names it only by that."""
        self._touched.add("files")
        return pictures.keep(self._connection, picture)

    def picture(self, sha256: str) -> Picture:
        """The picture of that hash; raises `KeyError` if there is none."""
        return pictures.find(self._connection, sha256)

    def quietly(self, record: R, **values: Any) -> R:
        """Store values outside the history; only columns that undo passes over."""
        if not values.keys() <= journal.UNJOURNALED:
            raise ValueError(f"not outside the history: {sorted(values.keys() - journal.UNJOURNALED)}")
        table = TABLE_OF[type(record)]
        key: Any = record
        self._connection.execute(statements.set_row(table), {"row_id": key.id, **stored_values(values)})
        self._touched.add(table.name)
        self._written.add((table.name, key.id))
        return dataclasses.replace(record, **values)  # type: ignore[type-var]

    def undo(self, scope: Scope) -> str:
        """Undo the last action of a place."""
        what, written = journal.undo(self._connection, scope, self._now)
        self._written |= written
        self._touched |= {table for table, _ in written}
        return what

    def redo(self, scope: Scope) -> str:
        """Do again what was undone last in a place."""
        what, written = journal.redo(self._connection, scope, self._now)
        self._written |= written
        self._touched |= {table for table, _ in written}
        return what

    def history(self, scope: Scope) -> tuple[Happening, ...]:
        """What was done in a place, newest first."""
        return journal.happenings(self._connection, scope)

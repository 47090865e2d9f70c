"""The journal: what each action changed, and undo and redo by place read from it."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Text, select, update

from tws_desktop.domain.errors import UndoRefused
from tws_desktop.domain.keeping import Happening, Scope, ScopeKind
from tws_desktop.storage import statements
from tws_desktop.storage.rows import column_value, journal_value
from tws_desktop.storage.tables import JOURNAL, METADATA, SCHEMA

Values = dict[str, Any]
Written = frozenset[tuple[str, uuid.UUID]]

UNJOURNALED = frozenset({"revision", "beat_at", "paused_at", "paused_s", "added_minutes", "present"})
"""Columns that move without an action of their own and so never stand in the way of an undo."""

_PLACES = {
    ScopeKind.WORKSHOP: METADATA.tables["workshops"],
    ScopeKind.AGREEMENT: METADATA.tables["agreements"],
    ScopeKind.PROJECT: METADATA.tables["projects"],
}


@dataclass(frozen=True, slots=True)
class Change:
    """One row's changed columns before and after; None where the row was not there."""

    table: str
    id: uuid.UUID
    before: Values | None
    after: Values | None

    def reversed(self) -> Change:
        """The change that takes this one back."""
        return Change(self.table, self.id, self.after, self.before)

    def to_json(self) -> list[Any]:
        """As the journal's column keeps it."""
        return [self.table, self.id.hex, _packed(self.before), _packed(self.after)]


def _packed(values: Values | None) -> Values | None:
    return None if values is None else {name: journal_value(value) for name, value in values.items()}


def _unpacked(values: Values | None) -> Values | None:
    return None if values is None else {name: column_value(value) for name, value in values.items()}


def from_json(data: Sequence[Any]) -> Change:
    """A change out of the journal's column."""
    return Change(data[0], uuid.UUID(data[1]), _unpacked(data[2]), _unpacked(data[3]))


@dataclass(frozen=True, slots=True)
class Line:
    """A journal line without its changes."""

    seq: int
    at: datetime
    what: str
    kind: str
    of_seq: int | None
    barrier: bool


def write_line(
    connection: Connection,
    at: datetime,
    scope: Scope,
    what: str,
    changes: Sequence[Change],
    *,
    kind: str = "act",
    of_seq: int | None = None,
    barrier: bool = False,
) -> None:
    """Append one action to the journal."""
    line = {
        "at": at,
        "scope_kind": scope.kind.value,
        "scope_id": scope.id,
        "what": what,
        "kind": kind,
        "of_seq": of_seq,
        "barrier": barrier,
        "changes": [change.to_json() for change in changes],
        "schema": SCHEMA,
    }
    connection.execute(statements.new_row(JOURNAL), line)


def _lines(connection: Connection, scope: Scope) -> list[Line]:
    columns = (
        JOURNAL.c.seq,
        JOURNAL.c.at,
        JOURNAL.c.what,
        JOURNAL.c.kind,
        JOURNAL.c.of_seq,
        JOURNAL.c.barrier,
    )
    query = select(*columns).where(JOURNAL.c.scope_kind == scope.kind.value).order_by(JOURNAL.c.seq)
    query = query.where(JOURNAL.c.scope_id == scope.id if scope.id else JOURNAL.c.scope_id.is_(None))
    return [Line(*row) for row in connection.execute(query)]


def _stacks(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """What can be undone and what can be done again, each with the next one last."""
    done: list[Line] = []
    undone: list[Line] = []
    for line in lines:
        if line.kind == "undo":
            undone.append(done.pop())
        elif line.kind == "redo":
            done.append(undone.pop())
        else:
            undone.clear()
            if line.barrier:
                done.clear()
            else:
                done.append(line)
    return done, undone


def happenings(connection: Connection, scope: Scope) -> tuple[Happening, ...]:
    """The history of a place, newest first; an undone action is marked, undo and redo are no lines of their own."""
    lines = _lines(connection, scope)
    gone = {line.seq for line in _stacks(lines)[1]}
    acts = [line for line in lines if line.kind == "act"]
    return tuple(Happening(a.seq, a.at, a.what, a.seq in gone, a.barrier) for a in reversed(acts))


def within_reach(connection: Connection, table: str, column: str) -> set[str]:
    """The values of a column that undo or redo could still bring back, in any place that is there."""
    named = JOURNAL.c.changes.cast(Text).contains(table)
    places = select(JOURNAL.c.scope_kind, JOURNAL.c.scope_id).where(named).distinct()
    found: set[str] = set()
    for kind, place_id in connection.execute(places).all():
        scope = Scope(ScopeKind(kind), place_id)
        if not _is_there(connection, scope):
            continue
        done, undone = _stacks(_lines(connection, scope))
        seqs = [line.seq for line in (*done, *undone)]
        for raw in connection.execute(select(JOURNAL.c.changes).where(JOURNAL.c.seq.in_(seqs), named)).scalars():
            changes = [from_json(item) for item in raw if item[0] == table]
            held = (values for change in changes for values in (change.before, change.after) if values)
            found |= {values[column] for values in held if column in values}
    return found


def _is_there(connection: Connection, scope: Scope) -> bool:
    table = _PLACES.get(scope.kind)
    if table is None:
        return True
    return connection.execute(select(table.c.id).where(table.c.id == scope.id)).first() is not None


def undo(connection: Connection, scope: Scope, at: datetime) -> tuple[str, Written]:
    """Take back the last action of a place; its name and the changed rows."""
    lines = _lines(connection, scope)
    done, _ = _stacks(lines)
    if not done:
        barriers = [line for line in lines if line.barrier]
        if barriers:
            raise UndoRefused(f"Weiter zurück geht es nicht: „{barriers[-1].what}“ lässt sich nicht rückgängig machen.")
        raise UndoRefused("Hier gibt es nichts rückgängig zu machen.")
    return _apply(connection, scope, done[-1], "undo", at)


def redo(connection: Connection, scope: Scope, at: datetime) -> tuple[str, Written]:
    """Do again what was undone last in a place; its name and the changed rows."""
    _, undone = _stacks(_lines(connection, scope))
    if not undone:
        raise UndoRefused("Hier gibt es nichts wiederherzustellen.")
    return _apply(connection, scope, undone[-1], "redo", at)


def _apply(connection: Connection, scope: Scope, line: Line, kind: str, at: datetime) -> tuple[str, Written]:
    raw = connection.execute(select(JOURNAL.c.changes).where(JOURNAL.c.seq == line.seq)).scalar_one()
    changes = [from_json(item) for item in raw]
    if kind == "undo":
        changes = [change.reversed() for change in reversed(changes)]
    for change in changes:
        apply_change(connection, change, line.what)
    write_line(connection, at, scope, line.what, changes, kind=kind, of_seq=line.seq)
    return line.what, frozenset((change.table, change.id) for change in changes)


def apply_change(connection: Connection, change: Change, what: str) -> None:
    """Bring one row from `before` to `after`; refuses when the row is no longer as `before` says."""
    table = METADATA.tables[change.table]
    row = {"row_id": change.id}
    found = connection.execute(statements.row(table), row).mappings().one_or_none()
    moved = UndoRefused(f"„{what}“ wurde seither an anderer Stelle geändert. Bitte dort zuerst rückgängig machen.")
    if (found is None) != (change.before is None):
        raise moved
    if found is not None and change.before is not None:
        same = all(found[n] == v for n, v in change.before.items() if n not in UNJOURNALED)
        if not same:
            raise moved
    if change.after is None:
        connection.execute(statements.gone_row(table), row)
    elif change.before is None:
        connection.execute(statements.new_row(table), change.after)
    else:
        values = {n: v for n, v in change.after.items() if n not in UNJOURNALED}
        connection.execute(update(table).where(table.c.id == change.id).values(**values, revision=table.c.revision + 1))

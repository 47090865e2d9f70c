"""SQL statements of the tables, each made once: building one anew costs more than running it."""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import (
    Delete,
    Insert,
    Select,
    Table,
    Text,
    Update,
    bindparam,
    delete,
    insert,
    select,
    type_coerce,
    update,
)

Shape = tuple[tuple[str, str], ...]
"""Column names with how they are asked for: `is` a value, `in` some values, `none`."""

_ORDER = ("rank", "number", "name", "title", "id")


def shape(where: dict[str, Any]) -> Shape:
    """How a question asks, without its values."""
    return tuple((n, "in" if isinstance(v, tuple) else "none" if v is None else "is") for n, v in where.items())


@cache
def rows(table: Table, asked: Shape) -> Select[Any]:
    """The rows that match, in order; parameters are the names in `asked`."""
    return _matching(select(table), table, asked).order_by(*_order(table))


@cache
def row(table: Table) -> Select[Any]:
    """The row `row_id`."""
    return select(table).where(table.c.id == bindparam("row_id"))


@cache
def first(table: Table, asked: Shape) -> Select[Any]:
    """The first row that matches."""
    return rows(table, asked).limit(1)


@cache
def last(table: Table, asked: Shape) -> Select[Any]:
    """The row with the highest rank."""
    return _matching(select(table), table, asked).order_by(table.c.rank.desc(), table.c.id.desc()).limit(1)


@cache
def revisions(table: Table, asked: Shape) -> Select[Any]:
    """Id (as the file holds it) and revision of the rows that match, in order."""
    query = select(type_coerce(table.c.id, Text), table.c.revision)
    return _matching(query, table, asked).order_by(*_order(table))


@cache
def new_row(table: Table) -> Insert:
    """A new row."""
    return insert(table)


@cache
def changed_row(table: Table) -> Update:
    """Other values for the row `row_id`, if it still has `row_revision`."""
    same = (table.c.id == bindparam("row_id"), table.c.revision == bindparam("row_revision"))
    return update(table).where(*same)


@cache
def set_row(table: Table) -> Update:
    """Other values for the row `row_id`, whatever its revision."""
    return update(table).where(table.c.id == bindparam("row_id"))


@cache
def gone_row(table: Table) -> Delete:
    """Without the row `row_id`."""
    return delete(table).where(table.c.id == bindparam("row_id"))


def _matching(query: Select[Any], table: Table, asked: Shape) -> Select[Any]:
    for name, how in asked:
        column = table.c[name]
        if how == "in":
            query = query.where(column.in_(bindparam(name, expanding=True)))
        elif how == "none":
            query = query.where(column.is_(None))
        else:
            query = query.where(column == bindparam(name))
    return query


def _order(table: Table) -> list[Any]:
    return [table.c[name] for name in _ORDER if name in table.c]

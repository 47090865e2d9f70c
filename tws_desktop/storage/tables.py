"""The tables, made from the records of `domain`: one definition for both, portable column types only."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, Union, get_args, get_origin, get_type_hints
from uuid import UUID

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Engine,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    Uuid,
)

from tws_desktop.domain import agreements, attachments, keeping, plants, positions, results, workshops

SCHEMA = 2
"""The number of this shape of the tables; raised together with a step in storage/migrations."""

RECORDS: Mapping[str, type] = {
    "plants": plants.Plant,
    "plant_facts": plants.PlantFact,
    "areas": plants.Area,
    "people": plants.Person,
    "projects": plants.Project,
    "project_steps": plants.ProjectStep,
    "workshops": workshops.Workshop,
    "steps": workshops.Step,
    "step_runs": workshops.StepRun,
    "entries": workshops.Entry,
    "entry_topics": workshops.EntryTopic,
    "entry_areas": workshops.EntryArea,
    "releases": workshops.Release,
    "attachments": attachments.Attachment,
    "sheets": results.Sheet,
    "answers": results.Answer,
    "votes": results.Vote,
    "vote_options": results.VoteOption,
    "vote_results": results.VoteResult,
    "positions": positions.Position,
    "position_secrets": positions.PositionSecret,
    "trades": positions.Trade,
    "measures": positions.Measure,
    "questions": positions.Question,
    "decisions": positions.Decision,
    "agreements": agreements.Agreement,
    "parts": agreements.Part,
    "parties": agreements.Party,
    "units": agreements.Unit,
    "fields": agreements.FieldValue,
    "rungs": agreements.Rung,
    "versions": agreements.Version,
    "evidence": agreements.Evidence,
    "templates": agreements.Template,
    "settings": keeping.Setting,
    "drafts": keeping.Draft,
    "register": keeping.RegisterLine,
    "packages": keeping.Package,
}

_PARENTS: Mapping[str, str] = {
    "plant_id": "plants",
    "project_id": "projects",
    "workshop_id": "workshops",
    "step_id": "steps",
    "entry_id": "entries",
    "area_id": "areas",
    "sheet_id": "sheets",
    "vote_id": "votes",
    "option_id": "vote_options",
    "position_id": "positions",
    "agreement_id": "agreements",
    "part_id": "parts",
    "unit_id": "units",
    "owner_id": "people",
    "responsible_id": "people",
}

_UNIQUE: Mapping[str, tuple[str, ...]] = {
    "answers": ("sheet_id", "item_key"),
    "position_secrets": ("position_id",),
    "settings": ("key",),
    "drafts": ("thing", "thing_id", "field"),
    "vote_results": ("vote_id", "option_id", "group_key", "bucket"),
    "fields": ("agreement_id", "key"),
    "entry_topics": ("entry_id", "topic_key"),
    "entry_areas": ("entry_id", "area_id"),
    "releases": ("thing", "thing_id", "audience"),
}


class Moment(TypeDecorator[datetime]):
    """A moment in UTC; SQLite itself forgets the zone."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> datetime | None:  # noqa: ARG002
        """A moment must know its zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Any) -> datetime | None:  # noqa: ARG002
        """Give the zone back."""
        return None if value is None else value.replace(tzinfo=UTC)


def plain_type(hint: Any) -> tuple[Any, bool]:
    """The type behind a hint, and whether None is allowed."""
    if get_origin(hint) in {Union, types.UnionType}:
        inner = [arg for arg in get_args(hint) if arg is not type(None)]
        return (inner[0] if len(inner) == 1 else Any), True
    return hint, hint is Any


def _column_type(kind: Any) -> Any:
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return Text()
    simple: dict[Any, Any] = {
        UUID: Uuid(),
        str: Text(),
        bool: Boolean(),
        int: Integer(),
        date: Date(),
        datetime: Moment(),
        Decimal: Text(),
    }
    return simple.get(kind) or JSON(none_as_null=True)


def _columns(name: str, record: type) -> list[Column[Any]]:
    hints = get_type_hints(record)
    columns: list[Column[Any]] = []
    for field in dataclasses.fields(record):
        kind, optional = plain_type(hints[field.name])
        parent = _PARENTS.get(field.name)
        keys = [ForeignKey(f"{parent}.id")] if parent and field.name != "id" else []
        if field.name == "parent_id":
            keys = [ForeignKey(f"{name}.id")]
        if field.name == "picture":
            keys = [ForeignKey("files.sha256")]
        columns.append(
            Column(
                field.name,
                _column_type(kind),
                *keys,
                primary_key=field.name == "id",
                nullable=optional,
                index=bool(keys),
            )
        )
    return columns


def _make() -> MetaData:
    metadata = MetaData()
    for name, record in RECORDS.items():
        unique = [UniqueConstraint(*_UNIQUE[name])] if name in _UNIQUE else []
        Table(name, metadata, *_columns(name, record), *unique)
    Table("meta", metadata, Column("key", Text, primary_key=True), Column("value", Text, nullable=False))
    Table(
        "files",
        metadata,
        Column("sha256", Text, primary_key=True),
        Column("kind", Text, nullable=False),
        Column("bytes", LargeBinary, nullable=False),
        Column("width", Integer, nullable=False),
        Column("height", Integer, nullable=False),
    )
    Table(
        "journal",
        metadata,
        Column("seq", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True),
        Column("at", Moment, nullable=False),
        Column("scope_kind", Text, nullable=False),
        Column("scope_id", Uuid),
        Column("what", Text, nullable=False),
        Column("kind", Text, nullable=False),
        Column("of_seq", BigInteger().with_variant(Integer, "sqlite")),
        Column("barrier", Boolean, nullable=False),
        Column("changes", JSON, nullable=False),
        Column("schema", Integer, nullable=False),
        Index("journal_scope", "scope_kind", "scope_id", "seq"),
    )
    Index("attachments_of", metadata.tables["attachments"].c.thing_id)
    Index("evidence_of", metadata.tables["evidence"].c.of_id)
    Index("evidence_source", metadata.tables["evidence"].c.source_id)
    return metadata


METADATA = _make()
META = METADATA.tables["meta"]
JOURNAL = METADATA.tables["journal"]
FILES = METADATA.tables["files"]
TABLE_OF: Mapping[type, Table] = {record: METADATA.tables[name] for name, record in RECORDS.items()}


def create_all(engine: Engine) -> None:
    """Make every table of the present schema."""
    METADATA.create_all(engine)

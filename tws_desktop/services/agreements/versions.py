"""Versions of an agreement: an immutable snapshot as canonical JSON, its hash, the next number."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID, uuid4

from tws_desktop.domain.agreements import Agreement, Party, Version
from tws_desktop.domain.keeping import in_agreement
from tws_desktop.services.agreements.measure_plan import measure_plan
from tws_desktop.services.agreements.outline import read_outline
from tws_desktop.services.ports import Work

_NOT_CONTENT = frozenset({"revision", "trashed_at", "state", "version", "project_id"})


def snapshot(work: Work, agreement_id: UUID) -> dict[str, Any]:
    """The whole text of an agreement as plain data: parts, parties, units in order, fields, measure plan."""
    outline = read_outline(work, agreement_id)
    parties = work.all(Party, part_id=tuple(part.id for part in outline.parts))
    return {
        "agreement": _plain(outline.agreement),
        "parts": [_plain(part) for part in outline.parts],
        "parties": [_plain(party) for party in parties],
        "units": [_plain(unit) for unit in outline.all_units()],
        "fields": [_plain(outline.fields[key]) for key in sorted(outline.fields)],
        "measures": [_plain(one) for one in measure_plan(work, outline.agreement.project_id)],
    }


def canonical(data: Any) -> bytes:
    """Plain data as canonical JSON: keys sorted, no blanks, UTF-8."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8")


def content_hash(work: Work, agreement_id: UUID) -> str:
    """The SHA-256 of the agreement as it stands; the same text has the same hash."""
    return hashlib.sha256(canonical(snapshot(work, agreement_id))).hexdigest()


def freeze(work: Work, agreement_id: UUID) -> Version:
    """Keeps the present text as a version that never changes; nothing before it can be undone afterwards."""
    agreement = work.get(Agreement, agreement_id)
    numbers = [one.number for one in work.all(Version, agreement_id=agreement_id)]
    number = max(numbers, default=0) + 1
    work.action(f"Fassung {number} festgehalten", in_agreement(agreement_id))
    work.barrier()
    data = snapshot(work, agreement_id)
    sha256 = hashlib.sha256(canonical(data)).hexdigest()
    version = work.add(Version(uuid4(), agreement_id, number, work.now(), data, sha256))
    work.change(agreement, version=number + 1)
    return version


def is_whole(version: Version) -> bool:
    """Whether a version still has the hash it was frozen with."""
    return hashlib.sha256(canonical(_jsonable(version.snapshot))).hexdigest() == version.sha256


def _plain(record: Any) -> dict[str, Any]:
    return {
        field.name: _jsonable(getattr(record, field.name))
        for field in dataclasses.fields(record)
        if field.name not in _NOT_CONTENT
    }


def _jsonable(value: Any) -> Any:
    match value:
        case UUID() | StrEnum():
            return str(value)
        case date() | datetime():
            return value.isoformat()
        case dict():
            return {str(key): _jsonable(inner) for key, inner in value.items()}
        case tuple() | list():
            return [_jsonable(inner) for inner in value]
        case _:
            return value

"""All texts people read in the packaged forms."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tws_desktop.catalog.data import data_root

FORMS = Path(str(data_root())) / "forms"
KINDS = ("facts", "formats", "methods", "moderation", "offices", "papers", "questionnaires", "topics", "triggers")
NAMES = frozenset(
    {
        "addressee_key",
        "audience",
        "audiences",
        "clauses",
        "column",
        "default_level",
        "dimension",
        "direction",
        "edits",
        "entry_kind",
        "fact_sheet",
        "feeds",
        "key",
        "keys",
        "kind",
        "kinds",
        "level",
        "linked_exposure",
        "method",
        "number",
        "one_per",
        "operator",
        "options_from",
        "options_of",
        "per_entry",
        "placeholders",
        "points_rule",
        "prefill",
        "questionnaire",
        "reads",
        "record",
        "room_audience",
        "short",
        "subject",
        "topic",
        "uses",
        "ways",
        "works_on",
    }
)
"""Fields that hold keys, not texts. `short` is a text only in topics."""


def texts() -> list[tuple[str, str, str]]:
    """File, field and text of everything people read."""
    found: list[tuple[str, str, str]] = []
    for kind in KINDS:
        for file in sorted((FORMS / kind).glob("*.toml")):
            data = tomllib.loads(file.read_text(encoding="utf-8"))
            found.extend((f"{kind}/{file.name}", field, text) for field, text in _walk(data, "", kind))
    return found


def _walk(value: Any, name: str, kind: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in NAMES or (kind == "topics" and key == "short"):
                yield from _walk(inner, key, kind)
    elif isinstance(value, list):
        for inner in value:
            yield from _walk(inner, name, kind)
    elif isinstance(value, str):
        yield name, value

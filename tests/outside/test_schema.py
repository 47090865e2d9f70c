"""Schema and page say what the reading does."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from tws_desktop.domain.errors import FileRefused
from tws_desktop.outside.package_job import read_document
from tws_desktop.outside.page_tables import tables
from tws_desktop.outside.schema import NAME, schema, schema_text

ROOT = Path(__file__).parents[2]
LEAST = {"format": "twspaket", "version": "1.0", "kind": "workshop", "id": "x"}


def test_the_schema_in_resources_is_the_one_made_from_the_shapes() -> None:
    held = (ROOT / "resources" / "schema" / NAME).read_text(encoding="utf-8")
    assert held == schema_text(), "resources/schema: write schema_text() into the file again"
    jsonschema.Draft202012Validator.check_schema(schema())


def test_the_page_holds_the_tables_made_from_the_shapes() -> None:
    page = (ROOT / "docs" / "package-format.md").read_text(encoding="utf-8")
    assert tables() in page, "docs/package-format.md: put tables() in again"


def test_every_key_has_a_meaning() -> None:
    for name, shape in {"top": schema(), **schema()["$defs"]}.items():
        assert shape["description"], name
        for key, said in shape["properties"].items():
            assert said["description"], (name, key)


@pytest.mark.parametrize(
    "wrong",
    [
        {"neu": 1},
        {"kind": "etwas"},
        {"areas": [{"name": "ohne Kennung"}]},
        {"areas": "a"},
        {"areas": [{"id": "a", "name": "A", "headcount": "9"}]},
        {"areas": [{"id": "a", "name": "A", "headcount": True}]},
        {"areas": [{"id": "a", "name": "A", "headcount": 2**31}]},
        {"plant": []},
        {"plant": {"name": 5}},
        {"files": [1]},
        {"deadlines": [1]},
        {"project": {"title": "P", "steps": [{"number": 12}]}},
        {"workshops": [{"id": "w", "title": "W", "votes": [{"id": "v", "step": "s", "kind": "dots", "ballots": []}]}]},
        {"templates": [{"id": "t", "kind": "workshop", "title": "T", "content": []}]},
    ],
)
def test_what_the_schema_refuses_the_program_refuses(wrong: dict[str, object]) -> None:
    jsonschema.validate(LEAST, schema())
    read_document(json.dumps(LEAST).encode())
    value = {**LEAST, **wrong}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(value, schema())
    with pytest.raises(FileRefused):
        read_document(json.dumps(value).encode())

"""The rules of a package beyond its shape."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest

from tws_desktop.domain.errors import FileRefused
from tws_desktop.outside.package_job import read_document

GOOD: dict[str, Any] = {
    "format": "twspaket",
    "version": "1.0",
    "kind": "workshop",
    "id": "x",
    "areas": [{"id": "a", "name": "A"}],
    "people": [{"id": "p", "role": "R"}],
    "workshops": [
        {
            "id": "w",
            "title": "W",
            "start": "2026-10-12T09:00",
            "steps": [{"id": "s", "title": "S"}],
            "entries": [
                {"id": "e1", "step": "s", "kind": "cluster", "text": "1"},
                {"id": "e2", "step": "step:s", "parent": "e1", "text": "2", "topics": ["T01"], "areas": ["a"]},
            ],
            "sheets": [{"id": "q", "step": "s", "questionnaire": "Q1", "answers": [{"item": "A1", "value": 5}]}],
            "votes": [
                {
                    "id": "v",
                    "step": "s",
                    "kind": "dots",
                    "options": [{"text": "O", "entry": "entry:e1", "results": {"dots": 3}}],
                    "groups": [{"group": "Tisch 1", "results": {"abstain": 1}}],
                }
            ],
        }
    ],
    "measures": [{"id": "m", "text": "M", "owner": "p"}],
    "agreements": [
        {
            "id": "g",
            "type": "ZV",
            "title": "Z",
            "parts": [{"units": [{"id": "u", "kind": "section", "text": ["a", {"ref": "u"}, {"field": "f"}]}]}],
        }
    ],
    "evidence": [{"of": "measure:m", "from": "e1"}],
}


def _w(package: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = package["workshops"][0]
    return found


def test_what_keeps_all_rules_is_read() -> None:
    assert read_document(json.dumps(GOOD).encode()).workshops[0].entries[1].parent == "e1"


COUNCIL: dict[str, Any] = {
    "id": "d",
    "kind": "council",
    "wording": "W",
    "members": 11,
    "present": 8,
    "taking_part": 8,
    "yes": 6,
    "no": 1,
    "abstain": 1,
}


def test_counts_of_a_decision_that_fit_together_are_read() -> None:
    package = copy.deepcopy(GOOD) | {"decisions": [COUNCIL, COUNCIL | {"id": "e", "kind": "poll", "yes": 99}]}
    assert len(read_document(json.dumps(package).encode()).decisions) == 2


Change = Callable[[dict[str, Any]], object]
WRONG: tuple[tuple[str, Change, str], ...] = (
    ("id", lambda p: p.update(id=""), "^id: "),
    (
        "double id",
        lambda p: p["people"].append({"id": "e1", "role": "R"}),
        r"entries\[0\]\.id: .*schon bei people\[1\]",
    ),
    ("empty id", lambda p: p["areas"][0].update(id=""), r"^areas\[0\]\.id: .*leer"),
    ("dangling", lambda p: p["measures"][0].update(owner="niemand"), r"^measures\[0\]\.owner: .*„niemand“"),
    ("wrong kind", lambda p: p["measures"][0].update(owner="e1"), r"^measures\[0\]\.owner: .*erlaubt: person"),
    ("wrong prefix", lambda p: p["measures"][0].update(owner="area:p"), r"^measures\[0\]\.owner"),
    ("evidence from", lambda p: p["evidence"][0].update({"from": "p"}), r"^evidence\[0\]\.from"),
    ("area", lambda p: _w(p)["entries"][1].update(areas=["e1"]), r"entries\[1\]\.areas"),
    ("own parent", lambda p: _w(p)["entries"][0].update(parent="e2"), r"entries\[0\]\.parent: .*in sich selbst"),
    ("no step", lambda p: _w(p)["entries"][0].pop("step"), r"entries\[0\]\.step: Die Phase fehlt"),
    ("topics", lambda p: _w(p)["entries"][1].update(topics=["T01", "T01"]), "Thema steht zweimal"),
    ("areas", lambda p: _w(p)["entries"][1].update(areas=["a", "a"]), "Bereich steht zweimal"),
    ("item", lambda p: _w(p)["sheets"][0]["answers"].append({"item": "A1"}), r"answers\[1\]\.item: .*zweimal"),
    ("special", lambda p: _w(p)["sheets"][0]["answers"][0].update(special="X"), r"answers\[0\]\.special"),
    ("both", lambda p: _w(p)["sheets"][0]["answers"][0].update(special="W"), r"answers\[0\]\.value"),
    ("bucket", lambda p: _w(p)["votes"][0].update(results={"Anna": 1}), r"results\.Anna: .*Einzelne Stimmen"),
    ("scale", lambda p: _w(p)["votes"][0].update(results={"11": 1}), r"results\.11"),
    ("negative", lambda p: _w(p)["votes"][0]["options"][0].update(results={"dots": -1}), "unter 0"),
    ("group", lambda p: _w(p)["votes"][0]["groups"].append({"group": "Tisch 1", "results": {}}), "eigenen Namen"),
    ("no group", lambda p: _w(p)["votes"][0]["groups"][0].update(group=""), "eigenen Namen"),
    ("in a group", lambda p: _w(p)["votes"][0]["groups"][0].update(results={"x": 1}), r"groups\[0\]\.results\.x"),
    ("ballots", lambda p: _w(p)["votes"][0].update(ballots=[]), r"votes\[0\]\.ballots: Einzelne Stimmen"),
    ("start", lambda p: _w(p).update(start="12.10.2026"), r"workshops\[0\]\.start"),
    ("day", lambda p: _w(p).update(start="2026-02-30"), r"workshops\[0\]\.start"),
    ("hour", lambda p: _w(p).update(start="2026-10-12T25:00"), r"workshops\[0\]\.start"),
    ("time", lambda p: _w(p).update(time="neun"), r"workshops\[0\]\.start"),
    ("text", lambda p: p["agreements"][0]["parts"][0]["units"][0].update(text=[5]), r"units\[0\]\.text\[0\]"),
    ("ref", lambda p: p["agreements"][0]["parts"][0]["units"][0].update(text=[{"ref": "m"}]), r"text\[0\]\.ref"),
    ("moment", lambda p: p.update(made="2026-10-12T09:00:00"), "^made: .*Zeitzone"),
    ("due", lambda p: p["measures"][0].update(due="20261215"), r"^measures\[0\]\.due: .*JJJJ-MM-TT"),
    (
        "votes of a decision",
        lambda p: p.update(decisions=[COUNCIL | {"yes": 9}]),
        r"^decisions\[0\]: 11 Stimmen passen nicht zu 8 Abstimmenden",
    ),
    ("board", lambda p: _w(p)["steps"][0].update(boards=[{"key": "k", "title": "T"}]), r"boards\[0\]: .*genau eine"),
)


@pytest.mark.parametrize(("change", "sentence"), [wrong[1:] for wrong in WRONG], ids=[wrong[0] for wrong in WRONG])
def test_a_broken_rule_is_named_with_its_place(change: Change, sentence: str) -> None:
    package = copy.deepcopy(GOOD)
    change(package)
    with pytest.raises(FileRefused, match=sentence) as refused:
        read_document(json.dumps(package).encode())
    assert "\n" not in str(refused.value)


def test_a_parent_in_another_workshop_is_refused() -> None:
    package = copy.deepcopy(GOOD)
    package["workshops"].append(
        {
            "id": "w2",
            "title": "W2",
            "steps": [{"id": "s2", "title": "S"}],
            "entries": [{"id": "e9", "step": "s2", "parent": "e1", "text": "x"}],
        }
    )
    with pytest.raises(FileRefused, match="anderen Workshop"):
        read_document(json.dumps(package).encode())


def test_an_id_may_look_like_a_reference() -> None:
    package = copy.deepcopy(GOOD)
    package["people"].append({"id": "area:a", "role": "R"})
    package["measures"][0]["owner"] = "area:a"
    assert read_document(json.dumps(package).encode()).measures[0].owner == "area:a"

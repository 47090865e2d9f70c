"""Someone who saw only the page and the schema writes a workshop; nothing of it is lost."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tws_desktop.catalog.data import data_root
from tws_desktop.catalog.reading import read_folder
from tws_desktop.domain.agreements import Evidence
from tws_desktop.domain.formats import Format
from tws_desktop.domain.plants import Person, Plant, Project
from tws_desktop.domain.positions import Measure, MeasureState, Position, PositionSecret
from tws_desktop.domain.questionnaires import Questionnaire
from tws_desktop.domain.results import Answer, Sheet, Vote, VoteOption, VoteResult
from tws_desktop.domain.workshops import Entry, EntryTopic, Step, Workshop
from tws_desktop.outside.packages import read_package
from tws_desktop.outside.schema import schema
from tws_desktop.services.packages.known import Known
from tws_desktop.services.packages.taking import TakenOver, take_over
from tws_desktop.storage.store import OpenStore

SCRIPT = Path(__file__).with_name("stranger.py")


@pytest.fixture
def known() -> Known:
    forms = data_root() / "forms"
    formats = read_folder(forms / "formats", Format).values
    questionnaires = read_folder(forms / "questionnaires", Questionnaire).values
    methods = frozenset(phase.method for form in formats.values() for phase in form.phases)
    return Known(formats, questionnaires, methods)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "fremd.twspaket"
    subprocess.run([sys.executable, "-I", str(SCRIPT), str(path)], check=True, cwd=tmp_path)
    return path


def test_the_script_is_short_and_knows_nothing_of_us() -> None:
    text = SCRIPT.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 60
    imported = {name.name for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Import) for name in node.names}
    assert imported <= set(sys.stdlib_module_names)
    assert "tws_desktop" not in text


def test_the_schema_holds_it(file: Path) -> None:
    jsonschema.validate(json.loads(zipfile.ZipFile(file).read("paket.json")), schema())


def test_every_item_is_in_the_store(file: Path, known: Known, store: OpenStore) -> None:
    said = json.loads(zipfile.ZipFile(file).read("paket.json"))
    package = read_package(file).document
    taken: TakenOver = store.write(lambda w: take_over(w, package, known)).result()
    assert taken.sentence.startswith("Übernommen: 1 Workshop, 8 Einträge, 2 Positionen, 2 Maßnahmen")
    assert taken.notices == ()

    def texts(kind: Any, *names: str) -> list[tuple[Any, ...]]:
        found = store.read(lambda w: w.all(kind)).result()
        return sorted(tuple(getattr(one, name) for name in names) for one in found)

    workshop = said["workshops"][0]
    assert texts(Plant, "name", "site") == [("Werk Fremd", "Dillingen")]
    assert texts(Project, "title") == [("Fremdes Vorhaben",)]
    assert texts(Person, "role") == [("BR-Vorsitz",)]
    assert texts(Workshop, "title", "starts_at", "headcount") == [("Fremde Themenrunde", "10:30", 9)]
    assert texts(Entry, "text") == sorted((entry["text"],) for entry in workshop["entries"])
    assert texts(EntryTopic, "topic_key") == [("T09",), ("T10",)]
    assert texts(Answer, "item_key", "value", "special", "reason", "dissent") == sorted(
        (a["item"], a.get("value"), a.get("special", ""), a.get("reason", ""), a.get("dissent", ""))
        for a in workshop["sheets"][0]["answers"]
    )
    assert texts(VoteOption, "text") == [("Leute",), ("Neue Anlagen",)]
    assert texts(VoteResult, "bucket", "count") == [("dots", 6), ("dots", 7)]
    assert texts(Position, "title", "topic_key") == [("Anlagen gemeinsam einführen", "T10"), ("Hitzeschutz", "T09")]
    assert texts(PositionSecret, "minimum", "red_line") == [("Pausen ab 32 °C", "Kein Wegfall der Pausen")]
    assert texts(Measure, "text", "state") == [
        ("Betriebsarzt fragen", MeasureState.PROPOSAL),
        ("Messgeräte besorgen", MeasureState.BINDING),
    ]
    assert len(texts(Evidence, "of")) == 2


def test_everything_lies_on_a_board_of_its_phase(file: Path, known: Known, store: OpenStore) -> None:
    package = read_package(file).document
    store.write(lambda w: take_over(w, package, known)).result()
    steps = {step.id: step for step in store.read(lambda w: w.all(Step)).result()}
    recorded: tuple[Any, ...] = store.read(lambda w: (*w.all(Entry), *w.all(Vote))).result()
    for thing in recorded:
        assert thing.board in {board.key for board in steps[thing.step_id].boards}
    cards = store.read(lambda w: w.all(Entry, board="karten")).result()
    assert {steps[card.step_id].number for card in cards if card.step_id} == {"2"}, "cards lie where they are ordered"
    for sheet in store.read(lambda w: w.all(Sheet)).result():
        assert [board.sheet.questionnaire for board in steps[sheet.step_id].boards if board.sheet] == ["Q1"]
        assert len(sheet.items_copy) > 50
    workshop_ids = {workshop.id for workshop in store.read(lambda w: w.all(Workshop)).result()}
    wants: tuple[Any, ...] = store.read(lambda w: (*w.all(Position), *w.all(Measure))).result()
    assert {record.workshop_id for record in wants} == workshop_ids

"""Taking over: new ids, one step, all or nothing, never twice."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.narrowing import there
from tws_desktop.domain.agreements import Template, Unit
from tws_desktop.domain.confidentiality import Audience
from tws_desktop.domain.errors import FileRefused, StoreRefused, UndoRefused
from tws_desktop.domain.exchange.document import PackageDocument, PackageKind
from tws_desktop.domain.exchange.plain import fingerprint
from tws_desktop.domain.exchange.plant import PackedArea
from tws_desktop.domain.keeping import Package, in_project
from tws_desktop.domain.plants import Plant, Project
from tws_desktop.domain.positions import Measure, MeasureState
from tws_desktop.domain.results import Sheet
from tws_desktop.domain.text import TextKind, cleaned
from tws_desktop.domain.workshops import Entry, Release, Step, Workshop
from tws_desktop.outside.package_job import read_document
from tws_desktop.outside.packages import json_bytes
from tws_desktop.outside.structuring import structure
from tws_desktop.services.packages.giving import export_document
from tws_desktop.services.packages.known import Known
from tws_desktop.services.packages.taking import take_over
from tws_desktop.services.ports import Work
from tws_desktop.storage.store import OpenStore
from tws_desktop.storage.tables import RECORDS

ROOT = Path(__file__).parents[3]
TOP = {"format": "twspaket", "version": "1.0", "kind": "workshop", "id": "x"}


def package(**held: Any) -> PackageDocument:
    return read_document(json.dumps({**TOP, **held}).encode())


def workshop(*entries: dict[str, Any], **held: Any) -> dict[str, Any]:
    steps = [{"id": "s", "title": "Karten"}]
    return {"id": "w", "title": "W", "steps": steps, "entries": list(entries), **held}


def take(store: OpenStore, document: PackageDocument, known: Known | None = None, pictures: Any = None) -> Any:
    return store.write(lambda w: take_over(w, document, known or Known(), pictures or {})).result()


def count(store: OpenStore) -> int:
    def rows(work: Work) -> int:
        return sum(len(work.all(kind)) for kind in RECORDS.values())

    return store.read(rows).result()


def examples() -> list[str]:
    page = (ROOT / "docs" / "package-format.md").read_text(encoding="utf-8")
    return re.findall(r"```json\n(.*?)```", page, flags=re.DOTALL)


def test_the_examples_of_the_page_are_taken_over(store: OpenStore) -> None:
    found = examples()
    assert len(found) == 3
    for text in found:
        taken = take(store, read_document(text.encode()))
        assert not taken.already
        assert taken.sentence.startswith("Übernommen: ")


def test_the_same_package_twice_changes_nothing_and_says_so(store: OpenStore) -> None:
    document = package(workshops=[workshop({"id": "e", "step": "s", "text": "x"})])
    take(store, document)
    before = count(store)
    again = take(store, document)
    assert again.already
    assert again.sentence == "Dieses Paket wurde schon am 12.10.2026 übernommen. Es wurde nichts geändert."
    assert count(store) == before
    changed = dataclasses.replace(document, areas=(PackedArea(id="a", name="Neu"),))
    assert not take(store, changed).already


def test_what_was_thrown_away_can_be_taken_over_again(store: OpenStore) -> None:
    document = package(workshops=[workshop()])
    taken = take(store, document)

    def throw_away(work: Work) -> None:
        work.action("Papierkorb", in_project(taken.project_id))
        work.change(work.get(Project, taken.project_id), trashed_at=work.now())

    store.write(throw_away).result()
    assert not take(store, document).already


def test_undo_stops_at_it(store: OpenStore) -> None:
    taken = take(store, package(workshops=[workshop()]))
    with pytest.raises(UndoRefused):
        store.write(lambda w: w.undo(in_project(taken.project_id))).result()


def test_ids_of_the_file_are_never_used(store: OpenStore, make: Callable[[Work], Any]) -> None:
    made = store.write(make).result()
    out = store.read(lambda w: export_document(w, PackageKind.WORKSHOP, made.workshop, Audience.VERHANDLUNG)).result()
    taken = take(store, out.document, pictures=out.pictures)
    assert str(made.card) in taken.ids
    assert taken.ids[str(made.card)] != made.card
    assert len(store.read(lambda w: w.all(Workshop)).result()) == 2
    again = store.read(lambda w: export_document(w, PackageKind.PROJECT, taken.project_id)).result().document
    assert again.lineage == out.document.lineage or again.lineage == str(taken.project_id)


def test_a_copy_given_out_again_keeps_its_lineage(store: OpenStore) -> None:
    taken = take(store, package(lineage="linie", workshops=[workshop()]))
    out = store.read(lambda w: export_document(w, PackageKind.WORKSHOP, taken.ids["w"])).result()
    assert (out.document.lineage, out.document.revision) == ("linie", 2)


@pytest.mark.parametrize(
    ("held", "sentence"),
    [
        ({"areas": [{"id": "a", "name": "1"}, {"id": "a", "name": "2"}]}, r"areas\[1\]\.id"),
        ({"evidence": [{"of": "measure:m", "from": "entry:e"}]}, r"evidence\[0\]\.of"),
    ],
)
def test_a_document_that_breaks_a_rule_leaves_nothing(store: OpenStore, held: dict[str, Any], sentence: str) -> None:
    document = structure({**TOP, **held}, PackageDocument)
    before = count(store)
    with pytest.raises(FileRefused, match=sentence):
        take(store, document)
    assert count(store) == before


def test_a_failure_in_the_middle_leaves_nothing(store: OpenStore, monkeypatch: pytest.MonkeyPatch) -> None:
    document = package(workshops=[workshop({"id": "e", "step": "s", "text": "x"})], measures=[{"id": "m", "text": "M"}])
    before = count(store)

    def full(*_: Any, **__: Any) -> None:
        raise StoreRefused("Kein Platz.")

    monkeypatch.setattr("tws_desktop.services.packages.taking.base_of", full)
    with pytest.raises(StoreRefused):
        take(store, document)
    assert count(store) == before
    monkeypatch.undo()
    assert not take(store, document).already


def test_unknown_things_are_kept_and_named(store: OpenStore) -> None:
    held = workshop(
        {"id": "e", "step": "s", "text": "Karte"},
        format="F99",
        steps=[{"id": "s", "title": "Karten", "method": "M99"}],
        sheets=[{"id": "q", "step": "s", "questionnaire": "Q99", "answers": [{"item": "Z9", "value": 1}]}],
    )
    unit = {"id": "u", "kind": "section", "clause": "XYZ-01", "variant": "a", "text": ["Text"]}
    draft = {"id": "g", "type": "XX", "title": "Z", "parts": [{"units": [unit]}]}
    taken = take(store, package(workshops=[held], agreements=[draft]))
    for word in ("„F99“", "„M99“", "„Q99“", "„XX“", "„XYZ-01“", "keinen Betrieb", "kein Vorhaben"):
        assert sum(word in notice for notice in taken.notices) == 1, word
    kept = store.read(lambda w: w.get(Workshop, taken.ids["w"])).result()
    assert (kept.format_key, kept.title) == ("F99", "W")
    step = store.read(lambda w: w.get(Step, taken.ids["s"])).result()
    assert {board.key for board in step.boards} == {"karten", "bogen"}
    text = store.read(lambda w: w.get(Unit, taken.ids["u"])).result()
    assert (text.clause_key, text.variant, text.own_text, text.text) == ("", "", True, ("Text",))
    sheet = store.read(lambda w: w.get(Sheet, taken.ids["q"])).result()
    assert [(item.key, item.text) for item in sheet.items_copy] == [("Z9", "Z9")]
    assert there(store.read(lambda w: w.find(Plant)).result()).name == "Betrieb aus Paket"


def test_a_known_clause_keeps_its_key(store: OpenStore) -> None:
    unit = {"id": "u", "kind": "section", "clause": "GEN-01", "variant": "a"}
    draft = {"id": "g", "type": "ZV", "title": "Z", "parts": [{"units": [unit]}]}
    known = Known(clauses=frozenset({"GEN-01"}), agreement_types=frozenset({"ZV"}))
    taken = take(store, package(plant={"name": "W"}, project={"title": "P"}, agreements=[draft]), known)
    text = store.read(lambda w: w.get(Unit, taken.ids["u"])).result()
    assert (text.clause_key, text.variant, text.own_text) == ("GEN-01", "a", False)
    assert taken.notices == ()


def test_a_missing_board_is_named(store: OpenStore) -> None:
    boards = [{"key": "karten", "title": "K", "cards": {"kinds": ["idee"]}}]
    steps = [{"id": "s", "title": "S", "boards": boards}]
    right = {"id": "e1", "step": "s", "board": "karten", "text": "x"}
    wrong = {"id": "e2", "step": "s", "board": "kartn", "text": "y"}
    taken = take(store, package(workshops=[workshop(right, wrong, steps=steps)]))
    named = [notice for notice in taken.notices if "Tafel" in notice]
    assert len(named) == 1
    assert named[0].startswith("workshops[0].entries[1].board: Die Tafel „kartn“ gibt es in der Phase nicht;")


def test_a_binding_measure_without_owner_or_date_becomes_a_proposal(store: OpenStore) -> None:
    taken = take(store, package(measures=[{"id": "m", "text": "M", "state": "binding", "due": "2026-12-01"}]))
    assert store.read(lambda w: w.get(Measure, taken.ids["m"])).result().state is MeasureState.PROPOSAL
    assert any(notice.startswith("measures[0]") for notice in taken.notices)


def test_releases_in_short_and_long_form(store: OpenStore) -> None:
    entry = {"id": "e", "step": "s", "text": "x", "released": ["arbeitgeber", "belegschaft"]}
    fact = {"key": "k", "value": "v", "released": ["belegschaft"]}
    long = [{"of": "entry:e", "audience": "arbeitgeber", "by_role": "Vorsitz", "on": "2026-10-12"}]
    taken = take(store, package(workshops=[workshop(entry)], plant={"name": "W", "facts": [fact]}, releases=long))
    found = store.read(lambda w: w.all(Release)).result()
    assert sorted((one.thing, one.audience.value, one.by_role) for one in found) == [
        ("entries", "arbeitgeber", "Vorsitz"),
        ("entries", "belegschaft", ""),
        ("plant_facts", "belegschaft", ""),
    ]
    assert {one.thing_id for one in found if one.thing == "entries"} == {taken.ids["e"]}


def test_templates_alone_bring_no_plant(store: OpenStore) -> None:
    document = package(kind="templates", templates=[{"id": "t", "kind": "workshop", "title": "T", "content": {"a": 1}}])
    taken = take(store, document)
    assert taken.project_id is None
    assert store.read(lambda w: w.all(Plant)).result() == ()
    assert store.read(lambda w: w.get(Template, taken.ids["t"])).result().content == {"a": 1}
    assert take(store, document).already


def test_order_of_the_file_is_kept(store: OpenStore) -> None:
    entries = [{"id": f"e{n}", "step": "s", "text": f"{n}", "parent": "e5" if n < 3 else None} for n in range(9)]
    take(store, package(workshops=[workshop(*entries)]))
    assert [entry.text for entry in store.read(lambda w: w.all(Entry)).result()] == [f"{n}" for n in range(9)]


def test_the_fingerprint_is_that_of_the_content(store: OpenStore) -> None:
    document = package(workshops=[workshop()])
    take(store, document)
    kept = store.read(lambda w: w.find(Package)).result()
    assert kept is not None
    assert kept.sha256 == fingerprint(document) == fingerprint(read_document(json_bytes(document)))


_TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\n\t\u202e&<>{}\"'\\%$\u0308ẞß🙂"))


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(_TEXTS, min_size=1, max_size=5), mark=st.uuids())
def test_hostile_text_goes_in_and_out_letter_by_letter(store: OpenStore, texts: list[str], mark: object) -> None:
    entries = [{"id": f"e{n}", "step": "s", "text": text, "data": {text: [text]}} for n, text in enumerate(texts)]
    taken = take(store, package(lineage=str(mark), workshops=[workshop(*entries)]))
    given_out = store.read(
        lambda w: export_document(w, PackageKind.WORKSHOP, taken.ids["w"], Audience.VERHANDLUNG)
    ).result()
    back = read_document(json_bytes(given_out.document)).workshops[0].entries
    clean = [cleaned(text, TextKind.LONG) for text in texts]
    assert [entry.text for entry in back] == clean
    assert [entry.data for entry in back] == [{text: [text]} for text in clean]

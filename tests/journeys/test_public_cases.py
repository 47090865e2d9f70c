"""The two public cases: facts as the sources have them, papers with their source of law, no tariff matter drafted."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest

from samples import building, purem, saarstahl
from tests.services.agreements.conftest import TODAY
from tests.services.agreements.reading import lines
from tws_desktop import boards
from tws_desktop.app.samples import take_sample
from tws_desktop.catalog.catalog import Catalog
from tws_desktop.documents.blocks import Document
from tws_desktop.domain.agreements import Agreement
from tws_desktop.domain.confidentiality import Audience, Level
from tws_desktop.domain.german import show_stored
from tws_desktop.domain.plants import PlantFact
from tws_desktop.services.agreements.document import Edition, agreement_document
from tws_desktop.services.agreements.findings import Severity, findings
from tws_desktop.services.packages.taking import TakenOver
from tws_desktop.services.papers.choice import Order, project_paper
from tws_desktop.storage.store import OpenStore

CASES = {"saarstahl": saarstahl, "purem": purem}
LAST_DAY = "2027-12-31"
FACTS = {
    "saarstahl": {
        ("wochenstunden", "2025", "32"),
        ("wochenstunden", "2026", "33"),
        ("wochenstunden", "2027", "34"),
        ("schichten_unbezahlt", "", "24"),
        ("freie_tage_mitglieder", "2027", "3"),
        ("kuendigung_ausgeschlossen_bis", "", LAST_DAY),
        ("standortschliessung_ausgeschlossen_bis", "", LAST_DAY),
        ("tv_laufzeit_ende", "", LAST_DAY),
        ("mitglieder_zustimmung", "", "81,7"),
        ("kommission_zustimmung", "", "einstimmig, 32 Mitglieder"),
    },
    "purem": {
        ("tv_datum", "", "2023-06-16"),
        ("mitglieder_abstimmung", "", "2023-07-02"),
        ("tv_laufzeit_ende", "", LAST_DAY),
        ("kuendigung_ausgeschlossen_bis", "", LAST_DAY),
        ("fonds_zufluss", "", "Teile der Sonderzahlungen der Beschäftigten"),
        ("fonds_arbeitgeber", "", "Ersparte Beiträge des Arbeitgebers zur Sozialversicherung"),
        ("fonds_konto", "", "Treuhandkonto"),
        ("fonds_verwendung", "", "Nur im Einvernehmen aller Parteien"),
    },
}
KEYS = {
    "saarstahl": {"tv_name", "tv_parteien", "tv_rechtsquelle", "zeitkonto", "uebernahme", "haertefall"},
    "purem": {"tv_name", "tv_rechtsquelle", "fonds_name", "fonds_zweck", "fonds_rest"},
}
LAW = re.compile(r"(?:§§?|Abs\.|Satz|Nr\.|Anlagen?)\s\d+\w?(?:(?:,|\sund|\sbis)\s\d+\w?)*|\d{2}\.\d{2}\.\d{4}|\(\d+\)")


@pytest.fixture(params=sorted(CASES))
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def taken(name: str, store: OpenStore, catalog: Catalog) -> TakenOver:
    return take_sample(store, catalog, name)


def _draft(store: OpenStore, catalog: Catalog) -> tuple[UUID, Document]:
    [agreement] = store.read(lambda w: w.all(Agreement)).result()
    made = store.read(
        lambda w: agreement_document(w, catalog, agreement.id, Edition.CLEAN, Audience.ARBEITGEBER, TODAY)
    ).result()
    return agreement.id, made


def _body(document: Document) -> tuple[str, str]:
    """The words of the agreement from the preamble on, and those of its tariff annex."""
    found = lines(document)
    annexes = [number for number, line in enumerate(found) if re.match(r"Anlage\s\d", line)]
    preamble = next(number for number, line in enumerate(found) if "Präambel" in line)
    tariff = next(number for number, line in enumerate(found) if number in annexes and "nachrichtlich" in line)
    return "\n".join(found[preamble : annexes[0]]), "\n".join(found[tariff:])


def _numbers_outside_law(words: str) -> list[str]:
    plain = "\n".join(re.sub(r"^\d+[.)]?\s", "", line) for line in words.replace("\u00a0", " ").splitlines())
    return re.findall(r"\d+(?:[.,]\d+)*", LAW.sub("", plain))


def test_taken_over_without_a_word_of_doubt(taken: TakenOver) -> None:
    assert taken.notices == ()
    assert taken.project_id is not None


def test_facts_are_as_the_sources_have_them(name: str, taken: TakenOver, store: OpenStore) -> None:
    facts = store.read(lambda w: w.all(PlantFact)).result()
    said = {(fact.key, fact.period, fact.value) for fact in facts}
    assert said >= FACTS[name]
    assert {key for key, _, _ in said} == {key for key, _, _ in FACTS[name]} | KEYS[name]
    for fact in facts:
        assert fact.level is Level.OPEN
        assert fact.source
        assert fact.legal_source
        assert fact.as_of


def test_money_back_is_not_stated_as_agreed(store: OpenStore, catalog: Catalog) -> None:
    take_sample(store, catalog, "purem")
    [rest] = store.read(lambda w: w.all(PlantFact, key="fonds_rest")).result()
    assert rest.value.startswith("Nicht bestätigt")
    assert "März 2023" in rest.value


def test_key_points_name_the_source_of_law(name: str, taken: TakenOver, store: OpenStore, catalog: Catalog) -> None:
    project_id = taken.project_id
    assert project_id is not None
    made = store.read(
        lambda w: project_paper(w, catalog, project_id, Order("D07", Audience.ARBEITGEBER, TODAY, boards.report))
    ).result()
    words = "\n".join(lines(made.document))
    facts = store.read(lambda w: w.all(PlantFact)).result()
    assert words.count("Beispiel, eigener Entwurf") >= 4
    assert "2027-12-31" not in words
    assert all(words.count(f"Rechtsquelle: {fact.legal_source}") == 1 for fact in facts)
    assert all(f"|{show_stored(fact.value)}".splitlines()[0] in words for fact in facts)
    open_facts = [fact.key for fact in facts if fact.legal_source != CASES[name].TARIFF]
    assert open_facts == (["fonds_rest"] if name == "purem" else [])
    assert "Beraten und beschlossen ist noch nichts" in words
    assert "hat am" not in words
    assert "zu beschreiben" not in words


def test_the_draft_regulates_no_tariff_matter(name: str, taken: TakenOver, store: OpenStore, catalog: Catalog) -> None:
    agreement_id, document = _draft(store, catalog)
    found = store.read(lambda w: findings(w, catalog, agreement_id)).result()
    assert [one.sentence for one in found if one.severity in {Severity.WARNING, Severity.FAULT}] == []
    body, annex = _body(document)
    assert CASES[name].TARIFF in body
    assert "Öffnungsklausel in" not in body
    assert "zugestimmt" not in body
    assert _numbers_outside_law(body) == []
    assert "nachrichtlich" in annex
    if name == "saarstahl":
        for hours in ("32 Stunden", "33 Stunden", "34 Stunden", "24 Schichten"):
            assert hours in annex.replace("\u00a0", " ")
            assert hours not in body
        assert "Härtefallstelle" in body


def test_the_search_for_numbers_would_see_one() -> None:
    assert _numbers_outside_law("(2) Nach §\u00a077 Abs.\u00a03 BetrVG gelten 32 Stunden.") == ["32"]


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], bytes]:
    monkeypatch.setattr(building, "FOLDER", tmp_path)
    return lambda name: building.make(name, CASES[name].build).read_bytes()


def test_made_twice_is_the_same(name: str, elsewhere: Callable[[str], bytes]) -> None:
    assert elsewhere(name) == elsewhere(name)

"""The library: found by typing, read, own templates."""

from __future__ import annotations

from uuid import uuid4

import pytest

from tests.narrowing import there
from tws_desktop.catalog.catalog import Catalog
from tws_desktop.domain.agreements import Template
from tws_desktop.domain.errors import InputRefused
from tws_desktop.domain.keeping import IN_STORE
from tws_desktop.services import own_templates
from tws_desktop.services.ports import Work
from tws_desktop.services.trash import put_away
from tws_desktop.storage.store import OpenStore
from tws_desktop.ui.library.library_presenter import Item, Kind, detail, found, items


@pytest.fixture(scope="module")
def everything(catalog: Catalog) -> tuple[Item, ...]:
    return items(catalog, ())


def test_every_form_of_the_catalogue_is_there(catalog: Catalog, everything: tuple[Item, ...]) -> None:
    counted = {kind: sum(1 for item in everything if item.kind is kind) for kind in Kind}
    assert counted[Kind.FORMAT] == len(catalog.formats) == 3
    assert counted[Kind.METHOD] == len(catalog.methods)
    assert counted[Kind.QUESTIONNAIRE] == len(catalog.questionnaires)
    assert counted[Kind.CLAUSE] == len(catalog.clauses)


def test_every_word_must_be_found_and_titles_come_first(everything: tuple[Item, ...]) -> None:
    hits = found(everything, set(Kind), "beschaeftigungssicherung")
    assert hits
    assert "eschäftigungssicherung" in hits[0].title or all("eschäftigungssicherung" not in hit.title for hit in hits)
    assert found(everything, set(Kind), "beschäftigungssicherung xyzzy") == ()


def test_kinds_filter(everything: tuple[Item, ...]) -> None:
    assert {item.kind for item in found(everything, {Kind.METHOD}, "")} == {Kind.METHOD}


def test_a_method_reads_as_help(catalog: Catalog) -> None:
    shown = there(detail(catalog, (), "method:M01"))
    heads = [text for role, text in shown.paragraphs if role == "strong"]
    assert heads == ["Wozu", "Wann", "Nicht, wenn", "Braucht", "Ergebnis", "So geht’s", "Stolperfallen"]


def test_clauses_show_labels_instead_of_braces(catalog: Catalog) -> None:
    for key in catalog.clauses:
        shown = there(detail(catalog, (), f"clause:{key}"))
        words = " ".join(text for _, text in shown.paragraphs)
        assert "{" not in words, key
        assert "Grundlage" in words


def test_what_is_gone_is_none(catalog: Catalog) -> None:
    assert detail(catalog, (), "template:weg") is None
    assert detail(catalog, (), "clause:XXX-99") is None


def test_own_templates_are_renamed_put_away_and_come_back(store: OpenStore) -> None:
    template = Template(uuid4(), "workshop", "Alt")

    def make(work: Work) -> None:
        work.action("Probe", IN_STORE)
        work.add(template)

    store.write(make).result()
    store.write(lambda work: own_templates.rename(work, template.id, " Neu ")).result()
    assert [each.title for each in store.read(own_templates.own_templates).result()] == ["Neu"]
    with pytest.raises(InputRefused):
        store.write(lambda work: own_templates.rename(work, template.id, " ")).result()
    store.write(lambda work: put_away(work, work.get(Template, template.id))).result()
    assert store.read(own_templates.own_templates).result() == ()
    store.write(lambda work: work.undo(IN_STORE)).result()
    assert len(store.read(own_templates.own_templates).result()) == 1

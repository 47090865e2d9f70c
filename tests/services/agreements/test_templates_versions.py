"""Kept for the next time, and kept for ever."""

from __future__ import annotations

import json
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest

from tests.narrowing import there
from tests.services.agreements.conftest import TODAY, Desk, make_chain
from tests.services.agreements.reading import paper, text
from tws_desktop.documents.blocks import Filled, spans_of
from tws_desktop.domain.agreements import Agreement, Template, Version
from tws_desktop.domain.confidentiality import Audience
from tws_desktop.domain.errors import UndoRefused
from tws_desktop.domain.keeping import in_agreement, in_project, in_workshop
from tws_desktop.domain.plants import Area, FactKind, Person, Plant, PlantFact, Project
from tws_desktop.domain.positions import Measure
from tws_desktop.domain.workshops import Entry, Release, Step, Workshop
from tws_desktop.services.agreements import clauses, editing, fields
from tws_desktop.services.agreements.changes import ChangeKind, changes_since_version
from tws_desktop.services.agreements.outline import read_outline
from tws_desktop.services.agreements.templates import (
    TemplateRefused,
    keep_as_template,
    new_from_template,
    what_would_go,
)
from tws_desktop.services.agreements.values import printed
from tws_desktop.services.agreements.versions import content_hash, freeze, is_whole
from tws_desktop.services.agreements.workshop_templates import (
    keep_workshop_as_template,
    new_workshop_from_template,
    what_would_go_of_workshop,
)
from tws_desktop.services.ports import Work

TYPED = (
    "Bei der Musterwerk Saar GmbH sichert Frau Blum bis zum 31.12.2031 412 Stellen in der Zerspanung; "
    "das Musterwerk zahlt 1,5 Mio. € (§ 77 Abs. 3 BetrVG). Die Musterwerkleitung und die Völklinger Zerspanungsmeister "
    "prüfen das."
)
SECRETS = (
    "Musterwerk",
    "Völklingen",
    "Blum",
    "412",
    "31.12.2031",
    "1,5 Mio",
    "Zerspanung",
    "1,5",
    "Völkling",
    "leitung und",
)


def _elsewhere(desk: Desk) -> UUID:
    def use_case(work: Work) -> UUID:
        plant = Plant(uuid4(), "Gießerei Nordsaar", site="Merzig")
        project = Project(uuid4(), plant.id, "Wandel")
        work.action("x", in_project(project.id))
        work.add(plant)
        return work.add(project).id

    return desk.write(use_case)


def _said(desk: Desk) -> list[str]:
    """Fills every gap and writes own text; the values that were filled."""

    def people(work: Work) -> None:
        work.action("x", in_project(desk.chain.project))
        work.add(Area(uuid4(), desk.chain.plant, "Zerspanung", headcount=96))
        work.add(Person(uuid4(), "Schichtleitung", desk.chain.plant, "Blum"))

    desk.write(people)
    desk.write(clauses.insert_clause, desk.shelf, desk.agreement, "BES-01", "max")
    section = desk.write(editing.add_section, desk.read(read_outline, desk.agreement).parts[0].id, "Musterwerk 2031")
    desk.write(editing.add_below, section.id, TYPED)
    values = []
    for number, gap in enumerate(desk.read(fields.gaps, desk.agreement)):
        typed = {"date": f"{number % 27 + 1}.3.2029", "period": "2028 bis 2031", "choice": None}.get(
            gap.kind, str(7700 + number)
        )
        if typed is not None:
            desk.write(fields.fill_field, gap.field_id, typed, TODAY)
    for value in desk.read(read_outline, desk.agreement).fields.values():
        if value.value is not None and value.kind != "choice":
            values.append(printed(value))  # noqa: PERF401
    return values


def test_a_template_in_another_plant_carries_neither_names_nor_numbers(desk: Desk) -> None:
    values = _said(desk)
    assert all(secret in text(desk) for secret in SECRETS)
    assert len(values) > 20
    template = desk.write(keep_as_template, desk.agreement, "Zukunftsvereinbarung Metall")
    made = desk.write(new_from_template, desk.shelf, template.id, _elsewhere(desk))
    new = Desk(desk.store, desk.shelf, desk.chain, made.id)
    found = text(new)
    kept = json.dumps(desk.read(lambda work: work.get(Template, template.id)).content, ensure_ascii=False)
    for secret in (*SECRETS, *values):
        assert secret not in found
        assert secret not in kept
    assert "[Zahl einsetzen]" in found
    assert "§\u00a077 Abs. 3" in found or "§ 77 Abs. 3" in found
    filled = [span.text for block in paper(new).blocks for span in spans_of(block) if isinstance(span, Filled)]
    assert set(filled) == {"Gießerei Nordsaar, Merzig"}
    assert "Betriebsrat der Gießerei Nordsaar" in found


def test_the_text_itself_comes_along(desk: Desk) -> None:
    _said(desk)
    template = desk.write(keep_as_template, desk.agreement, "Vorlage")
    made = desk.write(new_from_template, desk.shelf, template.id, _elsewhere(desk), "Neu")
    old, new = desk.read(read_outline, desk.agreement), desk.read(read_outline, made.id)
    assert new.clause_keys() == old.clause_keys()
    assert [(one.kind, one.clause_key, one.option) for one in new.all_units()] == [
        (one.kind, one.clause_key, one.option) for one in old.all_units()
    ]
    assert made.title == "Neu"
    desk.write(lambda work: work.undo(in_agreement(made.id)))
    assert desk.read(lambda work: work.find(Agreement, id=made.id)) is None


def test_what_goes_is_shown_before_and_nothing_is_stored(desk: Desk) -> None:
    _said(desk)
    shown = {one.text for one in desk.read(what_would_go, desk.agreement)}
    for secret in ("Musterwerk Saar GmbH", "Blum", "412", "31.12.2031", "1,5 Mio. €", "Zerspanung", "Musterwerk"):
        assert secret in shown
    assert "77" not in shown
    assert desk.read(lambda work: work.all(Template)) == ()


def test_numbers_that_people_have_written_in_words_go_too(desk: Desk) -> None:
    section = desk.write(editing.add_section, desk.read(read_outline, desk.agreement).parts[0].id, "Freie Zeit")
    desk.write(editing.add_below, section.id, "Wir bekommen Zwei Tage, achtbar ist das nicht.")
    template = desk.write(keep_as_template, desk.agreement, "Vorlage")
    made = desk.write(new_from_template, desk.shelf, template.id, _elsewhere(desk))
    found = text(Desk(desk.store, desk.shelf, desk.chain, made.id))
    assert "Wir bekommen [Zahl einsetzen] Tage, achtbar ist das nicht." in found


def test_further_words_can_be_named(desk: Desk) -> None:
    _said(desk)
    assert "Stellen" not in {one.text for one in desk.read(what_would_go, desk.agreement)}
    assert "Stellen" in {one.text for one in desk.read(what_would_go, desk.agreement, ("Stellen",))}


def test_the_name_of_a_template_does_not_name_the_plant(desk: Desk) -> None:
    with pytest.raises(TemplateRefused, match="Musterwerk"):
        desk.write(keep_as_template, desk.agreement, "ZV Musterwerk")


def test_a_workshop_template_keeps_the_agenda_and_nothing_said(desk: Desk) -> None:
    def word(work: Work) -> None:
        work.action("x", in_workshop(desk.chain.workshop))
        [step] = work.all(Step, workshop_id=desk.chain.workshop)
        work.change(step, question="Was braucht das Musterwerk mit 412 Leuten bis 31.12.2031?", minutes=35)

    desk.write(word)
    gone = {one.text for one in desk.read(what_would_go_of_workshop, desk.chain.workshop)}
    assert gone == {"Musterwerk", "412", "31.12.2031"}
    template = desk.write(keep_workshop_as_template, desk.chain.workshop, "Zielbild kurz")
    made = desk.write(new_workshop_from_template, template.id, _elsewhere(desk), starts_on=date(2027, 1, 11))
    [step] = desk.read(lambda work: work.all(Step, workshop_id=made.id))
    assert (step.title, step.minutes) == ("Themen wählen", 35)
    assert step.question == "Was braucht das [Name] mit [Zahl] Leuten bis [Datum]?"
    assert desk.read(lambda work: work.all(Entry, workshop_id=made.id)) == ()
    assert desk.read(lambda work: work.get(Workshop, made.id)).title == "Zielbild kurz"
    kept = json.dumps(template.content, ensure_ascii=False, default=str)
    assert not any(secret in kept for secret in (*SECRETS, "Lärm", "Wer bleibt"))


def test_a_number_word_of_a_fact_does_not_take_the_formats_own_words_away(desk: Desk) -> None:
    def word(work: Work) -> None:
        work.action("x", in_workshop(desk.chain.workshop))
        workshop = work.get(Workshop, desk.chain.workshop)
        plant_id = work.get(Project, workshop.project_id).plant_id
        work.add(PlantFact(uuid4(), plant_id, FactKind.PROFILE, "schichten", "zwei Schichten, 412 Leute"))
        [step] = work.all(Step, workshop_id=desk.chain.workshop)
        work.change(step, question="Höchstens zwei Punkte je Thema, bei 412 Leuten?")

    desk.write(word)
    assert {one.text for one in desk.read(what_would_go_of_workshop, desk.chain.workshop)} == {"412"}


def test_templates_are_not_mixed_up(desk: Desk) -> None:
    one = desk.write(keep_as_template, desk.agreement, "A")
    other = desk.write(keep_workshop_as_template, desk.chain.workshop, "B")
    with pytest.raises(TemplateRefused):
        desk.write(new_from_template, desk.shelf, other.id, desk.chain.project)
    with pytest.raises(TemplateRefused):
        desk.write(new_workshop_from_template, one.id, desk.chain.project)


def test_a_frozen_version_keeps_its_text_and_its_hash(desk: Desk) -> None:
    before = desk.read(content_hash, desk.agreement)
    version = desk.write(freeze, desk.agreement)
    assert (version.number, version.sha256) == (1, before)
    gap = desk.read(fields.gaps, desk.agreement)[0]
    desk.write(fields.fill_field, gap.field_id, "2030" if gap.kind == "number" else "Text", TODAY)
    assert desk.read(content_hash, desk.agreement) != before
    kept = desk.read(lambda work: work.get(Version, version.id))
    assert is_whole(kept)
    changed = {**kept.snapshot, "agreement": {**kept.snapshot["agreement"], "title": "anders"}}
    assert not is_whole(Version(kept.id, kept.agreement_id, 1, kept.at, changed, kept.sha256))
    assert desk.write(freeze, desk.agreement).number == 2
    assert paper(desk).header_right.startswith("ENTWURF 3")
    assert desk.read(content_hash, desk.agreement)[:8] in paper(desk).footer_left


def test_nothing_before_a_frozen_version_can_be_undone(desk: Desk) -> None:
    desk.write(clauses.insert_clause, desk.shelf, desk.agreement, "BES-01")
    desk.write(freeze, desk.agreement)
    with pytest.raises(UndoRefused):
        desk.write(lambda work: work.undo(in_agreement(desk.agreement)))


def test_the_same_text_has_the_same_hash_and_another_agreement_another(desk: Desk) -> None:
    assert desk.read(content_hash, desk.agreement) == desk.read(content_hash, desk.agreement)
    other = desk.write(lambda work: make_chain(work, "Anderes Werk"))
    assert other.plant != desk.chain.plant


def test_the_draft_says_what_is_different_from_the_frozen_version(desk: Desk) -> None:
    assert desk.read(changes_since_version, desk.agreement) is None
    desk.write(freeze, desk.agreement)
    assert there(desk.read(changes_since_version, desk.agreement)).found == ()
    outline = desk.read(read_outline, desk.agreement)
    desk.write(fields.fill_field, outline.fields["BET-01.turnus"].id, "monatlich", TODAY)
    gone, changed = outline.clause_units("SCH-04")[0], outline.clause_units("BET-01")[0]
    desk.write(editing.delete_unit, gone.id)
    own = desk.write(editing.add_section, outline.parts[0].id, "Parkplätze")
    found = there(desk.read(changes_since_version, desk.agreement)).found
    kinds = {one.unit_id: one.kind for one in found if one.unit_id is not None}
    assert kinds == {changed.id: ChangeKind.OTHER, own.id: ChangeKind.NEW}
    [other] = [one for one in found if one.kind is ChangeKind.OTHER]
    assert ("[Turnus wählen]" in other.before, " tagt monatlich" in other.after) == (True, True)
    assert {one.kind for one in found} == {ChangeKind.NEW, ChangeKind.OTHER, ChangeKind.GONE}


def test_a_measure_that_changed_since_the_frozen_version_is_named(desk: Desk) -> None:
    def change(work: Work, **values: Any) -> None:
        work.action("Maßnahme geändert", in_project(desk.chain.project))
        work.change(work.get(Measure, desk.chain.measure), **values)

    def release(work: Work) -> None:
        work.action("Freigegeben", in_project(desk.chain.project))
        work.add(Release(uuid4(), "measures", desk.chain.measure, Audience.ARBEITGEBER))

    desk.write(release)
    desk.write(freeze, desk.agreement)
    desk.write(change, due=date(2027, 3, 1), owner_id=None)
    (found,) = there(desk.read(changes_since_version, desk.agreement)).found
    assert (found.kind, found.place) == (ChangeKind.OTHER, "Maßnahmenplan")
    assert found.before == "Altersstruktur erheben, BR-Vorsitz, 15.12.2026, Liste liegt vor"
    assert found.after == "Altersstruktur erheben, 01.03.2027, Liste liegt vor"

"""The paper: numbers, references, gaps, annexes, editions, audiences."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import uuid4

import pytest

from tests.narrowing import there
from tests.services.agreements.conftest import TODAY, Desk
from tests.services.agreements.reading import lines, paper, text
from tws_desktop.documents.blocks import Annex, Contents, MarginNote, Notice, Parties, Section, Signatures, Table, Title
from tws_desktop.documents.numbering import resolve
from tws_desktop.domain.agreements import Unit
from tws_desktop.domain.confidentiality import Audience, Level
from tws_desktop.domain.keeping import in_project
from tws_desktop.domain.plants import FactKind, PlantFact
from tws_desktop.domain.positions import Measure, Trade
from tws_desktop.domain.workshops import Release, Workshop
from tws_desktop.services import trash
from tws_desktop.services.agreements import clauses, editing, fields, moving
from tws_desktop.services.agreements.document import Edition, EditionRefused, left_out
from tws_desktop.services.agreements.fault_list import FaultListRefused, fault_list
from tws_desktop.services.agreements.findings import Finding, Severity, findings
from tws_desktop.services.agreements.outline import read_outline
from tws_desktop.services.agreements.versions import content_hash
from tws_desktop.services.agreements.wordings import wording_lines


def _insert(desk: Desk, key: str, variant: str | None = None) -> tuple[Unit, ...]:
    return desk.write(clauses.insert_clause, desk.shelf, desk.agreement, key, variant)


def _add(desk: Desk, record: Any) -> None:
    desk.write(lambda work: work.action("x", in_project(desk.chain.project)) or work.add(record))


def _found(desk: Desk, severity: Severity) -> list[Finding]:
    return [one for one in desk.read(findings, desk.shelf, desk.agreement) if one.severity is severity]


def test_the_paper_has_its_parts_in_order(desk: Desk) -> None:
    kinds = [type(block) for block in paper(desk).blocks]
    order = [Title, Notice, Parties, Contents, Section, Signatures, Annex, Table]
    assert [kinds.index(kind) for kind in order] == sorted(kinds.index(kind) for kind in order)
    document = paper(desk)
    assert document.header_right == "ENTWURF 1 · nicht unterschriftsreif"
    assert "Stand 23.11.2026, Fassung 1" in text(desk)
    assert document.language == "de-DE"


def test_every_clause_in_every_variant_prints_without_a_broken_reference(desk: Desk) -> None:
    for variant in ("max", "komp", "min"):
        for key in desk.shelf.clauses:
            outline = desk.read(read_outline, desk.agreement)
            if key in outline.clause_keys():
                desk.write(clauses.choose_variant, desk.shelf, desk.agreement, key, variant)
            else:
                slot = None if desk.shelf.agreement_types["ZV"].slot_of(key) else "final"
                desk.write(clauses.insert_clause, desk.shelf, desk.agreement, key, variant, slot=slot)
        document = paper(desk)
        assert resolve(document).faults == ()
        assert "Verweis" not in "\n".join(lines(document))
        assert "Anlage fehlt" not in "\n".join(lines(document))


def test_a_reference_to_a_missing_clause_is_a_gap_and_a_finding(desk: Desk) -> None:
    desk.write(clauses.remove_clause, desk.shelf, desk.agreement, "KON-01")
    _insert(desk, "BES-02", "max")
    assert resolve(paper(desk)).faults == ()
    named = desk.shelf.clauses["KON-01"].title
    if f"[Verweis: {named}]" in text(desk):
        assert any("ins Leere" in one.sentence for one in _found(desk, Severity.FAULT))
    desk.write(clauses.insert_clause, desk.shelf, desk.agreement, "KON-01")
    assert f"[Verweis: {named}]" not in text(desk)
    assert not any("ins Leere" in one.sentence and named in one.sentence for one in _found(desk, Severity.FAULT))


def test_references_follow_when_a_paragraph_moves(desk: Desk) -> None:
    found = [line for line in lines(paper(desk)) if line.startswith("§") and "Streit" in line]
    number = found[0].split(" ")[0]
    section = next(one for one in desk.read(read_outline, desk.agreement).sections() if one.slot == "conflict")
    referring = [line for line in lines(paper(desk)) if number in line and not line.startswith(number)]
    assert referring
    desk.write(moving.move_section, section.id, -1)
    after = next(line for line in lines(paper(desk)) if line.startswith("§") and "Streit" in line).split(" ")[0]
    assert after != number
    assert sum(after in line for line in lines(paper(desk))) >= len(referring)


def test_the_computed_list_names_enforceable_paragraphs_only(desk: Desk) -> None:
    desk.write(clauses.choose_variant, desk.shelf, desk.agreement, "SCH-03", "max")
    outline = desk.read(read_outline, desk.agreement)
    assert not any(unit.right == "E" for unit in outline.all_units())
    assert "kraft Gesetzes weiter" not in text(desk)
    enforceable = next(key for key, one in desk.shelf.clauses.items() if one.right == "E" and key.startswith("QUA"))
    _insert(desk, enforceable)
    line = next(line for line in lines(paper(desk)) if "kraft Gesetzes weiter" in line)
    title = there(desk.shelf.agreement_types["ZV"].slot_of(enforceable)).title
    number = next(one for one in lines(paper(desk)) if one.startswith("§") and one.endswith(title)).split(" ")[0]
    assert number in line


def test_the_first_annex_holds_the_open_measures_released_to_the_employer(desk: Desk) -> None:
    inside = Measure(uuid4(), desk.chain.project, "Eckpunkte beschließen", rank=2)
    secret = Measure(uuid4(), desk.chain.project, "Streng vertraulich", rank=3, level=Level.NEGOTIATION)
    early = Measure(uuid4(), desk.chain.project, "Kreis besetzen", rank=4, due=date(2026, 12, 1))
    for one in (inside, secret, early):
        _add(desk, one)
    for one_id in (desk.chain.measure, early.id, secret.id):
        _add(desk, Release(uuid4(), "measures", one_id, Audience.ARBEITGEBER))
    for audience, hidden in ((Audience.GREMIUM, 1), (Audience.VERHANDLUNG, 0), (Audience.ARBEITGEBER, 2)):
        shown = "\n".join(lines(paper(desk, audience=audience)))
        assert "Anlage\u00a01 Maßnahmenplan" in shown
        assert shown.index("Kreis besetzen (Vorschlag)") < shown.index("Altersstruktur erheben|BR-Vorsitz|15.12.2026")
        assert "Eckpunkte beschließen" not in shown
        assert "Streng vertraulich" not in shown
        assert desk.read(left_out, desk.agreement, audience) == hidden


def test_the_measures_of_a_workshop_in_the_trash_are_not_signed_for(desk: Desk) -> None:
    _add(desk, Release(uuid4(), "measures", desk.chain.measure, Audience.ARBEITGEBER))
    assert "Altersstruktur erheben" in text(desk)
    workshop = desk.read(lambda work: work.get(Workshop, desk.chain.workshop))
    desk.write(trash.put_away, workshop)
    assert "Altersstruktur erheben" not in text(desk)


def test_what_the_council_does_for_itself_changes_nothing_in_the_agreement(desk: Desk) -> None:
    before = desk.read(content_hash, desk.agreement)
    own = Measure(uuid4(), desk.chain.project, "Eckpunkte beschließen")
    _add(desk, own)
    assert desk.read(content_hash, desk.agreement) == before
    _add(desk, Release(uuid4(), "measures", own.id, Audience.ARBEITGEBER))
    assert desk.read(content_hash, desk.agreement) != before


def test_tariff_facts_become_an_annex_for_information(desk: Desk) -> None:
    assert "nachrichtlich" not in text(desk)
    common: Any = {"source": "igmetall.de", "legal_source": "Transfertarifvertrag", "as_of": date(2025, 4, 14)}
    hours = PlantFact(uuid4(), desk.chain.plant, FactKind.TARIFF, "wochenstunden", "32", "Stunden", "2026", **common)
    _add(desk, hours)
    _add(desk, PlantFact(uuid4(), desk.chain.plant, FactKind.TARIFF, "tv_laufzeit_ende", "2027-12-31"))
    found = text(desk)
    assert "Auszug aus dem Tarifvertrag (nachrichtlich)" in found
    for words in (
        "Bezahlte Wochenstunden",
        "Bezahlte Wochenstunden, 2026|32\u00a0Stunden",
        "Rechtsquelle: Transfertarifvertrag",
        "31.12.2027",
        "[Rechtsquelle angeben]",
    ):
        assert words in found
    assert _found(desk, Severity.WARNING) == [
        one for one in _found(desk, Severity.WARNING) if "32 Stunden" not in one.sentence
    ]


def test_the_internal_edition_is_for_the_council_and_its_team(desk: Desk) -> None:
    _insert(desk, "BES-01")
    inside = paper(desk, Edition.INTERNAL)
    notes = [block for block in inside.blocks if isinstance(block, MarginNote)]
    assert any(note.lines[0] == "ohne Herkunft aus einem Workshop" for note in notes)
    assert not any(isinstance(block, MarginNote) for block in paper(desk).blocks)
    with pytest.raises(EditionRefused, match="nicht für „Arbeitgeber“"):
        paper(desk, Edition.INTERNAL, Audience.ARBEITGEBER)


def test_needs_and_contradictions_are_named(desk: Desk) -> None:
    _insert(desk, "BES-01", "komp")
    sentences = [one.sentence for one in _found(desk, Severity.WARNING)]
    assert any("braucht" in one and "BES-03" in one for one in sentences)
    desk.write(clauses.choose_variant, desk.shelf, desk.agreement, "SCH-01", "komp")
    desk.write(clauses.choose_variant, desk.shelf, desk.agreement, "SCH-02", "max")
    assert not any("widerspricht" in one.sentence for one in _found(desk, Severity.FAULT))
    desk.write(clauses.choose_variant, desk.shelf, desk.agreement, "SCH-02", "min")
    assert any("widerspricht" in one.sentence for one in _found(desk, Severity.FAULT))


def test_a_fresh_draft_of_the_type_has_gaps_and_no_contradiction(desk: Desk) -> None:
    assert _found(desk, Severity.FAULT) == []
    gaps = desk.read(fields.gaps, desk.agreement)
    found = _found(desk, Severity.OPEN)
    assert len([one for one in found if one.unit_id is not None]) == len(gaps) > 0
    assert {one.place for one in found if one.unit_id is None} == {
        "Rubrum",
        "Anlage Maßnahmenplan",
        "Anlage Ziele, Kennzahlen und Meilensteine",
    }


def test_an_end_before_the_beginning_is_a_fault(desk: Desk) -> None:
    outline = desk.read(read_outline, desk.agreement)
    desk.write(fields.fill_field, outline.fields["datum_inkraft"].id, "1.1.2028", TODAY)
    desk.write(fields.fill_field, outline.fields["datum_ende"].id, "31.12.2029", TODAY)
    assert not _found(desk, Severity.FAULT)
    desk.write(fields.fill_field, outline.fields["datum_ende"].id, "31.12.2027", TODAY)
    assert [one.sentence for one in _found(desk, Severity.FAULT)] == [
        "Die Vereinbarung endet vor ihrem Beginn. Bitte eines der beiden Daten ändern."
    ]


def test_the_list_of_faults_names_every_finding_and_stays_inside(desk: Desk) -> None:
    made = desk.read(fault_list, desk.shelf, desk.agreement, Audience.GREMIUM, TODAY)
    said = "\n".join(lines(made))
    assert all(one.sentence in said for one in desk.read(findings, desk.shelf, desk.agreement))
    with pytest.raises(FaultListRefused):
        desk.read(fault_list, desk.shelf, desk.agreement, Audience.ARBEITGEBER, TODAY)


def test_every_variant_can_be_read_before_it_is_chosen(desk: Desk) -> None:
    clause = desk.shelf.clauses["BES-01"]
    outline = desk.read(read_outline, desk.agreement)
    texts = {one.id: wording_lines(desk.shelf, outline, clause, one.id) for one in clause.variants}
    assert len(set(texts.values())) == 3
    assert not any("{" in line or "}" in line for found in texts.values() for line in found)


def test_giving_without_an_end_is_a_warning(desk: Desk) -> None:
    open_end = Trade(
        uuid4(), desk.chain.project, "Flexible Schichten", "Kündigungsschutz", gets_until=date(2032, 12, 31)
    )
    _add(desk, open_end)
    assert any("Flexible Schichten" in one.sentence for one in _found(desk, Severity.WARNING))
    assert not any("Kündigungsschutz“ hat" in one.sentence for one in _found(desk, Severity.WARNING))


def test_an_empty_own_paragraph_is_a_fault(desk: Desk) -> None:
    section = desk.write(editing.add_section, desk.read(read_outline, desk.agreement).parts[0].id, "Leer")
    assert section.id in [one.unit_id for one in _found(desk, Severity.FAULT)]
    desk.write(editing.add_below, section.id, "Text")
    assert section.id not in [one.unit_id for one in _found(desk, Severity.FAULT)]

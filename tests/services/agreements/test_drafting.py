"""Beginning an agreement."""

from __future__ import annotations

import pytest

from tests.services.agreements.conftest import Desk
from tests.services.agreements.reading import lines, paper, text
from tws_desktop.domain.agreements import Agreement, FieldValue, Part, Party, Unit, UnitKind
from tws_desktop.domain.keeping import in_agreement
from tws_desktop.services.agreements.drafting import create_agreement
from tws_desktop.services.agreements.outline import read_outline
from tws_desktop.services.agreements.shelf import NotOnShelf


def test_a_new_agreement_holds_the_required_clauses_and_no_other(desk: Desk) -> None:
    outline = desk.read(read_outline, desk.agreement)
    assert outline.clause_keys() == desk.shelf.agreement_types["ZV"].required()


def test_slots_without_a_clause_do_not_appear(desk: Desk) -> None:
    outline = desk.read(read_outline, desk.agreement)
    slots = [unit.slot for unit in outline.sections()]
    assert "employment" not in slots
    assert len(set(slots)) == len(slots)
    order = [slot.key for slot in desk.shelf.agreement_types["ZV"].slots()]
    assert slots == [key for key in order if key in slots]


def test_parties_come_from_the_plant(desk: Desk) -> None:
    parties = desk.read(lambda work: work.all(Party))
    assert [(one.side, one.legal_name) for one in parties] == [
        ("ag", "Musterwerk Saar GmbH"),
        ("br", "Betriebsrat der Musterwerk Saar GmbH"),
    ]
    assert "Musterwerk Saar GmbH, Werk Völklingen-Süd" in text(desk)


def test_without_required_clauses_the_draft_is_empty(desk: Desk) -> None:
    made = desk.write(create_agreement, desk.shelf, desk.chain.project, "ZV", "Leer", with_required=False)
    assert desk.read(read_outline, made.id).clause_keys() == ()


def test_undo_takes_the_whole_agreement_back(desk: Desk) -> None:
    desk.write(lambda work: work.undo(in_agreement(desk.agreement)))
    for kind in (Agreement, Part, Party, Unit, FieldValue):
        assert desk.read(lambda work, kind=kind: work.all(kind)) == ()


def test_an_unknown_type_is_refused_with_a_sentence(desk: Desk) -> None:
    with pytest.raises(NotOnShelf, match="gibt es nicht"):
        desk.write(create_agreement, desk.shelf, desk.chain.project, "XX")


def test_the_preamble_has_no_number_and_the_first_paragraph_is_the_scope(desk: Desk) -> None:
    found = lines(paper(desk))
    assert "Präambel" in found
    assert "§\u00a01 Geltungsbereich" in found
    kinds = [unit.kind for unit in desk.read(read_outline, desk.agreement).sections()]
    assert kinds.count(UnitKind.PREAMBLE) == 1

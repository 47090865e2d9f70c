"""Clauses in and out, variants, options; undo brings the former text back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import pytest

from tests.services.agreements.conftest import Desk
from tests.services.agreements.reading import text
from tws_desktop.domain.agreements import Evidence, EvidenceFrom, FieldValue, Unit, UnitKind
from tws_desktop.domain.keeping import in_agreement
from tws_desktop.services.agreements import clauses, editing, fields, moving
from tws_desktop.services.agreements.clauses import ClauseRefused, OwnTextRefused, Rest
from tws_desktop.services.agreements.outline import Outline, read_outline
from tws_desktop.services.agreements.shelf import NotOnShelf
from tws_desktop.services.ports import Work


def _insert(desk: Desk, key: str, variant: str | None = None, **options: Any) -> tuple[Unit, ...]:
    return desk.write(clauses.insert_clause, desk.shelf, desk.agreement, key, variant, **options)


def _outline(desk: Desk) -> Outline:
    return desk.read(read_outline, desk.agreement)


def _undo(desk: Desk) -> Any:
    return desk.write(lambda work: work.undo(in_agreement(desk.agreement)))


def _field(desk: Desk, key: str) -> FieldValue:
    return _outline(desk).fields[key]


def test_clauses_of_one_slot_share_their_section_in_the_slots_order(desk: Desk) -> None:
    _insert(desk, "BES-03")
    _insert(desk, "BES-01")
    outline = _outline(desk)
    [section] = [unit for unit in outline.sections() if unit.slot == "employment"]
    keys = list(dict.fromkeys(unit.clause_key for unit in outline.children(section)))
    assert keys == ["BES-01", "BES-03"]
    assert section.title == "Beschäftigungssicherung"


def test_a_clause_stands_only_once(desk: Desk) -> None:
    _insert(desk, "BES-01")
    with pytest.raises(ClauseRefused, match="steht schon"):
        _insert(desk, "BES-01")


def test_a_clause_without_a_place_needs_a_section_named(desk: Desk) -> None:
    with pytest.raises(NotOnShelf):
        _insert(desk, "BES-01", slot="gibt_es_nicht")
    stranger = next((key for key in desk.shelf.clauses if desk.shelf.agreement_types["ZV"].slot_of(key) is None), None)
    assert stranger is None or _insert(desk, stranger, slot="employment")


def test_fields_of_other_variants_come_when_they_are_needed(desk: Desk) -> None:
    _insert(desk, "BES-01", "max")
    assert "BES-01.schutz_bis" in _outline(desk).fields
    assert "BES-01.monate" not in _outline(desk).fields
    desk.write(clauses.choose_variant, desk.shelf, desk.agreement, "BES-01", "komp")
    assert "BES-01.monate" in _outline(desk).fields


def test_another_variant_keeps_values_origin_and_units(desk: Desk) -> None:
    first = _insert(desk, "BES-01", "max", evidence=(Rest(EvidenceFrom.POSITION, desk.chain.position),))
    desk.write(
        fields.fill_field, _field(desk, "BES-01.schutz_bis").id, "Ende 2032", desk.read(lambda w: w.now()).date()
    )
    desk.write(clauses.choose_variant, desk.shelf, desk.agreement, "BES-01", "komp")
    assert "bis zum 31.12.2032" in text(desk)
    assert _outline(desk).clause_units("BES-01")[0].id == first[0].id
    [evidence] = desk.read(lambda work: work.all(Evidence, of_id=first[0].id))
    assert evidence.source_id == desk.chain.position


def test_a_shorter_variant_hands_on_what_the_last_absatz_rests_on(desk: Desk) -> None:
    key, longer, shorter = _shrinking(desk)
    units = _insert(desk, key, longer, slot="employment")
    rests = (Rest(EvidenceFrom.ENTRY, desk.chain.card),)
    desk.write(_note, desk.agreement, units[-1].id, rests)
    desk.write(clauses.choose_variant, desk.shelf, desk.agreement, key, shorter)
    left = {unit.id for unit in _outline(desk).clause_units(key)}
    assert units[-1].id not in left
    [evidence] = desk.read(lambda work: work.all(Evidence, source_id=desk.chain.card))
    assert evidence.of_id in left


def _note(work: Work, agreement_id: UUID, unit_id: UUID, rests: Sequence[Rest]) -> None:
    work.action("Herkunft", in_agreement(agreement_id))
    clauses.rest_on(work, unit_id, rests)


def _shrinking(desk: Desk) -> tuple[str, str, str]:
    """A clause with a variant that has fewer Absätze than another."""
    for clause in desk.shelf.clauses.values():
        counts = {str(one.id): sum(not absatz.optional for absatz in one.absaetze) for one in clause.variants}
        if max(counts.values()) > min(counts.values()) and clause.key not in _outline(desk).clause_keys():
            return clause.key, max(counts, key=counts.__getitem__), min(counts, key=counts.__getitem__)
    raise AssertionError


def test_text_written_by_people_is_not_overwritten_unasked(desk: Desk) -> None:
    units = _insert(desk, "BES-01", "max")
    desk.write(editing.edit_text, units[0].id, "Ganz eigener Satz.")
    with pytest.raises(OwnTextRefused, match="von Hand geändert"):
        desk.write(clauses.choose_variant, desk.shelf, desk.agreement, "BES-01", "komp")
    assert "Ganz eigener Satz." in text(desk)
    desk.write(clauses.choose_variant, desk.shelf, desk.agreement, "BES-01", "komp", discard_edits=True)
    assert "Ganz eigener Satz." not in text(desk)


@pytest.mark.parametrize("key", ["BES-01", "BES-03", "KI-03", "QUA-01", "INV-06", "AUS-02"])
@pytest.mark.parametrize("variant", ["max", "komp", "min"])
def test_every_action_on_a_clause_can_be_undone(desk: Desk, key: str, variant: str | None) -> None:
    empty = text(desk)
    _insert(desk, key, variant)
    full = text(desk)
    assert full != empty
    desk.write(clauses.choose_variant, desk.shelf, desk.agreement, key, "komp" if variant != "komp" else "min")
    _undo(desk)
    assert text(desk) == full
    desk.write(clauses.remove_clause, desk.shelf, desk.agreement, key)
    assert text(desk) == empty
    _undo(desk)
    assert text(desk) == full
    _undo(desk)
    assert text(desk) == empty


def test_removing_the_last_clause_removes_its_section(desk: Desk) -> None:
    _insert(desk, "BES-01")
    desk.write(clauses.remove_clause, desk.shelf, desk.agreement, "BES-01")
    assert "employment" not in [unit.slot for unit in _outline(desk).sections()]
    assert not any(key.startswith("BES-01") for key in _outline(desk).fields)


def test_options_can_be_chosen_and_given_up(desk: Desk) -> None:
    checked = 0
    for clause in desk.shelf.clauses.values():
        for variant in clause.variants:
            ids = [one.id for one in variant.absaetze if one.optional]
            ids += [sentence.id for one in variant.absaetze for sentence in one.sentences if not one.optional]
            if not ids or checked > 6:
                continue
            if clause.key in _outline(desk).clause_keys():
                desk.write(clauses.choose_variant, desk.shelf, desk.agreement, clause.key, str(variant.id))
            else:
                _insert(desk, clause.key, str(variant.id), slot="employment")
            before = text(desk)
            for id_ in ids:
                desk.write(clauses.toggle_option, desk.shelf, desk.agreement, clause.key, id_)
                outline = _outline(desk)
                assert (id_, True) in [(one[0], one[2]) for one in clauses.options_of(desk.shelf, outline, clause.key)]
                assert text(desk) != before
                desk.write(clauses.toggle_option, desk.shelf, desk.agreement, clause.key, id_)
                assert text(desk) == before
                checked += 1
    assert checked


def test_sections_move_among_each_other_and_back(desk: Desk) -> None:
    before = text(desk)
    sections = [one for one in _outline(desk).sections() if one.kind is UnitKind.SECTION]
    assert desk.write(moving.move_section, sections[0].id, 1)
    moved = [one.id for one in _outline(desk).sections() if one.kind is UnitKind.SECTION]
    assert moved[:2] == [sections[1].id, sections[0].id]
    _undo(desk)
    assert text(desk) == before
    assert not desk.write(moving.move_section, sections[0].id, -1)
    preamble = next(one for one in _outline(desk).sections() if one.kind is UnitKind.PREAMBLE)
    with pytest.raises(ClauseRefused):
        desk.write(moving.move_section, preamble.id, 1)


def test_a_clause_moves_into_another_section_and_its_empty_one_goes(desk: Desk) -> None:
    _insert(desk, "BES-01")
    before = text(desk)
    target = next(one for one in _outline(desk).sections() if one.slot == "scope")
    desk.write(moving.move_clause, desk.shelf, desk.agreement, "BES-01", section_id=target.id)
    outline = _outline(desk)
    assert outline.section_of(outline.clause_units("BES-01")[0]).id == target.id
    assert "employment" not in [one.slot for one in outline.sections()]
    _undo(desk)
    assert text(desk) == before

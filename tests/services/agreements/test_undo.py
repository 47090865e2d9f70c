"""Every action of the desk is one step of undo: back to the former text, and forth again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.services.agreements.conftest import TODAY, Desk
from tests.services.agreements.reading import text
from tws_desktop.domain.agreements import Party, Unit, UnitKind
from tws_desktop.domain.keeping import in_agreement
from tws_desktop.services.agreements import annex_editing, clauses, drafting, editing, fields, moving
from tws_desktop.services.agreements.origin import used_by_entry
from tws_desktop.services.agreements.outline import Outline, read_outline
from tws_desktop.services.agreements.proposals import proposals


def _outline(desk: Desk) -> Outline:
    return desk.read(read_outline, desk.agreement)


def _unit(desk: Desk, number: int = 0) -> Unit:
    return _outline(desk).clause_units("BES-01")[number]


def _sections(desk: Desk) -> list[Unit]:
    return [one for one in _outline(desk).sections() if one.kind is UnitKind.SECTION]


def _accept(desk: Desk) -> None:
    found = desk.read(fields.suggestions, desk.shelf, desk.agreement)
    desk.write(fields.accept_suggestion, next(one for one in found if one.position_id is not None), TODAY)


def _on_shelf(use_case: Callable[..., object], *args: Any, **options: Any) -> Callable[[Desk], object]:
    return lambda desk: desk.write(use_case, desk.shelf, desk.agreement, *args, **options)


ACTIONS: dict[str, Callable[[Desk], object]] = {
    "insert": _on_shelf(clauses.insert_clause, "KI-03", "max"),
    "variant": _on_shelf(clauses.choose_variant, "BES-01", "min"),
    "remove": _on_shelf(clauses.remove_clause, "BES-01"),
    "move section": lambda desk: desk.write(moving.move_section, _sections(desk)[1].id, 1),
    "move absatz": lambda desk: desk.write(moving.move_absatz, _unit(desk).id, 1),
    "move clause": lambda desk: desk.write(
        moving.move_clause, desk.shelf, desk.agreement, "BES-01", section_id=_sections(desk)[0].id
    ),
    "fill": lambda desk: desk.write(
        fields.fill_field, desk.read(fields.gaps, desk.agreement)[0].field_id, "Text", TODAY
    ),
    "accept": _accept,
    "edit": lambda desk: desk.write(editing.edit_text, _unit(desk).id, "Neu ⟦1⟧ geschrieben."),
    "title": lambda desk: desk.write(editing.edit_title, _sections(desk)[0].id, "Andere Überschrift"),
    "own section": lambda desk: desk.write(editing.add_section, _sections(desk)[0].part_id, "Eigenes"),
    "own absatz": lambda desk: desk.write(editing.add_below, _sections(desk)[0].id, "Eigener Absatz"),
    "delete absatz": lambda desk: desk.write(editing.delete_unit, _unit(desk).id),
    "delete section": lambda desk: desk.write(editing.delete_unit, _sections(desk)[3].id),
    "annex table": _on_shelf(annex_editing.fill_annex_table, "indicators", [["a", "b"]]),
    "annex text": _on_shelf(annex_editing.write_annex, "tariff_consent", "Eins.\n\nZwei."),
    "party": lambda desk: desk.write(
        annex_editing.change_party, desk.read(lambda work: work.all(Party))[0].id, represented_by="N. N."
    ),
    "heading": lambda desk: desk.write(annex_editing.change_heading, desk.agreement, "Anders"),
}


@pytest.fixture
def drafted(desk: Desk) -> Desk:
    proposal = next(one for one in desk.read(proposals, desk.shelf, desk.agreement) if one.clause_key == "BES-01")
    desk.write(clauses.insert_clause, desk.shelf, desk.agreement, "BES-01", "max", evidence=proposal.evidence)
    return desk


@pytest.mark.parametrize("name", ACTIONS)
def test_an_action_is_undone_and_done_again_as_one(drafted: Desk, name: str) -> None:
    before = text(drafted)
    used = drafted.read(used_by_entry, drafted.chain.card)
    length = len(drafted.read(lambda work: work.history(in_agreement(drafted.agreement))))
    ACTIONS[name](drafted)
    after = text(drafted)
    assert after != before
    assert len(drafted.read(lambda work: work.history(in_agreement(drafted.agreement)))) == length + 1
    drafted.write(lambda work: work.undo(in_agreement(drafted.agreement)))
    assert text(drafted) == before
    assert drafted.read(used_by_entry, drafted.chain.card) == used
    drafted.write(lambda work: work.redo(in_agreement(drafted.agreement)))
    assert text(drafted) == after


def test_an_agreement_in_the_trash_is_not_where_a_card_ended_up(drafted: Desk) -> None:
    assert drafted.read(used_by_entry, drafted.chain.card)
    drafted.write(drafting.trash_agreement, drafted.agreement)
    assert drafted.read(used_by_entry, drafted.chain.card) == ()
    drafted.write(drafting.restore_agreement, drafted.agreement)
    assert drafted.read(used_by_entry, drafted.chain.card)

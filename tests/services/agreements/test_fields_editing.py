"""Filling gaps and writing freely."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import uuid4

import pytest

from tests.narrowing import there
from tests.services.agreements.conftest import TODAY, Desk
from tests.services.agreements.reading import lines, paper, text
from tws_desktop.documents.blocks import Gap, spans_of
from tws_desktop.domain.agreements import FieldValue, Unit, UnitKind
from tws_desktop.domain.errors import InputRefused
from tws_desktop.domain.keeping import in_agreement
from tws_desktop.services.agreements import clauses, editing, fields
from tws_desktop.services.agreements.editing import editable_runs, edited_runs
from tws_desktop.services.agreements.fields import GapAt
from tws_desktop.services.agreements.outline import Outline, read_outline
from tws_desktop.services.agreements.tariff_warning import tariff_warnings
from tws_desktop.services.agreements.values import printed, read_value, shown

TYPED = [
    "Lärm & Hitze < 30 °C",
    '„Anführung“ "gerade"',
    "<b>fett</b>",
    "{name} {ref:KON-01} {annex:measures}",
    "Straße STRASSE ẞ",
    "⟦1⟧ und ⟦⟦",
    "a⟧b⟦",
    "Zeile eins\nZeile zwei\tTab",
    "👷 Emoji",
    "x" * 300,
    "wort " * 1999 + "Ende",
]


def _outline(desk: Desk) -> Outline:
    return desk.read(read_outline, desk.agreement)


def _value(kind: str, **more: Any) -> FieldValue:
    return FieldValue(uuid4(), uuid4(), more.pop("key", "k"), kind, "Beschriftung", **more)


@pytest.mark.parametrize(
    ("value", "typed", "stored", "in_text", "in_field"),
    [
        (_value("date"), "Ende 2027", "2027-12-31", "31.12.2027", "31.12.2027"),
        (_value("euro"), "6 Mio.", "6000000", "6.000.000", "6.000.000\u00a0€"),
        (_value("percent"), "81,7 %", "81.7", "81,7", "81,7\u00a0%"),
        (_value("number", unit="Monate"), "12 Monate", "12", "12", "12\u00a0Monate"),
        (_value("number", key="GEN-01.ziel_jahr"), "2032", "2032", "2032", "2032"),
        (_value("list"), "Gießerei\nMontage\n\nLager", ["Gießerei", "Montage", "Lager"],
         "Gießerei, Montage und Lager", "Gießerei\nMontage\nLager"),
        (_value("choice", options=("jährlich", "halbjährlich")), "Jährlich", "jährlich", "jährlich", "jährlich"),
        (_value("period"), "2027-2030", "2027 bis 2030", "2027 bis 2030", "2027 bis 2030"),
        (_value("period"), "1.1.27 bis Ende 2029", "01.01.2027 bis 31.12.2029", "01.01.2027 bis 31.12.2029",
         "01.01.2027 bis 31.12.2029"),
        (_value("period"), "24 monate", "24\u00a0Monate", "24\u00a0Monate", "24\u00a0Monate"),
        (_value("text"), "{name} <b>", "{name} <b>", "{name} <b>", "{name} <b>"),
    ],
)  # fmt: skip
def test_values_are_read_as_typed_and_shown_in_one_form(
    value: FieldValue, typed: str, stored: Any, in_text: str, in_field: str
) -> None:
    assert read_value(value, typed, TODAY) == stored
    filled = replace(value, value=stored)
    assert (printed(filled), shown(filled)) == (in_text, in_field)
    assert read_value(filled, shown(filled), TODAY) == stored


@pytest.mark.parametrize(
    ("value", "typed"),
    [
        (_value("date"), "31.02.2027"),
        (_value("euro"), "viel"),
        (_value("euro"), "-5"),
        (_value("choice", options=("a", "b")), "c"),
        (_value("period"), "2030 bis 2027"),
        (_value("period"), "bald"),
        (_value("text"), "  "),
        (_value("text"), "böse\x07"),
        (_value("sections_by_right", options=("E",)), "§ 1"),
    ],
)
def test_what_a_field_does_not_take_is_refused_with_a_sentence(value: FieldValue, typed: str) -> None:
    with pytest.raises(InputRefused) as refused:
        read_value(value, typed, TODAY)
    assert str(refused.value).endswith(".")


def test_a_filled_gap_is_filled_everywhere_and_undo_opens_it_again(desk: Desk) -> None:
    before = text(desk)
    gap = next(one for one in desk.read(fields.gaps, desk.agreement) if one.label == "Beginn festlegen")
    assert desk.write(fields.fill_field, gap.field_id, "1.1.27", TODAY) == "01.01.2027"
    assert "[Beginn festlegen]" not in text(desk)
    assert "01.01.2027" in text(desk)
    desk.write(fields.clear_field, gap.field_id)
    assert text(desk) == before
    desk.write(lambda work: work.undo(in_agreement(desk.agreement)))
    desk.write(lambda work: work.undo(in_agreement(desk.agreement)))
    assert text(desk) == before


def test_a_refused_value_leaves_the_field_as_it_was(desk: Desk) -> None:
    gap = next(one for one in desk.read(fields.gaps, desk.agreement) if one.label == "Beginn festlegen")
    desk.write(fields.fill_field, gap.field_id, "1.1.27", TODAY)
    with pytest.raises(InputRefused):
        desk.write(fields.fill_field, gap.field_id, "bald", TODAY)
    assert desk.read(lambda work: work.get(FieldValue, gap.field_id)).value == "2027-01-01"


def test_gaps_come_in_the_order_of_the_document(desk: Desk) -> None:
    found = desk.read(fields.gaps, desk.agreement)
    labels = [span.label for block in paper(desk).blocks for span in spans_of(block) if isinstance(span, Gap)]
    first = list(dict.fromkeys(labels))
    assert [one.label for one in found if one.label in first][:8] == [
        one for one in first if one in {gap.label for gap in found}
    ][:8]
    place: GapAt | None = None
    seen = []
    for _ in found:
        place = there(desk.read(fields.next_gap, desk.agreement, place.field_id if place else None))
        seen.append(place.field_id)
    assert seen == [one.field_id for one in found]
    assert there(desk.read(fields.next_gap, desk.agreement, seen[-1])).field_id == seen[0]


@pytest.mark.parametrize("typed", TYPED)
def test_runs_survive_the_projection(typed: str) -> None:
    runs = (typed, {"field": "a"}, "mitte", {"clause": "KON-01", "absatz": 2}, {"field": "a"}, {"annex": "x"}, typed)
    editable = editable_runs(runs)
    assert edited_runs(editable.parts, editable.text) == runs


@pytest.mark.parametrize("typed", [one for one in TYPED if "⟦1" not in one])
def test_people_write_anything_literally(desk: Desk, typed: str) -> None:
    section = desk.write(editing.add_section, _outline(desk).parts[0].id, "Eigener Paragraf")
    unit = desk.write(editing.add_below, section.id, typed)
    assert unit.own_text
    assert typed in text(desk)
    assert desk.read(editing.editable, unit.id).text.replace("⟦⟦", "⟦") == typed.replace("⟦⟦", "⟦")


def test_an_edited_absatz_keeps_its_fields_and_undo_brings_it_back(desk: Desk) -> None:
    desk.write(clauses.insert_clause, desk.shelf, desk.agreement, "BES-01", "max")
    before = text(desk)
    unit = _outline(desk).clause_units("BES-01")[0]
    editable = desk.read(editing.editable, unit.id)
    assert "⟦1⟧" in editable.text
    desk.write(editing.edit_text, unit.id, editable.text.replace("Der Arbeitgeber", "Die Geschäftsführung & {alle}"))
    assert "Die Geschäftsführung & {alle} spricht bis zum [Ende des Schutzes festlegen]" in text(desk)
    assert desk.read(lambda work: work.get(Unit, unit.id)).own_text
    desk.write(lambda work: work.undo(in_agreement(desk.agreement)))
    assert text(desk) == before
    assert desk.write(editing.edit_text, unit.id, editable.text).own_text is False


def test_a_marker_that_stands_for_nothing_is_refused(desk: Desk) -> None:
    unit = desk.write(clauses.insert_clause, desk.shelf, desk.agreement, "BES-01", "max")[0]
    with pytest.raises(InputRefused, match="⟦7⟧"):
        desk.write(editing.edit_text, unit.id, "Bis ⟦7⟧.")


def test_a_control_character_is_refused(desk: Desk) -> None:
    unit = desk.write(clauses.insert_clause, desk.shelf, desk.agreement, "BES-01", "max")[0]
    with pytest.raises(InputRefused, match="Steuerzeichen"):
        desk.write(editing.edit_text, unit.id, "a\x00b")


def test_a_field_taken_out_of_the_text_is_no_gap_any_more(desk: Desk) -> None:
    unit = desk.write(clauses.insert_clause, desk.shelf, desk.agreement, "BES-01", "max")[0]
    desk.write(editing.edit_text, unit.id, "Ohne Feld.")
    assert "BES-01.schutz_bis" not in _outline(desk).fields
    desk.write(lambda work: work.undo(in_agreement(desk.agreement)))
    assert "BES-01.schutz_bis" in _outline(desk).fields


def test_own_text_down_to_the_letter_and_deleting_it(desk: Desk) -> None:
    before = text(desk)
    section = desk.write(editing.add_section, _outline(desk).parts[0].id, "Eigenes")
    absatz = desk.write(editing.add_below, section.id, "Absatz")
    nummer = desk.write(editing.add_below, absatz.id, "Nummer")
    desk.write(editing.add_below, nummer.id, "Buchstabe")
    assert [line for line in lines(paper(desk)) if line in {"1. Nummer", "a) Buchstabe"}] == [
        "1. Nummer",
        "a) Buchstabe",
    ]
    desk.write(editing.delete_unit, section.id)
    assert text(desk) == before
    for _ in range(5):
        desk.write(lambda work: work.undo(in_agreement(desk.agreement)))
    assert text(desk) == before


def test_an_own_paragraph_goes_behind_the_one_named(desk: Desk) -> None:
    scope = next(one for one in _outline(desk).sections() if one.slot == "scope")
    desk.write(editing.add_section, scope.part_id, "Gleich danach", scope.id)
    titles = [one.title for one in _outline(desk).sections() if one.kind is UnitKind.SECTION]
    assert titles[titles.index("Geltungsbereich") + 1] == "Gleich danach"


def test_deleting_an_absatz_keeps_what_its_clause_rests_on(desk: Desk) -> None:
    units = desk.write(clauses.insert_clause, desk.shelf, desk.agreement, "BES-01", "max")
    desk.write(editing.delete_unit, units[0].id)
    assert [one.id for one in _outline(desk).clause_units("BES-01")] == [one.id for one in units[1:]]


def test_hours_and_pay_typed_into_text_and_fields_warn(desk: Desk) -> None:
    assert desk.read(tariff_warnings, desk.agreement) == ()
    unit = desk.write(clauses.insert_clause, desk.shelf, desk.agreement, "BES-01", "max")[0]
    desk.write(editing.edit_text, unit.id, "Die wöchentliche Arbeitszeit beträgt 32 Stunden pro Woche.")
    assert {one.unit_id for one in desk.read(tariff_warnings, desk.agreement)} == {unit.id}
    desk.write(lambda work: work.undo(in_agreement(desk.agreement)))
    gap = next(one for one in desk.read(fields.gaps, desk.agreement) if one.kind == "text")
    desk.write(fields.fill_field, gap.field_id, "30 Urlaubstage für alle", date(2026, 11, 23))
    assert [one.unit_id for one in desk.read(tariff_warnings, desk.agreement)] == [gap.unit_id]

"""Topics, fact sheets and papers as shipped."""

from __future__ import annotations

import re

import pytest

from tests.prepared import shipped
from tws_desktop.domain.form_fields import Status
from tws_desktop.domain.papers import PaperText, filled
from tws_desktop.domain.topics import clause_keys

CATALOG = shipped()


def test_topics_hold_three_questions_and_unverified_rights() -> None:
    for topic in CATALOG.topics.values():
        assert len(topic.questions) == 3
        assert all(question.endswith("?") for question in topic.questions)
        assert topic.status is not Status.CHECKED
        assert bool(topic.rights) == bool(topic.clauses) == (topic.key != "T20")


def test_tariff_first_for_training_hours_and_pay() -> None:
    assert [topic.key for topic in CATALOG.topics.values() if topic.tariff_first] == ["T06", "T07", "T08"]


def test_clauses_of_a_topic_resolve_groups_in_order() -> None:
    there = ("SCH-02", "SCH-01", "KON-01", "INV-01")
    assert clause_keys(CATALOG.topics["T18"], there) == ("KON-01", "SCH-02", "SCH-01")
    assert clause_keys(CATALOG.topics["T20"], there) == ()


def test_clauses_that_are_shipped_are_found_by_their_topics() -> None:
    named = {key for topic in CATALOG.topics.values() for key in clause_keys(topic, tuple(CATALOG.clauses))}
    assert {"INV-06", "BES-01", "QUA-01", "KI-01", "AUS-02", "KON-01", "SCH-01"} <= named


def test_the_plant_sheet_covers_the_plant_and_its_figures() -> None:
    sheet = CATALOG.fact_sheets["steckbrief"]
    columns = {fact.column for fact in sheet.facts if fact.column}
    assert {"name", "site", "land", "sector", "tariff_area", "council_size", "office", "areas"} <= columns
    wanted = "beschaeftigte frauen teilzeit befristet leiharbeit azubis duale produkte auslastung kurzarbeit"
    assert set(wanted.split()) <= {fact.key for fact in sheet.facts}
    assert all(fact.level == "council" for fact in sheet.facts)


def test_the_tariff_sheet_covers_the_public_cases() -> None:
    sheet = CATALOG.fact_sheets["tariff"]
    wanted = """wochenstunden schichten_unbezahlt kuendigung_ausgeschlossen_bis standortschliessung_ausgeschlossen_bis
    haertefall tv_laufzeit_ende mitglieder_zustimmung mitglieder_abstimmung fonds_zufluss fonds_arbeitgeber fonds_konto
    fonds_verwendung fonds_zweck tv_name tv_datum tv_parteien"""
    assert set(wanted.split()) <= {fact.key for fact in sheet.facts}
    assert sheet.fact("wochenstunden").repeats
    assert sheet.fact("wochenstunden").legal_source


def test_a_letter_needs_no_council_decision() -> None:
    letter = CATALOG.papers["D05"]
    values = {"normen": "§\u00a080 BetrVG"}
    assert letter.text("bitte_mit_beschluss").optional
    assert filled(letter.text("bitte_mit_beschluss"), values) is None
    assert filled(letter.text("bitte"), values) == (
        "Zur Wahrnehmung seiner Aufgaben nach §\u00a080 BetrVG bittet er um folgende Auskünfte:"
    )
    assert letter.default_days == 14


def test_a_text_that_is_not_optional_misses_its_value() -> None:
    with pytest.raises(KeyError, match="frist"):
        filled(PaperText("x", "bis {frist}"), {})


def test_what_was_typed_is_not_filled_again() -> None:
    assert filled(PaperText("x", "Ziel: {ziel}"), {"ziel": "{name}"}) == "Ziel: {name}"


def test_minimum_and_red_line_are_read_by_one_internal_section_only() -> None:
    sections = [
        (paper.key, section.key, section.internal)
        for paper in CATALOG.papers.values()
        for section in paper.sections
        if "position_secret" in section.reads
    ]
    assert sections == [("D07", "mindest", True)]


def test_texts_of_a_paper_use_each_listed_placeholder_or_leave_it() -> None:
    for paper in CATALOG.papers.values():
        used = {name for text in paper.texts for name in text.placeholders}
        assert used <= set(paper.placeholders)
        assert all(re.fullmatch(r"[a-z_]+", name) for name in paper.placeholders)


def test_must_sections_that_can_be_empty_say_so() -> None:
    always = {"workshop"}
    for paper in CATALOG.papers.values():
        for section in paper.sections:
            if section.must and not section.empty and not set(section.reads) & always:
                assert section.key in {"steuerung", "laufzeit", "form_frist"}


def test_seven_ground_rules_and_sixteen_difficult_moments() -> None:
    script = CATALOG.moderation["MODERATION"]
    assert len(script.ground_rules) == 7
    assert len(script.sentences) == 13
    assert len(script.difficult) == 16
    assert script.sentence("punkten").say.endswith("{kriterium}")

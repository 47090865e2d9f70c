"""What the law leaves to a works agreement: rules that every shipped clause keeps, each with a text that breaks it."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from tws_desktop.catalog.agreement_types import load_agreement_types
from tws_desktop.catalog.clauses import load_clauses
from tws_desktop.domain.clause_fields import Right
from tws_desktop.domain.clauses import Basis, Clause, VariantId

CLAUSES = load_clauses().values
ZV = load_agreement_types().values["ZV"]

INFORMATION = frozenset({"80", "90", "92", "106"})
"""Duties to inform and consult: no award of the Einigungsstelle replaces an agreement here (BetrVG)."""

MEMBERS_ONLY = re.compile(r"Gewerkschaftsmitglied|Mitglied(er|ern)? der (IG Metall|Gewerkschaft)|Mitgliederbonus")
OUTSIDE = re.compile(r"Klageverzicht|Namensliste|Abfindung|Ausschlussfrist")
LAPSING = re.compile(r"längstens \S+ \w+, bleiben alle Zusagen")
PARAGRAPHS = {"BetrVG": 132, "BGB": 2385, "TVG": 13, "AGG": 33, "DSGVO": 99, "KI-VO": 113}


def _texts() -> Iterator[tuple[Clause, str]]:
    for clause in CLAUSES.values():
        for variant in clause.variants:
            yield from ((clause, text) for text in variant.texts())


def _only_informs(clause: Clause) -> bool:
    """Enforceable or partly so, though it rests on nothing but duties to inform."""
    bases = {(base.law, base.paragraph) for base in clause.bases}
    enforceable = clause.right in {Right.ENFORCEABLE, Right.PARTLY}
    return enforceable and bases <= {("BetrVG", paragraph) for paragraph in INFORMATION}


def _doubtful(base: Basis) -> bool:
    number = int(re.match(r"\d+", base.paragraph)[0]) if re.match(r"\d+", base.paragraph) else 0  # type: ignore[index]
    return base.law in PARAGRAPHS and not 1 <= number <= PARAGRAPHS[base.law]


@pytest.mark.parametrize("clause", CLAUSES.values(), ids=lambda clause: clause.key)
def test_a_norm_stands_once_and_exists(clause: Clause) -> None:
    assert len(set(clause.bases)) == len(clause.bases)
    assert not [base for base in clause.bases if _doubtful(base)]


def test_a_norm_that_does_not_exist_would_be_seen() -> None:
    assert _doubtful(Basis("BetrVG", "133"))
    assert not _doubtful(Basis("BetrVG", "92a", "1"))


def test_no_right_to_information_is_called_enforceable() -> None:
    assert [key for key, clause in CLAUSES.items() if _only_informs(clause)] == []
    assert _only_informs(replace(CLAUSES["BET-02"], right=Right.PARTLY))


def test_money_and_time_that_nobody_can_be_forced_to_give_are_marked_voluntary() -> None:
    for clause in CLAUSES.values():
        for variant in clause.variants:
            for absatz in variant.absaetze:
                if re.search(r"\{\w+\} (Euro|Prozent des Betriebsergebnisses)|keine Kündigung aus", absatz.text):
                    assert clause.right_of(absatz) is not Right.ENFORCEABLE
                if "Euro" in absatz.text and clause.key.startswith("INV"):
                    assert clause.right_of(absatz) is Right.VOLUNTARY, clause.key


def test_nothing_is_kept_for_members_of_a_union() -> None:
    assert [clause.key for clause, text in _texts() if MEMBERS_ONLY.search(text)] == []
    assert MEMBERS_ONLY.search("Wer Mitglied der IG Metall ist, erhält drei Tage.")


def test_what_belongs_in_other_agreements_is_not_in_these() -> None:
    assert [clause.key for clause, text in _texts() if OUTSIDE.search(text)] == []
    assert OUTSIDE.search("Die Klageverzichtsprämie beträgt")


def test_promises_do_not_lapse_because_talks_take_long() -> None:
    assert [clause.key for clause, text in _texts() if LAPSING.search(text)] == []
    assert LAPSING.search("Bis zu einer Einigung, längstens {wochen} Wochen, bleiben alle Zusagen in Kraft.")


def test_state_of_law_and_check_are_dated_in_order() -> None:
    for clause in CLAUSES.values():
        assert clause.stand <= clause.geprueft_am


def test_a_fund_of_the_tariff_agreement_is_not_founded_again() -> None:
    fund = CLAUSES["INV-07"]
    assert "INV-06" in fund.excludes
    assert "INV-07" in CLAUSES["INV-06"].excludes
    for variant in fund.variants:
        text = " ".join(variant.texts())
        assert "tv_name" in variant.field_names()
        assert not re.search(r"richtet .* ein|zahlt .* ein|Treuhandkonto bei", text)


@pytest.mark.parametrize("key", ["INV-06", "INV-07"])
def test_both_funds_answer_the_six_questions(key: str) -> None:
    asked = (
        "zufl|zahlt|stellt",
        "stockt|aufstock|eigenen mitteln|legt",
        "entscheid|beschließ|prüft",
        "zweck",
        "konto",
        "rest|übrig",
    )
    for id_ in (VariantId.MAX, VariantId.KOMP):
        text = " ".join(CLAUSES[key].variant(id_).texts()).lower()
        assert [question for question in asked if not re.search(question, text)] == []


def test_the_same_body_has_one_name() -> None:
    assert [clause.key for clause, text in _texts() if "Steuerkreis" in text or "Lenkungskreis" in text] == []


def test_a_fixed_term_excludes_ordinary_notice_for_its_whole_length() -> None:
    chosen = CLAUSES["SCH-02"].variant(ZV.variant_for("SCH-02"))
    assert ZV.variant_for("SCH-01") in {VariantId.MAX, VariantId.KOMP}
    assert "jeder Verlängerung" in chosen.absaetze[0].text

from dataclasses import replace
from datetime import date

from tws_desktop.domain.clause_fields import Right
from tws_desktop.domain.clause_set import conflicts
from tws_desktop.domain.clauses import Absatz, Clause, Source, Variant, VariantId

MAX, KOMP, MIN = VariantId


def _clause(key: str, title: str, text: str) -> Clause:
    return Clause(
        key=key,
        version=1,
        title=title,
        area=key[:3],
        right=Right.FRAME,
        stand=date(2026, 11, 23),
        geprueft_am=date(2026, 11, 23),
        status="Vorschlag",
        hint="Hinweis",
        quelle=(Source("L1", "BetrVG"),),
        variants=tuple(
            Variant(id_, f"Fassung {id_}", "Hinweis", (Absatz(text if id_ is MAX else str(id_)),)) for id_ in VariantId
        ),
    )


TERM = _clause("SCH-01", "Laufzeit", "Bis Ende, siehe {ref:KON-01}.")
NOTICE = _clause("SCH-02", "Kündigung", "Ausgeschlossen.")
CONFLICT = _clause("KON-01", "Streit", "Einigungsstelle.")
LIMITED = replace(TERM, variants=(replace(TERM.variants[0], excludes=("SCH-02:min",)), *TERM.variants[1:]))
CLAUSES = {clause.key: clause for clause in (LIMITED, NOTICE, CONFLICT)}


def test_a_fitting_choice_has_no_conflict() -> None:
    assert conflicts({"SCH-01": MAX, "SCH-02": MAX, "KON-01": MIN}, CLAUSES) == ()


def test_a_reference_to_a_clause_left_out_is_named() -> None:
    (sentence,) = conflicts({"SCH-01": MAX}, CLAUSES)
    assert sentence.startswith("„Laufzeit“ verweist auf „Streit“, das fehlt.")


def test_only_the_variant_that_refers_needs_the_other() -> None:
    assert conflicts({"SCH-01": MIN}, CLAUSES) == ()


def test_contradicting_variants_are_named() -> None:
    (sentence,) = conflicts({"SCH-01": MAX, "SCH-02": MIN, "KON-01": MAX}, CLAUSES)
    assert sentence.startswith("„Laufzeit“ und „Kündigung“ widersprechen sich")


def test_a_clause_may_exclude_another_whatever_its_variant() -> None:
    clauses = CLAUSES | {"SCH-02": replace(NOTICE, excludes=("KON-01",))}
    (sentence,) = conflicts({"SCH-02": KOMP, "KON-01": MIN}, clauses)
    assert "„Kündigung“ und „Streit“" in sentence


def test_unknown_keys_are_passed_over() -> None:
    assert conflicts({"XXX-99": MAX}, CLAUSES) == ()

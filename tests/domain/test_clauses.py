from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tws_desktop.domain.clause_fields import ClauseField, FieldKind, FromPosition, Right
from tws_desktop.domain.clauses import (
    VARIANT_NAMES,
    Absatz,
    Basis,
    Buchstabe,
    Clause,
    Nummer,
    OptionalSentence,
    Source,
    Variant,
    VariantId,
)

FRIST = ClauseField(FieldKind.NUMBER, "Frist festlegen", "Wie viele Wochen?", unit="Wochen")
LISTE = ClauseField(FieldKind.SECTIONS_BY_RIGHT, "Erzwingbare Paragrafen", options=("E",))


def _variants(*texts: str) -> tuple[Variant, ...]:
    return tuple(
        Variant(id_, f"Fassung {id_}", "Hinweis", (Absatz(text),)) for id_, text in zip(VariantId, texts, strict=True)
    )


CLAUSE = Clause(
    key="INV-02",
    version=1,
    title="Prüfung",
    area="INV",
    right=Right.VOLUNTARY,
    stand=date(2026, 11, 23),
    geprueft_am=date(2026, 11, 23),
    status="eigener Entwurf, ungeprüft",
    hint="Hinweis",
    quelle=(Source("L1", "§ 92a BetrVG"),),
    variants=_variants("In {frist} Wochen gilt {ref:KON-01}.", "Zwei {annex:measures}", "Drei"),
    bases=(Basis("BetrVG", "92a", "1"),),
    fields={"frist": FRIST},
)


def test_a_sound_clause_tells_its_fields_refs_and_annexes() -> None:
    first, second, _ = CLAUSE.variants
    assert first.field_names() == ("frist",)
    assert [ref.clause for ref in first.refs()] == ["KON-01"]
    assert second.annexes() == ("measures",)
    assert CLAUSE.variant(VariantId.KOMP) is second


def test_names_of_variants_are_words() -> None:
    assert [VARIANT_NAMES[id_] for id_ in VariantId] == ["Forderung", "Ziel", "Minimum"]


def test_texts_come_in_reading_order() -> None:
    absatz = Absatz("Kopf", (Nummer("eins", (Buchstabe("a"), Buchstabe("b"))), Nummer("zwei")))
    assert list(absatz.texts()) == ["Kopf", "eins", "a", "b", "zwei"]
    with_choice = Absatz("Kopf", sentences=(OptionalSentence("s", "Wahl", "Zusatz"),))
    assert list(with_choice.texts()) == ["Kopf", "Zusatz"]


def test_an_absatz_may_have_a_right_of_its_own() -> None:
    assert CLAUSE.right_of(Absatz("x")) is Right.VOLUNTARY
    assert CLAUSE.right_of(Absatz("x", right=Right.ENFORCEABLE)) is Right.ENFORCEABLE


@pytest.mark.parametrize(
    ("basis", "shown"),
    [
        (Basis("BetrVG", "87", "1", "6"), "§\u00a087 Abs.\u00a01 Nr.\u00a06 BetrVG"),
        (Basis("BetrVG", "77", "2", satz="4"), "§\u00a077 Abs.\u00a02 Satz\u00a04 BetrVG"),
        (Basis("DSGVO", "22"), "Art.\u00a022 DSGVO"),
    ],
)
def test_a_basis_reads_as_a_german_citation(basis: Basis, shown: str) -> None:
    assert str(basis) == shown


def _with_first(text: str) -> tuple[Variant, ...]:
    return _variants(text, "Zwei", "Drei")


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"area": "BES"}, "passt nicht zum Bereich"),
        ({"key": "INV2"}, "passt nicht zum Bereich"),
        ({"bases": ()}, "Rechtsgrundlage fehlt"),
        ({"quelle": ()}, "Quelle, Status und Hinweis"),
        ({"status": ""}, "Quelle, Status und Hinweis"),
        ({"needs": ("INV-02",)}, "sich selbst"),
        ({"needs": ("KON-01",), "excludes": ("KON-01",)}, "verlangt und sperrt zugleich KON-01"),
        ({"variants": CLAUSE.variants[:2]}, "genau drei Fassungen"),
        ({"variants": CLAUSE.variants[::-1]}, "genau drei Fassungen"),
        ({"variants": _with_first("{frist} {ref:INV-02}")}, "verweist auf sich selbst"),
        ({"variants": _with_first("(1) Der Arbeitgeber {frist}")}, "Nummer im Text getippt"),
        ({"variants": _with_first("1. Der Arbeitgeber {frist}")}, "Nummer im Text getippt"),
        ({"variants": _with_first("a) Der Arbeitgeber {frist}")}, "Nummer im Text getippt"),
        ({"variants": _with_first("{frist} {andere}")}, "„andere“ steht im Text"),
        ({"variants": _with_first("Ohne Feld")}, "„frist“ ist beschrieben"),
        ({"variants": _with_first("{frist} {Frist}")}, "Unbekannter Platzhalter"),
    ],
)
def test_an_unsound_clause_is_refused_in_german(change: dict[str, Any], sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        replace(CLAUSE, **change)


def test_a_frame_clause_needs_no_basis() -> None:
    assert replace(CLAUSE, right=Right.FRAME, bases=()).bases == ()


@pytest.mark.parametrize(
    ("absatz", "sentence"),
    [
        (Absatz("{frist}", optional=True), "Wahl-Absatz"),
        (Absatz("{frist}", (Nummer("n"),), (OptionalSentence("s", "Wahl", "Zusatz"),)), "mit Nummern"),
        (Absatz("{frist}", sentences=(OptionalSentence("s", "", "Zusatz"),)), "Wahl-Satz"),
        (Absatz("{frist}", when_filled="frist"), "keine errechnete Liste"),
        (Absatz("{frist}", when_filled="fehlt"), "keine errechnete Liste"),
    ],
)
def test_an_unsound_absatz_is_refused(absatz: Absatz, sentence: str) -> None:
    first = replace(CLAUSE.variants[0], absaetze=(absatz,))
    with pytest.raises(ValueError, match=sentence):
        replace(CLAUSE, variants=(first, *CLAUSE.variants[1:]))


def test_ids_of_choices_are_told_apart() -> None:
    twice = (Absatz("{frist}", id="a", label="A", optional=True), Absatz("x", id="a", label="B", optional=True))
    first = replace(CLAUSE.variants[0], absaetze=twice)
    with pytest.raises(ValueError, match="Kennung gibt es zweimal"):
        replace(CLAUSE, variants=(first, *CLAUSE.variants[1:]))


def test_an_absatz_may_wait_for_a_computed_list() -> None:
    first = replace(CLAUSE.variants[0], absaetze=(Absatz("{frist} {liste}", when_filled="liste"),))
    variants = (first, *CLAUSE.variants[1:])
    assert replace(CLAUSE, variants=variants, fields={"frist": FRIST, "liste": LISTE}).fields["liste"].computed


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"label": ""}, "Beschriftung"),
        ({"label": "x" * 41}, "Beschriftung"),
        ({"ask": "Wie viele Wochen"}, "Frage"),
        ({"kind": FieldKind.CHOICE, "options": ("nur eine",)}, "zwei Möglichkeiten"),
        ({"kind": FieldKind.CHOICE, "options": ("a", "b"), "default": "c"}, "Vorgabe"),
        ({"options": ("a", "b")}, "nimmt keine Auswahl"),
        ({"kind": FieldKind.SECTIONS_BY_RIGHT, "options": ("X",)}, "braucht die Rechte"),
        ({"kind": FieldKind.SECTIONS_BY_RIGHT}, "braucht die Rechte"),
        (
            {"kind": FieldKind.SECTIONS_BY_RIGHT, "options": ("E",), "from_position": FromPosition.GOAL},
            "wird errechnet",
        ),
    ],
)
def test_an_unsound_field_is_refused(change: dict[str, Any], sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        replace(FRIST, **change)

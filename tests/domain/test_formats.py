"""The rules a format keeps, whoever wrote it."""

from dataclasses import replace
from typing import Any

import pytest

from tests.prepared import shipped
from tws_desktop.domain.board_parameters import (
    Board,
    CardKind,
    Cards,
    Form,
    PointsRule,
    RecordKind,
    Scale,
    Source,
    SourceKind,
    VoteKind,
    Votes,
    VoteWay,
    parse_source,
)
from tws_desktop.domain.form_fields import Field, FieldKind
from tws_desktop.domain.formats import Format, Phase, PhaseKind, VariantPhase, cards_per_person, longest_stretch

K1 = shipped().formats["K1"]
F01 = shipped().formats["F01"]


def with_phase(form: Format, number: str, **changes: Any) -> Format:
    return replace(form, phases=tuple(replace(p, **changes) if p.number == number else p for p in form.phases))


def test_minutes_must_be_the_sum_of_the_phases() -> None:
    with pytest.raises(ValueError, match="Die Phasen ergeben 60 Minuten, angegeben sind 61"):
        replace(K1, minutes=61)


def test_a_stretch_of_more_than_ninety_minutes_needs_a_break() -> None:
    longer = with_phase(replace(K1), "5", minutes=15)
    assert longest_stretch(longer.phases) == 60
    phases = tuple(replace(p, minutes=p.minutes + 31, max=p.max + 31) if p.number == "3" else p for p in K1.phases)
    with pytest.raises(ValueError, match="Nach spätestens 90 Minuten"):
        replace(K1, minutes=91, phases=phases)
    exactly = tuple(replace(p, minutes=p.minutes + 30, max=p.max + 30) if p.number == "3" else p for p in K1.phases)
    assert replace(K1, minutes=90, phases=exactly).minutes == 90


@pytest.mark.parametrize("changes", [{"elastic": True}, {"min": 5}])
def test_breaks_are_never_shortened(changes: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="Eine Pause wird nicht gekürzt"):
        replace(F01.phase("P1"), **changes)


def test_a_phase_keeps_its_bounds() -> None:
    with pytest.raises(ValueError, match="0 < min ≤ minutes ≤ max"):
        replace(K1.phase("1"), minutes=9)


def test_a_step_needs_goal_question_and_method() -> None:
    with pytest.raises(ValueError, match="goal, question und method"):
        Phase("1", PhaseKind.STEP, "x", 5, 5, 5, goal="x", method="M01")


def test_sentences_take_only_known_placeholders() -> None:
    with pytest.raises(ValueError, match=r"Platzhalter \{name\} ist unbekannt"):
        replace(K1.phase("1"), say=("Hallo {name}",))


def test_phases_and_boards_are_named_once() -> None:
    with pytest.raises(ValueError, match="Phase 1 gibt es zweimal"):
        replace(K1, phases=(K1.phases[0], *K1.phases))
    board = K1.phase("1").boards[0]
    with pytest.raises(ValueError, match="Tafel frage gibt es zweimal"):
        replace(K1.phase("1"), boards=(board, board))


def test_a_variant_has_its_own_order_sum_and_known_phases() -> None:
    short = F01.variants[0]
    assert [p.number for p in F01.phases_of(short)] == ["1", "4", "P1", "6", "7", "8", "9"]
    assert F01.phases_of(short)[0].minutes == 10
    with pytest.raises(ValueError, match="Phase 99 gibt es nicht"):
        replace(F01, variants=(replace(short, phases=(VariantPhase("99", 150),)),))
    with pytest.raises(ValueError, match="angegeben sind 151"):
        replace(F01, variants=(replace(short, minutes=151),))


def test_cards_per_person_by_group_size() -> None:
    assert [cards_per_person(n) for n in (8, 9, 15, 16)] == [None, 3, 3, 2]


def test_a_board_is_exactly_one_table() -> None:
    cards = Cards((CardKind.IDEA,))
    scale = Scale("?", 0, 10, "a", "b")
    assert Board("a", "A", cards=cards).kind == "cards"
    with pytest.raises(ValueError, match="genau eine der Tabellen"):
        Board("a", "A", cards=cards, scale=scale)
    with pytest.raises(ValueError, match="genau eine der Tabellen"):
        Board("a", "A")


def test_sources_are_a_closed_list() -> None:
    assert parse_source("entries:3.saetze") == Source(SourceKind.ENTRIES, "3", "saetze")
    assert parse_source("topics") == Source(SourceKind.TOPICS)
    for text in ("wolken:3", "clusters", "topics:3"):
        with pytest.raises(ValueError, match=f"Quelle „{text}“ ist unbekannt"):
            parse_source(text)


@pytest.mark.parametrize(
    ("build", "message"),
    [
        (lambda: Cards(()), "mindestens eine Kartenart"),
        (lambda: Scale("?", 5, 5, "a", "b"), "low muss kleiner"),
        (lambda: Scale("?", 1, 5, "a", "b", per_entry="topics"), "entries:Phase.Tafel"),
        (lambda: Form(RecordKind.ENTRY, (Field("text", "Text"),)), "entry_kind gehört"),
        (lambda: Form(RecordKind.FACT), "fact_sheet gehört"),
        (lambda: Form(RecordKind.MEASURE), "mindestens ein Feld"),
        (lambda: Form(RecordKind.MEASURE, (Field("a", "A"), Field("a", "A"))), "Feld a gibt es zweimal"),
        (lambda: Form(RecordKind.MEASURE, (Field("a", "A"),), least=3, most=2), "least darf nicht"),
        (lambda: Field("a", "A", FieldKind.CHOICE), "options gehören"),
        (lambda: Field("a", "A", options=("x",)), "options gehören"),
        (lambda: Field("a", "A", FieldKind.NUMBER, low=5, high=1), "low muss kleiner"),
        (lambda: votes(options_from=()), "mindestens einen Eintrag"),
        (lambda: votes(points_rule=PointsRule.FIXED), "points gehört"),
        (lambda: votes(veto_from=11), "zwischen 0"),
        (lambda: votes(kind=VoteKind.SCALE), "gehört in eine Tafel scale"),
    ],
)
def test_odd_parameters_are_refused(build: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        build()


def votes(**changes: Any) -> Votes:
    return replace(Votes(VoteKind.DOTS, "?", ("topics",), (VoteWay.COUNTED,)), **changes)

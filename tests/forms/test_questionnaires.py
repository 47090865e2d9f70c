"""Q1 and Q6 as shipped: counts, topics, questions, the short version, linked exposure."""

from __future__ import annotations

from tests.prepared import shipped
from tws_desktop.domain.questionnaires import Direction, ItemKind

CATALOG = shipped()
Q1 = CATALOG.questionnaires["Q1"]
COUNTS = {"A": 6, "B": 6, "C": 5, "D": 6, "E": 6, "F": 5, "G": 5, "H": 4, "I": 6, "J": 6}


def test_fifty_five_items_in_ten_dimensions() -> None:
    assert len(Q1.core) == 55
    assert {key: len(Q1.of_dimension(key)) for key in COUNTS} == COUNTS
    assert [item.key for item in Q1.items if item.optional] == ["Z1", "Z2", "Z3", "Z4"]


def test_only_the_first_dimension_measures_exposure() -> None:
    exposed = [dimension.key for dimension in Q1.dimensions if dimension.direction is Direction.EXPOSURE]
    assert exposed == ["A"]


def test_every_item_has_a_topic_a_question_and_a_document() -> None:
    for item in Q1.items:
        assert item.topic in CATALOG.topics
        assert item.question.endswith("?")
        assert item.document
        assert item.text.endswith(".")


def test_questions_to_the_employer_name_norm_and_reason() -> None:
    asked = [item for item in Q1.items if item.addressee == "Arbeitgeber"]
    assert len(asked) == 55 - 6 + 3
    assert all(item.norm and item.reason for item in asked)
    assert {item.key for item in Q1.items if item.addressee != "Arbeitgeber"} == {
        *(f"J{n}" for n in range(1, 7)),
        "Z4",
    }


def test_every_topic_is_touched() -> None:
    assert {item.topic for item in Q1.items} == set(CATALOG.topics)
    assert set(CATALOG.topics) - {item.topic for item in Q1.core} == {"T12", "T17", "T19", "T20"}


def test_the_short_version_has_twenty_items() -> None:
    assert " ".join(Q1.short) == "A1 A3 A4 A6 B1 B2 B3 D1 D3 E1 E2 F1 F2 G1 G2 H1 I1 I2 J1 J2"


def test_readiness_items_are_linked_to_the_exposure_item_of_their_topic() -> None:
    exposure = {item.topic: item.key for item in Q1.of_dimension("A")}
    for item in Q1.core:
        expected = "" if item.dimension == "A" else exposure.get(item.topic, "")
        assert item.linked_exposure == expected


def test_scale_from_one_to_five() -> None:
    assert [step.value for step in Q1.scale] == [1, 2, 3, 4, 5]
    assert (Q1.unknown_label, Q1.irrelevant_label) == ("weiß nicht", "für uns nicht relevant")


def test_feedback_is_hidden_below_five_sheets() -> None:
    q6 = CATALOG.questionnaires["Q6"]
    assert q6.hidden_below == 5
    assert [item.kind for item in q6.items] == [ItemKind.SCALE] * 6 + [ItemKind.TEXT] * 2

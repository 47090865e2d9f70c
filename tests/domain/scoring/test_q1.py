"""The worked numbers K.1, the ranking of topics and the edge cases."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tws_desktop.domain.scoring.answers import Answer, Direction, Item, Special, group_value
from tws_desktop.domain.scoring.q1 import Band, Light, Quadrant, Settings, Shown, band, evaluated, light
from tws_desktop.domain.scoring.q1_compared import compared, groups_compared

_TOPICS = {
    "A": "T02 T01 T15 T11 T14 T13",
    "B": "T01 T01 T01 T02 T03 T16",
    "C": "T02 T01 T02 T16 T04",
    "D": "T04 T04 T03 T04 T15 T03",
    "E": "T05 T05 T05 T05 T06 T06",
    "F": "T09 T09 T07 T13 T08",
    "G": "T10 T10 T11 T05 T11",
    "H": "T14 T14 T01 T14",
    "I": "T16 T16 T16 T16 T18 T18",
    "J": "T16 T16 T16 T16 T16 T16",
}
_ANSWERS = {
    "A": "544435",
    "B": "2212W2",
    "C": "32222",
    "D": "W23232",
    "E": "132234",
    "F": "23323",
    "G": "22W33",
    "H": "3W23",
    "I": "223233",
    "J": "323442",
}

ITEMS = tuple(
    Item(
        f"{dimension}{number}",
        dimension,
        Direction.EXPOSURE if dimension == "A" else Direction.READINESS,
        (topic,),
    )
    for dimension, topics in _TOPICS.items()
    for number, topic in enumerate(topics.split(), 1)
)


def answer(sign: str) -> Answer:
    """One answer from its sign."""
    return int(sign) if sign.isdigit() else Special(sign)


def sheet(signs: dict[str, str]) -> dict[str, Answer]:
    """A sheet from one string of signs per dimension; "." leaves an item out."""
    return {
        f"{dimension}{number}": answer(sign)
        for dimension, row in signs.items()
        for number, sign in enumerate(row, 1)
        if sign != "."
    }


WORKED = sheet(_ANSWERS)


def only(dimension: str) -> tuple[Item, ...]:
    return tuple(item for item in ITEMS if item.dimension == dimension)


def test_there_are_55_items() -> None:
    assert len(ITEMS) == len(WORKED) == 55


def test_indices_of_the_worked_numbers() -> None:
    result = evaluated(ITEMS, [WORKED], agreed=True)
    indices = [79.2, 20.0, 30.0, 35.0, 37.5, 40.0, 37.5, 41.7, 37.5, 50.0]
    assert [round(d.index or 0, 1) for d in result.dimensions] == indices
    assert [d.key for d in result.dimensions] == list("ABCDEFGHIJ")
    assert round(result.exposure or 0, 1) == 79.2
    assert round(result.readiness or 0, 1) == 36.6
    assert round(result.pressure or 0, 1) == 50.2
    assert (result.band, result.quadrant) == (Band.HIGH, Quadrant.ACT)
    assert round(result.unknown_rate, 3) == 0.073
    assert not result.information_gap


def test_the_ranking_of_topics_with_equal_ranks() -> None:
    topics = evaluated(ITEMS, [WORKED], agreed=True).topics
    assert [(t.topic, round(t.pressure, 3), t.rank) for t in topics] == [
        ("T01", 3.7, 1),
        ("T13", 3.5, 2),
        ("T11", 3.25, 3),
        ("T02", 3.167, 4),
        ("T04", 3.125, 5),
        ("T10", 3.0, 6),
        ("T03", 2.833, 7),
        ("T05", 2.8, 8),
        ("T09", 2.5, 9),
        ("T14", 2.5, 9),
        ("T15", 2.5, 9),
        ("T16", 2.417, 12),
        ("T07", 2.0, 13),
        ("T08", 2.0, 13),
        ("T18", 2.0, 13),
        ("T06", 1.5, 16),
    ]


def test_unknown_presses_less_than_a_known_bad_state_and_more_than_a_middling_one() -> None:
    item = (Item("X1", "X", Direction.READINESS, ("T01",)),)
    assert evaluated(item, [{"X1": Special.UNKNOWN}]).topics[0].pressure == 3.5
    assert evaluated(item, [{"X1": 1}]).topics[0].pressure == 4
    assert evaluated(item, [{"X1": 2}]).topics[0].pressure == 3
    assert evaluated(item, [{"X1": Special.NOT_RELEVANT}]).topics == ()


def test_a_dimension_of_unknowns_is_left_out_of_the_readiness() -> None:
    known = evaluated(ITEMS, [{**WORKED, **sheet({"B": "WWWWWW"})}])
    dimension = known.dimensions[1]
    assert (dimension.shown, dimension.mean, dimension.index) == (Shown.TOO_LITTLE, None, None)
    assert round(known.readiness or 0, 1) == 38.6
    low = evaluated(ITEMS, [{**WORKED, **sheet({"B": "111111"})}])
    assert low.readiness != known.readiness


def test_a_dimension_that_is_not_relevant_is_not_shown() -> None:
    dimension = evaluated(only("C"), [sheet({"C": "NNNNN"})]).dimensions[0]
    assert dimension.shown is Shown.NOT_RELEVANT


def test_exactly_half_answered_is_shown_and_less_is_not() -> None:
    assert evaluated(only("B"), [sheet({"B": "222WWW"})]).dimensions[0].shown is Shown.YES
    assert evaluated(only("B"), [sheet({"B": "22WWWW"})]).dimensions[0].shown is Shown.TOO_LITTLE
    assert evaluated(only("B"), [sheet({"B": "22...."})]).dimensions[0].shown is Shown.TOO_LITTLE
    assert evaluated(only("B"), [sheet({"B": "22WWNN"})]).dimensions[0].shown is Shown.YES


def test_nothing_answered_gives_no_index() -> None:
    result = evaluated(ITEMS, [])
    assert (result.exposure, result.readiness, result.pressure) == (None, None, None)
    assert (result.band, result.quadrant, result.unknown_rate) == (None, None, 0)


def test_one_person_has_no_spread() -> None:
    assert evaluated(ITEMS, [WORKED]).values[0].spread is None


def test_single_sheets_give_the_median_and_mark_what_is_contested() -> None:
    sheets = [{"A1": 1, "A2": 4}, {"A1": 5, "A2": 4}, {"A1": 4, "A2": 4}, {"A1": 2, "A2": 5}]
    result = evaluated(only("A"), sheets)
    assert (result.values[0].value, result.values[0].spread) == (3.0, 2.5)
    assert (result.values[1].value, result.values[1].spread) == (4.0, 0.25)
    assert result.contested == ("A1",)


def test_a_spread_of_exactly_two_is_contested() -> None:
    assert group_value(ITEMS[0], [1, 2, 3, 4, 5]).contested
    assert not group_value(ITEMS[0], [2, 3, 3, 4, 4]).contested


def test_a_few_values_among_many_unknowns_are_no_answer_of_the_group() -> None:
    unknown, not_relevant = Special.UNKNOWN, Special.NOT_RELEVANT
    assert group_value(ITEMS[0], [unknown, unknown, 5]).special is unknown
    assert group_value(ITEMS[0], [unknown, 5]).value == 5
    assert group_value(ITEMS[0], [not_relevant, not_relevant, 5]).special is not_relevant
    assert group_value(ITEMS[0], [not_relevant, 5]).value == 5


def test_a_value_off_the_scale_is_a_fault_of_the_caller() -> None:
    with pytest.raises(ValueError, match="A1"):
        group_value(ITEMS[0], [6])


def test_the_information_gap_begins_at_a_quarter() -> None:
    assert evaluated(only("H"), [sheet({"H": "W222"})]).information_gap
    assert not evaluated(only("C"), [sheet({"C": "W2222"})]).information_gap
    assert evaluated(only("C"), [sheet({"C": "W222N"})]).unknown_rate == 0.25


@pytest.mark.parametrize(
    ("pressure", "expected"),
    [(19.9, Band.LOW), (20, Band.MIDDLE), (39.9, Band.MIDDLE), (40, Band.HIGH)],
)
def test_a_boundary_belongs_to_the_upper_band(pressure: float, expected: Band) -> None:
    assert band(pressure) is expected


@pytest.mark.parametrize(
    ("exposed", "ready", "expected"),
    [
        ("4", "2", Quadrant.ACT),
        ("4", "4", Quadrant.SHAPE),
        ("2", "2", Quadrant.PROVIDE),
        ("2", "4", Quadrant.WATCH),
        ("3", "3", Quadrant.SHAPE),
        ("2", "3", Quadrant.WATCH),
    ],
)
def test_the_four_fields_of_the_picture(exposed: str, ready: str, expected: Quadrant) -> None:
    answers = sheet({"A": exposed * 6, "B": ready * 6})
    assert evaluated(only("A") + only("B"), [answers]).quadrant is expected


def test_weights_and_cuts_can_be_changed() -> None:
    answers = sheet({"A": "444444", "B": "111111", "C": "55555"})
    items = only("A") + only("B") + only("C")
    assert evaluated(items, [answers]).readiness == 50
    assert evaluated(items, [answers], Settings({"B": 3})).readiness == 25
    assert evaluated(items, [answers], Settings({}, readiness_cut=60)).quadrant is Quadrant.ACT


def test_an_optional_item_counts_for_its_topic_but_in_no_index() -> None:
    extra = Item("Z1", "J", Direction.READINESS, ("T12",), indexed=False)
    result = evaluated((*ITEMS, extra), [{**WORKED, "Z1": 1}])
    assert result.readiness == evaluated(ITEMS, [WORKED]).readiness
    assert ("T12", 4.0) in [(topic.topic, topic.pressure) for topic in result.topics]


@pytest.mark.parametrize(
    ("item", "given_answer", "expected"),
    [
        (ITEMS[6], 2, Light.RED),
        (ITEMS[6], 3, Light.YELLOW),
        (ITEMS[6], 4, Light.GREEN),
        (ITEMS[0], 4, Light.RED),
        (ITEMS[0], 3, Light.YELLOW),
        (ITEMS[0], 2, Light.GREEN),
        (ITEMS[0], Special.UNKNOWN, Light.UNKNOWN),
        (ITEMS[0], Special.NOT_RELEVANT, None),
    ],
)
def test_the_traffic_light_turns_exposure_round(item: Item, given_answer: Answer, expected: Light | None) -> None:
    assert light(group_value(item, [given_answer])) is expected


def test_the_boundaries_of_the_traffic_light() -> None:
    assert light(group_value(ITEMS[6], [2, 3])) is Light.YELLOW
    assert light(group_value(ITEMS[6], [3, 4])) is Light.GREEN


def test_before_and_after_per_dimension() -> None:
    items = only("B") + only("C")
    changes = compared(
        evaluated(items, [sheet({"B": "222222", "C": "33333"})]),
        evaluated(items, [sheet({"B": "333333", "C": "WWWWW"})]),
    )
    assert [(c.key, c.change, c.comparable) for c in changes] == [("B", 1.0, True), ("C", None, True)]


def test_changed_wording_breaks_the_comparison_and_is_named() -> None:
    newer = tuple(replace(item, version=2) if item.key == "B3" else item for item in only("B"))
    answers = [sheet({"B": "222222"})]
    change = compared(evaluated(only("B"), answers), evaluated(newer, answers))[0]
    assert not change.comparable
    assert change.reworded == ("B3",)
    shorter = compared(evaluated(only("B"), answers), evaluated(only("B")[:5], answers))[0]
    assert shorter.reworded == ("B6",)


def test_groups_that_see_it_differently() -> None:
    council = evaluated(only("B"), [sheet({"B": "222222"})], agreed=True)
    managers = evaluated(only("B"), [sheet({"B": "422232"})], agreed=True)
    everyone = groups_compared({"BR": council, "Leitung": managers})
    assert [(v.key, v.lowest_group, v.highest_group, v.difference) for v in everyone.items] == [
        ("B1", "BR", "Leitung", 2.0),
        ("B5", "BR", "Leitung", 1.0),
    ]
    assert everyone.dimensions == ()


def test_groups_differ_in_a_dimension_from_exactly_one_on() -> None:
    council = evaluated(only("B"), [sheet({"B": "222222"})], agreed=True)
    managers = evaluated(only("B"), [sheet({"B": "333333"})], agreed=True)
    unsure = evaluated(only("B"), [sheet({"B": "WWWWWW"})], agreed=True)
    found = groups_compared({"Leitung": managers, "VK": unsure, "BR": council})
    assert [(v.key, v.lowest_group, v.highest_group, v.difference) for v in found.dimensions] == [
        ("B", "BR", "Leitung", 1.0)
    ]


@pytest.mark.parametrize(("people", "left_out"), [(1, ("Leitung",)), (4, ("Leitung",)), (5, ())])
def test_single_answers_of_too_few_people_are_not_compared(people: int, left_out: tuple[str, ...]) -> None:
    council = evaluated(only("B"), [sheet({"B": "222222"})], agreed=True)
    managers = evaluated(only("B"), [sheet({"B": "555555"})] * people)
    result = groups_compared({"BR": council, "Leitung": managers})
    assert result.left_out == left_out
    assert bool(result.items) is not bool(left_out)


def test_two_sheets_are_not_agreed() -> None:
    with pytest.raises(ValueError, match="one sheet"):
        evaluated(ITEMS, [WORKED, WORKED], agreed=True)


@given(
    st.lists(
        st.dictionaries(
            st.sampled_from([item.key for item in ITEMS]),
            st.one_of(st.integers(1, 5), st.sampled_from(Special)),
        ),
        max_size=3,
    )
)
def test_every_index_stays_between_0_and_100(sheets: list[Mapping[str, Answer]]) -> None:
    result = evaluated(ITEMS, sheets)
    for index in (result.exposure, result.readiness, result.pressure, 100 * result.unknown_rate):
        assert index is None or 0 <= index <= 100
    assert all(0 <= topic.pressure <= 4.5 for topic in result.topics)

"""Cards in lanes: guessed first, measured when seen, never overlapping."""

from __future__ import annotations

from uuid import uuid4

import pytest

from tws_desktop.boards.cards.card_items import CardItem
from tws_desktop.boards.cards.card_layout import CardLayout


def _items(count: int) -> tuple[CardItem, ...]:
    return tuple(CardItem(uuid4(), "x" * (n + 1)) for n in range(count))


def _layout(count: int, lanes: int) -> CardLayout:
    layout = CardLayout(lambda item, _: 40.0 + len(item.text), lambda *_: 50.0, gap=8)
    layout.set(_items(count), 400, lanes)
    return layout


@pytest.mark.parametrize("lanes", [1, 3])
def test_no_two_cards_overlap(lanes: int) -> None:
    layout = _layout(20, lanes)
    layout.measure_rows(range(20))
    rects = [layout.rect(row) for row in range(20)]
    for row, (left, top, width, height) in enumerate(rects):
        for other_left, other_top, _, _ in rects[row + 1 :]:
            assert other_left >= left + width or other_top >= top + height or other_left + width <= left


def test_what_is_at_a_point_is_found_again() -> None:
    layout = _layout(20, 3)
    layout.measure_rows(range(20))
    for row in range(20):
        left, top, width, height = layout.rect(row)
        assert layout.at(left + width / 2, top + height / 2) == row
    assert layout.at(5, layout.height + 50) == -1


def test_guesses_become_exact_in_small_steps() -> None:
    layout = _layout(100, 1)
    assert layout.height == 100 * 58 - 8
    steps = 1
    while layout.measure_some(30):
        steps += 1
    assert steps == 4
    assert layout.height == sum(40 + n + 1 + 8 for n in range(100)) - 8


def test_adding_behind_the_last_moves_nothing_above() -> None:
    layout = _layout(50, 1)
    layout.measure_rows(range(50))
    before = [layout.rect(row) for row in range(50)]
    layout.append(_items(1))
    assert [layout.rect(row) for row in range(50)] == before
    assert layout.rect(50)[1] == before[49][1] + before[49][3] + 8


def test_adding_in_lanes_fills_the_row_first() -> None:
    layout = _layout(4, 3)
    layout.append(_items(1))
    assert layout.rect(4)[:2] == (layout.card_width * 1 + 8, layout.rect(3)[1])


def test_a_drop_between_two_cards_goes_between_them() -> None:
    layout = _layout(3, 1)
    layout.measure_rows(range(3))
    _, top, _, height = layout.rect(1)
    assert layout.slot(10, top + 1) == 1
    assert layout.slot(10, top + height - 1) == 2
    assert layout.slot(10, layout.height + 100) == 3


def test_an_empty_list_has_no_place() -> None:
    layout = _layout(0, 1)
    assert (layout.height, layout.at(1, 1), layout.slot(1, 1)) == (0.0, -1, 0)

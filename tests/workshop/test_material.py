"""What has to be packed."""

from __future__ import annotations

from tws_desktop.workshop.material import Material, Need, material_list


def test_the_list_is_summed_up_over_the_phases() -> None:
    needs = (Need(cards_each=2, clusters=7), Need(cards_each=3, clusters=6), Need(dots_each=4))
    assert material_list(needs, 11) == (
        Material("Moderationskarten", 72),
        Material("Klebepunkte", 44),
        Material("Pinnwände", 3),
        Material("Filzstifte", 11),
    )


def test_cards_are_rounded_up_and_never_by_a_float() -> None:
    assert material_list([Need(cards_each=1)], 1)[0].count == 2
    assert material_list([Need(cards_each=1)], 10)[0].count == 13


def test_what_is_not_needed_is_left_out() -> None:
    assert material_list([], 8) == (Material("Filzstifte", 8),)
    assert material_list([Need(cards_each=2)], 0) == ()

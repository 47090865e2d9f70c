"""Show, freeze, black: what the room sees, and what the same key brings back."""

from __future__ import annotations

from datetime import UTC, datetime

from tws_desktop.services.workshops.slides import LinesSlide
from tws_desktop.ui.beamer.state import BeamerState, Mode, blackened, frozen, off, offered, shown, turned, zoomed

NOW = datetime(2026, 10, 12, 9, 12, tzinfo=UTC)
ONE, TWO = LinesSlide("Eins"), LinesSlide("Zwei")


def test_live_follows_the_board() -> None:
    state = offered(shown(BeamerState(), ONE), TWO)
    assert (state.mode, state.picture) == (Mode.LIVE, TWO)


def test_frozen_holds_the_picture_until_the_same_key() -> None:
    state = frozen(shown(BeamerState(), ONE), NOW, ONE)
    assert (state.mode, state.frozen_at) == (Mode.FROZEN, NOW)
    state = offered(state, TWO)
    assert state.picture == ONE
    state = frozen(state, NOW, TWO)
    assert (state.mode, state.picture, state.frozen_at) == (Mode.LIVE, TWO, None)


def test_black_goes_back_to_what_was_before() -> None:
    live = shown(BeamerState(), ONE)
    assert blackened(blackened(live, ONE), TWO).picture == TWO
    held = frozen(live, NOW, ONE)
    back = blackened(offered(blackened(held, ONE), TWO), TWO)
    assert (back.mode, back.picture) == (Mode.FROZEN, ONE)


def test_nothing_is_frozen_or_black_while_off() -> None:
    assert frozen(BeamerState(), NOW, ONE).mode is Mode.OFF
    assert blackened(BeamerState(), ONE).mode is Mode.OFF
    assert off(shown(BeamerState(), ONE)).mode is Mode.OFF


def test_pages_go_round_and_start_anew_with_another_question() -> None:
    state = turned(shown(BeamerState(), ONE), 1, 3)
    assert state.page == 1
    assert offered(state, LinesSlide("Eins", ("neu",))).page == 1
    assert offered(state, TWO).page == 0
    assert turned(state, -2, 3).page == 2


def test_zoom_stays_within_its_steps() -> None:
    state = BeamerState()
    for _ in range(9):
        state = zoomed(state, 1)
    assert state.zoom == 1.5
    for _ in range(9):
        state = zoomed(state, -1)
    assert state.zoom == 1.0

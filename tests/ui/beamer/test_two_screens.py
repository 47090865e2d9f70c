"""Laptop and beamer: the room is asked which screen it sees; a lost screen turns black first."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def facts() -> dict[str, str]:
    environment = dict(os.environ, QT_QPA_PLATFORM=f"offscreen:configfile={HERE / 'two_screens.json'}")
    root = str(HERE.parents[2])
    environment["PYTHONPATH"] = root
    done = subprocess.run(
        [sys.executable, str(HERE / "two_screens_run.py")],
        env=environment,
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    return dict(line.split(" ", 1) for line in done.stdout.splitlines())


def test_screens_are_told_from_left_to_right(facts: dict[str, str]) -> None:
    assert facts["screens"] == "['Laptop', 'Beamer']"


def test_before_the_first_projection_every_screen_shows_a_number(facts: dict[str, str]) -> None:
    assert facts["asked"] == "True 2 ['Beamer', 'Laptop']"
    assert facts["before"] == "True False 2"


def test_the_chosen_screen_is_filled_without_taking_the_focus(facts: dict[str, str]) -> None:
    assert facts["on"] == "Beamer (1366, 0, 1280, 720)"
    assert facts["focus"] == "True False"
    assert facts["picture"] == "#084a5b"


def test_black_is_black_and_a_lost_screen_turns_black_then_closes(facts: dict[str, str]) -> None:
    assert facts["black"] == "#000000"
    assert facts["lost"] == "True True False #000000"


def test_our_own_screen_is_never_covered_and_stays_unconfirmed(facts: dict[str, str]) -> None:
    assert facts["own"] == "True False shared"


def test_the_thumbnail_has_the_pixels_of_the_screen(facts: dict[str, str]) -> None:
    assert facts["thumbnail"] == "True"


def test_a_confirmed_screen_is_remembered_and_another_one_is_asked_for(facts: dict[str, str]) -> None:
    assert facts["chosen"] == "True"
    assert facts["remembered"] == "True True"
    assert facts["another"] == "False True True"


def test_our_window_does_not_open_on_the_screen_the_room_sees(facts: dict[str, str]) -> None:
    assert facts["aside"] == "True (0, 0, 1200, 700) False"
    assert facts["no_beamer"] == "False 1400"

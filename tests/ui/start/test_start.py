"""First start and unlocking: what is asked, refused and handed on."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.fixtures import Show
from tws_desktop.services.settings import Facilitator
from tws_desktop.ui.start.start_presenter import passphrase_fault, recovery_paper, same_code, strength
from tws_desktop.ui.start.start_view import CODE, PROTECT, READY, StartView
from tws_desktop.ui.start.unlock_view import UnlockView

SECRET = "blau Kran Montag"
MADE = "ABCD-EFGH-JKLM"


@pytest.fixture
def start(shown: Show) -> StartView:
    view = StartView(
        lambda: MADE, lambda *_: "", ["Völklingen"], ("/daten", "/sicherungen"), lambda: date(2026, 11, 23)
    )
    return shown(view, 900, 700)


@pytest.fixture
def heard(start: StartView) -> list[Any]:
    found: list[Any] = []
    start.created.connect(lambda *values: found.append(values))
    return found


def test_length_alone_decides() -> None:
    assert [strength(text).enough for text in ("", "123456789", "1234567890", "x" * 16)] == [False, False, True, True]
    assert strength("x" * 16).tone == "ok"


def test_the_two_entries_must_be_the_same() -> None:
    assert passphrase_fault("kurz", "kurz").startswith("Das Kennwort ist zu kurz")
    assert passphrase_fault(SECRET, SECRET.lower()).startswith("Die beiden Eingaben sind verschieden")
    assert passphrase_fault(SECRET, SECRET) == ""


@pytest.mark.parametrize("typed", ["ABCD-EFGH-JKLM", "abcd efgh jklm", " abcdefghjklm "])
def test_a_code_typed_back_may_leave_out_blanks_and_hyphens(typed: str) -> None:
    assert same_code(typed, MADE)


@pytest.mark.parametrize("typed", ["", "ABCD-EFGH-JKLN", "ABCD"])
def test_another_code_is_none(typed: str) -> None:
    assert not same_code(typed, MADE)
    assert not same_code("", "")


def test_the_paper_carries_the_code() -> None:
    texts = [
        span.text for block in recovery_paper(MADE, date(2026, 11, 23)).blocks for span in getattr(block, "spans", ())
    ]
    assert MADE in texts


def test_the_warning_comes_into_sight_in_a_low_window(start: StartView, qtbot: QtBot) -> None:
    start.resize(900, 320)
    start._go(PROTECT)
    start.without()
    warning = start.open_warning
    qtbot.waitUntil(lambda: 0 < warning.height() == warning.visibleRegion().boundingRect().height())


def test_with_a_passphrase_the_code_has_to_be_typed_back(start: StartView, heard: list[Any]) -> None:
    start.name.setText(" Anna ")
    start.office.setText("Völklingen")
    start._go(PROTECT)
    start.first.setText(SECRET)
    start.second.setText("etwas anderes")
    start.protect()
    assert (start.pages.currentIndex(), bool(start.second_row.fault)) == (PROTECT, True)
    start.second.setText(SECRET)
    start.protect()
    assert (start.pages.currentIndex(), start.code.code.text()) == (CODE, MADE)
    start.code.typed.setText("falsch")
    start.code.check()
    assert (start.pages.currentIndex(), bool(start.code.row.fault)) == (CODE, True)
    start.code.typed.setText(MADE.lower())
    start.code.check()
    assert start.pages.currentIndex() == READY
    start.go.click()
    assert heard == [(SECRET, MADE, Facilitator("Anna", "", "Völklingen"), True)]


def test_without_a_passphrase_only_after_the_warning(start: StartView, heard: list[Any]) -> None:
    start._go(PROTECT)
    start.first.setText("halb")
    start.without()
    assert start.pages.currentIndex() == PROTECT
    assert not start.open_warning.isHidden()
    start.open_warning.action_pressed.emit()
    start.sample.setChecked(False)
    start.go.click()
    assert heard == [("", "", Facilitator(), False)]


def test_a_store_that_cannot_be_made_says_why_and_can_be_tried_again(start: StartView) -> None:
    start._go(READY)
    start.go.click()
    assert not start.go.isEnabled()
    start.show_fault("Kein Platz.")
    assert start.go.isEnabled()
    assert start.fault.sentence == "Kein Platz."


def test_a_wrong_passphrase_is_said_and_stays(shown: Show) -> None:
    view = shown(UnlockView(), 700, 500)
    heard: list[str] = []
    view.unlock_wanted.connect(heard.append)
    view.go.click()
    assert heard == []
    view.field.setText("blau")
    view.go.click()
    assert heard == ["blau"]
    view.show_wrong()
    assert view.row.fault == "Das Kennwort stimmt nicht. Groß- und Kleinschreibung prüfen."
    assert view.field.text() == "blau"
    assert view.go.isEnabled()
    view.other.click()
    view.show_wrong()
    assert view.row.fault.startswith("Der Wiederherstellungscode")
    assert view.field.echoMode() is view.field.EchoMode.Normal

"""Setting the first passphrase, changing it, and what stays readable."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from tests.ui.fixtures import Show
from tws_desktop.ui.settings.passphrase_panel import PassphrasePanel, Protection

CODE = "ABCD-EFGH"


class Fake:
    """A store as the panel sees it."""

    def __init__(self) -> None:
        self.locked, self.refusal = False, ""
        self.asked: list[tuple[str, ...]] = []
        self.copies: tuple[str, ...] = ("sicherung-1",)

    def set_first(self, new: str, code: str, done: Callable[[str], None]) -> None:
        self.asked.append(("first", new, code))
        self.locked = not self.refusal
        done(self.refusal)

    def change(self, new: str, done: Callable[[str], None]) -> None:
        self.asked.append(("change", new))
        self.locked = bool(new)
        done("")

    def replace(self, done: Callable[[str], None]) -> None:
        self.copies = ()
        done("")


@pytest.fixture
def fake() -> Fake:
    return Fake()


@pytest.fixture
def panel(shown: Show, fake: Fake) -> PassphrasePanel:
    can = Protection(lambda: fake.locked, lambda: CODE, fake.set_first, fake.change, lambda: fake.copies, fake.replace)
    return shown(PassphrasePanel(can, lambda *_: "", lambda: date(2026, 11, 28)), 600, 700)


def _type(panel: PassphrasePanel, text: str) -> None:
    panel.first.setText(text)
    panel.second.setText(text)
    panel.take()


def test_the_first_one_is_set_only_after_the_code_was_typed_back(panel: PassphrasePanel, fake: Fake) -> None:
    _type(panel, "blau Kran Montag")
    assert panel.code.isVisible()
    assert fake.asked == []
    panel.code.typed.setText("ABCD-EFGX")
    panel.code.check()
    assert fake.asked == []
    panel.code.typed.setText("abcd efgh")
    panel.code.check()
    assert fake.asked == [("first", "blau Kran Montag", CODE)]
    assert "sicherung-1" in panel.copies.sentence
    panel.copies.action_pressed.emit()
    assert panel.copies.isHidden()


def test_what_was_typed_after_the_code_was_shown_must_still_agree(panel: PassphrasePanel, fake: Fake) -> None:
    _type(panel, "blau Kran Montag")
    panel.first.setText("etwas ganz anderes")
    panel.code.typed.setText(CODE)
    panel.code.check()
    assert fake.asked == []
    assert panel.second_row.fault


def test_a_refusal_keeps_what_was_typed(panel: PassphrasePanel, fake: Fake) -> None:
    fake.refusal = "Kein Platz."
    _type(panel, "blau Kran Montag")
    panel.code.typed.setText(CODE)
    panel.code.check()
    assert panel.note.sentence == "Kein Platz."
    assert panel.first.text() == "blau Kran Montag"


def test_taking_it_away_is_warned_of_first(panel: PassphrasePanel, fake: Fake) -> None:
    fake.locked = True
    panel.refresh()
    panel.remove.click()
    assert fake.asked == []
    panel.open_warning.action_pressed.emit()
    assert fake.asked == [("change", "")]

"""A desk that nobody looks at reads nothing, and one whose agreement is gone gives way to the list."""

from __future__ import annotations

from uuid import uuid4

from tests.ui.agreements.conftest import Window
from tws_desktop.services.agreements.annex_editing import change_heading


def test_what_changes_elsewhere_is_read_when_the_desk_is_seen_again(window: Window) -> None:
    made = window.start()
    window.page.leave()
    before = window.state
    window.write(change_heading, made.id, "Zukunft")
    window.settle()
    assert window.state is before
    window.page.enter("")
    window.settle()
    assert window.state.agreement.title == "Zukunft"


def test_an_agreement_that_is_gone_gives_way_to_the_list_without_a_fault(window: Window) -> None:
    window.start()
    told: list[str] = []
    window.calls.refused.connect(told.append)
    window.page.open_desk_at(uuid4())
    window.settle()
    assert window.page.list.isVisible()
    assert told == []

"""What the page of a project says about a decision of the council."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

import pytest

from tws_desktop.domain.errors import InputRefused
from tws_desktop.domain.positions import Decision, DecisionKind
from tws_desktop.ui.plants.decision_panel import read_votes, result_words


def test_the_result_or_what_is_missing_for_it() -> None:
    draft = Decision(uuid4(), uuid4(), DecisionKind.POLL, "Antrag", members=9, present=8, taking_part=8, yes=6, no=1)
    assert "Entwurf aus dem Workshop" in result_words(draft)[1]
    held = replace(draft, kind=DecisionKind.COUNCIL)
    assert result_words(held) == ("info", "Für das Ergebnis fehlen noch: Enthaltung.")
    accepted = result_words(replace(held, abstain=1))
    assert (accepted[0], accepted[1][:10]) == ("ok", "Angenommen")
    assert result_words(replace(held, yes=4, no=3, abstain=1))[0] == "warn"


@pytest.mark.parametrize("typed", ["-1", "acht", "501", "1,5", ""])
def test_a_count_is_a_whole_number_of_people(typed: str) -> None:
    assert read_votes(" 0 ") == 0
    with pytest.raises(InputRefused, match="0 bis 500"):
        read_votes(typed)

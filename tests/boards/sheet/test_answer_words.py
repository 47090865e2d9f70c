"""An answer on paper: numbers stay, the signs of the sheet become the words of the questionnaire."""

from __future__ import annotations

from uuid import uuid4

import pytest

from tws_desktop.boards.sheet.report import NO_ANSWER, in_words
from tws_desktop.domain.results import Answer

WORDS = {"W": "weiß nicht", "N": ""}


@pytest.mark.parametrize(
    ("value", "special", "words"), [(4, "", "4"), (None, "W", "weiß nicht"), (None, "N", "N"), (None, "", "–")]
)
def test_an_answer_that_is_no_number_is_written_in_words(value: int | None, special: str, words: str) -> None:
    assert in_words(Answer(uuid4(), uuid4(), "A1", value=value, special=special), WORDS) == words


def test_no_answer_is_a_dash() -> None:
    assert in_words(None, WORDS) == NO_ANSWER

"""What is said goes to the store: shown at once, forgotten once the stored rows say the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from uuid import UUID

from tws_desktop.boards.sheet.sheet_state import GIVEN
from tws_desktop.domain.questionnaires import Questionnaire
from tws_desktop.services.boards import sheets
from tws_desktop.services.ports import Work
from tws_desktop.ui.calls import Calls

At = tuple[str, str]
Failed = Callable[[str, str, str, str], None]
"""Statement, field, text and the sentence of the refusal."""


class SheetWriter:
    """Writes answers and words of one step's agreed sheet, opening it with the first; `said` is under way."""

    def __init__(self, calls: Calls, step_id: UUID, workshop_id: UUID, questionnaire: Questionnaire) -> None:
        self.short = False
        self.said: dict[At, str] = {}
        self.drafts: dict[At, str] = {}
        self._calls = calls
        self._step_id = step_id
        self._thing = ("room", str(workshop_id))
        self._questionnaire = questionnaire
        self._under_way: Counter[At] = Counter()

    def settle_shown(self) -> None:
        """The stored rows have just been read again: forget what is no longer under way."""
        self.said = {at: text for at, text in self.said.items() if self._under_way[at]}

    def say(self, item_key: str, field: str, text: str, failed: Failed) -> None:
        """Write an answer (`given`) or words; one undo step, and the draft is forgotten with it."""
        at = (item_key, field)
        self.said[at] = text
        self._under_way[at] += 1
        self.drafts.pop(at, None)
        step_id, questionnaire, short = self._step_id, self._questionnaire, self.short

        def write(work: Work) -> None:
            what = f"{item_key} beantwortet" if field == GIVEN else f"{item_key} begründet"
            sheet = sheets.agreed_for(work, step_id, questionnaire, what, short=short)
            if field == GIVEN:
                sheets.answer(work, sheet.id, item_key, int(text) if text.isdigit() else text or None)
            else:
                sheets.explain(work, sheet.id, item_key, field, text)
                work.keep_draft(*self._thing, self._name(at), "")

        def refused(sentence: str) -> None:
            self._done(at)
            self.said.pop(at, None)
            if field != GIVEN:
                self.drafts[at] = text
            failed(item_key, field, text, sentence)

        self._calls.write(write, lambda _: self._done(at), refused)

    def keep(self, item_key: str, field: str, text: str) -> None:
        """Keep half-typed words."""
        at = (item_key, field)
        self.drafts[at] = text
        self._calls.write(lambda work: work.keep_draft(*self._thing, self._name(at), text))

    def read_drafts(self, then: Callable[[], None]) -> None:
        """Find words that were half typed when the program last ended; `then` only if there are some."""
        lead = f"sheet:{self._step_id}:{self._questionnaire.key}:"

        def found(drafts: Mapping[str, str]) -> None:
            for name, text in drafts.items():
                if name.startswith(lead) and text:
                    item_key, _, field = name.removeprefix(lead).partition(":")
                    self.drafts[item_key, field] = text
            if self.drafts:
                then()

        self._calls.read(lambda work: work.drafts(*self._thing), found)

    def drafts_of(self, item_key: str) -> dict[str, str]:
        """Half-typed words of a statement by field."""
        return {field: text for (key, field), text in self.drafts.items() if key == item_key}

    def _name(self, at: At) -> str:
        return f"sheet:{self._step_id}:{self._questionnaire.key}:{at[0]}:{at[1]}"

    def _done(self, at: At) -> None:
        self._under_way[at] -= 1

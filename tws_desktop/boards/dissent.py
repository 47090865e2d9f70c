"""The second opinion (Zweite Meinung): a field that keeps itself."""

from __future__ import annotations

from collections.abc import Callable

from tws_desktop.boards.drafts import DraftedField
from tws_desktop.ui.calls import Calls
from tws_desktop.ui.kit.fields import TextArea
from tws_desktop.ui.kit.labels import WrapLabel
from tws_desktop.ui.kit.panel import Panel
from tws_desktop.ui.words import tr


class DissentPanel(Panel):
    """Somebody sees it otherwise: written down beside the result, without a name."""

    def __init__(self, calls: Calls, place: str, settle: Callable[[str], None]) -> None:
        super().__init__(tr("Zweite Meinung"), "split", small_head=True)
        field = TextArea(tr("Zweite Meinung"), least=2, most=5)
        self.add(field)
        self.add(WrapLabel(tr("Wer sieht es anders? Ohne Namen aufschreiben."), "caption", "text_2"))
        self.kept = DraftedField(field, calls, ("vote", place, "dissent"), settle)
        calls.read(lambda work: work.drafts("vote", place), self.kept.show_draft)

    def show_text(self, text: str) -> None:
        """Show what is stored."""
        self.kept.show_text(text)

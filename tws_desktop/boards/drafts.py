"""Half-typed text of a field: kept each second, shown again after a crash, forgotten once settled."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from tws_desktop.ui.calls import Calls
from tws_desktop.ui.kit.fields import TextArea, TextField
from tws_desktop.ui.kit.kept_field import KeptField

Settle = Callable[[str], None]


class DraftedField(QObject):
    """Keeps what is typed into `field` as a draft of (`thing`, `thing_id`, `key`); `settle` gets each settled text."""

    def __init__(
        self, field: TextField | TextArea, calls: Calls, place: tuple[str, str, str], settle: Settle, stored: str = ""
    ) -> None:
        super().__init__(field)
        self._calls = calls
        self._place = place
        self._stored = stored
        self._settle = settle
        self.kept = KeptField(field)
        self.kept.show_text(stored)
        self.kept.typed.connect(self._keep)
        self.kept.settled.connect(self._settled)

    def show_text(self, text: str) -> None:
        """Show a stored text, unless somebody is typing."""
        self._stored = text
        self.kept.show_text(text)

    def show_draft(self, drafts: dict[str, str]) -> None:
        """Show the draft again that was left by a crash, if there is one."""
        text = drafts.get(self._place[2], "")
        if text and not self.kept.open:
            self.kept.field.setText(text)

    def _keep(self, text: str) -> None:
        thing, thing_id, key = self._place
        self._calls.write(lambda work: work.keep_draft(thing, thing_id, key, text))

    def _settled(self, text: str) -> None:
        self._keep("")
        self._settle(text)

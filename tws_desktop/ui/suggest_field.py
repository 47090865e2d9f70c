"""A field with proposals that may be typed over: offices, sectors, tariff areas."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QCompleter

from tws_desktop.ui.kit.fields import TextField


class SuggestField(TextField):
    """Shows its proposals on a click or arrow down; any other text is as good. `picked(text)` on a choice."""

    picked = Signal(str)

    def __init__(self, name: str, proposals: Sequence[str] = (), text: str = "") -> None:
        super().__init__(name, text)
        self._proposals = QStringListModel(list(proposals), self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Has its list ready for who comes to type."""
        if self.completer() is None:
            self.setCompleter(self._list())
        super().focusInEvent(event)

    def set_proposals(self, proposals: Sequence[str]) -> None:
        """Offers other texts."""
        self._proposals.setStringList(list(proposals))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click into the field shows all proposals."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.hasSelectedText():
            self._show_all()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow down shows all proposals."""
        if event.key() == Qt.Key.Key_Down:
            self._show_all()
            return
        super().keyPressEvent(event)

    def _show_all(self) -> None:
        completer = self.completer()
        if completer is not None:
            completer.setCompletionPrefix("")
            completer.complete()

    def _list(self) -> QCompleter:
        completer = QCompleter(self._proposals, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(self.picked)
        if (popup := completer.popup()) is not None:
            popup.setObjectName("proposals")
        return completer

"""The line that lies over a card while its text is changed."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent

from tws_desktop.boards.cards.card_list import CardList
from tws_desktop.ui.kit.fields import TextArea
from tws_desktop.ui.kit.kept_field import KeptField
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr


class EditInPlace(QObject):
    """Enter saves, Esc leaves it as it was, leaving the field saves; `typed(text)` for the draft."""

    typed = Signal(str)
    over = Signal()

    def __init__(self, cards: CardList, card_id: UUID, text: str, save: Callable[[UUID, str], None]) -> None:
        super().__init__(cards)
        self.card_id = card_id
        self._before, self._save, self._done = text, save, False
        self.field = TextArea(tr("Text der Karte"), text, least=1, most=5)
        self.field.setParent(cards.viewport())
        self.kept = KeptField(self.field)
        self.kept.typed.connect(self.typed)
        rect = cards.visualRect(cards.cards.index(max(0, cards.cards.row_of(card_id))))
        self.field.setGeometry(QRect(rect.topLeft(), self.field.size()))
        self.field.setFixedWidth(max(rect.width(), style().px(120)))
        self.field.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()
        self.field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter, Esc and leaving end it."""
        if watched is not self.field or self._done:
            return False
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
                self.finish(save=True)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.finish(save=False)
                return True
        elif event.type() == QEvent.Type.FocusOut:
            self.finish(save=True)
        return False

    def finish(self, *, save: bool) -> None:
        """Ends it once."""
        if self._done:
            return
        self._done = True
        text = self.field.text()
        self.field.hide()
        self.field.deleteLater()
        if save and text.strip() and text != self._before:
            self._save(self.card_id, text)
        self.over.emit()
        self.deleteLater()

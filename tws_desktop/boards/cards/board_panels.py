"""The one panel that is open on the board: made, made anew when rows change, closed with the focus going back."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from tws_desktop.boards.cards.card_acts import CardActs
from tws_desktop.boards.cards.card_panel import CardPanel
from tws_desktop.boards.cards.column_panel import ColumnPanel, NewColumnPanel
from tws_desktop.boards.inline_panel import InlinePanel
from tws_desktop.boards.secret_panel import SecretPanel
from tws_desktop.boards.who_panel import WhoPanel, seen_of
from tws_desktop.domain.workshops import Entry
from tws_desktop.services.boards.content import Content
from tws_desktop.ui.desk import Desk
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr

Make = Callable[[], InlinePanel | None]


class BoardPanels(QObject):
    """Panels of a card, of a column, for a new column. `closed` when one went by Esc or its button."""

    closed = Signal()
    changed = Signal()

    def __init__(self, board: QWidget, desk: Desk, acts: CardActs, content: Callable[[], Content]) -> None:
        super().__init__(board)
        self.slot = QVBoxLayout()
        self.shown: InlinePanel | None = None
        self._board, self._desk, self._acts, self._content = board, desk, acts, content
        self._remake: Make | None = None

    def card(self, card_id: UUID) -> None:
        """Fields and note of a card."""
        self._open(lambda: self._made(card_id, lambda card: CardPanel(card, self._content(), self._acts)))

    def who(self, card_id: UUID) -> None:
        """Who sees a card."""
        ask = lambda: self.secret(card_id)  # noqa: E731
        self._open(lambda: self._made(card_id, lambda card: WhoPanel(seen_of(card), self._content(), self._acts, ask)))

    def secret(self, card_id: UUID) -> None:
        """Who declared it a secret, and when."""
        make = lambda: self._made(card_id, lambda card: SecretPanel(card, self._acts, self._desk.today))  # noqa: E731
        self._open(make, keep=True)

    def column(self, column_id: object) -> None:
        """Title, topics, merge, dissolve."""
        topics = self._desk.catalog.topics
        self._open(lambda: self._made(column_id, lambda c: ColumnPanel(c, self._content(), self._acts, topics)))

    def new_column(self, made: Callable[[Entry], None]) -> None:
        """The line for a new column."""
        self._open(lambda: NewColumnPanel(self._acts, made), keep=True)

    def refresh(self) -> None:
        """After rows have changed; not while someone types in it."""
        make = self._remake
        if make is None or self.shown is None or self._typing():
            return
        focused = QApplication.focusWidget()
        name = focused.accessibleName() if focused and self.shown.isAncestorOf(focused) else ""
        self._show(make)
        if name and self.shown is not None:
            same = [widget for widget in self.shown.findChildren(QWidget) if widget.accessibleName() == name]
            if same:
                same[-1].setFocus(Qt.FocusReason.OtherFocusReason)

    def close(self) -> None:
        """Closes what is open."""
        had, self._remake = self.shown is not None, None
        self._drop()
        self.changed.emit()
        if had:
            self.closed.emit()

    def _made(self, entry_id: object, make: Callable[[Entry], InlinePanel]) -> InlinePanel | None:
        entry = self._acts.entry(entry_id) if isinstance(entry_id, UUID) else None
        return make(entry) if entry is not None else None

    def _open(self, make: Make, *, keep: bool = False) -> None:
        self._show(make)
        self._remake = None if keep else make
        first = getattr(self.shown, "first", None)
        if isinstance(first, QWidget):
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show(self, make: Make) -> None:
        self._drop()
        self.shown = make()
        if self.shown is None:
            self._remake = None
            return
        self.shown.closed.connect(self.close)
        self.slot.insertWidget(0, self.shown)
        self.changed.emit()
        self.shown.fit(max(style().px(90), self._board.height() * 2 // 5))

    def _typing(self) -> bool:
        focused = QApplication.focusWidget()
        if not isinstance(focused, QLineEdit | QPlainTextEdit | QComboBox) or self.shown is None:
            return False
        return self.shown.isAncestorOf(focused)

    def _drop(self) -> None:
        gone, self.shown = self.shown, None
        if gone is None:
            return
        settle = getattr(gone, "settle", None)
        if settle is not None:
            settle()
        self.slot.removeWidget(gone)
        gone.hide()
        gone.deleteLater()


def column_told(column: Entry) -> str:
    """What the toast says of a new column."""
    return tr("Spalte „{title}“ angelegt.").format(title=column.text)

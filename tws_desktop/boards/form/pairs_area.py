"""The board of give and take: pairs below each other, both sides side by side, an empty pair at the end."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from tws_desktop.boards.form.pair_view import PairView
from tws_desktop.boards.form.row_acts import RowActs
from tws_desktop.boards.form.row_who import RowWho
from tws_desktop.domain.confidentiality import beamer_ceiling, on_beamer
from tws_desktop.services.boards.content import Content
from tws_desktop.ui.desk import Desk
from tws_desktop.ui.kit.columns import Column
from tws_desktop.ui.kit.messages import InlineMessage
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr


class PairsArea(QWidget):
    """`told` gets a sentence for the toast."""

    told = Signal(str)

    def __init__(self, desk: Desk, content: Content) -> None:
        super().__init__()
        self.desk, self.content = desk, content
        self.pairs: dict[UUID, PairView] = {}
        self.asked: UUID | None = None
        self._safe = self._making = False
        self._waiting: list[tuple[str, str]] = []
        self._expected: UUID | None = None
        self.acts = RowActs(self, desk, lambda: self.content, self.told.emit, self._refuse)
        self.slot = QVBoxLayout()
        self.who = RowWho(self, desk, self.acts, lambda: self.content, lambda: self.asked, self.slot)
        self.message = InlineMessage("error")
        self.message.hide()
        self.covered = InlineMessage("info")
        self.covered.hide()
        page = QWidget()
        page.setProperty("ground", "none")
        self._list = QVBoxLayout(page)
        self._list.setContentsMargins(0, 0, style().px(10), style().px(8))
        self._list.setSpacing(style().space("x3"))
        self._list.addWidget(self.covered)
        self._list.addStretch(1)
        self._scroll = Column(page, content.board.title, ground="none")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style().px(8))
        column.addWidget(self._scroll, 1)
        column.addLayout(self.slot)
        column.addWidget(self.message)
        self.new = self._pair()
        QShortcut(QKeySequence("Ctrl+N"), self, self.focus_input, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.show_content(content)
        desk.calls.read(lambda work: work.drafts("room", str(content.workshop.id)), self._restore)

    def show_content(self, content: Content) -> None:
        """Shows the pairs as they now are; what is half typed stays."""
        self.content = content
        rows = {row.id: row for row in content.rows}
        if self._expected in rows:
            self._expected = None
        for row_id in [key for key in self.pairs if key not in rows and key != self._expected]:
            gone = self.pairs.pop(row_id)
            self._list.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        hidden = 0
        for place, row in enumerate(content.rows):
            pair = self.pairs.get(row.id) or self._pair()
            self.pairs[row.id] = pair
            self._list.removeWidget(pair)
            self._list.insertWidget(place + 1, pair)
            pair.show_row(row, place + 1)
            pair.setVisible(not self._is_covered(row.record.level))
            hidden += pair.isHidden()
        self._list.removeWidget(self.new)
        self._list.insertWidget(self._list.count() - 1, self.new)
        words = tr("1 Paar ist verdeckt: Der Raum kann diesen Bildschirm sehen.")
        many = tr("{count} Paare sind verdeckt: Der Raum kann diesen Bildschirm sehen.").format(count=hidden)
        if hidden:
            self.covered.show_message("info", words if hidden == 1 else many)
        self.covered.setVisible(hidden > 0)
        self.who.refresh()

    def focus_input(self) -> bool:
        """The cursor into the empty pair."""
        self.new.focus()
        self._scroll.ensureWidgetVisible(self.new)
        return True

    def hide_secrets(self, hidden: bool) -> None:
        """Covers pairs above the beamer's ceiling."""
        self._safe = hidden
        self.show_content(self.content)

    def settle(self) -> None:
        """Hands on everything typed."""
        for pair in (*self.pairs.values(), self.new):
            pair.settle()

    def _is_covered(self, level: Any) -> bool:
        workshop = self.content.workshop
        return self._safe and not on_beamer(level, beamer_ceiling(workshop.default_level, workshop.room_audience))

    def _pair(self) -> PairView:
        pair = PairView(self.content.board, self.desk.catalog, self.desk.today)
        pair.settled.connect(lambda key, text: self._settled(pair, key, text))
        pair.half_typed.connect(lambda key, text: self.acts.keep(pair.row_id, key, text))
        pair.who_wanted.connect(lambda: self._ask(pair))
        pair.moved.connect(lambda by: self.acts.move(pair.row_id, by) if pair.row_id else None)
        pair.removed.connect(lambda: self.acts.remove(pair.row_id) if pair.row_id else None)
        return pair

    def _ask(self, pair: PairView) -> None:
        same = self.asked == pair.row_id and self.who.shown is not None
        self.asked = pair.row_id
        if same:
            self.who.close()
        else:
            self.who.open()

    def _settled(self, pair: PairView, key: str, text: str) -> None:
        if pair.row_id is not None:
            self._store(pair, pair.row_id, key, text)
        elif self._making:
            self._waiting.append((key, text))
        elif text.strip():
            self._making = True
            self.acts.add(
                {key: text}, lambda record: self._made(pair, record, key), lambda said: self._not_made(pair, key, said)
            )
        else:
            pair.form.show_fault(key, "")

    def _store(self, pair: PairView, row_id: UUID, key: str, text: str) -> None:
        def answer(said: str) -> None:
            if isValid(pair):
                pair.form.show_fault(key, said)

        self.acts.set_field(row_id, key, text, answer, lambda: answer(""))

    def _made(self, pair: PairView, record: Any, first: str) -> None:
        """The pair keeps its fields and its focus; a new empty one follows."""
        self._making = False
        waiting, self._waiting = self._waiting, []
        pair.form.show_fault(first, "")
        pair.row_id = record.id
        if record.id not in self.pairs:
            self.pairs[record.id] = pair
            self._expected = record.id
        self.new = self._pair()
        self.show_content(self.content)
        for key, text in waiting:
            self._store(pair, record.id, key, text)
        if pair.isAncestorOf(self.focusWidget() or self):
            QTimer.singleShot(0, lambda: self._scroll.ensureWidgetVisible(pair) if isValid(pair) else None)

    def _not_made(self, pair: PairView, key: str, sentence: str) -> None:
        self._making, self._waiting = False, []
        pair.form.show_fault(key, sentence)

    def _restore(self, drafts: dict[str, str]) -> None:
        """What a crash left half typed."""
        if not isValid(self):
            return
        for pair in (*self.pairs.values(), self.new):
            board = self.acts.draft_of(pair.row_id, "")[2]
            for place, text in drafts.items():
                if place.startswith(board) and text:
                    pair.form.show_half_typed(place.removeprefix(board), text)

    def _refuse(self, sentence: str) -> None:
        self.message.show_message("error", sentence)

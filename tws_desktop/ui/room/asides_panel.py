"""Short lists beside the board with a line to add: parking lot and private notes."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tws_desktop.domain.workshops import Entry
from tws_desktop.ui.kit.buttons import icon_button, small
from tws_desktop.ui.kit.fields import TextField
from tws_desktop.ui.kit.kept_field import KeptField
from tws_desktop.ui.kit.labels import WrapLabel
from tws_desktop.ui.kit.messages import InlineMessage
from tws_desktop.ui.kit.panel import IconMark, Panel
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr

Add = Callable[[str, Callable[[str], None]], None]


class AsidesPanel(Panel):
    """`show_lines(entries)`; Enter adds through `add(text, failed)`; `typed(text)` for the draft."""

    typed = Signal(str)
    struck = Signal(object)

    def __init__(self, title: str, icon: str, prompt: str, add: Add) -> None:
        super().__init__(title, icon, " ", small_head=True)
        self._icon, self._add = icon, add
        self._shown: tuple[tuple[UUID, str], ...] = ()
        self._hidden = False
        self._lines = QWidget()
        self._box = QVBoxLayout(self._lines)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(style().px(2))
        self.field = TextField(prompt, placeholder=prompt)
        self.kept = KeptField(self.field)
        self.kept.typed.connect(self.typed)
        self.kept.settled.connect(self.typed)
        self.field.returnPressed.connect(self._enter)
        self.message = InlineMessage("error")
        self.message.hide()
        self.add(self._lines)
        self.add(self.message)
        self.add(self.field)

    def show_lines(self, entries: tuple[Entry, ...], meta: str = "") -> None:
        """Shows the lines."""
        self.meta_label.setText(meta)
        lines = tuple((entry.id, entry.text) for entry in entries)
        if lines == self._shown:
            return
        self._shown = lines
        self._fill()

    def set_typed(self, text: str) -> None:
        """Puts back what was half typed."""
        if text and not self.field.text():
            self.field.setText(text)

    def set_hidden(self, hidden: bool) -> None:
        """Covers the lines while the room may see this screen."""
        if hidden != self._hidden:
            self._hidden = hidden
            self._fill()

    def _fill(self) -> None:
        while self._box.count():
            item = self._box.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for entry_id, text in () if self._hidden else self._shown:
            self._box.addWidget(self._line(entry_id, text))
        if self._hidden and self._shown:
            words = tr("Verdeckt, bis klar ist, welchen Bildschirm der Raum sieht.")
            self._box.addWidget(WrapLabel(words, "caption", "text_2"))
        self._lines.setVisible(bool(self._shown))
        self.field.setVisible(not self._hidden)

    def _line(self, entry_id: UUID, text: str) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(style().px(8))
        drop = icon_button(tr("Löschen: {text}").format(text=text[:40]), "x")
        drop.clicked.connect(lambda: self.struck.emit(entry_id))
        line.addWidget(IconMark(self._icon, "text_2", 15), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(WrapLabel(text, "body"), 1)
        line.addWidget(drop, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _enter(self) -> None:
        text = self.field.text()
        if not text.strip():
            return
        self.message.hide()
        self.kept.settle()
        self.kept.show_text("")
        self._add(text, lambda sentence: self._failed(text, sentence))

    def _failed(self, text: str, sentence: str) -> None:
        if not self.field.text():
            self.field.setText(text)
        self.message.show_message("error", sentence)


class SafePanel(Panel):
    """Says that this screen may be seen by the room, and how to settle it."""

    asked = Signal()
    private = Signal()

    def __init__(self) -> None:
        super().__init__(tr("Raumsichere Ansicht"), "eye-off", small_head=True)
        words = tr(
            "Noch ist nicht klar, welchen Bildschirm der Raum sieht. Private Notizen und Geheimes sind verdeckt."
        )
        self.add(WrapLabel(words, "caption", "text_2"))
        only_me = small(tr("Nur ich sehe diesen Bildschirm"), "eye")
        which = small(tr("Leinwand wählen …"), "monitor")
        only_me.clicked.connect(self.private)
        which.clicked.connect(self.asked)
        self.add(only_me)
        self.add(which)

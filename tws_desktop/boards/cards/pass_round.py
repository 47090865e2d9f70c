"""Cards on a laptop that is passed round: they stay in memory, and are written mixed at the end."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tws_desktop.boards.cards.card_input import CardInput
from tws_desktop.domain.text import cleaned
from tws_desktop.ui.kit.buttons import filled, outlined, quiet
from tws_desktop.ui.kit.labels import Heading, WrapLabel
from tws_desktop.ui.kit.messages import InlineMessage
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr

Take = Callable[[tuple[tuple[str, str], ...], Callable[[], None]], None]


class PassRound(QWidget):
    """Fills the board: first what it does, then one person after the other. `take(cards, done)` writes them."""

    over = Signal()

    def __init__(self, question: str, kinds: Sequence[str], take: Take, each: int = 0) -> None:
        super().__init__()
        self.cards: list[tuple[str, str]] = []
        self.people = 0
        self.under_way = False
        self._take, self._each, self._mine = take, each, 0
        self._question = Heading(question, "title")
        self._words = WrapLabel("", "lead")
        self._warning = InlineMessage(
            "info",
            tr("Bis zum Ende stehen die Karten nur im Arbeitsspeicher."),
            tr(
                "Wird der Laptop vorher ausgeschaltet, sind sie weg. Am Schluss werden sie gemischt gespeichert, "
                "ohne Namen und ohne Reihenfolge."
            ),
        )
        self.input = CardInput(kinds)
        self.input.entered.connect(self._add)
        self.start = filled(tr("Anfangen"), "play")
        self.next = outlined(tr("Fertig, nächste Person"), "arrow-right")
        self.end = outlined(tr("Alle waren dran: Karten übernehmen"), "check")
        self.back = quiet(tr("Zurück zur Tafel"))
        self.start.clicked.connect(self._begin)
        self.next.clicked.connect(self._next)
        self.end.clicked.connect(self._finish)
        self.back.clicked.connect(self.over)
        column = QVBoxLayout(self)
        column.setSpacing(style().px(16))
        column.addWidget(self._question)
        column.addWidget(self._words)
        column.addWidget(self._warning)
        column.addWidget(self.input)
        row = QHBoxLayout()
        row.setSpacing(style().px(8))
        for button in (self.start, self.next, self.end, self.back):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves while nothing is in memory."""
        if event.key() == Qt.Key.Key_Escape and not self.cards:
            self.over.emit()
            return
        super().keyPressEvent(event)

    def _begin(self) -> None:
        self.under_way, self.people, self._mine = True, 1, 0
        self._show()
        self.input.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, text: str) -> None:
        clean = cleaned(text).strip()
        if clean:
            self.cards.append((clean, self.input.kind))
            self._mine += 1
            self.input.take()
            self._show()

    def _next(self) -> None:
        self._add(self.input.field.text())
        self.people += 1
        self._mine = 0
        self._show()
        self.input.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _finish(self) -> None:
        self._add(self.input.field.text())
        if not self.cards:
            self.over.emit()
            return
        self._take(tuple(self.cards), self._written)

    def _written(self) -> None:
        self.cards.clear()
        self.under_way = False
        self.over.emit()

    def _show(self) -> None:
        self._warning.setVisible(not self.under_way)
        self.start.setVisible(not self.under_way)
        self.back.setVisible(not self.cards)
        for widget in (self.input, self.next, self.end):
            widget.setVisible(self.under_way)
        if not self.under_way:
            self._words.setText(tr("Der Laptop geht herum. Jede Person tippt ihre Karten; niemand sieht die anderen."))
            return
        wish = tr(" von {each}").format(each=self._each) if self._each else ""
        self._words.setText(
            tr("Person {person}: Eine Aussage pro Karte, dann Enter. Geschrieben: {count}{wish}.").format(
                person=self.people, count=self._mine, wish=wish
            )
        )

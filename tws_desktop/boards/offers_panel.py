"""What earlier phases offer to a board: ticked and taken over with one button."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout

from tws_desktop.boards.order import go_on
from tws_desktop.services.boards.offers import Option
from tws_desktop.ui.kit.buttons import ButtonKind, small
from tws_desktop.ui.kit.fields import CheckField
from tws_desktop.ui.kit.labels import WrapLabel
from tws_desktop.ui.kit.panel import Panel
from tws_desktop.ui.words import tr


class OffersPanel(Panel):
    """`show_offers(options, known)` leaves out what is there already; `taken(options)` on the button."""

    taken = Signal(object)

    def __init__(self, title: str, button: str) -> None:
        super().__init__(title, "layers", small_head=True)
        self._offers: tuple[Option, ...] = ()
        self._boxes: list[CheckField] = []
        self._words = button
        self.take = small(button, "arrow-down")
        self.all = small(tr("Alle an- oder abwählen"), kind=ButtonKind.QUIET)
        self.take.clicked.connect(self._take)
        self.all.clicked.connect(self._toggle)
        self._empty = WrapLabel(tr("Aus früheren Phasen ist nichts Neues da."), "caption", "text_2")
        self.add(self._empty)
        self._line = QHBoxLayout()
        self._line.addWidget(self.take)
        self._line.addWidget(self.all)
        self._line.addStretch(1)
        self.add_layout(self._line)

    @property
    def count(self) -> int:
        """How many are offered."""
        return len(self._offers)

    def show_offers(self, offers: Sequence[Option], known: Sequence[str], *, ticked: bool) -> None:
        """Offer what is not known yet; what was ticked or not stays so."""
        there = {words.casefold() for words in known}
        new = tuple(option for option in offers if option.text.casefold() not in there)
        if new == self._offers and self._boxes:
            return
        was = {option: box.isChecked() for option, box in zip(self._offers, self._boxes, strict=True)}
        for box in self._boxes:
            box.hide()
            box.deleteLater()
        self._offers = new
        self._boxes = [CheckField(option.text, on=was.get(option, ticked), count=option.note) for option in new]
        for box in self._boxes:
            box.toggled.connect(self._tell)
            box.installEventFilter(self)
            self.add(box)
        self._empty.setVisible(not new)
        self.take.setVisible(bool(new))
        self.all.setVisible(len(new) > 1)
        self._tell()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows walk through the list; Enter takes over what is ticked, if anything is."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if step and isinstance(watched, CheckField):
            return go_on(self._boxes, watched, step)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._chosen():
            self._take()
            return True
        return False

    def focus_first(self) -> None:
        """The cursor onto the first offer."""
        if self._boxes:
            self._boxes[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _chosen(self) -> tuple[Option, ...]:
        return tuple(option for option, box in zip(self._offers, self._boxes, strict=True) if box.isChecked())

    def _take(self) -> None:
        self.taken.emit(self._chosen())

    def _toggle(self) -> None:
        on = len(self._chosen()) < len(self._boxes)
        for box in self._boxes:
            box.setChecked(on)

    def _tell(self) -> None:
        chosen = len(self._chosen())
        self.take.setText(f"{self._words} ({chosen})" if chosen else self._words)
        self.take.set_reason("" if chosen else tr("Erst etwas ankreuzen."))

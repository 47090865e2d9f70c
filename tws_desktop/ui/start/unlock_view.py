"""Opening locked data: the passphrase, or the recovery code."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from tws_desktop.ui.kit.buttons import filled, quiet
from tws_desktop.ui.kit.fields import CheckField, TextField
from tws_desktop.ui.kit.form_row import FormRow
from tws_desktop.ui.kit.labels import Heading, WrapLabel
from tws_desktop.ui.kit.panel import IconMark, Panel
from tws_desktop.ui.start.start_view import WIDTH
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr


class UnlockView(QWidget):
    """`unlock_wanted(secret)`; call `show_wrong()` or `show_fault(sentence)` when it does not open."""

    unlock_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._by_code = False
        self.setProperty("ground", "bg")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.field = TextField(tr("Kennwort"))
        self.row = FormRow(tr("Kennwort"), self.field)
        self.shown = CheckField(tr("Kennwort anzeigen"))
        self.go = filled(tr("Öffnen"), "lock-open")
        self.other = quiet(tr("Mit Wiederherstellungscode öffnen"), "key-round")
        self.heading = Heading(tr("Ihre Daten sind gesperrt"), "title")
        self.hint = WrapLabel(tr("Eingabe und Enter. Es dauert einen Augenblick."), "caption", "text_2")
        self.go.clicked.connect(self.unlock)
        self.field.returnPressed.connect(self.unlock)
        self.shown.toggled.connect(lambda _on: self._follow())
        self.other.clicked.connect(self._swap)
        self._panel = Panel()
        self._build()
        self._fit()
        style().changed.connect(self._fit)
        self._follow()

    def _build(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.go)
        buttons.addWidget(self.other)
        buttons.addStretch(1)
        for widget in (self.heading, self.row, self.shown):
            self._panel.add(widget)
        self._panel.add_layout(buttons)
        self._panel.add(self.hint)
        middle, column = QHBoxLayout(), QVBoxLayout(self)
        middle.addStretch(1)
        middle.addWidget(self._panel, 100)
        middle.addStretch(1)
        column.addStretch(1)
        column.addWidget(IconMark("waypoints", "accent_text", 40, tr("TWS Desktop")), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(middle)
        column.addStretch(2)
        side = style().space("x5")
        column.setContentsMargins(side, side, side, side)

    def _fit(self) -> None:
        self._panel.setMaximumWidth(style().px(WIDTH))

    def unlock(self) -> None:
        """Ask for opening with what is typed; nothing typed asks nothing."""
        if self.field.text():
            self.row.clear_fault()
            self.go.set_reason(tr("Das Kennwort wird geprüft."))
            self.unlock_wanted.emit(self.field.text())

    def show_wrong(self) -> None:
        """The secret does not open the data; what is typed stays."""
        wrong_code = tr("Der Wiederherstellungscode stimmt nicht. Bitte Zeichen für Zeichen vergleichen.")
        wrong = tr("Das Kennwort stimmt nicht. Groß- und Kleinschreibung prüfen.")
        self.show_fault(wrong_code if self._by_code else wrong)

    def show_fault(self, sentence: str) -> None:
        """Why the data could not be opened."""
        self.go.set_reason("")
        self.row.set_fault(sentence)
        self.field.setFocus()
        self.field.selectAll()

    def forget(self) -> None:
        """Empty the field: the data are open, or were locked again."""
        self.field.clear()
        self.row.clear_fault()
        self.go.set_reason("")

    def showEvent(self, event: QShowEvent) -> None:
        """Ready for typing."""
        super().showEvent(event)
        self.field.setFocus()

    def _swap(self) -> None:
        self._by_code = not self._by_code
        self.field.clear()
        self._follow()

    def _follow(self) -> None:
        label = tr("Wiederherstellungscode") if self._by_code else tr("Kennwort")
        self.row.label.setText(label)
        self.field.setAccessibleName(label)
        self.shown.setVisible(not self._by_code)
        plain = self._by_code or self.shown.isChecked()
        self.field.setEchoMode(QLineEdit.EchoMode.Normal if plain else QLineEdit.EchoMode.Password)
        words = tr("Mit Kennwort öffnen") if self._by_code else tr("Mit Wiederherstellungscode öffnen")
        self.other.setText(words)

"""The recovery code: shown once, kept on paper, typed back as proof."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tws_desktop.documents.blocks import Document
from tws_desktop.domain.errors import Refused
from tws_desktop.ui.file_dialogs import ask_path
from tws_desktop.ui.kit.buttons import Button, ButtonKind, outlined
from tws_desktop.ui.kit.fields import TextField
from tws_desktop.ui.kit.form_row import FormRow
from tws_desktop.ui.kit.labels import WrapLabel
from tws_desktop.ui.kit.messages import InlineMessage
from tws_desktop.ui.papers.papers_presenter import target
from tws_desktop.ui.start import start_presenter as rules
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr

Write = Callable[[Document, Path, str, Path | None], str]


class CodeForm(QWidget):
    """`show_code` shows it; `proved` when it was typed back; `write` writes its paper."""

    proved = Signal()

    def __init__(self, write: Write, today: Callable[[], date], words: str, kind: ButtonKind) -> None:
        super().__init__()
        self._write, self._today, self._code = write, today, ""
        self.code = WrapLabel("", "heading")
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.typed = TextField(tr("Code zur Probe eintippen"))
        self.row = FormRow(
            tr("Code zur Probe eintippen"), self.typed, tr("So ist sicher, dass er richtig auf dem Papier steht.")
        )
        self.note = InlineMessage("ok")
        self.note.hide()
        self.save = outlined(tr("Als PDF sichern"), "printer")
        self.go = Button(words, kind, icon="check")
        self.save.clicked.connect(self.save_paper)
        self.go.clicked.connect(self.check)
        self.typed.returnPressed.connect(self.check)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style().space("x3"))
        column.addWidget(
            WrapLabel(
                tr("Nur jetzt zu sehen. Vergessen Sie das Kennwort, öffnet allein dieser Code Ihre Daten. "
                   "Schreiben Sie ihn ab oder drucken Sie ihn, und bewahren Sie ihn nicht beim Rechner auf."),
                "body", "text_2",
            )
        )  # fmt: skip
        for widget in (self.code, _left(self.save), self.note, self.row, _left(self.go)):
            column.addWidget(widget)

    def show_code(self, code: str) -> None:
        """Shows a code, nothing typed yet."""
        self._code = code
        self.code.setText(code)
        self.typed.clear()
        self.row.clear_fault()
        self.note.hide()

    def check(self) -> None:
        """Goes on when the code was typed back."""
        if rules.same_code(self.typed.text(), self._code):
            self.row.clear_fault()
            self.proved.emit()
        else:
            self.row.set_fault(tr("Der Code stimmt nicht überein. Bitte Zeichen für Zeichen abschreiben."))

    def save_paper(self) -> None:
        """Writes the code as PDF into a folder of one's choice."""
        folder = ask_path(self, tr("Ordner für den Code wählen"), "", folder=True)
        if not folder:
            return
        try:
            path = target(folder, "TWS Wiederherstellungscode.pdf")
            self._write(rules.recovery_paper(self._code, self._today()), path, "pdf", None)
        except Refused as refusal:
            self.note.show_message("error", str(refusal))
            return
        words = tr("Jetzt drucken, weglegen und die Datei löschen.")
        self.note.show_message("ok", tr("Gesichert: {path}").format(path=path), words)


def _left(button: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(button)
    row.addStretch(1)
    return holder

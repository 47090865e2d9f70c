"""The passphrase: set the first one, change it, take it away; and what is still readable without one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from tws_desktop.ui.kit.buttons import ButtonKind, danger, outlined
from tws_desktop.ui.kit.fields import TextField
from tws_desktop.ui.kit.form_row import FormRow
from tws_desktop.ui.kit.labels import WrapLabel
from tws_desktop.ui.kit.messages import InlineMessage
from tws_desktop.ui.kit.panel import Panel
from tws_desktop.ui.start.code_form import CodeForm, Write
from tws_desktop.ui.start.start_presenter import OPEN_WARNING, passphrase_fault
from tws_desktop.ui.words import tr

Done = Callable[[str], None]
"""Called with a refusal, or "" when it is done."""


@dataclass(frozen=True, slots=True)
class Protection:
    """What the program can do about the passphrase; each call that takes a `Done` comes back later.

    `set_first(passphrase, code, done)` re-encrypts everything, `change("", done)` takes the passphrase away,
    `old_copies()` names backups that open without one, `replace_copies(done)` backs up anew and deletes them.
    """

    locks: Callable[[], bool]
    new_code: Callable[[], str]
    set_first: Callable[[str, str, Done], None]
    change: Callable[[str, Done], None]
    old_copies: Callable[[], tuple[str, ...]]
    replace_copies: Callable[[Done], None]


class PassphrasePanel(Panel):
    """Two entries; for the first passphrase the recovery code after them."""

    def __init__(self, can: Protection, write: Write, today: Callable[[], date]) -> None:
        super().__init__(tr("Kennwort"), "lock")
        self._can = can
        self.words = WrapLabel("", "body", "text_2")
        self.first, self.second = TextField(tr("Neues Kennwort")), TextField(tr("Neues Kennwort wiederholen"))
        self.first_row = FormRow(tr("Neues Kennwort"), self.first)
        self.second_row = FormRow(tr("Neues Kennwort wiederholen"), self.second)
        self.note = InlineMessage("ok")
        self.set_button, self.remove = outlined("", "check"), danger(tr("Kennwort entfernen"), "lock-open")
        self.code = CodeForm(write, today, tr("Jetzt verschlüsseln"), ButtonKind.OUTLINED)
        self.open_warning = InlineMessage("warn", tr(OPEN_WARNING), action=tr("Trotzdem entfernen"))
        self.copies = InlineMessage("warn", action=tr("Neu sichern, diese löschen"))
        for field in (self.first, self.second):
            field.setEchoMode(QLineEdit.EchoMode.Password)
        row = QHBoxLayout()
        row.addWidget(self.set_button)
        row.addWidget(self.remove)
        row.addStretch(1)
        for widget in (self.words, self.first_row, self.second_row):
            self.add(widget)
        self.add_layout(row)
        for part in (self.code, self.open_warning, self.note, self.copies):
            part.hide()
            self.add(part)
        self.set_button.clicked.connect(self.take)
        self.second.returnPressed.connect(self.take)
        self.remove.clicked.connect(self.open_warning.show)
        self.open_warning.action_pressed.connect(self._remove)
        self.code.proved.connect(self._encrypt)
        self.copies.action_pressed.connect(self._replace_copies)
        self._code = ""
        self.refresh()

    def refresh(self) -> None:
        """Shows how the data are protected now."""
        locks = self._can.locks()
        open_words = tr("Ihre Daten haben noch kein Kennwort. Mit dem ersten wird alles neu verschlüsselt.")
        self.words.setText(tr("Ihre Daten öffnen sich nur mit Kennwort.") if locks else open_words)
        self.set_button.setText(tr("Kennwort ändern") if locks else tr("Kennwort setzen"))
        self.remove.setVisible(locks)
        copies = self._can.old_copies() if locks else ()
        if copies:
            words = tr("Ohne Kennwort zu lesen sind noch diese Sicherungen: {names}.").format(names=", ".join(copies))
            more = tr("Kopien auf Sticks und gelöschte Reste auf dem Datenträger kennt das Programm nicht.")
            self.copies.show_message("warn", words, more)
        else:
            self.copies.hide()

    def take(self) -> None:
        """Changes the passphrase, or goes on to the recovery code of the first one."""
        fault = passphrase_fault(self.first.text(), self.second.text())
        self.second_row.set_fault(fault)
        if fault:
            return
        self.note.hide()
        if self._can.locks():
            words = tr("Das neue Kennwort gilt ab jetzt. Ältere Sicherungen öffnen weiter mit dem alten.")
            self._run(lambda done: self._can.change(self.first.text(), done), words)
        else:
            self._code = self._can.new_code()
            self.code.show_code(self._code)
            self.code.show()
            self.code.typed.setFocus(Qt.FocusReason.OtherFocusReason)

    def _encrypt(self) -> None:
        fault = passphrase_fault(self.first.text(), self.second.text())
        self.second_row.set_fault(fault)
        if fault:
            return
        words = tr("Alles ist neu verschlüsselt und geprüft. Ab jetzt öffnen nur Kennwort oder Code Ihre Daten.")
        self._run(lambda done: self._can.set_first(self.first.text(), self._code, done), words)

    def _remove(self) -> None:
        self.open_warning.hide()
        self._run(lambda done: self._can.change("", done), tr("Die Daten sind jetzt ohne Kennwort zu lesen."))

    def _replace_copies(self) -> None:
        self._run(self._can.replace_copies, tr("Neu gesichert. Die Sicherungen ohne Kennwort sind gelöscht."))

    def _run(self, act: Callable[[Done], None], words: str) -> None:
        reason = tr("Das dauert einen Augenblick.")
        for button in (self.set_button, self.remove, self.code.go):
            button.set_reason(reason)

        def done(refusal: str) -> None:
            for button in (self.set_button, self.remove, self.code.go):
                button.set_reason("")
            if not refusal:
                self.first.clear()
                self.second.clear()
                self._code = ""
                self.set_button.setFocus(Qt.FocusReason.OtherFocusReason)
                self.code.show_code("")
                self.code.hide()
            self.refresh()
            self.note.show_message("error" if refusal else "ok", refusal or words)

        act(done)

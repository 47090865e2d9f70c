"""The first start: who you are, how the data are protected, the code for the day the passphrase is gone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from tws_desktop.documents.blocks import Document
from tws_desktop.domain.errors import Refused
from tws_desktop.services.settings import Facilitator
from tws_desktop.ui.kit.buttons import filled, outlined, quiet
from tws_desktop.ui.kit.columns import Column
from tws_desktop.ui.kit.fields import CheckField, TextField
from tws_desktop.ui.kit.form_row import FormRow
from tws_desktop.ui.kit.labels import Heading, PlainLabel, WrapLabel
from tws_desktop.ui.kit.messages import InlineMessage
from tws_desktop.ui.kit.panel import IconMark, Panel
from tws_desktop.ui.papers.output_panel import ask_path
from tws_desktop.ui.papers.papers_presenter import target
from tws_desktop.ui.start import start_presenter as rules
from tws_desktop.ui.style import style
from tws_desktop.ui.suggest_field import SuggestField
from tws_desktop.ui.words import tr

WIDTH = 600
WHO, PROTECT, CODE, READY = range(4)


class StartView(QWidget):
    """`created(passphrase, code, facilitator, with_sample)`; both texts empty: without a passphrase.

    `new_code` makes a recovery code, `write` writes a document (document, path, kind, house style) -> note.
    """

    created = Signal(str, str, object, bool)

    def __init__(
        self,
        new_code: Callable[[], str],
        write: Callable[[Document, Path, str, Path | None], str],
        offices: Sequence[str],
        places: tuple[str, str],
        today: Callable[[], date],
    ) -> None:
        super().__init__()
        self._new_code, self._write, self._today = new_code, write, today
        self._code = ""
        self.name, self.role = TextField(tr("Name")), TextField(tr("Rolle"), placeholder=tr("Moderation"))
        self.office = SuggestField(tr("Geschäftsstelle"), offices)
        self.first, self.second = TextField(tr("Kennwort")), TextField(tr("Kennwort wiederholen"))
        self.strength = WrapLabel("", "caption", "text_2")
        self.shown = CheckField(tr("Kennwort anzeigen"))
        self.second_row = FormRow(tr("Kennwort wiederholen"), self.second)
        self.open_warning = InlineMessage("warn", tr(rules.OPEN_WARNING), action=tr("Trotzdem ohne Kennwort"))
        self.code = PlainLabel("", "heading")
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.typed_code = TextField(tr("Code zur Probe eintippen"))
        self.code_row = FormRow(
            tr("Code zur Probe eintippen"), self.typed_code, tr("So ist sicher, dass er richtig auf dem Papier steht.")
        )
        self.code_note = InlineMessage("ok")
        self.sample = CheckField(tr("Beispiel Musterwerk Saar mitgeben"), on=True)
        self._data, self._backups = places
        self.pages = QStackedWidget()
        for page in (self._who(), self._protect(), self._code_page(), self._ready()):
            self.pages.addWidget(page)
        self._lay_out()
        self._connect()
        self._follow_strength()

    @property
    def facilitator(self) -> Facilitator:
        """Name, role and office as typed."""
        return Facilitator(self.name.text().strip(), self.role.text().strip(), self.office.text().strip())

    def protect(self) -> None:
        """Take the passphrase and show the recovery code."""
        fault = rules.passphrase_fault(self.first.text(), self.second.text())
        self.second_row.set_fault(fault)
        if not fault:
            self._code = self._code or self._new_code()
            self.code.setText(self._code)
            self._go(CODE)

    def without(self) -> None:
        """First the warning, then, asked again, no passphrase."""
        self.open_warning.show()

    def check_code(self) -> None:
        """Go on when the code was typed back."""
        if rules.same_code(self.typed_code.text(), self._code):
            self.code_row.clear_fault()
            self._go(READY)
        else:
            self.code_row.set_fault(tr("Der Code stimmt nicht überein. Bitte Zeichen für Zeichen abschreiben."))

    def finish(self) -> None:
        """Make the store."""
        self.go.set_reason(tr("Die Daten werden angelegt."))
        self.created.emit(
            self.first.text() if self._code else "", self._code, self.facilitator, self.sample.isChecked()
        )

    def show_fault(self, sentence: str) -> None:
        """Say why the store could not be made."""
        self.go.set_reason("")
        self.fault.show_message("error", sentence)

    def save_code(self) -> None:
        """Write the code as PDF into a folder of one's choice."""
        folder = ask_path(self, tr("Ordner für den Code wählen"), folder=True)
        if not folder:
            return
        try:
            path = target(folder, "TWS Wiederherstellungscode.pdf")
            self._write(rules.recovery_paper(self._code, self._today()), path, "pdf", None)
        except Refused as refusal:
            self.code_note.show_message("error", str(refusal))
            return
        self.code_note.show_message("ok", tr("Gesichert: {path}").format(path=path), tr("Jetzt drucken und weglegen."))

    def _go(self, page: int) -> None:
        self.pages.setCurrentIndex(page)
        stop = {WHO: self.name, PROTECT: self.first, CODE: self.typed_code, READY: self.go}[page]
        stop.setFocus()

    def _skip_passphrase(self) -> None:
        self._code = ""
        self.first.clear()
        self.second.clear()
        self._go(READY)

    def _follow_strength(self) -> None:
        found = rules.strength(self.first.text())
        self.strength.setText(found.words)
        self.strength.set_tone(found.tone)

    def _show_typed(self, *, on: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password
        self.first.setEchoMode(mode)
        self.second.setEchoMode(mode)

    def _connect(self) -> None:
        self.first.textChanged.connect(self._follow_strength)
        self.second.returnPressed.connect(self.protect)
        self.typed_code.returnPressed.connect(self.check_code)
        self.shown.toggled.connect(lambda on: self._show_typed(on=on))
        self.open_warning.action_pressed.connect(self._skip_passphrase)
        self._show_typed(on=False)
        self.open_warning.hide()
        self.code_note.hide()

    def _who(self) -> QWidget:
        go = filled(tr("Weiter"), "arrow-right")
        go.clicked.connect(lambda: self._go(PROTECT))
        return _page(
            Heading(tr("Willkommen. Wer führt die Workshops?"), "title"),
            WrapLabel(
                tr("Steht auf Papieren, nie in den Metadaten einer Datei. Alles darf leer bleiben."), "body", "text_2"
            ),
            FormRow(tr("Name"), self.name),
            FormRow(tr("Rolle"), self.role),
            FormRow(tr("Geschäftsstelle"), self.office, tr("Wählen oder eintippen")),
            _row(go),
        )

    def _protect(self) -> QWidget:
        go, without = filled(tr("Kennwort nehmen"), "lock"), quiet(tr("Ohne Kennwort"), "lock-open")
        back = quiet(tr("Zurück"), "arrow-left")
        go.clicked.connect(self.protect)
        without.clicked.connect(self.without)
        back.clicked.connect(lambda: self._go(WHO))
        return _page(
            Heading(tr("Kennwort für Ihre Daten"), "title"),
            WrapLabel(
                tr("Alles, was Sie eingeben, liegt verschlüsselt auf diesem Rechner und nirgends sonst."),
                "body",
                "text_2",
            ),
            FormRow(tr("Kennwort"), self.first),
            self.strength,
            self.second_row,
            self.shown,
            self.open_warning,
            _row(go, without, back),
        )

    def _code_page(self) -> QWidget:
        go, save = (
            filled(tr("Code prüfen und weiter"), "check"),
            outlined(tr("Drucken oder als PDF sichern"), "printer"),
        )
        go.clicked.connect(self.check_code)
        save.clicked.connect(self.save_code)
        return _page(
            Heading(tr("Wiederherstellungscode"), "title"),
            WrapLabel(
                tr("Nur jetzt zu sehen. Vergessen Sie das Kennwort, öffnet allein dieser Code Ihre Daten. "
                   "Schreiben Sie ihn ab oder drucken Sie ihn, und bewahren Sie ihn nicht beim Rechner auf."),
                "body", "text_2",
            ),
            self.code,
            _row(save),
            self.code_note,
            self.code_row,
            _row(go),
        )  # fmt: skip

    def _ready(self) -> QWidget:
        self.go = filled(tr("Los geht’s"), "check")
        self.go.clicked.connect(self.finish)
        self.fault = InlineMessage("error")
        self.fault.hide()
        return _page(
            Heading(tr("Hier liegen Ihre Daten"), "title"),
            _place("hard-drive", tr("Daten"), self._data),
            _place("archive", tr("Sicherungen"), self._backups),
            WrapLabel(tr("Das Programm geht nie ins Netz. Eine Person arbeitet an einem Ort."), "body", "text_2"),
            self.sample,
            WrapLabel(
                tr("Erfunden, überall als „Beispiel“ gezeichnet und mit einem Klick entfernt."), "caption", "text_2"
            ),
            self.fault,
            _row(self.go),
        )

    def _lay_out(self) -> None:
        ground, panel = QWidget(), Panel()
        ground.setProperty("ground", "bg")
        panel.add(self.pages)
        row, column = QHBoxLayout(), QVBoxLayout(ground)
        row.addStretch(1)
        row.addWidget(panel, 100)
        row.addStretch(1)
        column.addStretch(1)
        column.addWidget(IconMark("waypoints", "accent_text", 40, tr("TWS Desktop")), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(row)
        column.addStretch(2)
        side = style().space("x5")
        column.setContentsMargins(side, side, side, side)
        column.setSpacing(style().space("x4"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Column(ground, tr("Erster Start"), "bg"))
        self._panel = panel
        self._fit()
        style().changed.connect(self._fit)

    def _fit(self) -> None:
        self._panel.setMaximumWidth(style().px(WIDTH))


def _page(*widgets: QWidget | QHBoxLayout) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    for widget in widgets:
        if isinstance(widget, QWidget):
            column.addWidget(widget)
        else:
            column.addLayout(widget)
    column.addStretch(1)
    side = style().space("x2")
    column.setContentsMargins(side, side, side, side)
    column.setSpacing(style().space("x3"))
    return page


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row


def _place(icon: str, what: str, path: str) -> QWidget:
    holder = QWidget()
    row, words = QHBoxLayout(holder), QVBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(IconMark(icon), 0, Qt.AlignmentFlag.AlignTop)
    words.addWidget(WrapLabel(what, "label"))
    words.addWidget(WrapLabel(path, "body", "text_2"))
    row.addLayout(words, 1)
    return holder

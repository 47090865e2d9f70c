"""The first start: who you are, how the data are protected, the code for the day the passphrase is gone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from tws_desktop.documents.blocks import Document
from tws_desktop.services.settings import Facilitator
from tws_desktop.ui.kit.buttons import ButtonKind, filled, quiet
from tws_desktop.ui.kit.columns import Column
from tws_desktop.ui.kit.fields import CheckField, TextField
from tws_desktop.ui.kit.form_row import FormRow
from tws_desktop.ui.kit.labels import Heading, WrapLabel
from tws_desktop.ui.kit.messages import InlineMessage
from tws_desktop.ui.kit.panel import IconMark, Panel
from tws_desktop.ui.start import start_presenter as rules
from tws_desktop.ui.start.code_form import CodeForm
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
        self._new_code = new_code
        self._code = ""
        self.name, self.role = TextField(tr("Name")), TextField(tr("Rolle"), placeholder=tr("Moderation"))
        self.office = SuggestField(tr("Geschäftsstelle"), offices)
        self.first, self.second = TextField(tr("Kennwort")), TextField(tr("Kennwort wiederholen"))
        self.strength = WrapLabel("", "caption", "text_2")
        self.shown = CheckField(tr("Kennwort anzeigen"))
        self.second_row = FormRow(tr("Kennwort wiederholen"), self.second)
        self.open_warning = InlineMessage("warn", tr(rules.OPEN_WARNING), action=tr("Trotzdem ohne Kennwort"))
        self.code = CodeForm(write, today, tr("Code prüfen und weiter"), ButtonKind.FILLED)
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
            self.code.show_code(self._code)
            self._go(CODE)

    def without(self) -> None:
        """First the warning, then, asked again, no passphrase."""
        self.open_warning.show()
        self._reveal(self.open_warning)

    def finish(self) -> None:
        """Make the store."""
        self.go.set_reason(tr("Die Daten werden angelegt."))
        self.fault.show_message("info", tr("Die Daten werden angelegt. Das dauert einen Augenblick."))
        self.created.emit(
            self.first.text() if self._code else "", self._code, self.facilitator, self.sample.isChecked()
        )

    def show_fault(self, sentence: str) -> None:
        """Say why the store could not be made."""
        self.go.set_reason("")
        self.fault.show_message("error", sentence)

    def _go(self, page: int) -> None:
        self.pages.setCurrentIndex(page)
        stop = {WHO: self.name, PROTECT: self.first, CODE: self.code.typed, READY: self.go}[page]
        stop.setFocus()
        self._column.verticalScrollBar().setValue(0)
        self._reveal(stop)

    def _reveal(self, widget: QWidget) -> None:
        """Large text: scroll to it, once it has its place."""
        QTimer.singleShot(0, widget, lambda: self._column.ensureWidgetVisible(widget, 0, style().space("x5")))

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
        self.code.proved.connect(lambda: self._go(READY))
        for field in (self.name, self.role, self.office):
            field.returnPressed.connect(lambda: self._go(PROTECT))
        self.shown.toggled.connect(lambda on: self._show_typed(on=on))
        self.open_warning.action_pressed.connect(self._skip_passphrase)
        self._show_typed(on=False)
        self.open_warning.hide()

    def _who(self) -> QWidget:
        go = filled(tr("Weiter"), "arrow-right")
        go.clicked.connect(lambda: self._go(PROTECT))
        return _page(
            Heading(tr("Willkommen. Wer führt die Workshops?"), "title"),
            WrapLabel(
                tr("Steht auf Dokumenten, nie in den Metadaten einer Datei. Alles darf leer bleiben."), "body", "text_2"
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
        back = quiet(tr("Zurück"), "arrow-left")
        back.clicked.connect(lambda: self._go(PROTECT))
        return _page(Heading(tr("Wiederherstellungscode"), "title"), self.code, _row(back))

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
                tr("Erfunden, überall als „Beispiel“ gekennzeichnet und mit einem Klick entfernt."), "caption", "text_2"
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
        self._column = Column(ground, tr("Erster Start"), "bg")
        whole.addWidget(self._column)
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

"""Where a paper goes: folder, house style, Word, PDF or its tables, and what was written."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tws_desktop.ui.file_dialogs import ask_path
from tws_desktop.ui.kit.buttons import filled, icon_button, outlined, quiet
from tws_desktop.ui.kit.fields import TextField
from tws_desktop.ui.kit.form_row import FormRow
from tws_desktop.ui.kit.messages import InlineMessage
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr


def open_in_viewer(path: Path) -> None:
    """Open a file with the system's own program."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


class OutputPanel(QWidget):
    """`wanted(kind)`: docx, pdf or xlsx. `opened` opens what was written last."""

    wanted = Signal(str)

    def __init__(self, open_file: Callable[[Path], None] = open_in_viewer) -> None:
        super().__init__()
        self._written: Path | None = None
        start = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self.folder, self.house = TextField(tr("Ordner"), start), TextField(tr("Hausvorlage"))
        self.house.setPlaceholderText(tr("ohne, Schrift Arial"))
        self.folder_row = FormRow(tr("Ordner"), self._with_button(self.folder, tr("Ordner wählen"), folder=True))
        self.house_row = FormRow(
            tr("Hausvorlage für Word"),
            self._with_button(self.house, tr("Hausvorlage wählen"), folder=False),
            tr("Eine .docx mit Kopf, Fuß und Formatvorlagen"),
        )
        self.word, self.pdf, self.tables = (
            filled(tr("Als Word ausgeben"), "file-down"),
            outlined(tr("Als PDF ausgeben"), "file-down"),
            quiet(tr("Nur die Tabellen für Excel"), "file-down"),
        )
        for button, kind in ((self.word, "docx"), (self.pdf, "pdf"), (self.tables, "xlsx")):
            button.clicked.connect(partial(self.wanted.emit, kind))
        self.message = InlineMessage("ok")
        self.message.hide()
        self.open_button = outlined(tr("Öffnen"), "arrow-up-right")
        self.open_button.clicked.connect(lambda: open_file(self._written) if self._written else None)
        self.open_button.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style().space("x3"))
        buttons = (self.word, self.pdf, self.tables)
        for widget in (self.folder_row, self.house_row, *buttons, self.message, self.open_button):
            column.addWidget(widget)

    def show_busy(self, *, busy: bool) -> None:
        """While a paper is being written the buttons rest."""
        reason = tr("Das Dokument wird gerade geschrieben.") if busy else ""
        for button in (self.word, self.pdf, self.tables):
            button.set_reason(reason)

    def show_written(self, path: Path, note: str) -> None:
        """Say where the file lies, and what no font could show."""
        self._written = path
        self.message.show_message(
            "ok", tr("Geschrieben: {name}").format(name=path.name), f"{path.parent}\n{note}".strip()
        )
        self.open_button.show()

    def show_fault(self, sentence: str) -> None:
        """Say why nothing was written."""
        self.message.show_message("error", sentence)
        self.open_button.hide()

    def clear(self) -> None:
        """Nothing was written yet."""
        self.message.hide()
        self.open_button.hide()

    def _with_button(self, field: TextField, words: str, *, folder: bool) -> QWidget:
        holder, row = QWidget(), QHBoxLayout()
        holder.setLayout(row)
        holder.setAccessibleName(field.accessibleName())
        button = icon_button(words, "ellipsis")
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(field, 1)
        row.addWidget(button)
        holder.setFocusProxy(field)

        def ask() -> None:
            chosen = ask_path(self, words, self.folder.text(), folder=folder)
            if chosen:
                field.setText(chosen)

        button.clicked.connect(ask)
        return holder

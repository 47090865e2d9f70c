"""Giving an agreement out as Word or PDF: edition, audience, house style, where it goes; then what the note says."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tws_desktop.documents.blocks import Document
from tws_desktop.domain.agreements import Agreement
from tws_desktop.domain.confidentiality import Audience
from tws_desktop.services import register
from tws_desktop.services.agreements.document import Edition, agreement_document, left_out
from tws_desktop.services.agreements.fault_list import fault_list
from tws_desktop.services.ports import Work
from tws_desktop.ui.desk import Desk
from tws_desktop.ui.file_dialogs import ask_path
from tws_desktop.ui.jobs import JobRunner
from tws_desktop.ui.kit.buttons import ButtonKind, filled, icon_button, quiet, small
from tws_desktop.ui.kit.fields import ChoiceField, TextField
from tws_desktop.ui.kit.flow_row import FlowRow
from tws_desktop.ui.kit.form_row import FormRow
from tws_desktop.ui.kit.messages import InlineMessage
from tws_desktop.ui.kit.panel import Panel
from tws_desktop.ui.kit.segmented import Segment, Segmented
from tws_desktop.ui.words import tr

Writer = Callable[[Document, Path, str, Path | None], str]
"""Writes a document to a path as `docx` or `pdf` with a house style; returns a note, empty if there is nothing."""

FAULTS = "maengel"
"""The list of faults, beside the two editions of the text."""
INSIDE = (Audience.GREMIUM, Audience.VERHANDLUNG)
_NAMES = {"docx": "Word", "pdf": "PDF"}
_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was written, and what is to be said about it."""

    path: Path
    kind: str
    note: str
    sha256: str


def file_name(agreement: Agreement, edition: str, kind: str) -> str:
    """„Betriebliche Zukunftsvereinbarung Entwurf 3 intern.docx“, without signs that file systems refuse."""
    inside = {Edition.INTERNAL: " intern", FAULTS: " Mängelliste"}.get(edition, "")
    title = " ".join(_NOT_IN_NAMES.sub(" ", agreement.title).split())[:80].strip(" .") or "Vereinbarung"
    return f"{title} Entwurf {agreement.version}{inside}.{kind}"


def audiences(edition: str) -> tuple[Audience, ...]:
    """For whom an edition may be; the internal one and the list of faults stay inside."""
    return tuple(Audience) if edition == Edition.CLEAN else INSIDE


def note_words(note: str, left: int) -> str:
    """What the facilitator is told about a written paper."""
    missing = tr("Nicht enthalten: {count}.").format(count=left) if left else ""
    return " ".join(part for part in (note, missing) if part)


class OutputPanel(Panel):
    """`open_for(agreement, kind)` shows it; writing runs off the window's thread."""

    closed = Signal()

    def __init__(
        self, desk: Desk, write: Writer, jobs: JobRunner, show_file: Callable[[Path], None] | None = None
    ) -> None:
        super().__init__(tr("Ausgeben"), "file-down")
        self._desk, self._write, self._jobs = desk, write, jobs
        self._show_file = show_file or _open_in_viewer
        self._agreement: Agreement | None = None
        self._kind = "docx"
        self._written: Written | None = None
        close = icon_button(tr("Schließen"), "x")
        close.clicked.connect(self.shut)
        self.head_row.addWidget(close)
        self.edition = _editions()
        self.edition.chosen.connect(lambda _: self._follow())
        self.audience = ChoiceField(tr("Empfängerkreis"))
        self.style_field = TextField(tr("Hausvorlage"), placeholder=tr("ohne, oder eine Word-Datei"))
        choose = small(tr("Datei wählen …"), "", ButtonKind.QUIET)
        choose.clicked.connect(self._choose_style)
        self._style_row = _with_button(FormRow(tr("Hausvorlage (nur Word)"), self.style_field), choose)
        self.folder = TextField(tr("Ordner"), str(_documents()))
        elsewhere = small(tr("Ordner wählen …"), "", ButtonKind.QUIET)
        elsewhere.clicked.connect(self._choose_folder)
        self.folder_row = FormRow(tr("Ordner"), self.folder)
        where = _with_button(self.folder_row, elsewhere)
        self.write_button = filled("", "file-down")
        self.write_button.clicked.connect(self.write)
        self.open_button = quiet(tr("Datei öffnen"), "eye")
        self.open_button.clicked.connect(self._open_file)
        self.open_button.hide()
        self.said = InlineMessage("ok")
        self.said.hide()
        choices = self._choices()
        for part in (choices, self._style_row, where, FlowRow(self.write_button, self.open_button), self.said):
            self.add(part)
        self.hide()

    def _choices(self) -> QWidget:
        both = QWidget()
        pair = QHBoxLayout(both)
        pair.setContentsMargins(0, 0, 0, 0)
        pair.addWidget(FormRow(tr("Ausgabe"), self.edition), 0, Qt.AlignmentFlag.AlignTop)
        pair.addWidget(FormRow(tr("Empfängerkreis"), self.audience), 1, Qt.AlignmentFlag.AlignTop)
        return both

    def open_for(self, agreement: Agreement, kind: str, edition: str = "") -> None:
        """Shows the panel for an agreement and a format (`docx`, `pdf`), with another edition if one is named."""
        text = str(Edition.CLEAN) if self.edition.key == FAULTS else self.edition.key
        self.edition.set_key(edition or text)
        self._agreement, self._kind = agreement, kind
        self._style_row.setVisible(kind == "docx")
        self.set_title(tr("Als {kind} ausgeben").format(kind=_NAMES[kind]))
        self.write_button.setText(tr("{kind} schreiben").format(kind=_NAMES[kind]))
        self.said.hide()
        self.open_button.hide()
        self._follow()
        self.show()
        self.write_button.setFocus()

    def shut(self) -> None:
        """Hides the panel."""
        self.hide()
        self.closed.emit()

    def write(self) -> None:
        """Reads the agreement as the audience may see it and writes it."""
        agreement = self._agreement
        if agreement is None or not self.write_button.isEnabled():
            return
        self.folder_row.clear_fault()
        edition, audience = self.edition.key, Audience(self.audience.key)
        path = Path(self.folder.text().strip() or ".") / file_name(agreement, edition, self._kind)
        self.open_button.hide()
        self.write_button.set_reason(tr("Die Datei wird gerade geschrieben."))
        catalog, today, agreement_id = self._desk.catalog, self._desk.today(), agreement.id

        def use_case(work: Work) -> tuple[Document, int]:
            if edition == FAULTS:
                return fault_list(work, catalog, agreement_id, audience, today), 0
            document = agreement_document(work, catalog, agreement_id, Edition(edition), audience, today)
            return document, left_out(work, agreement_id, audience)

        self._desk.calls.read(use_case, lambda found: self._run(found, path, audience))

    def _run(self, found: tuple[Document, int], path: Path, audience: Audience) -> None:
        document, left = found
        kind, style_text = self._kind, self.style_field.text().strip()
        house = Path(style_text) if style_text and kind == "docx" else None
        write = self._write

        def job() -> Written:
            note = write(document, path, kind, house)
            return Written(path, kind, note, hashlib.sha256(path.read_bytes()).hexdigest())

        self._jobs.run(job, lambda written: self._done(written, audience, left), self._failed)

    def _done(self, written: Written, audience: Audience, left: int) -> None:
        self._written = written
        self.write_button.set_reason("")
        sentence = tr("Geschrieben: {path}").format(path=written.path)
        self.said.show_message("ok", sentence, note_words(written.note, left))
        self.open_button.show()
        self._desk.calls.write(
            lambda work: register.note(work, str(written.path), written.kind, audience, left, written.sha256)
        )

    def _failed(self, sentence: str) -> None:
        self.write_button.set_reason("")
        self.said.show_message("error", sentence)

    def _follow(self) -> None:
        offered = audiences(self.edition.key)
        key = self.audience.key or str(Audience.GREMIUM)
        keys = [str(one) for one in offered]
        self.audience.set_choices(tuple((str(one), one.german, "") for one in offered), key if key in keys else keys[0])

    def _choose_style(self) -> None:
        path = ask_path(self, tr("Hausvorlage"), self.folder.text(), folder=False)
        if path:
            self.style_field.setText(path)

    def _choose_folder(self) -> None:
        path = ask_path(self, tr("Ordner"), self.folder.text(), folder=True)
        if path:
            self.folder.setText(path)

    def _open_file(self) -> None:
        if self._written is not None:
            self._show_file(self._written.path)


def _with_button(row: FormRow, button: QWidget) -> QWidget:
    pair = QWidget()
    line = QHBoxLayout(pair)
    line.setContentsMargins(0, 0, 0, 0)
    line.addWidget(row, 1)
    line.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
    return pair


def _documents() -> Path:
    found = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home())
    return found if found.is_dir() else Path.home()


def _open_in_viewer(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _editions() -> Segmented:
    return Segmented(
        tr("Ausgabe"),
        (
            Segment(str(Edition.CLEAN), tr("Reinfassung"), tr("Reinfassung, nur der Text")),
            Segment(str(Edition.INTERNAL), tr("Mit Herkunft"), tr("Interne Ausgabe mit Herkunft und Rechtsgrundlage")),
            Segment(FAULTS, tr("Mängelliste"), tr("Mängelliste, was offen ist oder sich widerspricht")),
        ),
        str(Edition.CLEAN),
    )

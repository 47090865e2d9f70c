"""Keeping an agreement for the next time: first what stays behind, then the name, then the template."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Signal

from tws_desktop.services.agreements.templates import Going, keep_as_template, what_would_go
from tws_desktop.ui.agreements.note_list import NoteList, NoteRow
from tws_desktop.ui.desk import Desk
from tws_desktop.ui.kit.buttons import filled, icon_button, small
from tws_desktop.ui.kit.fields import TextField
from tws_desktop.ui.kit.flow_row import FlowRow
from tws_desktop.ui.kit.form_row import FormRow
from tws_desktop.ui.kit.labels import WrapLabel
from tws_desktop.ui.kit.panel import Panel
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr


def going_rows(going: tuple[Going, ...]) -> tuple[NoteRow, ...]:
    """What a template leaves behind, each with its place."""
    return tuple(
        NoteRow(str(place), one.text, f"{one.kind.german} · {one.place}", "minus", "text_2")
        for place, one in enumerate(going)
    )


def further_words(typed: str) -> tuple[str, ...]:
    """Words that shall go too, typed with commas between them."""
    return tuple(word for part in typed.split(",") if (word := part.strip()))


class TemplatePanel(Panel):
    """`open_for(agreement)`; nothing is kept before the button is pressed."""

    kept = Signal(str)
    """A template was kept: its title."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(tr("Als Vorlage behalten"), "copy")
        self._desk = desk
        self._agreement: UUID | None = None
        close = icon_button(tr("Schließen"), "x")
        close.clicked.connect(self.hide)
        self.head_row.addWidget(close)
        self._words = WrapLabel("", "body", "text_2")
        self.list = NoteList(tr("Was nicht in die Vorlage kommt"))
        self.list.setFixedHeight(style().px(190))
        self.further = TextField(tr("Weitere Wörter"), placeholder=tr("zum Beispiel Halle 7, Projekt Nordlicht"))
        self.look = small(tr("Neu prüfen"), "refresh-cw")
        self.look.clicked.connect(self._read)
        self.further.editingFinished.connect(self._read)
        self.title_field = TextField(tr("Name der Vorlage"))
        self.title_row = FormRow(tr("Name der Vorlage"), self.title_field)
        self.keep = filled(tr("Vorlage behalten"), "check")
        self.keep.clicked.connect(self._keep)
        for part in (
            self._words,
            self.list,
            FormRow(tr("Diese Wörter sollen auch heraus"), self.further, tr("mit Komma getrennt")),
            self.title_row,
            FlowRow(self.keep, self.look),
        ):
            self.add(part)
        self.hide()

    def open_for(self, agreement_id: UUID, type_title: str) -> None:
        """Shows what would stay behind."""
        self._agreement = agreement_id
        self.title_field.setText(type_title)
        self.title_row.clear_fault()
        self.further.setText("")
        self._read()
        self.show()
        self.title_field.setFocus()

    def _read(self) -> None:
        agreement, further = self._agreement, further_words(self.further.text())
        if agreement is not None:
            self._desk.calls.read(lambda work: what_would_go(work, agreement, further), self._show)

    def _show(self, going: tuple[Going, ...]) -> None:
        count = len(going)
        words = tr("1 Angabe bleibt hier und kommt nicht in die Vorlage. Bitte durchsehen.")
        if count != 1:
            words = tr("{count} Angaben bleiben hier und kommen nicht in die Vorlage. Bitte durchsehen.").format(
                count=count
            )
        self._words.setText(words)
        self.list.show_rows(going_rows(going))

    def _keep(self) -> None:
        agreement = self._agreement
        if agreement is None:
            return
        title, further = self.title_field.text(), further_words(self.further.text())

        def done(_: object) -> None:
            self.hide()
            self.kept.emit(title)

        self._desk.calls.write(
            lambda work: keep_as_template(work, agreement, title, further), done, self.title_row.set_fault
        )

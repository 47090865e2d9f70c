"""§ 79: who declared a card or row to be a secret, and when."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Protocol
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout

from tws_desktop.boards.inline_panel import InlinePanel
from tws_desktop.domain.german.dates import read_date, show_date
from tws_desktop.domain.workshops import Entry
from tws_desktop.ui.kit.buttons import outlined
from tws_desktop.ui.kit.fields import TextField
from tws_desktop.ui.kit.flow_row import FlowRow
from tws_desktop.ui.kit.form_row import FormRow
from tws_desktop.ui.kit.labels import WrapLabel
from tws_desktop.ui.kit.read_field import DateField
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr


class SecretActs(Protocol):
    """What the panel asks for."""

    def set_secret(self, thing_id: UUID, by: str, on: date, /, *, keep_text: bool) -> None:
        """A secret under § 79, with or without its content."""


class SecretPanel(InlinePanel):
    """Asks who declared the secret and when; offers to keep only that."""

    def __init__(self, entry: Entry, acts: SecretActs, today: Callable[[], date]) -> None:
        super().__init__(tr("Geheimnis nach § 79 BetrVG"), "shield-alert", entry.text.split("\n")[0][:60])
        self._entry, self._acts = entry, acts
        self.who = TextField(tr("Wer hat es als geheim erklärt?"), entry.secret_by)
        on = entry.secret_on or today()
        self.when = DateField(tr("Wann?"), lambda text: read_date(text, today()), show_date, on)
        self._who_row = FormRow(tr("Wer hat es als geheim erklärt?"), self.who, tr("Zum Beispiel: Geschäftsführung"))
        self._when_row = FormRow(tr("Wann?"), self.when)
        row = QHBoxLayout()
        row.setSpacing(style().px(12))
        row.addWidget(self._who_row, 2)
        row.addWidget(self._when_row, 1)
        self.body.addLayout(row)
        keep = outlined(tr("Mit Inhalt vermerken"), "shield-alert")
        drop = outlined(tr("Nur die Tatsache behalten"), "eye-off")
        keep.clicked.connect(lambda: self._mark(keep_text=True))
        drop.clicked.connect(lambda: self._mark(keep_text=False))
        self.who.returnPressed.connect(lambda: self._mark(keep_text=True))
        self.body.addWidget(FlowRow(keep, drop))
        note = tr(
            "Eine Sekretärin oder ein Sekretär ist zur Geheimhaltung verpflichtet, steht aber nicht unter denen, "
            "die das Geheimnis erfahren dürfen. Ohne Inhalt bleibt nur, wer es wann erklärt hat."
        )
        self.body.addWidget(WrapLabel(note, "caption", "text_2"))
        self.first = self.who

    def _mark(self, *, keep_text: bool) -> None:
        self._who_row.clear_fault()
        if not self.who.text().strip():
            self._who_row.set_fault(tr("Bitte eintragen, wer das Geheimnis erklärt hat."))
            return
        if self._when_row.fault or self.when.value is None:
            self._when_row.set_fault(self._when_row.fault or tr("Bitte eintragen, wann das Geheimnis erklärt wurde."))
            return
        self._acts.set_secret(self._entry.id, self.who.text().strip(), self.when.value, keep_text=keep_text)
        self.closed.emit()

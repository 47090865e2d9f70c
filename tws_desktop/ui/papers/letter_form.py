"""What the letter D05 needs beside its questions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tws_desktop.domain.german.dates import read_date, show_date
from tws_desktop.services.papers.d05 import LetterData
from tws_desktop.ui.kit.labels import Heading
from tws_desktop.ui.record_form import RecordForm
from tws_desktop.ui.words import tr


class LetterForm(QWidget):
    """`changed`: the letter reads differently now; `data` is what is entered."""

    changed = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self.data = LetterData()
        self.form = RecordForm()
        self.form.add_text("recipient", tr("An"), tr("Leer: An die Geschäftsleitung"))
        self.form.add_text("topic", tr("Thema"))
        self.form.add_area("situation", tr("Lage in zwei Sätzen"))
        self.form.add_read("decision_on", tr("Beschluss vom"), lambda text: read_date(text, today()), show_date)
        self.form.add_read("talk_on", tr("Beratung vorgeschlagen am"), lambda text: read_date(text, today()), show_date)
        self.form.add_text("chair", tr("Vorsitz"))
        self.form.changed.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Heading(tr("Angaben im Brief")))
        column.addWidget(self.form)

    def settle(self) -> None:
        """Take what is typed."""
        self.form.settle()

    def _take(self, column: str, value: Any) -> None:
        self.data = replace(self.data, **{column: value})
        self.changed.emit()

"""Reason, evidence and second opinion of the selected statement; half-typed text is handed on each second."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from tws_desktop.domain.results import Answer
from tws_desktop.ui.kit.fields import TextArea, TextField
from tws_desktop.ui.kit.form_row import FormRow
from tws_desktop.ui.kit.kept_field import KeptField
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr

FIELDS = ("reason", "evidence", "dissent")


class ExplainFields(QWidget):
    """The three fields of one statement."""

    typed = Signal(str, str)
    settled = Signal(str, str)
    entered = Signal()

    def __init__(self, item_key: str) -> None:
        super().__init__()
        names = {
            "reason": tr("Begründung: Woran merkt ihr das?"),
            "evidence": tr("Beleg"),
            "dissent": tr("Zweite Meinung"),
        }
        inputs: dict[str, TextArea | TextField] = {
            "reason": TextArea(f"{item_key} {names['reason']}", least=3, most=8),
            "evidence": TextField(f"{item_key} {names['evidence']}", icon_name="file-text"),
            "dissent": TextField(f"{item_key} {names['dissent']}", icon_name="split"),
        }
        self.kept = {key: KeptField(field) for key, field in inputs.items()}
        for key, kept in self.kept.items():
            kept.field.installEventFilter(self)
            kept.typed.connect(lambda text, at=key: self.typed.emit(at, text))
            kept.settled.connect(lambda text, at=key: self.settled.emit(at, text))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(style().space("x3"))
        grid.setVerticalSpacing(style().space("x2"))
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        grid.addWidget(FormRow(names["reason"], inputs["reason"]), 0, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(FormRow(names["evidence"], inputs["evidence"]), 0, 1)
        grid.addWidget(FormRow(names["dissent"], inputs["dissent"]), 1, 1)

    def show_answer(self, answer: Answer | None) -> None:
        """Shows what is stored; a field somebody is typing into stays."""
        stored = {key: getattr(answer, key) if answer is not None else "" for key in FIELDS}
        for key, kept in self.kept.items():
            if not kept.open:
                kept.show_text(stored[key])

    def show_drafts(self, drafts: Mapping[str, str]) -> None:
        """Shows half-typed text again; it counts as typed just now."""
        for key, text in drafts.items():
            if key in self.kept and text:
                self.kept[key].field.setText(text)

    def put_back(self, field: str, text: str) -> None:
        """Shows a text again that was refused."""
        self.kept[field].show_text("")
        self.kept[field].field.setText(text)

    def settle(self) -> None:
        """Hands on what is typed."""
        for kept in self.kept.values():
            kept.settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        """Focus in a field selects the statement."""
        if event.type() == QEvent.Type.FocusIn:
            self.entered.emit()
        return False

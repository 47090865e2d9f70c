"""`Prüfung des Ablaufs`: what is unwise about the day, each with its mend, and what has to be packed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tws_desktop.ui.kit.labels import Heading
from tws_desktop.ui.kit.messages import InlineMessage
from tws_desktop.ui.prepare.prepare_presenter import Day, break_mends
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr


class CheckPanel(QWidget):
    """`break_wanted(key)`: a break before that phase."""

    break_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.messages: list[InlineMessage] = []
        self._shown: tuple[object, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(Heading(tr("Prüfung des Ablaufs")))
        self._column.setSpacing(style().space("x2"))

    def show_day(self, day: Day) -> None:
        """Show findings and material; rows are made anew only when something has changed."""
        shown = (*day.findings, day.material)
        if shown == self._shown:
            return
        self._shown = shown
        for message in self.messages:
            self._column.removeWidget(message)
            message.hide()
            message.deleteLater()
        self.messages = []
        for finding in day.findings:
            mend = tr("Pause einfügen") if break_mends(finding) else ""
            message = InlineMessage("warn", finding.sentence, action=mend)
            message.action_pressed.connect(lambda key=finding.phase or "": self.break_wanted.emit(key))
            self._put(message)
        if not day.findings:
            self._put(InlineMessage("ok", tr("Pausen, Zeiten und Ergebnisse passen.")))
        self._put(InlineMessage("info", day.material))

    def _put(self, message: InlineMessage) -> None:
        self.messages.append(message)
        self._column.addWidget(message)

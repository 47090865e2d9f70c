"""`Prüfung des Ablaufs`: what is unwise about the day, each with its mend, and what has to be packed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tws_desktop.ui.kit.labels import Heading
from tws_desktop.ui.kit.messages import InlineMessage
from tws_desktop.ui.prepare.prepare_presenter import Day, break_mends
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr
from tws_desktop.workshop.agenda_check import Finding


class CheckPanel(QWidget):
    """`break_wanted(key)`: a break before that phase; `phase_wanted(key)`: the phase a finding is about."""

    break_wanted = Signal(str)
    phase_wanted = Signal(str)

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
        lines = {line.key: f"{line.time} {line.title}" for line in day.lines}
        for finding in day.findings:
            self._put(self._message(finding, lines.get(finding.phase or "", "")))
        if not day.findings:
            self._put(InlineMessage("ok", tr("Pausen, Zeiten und Ergebnisse passen.")))
        self._put(InlineMessage("info", day.material))

    def _message(self, finding: Finding, where: str) -> InlineMessage:
        by_break = break_mends(finding)
        mend = tr("Pause einfügen") if by_break else tr("Zeigen") if where else ""
        message = InlineMessage("warn", finding.sentence, "" if by_break else where, mend)
        wanted = self.break_wanted if by_break else self.phase_wanted
        message.action_pressed.connect(lambda: wanted.emit(finding.phase or ""))
        return message

    def _put(self, message: InlineMessage) -> None:
        self.messages.append(message)
        self._column.addWidget(message)

"""A verdict on screen; a tie offers to leave it or to hold a run-off."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tws_desktop.boards.votes.verdict import Verdict
from tws_desktop.ui.kit.buttons import small
from tws_desktop.ui.kit.flow_row import FlowRow
from tws_desktop.ui.kit.messages import InlineMessage
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr


class VerdictRow(QWidget):
    """`left` to leave a tie as it is, `run_off` to vote between the tied options only."""

    left = Signal()
    run_off = Signal()

    def __init__(self, verdict: Verdict) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style().space("x1"))
        column.addWidget(InlineMessage(verdict.tone, verdict.sentence, verdict.more))
        if verdict.tied:
            leave = small(tr("So lassen"), "check")
            words = tr("Stichwahl zwischen beiden") if len(verdict.tied) == 2 else tr("Stichwahl zwischen diesen")
            between = small(words, "split")
            leave.clicked.connect(self.left)
            between.clicked.connect(self.run_off)
            column.addWidget(FlowRow(leave, between))

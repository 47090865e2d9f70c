"""A sentence above the ranking; for a tie with the two ways on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from tws_desktop.boards.votes.verdict import Verdict
from tws_desktop.ui.kit.buttons import small
from tws_desktop.ui.kit.flow_row import FlowRow
from tws_desktop.ui.kit.messages import InlineMessage
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr

_BESIDE = 620


class VerdictRow(QWidget):
    """`left` to leave a tie as it is, `run_off` to vote between the tied options only."""

    left = Signal()
    run_off = Signal()

    def __init__(self, verdict: Verdict) -> None:
        super().__init__()
        self._line = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(style().space("x2"))
        self._line.addWidget(InlineMessage(verdict.tone, verdict.sentence, verdict.more), 1)
        if verdict.tied:
            leave = small(tr("So lassen"), "check")
            words = tr("Stichwahl zwischen beiden") if len(verdict.tied) == 2 else tr("Stichwahl zwischen diesen")
            between = small(words, "split")
            leave.clicked.connect(self.left)
            between.clicked.connect(self.run_off)
            self._line.addWidget(FlowRow(leave, between))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The buttons stand beside the sentence where there is room for both."""
        beside = self.width() >= style().px(_BESIDE)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._line.direction() != way:
            self._line.setDirection(way)
        super().resizeEvent(event)

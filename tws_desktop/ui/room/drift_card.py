"""How late the day is, and what can be done about it; nothing opens by itself."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from tws_desktop.ui.kit.buttons import Button, quiet, small
from tws_desktop.ui.kit.labels import WrapLabel
from tws_desktop.ui.kit.paint import draw_box, follow_style, smooth
from tws_desktop.ui.kit.panel import IconMark, Panel
from tws_desktop.ui.palette import tokens
from tws_desktop.ui.room.room_state import Drift
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr
from tws_desktop.workshop.slip import Proposal


class DriftCard(QWidget):
    """The card and its text action; the proposals open below it. `applied(proposal)` for one press."""

    applied = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.drift: Drift | None = None
        self._box = _Soft()
        self.more = quiet(tr("Kürzen oder verschieben …"))
        self.more.clicked.connect(self._toggle)
        self.panel = Panel(tr("Was tun?"), "clock", small_head=True)
        self.panel.hide()
        self._choices: list[QWidget] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(style().px(12), style().px(4), style().px(13), style().px(4))
        column.setSpacing(style().px(4))
        column.addWidget(self.panel)
        column.addWidget(self._box)
        column.addWidget(self.more)
        self.hide()

    def show_drift(self, drift: Drift | None) -> None:
        """Shows how late it is; hidden when in plan."""
        before, self.drift = self.drift, drift
        self.setVisible(drift is not None)
        if drift is None:
            self.panel.hide()
            return
        self._box.show_words(drift.head, drift.more, late=drift.late > 0)
        self.more.setVisible(bool(drift.proposals))
        if before is None or before.proposals != drift.proposals:
            self._fill(drift.proposals)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the proposals."""
        if event.key() == Qt.Key.Key_Escape and self.panel.isVisible():
            self._toggle()
            return
        super().keyPressEvent(event)

    def _toggle(self) -> None:
        self.panel.setVisible(self.panel.isHidden())
        self.more.setText(tr("Kürzen oder verschieben …") if self.panel.isHidden() else tr("Schließen"))
        if not self.panel.isHidden() and self._choices:
            self._choices[0].findChildren(Button)[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, proposals: tuple[Proposal, ...]) -> None:
        for old in self._choices:
            old.hide()
            old.deleteLater()
        self._choices = [self._choice(proposal) for proposal in proposals]
        for choice in self._choices:
            self.panel.add(choice)
        if not proposals and self.panel.isVisible():
            self._toggle()

    def _choice(self, proposal: Proposal) -> QWidget:
        row = QWidget()
        button = small(proposal.kind.german)
        button.setAccessibleDescription(proposal.sentence)
        button.clicked.connect(lambda: self._apply(proposal))
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, style().px(4))
        column.setSpacing(style().px(2))
        column.addWidget(WrapLabel(proposal.sentence, "caption", "text_2"))
        line = QHBoxLayout()
        line.addWidget(button)
        line.addStretch(1)
        column.addLayout(line)
        return row

    def _apply(self, proposal: Proposal) -> None:
        self._toggle()
        self.applied.emit(proposal)


class _Soft(QFrame):
    def __init__(self) -> None:
        super().__init__()
        self._late = True
        self._mark = IconMark("clock", "warn")
        self._head = WrapLabel("", "strong", "warn")
        self._more = WrapLabel("", "caption", "text_2")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._head)
        words.addWidget(self._more)
        row = QHBoxLayout(self)
        row.setContentsMargins(style().px(10), style().px(8), style().px(10), style().px(8))
        row.setSpacing(style().px(10))
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        follow_style(self)

    def show_words(self, head: str, more: str, *, late: bool) -> None:
        self._late = late
        tone = "warn" if late else "ok"
        self._mark.set_mark("clock", tone)
        self._head.setText(head)
        self._head.set_tone(tone)
        self._more.setText(more)
        self.setAccessibleName(f"{head}. {more}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        smooth(painter)
        token = "warn_soft" if self._late else "ok_soft"
        draw_box(painter, QRectF(self.rect()), style().colour(token), None, style().px(tokens().radius["card"]))
        painter.end()

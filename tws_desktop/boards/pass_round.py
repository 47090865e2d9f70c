"""The laptop goes round: it covers the whole window, one person after the other, then asks to keep the sums."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tws_desktop.boards.ballot_view import BallotView
from tws_desktop.boards.ballots import Ballots, Paper
from tws_desktop.domain.errors import InputRefused
from tws_desktop.ui.kit.buttons import Button, danger, filled, outlined
from tws_desktop.ui.kit.columns import Column
from tws_desktop.ui.kit.flow_row import FlowRow
from tws_desktop.ui.kit.labels import Heading, WrapLabel
from tws_desktop.ui.kit.messages import InlineMessage
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr

_WIDTH = 720
_SHORT = 5
"""Ballots of so many lines need no scrolling."""


class PassRound(QWidget):
    """Lies over `window` until it is `closed`; `kept(ballots)` asks to write the sums.

    Nothing of a ballot is on screen once it is cast, and nothing of it is ever written.
    """

    kept = Signal(object)
    closed = Signal()

    def __init__(self, window: QWidget, paper: Paper) -> None:
        super().__init__(window)
        self._window = window
        self.ballots = Ballots(paper)
        self._before = window.focusWidget()
        self.setAccessibleName(tr("Abstimmung am herumgereichten Laptop"))
        self._body = QWidget()
        self._middle = QVBoxLayout(self._body)
        self._middle.setContentsMargins(0, 0, 0, 0)
        self._parts: tuple[QWidget, ...] = ()
        self._top, self._bottom = QVBoxLayout(), QVBoxLayout()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._top)
        whole.addWidget(Column(self._body, tr("Abstimmung"), "bg"), 1)
        whole.addLayout(self._bottom)
        window.installEventFilter(self)
        self.setGeometry(window.rect())
        self._say_before()
        self.show()
        self.raise_()

    def shut(self) -> None:
        """Go away and forget everything."""
        self._window.removeEventFilter(self)
        self.hide()
        if self._before is not None:
            self._before.setFocus()
        self.closed.emit()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Always as large as the window."""
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
        return False

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002
        """The focus never goes to what lies beneath."""
        inside = [w for w in self.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible()]
        inside = [widget for widget in inside if widget.isEnabled() and widget.focusProxy() is None]
        if not inside:
            return True
        here = self._window.focusWidget()
        place = inside.index(here) if here in inside else -1
        inside[(place + (1 if next else -1)) % len(inside)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button with the focus; no key reaches the room below."""
        here = self._window.focusWidget()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and isinstance(here, Button):
            here.click()
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """An opaque ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), style().colour("bg"))
        painter.end()

    def _say_before(self) -> None:
        start, leave = filled(tr("Herumgeben beginnen"), "play"), outlined(tr("Abbrechen"))
        start.clicked.connect(self._hand_over)
        leave.clicked.connect(self.shut)
        self._show(
            tr("Der Laptop geht herum"),
            (
                WrapLabel(self.ballots.paper.question, "lead"),
                InlineMessage(
                    "info",
                    tr("Einzelne Stimmen liegen nur im Arbeitsspeicher und werden nie gespeichert."),
                    tr(
                        "Am Ende werden nur die Summen geschrieben, in einem Schritt, der sich nicht rückgängig "
                        "machen lässt. Wird das Programm vorher beendet, sind die Stimmen weg."
                    ),
                ),
            ),
            (start, leave),
        )

    def _hand_over(self) -> None:
        mine = filled(tr("Ich bin dran"), "user")
        done = outlined(tr("Alle haben abgestimmt"), "check")
        mine.clicked.connect(self._give_ballot)
        done.clicked.connect(self._ask_to_keep)
        self._show(
            tr("Nächste Person"),
            (
                WrapLabel(tr("Gib den Laptop weiter. Wer ihn hat, drückt Enter und stimmt allein ab."), "lead"),
                WrapLabel(tr("Abgegeben: {count}").format(count=self.ballots.voters), "body", "text_2"),
            ),
            (mine, done),
        )

    def _give_ballot(self) -> None:
        ballot = BallotView(self.ballots.paper)
        cast = filled(tr("Stimme abgeben"), "check")
        back = outlined(tr("Zurück, ohne abzustimmen"))
        refusal = InlineMessage("error")
        refusal.hide()

        def give() -> None:
            try:
                self.ballots.cast(ballot.ballot())
            except InputRefused as refused:
                refusal.show_message("error", str(refused))
                return
            self._hand_over()

        cast.clicked.connect(give)
        ballot.finished.connect(cast.setFocus)
        back.clicked.connect(self._hand_over)
        above = (ballot.left, refusal)
        if len(self.ballots.paper.choices) > _SHORT:
            self._show(self.ballots.paper.question, (ballot,), (cast, back), first=ballot, pinned=above)
        else:
            self._show(self.ballots.paper.question, (*above, ballot), (cast, back), first=ballot)

    def _ask_to_keep(self) -> None:
        if not self.ballots.voters:
            self.shut()
            return
        keep, more = filled(tr("Summen speichern"), "check"), outlined(tr("Weiter abstimmen"))
        drop = danger(tr("Stimmen verwerfen"))
        keep.clicked.connect(lambda: self.kept.emit(self.ballots))
        more.clicked.connect(self._hand_over)
        drop.clicked.connect(self._ask_to_drop)
        people = self.ballots.voters
        words = tr("1 Person hat abgestimmt.") if people == 1 else tr("{n} Personen haben abgestimmt.").format(n=people)
        more_words = tr("Danach ist die Abstimmung geschlossen; das lässt sich nicht rückgängig machen.")
        self._show(tr("Abstimmung schließen"), (InlineMessage("info", words, more_words),), (keep, more, drop))

    def _ask_to_drop(self) -> None:
        drop, back = danger(tr("Alle Stimmen verwerfen")), filled(tr("Zurück"))
        drop.clicked.connect(self.shut)
        back.clicked.connect(self._ask_to_keep)
        words = tr("{n} Stimmen gehen verloren. Niemand kann sie zurückholen.").format(n=self.ballots.voters)
        self._show(tr("Stimmen verwerfen"), (InlineMessage("warn", words),), (back, drop))

    def tell(self, sentence: str) -> None:
        """Say why the sums could not be written; the votes are still here."""
        again = filled(tr("Noch einmal speichern"))
        again.clicked.connect(lambda: self.kept.emit(self.ballots))
        self._show(tr("Nicht gespeichert"), (InlineMessage("error", sentence),), (again,))

    def _show(
        self,
        title: str,
        parts: tuple[QWidget, ...],
        buttons: tuple[Button, ...],
        first: QWidget | None = None,
        pinned: tuple[QWidget, ...] | None = None,
    ) -> None:
        """Shows a screen; with `pinned` (above) and the buttons (below) only `parts` scroll."""
        for old in self._parts:
            old.hide()
            old.deleteLater()
        for layout in (self._top, self._middle, self._bottom):
            while layout.count():
                layout.takeAt(0)
        heading, line = Heading(title, "title"), FlowRow(*buttons)
        if pinned is None:
            self._parts = (_column((heading, *parts, line)),)
            self._middle.addStretch(1)
            self._middle.addLayout(_centred(self._parts[0]))
            self._middle.addStretch(2)
        else:
            head, body, foot = _column((heading, *pinned)), _column(parts), _column((line,))
            self._parts = (head, body, foot)
            self._top.addLayout(_centred(head))
            self._middle.addLayout(_centred(body))
            self._middle.addStretch(1)
            self._bottom.addLayout(_centred(foot))
        (first or buttons[0]).setFocus()


def _column(widgets: tuple[QWidget, ...]) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    side = style().space("x5")
    column.setContentsMargins(side, style().space("x4"), side, style().space("x4"))
    column.setSpacing(style().space("x4"))
    for widget in widgets:
        column.addWidget(widget)
    holder.setMaximumWidth(style().px(_WIDTH) + 2 * side)
    return holder


def _centred(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.addStretch(1)
    row.addWidget(widget, 20)
    row.addStretch(1)
    return row

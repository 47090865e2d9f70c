"""The toast: what just happened, with the way back. One at a time, eight seconds, longer under pointer or
focus.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QSizePolicy, QWidget

from tws_desktop.ui.kit.buttons import Button, ButtonKind, ButtonSize
from tws_desktop.ui.kit.labels import WrapLabel
from tws_desktop.ui.kit.paint import announce, draw_box, follow_style, smooth
from tws_desktop.ui.kit.panel import IconMark
from tws_desktop.ui.palette import tokens
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr


class Toast(QFrame):
    """An ink bar that a page puts above its input. `show_toast` replaces what is shown; Strg+Z or the
    button takes it back.

    Where the page has its own Strg+Z, pass `own_key=False`: the words stay, the key is the page's. `margin`
    leaves room around the bar.
    """

    undone = Signal()
    gone = Signal()

    def __init__(self, parent: QWidget | None = None, *, own_key: bool = True, margin: int = 0) -> None:
        super().__init__(parent)
        self._undo: Callable[[], None] | None = None
        self._margin = margin
        self._mark = IconMark("check", "rail_text")
        self._sentence = WrapLabel("", "body", "rail_text")
        self._button = Button(tr("Rückgängig"), ButtonKind.RAIL_LINK, key=tr("Strg+Z"), size=ButtonSize.SMALL)
        self._button.clicked.connect(self.take_back)
        self._button.installEventFilter(self)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._mark)
        self._row.addWidget(self._sentence, 1)
        self._row.addWidget(self._button)
        self.clock = QTimer(self)
        self.clock.setSingleShot(True)
        self.clock.timeout.connect(self._leave)
        self._shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        self._shortcut.activated.connect(self.take_back)
        self._shortcut.setEnabled(own_key)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.hide()
        self._space()
        style().changed.connect(self._space)
        follow_style(self)

    @property
    def sentence(self) -> str:
        """What it says, empty when it is gone."""
        return self._sentence.text() if not self.isHidden() else ""

    def show_toast(self, sentence: str, undo: Callable[[], None] | None = None, icon: str = "check") -> None:
        """Says `sentence` (past tense) for eight seconds; `undo` is offered where given."""
        self._undo = undo
        self._mark.set_mark(icon, "rail_text")
        self._sentence.setText(sentence)
        self._button.setVisible(undo is not None)
        self.setAccessibleName(sentence)
        self.show()
        self.clock.start(style().duration("toast"))
        self._hold_or_go()
        announce(self, f"{sentence} {tr('Rückgängig mit Strg+Z.')}" if undo else sentence)

    def take_back(self) -> None:
        """Runs the undo once and goes."""
        undo, self._undo = self._undo, None
        if undo is not None:
            undo()
            self.undone.emit()
        self._leave()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stays under the pointer."""
        super().enterEvent(event)
        self.clock.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Counts again after the pointer has left."""
        super().leaveEvent(event)
        self._count_again()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Stays while the button has the focus."""
        if watched is self._button and event.type() == QEvent.Type.FocusIn:
            self.clock.stop()
        elif watched is self._button and event.type() == QEvent.Type.FocusOut:
            self._count_again()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paints the ink bar."""
        painter = QPainter(self)
        smooth(painter)
        margin = style().px(self._margin)
        rect = QRectF(self.rect()).adjusted(margin, margin / 2, -margin, -margin / 2)
        edge = style().colour("line_strong") if style().palette.dark else None
        draw_box(painter, rect, style().colour("rail"), edge, style().px(tokens().radius["control"]))
        painter.end()

    def _count_again(self) -> None:
        if self.isVisible():
            self.clock.start(style().duration("toast"))

    def _hold_or_go(self) -> None:
        if self.underMouse() or QApplication.focusWidget() is self._button:
            self.clock.stop()

    def _leave(self) -> None:
        self.clock.stop()
        self._undo = None
        if not self.isHidden():
            self.hide()
            self.gone.emit()

    def _space(self) -> None:
        side, above = style().px(self._margin), style().px(4) + style().px(self._margin) // 2
        self._row.setContentsMargins(side + style().space("x3"), above, side + style().space("x2"), above)
        self._row.setSpacing(style().space("x3"))

"""When typed text is handed on: each second as a draft, and as one step after a pause of two seconds or on
leaving.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from tws_desktop.ui.kit.fields import TextArea, TextField

DRAFT_EVERY = 1000
SETTLED_AFTER = 2000


class KeptField(QObject):
    """Watches a TextField or TextArea: `typed(text)` at most once a second, `settled(text)` after a pause
    or loss of focus.

    `settled` comes once per change and never for a text that the program has set by `show_text`.
    """

    typed = Signal(str)
    settled = Signal(str)

    def __init__(self, field: TextField | TextArea) -> None:
        super().__init__(field)
        self.field = field
        self._known = field.text()
        self.draft_clock = QTimer(self)
        self.draft_clock.setSingleShot(True)
        self.draft_clock.setInterval(DRAFT_EVERY)
        self.draft_clock.timeout.connect(self._draft)
        self.pause_clock = QTimer(self)
        self.pause_clock.setSingleShot(True)
        self.pause_clock.setInterval(SETTLED_AFTER)
        self.pause_clock.timeout.connect(self.settle)
        field.textChanged.connect(self._changed)
        field.installEventFilter(self)

    @property
    def open(self) -> bool:
        """Whether there is text that has not been handed on as a step."""
        return self.field.text() != self._known

    def show_text(self, text: str) -> None:
        """Shows a stored text; a text that a person is changing right now stays."""
        if self.open and self.field.hasFocus():
            return
        self._known = text
        if self.field.text() != text:
            self.field.setText(text)
        self._stop()

    def settle(self) -> None:
        """Hands the text on now, if it has changed."""
        self._stop()
        if self.open:
            self._known = self.field.text()
            self.settled.emit(self._known)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leaving or hiding the field settles it: nothing is handed on later, when the store may be closed."""
        if watched is self.field and event.type() in {QEvent.Type.FocusOut, QEvent.Type.Hide}:
            self.settle()
        return False

    def _changed(self) -> None:
        if not self.open:
            self._stop()
            return
        if not self.draft_clock.isActive():
            self.draft_clock.start()
        self.pause_clock.start()

    def _draft(self) -> None:
        if self.open:
            self.typed.emit(self.field.text())

    def _stop(self) -> None:
        self.draft_clock.stop()
        self.pause_clock.stop()

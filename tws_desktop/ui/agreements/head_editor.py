"""The heading of a § edited in its place, or typed for a new §."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tws_desktop.ui.kit.fields import TextField
from tws_desktop.ui.kit.kept_field import KeptField
from tws_desktop.ui.kit.labels import WrapLabel
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr


class HeadEditor(QWidget):
    """`settled(unit, title)` for a changed heading, `new_settled(after, title)` for a new §; Enter or Esc ends."""

    settled = Signal(object, str)
    new_settled = Signal(object, str)
    done = Signal()
    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._unit: UUID | None = None
        self._new = False
        self.field = TextField(tr("Überschrift des Paragrafen"), lead=True)
        self.kept = KeptField(self.field)
        self.kept.settled.connect(self._settled)
        self.field.returnPressed.connect(self._enter)
        self._fault = WrapLabel("", "caption", "error")
        self._fault.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style().px(3))
        column.addWidget(self.field)
        column.addWidget(self._fault)

    @property
    def fault(self) -> str:
        """The sentence of a refusal, empty when all is well."""
        return self._fault.text()

    def begin(self, unit_id: UUID, title: str) -> None:
        """Opens a heading."""
        self._unit, self._new = unit_id, False
        self._open(title, tr("Überschrift des Paragrafen"))

    def begin_new(self, after: UUID) -> None:
        """Opens an empty heading for a § behind `after`."""
        self._unit, self._new = after, True
        self._open("", tr("Überschrift des neuen Paragrafen, dann Enter"))

    def settle(self) -> None:
        """Hands on what is typed; a new § needs Enter."""
        if self._new:
            self.kept.show_text("")
            self.field.setText("")
            self._new = False
        else:
            self.kept.settle()

    def show_fault(self, sentence: str) -> None:
        """Says why the heading was not kept."""
        self._fault.setText(sentence)
        self._fault.setVisible(bool(sentence))
        self.resized.emit()

    def sizeHint(self) -> QSize:
        """The field and the sentence below it."""
        height = self.field.sizeHint().height() + (self._fault.heightForWidth(self.width()) if self.fault else 0)
        return QSize(style().px(240), height + style().px(8))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc ends; Enter is done with in the field and opens nothing below it."""
        if event.key() == Qt.Key.Key_Escape:
            self.done.emit()
            return
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            return
        super().keyPressEvent(event)

    def _open(self, title: str, hint: str) -> None:
        self.show_fault("")
        self.kept.show_text(title)
        self.field.setPlaceholderText(hint)
        self.field.selectAll()
        self.field.setFocus()
        self.resized.emit()

    def _enter(self) -> None:
        if self._new:
            title, after = self.field.text(), self._unit
            self.new_settled.emit(after, title)
            if title.strip():
                self.done.emit()
            return
        self.kept.settle()
        self.done.emit()

    def _settled(self, title: str) -> None:
        if not self._new:
            self.show_fault("")
            self.settled.emit(self._unit, title)

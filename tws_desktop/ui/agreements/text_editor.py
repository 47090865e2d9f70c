"""The text of one block edited in its place; markers ⟦1⟧ stand for values and references and are explained below."""

from __future__ import annotations

import re
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QSyntaxHighlighter, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tws_desktop.services.agreements.editing import CLOSE, OPEN, Editable
from tws_desktop.services.agreements.runs import Runs
from tws_desktop.ui.agreements.decisions import renumbered
from tws_desktop.ui.kit.fields import TextArea
from tws_desktop.ui.kit.kept_field import KeptField
from tws_desktop.ui.kit.labels import WrapLabel
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr

_MARKER = re.compile(rf"{OPEN}\d+{CLOSE}")


class _Marks(QSyntaxHighlighter):
    def highlightBlock(self, text: str) -> None:
        look = QTextCharFormat()
        look.setFontWeight(QFont.Weight.DemiBold)
        look.setForeground(style().colour("accent_text"))
        look.setBackground(style().colour("accent_soft"))
        for found in _MARKER.finditer(text):
            before = len(text[: found.start()].encode("utf-16-le")) // 2
            self.setFormat(before, found.end() - found.start(), look)


class TextEditor(QWidget):
    """Edits a unit's text: `settled(unit, text, parts)` as one step, `typed` for drafts, `done` on Esc."""

    typed = Signal(object, str)
    settled = Signal(object, str, object)
    done = Signal()
    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.unit_id: UUID | None = None
        self.parts: Runs = ()
        self.area = TextArea(tr("Text des Absatzes"), least=2, most=24)
        self.kept = KeptField(self.area)
        self._legend = WrapLabel("", "caption", "text_2")
        self._fault = WrapLabel("", "caption", "error")
        self._fault.hide()
        self._marks = _Marks(self.area.document())
        self.kept.typed.connect(lambda text: self.typed.emit(self.unit_id, text))
        self.kept.settled.connect(self._settled)
        self.area.textChanged.connect(self.resized)
        style().changed.connect(self._recolour)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(style().px(3))
        for part in (self.area, self._legend, self._fault):
            self._column.addWidget(part)

    @property
    def fault(self) -> str:
        """The sentence of a refusal, empty when all is well."""
        return self._fault.text()

    def begin(self, unit_id: UUID, text: Editable, legend: str, draft: str = "") -> None:
        """Opens a unit's text; `draft` is what was typed and not kept when the program ended."""
        self.unit_id, self.parts = unit_id, text.parts
        self.show_fault("")
        self.kept.show_text(text.text)
        self._show_legend(legend)
        if draft and draft != text.text:
            self.area.setText(draft)
        self.area.moveCursor(QTextCursor.MoveOperation.End)
        self.area.setFocus(Qt.FocusReason.OtherFocusReason)
        self.resized.emit()

    def take_over(self, text: Editable, legend: str) -> None:
        """Follows the stored text: markers are counted as there, what is being typed stays."""
        if text.parts != self.parts:
            now = renumbered(self.area.text(), self.parts, text.parts)
            self.parts = text.parts
            if now != self.area.text() and not self.kept.open:
                place = self.area.textCursor().position()
                self.kept.show_text(now)
                cursor = self.area.textCursor()
                cursor.setPosition(min(place, self.area.document().characterCount() - 1))
                self.area.setTextCursor(cursor)
        if not self.kept.open and self.area.text() != text.text:
            self.kept.show_text(text.text)
        self._show_legend(legend)

    def show_fault(self, sentence: str) -> None:
        """Says why the text was not kept; it stays as typed."""
        self._fault.setText(sentence)
        self._fault.setVisible(bool(sentence))
        self.resized.emit()

    def settle(self) -> None:
        """Hands on what is typed."""
        self.kept.settle()

    def sizeHint(self) -> QSize:
        """The area and what stands below it."""
        width = max(self.width(), style().px(200))
        below = [part for part in (self._legend, self._fault) if not part.isHidden()]
        height = self.area.minimumHeight() + sum(part.heightForWidth(width) + style().px(3) for part in below)
        return QSize(width, height + style().px(4))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc ends editing and keeps what is typed."""
        if event.key() == Qt.Key.Key_Escape:
            self.done.emit()
            return
        super().keyPressEvent(event)

    def _recolour(self) -> None:
        self._marks.rehighlight()

    def _settled(self, text: str) -> None:
        self.show_fault("")
        self.settled.emit(self.unit_id, text, self.parts)

    def _show_legend(self, legend: str) -> None:
        self._legend.setText(legend)
        self._legend.setVisible(bool(legend))
        self.resized.emit()

"""Longer text to read: minutes, laws, help. Plain text, selectable, scrolls for itself."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextBrowser

from tws_desktop.ui.palette import tokens
from tws_desktop.ui.style import style


class TextViewer(QTextBrowser):
    """`show_paragraphs((("heading", "§ 7"), ("body", "Der Arbeitgeber ...")))`; roles are those of labels."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._paragraphs: tuple[tuple[str, str], ...] = ()
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        style().changed.connect(self._write)

    def show_text(self, text: str) -> None:
        """Shows `text`, a paragraph per line."""
        self.show_paragraphs(tuple(("body", line) for line in text.split("\n")))

    def show_paragraphs(self, paragraphs: Sequence[tuple[str, str]]) -> None:
        """Shows paragraphs, each with its role."""
        self._paragraphs = tuple(paragraphs)
        self._write()

    def _write(self) -> None:
        self.clear()
        cursor = QTextCursor(self.document())
        for place, (role, text) in enumerate(self._paragraphs):
            block, letters = QTextBlockFormat(), QTextCharFormat()
            line = tokens().window[role].line * 100 / 1.257
            block.setLineHeight(line, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            block.setBottomMargin(style().space("x2"))
            letters.setFont(style().font(role))
            letters.setForeground(style().colour("text_2" if role == "caption" else "text"))
            if place:
                cursor.insertBlock()
            cursor.setBlockFormat(block)
            cursor.insertText(text, letters)
        self.moveCursor(QTextCursor.MoveOperation.Start)

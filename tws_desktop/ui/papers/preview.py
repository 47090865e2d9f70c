"""A paper as it will read, drawn from the same lines as Word and PDF; read-only."""

from __future__ import annotations

import math
import re
from typing import Any

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import (
    QFont,
    QImage,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextImageFormat,
    QTextLength,
    QTextTableCellFormat,
    QTextTableFormat,
)
from PySide6.QtWidgets import QFrame, QTextBrowser

from tws_desktop.documents.blocks import Document, Photo
from tws_desktop.documents.screen import LineStyle, Mood, Piece, ScreenLine, lines
from tws_desktop.ui.kit.paint import plain_tip
from tws_desktop.ui.pictures import scaled_image
from tws_desktop.ui.style import style
from tws_desktop.ui.word_breaks import SOFT_HYPHEN, soften
from tws_desktop.ui.words import tr

_ROLES = {
    LineStyle.TITLE: "title",
    LineStyle.SUBTITLE: "lead",
    LineStyle.HEADING_1: "heading",
    LineStyle.HEADING_2: "strong",
    LineStyle.HEADING_3: "strong",
    LineStyle.SECTION: "heading",
    LineStyle.ANNEX: "heading",
    LineStyle.LEAD: "lead",
    LineStyle.NOTE: "caption",
    LineStyle.CAPTION: "caption",
    LineStyle.PICTURE: "caption",
    LineStyle.NOTICE: "label",
    LineStyle.TABLE_HEAD: "label",
}
_INDENT = {LineStyle.BULLET: 1, LineStyle.NUMMER: 1, LineStyle.BUCHSTABE: 1, LineStyle.BUCHSTABE_DEEP: 2}
_PHOTO, _LEAST = (480, 600), 80
_TABLE_SHARE = 99
"""In percent: Qt rounds columns up, and a table one point too wide would bring a scroll bar."""
_TABLE = {LineStyle.TABLE_HEAD, LineStyle.TABLE_ROW}


class PaperPreview(QTextBrowser):
    """`show_document(document)`; plain text throughout, nothing is read as markup."""

    def __init__(self) -> None:
        super().__init__()
        self._document: Document | None = None
        self._photos: dict[str, Photo] = {}
        self._images: dict[str, QImage] = {}
        self._widest = 0
        self.setAccessibleName(tr("Vorschau"))
        self.setReadOnly(True)
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setMinimumHeight(style().px(160))
        style().changed.connect(self._write)

    def show_document(self, document: Document | None) -> None:
        """Show a paper; None empties the page. The place of reading stays."""
        if document == self._document:
            return
        place = self.verticalScrollBar().value() if self._same_title(document) else 0
        self._document = document
        self._write()
        self.verticalScrollBar().setValue(place)

    def words(self) -> str:
        """What is shown, without the marks where words may part."""
        return self.toPlainText().replace(SOFT_HYPHEN, "")

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """A photo, read when it is first painted."""
        key = name if isinstance(name, str) else name.toString()
        if kind == QTextDocument.ResourceType.ImageResource.value and key in self._photos:
            if key not in self._images:
                self._images[key] = scaled_image(self._photos[key].picture.data, *(style().px(side) for side in _PHOTO))
            return self._images[key]
        return None

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copies the words as they are stored."""
        data = QMimeData()
        chosen = self.textCursor().selection().toPlainText()
        data.setText(chosen.replace(SOFT_HYPHEN, ""))
        return data

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Photos are set anew where they would be wider than the page."""
        super().resizeEvent(event)
        if self._photos and self._widest != self._room_for_photos():
            place = self.verticalScrollBar().value()
            self._write()
            self.verticalScrollBar().setValue(place)

    def _room_for_photos(self) -> int:
        margins = 2 * (style().space("x3") + math.ceil(self.document().documentMargin()))
        return min(style().px(_PHOTO[0]), max(style().px(_LEAST), self.viewport().width() - margins))

    def _same_title(self, document: Document | None) -> bool:
        return bool(document and self._document and document.title == self._document.title)

    def _write(self) -> None:
        self.clear()
        self._photos.clear()
        self._images.clear()
        if self._document is None:
            return
        self._widest = self._room_for_photos()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        margin = style().space("x3")
        frame = self.document().rootFrame().frameFormat()
        frame.setMargin(margin)
        self.document().rootFrame().setFrameFormat(frame)
        found = lines(self._document)
        if self._document.header_right:
            _line(cursor, ScreenLine(LineStyle.NOTE, "", (Piece(self._document.header_right, Mood.BOLD),)))
        place = 0
        while place < len(found):
            if found[place].style in _TABLE:
                end = place
                while end < len(found) and found[end].style in _TABLE and found[end].block == found[place].block:
                    end += 1
                _table(cursor, found[place:end])
                place = end
            else:
                _line(cursor, found[place])
                photo = found[place].photo
                if photo is not None:
                    self._photo(cursor, photo)
                place += 1
        cursor.endEditBlock()

    def _photo(self, cursor: QTextCursor, photo: Photo) -> None:
        key = f"photo:{photo.picture.sha256}"
        self._photos[key] = photo
        wide, high = photo.size(self._widest, style().px(_PHOTO[1]))
        form = QTextImageFormat()
        form.setName(key)
        form.setWidth(round(wide))
        form.setHeight(round(high))
        form.setToolTip(plain_tip(photo.alternative))
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
        cursor.insertImage(form)
        cursor.insertText("\n", _letters(LineStyle.NOTE, Mood.PLAIN))
        cursor.movePosition(QTextCursor.MoveOperation.End)


def _line(cursor: QTextCursor, line: ScreenLine) -> None:
    if line.style is LineStyle.PAGE:
        return
    block = QTextBlockFormat()
    heads = line.style in {LineStyle.TITLE, LineStyle.HEADING_1, LineStyle.HEADING_2, LineStyle.SECTION}
    block.setTopMargin(style().space("x3") if heads else 0)
    block.setBottomMargin(style().space("x2"))
    block.setIndent(_INDENT.get(line.style, 0))
    if not cursor.atStart():
        cursor.insertBlock(block)
    else:
        cursor.setBlockFormat(block)
    if line.number:
        cursor.insertText(f"{line.number}\u00a0\u00a0", _letters(line.style, Mood.PLAIN))
    if line.chart is not None:
        cursor.insertText(tr("[Bild] "), _letters(LineStyle.NOTE, Mood.BOLD))
    for piece in line.pieces:
        cursor.insertText(piece.text, _letters(line.style, piece.mood))


def _table(cursor: QTextCursor, rows: tuple[ScreenLine, ...]) -> None:
    columns = max(len(row.cells) for row in rows)
    form = QTextTableFormat()
    form.setCellPadding(style().px(3))
    form.setCellSpacing(0)
    form.setBorder(0)
    form.setBorderCollapse(True)
    form.setWidth(QTextLength(QTextLength.Type.PercentageLength, _TABLE_SHARE))
    form.setTopMargin(style().space("x1"))
    form.setBottomMargin(style().space("x3"))
    table = cursor.insertTable(len(rows), columns, form)
    for number, row in enumerate(rows):
        for column, cell in enumerate(row.cells):
            place = table.cellAt(number, column)
            place.setFormat(_edged(head=row.style is LineStyle.TABLE_HEAD))
            inside = place.firstCursorPosition()
            for piece in cell:
                inside.insertText(_parted(piece.text), _letters(row.style, piece.mood, small=True))
    cursor.movePosition(QTextCursor.MoveOperation.End)


def _edged(*, head: bool) -> QTextTableCellFormat:
    """A cell with a thin line around it, as in Word and PDF; the head is shaded."""
    form = QTextTableCellFormat()
    form.setBorder(1)
    form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    form.setBorderBrush(style().colour("line"))
    if head:
        form.setBackground(style().colour("sunken"))
    return form


def _parted(text: str) -> str:
    """Long words with soft hyphens, so that narrow cells part them at syllables."""
    return re.sub(r"\w{8,}", lambda word: soften(word[0]), text)


def _letters(line_style: LineStyle, mood: Mood, *, small: bool = False) -> QTextCharFormat:
    letters = QTextCharFormat()
    role = _ROLES.get(line_style, "caption" if small else "body")
    font = QFont(style().font(role))
    if mood in {Mood.BOLD, Mood.BOLD_ITALIC} or line_style is LineStyle.TABLE_HEAD:
        font.setWeight(QFont.Weight.DemiBold)
    font.setItalic(mood in {Mood.ITALIC, Mood.BOLD_ITALIC} or line_style is LineStyle.QUOTE)
    letters.setFont(font)
    tone = "error" if mood is Mood.BROKEN else "warn" if mood is Mood.GAP else "text"
    letters.setForeground(style().colour("text_2" if role == "caption" and not small else tone))
    if mood is Mood.GAP:
        letters.setBackground(style().colour("warn_soft"))
    return letters

"""The words of one block set into lines: values, gaps and references stand out, each can be found by its place."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption

from tws_desktop.documents.screen import Mood
from tws_desktop.ui.agreements.sheet import Bit
from tws_desktop.ui.style import style
from tws_desktop.ui.word_breaks import soften

_SEPARATOR = "\u2028"


class PaperText:
    """Bits in one font and width; `height`, `draw`, and `bit_at` for a point."""

    def __init__(
        self,
        bits: Sequence[Bit],
        font: QFont,
        width: float,
        line: float,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        self._bits = tuple(bits)
        self._font = font
        self._width = max(1.0, width)
        self.step = math.ceil(QFontInfo(font).pixelSize() * line)
        self._ranges: list[tuple[int, int]] = []
        self._layout = self._set(align)

    @property
    def height(self) -> float:
        """Height of all lines."""
        return self.step * max(1, self._layout.lineCount())

    @property
    def first_base(self) -> float:
        """The base line of the first line, for a number beside it."""
        if not self._layout.lineCount():
            return float(self.step)
        line = self._layout.lineAt(0)
        return line.y() + line.ascent()

    def draw(self, painter: QPainter, at: QPointF, colour: QColor) -> None:
        """Paints the lines."""
        painter.setPen(colour)
        self._layout.draw(painter, at)

    def bit_at(self, point: QPointF) -> Bit | None:
        """The bit under a point, None beside the words."""
        for number in range(self._layout.lineCount()):
            line = self._layout.lineAt(number)
            if number * self.step <= point.y() < (number + 1) * self.step:
                if point.x() > line.naturalTextWidth() + line.x():
                    return None
                at = line.xToCursor(point.x(), line.CursorPosition.CursorOnCharacter)
                cursor = at[0] if isinstance(at, tuple) else at
                return self._bit_of(int(cursor))
        return None

    def rect_of(self, field: str) -> QRectF | None:
        """Where the first line of a field's value or gap lies."""
        for bit, (start, _) in zip(self._bits, self._ranges, strict=True):
            if bit.field == field:
                line = self._layout.lineForTextPosition(start)
                return QRectF(0.0, line.y(), self._width, line.height())
        return None

    def _bit_of(self, place: int) -> Bit | None:
        for bit, (start, end) in zip(self._bits, self._ranges, strict=True):
            if start <= place < end:
                return bit
        return None

    def _set(self, align: Qt.AlignmentFlag) -> QTextLayout:
        metrics = QFontMetricsF(self._font)
        words: list[str] = []
        formats: list[QTextLayout.FormatRange] = []
        at = 0
        for bit in self._bits:
            text = self._parted(bit.text.replace("\n", _SEPARATOR), metrics)
            words.append(text)
            length = len(text.encode("utf-16-le")) // 2
            self._ranges.append((at, at + length))
            if bit.mood is not Mood.PLAIN:
                formats.append(_range(at, length, self._format(bit.mood)))
            at += length
        layout = QTextLayout("".join(words), self._font)
        option = QTextOption(align)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(formats)
        layout.setCacheEnabled(True)
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self._width)
            line.setPosition(QPointF(0.0, top + (self.step - line.height()) / 2))
            top += self.step
        layout.endLayout()
        return layout

    def _parted(self, text: str, metrics: QFontMetricsF) -> str:
        if metrics.horizontalAdvance(text) <= self._width:
            return text
        return " ".join(
            soften(word) if metrics.horizontalAdvance(word) > self._width else word for word in text.split(" ")
        )

    def _format(self, mood: Mood) -> QTextCharFormat:
        made = QTextCharFormat()
        colour = style().colour
        if mood in {Mood.BOLD, Mood.BOLD_ITALIC}:
            made.setFontWeight(QFont.Weight.DemiBold)
        if mood in {Mood.ITALIC, Mood.BOLD_ITALIC}:
            made.setFontItalic(True)
        if mood in {Mood.GAP, Mood.BROKEN}:
            made.setFontWeight(QFont.Weight.DemiBold)
            made.setForeground(colour("warn" if mood is Mood.GAP else "error"))
            made.setBackground(colour("warn_soft" if mood is Mood.GAP else "error_soft"))
        if mood is Mood.FILLED:
            made.setFontWeight(QFont.Weight.Medium)
            made.setForeground(colour("accent_text"))
            made.setBackground(colour("accent_soft"))
        if mood is Mood.REFERENCE:
            made.setForeground(colour("accent_text"))
            made.setFontUnderline(True)
        return made


def _range(start: int, length: int, look: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start = start
    made.length = length
    made.format = look
    return made

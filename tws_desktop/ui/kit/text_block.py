"""Wrapped text for painters: own line height, room left for a corner, no word ever cut at the edge."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QPainter, QTextLayout, QTextOption

_LINE_SEPARATOR = "\u2028"


@dataclass(frozen=True, slots=True)
class BlockShape:
    """How a block is set: line factor, free corner top right, most lines (0 = all), alignment."""

    line: float = 1.35
    corner: QSizeF | None = None
    most_lines: int = 0
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft


class TextBlock:
    """`text` set in `font` into `width`; ask `height`, `natural_width`, `elided`, then `draw`."""

    def __init__(self, text: str, font: QFont, width: float, shape: BlockShape | None = None) -> None:
        self._shape = shape or BlockShape()
        self._metrics = QFontMetricsF(font)
        self._font = font
        self._width = max(1.0, width)
        self._step = max(1.0, math.ceil(QFontInfo(font).pixelSize() * self._shape.line))
        self.elided = False
        self._layout = self._set(self._fitting(text))
        most = self._shape.most_lines
        if most and self._layout.lineCount() > most:
            self.elided = True
            self._layout = self._set(self._shortened(most))

    @property
    def step(self) -> float:
        """Height of one line."""
        return self._step

    @property
    def lines(self) -> int:
        """How many lines the text takes."""
        return self._layout.lineCount()

    @property
    def height(self) -> float:
        """Height of all lines."""
        return self._step * max(1, self._layout.lineCount())

    @property
    def natural_width(self) -> float:
        """Width of the longest line as it is set."""
        count = self._layout.lineCount()
        return max((self._layout.lineAt(i).naturalTextWidth() for i in range(count)), default=0.0)

    def line_texts(self) -> tuple[str, ...]:
        """What stands in each line."""
        text = self._layout.text()
        found = (self._layout.lineAt(i) for i in range(self._layout.lineCount()))
        return tuple(text[line.textStart() : line.textStart() + line.textLength()] for line in found)

    def draw(self, painter: QPainter, top_left: QPointF, colour: QColor) -> None:
        """Paints the block with its upper left corner at `top_left`."""
        painter.setPen(colour)
        self._layout.draw(painter, top_left)

    def _fitting(self, text: str) -> str:
        text = text.replace("\n", _LINE_SEPARATOR)
        if self._metrics.horizontalAdvance(text) <= self._width or (" " not in text and len(text) < 4):
            return text
        return " ".join(self._parted(word) for word in text.split(" "))

    def _parted(self, word: str) -> str:
        if self._metrics.horizontalAdvance(word) <= self._width_beside_corner():
            return word
        from tws_desktop.ui.word_breaks import soften  # noqa: PLC0415  (its patterns cost the first paint 9 ms)

        return soften(word)

    def _width_beside_corner(self) -> float:
        corner = self._shape.corner
        return self._width - (corner.width() if corner else 0.0)

    def _set(self, text: str) -> QTextLayout:
        option = QTextOption(self._shape.align)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout = QTextLayout(text, self._font)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        layout.beginLayout()
        top = 0.0
        corner = self._shape.corner
        while (line := layout.createLine()).isValid():
            beside = corner is not None and top < corner.height()
            line.setLineWidth(max(1.0, self._width_beside_corner() if beside else self._width))
            line.setPosition(QPointF(0.0, top + (self._step - line.height()) / 2))
            top += self._step
        layout.endLayout()
        return layout

    def _shortened(self, most: int) -> str:
        last = self._layout.lineAt(most - 1)
        text = self._layout.text()
        rest = text[last.textStart() :].replace(_LINE_SEPARATOR, " ").replace("\u00ad", "")
        width = last.width() - 1.0
        return text[: last.textStart()] + self._metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)

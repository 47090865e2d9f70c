"""The ground every beamer picture is painted on: sizes are shares of the picture's height."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from tws_desktop.ui.fonts import picture_font
from tws_desktop.ui.kit.text_block import BlockShape, TextBlock
from tws_desktop.ui.palette import Palette, TypeRole, tokens

_MARGIN, _TOP_BAR, _HEAD_TOP, _FOOT = 0.052, 0.012, 0.040, 0.080
SMALLEST = tokens().beamer["minimum"].size


@dataclass(frozen=True, slots=True)
class Canvas:
    """A picture of `size` in a palette; `zoom` enlarges all content, never below `smallest`."""

    size: QSizeF
    palette: Palette
    zoom: float = 1.0
    smallest: float = SMALLEST

    @property
    def height(self) -> float:
        """Height of the picture in pixels."""
        return self.size.height()

    @property
    def margin(self) -> float:
        """Free edge left and right."""
        return self.height * _MARGIN

    @property
    def width(self) -> float:
        """Width between the margins."""
        return self.size.width() - 2 * self.margin

    def share(self, size: float) -> float:
        """A type size as share of the height at this zoom, never below the smallest."""
        return max(self.smallest, size * self.zoom)

    def steps(self, start: float) -> tuple[float, ...]:
        """Type sizes to try, from the one to start with down to the smallest; zoom raises all of them."""
        least = self.smallest
        start = max(least, start)
        sizes = (start, (2 * start + least) / 3, (start + 2 * least) / 3, least)
        return tuple(max(least, size * self.zoom) for size in sizes)

    def colour(self, token: str) -> QColor:
        """A colour of the palette."""
        return QColor(self.palette.value(token))

    def font(self, role: str, share: float = 0.0) -> QFont:
        """The font of a beamer role, at its own size times zoom or at `share`."""
        found = tokens().beamer[role]
        size = share or (found.size if role == "footer" else self.share(found.size))
        return picture_font(TypeRole(size, found.weight, found.line), self.height)

    def block(self, text: str, role: str, width: float, *, share: float = 0.0, lines: int = 0) -> TextBlock:
        """Text set in a role."""
        shape = BlockShape(line=tokens().beamer[role].line, most_lines=lines)
        return TextBlock(text, self.font(role, share), width, shape)

    def body(self, question: str) -> QRectF:
        """Where the content lies below a question."""
        head = self.block(question, "question", self.width, lines=3).height if question else 0.0
        top = self.height * _HEAD_TOP + head + self.height * 0.028
        bottom = self.height * (1 - _FOOT)
        return QRectF(self.margin, top, self.width, bottom - top)

    def paint_head(self, painter: QPainter, question: str) -> None:
        """Ground, bar and question."""
        painter.fillRect(QRectF(QPointF(0, 0), self.size), self.colour("bg"))
        painter.fillRect(QRectF(0, 0, self.size.width(), round(self.height * _TOP_BAR)), self.colour("accent"))
        if question:
            block = self.block(question, "question", self.width, lines=3)
            block.draw(painter, QPointF(self.margin, self.height * _HEAD_TOP), self.colour("text"))

    def foot(self) -> QRectF:
        """The strip of the legend."""
        top = self.height * (1 - 0.078)
        return QRectF(self.margin, top, self.width, self.height * 0.060)

    def paint_foot(self, painter: QPainter, words: str) -> None:
        """The line above the legend and the words at its right end."""
        area = self.foot()
        painter.fillRect(
            QRectF(area.left(), area.top(), area.width(), max(1.0, self.height / 768)), self.colour("line")
        )
        painter.setFont(self.font("footer"))
        painter.setPen(self.colour("text_2"))
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)

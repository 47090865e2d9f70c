"""A chart in the window: the shapes of `documents.charts`, painted in the colours of the palette in force."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from tws_desktop.documents.charts import Align, Box, Chart, Disc, Drawing, Label, Stroke, drawing
from tws_desktop.ui.kit.paint import follow_style, smooth
from tws_desktop.ui.style import style

_BODY = 9.5


class ChartView(QWidget):
    """`ChartView(words)`: the words are the chart said in a sentence; `show_chart(None)` hides it."""

    def __init__(self, words: str = "", widest: int = 640) -> None:
        super().__init__()
        self._chart: Chart | None = None
        self._widest = widest
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(words)
        follow_style(self)

    def show_chart(self, chart: Chart | None, words: str = "") -> None:
        """Show another chart and say it."""
        self._chart = chart
        self.setAccessibleName(words)
        self.setVisible(chart is not None)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Labels wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the laid out chart."""
        laid = self._laid(width)
        return math.ceil(laid.height * self._unit()) if laid else 0

    def sizeHint(self) -> QSize:
        """Comfortable."""
        width = style().px(420)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """May be narrow; the height is that of a wide chart at least."""
        return QSize(style().px(160), self.heightForWidth(style().px(self._widest)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the shapes."""
        laid = self._laid(self.width())
        if laid is None:
            return
        painter = QPainter(self)
        smooth(painter)
        painter.scale(self._unit(), self._unit())
        for shape in laid.shapes:
            self._paint(painter, shape)
        painter.end()

    def _paint(self, painter: QPainter, shape: Box | Stroke | Disc | Label) -> None:
        colour = style().colour(shape.tone)
        match shape:
            case Box():
                painter.fillRect(QRectF(shape.x, shape.y, shape.width, shape.height), colour)
            case Stroke():
                pen = QPen(colour, 1, Qt.PenStyle.DashLine if shape.dashed else Qt.PenStyle.SolidLine)
                pen.setCosmetic(True)
                painter.setPen(pen)
                painter.drawLine(QPointF(shape.x1, shape.y1), QPointF(shape.x2, shape.y2))
            case Disc():
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colour)
                painter.drawEllipse(QPointF(shape.x, shape.y), shape.radius, shape.radius)
            case Label():
                self._write(painter, shape)

    def _write(self, painter: QPainter, label: Label) -> None:
        font = _font(label.size, label.bold)
        width = QFontMetricsF(font).horizontalAdvance(label.text)
        left = {Align.LEFT: 0.0, Align.MIDDLE: width / 2, Align.RIGHT: width}[label.align]
        painter.setFont(font)
        painter.setPen(style().colour(label.tone))
        painter.drawText(QPointF(label.x - left, label.y), label.text)

    def _unit(self) -> float:
        """Pixels per point of the drawing, so that its body text is as large as the window's captions."""
        return QFontMetricsF(style().font("caption")).height() / QFontMetricsF(_font(_BODY, bold=False)).height()

    def _laid(self, width: int) -> Drawing | None:
        if self._chart is None or width <= 0:
            return None
        points = min(width, style().px(self._widest)) / self._unit()
        return drawing(self._chart, points, _measure)


def _font(size: float, bold: bool) -> QFont:
    font = QFont(style().font("strong" if bold else "caption"))
    font.setPixelSize(round(size))
    return font


def _measure(text: str, size: float, bold: bool) -> float:
    return QFontMetricsF(_font(size, bold)).horizontalAdvance(text)

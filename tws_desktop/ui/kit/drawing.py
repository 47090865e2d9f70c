"""A chart's shapes painted with letters of the window's typeface; the painter's scale says how large a unit is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import assert_never

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from tws_desktop.documents.charts import Align, Box, Disc, Label, Stroke
from tws_desktop.ui.fonts import DRAWN, drawn_font

HAIRLINE = 0.0
"""One pixel, whatever the scale."""

Shape = Box | Stroke | Disc | Label


def text_width(text: str, size: float, bold: bool) -> float:
    """How wide a label is, in units."""
    return QFontMetricsF(drawn_font(bold=bold)).horizontalAdvance(text) * size / DRAWN


def line_height(size: float) -> float:
    """How high a line of labels is, in units."""
    return QFontMetricsF(drawn_font(bold=False)).height() * size / DRAWN


def paint_shapes(
    painter: QPainter, shapes: Iterable[Shape], colour: Callable[[str], QColor], line: float = HAIRLINE
) -> None:
    """Paints shapes in the colours of their tones, strokes as thick as `line`."""
    for shape in shapes:
        tone = colour(shape.tone.value)
        match shape:
            case Box():
                painter.fillRect(QRectF(shape.x, shape.y, shape.width, shape.height), tone)
            case Stroke():
                painter.setPen(QPen(tone, line, Qt.PenStyle.DashLine if shape.dashed else Qt.PenStyle.SolidLine))
                painter.drawLine(QPointF(shape.x1, shape.y1), QPointF(shape.x2, shape.y2))
            case Disc():
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(tone)
                painter.drawEllipse(QPointF(shape.x, shape.y), shape.radius, shape.radius)
            case Label():
                _write(painter, shape, tone)
            case _:
                assert_never(shape)


def _write(painter: QPainter, label: Label, tone: QColor) -> None:
    font = drawn_font(bold=label.bold)
    width = QFontMetricsF(font).horizontalAdvance(label.text)
    left = {Align.LEFT: 0.0, Align.MIDDLE: -width / 2, Align.RIGHT: -width}[label.align]
    painter.save()
    painter.translate(label.x, label.y)
    painter.scale(label.size / DRAWN, label.size / DRAWN)
    painter.setFont(font)
    painter.setPen(tone)
    painter.drawText(QPointF(left, 0), label.text)
    painter.restore()

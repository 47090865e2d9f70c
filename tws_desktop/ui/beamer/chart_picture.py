"""A chart on the beamer: the same shapes as on paper, in the beamer's colours and sizes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import assert_never

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from tws_desktop.documents.charts import Align, Box, Chart, Disc, Distribution, Label, Measure, Stroke, drawing
from tws_desktop.services.slides import ChartSlide
from tws_desktop.ui.beamer.canvas import Canvas
from tws_desktop.ui.words import tr

_PAPER_TEXT = 8.0


@dataclass(frozen=True, slots=True)
class ChartPage:
    """A part of the chart and its scale from points to pixels."""

    chart: Chart
    scale: float
    paging: str = ""


def chart_pages(canvas: Canvas, slide: ChartSlide) -> tuple[ChartPage, ...]:
    """The pages of a slide; rows that do not fit go on."""
    scale = canvas.height * canvas.share(canvas.smallest) / _PAPER_TEXT
    room = canvas.body(slide.question).height() - _note_height(canvas, slide)
    chart = slide.chart
    if isinstance(chart, Distribution) or _height(canvas, chart, scale) <= room:
        return (ChartPage(chart, scale),)
    each = max(1, int(len(chart.rows) * room / _height(canvas, chart, scale)))
    starts = range(0, len(chart.rows), each)
    words = tr("Zeile {first} bis {last} von {count}")
    return tuple(
        ChartPage(
            replace(chart, rows=chart.rows[start : start + each]),  # type: ignore[arg-type]
            scale,
            words.format(first=start + 1, last=min(start + each, len(chart.rows)), count=len(chart.rows)),
        )
        for start in starts
    )


def paint_chart(painter: QPainter, canvas: Canvas, slide: ChartSlide, page: ChartPage) -> None:
    """Paints the chart and the sentence below it."""
    area = canvas.body(slide.question)
    laid = drawing(page.chart, area.width() / page.scale, _measure(canvas))
    room = area.height() - _note_height(canvas, slide)
    scale = min(page.scale, page.scale * room / (laid.height * page.scale)) if laid.height else page.scale
    painter.save()
    painter.translate(area.left(), area.top())
    painter.scale(scale, scale)
    for shape in laid.shapes:
        _paint_shape(painter, canvas, shape)
    painter.restore()
    if slide.note:
        block = canvas.block(slide.note, "minimum", area.width())
        block.draw(painter, QPointF(area.left(), area.bottom() - block.height), canvas.colour("text_2"))


def _note_height(canvas: Canvas, slide: ChartSlide) -> float:
    return canvas.block(slide.note, "minimum", canvas.width).height + canvas.height * 0.02 if slide.note else 0.0


def _height(canvas: Canvas, chart: Chart, scale: float) -> float:
    return drawing(chart, canvas.width / scale, _measure(canvas)).height * scale


def _font(canvas: Canvas, bold: bool) -> QFont:
    font = canvas.font("minimum")
    font.setPixelSize(100)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font


def _measure(canvas: Canvas) -> Measure:
    def measure(text: str, size: float, bold: bool) -> float:
        font = _font(canvas, bold)
        return QFontMetricsF(font).horizontalAdvance(text) * size / 100

    return measure


def _paint_shape(painter: QPainter, canvas: Canvas, shape: Box | Stroke | Disc | Label) -> None:
    colour = canvas.colour(shape.tone.value)
    match shape:
        case Box():
            painter.fillRect(QRectF(shape.x, shape.y, shape.width, shape.height), colour)
        case Stroke():
            painter.setPen(QPen(colour, 0.8, Qt.PenStyle.DashLine if shape.dashed else Qt.PenStyle.SolidLine))
            painter.drawLine(QPointF(shape.x1, shape.y1), QPointF(shape.x2, shape.y2))
        case Disc():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawEllipse(QPointF(shape.x, shape.y), shape.radius, shape.radius)
        case Label():
            _paint_label(painter, canvas, shape)
        case _:
            assert_never(shape)


def _paint_label(painter: QPainter, canvas: Canvas, label: Label) -> None:
    font = _font(canvas, label.bold)
    width = QFontMetricsF(font).horizontalAdvance(label.text)
    painter.save()
    painter.translate(label.x, label.y)
    painter.scale(label.size / 100, label.size / 100)
    painter.setFont(font)
    painter.setPen(canvas.colour(label.tone.value))
    left = {Align.LEFT: 0.0, Align.MIDDLE: -width / 2, Align.RIGHT: -width}[label.align]
    painter.drawText(QPointF(left, 0), label.text)
    painter.restore()

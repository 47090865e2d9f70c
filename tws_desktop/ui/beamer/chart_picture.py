"""A chart on the beamer: the same shapes as on paper, in the beamer's colours and sizes."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from tws_desktop.documents.charts import Chart, Distribution, drawing
from tws_desktop.services.workshops.slides import ChartSlide
from tws_desktop.ui.beamer.canvas import Canvas
from tws_desktop.ui.kit.drawing import paint_shapes, text_width
from tws_desktop.ui.words import tr

_PAPER_TEXT, _LINE = 8.0, 0.8


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
    laid = drawing(page.chart, area.width() / page.scale, text_width)
    room = area.height() - _note_height(canvas, slide)
    scale = min(page.scale, page.scale * room / (laid.height * page.scale)) if laid.height else page.scale
    painter.save()
    painter.translate(area.left(), area.top())
    painter.scale(scale, scale)
    paint_shapes(painter, laid.shapes, canvas.colour, _LINE)
    painter.restore()
    if slide.note:
        block = canvas.block(slide.note, "minimum", area.width())
        block.draw(painter, QPointF(area.left(), area.bottom() - block.height), canvas.colour("text_2"))


def _note_height(canvas: Canvas, slide: ChartSlide) -> float:
    return canvas.block(slide.note, "minimum", canvas.width).height + canvas.height * 0.02 if slide.note else 0.0


def _height(canvas: Canvas, chart: Chart, scale: float) -> float:
    return drawing(chart, canvas.width / scale, text_width).height * scale

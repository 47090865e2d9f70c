"""A table with few columns; its rows go on on the next page when they do not fit at a readable size."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter

from tws_desktop.services.workshops.slides import TableSlide
from tws_desktop.ui.beamer.canvas import Canvas
from tws_desktop.ui.words import tr

_PAD = 0.012


@dataclass(frozen=True, slots=True)
class TablePage:
    """Rows `first` to `last` (exclusive)."""

    first: int
    last: int
    paging: str = ""


def table_pages(canvas: Canvas, slide: TableSlide) -> tuple[TablePage, ...]:
    """The pages of a slide."""
    widths = _widths(canvas, slide)
    room = canvas.body(slide.question).height() - _row_height(canvas, slide.header, widths)
    starts, used = [0], 0.0
    for place, row in enumerate(slide.rows):
        height = _row_height(canvas, row, widths)
        if used and used + height > room:
            starts.append(place)
            used = 0.0
        used += height
    if len(starts) == 1:
        return (TablePage(0, len(slide.rows)),)
    words = tr("Zeile {first} bis {last} von {count}")
    ends = (*starts[1:], len(slide.rows))
    return tuple(
        TablePage(first, last, words.format(first=first + 1, last=last, count=len(slide.rows)))
        for first, last in zip(starts, ends, strict=True)
    )


def paint_table(painter: QPainter, canvas: Canvas, slide: TableSlide, page: TablePage) -> None:
    """Paints head and rows; a marked row stands on soft ground, bold."""
    area, widths = canvas.body(slide.question), _widths(canvas, slide)
    height = _row_height(canvas, slide.header, widths)
    _paint_row(painter, canvas, QRectF(area.left(), area.top(), area.width(), height), (slide.header, widths, "head"))
    top = area.top() + height
    painter.fillRect(
        QRectF(area.left(), top - 2, area.width(), max(2.0, canvas.height * 0.004)), canvas.colour("accent")
    )
    for place in range(page.first, page.last):
        row = slide.rows[place]
        height = _row_height(canvas, row, widths)
        line = QRectF(area.left(), top, area.width(), height)
        marked = place in slide.marked
        if marked:
            painter.fillRect(line, canvas.colour("accent_soft"))
        _paint_row(painter, canvas, line, (row, widths, "marked" if marked else ""))
        painter.fillRect(QRectF(area.left(), line.bottom() - 1, area.width(), 1), canvas.colour("line"))
        top += height


def _paint_row(
    painter: QPainter, canvas: Canvas, area: QRectF, what: tuple[tuple[str, ...], tuple[float, ...], str]
) -> None:
    row, widths, kind = what
    left = area.left()
    for cell, width in zip(row, widths, strict=False):
        role = "column" if kind else "card"
        block = canvas.block(cell, role, width - _gap(canvas), share=canvas.share(canvas.smallest))
        colour = canvas.colour("text_2" if kind == "head" else "text")
        block.draw(painter, QPointF(left + canvas.height * _PAD, area.top() + canvas.height * _PAD), colour)
        left += width


def _gap(canvas: Canvas) -> float:
    return canvas.height * 0.03


def _row_height(canvas: Canvas, row: tuple[str, ...], widths: tuple[float, ...]) -> float:
    share = canvas.share(canvas.smallest)
    blocks = [
        canvas.block(cell, "column", width - _gap(canvas), share=share)
        for cell, width in zip(row, widths, strict=False)
    ]
    return max((block.height for block in blocks), default=0.0) + 2 * canvas.height * _PAD


def _widths(canvas: Canvas, slide: TableSlide) -> tuple[float, ...]:
    """Narrow columns get what they need, the rest is shared by the length of the texts."""
    metrics = QFontMetricsF(canvas.font("column", canvas.share(canvas.smallest)))
    count = max(1, len(slide.header))
    natural = []
    for place in range(count):
        cells = [row[place] for row in (slide.header, *slide.rows) if place < len(row)]
        natural.append(max((metrics.horizontalAdvance(cell) for cell in cells), default=0.0) + 2 * _gap(canvas))
    fair = canvas.width / count
    small = {place: width for place, width in enumerate(natural) if width <= fair}
    rest = canvas.width - sum(small.values())
    wide = sum(width for place, width in enumerate(natural) if place not in small)
    if not wide:
        spare = rest / count
        return tuple(width + spare for width in natural)
    return tuple(small[place] if place in small else rest * width / wide for place, width in enumerate(natural))

"""What the beamer paints, from a closed list of slides; the console's thumbnail is painted by the same code."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import assert_never

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter

from tws_desktop.services.workshops.slides import CardsSlide, ChartSlide, LinesSlide, Picture, TableSlide
from tws_desktop.ui.beamer.canvas import SMALLEST, Canvas
from tws_desktop.ui.beamer.cards_picture import CardsPage, cards_pages, paint_cards
from tws_desktop.ui.beamer.chart_picture import ChartPage, chart_pages, paint_chart
from tws_desktop.ui.beamer.lines_picture import LinesPage, lines_pages, paint_lines
from tws_desktop.ui.beamer.table_picture import TablePage, paint_table, table_pages
from tws_desktop.ui.palette import palette

Page = CardsPage | LinesPage | TablePage | ChartPage
PICTURE = QSizeF(1366, 768)
"""The size pictures are laid out for while there is no screen for them."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture as it stands on the beamer; `clock` is empty unless the group sees the time, `smallest` is the share
    of the height below which no content is set.
    """

    picture: Picture
    ground: str = "beamer"
    zoom: float = 1.0
    page: int = 0
    clock: str = ""
    smallest: float = SMALLEST


def page_count(shown: Shown, size: QSizeF) -> int:
    """How many pages the picture has at that size."""
    return len(_pages(_canvas(shown, size), shown.picture))


def paint_picture(painter: QPainter, shown: Shown, size: QSizeF) -> None:
    """Paints the picture into `size`, its upper left corner at 0, 0."""
    canvas = _canvas(shown, size)
    pages = _pages(canvas, shown.picture)
    page = pages[min(shown.page, len(pages) - 1)]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    canvas.paint_head(painter, shown.picture.question)
    match shown.picture, page:
        case CardsSlide() as slide, CardsPage():
            paint_cards(painter, canvas, slide, page)
        case LinesSlide() as slide, LinesPage():
            paint_lines(painter, canvas, slide, page)
        case TableSlide() as slide, TablePage():
            paint_table(painter, canvas, slide, page)
        case ChartSlide() as slide, ChartPage():
            paint_chart(painter, canvas, slide, page)
    note = "" if isinstance(shown.picture, ChartSlide) else shown.picture.note
    words = " · ".join(part for part in (page.paging, note, shown.clock) if part)
    canvas.paint_foot(painter, words)


def paint_black(painter: QPainter, size: QSizeF) -> None:
    """Nothing at all."""
    painter.fillRect(QRectF(QPointF(0, 0), size), Qt.GlobalColor.black)


def _canvas(shown: Shown, size: QSizeF) -> Canvas:
    return Canvas(size, palette(shown.ground), shown.zoom, shown.smallest)


def _pages(canvas: Canvas, picture: Picture) -> tuple[Page, ...]:
    return _laid(picture, canvas.palette.name, canvas.zoom, canvas.smallest, canvas.size.toTuple())


@lru_cache(maxsize=8)
def _laid(picture: Picture, ground: str, zoom: float, smallest: float, size: tuple[float, float]) -> tuple[Page, ...]:
    """Asked by window, thumbnail and console alike after each change; laid out once."""
    canvas = Canvas(QSizeF(*size), palette(ground), zoom, smallest)
    match picture:
        case CardsSlide():
            return cards_pages(canvas, picture)
        case LinesSlide():
            return lines_pages(canvas, picture)
        case TableSlide():
            return table_pages(canvas, picture)
        case ChartSlide():
            return chart_pages(canvas, picture)
        case _:
            assert_never(picture)

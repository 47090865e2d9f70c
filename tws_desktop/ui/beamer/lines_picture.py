"""A few lines below a question; at most as many as can be read, the rest on further pages."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from tws_desktop.services.workshops.slides import LinesSlide
from tws_desktop.ui.beamer.canvas import Canvas
from tws_desktop.ui.kit.text_block import TextBlock
from tws_desktop.ui.palette import tokens
from tws_desktop.ui.words import tr


@dataclass(frozen=True, slots=True)
class LinesPage:
    """One page of lines at a type size."""

    lines: tuple[str, ...]
    share: float
    paging: str = ""


def lines_pages(canvas: Canvas, slide: LinesSlide) -> tuple[LinesPage, ...]:
    """The pages of a slide."""
    sizes = canvas.steps(tokens().beamer["body"].size)
    room = canvas.body(slide.question).height()
    for share in sizes:
        if sum(_height(canvas, line, share) for line in slide.lines) <= room:
            return (LinesPage(slide.lines, share),)
    smallest, used = sizes[-1], 0.0
    parts: list[list[str]] = [[]]
    for line in slide.lines:
        height = _height(canvas, line, smallest)
        if parts[-1] and used + height > room:
            parts.append([])
            used = 0.0
        parts[-1].append(line)
        used += height
    words = tr("Seite {page} von {pages}")
    return tuple(
        LinesPage(tuple(part), smallest, words.format(page=place, pages=len(parts)))
        for place, part in enumerate(parts, start=1)
    )


def paint_lines(painter: QPainter, canvas: Canvas, slide: LinesSlide, page: LinesPage) -> None:
    """Paints the lines with a mark before each."""
    area = canvas.body(slide.question)
    top = area.top() + canvas.height * 0.01
    side = canvas.height * page.share * 0.26
    for line in page.lines:
        block = _block(canvas, line, page.share)
        dot = QRectF(area.left(), top + block.step / 2 - side / 2, side, side)
        painter.fillRect(dot, canvas.colour("accent"))
        block.draw(painter, QPointF(area.left() + _indent(canvas), top), canvas.colour("text"))
        top += _height(canvas, line, page.share)


def _indent(canvas: Canvas) -> float:
    return canvas.height * 0.045


def _block(canvas: Canvas, line: str, share: float) -> TextBlock:
    return canvas.block(line, "body", canvas.width - _indent(canvas), share=share)


def _height(canvas: Canvas, line: str, share: float) -> float:
    return _block(canvas, line, share).height + canvas.height * 0.022

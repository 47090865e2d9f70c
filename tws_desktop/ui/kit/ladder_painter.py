"""Paints the ladder of a position: five steps on one axis, the room between minimum and target shaded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from tws_desktop.ui.icons import draw_icon
from tws_desktop.ui.kit.paint import draw_box, draw_line, smooth
from tws_desktop.ui.palette import tokens
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr

_ROW = 31
_MOST_NAME_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class LadderStep:
    """One step: key forderung, ziel, minimum, angebot or vereinbart; the words (`40 Std.`), and a number
    where there is one.
    """

    key: str
    words: str = ""
    number: float | None = None


def ladder_height(steps: Sequence[LadderStep]) -> int:
    """Height of the painted ladder in the style in force."""
    return style().px(_ROW) * len(steps)


def paint_ladder(painter: QPainter, rect: QRectF, steps: Sequence[LadderStep], current: str = "") -> None:
    """Paints the steps into `rect`; the axis starts at 0, steps without number are text only; `current` is
    bold.
    """
    painter.save()
    smooth(painter)
    row = rect.height() / max(1, len(steps))
    name_end = rect.left() + min(style().px(120), rect.width() * _MOST_NAME_SHARE)
    words_start = rect.right() - min(style().px(66), rect.width() * 0.25)
    axis = QRectF(name_end, rect.top(), max(0.0, words_start - name_end - style().px(8)), rect.height())
    numbers = {step.key: step.number for step in steps if step.number is not None}
    most = max(numbers.values(), default=0.0)
    if {"minimum", "ziel"} <= numbers.keys() and most > 0:
        low, high = sorted((axis.width() * numbers["minimum"] / most, axis.width() * numbers["ziel"] / most))
        shade = QRectF(axis.left() + low, axis.top() + row / 5, high - low, axis.height() - row * 0.6)
        painter.fillRect(shade, style().colour("accent_soft"))
    for place, step in enumerate(steps):
        area = QRectF(rect.left(), rect.top() + place * row, rect.width(), row)
        share = numbers[step.key] / most if step.key in numbers and most > 0 else None
        _paint_step(painter, area, (step, step.key == current), (axis, share))
    painter.restore()


def _paint_step(
    painter: QPainter, area: QRectF, shown: tuple[LadderStep, bool], place: tuple[QRectF, float | None]
) -> None:
    step, current = shown
    axis, share = place
    mark = tokens().ladder[step.key]
    colour = QColor(mark.colour(style().palette))
    side = style().px(17)
    draw_icon(
        painter,
        mark.symbol,
        QRectF(round(area.left()), round(area.center().y() - side / 2), side, side),
        colour,
    )
    left = area.left() + side + style().space("x2")
    name = QRectF(left, area.top(), axis.left() - left - style().px(4), area.height())
    draw_line(painter, name, mark.name, ("strong" if current else "body", style().colour("text")))
    middle = area.center().y()
    start = axis.left()
    if share is not None:
        painter.setPen(_round_pen(style().colour("line"), 2.0))
        painter.drawLine(QPointF(start, middle), QPointF(axis.right(), middle))
        end = start + axis.width() * share
        painter.setPen(_round_pen(colour, style().px(3)))
        painter.drawLine(QPointF(start, middle), QPointF(end, middle))
        draw_box(
            painter,
            QRectF(end - style().px(6), middle - style().px(6), style().px(12), style().px(12)),
            colour,
            None,
            99,
        )
        room = QRectF(
            axis.right() + style().px(8),
            area.top(),
            area.right() - axis.right() - style().px(8),
            area.height(),
        )
    else:
        room = QRectF(start, area.top(), area.right() - start, area.height())
    words = step.words or tr("offen")
    tone = colour if step.words else style().colour("text_2")
    draw_line(painter, room, words, ("label", tone), Qt.AlignmentFlag.AlignRight)


def _round_pen(colour: QColor, width: float) -> QPen:
    return QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)

"""A chart as PNG picture for Word."""

from __future__ import annotations

import io
from functools import cache
from typing import Final, assert_never

from PIL import Image, ImageDraw, ImageFont

from tws_desktop.documents.charts import Align, Box, Chart, Disc, Drawing, Label, Stroke, drawing
from tws_desktop.documents.marked import clean
from tws_desktop.documents.print_look import print_look, resource

PAINT_SCALE: Final = 3
"""Picture points per typographic point: 216 dpi."""

_ANCHOR = {Align.LEFT: "ls", Align.MIDDLE: "ms", Align.RIGHT: "rs"}


@cache
def _font(size: float, bold: bool) -> ImageFont.FreeTypeFont:
    name = "SourceSans3-Semibold.ttf" if bold else "SourceSans3-Regular.ttf"
    return ImageFont.truetype(io.BytesIO(resource("fonts", name).read_bytes()), size * PAINT_SCALE)


def _measure(text: str, size: float, bold: bool) -> float:
    return _font(size, bold).getlength(clean(text)) / PAINT_SCALE


def chart_png(chart: Chart, width: float) -> tuple[bytes, int, int]:
    """The chart for a width in points: PNG bytes without metadata, width and height in picture points."""
    laid: Drawing = drawing(chart, width, _measure)
    size = (round(laid.width * PAINT_SCALE), round(laid.height * PAINT_SCALE))
    image = Image.new("RGB", size, "white")
    pen = ImageDraw.Draw(image)
    colour = {name: f"#{value}" for name, value in print_look().colour.items()}
    for shape in laid.shapes:
        tone = colour[shape.tone]
        match shape:
            case Box(x, y, wide, high):
                if wide > 0 and high > 0:
                    pen.rectangle([v * PAINT_SCALE for v in (x, y, x + wide, y + high)], fill=tone)
            case Stroke():
                _stroke(pen, shape, tone)
            case Disc(x, y, radius):
                pen.ellipse([v * PAINT_SCALE for v in (x - radius, y - radius, x + radius, y + radius)], fill=tone)
            case Label(x, y, text, points):
                place = (x * PAINT_SCALE, y * PAINT_SCALE)
                pen.text(place, clean(text), fill=tone, font=_font(points, shape.bold), anchor=_ANCHOR[shape.align])
            case _:
                assert_never(shape)
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue(), *size


def _stroke(pen: ImageDraw.ImageDraw, line: Stroke, tone: str) -> None:
    if not line.dashed:
        pen.line([v * PAINT_SCALE for v in (line.x1, line.y1, line.x2, line.y2)], fill=tone, width=2)
        return
    x = line.x1
    while x < line.x2:
        end = min(x + 4, line.x2)
        pen.line([v * PAINT_SCALE for v in (x, line.y1, end, line.y2)], fill=tone, width=2)
        x += 7

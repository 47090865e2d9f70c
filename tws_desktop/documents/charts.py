"""Charts described once and laid out to neutral shapes, which PDF, picture and screen paint alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias, assert_never

Measure: TypeAlias = Callable[[str, float, bool], float]
"""Width of a text in points at a size, bold or not."""

_ROW, _TEXT, _SMALL, _GUTTER = 22.0, 9.5, 8.0, 10.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One row of a profile: a value of 0 to 100, or None for „weiß nicht“."""

    label: str
    value: float | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class BarProfile:
    """Indices side by side on a scale of 0 to 100."""

    rows: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Dots:
    """One row of a ranking: how many dots it got."""

    label: str
    count: int


@dataclass(frozen=True, slots=True)
class DotRanking:
    """Dots given to each proposal, in the order to show."""

    rows: tuple[Dots, ...]


@dataclass(frozen=True, slots=True)
class Bucket:
    """One answer of a scale and how many gave it."""

    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Distribution:
    """How the answers to one question spread."""

    buckets: tuple[Bucket, ...]


Chart: TypeAlias = BarProfile | DotRanking | Distribution


class Tone(StrEnum):
    """The colour of a shape by its duty; the painter takes it from its palette."""

    TEXT = "text"
    QUIET = "text_3"
    LINE = "line"
    EDGE = "line_strong"
    FILL = "accent"
    GROUND = "accent_soft"


class Align(StrEnum):
    """Where a label's x lies in its text."""

    LEFT = "left"
    MIDDLE = "middle"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle; x and y name its upper left corner."""

    x: float
    y: float
    width: float
    height: float
    tone: Tone


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line, dashed where it stands for something unknown."""

    x1: float
    y1: float
    x2: float
    y2: float
    tone: Tone
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Disc:
    """A filled circle around x and y."""

    x: float
    y: float
    radius: float
    tone: Tone


@dataclass(frozen=True, slots=True)
class Label:
    """One line of text on the base line y."""

    x: float
    y: float
    text: str
    size: float
    tone: Tone = Tone.TEXT
    bold: bool = False
    align: Align = Align.LEFT


Shape: TypeAlias = Box | Stroke | Disc | Label


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes in points on a ground of this size; y grows downwards."""

    width: float
    height: float
    shapes: tuple[Shape, ...]


def drawing(chart: Chart, width: float, measure: Measure) -> Drawing:
    """The chart laid out for a width in points; long labels wrap, nothing is cut."""
    match chart:
        case BarProfile():
            return _bars(chart, width, measure)
        case DotRanking():
            return _dots(chart, width, measure)
        case Distribution():
            return _columns(chart, width, measure)
        case _:
            assert_never(chart)


def german(value: float) -> str:
    """A number with comma and without needless decimals."""
    return f"{value:.1f}".removesuffix(".0").replace(".", ",")


def _wrapped(text: str, width: float, measure: Measure, size: float = _TEXT) -> tuple[str, ...]:
    lines: list[str] = []
    for word in text.split():
        if lines and measure(f"{lines[-1]} {word}", size, False) <= width:
            lines[-1] += f" {word}"
            continue
        rest = word
        while measure(rest, size, False) > width and len(rest) > 1:
            cut = next(n for n in range(len(rest) - 1, 0, -1) if n == 1 or measure(rest[:n], size, False) <= width)
            lines.append(rest[:cut])
            rest = rest[cut:]
        lines.append(rest)
    return tuple(lines) or ("",)


def _row_label(lines: tuple[str, ...], right: float, middle: float) -> list[Shape]:
    top = middle - (len(lines) - 1) * _TEXT * 0.6 + _TEXT * 0.35
    return [Label(right, top + n * _TEXT * 1.2, line, _TEXT, align=Align.RIGHT) for n, line in enumerate(lines)]


def _row_height(lines: tuple[str, ...]) -> float:
    return max(_ROW, len(lines) * _TEXT * 1.2 + 8)


def _bars(chart: BarProfile, width: float, measure: Measure) -> Drawing:
    left = width * 0.34
    right = width - 78
    shapes: list[Shape] = []
    y = 0.0
    for row in chart.rows:
        lines = _wrapped(row.label, left - _GUTTER, measure)
        notes = _wrapped(row.note, 48, measure, _SMALL) if row.note else ()
        height = max(_row_height(lines), len(notes) * _SMALL * 1.2 + 4)
        middle = y + height / 2
        shapes += _row_label(lines, left - _GUTTER, middle)
        shapes.append(Box(left, middle - 6, right - left, 12, Tone.GROUND))
        if row.value is None:
            shapes.append(Stroke(left, middle, right, middle, Tone.EDGE, dashed=True))
            shapes.append(Label(right + 5, middle + 3, "weiß nicht", _SMALL, Tone.QUIET))
        else:
            share = min(max(row.value, 0.0), 100.0) / 100
            shapes.append(Box(left, middle - 6, (right - left) * share, 12, Tone.FILL))
            shapes.append(Label(right + 5, middle + 3.4, german(row.value), _TEXT, bold=True))
            first = middle + 3 - (len(notes) - 1) * _SMALL * 0.6
            shapes += [
                Label(right + 30, first + n * _SMALL * 1.2, note, _SMALL, Tone.QUIET) for n, note in enumerate(notes)
            ]
        y += height
    scale: list[Shape] = []
    for step in range(0, 101, 25):
        x = left + (right - left) * step / 100
        scale.append(Stroke(x, 0, x, y + 3, Tone.LINE))
        scale.append(Label(x, y + 12, str(step), _SMALL, Tone.QUIET, align=Align.MIDDLE))
    return Drawing(width, y + 16, (*scale, *shapes))


def _dots(chart: DotRanking, width: float, measure: Measure) -> Drawing:
    left = width * 0.45
    most = max((row.count for row in chart.rows), default=0)
    pitch = min(11.0, (width - left - 30) / max(most, 1))
    radius = min(4.0, pitch * 0.4)
    shapes: list[Shape] = []
    y = 0.0
    for row in chart.rows:
        lines = _wrapped(row.label, left - _GUTTER, measure)
        middle = y + _row_height(lines) / 2
        shapes += _row_label(lines, left - _GUTTER, middle)
        shapes += [Disc(left + pitch * (n + 0.5), middle, radius, Tone.FILL) for n in range(row.count)]
        shapes.append(Label(left + pitch * row.count + 6, middle + 3.4, str(row.count), _TEXT, bold=True))
        y += _row_height(lines)
        shapes.append(Stroke(0, y, width, y, Tone.LINE))
    return Drawing(width, y + 1, tuple(shapes))


def _columns(chart: Distribution, width: float, measure: Measure) -> Drawing:
    top, full = 14.0, 96.0
    most = max((bucket.count for bucket in chart.buckets), default=0)
    pitch = min(width / max(len(chart.buckets), 1), 110.0)
    shapes: list[Shape] = []
    lowest = top + full
    for n, bucket in enumerate(chart.buckets):
        middle = pitch * (n + 0.5)
        height = full * bucket.count / max(most, 1)
        shapes.append(Box(middle - pitch * 0.3, top + full - height, pitch * 0.6, height, Tone.FILL))
        shapes.append(Label(middle, top + full - height - 4, str(bucket.count), _TEXT, bold=True, align=Align.MIDDLE))
        for line_number, line in enumerate(_wrapped(bucket.label, pitch - 6, measure, _SMALL)):
            y = top + full + 11 + line_number * _SMALL * 1.2
            shapes.append(Label(middle, y, line, _SMALL, align=Align.MIDDLE))
            lowest = max(lowest, y)
    shapes.append(Stroke(0, top + full, pitch * len(chart.buckets), top + full, Tone.EDGE))
    return Drawing(width, lowest + 5, tuple(shapes))

"""Charts are laid out once; labels wrap and nothing leaves the ground."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from tws_desktop.documents.chart_picture import PAINT_SCALE, chart_png
from tws_desktop.documents.charts import (
    Bar,
    BarProfile,
    Box,
    Bucket,
    Chart,
    Disc,
    Distribution,
    DotRanking,
    Dots,
    Label,
    Stroke,
    Tone,
    drawing,
    german,
)


def measure(text: str, size: float, _bold: bool) -> float:
    return len(text) * size * 0.5


def labels(chart: Chart) -> list[str]:
    return [shape.text for shape in drawing(chart, 460, measure).shapes if isinstance(shape, Label)]


def test_bars_are_as_long_as_their_value() -> None:
    shapes = drawing(BarProfile((Bar("a", 0), Bar("b", 50), Bar("c", 100))), 460, measure).shapes
    full = [shape.width for shape in shapes if isinstance(shape, Box) and shape.tone is Tone.GROUND]
    bars = [shape.width for shape in shapes if isinstance(shape, Box) and shape.tone is Tone.FILL]
    assert [round(bar / whole, 6) for bar, whole in zip(bars, full, strict=True)] == [0, 0.5, 1]


def test_unknown_is_said_and_dashed_not_drawn_as_zero() -> None:
    shapes = drawing(BarProfile((Bar("a", None),)), 460, measure).shapes
    assert not [shape for shape in shapes if isinstance(shape, Box) and shape.tone is Tone.FILL]
    assert [shape for shape in shapes if isinstance(shape, Stroke) and shape.dashed]
    assert "weiß nicht" in labels(BarProfile((Bar("a", None),)))


def test_one_disc_per_dot() -> None:
    shapes = drawing(DotRanking((Dots("a", 7), Dots("b", 0))), 460, measure).shapes
    assert sum(isinstance(shape, Disc) for shape in shapes) == 7
    assert {"7", "0"} <= set(labels(DotRanking((Dots("a", 7), Dots("b", 0)))))


def test_long_labels_wrap_and_lose_nothing() -> None:
    label = "Qualifizierung und Weiterbildung in der Zerspanung " + "x" * 120
    found = "".join(labels(BarProfile((Bar(label, 1),))))
    assert label.replace(" ", "") in found.replace(" ", "")


@given(
    st.one_of(
        st.lists(st.builds(Bar, st.text(max_size=60), st.none() | st.floats(-50, 200))).map(
            lambda rows: BarProfile(tuple(rows))
        ),
        st.lists(st.builds(Dots, st.text(max_size=60), st.integers(0, 60)), max_size=8).map(
            lambda rows: DotRanking(tuple(rows))
        ),
        st.lists(st.builds(Bucket, st.text(max_size=20), st.integers(0, 60)), max_size=8).map(
            lambda rows: Distribution(tuple(rows))
        ),
    )
)
def test_nothing_is_painted_outside(chart: Chart) -> None:
    laid = drawing(chart, 460, measure)
    for shape in laid.shapes:
        match shape:
            case Box(x, y, width, height):
                assert min(x, y, width, height) >= 0
                assert x + width <= laid.width + 0.01
                assert y + height <= laid.height
            case Disc(x, y, radius):
                assert radius <= x <= laid.width - radius
                assert radius <= y <= laid.height - radius
            case Label(x, y):
                assert 0 <= x <= laid.width
                assert 0 <= y <= laid.height
            case Stroke(x1, y1, x2, y2):
                assert 0 <= min(x1, x2) <= max(x1, x2) <= laid.width
                assert 0 <= min(y1, y2) <= max(y1, y2) <= laid.height


@pytest.mark.parametrize(
    "chart",
    [
        BarProfile((Bar("ä", 42.5), Bar("b", None))),
        DotRanking((Dots("a", 3),)),
        Distribution((Bucket("a", 2),)),
    ],
)
def test_picture_has_the_size_told_colour_and_no_metadata(chart: Chart) -> None:
    content, width, height = chart_png(chart, 400)
    image = Image.open(io.BytesIO(content))
    assert image.size == (width, height)
    assert width == 400 * PAINT_SCALE
    assert len(image.getcolors(100_000) or ()) > 2
    assert not image.info
    assert chart_png(chart, 400)[0] == content


@pytest.mark.parametrize(("value", "shown"), [(42.5, "42,5"), (78.0, "78"), (0.04, "0"), (99.96, "100")])
def test_numbers_are_german(value: float, shown: str) -> None:
    assert german(value) == shown

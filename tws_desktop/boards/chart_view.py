"""A chart in the window: the shapes of `documents.charts`, painted in the colours of the palette in force."""

from __future__ import annotations

import math

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tws_desktop.documents.charts import Chart, Drawing, drawing
from tws_desktop.ui.kit.drawing import line_height, paint_shapes, text_width
from tws_desktop.ui.kit.paint import follow_style, smooth
from tws_desktop.ui.style import style

_BODY = 9.5


class ChartView(QWidget):
    """`ChartView(words)`: the words are the chart said in a sentence; `show_chart(None)` hides it."""

    def __init__(self, words: str = "", widest: int = 640) -> None:
        super().__init__()
        self._chart: Chart | None = None
        self._widest = widest
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(words)
        follow_style(self)

    def show_chart(self, chart: Chart | None, words: str = "") -> None:
        """Show another chart and say it."""
        self._chart = chart
        self.setAccessibleName(words)
        self.setVisible(chart is not None)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Labels wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the laid out chart."""
        laid = self._laid(width)
        return math.ceil(laid.height * self._unit()) if laid else 0

    def sizeHint(self) -> QSize:
        """Comfortable."""
        width = style().px(420)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """May be narrow; the height is that of a wide chart at least."""
        return QSize(style().px(160), self.heightForWidth(style().px(self._widest)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the shapes."""
        laid = self._laid(self.width())
        if laid is None:
            return
        painter = QPainter(self)
        smooth(painter)
        painter.scale(self._unit(), self._unit())
        paint_shapes(painter, laid.shapes, style().colour)
        painter.end()

    def _unit(self) -> float:
        """Pixels per point of the drawing, so that its body text is as large as the window's captions."""
        return QFontMetricsF(style().font("caption")).height() / line_height(_BODY)

    def _laid(self, width: int) -> Drawing | None:
        if self._chart is None or width <= 0:
            return None
        points = min(width, style().px(self._widest)) / self._unit()
        return drawing(self._chart, points, text_width)

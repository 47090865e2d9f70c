"""The dots of one option in a row; many dots grow smaller, so that they always fit."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tws_desktop.ui.kit.paint import follow_style, smooth
from tws_desktop.ui.style import style


class DotsStrip(QWidget):
    """Decoration beside the number that says the same; `strong` for the first ranks."""

    def __init__(self) -> None:
        super().__init__()
        self._count, self._most, self._strong = 0, 0, False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow_style(self)

    def show_dots(self, count: int, most: int, *, strong: bool) -> None:
        """Show `count` dots; `most` is the longest row of the table, so that all rows have dots of one size."""
        self._count, self._most, self._strong = count, max(count, most), strong
        self.update()

    def sizeHint(self) -> QSize:
        """Room for about ten."""
        return QSize(style().px(200), style().px(26))

    def minimumSizeHint(self) -> QSize:
        """Some dots at least."""
        return QSize(style().px(48), style().px(26))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the dots."""
        if not self._count:
            return
        painter = QPainter(self)
        smooth(painter)
        side = min(style().px(24), self.width() / (self._most * 1.18))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style().colour("accent"))
        painter.setOpacity(1.0 if self._strong else 0.66)
        for place in range(self._count):
            middle = QPointF(side * 1.18 * place + side / 2, self.height() / 2)
            painter.drawEllipse(middle, side / 2, side / 2)
        painter.end()

"""A key as it stands on the keyboard: `KeyHint("Strg", "K")`."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from tws_desktop.ui.kit.paint import draw_box, draw_line, follow_style, smooth
from tws_desktop.ui.style import style


class KeyHint(QLabel):
    """Small key caps side by side."""

    def __init__(self, *keys: str) -> None:
        super().__init__()
        self._keys = keys
        self.setAccessibleName(" + ".join(keys))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow_style(self)

    def sizeHint(self) -> QSize:
        """All caps."""
        widths = self._widths()
        height = max(style().px(20), math.ceil(QFontMetricsF(style().font("caption")).height()) + style().px(3))
        return QSize(math.ceil(sum(widths) + style().px(4) * (len(widths) - 1)), height)

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paints the caps."""
        painter = QPainter(self)
        smooth(painter)
        left = 0.0
        for key, width in zip(self._keys, self._widths(), strict=True):
            rect = QRectF(left, 0, width, self.height())
            draw_box(painter, rect, style().colour("sunken"), style().colour("line"), style().px(4))
            draw_line(painter, rect, key, ("caption", style().colour("text_2")), Qt.AlignmentFlag.AlignHCenter)
            left += width + style().px(4)
        painter.end()

    def _widths(self) -> list[float]:
        metrics = QFontMetricsF(style().font("caption"))
        return [metrics.horizontalAdvance(key) + style().px(12) for key in self._keys]

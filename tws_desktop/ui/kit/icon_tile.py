"""An icon over its word (or beside it): places of the rail, items of a strip."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from tws_desktop.ui.icons import draw_icon
from tws_desktop.ui.kit.paint import draw_box, draw_ring, follow_style, smooth
from tws_desktop.ui.kit.text_block import BlockShape, TextBlock
from tws_desktop.ui.palette import tokens
from tws_desktop.ui.style import style


class IconTile(QPushButton):
    """`rail=True` is the look of the dark rail; checked ones carry the mark bar at the left."""

    def __init__(self, icon: str, title: str, *, across: bool = False, rail: bool = False) -> None:
        super().__init__(title)
        self._icon, self._across, self._rail = icon, across, rail
        self._icon_only = False
        self.setAutoDefault(False)
        self.setAccessibleName(title.replace("\u00ad", ""))
        wide = QSizePolicy.Policy.Expanding if rail else QSizePolicy.Policy.Fixed
        self.setSizePolicy(wide, QSizePolicy.Policy.Fixed)
        follow_style(self)

    def set_icon_only(self, only: bool) -> None:
        """Without its word, where large text leaves no room; tooltip and accessible name remain."""
        if only != self._icon_only:
            self._icon_only = only
            self.updateGeometry()
            self.update()

    @property
    def height_with_word(self) -> int:
        """58 in the rail; more where the word takes two lines."""
        width = style().px(88) if self._rail else self._strip_width()
        height = style().px(9) + self._icon_side() + style().px(5) + self._block(width).height + style().px(6)
        return max(style().px(58), math.ceil(height))

    def sizeHint(self) -> QSize:
        """Room for the icon and, unless it stands alone, its word."""
        if self._across:
            metrics = QFontMetricsF(style().font("strong"))
            width = metrics.horizontalAdvance(self.text()) + style().px(18 + 8 + 16)
            return QSize(math.ceil(width), style().size("control"))
        if self._icon_only:
            return QSize(style().px(44), self._icon_side() + style().px(14))
        return QSize(style().px(88) if self._rail else self._strip_width(), self.height_with_word)

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paints ground, icon, word, mark bar and ring."""
        painter = QPainter(self)
        smooth(painter)
        colour = style().colour
        rect = QRectF(self.rect())
        radius = style().px(tokens().radius["control"])
        active = self.isChecked()
        hover = self.underMouse() or self.isDown()
        if active or hover:
            ground = "rail_active" if self._rail else "selection" if active else "surface"
            draw_box(painter, rect, colour(ground), None, radius)
        front = colour("rail_text" if self._rail else "text_2")
        if active and self._rail:
            bar = style().px(3)
            painter.fillRect(QRectF(0, rect.height() * 0.18, bar, rect.height() * 0.64), colour("rail_mark"))
        tint = colour("rail_mark") if active and self._rail else front
        if self._across:
            self._paint_across(painter, rect)
        else:
            words = colour("on_accent") if active and self._rail and not style().palette.dark else front
            self._paint_over(painter, rect, tint, words)
        if self.hasFocus():
            draw_ring(painter, rect, radius, colour("rail_mark") if self._rail else None)
        painter.end()

    def _paint_over(self, painter: QPainter, rect: QRectF, tint: QColor, words: QColor) -> None:
        side, gap = self._icon_side(), style().px(5)
        block = self._block(self.width())
        total = side if self._icon_only else side + gap + block.height
        top = max(style().px(4) * 1.0, (rect.height() - total) / 2)
        draw_icon(painter, self._icon, QRectF(round((rect.width() - side) / 2), round(top), side, side), tint)
        if not self._icon_only:
            block.draw(painter, QPointF(style().px(2), top + side + gap), words)

    def _paint_across(self, painter: QPainter, rect: QRectF) -> None:
        side = style().px(18)
        left = style().px(8)
        draw_icon(
            painter,
            self._icon,
            QRectF(left, round((rect.height() - side) / 2), side, side),
            style().colour("text_2"),
        )
        painter.setFont(style().font("strong"))
        painter.setPen(style().colour("text"))
        area = rect.adjusted(left + side + style().px(8), 0, 0, 0)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())

    def _block(self, width: float) -> TextBlock:
        font = style().font("caption")
        if self.isChecked() and self._rail:
            font.setWeight(style().font("strong").weight())
        shape = BlockShape(line=1.15, align=Qt.AlignmentFlag.AlignHCenter)
        return TextBlock(self.text(), font, width - style().px(4), shape)

    def _strip_width(self) -> int:
        metrics = QFontMetricsF(style().font("caption"))
        return max(style().px(58), math.ceil(metrics.horizontalAdvance(self.text())) + style().px(12))

    def _icon_side(self) -> int:
        return style().size("icon_rail" if self._rail else "icon")

"""Paints the rows of a RowList."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from tws_desktop.ui.icons import draw_icon
from tws_desktop.ui.kit.paint import draw_line, draw_pill, draw_ring, draw_selection, pill_size, smooth
from tws_desktop.ui.palette import tokens
from tws_desktop.ui.style import style

if TYPE_CHECKING:
    from tws_desktop.ui.kit.row_list import Row

_CHIP_SHARE = 0.4
_ACTION_SHARE = 0.4


class RowDelegate(QStyledItemDelegate):
    """One row: icon, lead, title over meta, then side text, chip and text action from the right."""

    def __init__(self, view: QAbstractItemView, *, dense: bool) -> None:
        super().__init__(view)
        self._view = view
        self._dense = dense
        self._two_lines = False
        self._lead_width = 0.0
        self._icons = False

    def measure(self, rows: tuple[Row, ...]) -> None:
        """Takes from all rows what must be equal in each: height, room for icon and lead."""
        self._two_lines = any(row.meta for row in rows)
        self._icons = any(row.icon for row in rows)
        metrics = QFontMetricsF(style().font("body"))
        leads = {row.lead for row in rows if row.lead}
        self._lead_width = max((metrics.horizontalAdvance(lead) for lead in leads), default=0.0)

    def row_height(self) -> int:
        """Height of every row."""
        strong = QFontMetricsF(style().font("strong")).height()
        caption = QFontMetricsF(style().font("caption")).height()
        text = strong + (caption if self._two_lines else 0)
        if self._dense:
            return max(style().size("row_dense"), round(text + style().px(8)))
        usual = style().px(58) if self._two_lines else style().size("row")
        return max(usual, round(text + style().px(14)))

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002
        """The same for every row."""
        return QSize(style().px(160), self.row_height())

    def action_area(self, row: Row, rect: QRect) -> QRectF:
        """Where the text action of `row` lies inside the row's rectangle; empty without action."""
        if not row.action:
            return QRectF()
        metrics = QFontMetricsF(style().font("label"))
        width = min(metrics.horizontalAdvance(row.action), rect.width() * _ACTION_SHARE)
        side = self._margin()
        return QRectF(rect.right() - side - width, rect.top(), width + 2, rect.height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paints one row."""
        row: Row = index.data(Qt.ItemDataRole.UserRole)
        state = option.state  # type: ignore[attr-defined]
        rect: QRect = option.rect  # type: ignore[attr-defined]
        painter.save()
        smooth(painter)
        area = QRectF(rect)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected:
            draw_selection(painter, area)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, style().colour("sunken"))
        if index.row() + 1 < index.model().rowCount() and not self._dense:
            painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), style().colour("line"))
        right = self._paint_right(painter, row, rect)
        self._paint_words(painter, row, area, right)
        if selected and self._view.hasFocus():
            draw_ring(painter, area, tokens().radius["control"])
        painter.restore()

    def _paint_right(self, painter: QPainter, row: Row, rect: QRect) -> float:
        right = float(rect.right()) - self._margin()
        if row.action:
            area = self.action_area(row, rect)
            draw_line(painter, area, row.action, ("label", style().colour("accent_text")), Qt.AlignmentFlag.AlignRight)
            right = area.left() - style().space("x4")
        if row.side:
            area = QRectF(
                rect.left() + rect.width() / 2, rect.top(), right - rect.left() - rect.width() / 2, rect.height()
            )
            look = ("caption", style().colour("text_2"))
            right -= draw_line(painter, area, row.side, look, Qt.AlignmentFlag.AlignRight) + style().space("x3")
        if row.chip or row.chip_icon:
            size = pill_size(row.chip, row.chip_icon)
            width = min(size.width(), rect.width() * _CHIP_SHARE)
            area = QRectF(right - width, rect.center().y() - size.height() / 2 + 0.5, width, size.height())
            draw_pill(painter, area, row.chip, row.chip_icon, row.chip_tone)
            right = area.left() - style().space("x3")
        return right

    def _paint_words(self, painter: QPainter, row: Row, area: QRectF, right: float) -> None:
        left = area.left() + self._margin()
        if self._icons:
            side = style().px(18)
            if row.icon:
                spot = QRectF(round(left), round(area.center().y() - side / 2), side, side)
                draw_icon(painter, row.icon, spot, style().colour(row.icon_tone))
            left += side + style().space("x3")
        strong = QFontMetricsF(style().font("strong")).height()
        caption = QFontMetricsF(style().font("caption")).height() if row.meta else 0.0
        top = area.center().y() - (strong + caption) / 2
        if self._lead_width:
            draw_line(
                painter, QRectF(left, top, self._lead_width + 1, strong), row.lead, ("body", style().colour("text_2"))
            )
            left += self._lead_width + style().space("x3")
        tone = style().colour("text_3" if row.quiet else "text")
        draw_line(
            painter, QRectF(left, top, right - left, strong), row.title, ("body" if row.quiet else "strong", tone)
        )
        if row.meta:
            look = ("caption", style().colour("text_2"))
            draw_line(painter, QRectF(left, top + strong, right - left, caption), row.meta, look)

    def _margin(self) -> int:
        return style().space("x4") if not self._dense else style().space("x3")

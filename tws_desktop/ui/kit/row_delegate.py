"""Paints the rows of a RowList."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from tws_desktop.ui.icons import draw_icon
from tws_desktop.ui.kit.paint import TONES, draw_line, draw_pill, draw_ring, draw_selection, pill_size, smooth
from tws_desktop.ui.kit.rows import Row
from tws_desktop.ui.palette import tokens
from tws_desktop.ui.style import style

_FOOT_BELOW = 560  # width at 100 % below which chip and action move under the words
_FOOT = 30
_RIGHT = Qt.AlignmentFlag.AlignRight

Index = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """One row: icon, lead, title over meta, then side text, chip and text action from the right.

    Where the list is narrow, chip and action go to a foot line of their own; the words keep their room.
    """

    def __init__(self, view: QAbstractItemView, *, dense: bool) -> None:
        super().__init__(view)
        self._view = view
        self._dense = dense
        self._two_lines = False
        self._lead_width = 0.0
        self._icons = False
        self._foot = False

    def measure(self, rows: tuple[Row, ...], width: int) -> bool:
        """Takes from all rows what must be equal in each; True when the rows' height has changed."""
        before = self.row_height()
        self._two_lines = any(row.meta for row in rows)
        self._icons = any(row.icon for row in rows)
        metrics = QFontMetricsF(style().font("body"))
        leads = {row.lead for row in rows if row.lead}
        self._lead_width = max((metrics.horizontalAdvance(lead) for lead in leads), default=0.0)
        self._foot = width < style().px(_FOOT_BELOW) and any(row.action for row in rows)
        return self.row_height() != before

    def row_height(self) -> int:
        """Height of every row."""
        return self._words_height() + (style().px(_FOOT) if self._foot else 0)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """The same for every row."""
        return QSize(style().px(160), self.row_height())

    def action_area(self, row: Row, rect: QRect) -> QRectF:
        """Where the text action of `row` lies inside the row's rectangle; empty without action."""
        if not row.action:
            return QRectF()
        area = self._end_area(QRectF(rect))
        width = min(QFontMetricsF(style().font("label")).horizontalAdvance(row.action), area.width() * 0.6)
        return QRectF(area.right() - width, area.top(), width + 1, area.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints one row."""
        row: Row = index.data(Qt.ItemDataRole.UserRole)
        state = option.state
        rect: QRect = option.rect
        area = QRectF(rect)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        smooth(painter)
        if selected:
            draw_selection(painter, area)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, style().colour("sunken"))
        if index.row() + 1 < index.model().rowCount() and not self._dense:
            painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), style().colour("line"))
        right = self._paint_end(painter, row, rect)
        words_end = area.right() - self._margin() if self._foot else right
        self._paint_words(painter, row, area, (words_end, not row.quiet and (selected or not self._dense)))
        if selected and self._view.hasFocus():
            draw_ring(painter, area, tokens().line["focus_gap"])
        painter.restore()

    def _paint_end(self, painter: QPainter, row: Row, rect: QRect) -> float:
        area = self._end_area(QRectF(rect))
        right = area.right()
        if row.action:
            place = self.action_area(row, rect)
            draw_line(painter, place, row.action, ("label", style().colour("accent_text")), _RIGHT)
            right = place.left() - style().space("x4")
        if row.side:
            place = QRectF(area.left(), area.top(), right - area.left(), area.height())
            look = ("caption", style().colour("text_2"))
            right -= draw_line(painter, place, row.side, look, _RIGHT) + style().space("x3")
        if row.chip:
            size = pill_size(row.chip, row.chip_icon)
            width = min(size.width(), right - area.left())
            left = area.left() if self._foot else right - width
            top = area.center().y() - size.height() / 2 + 0.5
            draw_pill(painter, QRectF(left, top, width, size.height()), row.chip, row.chip_icon, row.chip_tone)
            right = left - style().space("x3")
        elif row.chip_icon:
            side = style().px(18)
            spot = QRectF(round(right - side), round(area.center().y() - side / 2 + 0.5), side, side)
            draw_icon(painter, row.chip_icon, spot, style().colour(TONES[row.chip_tone][1]))
            right = spot.left() - style().space("x3")
        return right

    def _paint_words(self, painter: QPainter, row: Row, area: QRectF, shape: tuple[float, bool]) -> None:
        right, is_strong = shape
        left = area.left() + self._margin()
        words_height = self._words_height()
        middle = area.top() + words_height / 2
        if self._icons:
            side = style().px(18)
            if row.icon:
                spot = QRectF(round(left), round(middle - side / 2), side, side)
                draw_icon(painter, row.icon, spot, style().colour(row.icon_tone))
            left += side + style().space("x3")
        strong, caption = self._line_heights()
        top = middle - (strong + (caption if row.meta else 0.0)) / 2
        grey = style().colour("text_2")
        if self._lead_width:
            draw_line(painter, QRectF(left, top, self._lead_width + 1, strong), row.lead, ("body", grey))
            left += self._lead_width + style().space("x3")
        title = ("strong" if is_strong else "body", style().colour("text_3" if row.quiet else "text"))
        draw_line(painter, QRectF(left, top, right - left, strong), row.title, title)
        if row.meta:
            draw_line(painter, QRectF(left, top + strong, right - left, caption), row.meta, ("caption", grey))

    def _end_area(self, area: QRectF) -> QRectF:
        side = self._margin()
        if not self._foot:
            start = area.left() + area.width() * 0.3
            return QRectF(start, area.top(), area.right() - side - start, area.height())
        left = area.left() + side + (style().px(18) + style().space("x3") if self._icons else 0)
        height = style().px(_FOOT)
        return QRectF(left, area.bottom() - height - style().px(3), area.right() - side - left, height)

    def _words_height(self) -> int:
        strong, caption = self._line_heights()
        text = strong + (caption if self._two_lines else 0)
        if self._dense:
            return max(style().size("row_dense"), round(text + style().px(8)))
        usual = style().px(58) if self._two_lines else style().size("row")
        return max(usual, round(text + style().px(14)))

    def _line_heights(self) -> tuple[float, float]:
        return QFontMetricsF(style().font("strong")).height(), QFontMetricsF(style().font("caption")).height()

    def _margin(self) -> int:
        return style().space("x3" if self._dense else "x4")

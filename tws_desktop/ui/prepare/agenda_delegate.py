"""Paints the lines of the agenda and edits their minutes in place."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from tws_desktop.domain.errors import Refused
from tws_desktop.domain.german.times import read_minutes
from tws_desktop.ui.icons import draw_icon
from tws_desktop.ui.kit.fields import TextField
from tws_desktop.ui.kit.paint import draw_box, draw_line, draw_ring, draw_selection, smooth
from tws_desktop.ui.palette import tokens
from tws_desktop.ui.prepare.prepare_presenter import PhaseLine
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr

Index = QModelIndex | QPersistentModelIndex

GRIP, TIME, MINUTES, METHOD, WHO = 36, 58, 66, 186, 110
ALL_COLUMNS_FROM = 640
"""Width at 100 % from which method and who have columns of their own."""


class Columns:
    """Where the columns of a line lie in `width`; the head of the table uses the same."""

    def __init__(self, width: float) -> None:
        px = style().px
        self.wide = width >= px(ALL_COLUMNS_FROM)
        self.time = float(px(GRIP))
        self.minutes = self.time + px(TIME)
        self.phase = self.minutes + px(MINUTES)
        self.who = width - px(WHO) if self.wide else width
        self.method = self.who - px(METHOD) if self.wide else width
        self.phase_width = self.method - self.phase - px(10)


class AgendaDelegate(QStyledItemDelegate):
    """One line: grip, time, minutes, phase over question, method, who. Breaks are lower and quiet."""

    minutes_typed = Signal(str, int)
    refused = Signal(str)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Breaks 32, phases 49 high at 100 %; more where the type needs it."""
        line: PhaseLine = index.data(Qt.ItemDataRole.UserRole)
        return QSize(style().px(320), self.height(line))

    def height(self, line: PhaseLine) -> int:
        """Height of a line."""
        strong = QFontMetricsF(style().font("strong")).height()
        if line.pause:
            return max(style().px(32), round(strong + style().px(8)))
        caption = QFontMetricsF(style().font("caption")).height()
        return max(style().px(47), round(strong + caption + style().px(8)))

    def pill(self, rect: QRect) -> QRectF:
        """Where the minutes stand in a line's rectangle."""
        at = Columns(rect.width())
        height = max(style().px(24), round(QFontMetricsF(style().font("label")).height()) + style().px(4))
        top = rect.top() + (rect.height() - height) / 2
        return QRectF(rect.left() + at.minutes, top, style().px(MINUTES - 8), height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints one line."""
        line: PhaseLine = index.data(Qt.ItemDataRole.UserRole)
        area = QRectF(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        smooth(painter)
        if selected:
            draw_selection(painter, area)
        elif line.pause or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, style().colour("sunken"))
        if index.row() + 1 < index.model().rowCount():
            painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), style().colour("line"))
        self._paint_times(painter, line, option.rect, selected=selected)
        self._paint_phase(painter, line, area)
        if selected and option.state & QStyle.StateFlag.State_HasFocus:
            draw_ring(painter, area, tokens().line["focus_gap"])
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002
        """A field over the minutes."""
        line: PhaseLine = index.data(Qt.ItemDataRole.UserRole)
        field = TextField(tr("Dauer von {title} in Minuten").format(title=line.title))
        field.setParent(parent)
        field.setProperty("inplace", "true")
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """The minutes, all selected."""
        line: PhaseLine = index.data(Qt.ItemDataRole.UserRole)
        if isinstance(editor, TextField):
            editor.setText(str(line.minutes))
            editor.selectAll()

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: ARG002
        """Over the pill, with room for the frame."""
        pill = self.pill(option.rect).toRect()
        height = min(option.rect.height(), style().size("control"))
        top = option.rect.top() + (option.rect.height() - height) // 2
        editor.setGeometry(pill.left(), top, pill.width(), height)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:  # noqa: ARG002
        """Hands the minutes on, or says what is wrong with them."""
        line: PhaseLine = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(editor, TextField):
            return
        try:
            minutes = read_minutes(editor.text())
        except Refused as refusal:
            self.refused.emit(str(refusal))
            return
        if minutes != line.minutes:
            self.minutes_typed.emit(line.key, minutes)

    def _paint_times(self, painter: QPainter, line: PhaseLine, rect: QRect, *, selected: bool) -> None:
        at, area, px = Columns(rect.width()), QRectF(rect), style().px
        side = px(16)
        spot = QRectF(area.left() + px(9), round(area.center().y() - side / 2), side, side)
        draw_icon(painter, "grip-vertical", spot, style().colour("text_3"))
        time_look = ("body" if line.pause else "strong", style().colour("text_2" if line.pause else "text"))
        draw_line(painter, QRectF(area.left() + at.time, area.top(), px(TIME), area.height()), line.time, time_look)
        pill = self.pill(rect)
        ground = "surface" if selected or line.pause else "sunken"
        fault = bool(line.finding)
        front = "warn" if fault else "text"
        draw_box(
            painter,
            pill,
            style().colour("warn_soft" if fault else ground),
            style().colour("warn" if fault else "line") if fault or ground == "surface" else None,
            pill.height() / 2,
        )
        look = ("label", style().colour(front))
        draw_line(painter, pill, f"{line.minutes}\u00a0min", look, Qt.AlignmentFlag.AlignHCenter)

    def _paint_phase(self, painter: QPainter, line: PhaseLine, area: QRectF) -> None:
        at, px = Columns(area.width()), style().px
        left, width = area.left() + at.phase, at.phase_width
        grey = style().colour("text_2")
        side = px(18)
        if line.pause:
            spot = QRectF(left, round(area.center().y() - side / 2), side, side)
            draw_icon(painter, line.icon, spot, grey)
            room = QRectF(left + side + px(6), area.top(), width - side, area.height())
            draw_line(painter, room, line.title, ("body", grey))
            return
        strong = QFontMetricsF(style().font("strong")).height()
        low = QFontMetricsF(style().font("caption")).height()
        top = area.center().y() - (strong + low) / 2
        mark = px(22) if line.elastic else 0
        title_room = QRectF(left, top, width - mark, strong)
        used = draw_line(painter, title_room, line.title, ("strong", style().colour("text")))
        if line.elastic:
            spot = QRectF(left + used + px(6), top + (strong - px(14)) / 2, px(14), px(14))
            draw_icon(painter, "arrow-up-down", spot, grey)
        draw_line(painter, QRectF(left, top + strong, width, low), line.question, ("caption", grey))
        if at.wide:
            self._paint_method(painter, line, area, at)

    def _paint_method(self, painter: QPainter, line: PhaseLine, area: QRectF, at: Columns) -> None:
        px = style().px
        side = px(17)
        left = area.left() + at.method
        if line.icon:
            spot = QRectF(left, round(area.center().y() - side / 2), side, side)
            draw_icon(painter, line.icon, spot, style().colour("text_2"))
        room = QRectF(left + side + px(6), area.top(), px(METHOD - 18) - side, area.height())
        draw_line(painter, room, line.method, ("body", style().colour("text")))
        room = QRectF(area.left() + at.who, area.top(), px(WHO - 12), area.height())
        draw_line(painter, room, line.who, ("caption", style().colour("text_2")))

"""The agenda at the left: times, done and coming phases, the running one raised with its steps and bar."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from tws_desktop.ui.icons import draw_icon
from tws_desktop.ui.kit.paint import draw_box, draw_line, draw_ring, smooth
from tws_desktop.ui.palette import tokens
from tws_desktop.ui.room.room_state import AgendaLine, LineState
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr

Index = QModelIndex | QPersistentModelIndex
_LINE = Qt.ItemDataRole.UserRole
_RIGHT = Qt.AlignmentFlag.AlignRight


class AgendaModel(QAbstractListModel):
    """The phases as rows."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[AgendaLine, ...] = ()
        self.left = ""

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many phases."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row, and what a screen reader says."""
        if not index.isValid() or index.row() >= len(self.lines):
            return None
        line = self.lines[index.row()]
        if role == _LINE:
            return line
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._words(line)
        if role == Qt.ItemDataRole.ToolTipRole:
            return None
        return None

    def show_lines(self, lines: tuple[AgendaLine, ...], left: str) -> None:
        """Shows other phases."""
        self.left = left
        if len(lines) != len(self.lines):
            self.beginResetModel()
            self.lines = lines
            self.endResetModel()
        elif lines != self.lines:
            self.lines = lines
            self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))

    def _words(self, line: AgendaLine) -> str:
        state = {
            LineState.DONE: tr("erledigt"),
            LineState.NOW: f"{tr('läuft')}, {self.left}" if self.left else tr("läuft"),
            LineState.NEXT: tr("{minutes} Minuten").format(minutes=line.minutes),
        }[line.state]
        return f"{line.start} {line.title}, {state}"


class AgendaView(QListView):
    """Enter or a double click begins a phase: `chosen(step_id)`."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.lines = AgendaModel()
        self.setModel(self.lines)
        self.setItemDelegate(_AgendaDelegate(self))
        self.setAccessibleName(tr("Ablauf"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(lambda index: self._choose(index.row()))
        style().changed.connect(self.scheduleDelayedItemsLayout)

    def show_lines(self, lines: tuple[AgendaLine, ...], left: str = "") -> None:
        """Shows the agenda; the running phase stays in view."""
        before = self._now()
        parts = self._parts()
        self.lines.show_lines(lines, left)
        if self._parts() != parts:
            self.scheduleDelayedItemsLayout()
        if self._now() != before and self._now() >= 0:
            self.scrollTo(self.lines.index(self._now()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter begins the phase."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self._choose(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self.lines.lines):
            step_id: UUID = self.lines.lines[row].step_id
            self.chosen.emit(step_id)

    def _now(self) -> int:
        return next((row for row, line in enumerate(self.lines.lines) if line.state is LineState.NOW), -1)

    def _parts(self) -> tuple[int, ...]:
        return tuple(len(line.parts) for line in self.lines.lines)


class _AgendaDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        line: AgendaLine = index.data(_LINE)
        height = style().px(36)
        if line.state is LineState.NOW:
            height = style().px(40) + len(line.parts) * style().px(25) + style().px(20)
        return QSize(style().px(180), height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: AgendaLine = index.data(_LINE)
        rect: QRectF = QRectF(option.rect)
        state = option.state
        painter.save()
        smooth(painter)
        if line.state is LineState.NOW:
            self._paint_now(painter, rect, line)
        else:
            if state & QStyle.StateFlag.State_MouseOver:
                draw_box(painter, rect.adjusted(8, 1, -8, -1), style().colour("surface"), None, style().px(6))
            self._paint_line(painter, rect, line, style().px(18))
        view = self.parent()
        focused = isinstance(view, QListView) and view.hasFocus() and view.currentIndex().row() == index.row()
        if focused:
            draw_ring(painter, rect.adjusted(8, 1, -8, -1), style().px(6))
        painter.restore()

    def _paint_line(self, painter: QPainter, rect: QRectF, line: AgendaLine, left: float) -> None:
        colour = style().colour
        now = line.state is LineState.NOW
        front = colour("text" if line.state is not LineState.DONE and not line.pause else "text_2")
        role = "strong" if now else "body"
        time_width = style().px(44)
        middle = QRectF(left, rect.top(), time_width, style().px(36))
        draw_line(painter, middle, line.start, ("label", colour("text") if now else front))
        x = left + time_width
        right = rect.right() - style().px(17)
        if line.pause:
            side = style().px(17)
            draw_icon(painter, "coffee", QRectF(round(x), round(middle.center().y() - side / 2), side, side), front)
            x += side + style().px(5)
        end = self._paint_end(painter, QRectF(x, rect.top(), right - x, middle.height()), line)
        draw_line(painter, QRectF(x, rect.top(), right - end - x, middle.height()), line.title, (role, front))

    def _paint_end(self, painter: QPainter, area: QRectF, line: AgendaLine) -> float:
        if line.state is LineState.NOW:
            return 0.0
        if line.state is LineState.DONE:
            side = style().px(17)
            spot = QRectF(round(area.right() - side), round(area.center().y() - side / 2), side, side)
            draw_icon(painter, "check", spot, style().colour("ok"))
            return side + style().px(6)
        words = str(line.minutes)
        width = QFontMetricsF(style().font("caption")).horizontalAdvance(words)
        draw_line(painter, area, words, ("caption", style().colour("text_2")), _RIGHT)
        return width + style().px(6)

    def _paint_now(self, painter: QPainter, rect: QRectF, line: AgendaLine) -> None:
        colour = style().colour
        box = rect.adjusted(style().px(8), style().px(1), -style().px(8), -style().px(3))
        radius = style().px(tokens().radius["card"])
        draw_box(painter, box, colour("raised"), colour("line"), radius)
        bar = QRectF(box.left(), box.top() + style().px(8), style().px(4), box.height() - style().px(16))
        painter.fillRect(bar, colour("accent"))
        self._paint_line(painter, rect.adjusted(0, style().px(2), 0, 0), line, style().px(18))
        top = rect.top() + style().px(38)
        for title, state in line.parts:
            area = QRectF(style().px(44), top, box.right() - style().px(54), style().px(25))
            self._paint_part(painter, area, title, state)
            top += style().px(25)
        groove = QRectF(style().px(20), box.bottom() - style().px(13), box.right() - style().px(36), style().px(6))
        draw_box(painter, groove, colour("sunken"), None, groove.height() / 2)
        if line.share > 0:
            done = QRectF(
                groove.left(), groove.top(), max(groove.height(), groove.width() * line.share), groove.height()
            )
            draw_box(painter, done, colour("accent"), None, groove.height() / 2)

    def _paint_part(self, painter: QPainter, area: QRectF, title: str, state: LineState) -> None:
        colour = style().colour
        side = style().px(14)
        spot = QRectF(round(area.left()), round(area.center().y() - side / 2), side, side)
        if state is LineState.DONE:
            draw_icon(painter, "check", spot, colour("ok"))
        else:
            inner = spot.adjusted(2, 2, -2, -2)
            painter.setPen(colour("accent" if state is LineState.NOW else "line_strong"))
            painter.setBrush(colour("accent") if state is LineState.NOW else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(inner)
        words = QRectF(area.left() + style().px(22), area.top(), area.width() - style().px(22), area.height())
        now = state is LineState.NOW
        draw_line(painter, words, title, ("label" if now else "caption", colour("text" if now else "text_2")))

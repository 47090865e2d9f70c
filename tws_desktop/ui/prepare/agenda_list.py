"""The table of phases: marked by arrows, moved by mouse or Alt and arrows, minutes edited in place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QListView, QSizePolicy, QWidget

from tws_desktop.ui.kit.paint import draw_line, follow_style, plain_tip
from tws_desktop.ui.prepare.agenda_delegate import AgendaDelegate, Columns
from tws_desktop.ui.prepare.prepare_presenter import PhaseLine
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


class AgendaModel(QAbstractListModel):
    """The lines of one agenda."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[PhaseLine, ...] = ()

    def set_lines(self, lines: Sequence[PhaseLine]) -> None:
        """Shows other lines; where only their content has changed nothing is reset."""
        new = tuple(lines)
        if tuple(line.key for line in new) == tuple(line.key for line in self.lines):
            self.lines = new
            if new:
                self.dataChanged.emit(self.index(0), self.index(len(new) - 1))
            return
        self.beginResetModel()
        self.lines = new
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """How many lines."""
        return 0 if parent.isValid() else len(self.lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Minutes can be edited."""
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The line for the delegate (UserRole), its words for everyone else."""
        if not index.isValid() or index.row() >= len(self.lines):
            return None
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return line
        return {
            Qt.ItemDataRole.DisplayRole: line.title,
            Qt.ItemDataRole.AccessibleTextRole: line.words,
            Qt.ItemDataRole.ToolTipRole: plain_tip(line.finding or line.question),
        }.get(Qt.ItemDataRole(role))


class AgendaList(QListView):
    """`set_lines` shows phases; signals say what a person wants, nothing moves by itself."""

    current_changed = Signal(str)
    moved = Signal(str, int)
    minutes_typed = Signal(str, int)
    remove_wanted = Signal(str)
    opened = Signal(str)
    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Ablauf"))
        self._lines = AgendaModel()
        self._delegate = AgendaDelegate(self)
        self._delegate.minutes_typed.connect(self.minutes_typed)
        self._delegate.refused.connect(self.refused)
        self._pressed: QPoint | None = None
        self._drop = -1
        self.setModel(self._lines)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.selectionModel().currentChanged.connect(self._tell_current)
        style().changed.connect(self._measure)

    @property
    def lines(self) -> tuple[PhaseLine, ...]:
        """What the list shows."""
        return self._lines.lines

    def set_lines(self, lines: Sequence[PhaseLine]) -> None:
        """Shows other lines; the marked one stays marked."""
        key = self.current_key()
        self._lines.set_lines(lines)
        if not self.select(key) and self.lines:
            self.select(self.lines[0].key)
        self._measure()

    def select(self, key: str) -> bool:
        """Marks the phase with that key; False without such a phase."""
        place = self.place_of(key)
        if place >= 0:
            self.setCurrentIndex(self._lines.index(place))
        return place >= 0

    def place_of(self, key: str) -> int:
        """Its number in the agenda, -1 without such a phase."""
        return next((place for place, line in enumerate(self.lines) if line.key == key), -1)

    def current_key(self) -> str:
        """Key of the marked phase, empty without one."""
        row = self.currentIndex().row()
        return self.lines[row].key if 0 <= row < len(self.lines) else ""

    def edit_minutes(self) -> None:
        """Opens the minutes of the marked phase for typing."""
        if self.currentIndex().isValid():
            self.edit(self.currentIndex())

    def sizeHint(self) -> QSize:
        """As high as all lines."""
        return QSize(style().px(320), sum(self._delegate.height(line) for line in self.lines))

    def minimumSizeHint(self) -> QSize:
        """As high as all lines."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt and arrows move, Entf removes, Enter opens the phase, F2 its minutes."""
        if self.state() is QAbstractItemView.State.EditingState:
            event.accept()
            return
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        key = self.current_key()
        if key and step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            place = self.place_of(key) + step
            if 0 <= place < len(self.lines):
                self.moved.emit(key, place)
        elif key and event.key() == Qt.Key.Key_Delete:
            self.remove_wanted.emit(key)
        elif key and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit(key)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Marks; from here a phase can be dragged."""
        super().mousePressEvent(event)
        pressed = event.button() == Qt.MouseButton.LeftButton and self.indexAt(event.position().toPoint()).isValid()
        self._pressed = event.position().toPoint() if pressed else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Shows where a dragged phase would go."""
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            over = self._delegate.pill(self.visualRect(self.indexAt(event.position().toPoint()))).contains(
                event.position()
            )
            self.viewport().setCursor(Qt.CursorShape.IBeamCursor if over else Qt.CursorShape.ArrowCursor)
            return
        far = abs(event.position().toPoint().y() - self._pressed.y()) >= QApplication.startDragDistance()
        if far or self._drop >= 0:
            self._drop = self._gap_at(event.position().toPoint().y())
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drops the phase, or edits its minutes after a click on them."""
        super().mouseReleaseEvent(event)
        drop, self._drop, pressed, self._pressed = self._drop, -1, self._pressed, None
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        self.viewport().update()
        key = self.current_key()
        if not key or pressed is None:
            return
        if drop < 0:
            if self._delegate.pill(self.visualRect(self.currentIndex())).contains(event.position()):
                self.edit_minutes()
            return
        place = self.place_of(key)
        target = drop - 1 if drop > place else drop
        if target != place:
            self.moved.emit(key, target)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The lines, and the place of a drop."""
        super().paintEvent(event)
        if self._drop < 0:
            return
        painter = QPainter(self.viewport())
        rows = len(self.lines)
        rect = self.visualRect(self._lines.index(min(self._drop, rows - 1)))
        y = rect.bottom() + 1 if self._drop == rows else rect.top()
        painter.fillRect(
            QRectF(0, y - style().px(1.5), self.viewport().width(), style().px(3)), style().colour("accent")
        )
        painter.end()

    def _gap_at(self, y: int) -> int:
        for place in range(len(self.lines)):
            if y < self.visualRect(self._lines.index(place)).center().y():
                return place
        return len(self.lines)

    def _tell_current(self, index: QModelIndex) -> None:
        if index.isValid() and index.row() < len(self.lines):
            self.current_changed.emit(self.lines[index.row()].key)

    def _measure(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()
        self.viewport().update()


class AgendaHead(QWidget):
    """The names of the columns."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Zeit, Dauer, Phase und Frage, Methode, Wer"))
        follow_style(self)

    def sizeHint(self) -> QSize:
        """One low line."""
        return QSize(style().px(320), style().px(24))

    def minimumSizeHint(self) -> QSize:
        """One low line."""
        return QSize(style().px(160), style().px(24))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paints the names over their columns."""
        painter = QPainter(self)
        at = Columns(self.width())
        look = ("label", style().colour("text_2"))
        names = [(at.time, tr("Zeit")), (at.minutes, tr("Dauer")), (at.phase, tr("Phase und Frage"))]
        if at.wide:
            names += [(at.method, tr("Methode")), (at.who, tr("Wer"))]
        for left, name in names:
            draw_line(painter, QRectF(left, 0, self.width() - left, self.height() - 1), name, look)
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), style().colour("line"))
        painter.end()

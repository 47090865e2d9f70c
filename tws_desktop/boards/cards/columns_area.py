"""The columns side by side; more than fit scroll sideways inside the board, never the window."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QWidget

from tws_desktop.boards.cards.card_items import ColumnItem
from tws_desktop.boards.cards.card_list import CardList
from tws_desktop.boards.cards.column_view import ColumnView
from tws_desktop.ui.kit.card_painter import CardPainter
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr

_NARROWEST, _GAP = 168, 11


class ColumnsArea(QScrollArea):
    """Keeps one ColumnView per column; views are reused by place."""

    head_pressed = Signal(object)

    def __init__(self, painter: Callable[[], CardPainter], prepare: Callable[[CardList], None]) -> None:
        super().__init__()
        self._painter, self._prepare = painter, prepare
        self.views: list[ColumnView] = []
        self._last: QWidget | None = None
        self._inside = QWidget()
        self._row = QHBoxLayout(self._inside)
        self._row.setContentsMargins(0, 0, 0, 0)
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("Spalten"))
        style().changed.connect(self._fit)

    def show_columns(self, columns: tuple[ColumnItem, ...]) -> None:
        """Shows the columns as they now are."""
        while len(self.views) < len(columns):
            view = ColumnView(self._painter)
            self._prepare(view.cards)
            view.head.clicked.connect(lambda _=False, of=view: self._pressed(of))
            self._row.insertWidget(len(self.views), view, 1)
            self.views.append(view)
        while len(self.views) > len(columns):
            gone = self.views.pop()
            self._row.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for view, column in zip(self.views, columns, strict=True):
            view.show_column(column)
        self._fit()

    def set_last(self, widget: QWidget | None) -> None:
        """Another widget stands behind the last column; None takes it out."""
        if self._last is not None:
            self._row.removeWidget(self._last)
        self._last = widget
        if widget is not None:
            self._row.addWidget(widget, 1)
        self._fit()

    def view_of(self, column_id: UUID) -> ColumnView | None:
        """The view of a column."""
        return next((view for view in self.views if view.item and view.item.id == column_id), None)

    def view_at(self, where: QPoint) -> ColumnView | None:
        """The column under a global point."""
        if not self.isVisible() or not self.viewport().rect().contains(self.viewport().mapFromGlobal(where)):
            return None
        return next((view for view in self.views if view.rect().contains(view.mapFromGlobal(where))), None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width."""
        super().resizeEvent(event)
        self._fit()

    def _pressed(self, view: ColumnView) -> None:
        if view.item is not None:
            self.head_pressed.emit(view.item.id)

    def _fit(self) -> None:
        self._row.setSpacing(style().px(_GAP))
        least = style().px(_NARROWEST)
        count = len(self.views) + (1 if self._last is not None else 0)
        for view in self.views:
            view.setMinimumWidth(least)
        wide = count * least + max(0, count - 1) * style().px(_GAP) > self.viewport().width()
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if wide else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(policy)

"""Widgets of equal width beside each other, as many as fit, then the next row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from tws_desktop.ui.style import style


class TileRow(QWidget):
    """`TileRow(260)`: tiles at least that wide at 100 %, `even` ones equally high; `show_widgets` fills it."""

    def __init__(self, least: int, *, even: bool = False) -> None:
        super().__init__()
        self._least = least
        self._align = Qt.AlignmentFlag(0) if even else Qt.AlignmentFlag.AlignTop
        self._widgets: tuple[QWidget, ...] = ()
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        style().changed.connect(self._again)

    def show_widgets(self, widgets: Sequence[QWidget]) -> None:
        """Show these instead."""
        for widget in self._widgets:
            if widget not in widgets:
                self._grid.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        self._widgets = tuple(widgets)
        self._again()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More room means more columns."""
        super().resizeEvent(event)
        if self._fitting() != self._columns:
            self._again()

    def _fitting(self) -> int:
        gap = style().space("x3")
        return max(1, min(len(self._widgets) or 1, (self.width() + gap) // (style().px(self._least) + gap)))

    def _again(self) -> None:
        for column in range(max(self._columns, 1)):
            self._grid.setColumnStretch(column, 0)
        self._columns = self._fitting()
        self._grid.setSpacing(style().space("x3"))
        for place, widget in enumerate(self._widgets):
            self._grid.addWidget(widget, place // self._columns, place % self._columns, self._align)
        for column in range(self._columns):
            self._grid.setColumnStretch(column, 1)

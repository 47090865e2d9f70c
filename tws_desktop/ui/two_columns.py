"""Two columns of panels on the paper ground; one below the other where it is narrow."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from tws_desktop.ui.kit.breadth import Breadth, breadth
from tws_desktop.ui.style import style


class TwoColumns(QWidget):
    """`left` and `right` are layouts to fill with panels."""

    def __init__(self, left_share: int = 15, right_share: int = 7) -> None:
        super().__init__()
        self.setProperty("ground", "bg")
        self.left, self.right = QVBoxLayout(), QVBoxLayout()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.addLayout(self.left, left_share)
        self._row.addLayout(self.right, right_share)
        self._row.setAlignment(self.left, Qt.AlignmentFlag.AlignTop)
        self._row.setAlignment(self.right, Qt.AlignmentFlag.AlignTop)
        self._follow()
        style().changed.connect(self._follow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follows the window's width."""
        super().resizeEvent(event)
        self._follow()

    def showEvent(self, event: QShowEvent) -> None:
        """Follows the window's width."""
        super().showEvent(event)
        self._follow()

    def _follow(self) -> None:
        narrow = breadth(self.window().width(), style().scale) is Breadth.NARROW
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._row.direction() != direction:
            self._row.setDirection(direction)
        side = style().space("x5")
        self._row.setContentsMargins(side, style().px(20), side, side)
        self._row.setSpacing(style().px(20))
        for column in (self.left, self.right):
            column.setSpacing(style().space("x4"))

"""A list with the fields of its row beside it; narrow or with large text they take turns."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tws_desktop.ui.kit.buttons import Button
from tws_desktop.ui.style import style

_NARROW = 560


class ListAndFields(QWidget):
    """`back` leads from the fields to the list and is there only where they take turns."""

    def __init__(self, left: QWidget, right: QWidget, back: Button, shares: tuple[int, int]) -> None:
        super().__init__()
        self._left, self._right, self._back = left, right, back
        self._has_fields = False
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(style().px(14))
        line.addWidget(left, shares[0])
        line.addWidget(right, shares[1])
        back.hide()
        back.clicked.connect(self.turn_to_list)

    @property
    def is_narrow(self) -> bool:
        """Whether only one of both is shown."""
        return self.width() / style().scale < _NARROW

    def show_fields(self, *, on: bool) -> None:
        """Without a row the list has the whole width."""
        self._has_fields = on
        self._fit()

    def turn_to_fields(self) -> None:
        """The fields, where they take turns."""
        if self.is_narrow:
            self._left.hide()
            self._right.show()

    def turn_to_list(self) -> None:
        """The list, where they take turns."""
        self._right.hide()
        self._left.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.is_narrow
        self._back.setVisible(narrow)
        if not narrow:
            self._left.show()
            self._right.setVisible(self._has_fields)
        elif not self._left.isHidden() and not self._right.isHidden():
            self._right.hide()

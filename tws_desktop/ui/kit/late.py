"""A place for what is not looked at first: it is made when the place is first shown."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

W = TypeVar("W", bound=QWidget)


class Late(QWidget, Generic[W]):
    """`Late(lambda: FactsView(...))`; `made` is None until it is shown or `content` is asked for."""

    def __init__(self, make: Callable[[], W]) -> None:
        super().__init__()
        self._make = make
        self.made: W | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @cached_property
    def content(self) -> W:
        """What belongs here; the keys reach it here too, and not behind all that was made before."""
        before = self._stop_before()
        self.made = self._make()
        self._column.addWidget(self.made)
        for stop in self.made.findChildren(QWidget):
            if _is_stop(stop) and stop.window() is self.window():
                QWidget.setTabOrder(before, stop)
                before = stop
        return self.made

    def showEvent(self, event: QShowEvent) -> None:
        """Makes the content."""
        super().showEvent(event)
        self.content.show()

    def _stop_before(self) -> QWidget:
        before = self.previousInFocusChain()
        while before is not None and before is not self and not _is_stop(before):
            before = before.previousInFocusChain()
        return before or self


def _is_stop(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)

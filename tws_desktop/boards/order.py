"""Moving the cursor through a list of inputs by Enter and the arrow keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget


def go_on(inputs: Sequence[QWidget], here: QWidget, by: int) -> bool:
    """Focus the input `by` places after `here`; False at the ends."""
    if here not in inputs:
        return False
    place = list(inputs).index(here) + by
    if not 0 <= place < len(inputs):
        return False
    inputs[place].setFocus(Qt.FocusReason.TabFocusReason)
    show(inputs[place])
    return True


def show_in(area: QScrollArea, widget: QWidget) -> None:
    """Scroll to what has just been opened, once it has its place."""
    QTimer.singleShot(0, widget, lambda: area.ensureWidgetVisible(widget, 0, 24))


def show(widget: QWidget) -> None:
    """Scroll the nearest scrolling parent so that `widget` is seen."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget, 0, 24)
            return
        parent = parent.parentWidget()

"""The line of what can be done with the selected card; the keys stand on it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from tws_desktop.ui.kit.buttons import Button, ButtonKind, ButtonSize
from tws_desktop.ui.kit.flow_row import FlowRow
from tws_desktop.ui.style import style

BarActs = tuple[tuple[str, str, str, Callable[[], None]], ...]
"""(text, icon, key, act) of each button."""


class CardBar(QWidget):
    """Quiet buttons."""

    def __init__(self, acts: BarActs) -> None:
        super().__init__()
        flow = FlowRow(gap=2)
        self.buttons: dict[str, Button] = {}
        for text, icon, key, act in acts:
            button = Button(text, ButtonKind.QUIET, icon=icon, key=key, size=ButtonSize.SMALL)
            button.clicked.connect(act)
            flow.add(button)
            self.buttons[text] = button
        row = QHBoxLayout(self)
        row.setContentsMargins(style().px(2), 0, 0, 0)
        row.addWidget(flow)

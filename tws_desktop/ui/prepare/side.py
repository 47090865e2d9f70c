"""The right column of the page: the marked phase or the workshop, and the check below."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tws_desktop.ui.kit.late import Late
from tws_desktop.ui.kit.panel import Rule
from tws_desktop.ui.prepare.check_panel import CheckPanel
from tws_desktop.ui.prepare.phase_panel import PhasePanel
from tws_desktop.ui.prepare.workshop_panel import WorkshopPanel
from tws_desktop.ui.style import style


class Side(QWidget):
    """`phase` and `workshop` are made when they are first shown."""

    def __init__(self, phase: Callable[[], PhasePanel], workshop: Callable[[], WorkshopPanel]) -> None:
        super().__init__()
        self.phase, self.workshop, self.checks = Late(phase), Late(workshop), CheckPanel()
        column = QVBoxLayout(self)
        for widget in (self.phase, self.workshop, Rule(), self.checks):
            column.addWidget(widget)
        column.addStretch(1)
        column.setContentsMargins(style().px(18), style().space("x4"), style().px(18), style().space("x4"))
        column.setSpacing(style().space("x4"))

    def settle(self) -> None:
        """Hand on what is typed."""
        for panel in (self.phase.made, self.workshop.made):
            if panel is not None:
                panel.form.settle()

"""A page that is blank until its rows are read, then shows them or the empty state."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from tws_desktop.ui.kit.messages import EmptyState


class EmptyOr(QStackedWidget):
    """Never says "nothing here" before it is known. `show_content(there)` after each reading."""

    def __init__(self, empty: EmptyState, content: QWidget) -> None:
        super().__init__()
        for page in (QWidget(), empty, content):
            self.addWidget(page)

    def show_content(self, *, there: bool) -> None:
        """Shows the content, or the empty state where nothing is there."""
        self.setCurrentIndex(2 if there else 1)

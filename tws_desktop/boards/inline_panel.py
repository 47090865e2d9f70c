"""A panel that opens on the board between cards and input; Esc closes it, it never locks anything."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from tws_desktop.ui.kit.buttons import icon_button
from tws_desktop.ui.kit.columns import Column
from tws_desktop.ui.kit.panel import Panel
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr


class InlinePanel(Panel):
    """Head with a close button; content from `body` scrolls when it is too high for the board."""

    closed = Signal()

    def __init__(self, title: str, icon: str, meta: str = "") -> None:
        super().__init__(title, icon, meta, small_head=True)
        close = icon_button(tr("Schließen"), "x")
        close.clicked.connect(self.closed)
        self.head_row.addWidget(close)
        self._content = QWidget()
        self.body = QVBoxLayout(self._content)
        self.body.setContentsMargins(0, 0, style().px(4), 0)
        self.body.setSpacing(style().px(8))
        self._scroll: QScrollArea = Column(self._content, title, ground="none")
        self._scroll.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.add(self._scroll)

    def fit(self, most: int) -> None:
        """Takes the height of the content, at most `most` pixels."""
        width = max(style().px(300), self.width() - style().px(40))
        layout = self._content.layout()
        need = layout.totalHeightForWidth(width) if layout and layout.hasHeightForWidth() else -1
        height = max(need, self._content.sizeHint().height() if need < 0 else 0) + style().px(2)
        self._scroll.setFixedHeight(max(style().px(40), min(most, height)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

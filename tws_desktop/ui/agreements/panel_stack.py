"""The panels above the paper: one at a time, as high as it needs, scrolling where the window is low."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from tws_desktop.ui.kit.columns import Column
from tws_desktop.ui.kit.panel import Rule
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr

_MOST = 0.72


class PanelStack(Column):
    """`put(panel)` takes a panel in; the stack is there while one of them is; `emptied` when the last is gone.

    `edge` belongs below it: a line where a panel goes on below.
    """

    emptied = Signal()

    def __init__(self) -> None:
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._panels: list[QWidget] = []
        super().__init__(self._content, tr("Ausgabe, Vorlage, Angaben"), "bg")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.edge = Rule()
        self.edge.hide()
        self.verticalScrollBar().rangeChanged.connect(lambda _, most: self._show_edge(most))
        self._space()
        style().changed.connect(self._space)
        self.hide()

    def put(self, panel: QWidget) -> None:
        """Takes a panel in; it stays hidden until it is shown."""
        shown = not panel.isHidden()
        self._panels.append(panel)
        self._column.addWidget(panel)
        panel.setVisible(shown)
        panel.installEventFilter(self)

    def shut(self) -> bool:
        """Hides what is open; False if nothing was."""
        was_open = not self.isHidden()
        for panel in self._panels:
            panel.hide()
        return was_open

    def sizeHint(self) -> QSize:
        """As high as the panel, at most a share of the page."""
        hint = self._content.sizeHint()
        width = self.viewport().width() or hint.width()
        height = self._content.heightForWidth(width) if self._content.hasHeightForWidth() else hint.height()
        page = self.parentWidget()
        most = round(page.height() * _MOST) if page is not None and page.height() else height
        return QSize(hint.width(), min(height, most))

    def minimumSizeHint(self) -> QSize:
        """It may get low."""
        return QSize(style().px(240), style().px(80))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Comes and goes with its panels."""
        if event.type() in {QEvent.Type.ShowToParent, QEvent.Type.HideToParent, QEvent.Type.LayoutRequest}:
            wanted = any(not panel.isHidden() for panel in self._panels)
            if wanted is self.isHidden():
                self.setVisible(wanted)
                self._show_edge(self.verticalScrollBar().maximum())
                if not wanted:
                    self.emptied.emit()
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def _show_edge(self, hidden_below: int) -> None:
        self.edge.setVisible(hidden_below > 0 and not self.isHidden())

    def _space(self) -> None:
        side = style().space("x5")
        self._column.setContentsMargins(side, style().px(15), side, style().px(4))

"""A column that slides over the page where the window is too narrow for it; Esc closes it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from tws_desktop.ui.kit.buttons import icon_button
from tws_desktop.ui.kit.labels import ElideLabel
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr


class Drawer(QFrame):
    """Lies at the `left` or right edge of its parent. `put(widget, title)` fills it; focus returns on
    closing.
    """

    closed = Signal()

    def __init__(self, parent: QWidget, *, left: bool = False) -> None:
        super().__init__(parent)
        self._page = parent
        self._left = left
        self._before: QWidget | None = None
        self._content: QWidget | None = None
        self._wish = style().px(304)
        self.setProperty("ground", "sunken")
        self.setAutoFillBackground(True)
        self._title = ElideLabel("", "heading")
        self.close_button = icon_button(tr("Schließen"), "x")
        self.close_button.clicked.connect(self.shut)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.close_button)
        self._column = QVBoxLayout(self)
        self._column.addLayout(head)
        parent.installEventFilter(self)
        self.hide()

    @property
    def content(self) -> QWidget | None:
        """What it holds."""
        return self._content

    def put(self, widget: QWidget, title: str, width: int) -> None:
        """Takes the widget into the drawer; `width` in pixels at most, never more than the page."""
        self._content, self._wish = widget, width
        self._title.setText(title)
        self.setAccessibleName(title)
        self._column.addWidget(widget, 1)
        widget.show()
        self._place()

    def take(self) -> QWidget | None:
        """Gives the widget back and closes."""
        self.hide()
        widget, self._content = self._content, None
        if widget is not None:
            self._column.removeWidget(widget)
        return widget

    def open(self) -> None:
        """Shows the drawer and moves the focus into it."""
        self._before = QApplication.focusWidget()
        self._place()
        self.show()
        self.raise_()
        self.close_button.setFocus(Qt.FocusReason.PopupFocusReason)

    def shut(self) -> None:
        """Hides the drawer; the focus goes back where it was."""
        if self.isHidden():
            return
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self._before = None
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.shut()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stays at its edge."""
        if watched is self._page and event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paints the ground and the line towards the page."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), style().colour("sunken"))
        edge = self.width() - 1 if self._left else 0
        painter.fillRect(QRect(edge, 0, 1, self.height()), style().colour("line_strong"))
        painter.end()

    def _place(self) -> None:
        page = self._page
        width = min(page.width(), self._wish)
        self.setGeometry(0 if self._left else page.width() - width, 0, width, page.height())

"""A row of widgets that goes on in a second row when the width is used up: chips, buttons, answers."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tws_desktop.ui.style import style


class FlowRow(QWidget):
    """`FlowRow(chip, chip, button)`; hidden widgets take no room. `add` and `clear` change it."""

    def __init__(self, *widgets: QWidget, gap: int = 8) -> None:
        super().__init__()
        self._gap = gap
        self._widgets: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for widget in widgets:
            self.add(widget)
        style().changed.connect(self._again)

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        """What stands in the row."""
        return tuple(self._widgets)

    def add(self, widget: QWidget) -> None:
        """Puts a widget at the end."""
        self.take(widget)
        widget.setParent(self)
        widget.show()
        self._widgets.append(widget)
        self._again()

    def take(self, widget: QWidget) -> None:
        """Takes a widget out without deleting it; nothing happens for one that is not there."""
        if widget in self._widgets:
            self._widgets.remove(widget)
            self._again()

    def clear(self) -> None:
        """Takes all widgets out and deletes them."""
        for widget in self._widgets:
            widget.hide()
            widget.deleteLater()
        self._widgets.clear()
        self._again()

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of all rows."""
        rects = self._rects(width)
        return max((rect.bottom() + 1 for rect in rects), default=0) + self.contentsMargins().bottom()

    def sizeHint(self) -> QSize:
        """All in one row."""
        rects = self._rects(1_000_000)
        return QSize(max((rect.right() + 1 for rect in rects), default=0), self.heightForWidth(1_000_000))

    def minimumSizeHint(self) -> QSize:
        """The widest of them, on one row."""
        hints = [widget.minimumSizeHint() for widget in self.shown]
        return QSize(
            max((hint.width() for hint in hints), default=0),
            max((hint.height() for hint in hints), default=0),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Places the widgets."""
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        """Places the widgets anew when one of them has come, gone or changed its words."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._again()
        return super().event(event)

    @property
    def shown(self) -> list[QWidget]:
        """Those that take room."""
        return [widget for widget in self._widgets if not widget.isHidden()]

    def _rects(self, width: int) -> list[QRect]:
        gap = style().px(self._gap)
        margins = self.contentsMargins()
        width -= margins.left() + margins.right()
        rows: list[list[QRect]] = [[]]
        left = 0
        for widget in self.shown:
            hint = widget.sizeHint()
            wide = min(hint.width(), width)
            if left and left + wide > width:
                rows.append([])
                left = 0
            rows[-1].append(QRect(left, 0, wide, hint.height()))
            left += wide + gap
        top, placed = margins.top(), []
        for row in rows:
            height = max((rect.height() for rect in row), default=0)
            placed += [rect.translated(margins.left(), top + (height - rect.height()) // 2) for rect in row]
            top += height + gap
        return placed

    def _place(self) -> None:
        for widget, rect in zip(self.shown, self._rects(self.width()), strict=True):
            widget.setGeometry(rect)

    def _again(self) -> None:
        self.updateGeometry()
        self._place()

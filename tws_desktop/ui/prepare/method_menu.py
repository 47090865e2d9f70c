"""The methods to choose from for a further phase."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from tws_desktop.domain.methods import Method
from tws_desktop.ui.icons import icon
from tws_desktop.ui.prepare.prepare_presenter import method_icon
from tws_desktop.ui.words import tr


class MethodMenu(QMenu):
    """`chosen(key)`; the words say minutes too."""

    chosen = Signal(str)

    def __init__(self, methods: Mapping[str, Method]) -> None:
        super().__init__()
        self.setAccessibleName(tr("Methode der neuen Phase"))
        for method in sorted(methods.values(), key=lambda method: method.title):
            if method.default is None:
                continue
            words = f"{method.title}, {method.minutes_min} bis {method.minutes_max} min".replace("&", "&&")
            action = self.addAction(icon(method_icon(method)), words)
            action.triggered.connect(lambda _on=False, key=method.key: self.chosen.emit(key))

    def show_under(self, widget: QWidget) -> None:
        """Opens at the lower edge of a button."""
        self.popup(widget.mapToGlobal(QPoint(0, widget.height())))

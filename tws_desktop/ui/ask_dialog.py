"""A short question at the desk that stands before a file dialog: one field, one filled button, Esc leaves."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from tws_desktop.ui.kit.buttons import filled, quiet
from tws_desktop.ui.kit.form_row import FormRow
from tws_desktop.ui.kit.labels import Heading
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr


class AskDialog(QDialog):
    """`AskDialog(parent, title, label, field, hint, act)`; `agreed()` shows it and says whether to go on."""

    def __init__(self, parent: QWidget, title: str, label: str, field: QWidget, hint: str, act: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(style().px(460))
        self._field = field
        self.go, self.stop = filled(act, "check"), quiet(tr("Abbrechen"))
        self.go.setDefault(True)
        self.go.clicked.connect(self.accept)
        self.stop.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.setSpacing(style().space("x2"))
        buttons.addWidget(self.go)
        buttons.addWidget(self.stop)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        margin = style().space("x5")
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(style().space("x4"))
        column.addWidget(Heading(title))
        column.addWidget(FormRow(label, field, hint))
        column.addLayout(buttons)
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def agreed(self) -> bool:
        """Ask; False if it was left."""
        return self.exec() == QDialog.DialogCode.Accepted

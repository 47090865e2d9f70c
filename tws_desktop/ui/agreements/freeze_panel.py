"""Before a version is frozen: what that means, because it cannot be taken back."""

from __future__ import annotations

from PySide6.QtCore import Signal

from tws_desktop.ui.agreements.reading import DeskState
from tws_desktop.ui.kit.buttons import filled, icon_button, quiet
from tws_desktop.ui.kit.flow_row import FlowRow
from tws_desktop.ui.kit.labels import WrapLabel
from tws_desktop.ui.kit.panel import Panel
from tws_desktop.ui.words import tr


def freeze_words(state: DeskState) -> str:
    """What freezing does, and how much is still open."""
    words = tr(
        "Der Text von heute bleibt als Fassung {number} unverändert erhalten. Der Entwurf geht als {following} weiter. "
        "Was davor geschrieben wurde, lässt sich danach nicht mehr rückgängig machen."
    ).format(number=state.agreement.version, following=state.agreement.version + 1)
    if not state.gaps:
        return words
    still = tr("Noch 1 Lücke ist offen.") if len(state.gaps) == 1 else tr("Noch {count} Lücken sind offen.")
    return f"{words}\n{still.format(count=len(state.gaps))}"


class FreezePanel(Panel):
    """`open_for(state)`; `freeze_wanted` after the button."""

    freeze_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(tr("Fassung einfrieren"), "snowflake")
        close = icon_button(tr("Schließen"), "x")
        close.clicked.connect(self.hide)
        self.head_row.addWidget(close)
        self._words = WrapLabel("")
        self.freeze = filled(tr("Fassung einfrieren"), "snowflake")
        self.freeze.clicked.connect(self._go)
        leave = quiet(tr("Abbrechen"))
        leave.clicked.connect(self.hide)
        self.add(self._words)
        self.add(FlowRow(self.freeze, leave))
        self.hide()

    def open_for(self, state: DeskState) -> None:
        """Shows what would happen."""
        self._words.setText(freeze_words(state))
        self.show()
        self.freeze.setFocus()

    def _go(self) -> None:
        self.hide()
        self.freeze_wanted.emit()

"""What was done in this workshop, newest first, with the way back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from tws_desktop.domain.keeping import Happening
from tws_desktop.ui.kit.buttons import icon_button, small
from tws_desktop.ui.kit.panel import Panel
from tws_desktop.ui.kit.row_list import RowList
from tws_desktop.ui.kit.rows import Row
from tws_desktop.ui.words import tr

_MOST = 200


class HistoryPanel(Panel):
    """A list with undo and redo above it."""

    undo = Signal()
    redo = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__(tr("Verlauf"), "history")
        undo = small(tr("Rückgängig"), "undo-2")
        redo = small(tr("Wiederherstellen"), "redo-2")
        close = icon_button(tr("Schließen"), "x")
        undo.clicked.connect(self.undo)
        redo.clicked.connect(self.redo)
        close.clicked.connect(self.closed)
        self.head_row.addWidget(close)
        row = QHBoxLayout()
        row.addWidget(undo)
        row.addWidget(redo)
        row.addStretch(1)
        self.add_layout(row)
        self.list = RowList(tr("Verlauf"), dense=True)
        self.add_wide(self.list, 1)

    def show_history(self, happenings: tuple[Happening, ...]) -> None:
        """Shows the newest actions; undone ones are marked, a barrier stops undo."""
        self.list.set_rows(tuple(_row(happening) for happening in happenings[:_MOST]))


def _row(happening: Happening) -> Row:
    chip = tr("zurückgenommen") if happening.undone else tr("endgültig") if happening.barrier else ""
    when = happening.at.astimezone()
    return Row(str(happening.number), happening.what, lead=f"{when:%H:%M}", chip=chip, quiet=happening.undone)

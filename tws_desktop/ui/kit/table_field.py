"""A table to fill in with its buttons; it hands its rows on like a field: after a pause or on leaving."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QVBoxLayout, QWidget

from tws_desktop.ui.kit.buttons import ButtonKind, small
from tws_desktop.ui.kit.flow_row import FlowRow
from tws_desktop.ui.kit.kept_field import SETTLED_AFTER
from tws_desktop.ui.kit.table_cells import Rows, TableCells
from tws_desktop.ui.words import tr


class TableField(QWidget):
    """`TableField("Investitionsplan", ("Vorhaben", "Jahr"), rows)`; `settled(rows)` once for each change."""

    settled = Signal(object)

    def __init__(self, name: str, columns: Sequence[str], rows: Iterable[Sequence[str]] = ()) -> None:
        super().__init__()
        self.cells = TableCells(name, columns)
        self.cells.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.cells.set_rows(rows)
        self._known: Rows | None = self.cells.rows()
        self.pause_clock = QTimer(self)
        self.pause_clock.setSingleShot(True)
        self.pause_clock.setInterval(SETTLED_AFTER)
        self.pause_clock.timeout.connect(self.settle)
        self.add_button = small(tr("Zeile anfügen"), "plus")
        self.add_button.clicked.connect(self.cells.add_row)
        self.remove_button = small(tr("Zeile löschen"), "trash-2", ButtonKind.QUIET)
        self.remove_button.clicked.connect(self.cells.remove_row)
        self.cells.typed.connect(self.pause_clock.start)
        self.cells.itemChanged.connect(lambda _: self._changed())
        self.cells.altered.connect(self.settle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.cells)
        column.addWidget(FlowRow(self.add_button, self.remove_button))
        self.setFocusProxy(self.cells)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)

    @property
    def open(self) -> bool:
        """Whether there are rows that have not been handed on."""
        return self.cells.rows() != self._known

    def rows(self) -> Rows:
        """What stands in the table, with what is being typed."""
        self.cells.commit_open()
        return self.cells.rows()

    def show_rows(self, rows: Iterable[Sequence[str]]) -> None:
        """Shows stored rows; what a person is changing right now stays."""
        wanted = tuple(tuple(row) for row in rows)
        if self.open or self.pause_clock.isActive() or wanted == self._known:
            return
        self._known = wanted
        self.cells.set_rows(wanted)
        self.pause_clock.stop()

    def take_back(self) -> None:
        """What was handed on last was refused: it stays as typed and counts as not handed on."""
        self._known = None

    def settle(self) -> None:
        """Hands the rows on now, if they have changed."""
        self.pause_clock.stop()
        rows = self.rows()
        if rows != self._known:
            self._known = rows
            self.settled.emit(rows)

    def hideEvent(self, event: QHideEvent) -> None:
        """What is typed is handed on, however the table goes."""
        super().hideEvent(event)
        self.settle()

    def _changed(self) -> None:
        self.cells.updateGeometry()
        if self.open:
            self.pause_clock.start()

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        inside = new is not None and self.isAncestorOf(new)
        if old is not None and self.isAncestorOf(old) and not inside:
            self.settle()

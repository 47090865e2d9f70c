"""The building blocks of an agreement that belong to a position: their titles as chips, a list to tick."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from tws_desktop.boards.form.tick_list import Tick, TickList
from tws_desktop.domain.text import listed
from tws_desktop.services.boards.offers import Shelf
from tws_desktop.ui.kit.buttons import small
from tws_desktop.ui.kit.flow_row import FlowRow
from tws_desktop.ui.kit.labels import WrapLabel
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr


class ClauseField(QWidget):
    """Keys of clauses as one text („SCH-01, SCH-02“); `chosen(text)` after each tick."""

    chosen = Signal(str)

    def __init__(self, label: str, shelf: Shelf) -> None:
        super().__init__()
        self.setAccessibleName(label)
        self._shelf = shelf
        self._keys: tuple[str, ...] = ()
        self._fitting: tuple[str, ...] = ()
        self._names = WrapLabel("", "body", "text_2")
        self.open_button = small(tr("Bausteine wählen"), "list-checks")
        self.open_button.setCheckable(True)
        self.list = TickList(label)
        self.list.ticked.connect(lambda *_: self._ticked())
        self.list.hide()
        self.open_button.toggled.connect(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style().space("x1"))
        column.addWidget(WrapLabel(label, "label"))
        column.addWidget(self._names)
        column.addWidget(FlowRow(self.open_button))
        column.addWidget(self.list)
        self.show_text("")

    def show_text(self, text: str) -> None:
        """Shows which clauses are chosen; keys the catalogue no longer has stay."""
        self._keys = listed(text)
        others = sorted(key for key in self._shelf.clauses if key not in self._fitting)
        fits = tr("{key} · passt zum Thema")
        known = [Tick(key, self._shelf.clauses[key].title, fits.format(key=key)) for key in self._fitting]
        known += [Tick(key, self._shelf.clauses[key].title, key) for key in others]
        gone = [Tick(key, key, tr("nicht mehr im Katalog")) for key in self._keys if key not in self._shelf.clauses]
        self.list.show_items((*known, *gone), self._keys)
        self._name()

    def put_first(self, keys: Sequence[str]) -> None:
        """The clauses that fit the topic stand first."""
        if tuple(keys) != self._fitting:
            self._fitting = tuple(keys)
            self.show_text(", ".join(self._keys))

    def _open(self, on: bool) -> None:
        self.list.setVisible(on)
        if on:
            self.list.search.setFocus(Qt.FocusReason.OtherFocusReason)
            QTimer.singleShot(0, self._into_view)

    def _into_view(self) -> None:
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(self.list)

    def _ticked(self) -> None:
        self._keys = self.list.keys
        self._name()
        self.chosen.emit(", ".join(self._keys))

    def _name(self) -> None:
        names = [self._shelf.clauses[key].title if key in self._shelf.clauses else key for key in self._keys]
        self._names.setText(", ".join(names) or tr("Noch keine gewählt."))

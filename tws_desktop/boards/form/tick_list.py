"""A list to tick: a line that filters, rows painted by one delegate, Enter or the space bar ticks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tws_desktop.ui.kit.fields import TextField
from tws_desktop.ui.kit.row_list import RowList
from tws_desktop.ui.kit.rows import Row
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr

_FILTER_FROM = 7


@dataclass(frozen=True, slots=True)
class Tick:
    """One thing to tick."""

    key: str
    title: str
    meta: str = ""


class TickList(QWidget):
    """`ticked(key, on)` when a person ticks or unticks; `keys` are the ticked ones in the order of the list."""

    ticked = Signal(str, bool)

    def __init__(self, name: str, most_rows: int = 5) -> None:
        super().__init__()
        self._items: tuple[Tick, ...] = ()
        self._on: frozenset[str] = frozenset()
        self._most = most_rows
        self.search = TextField(tr("{name}: suchen").format(name=name), placeholder=tr("Suchen"), icon_name="search")
        self.search.textChanged.connect(self._show)
        self.list = RowList(name, dense=True)
        self.list.opened.connect(self._toggle)
        self.list.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style().px(6))
        column.addWidget(self.search)
        column.addWidget(self.list)

    @property
    def keys(self) -> tuple[str, ...]:
        """The ticked keys."""
        return tuple(item.key for item in self._items if item.key in self._on)

    def show_items(self, items: Sequence[Tick], on: Iterable[str]) -> None:
        """Shows other things or other ticks; the current row stays."""
        self._items, self._on = tuple(items), frozenset(on)
        self.search.setVisible(len(self._items) >= _FILTER_FROM)
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The space bar ticks."""
        if (
            watched is self.list
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Space
            and self.list.current_key()
        ):
            self._toggle(self.list.current_key())
            return True
        return False

    def _toggle(self, key: str) -> None:
        on = key not in self._on
        self._on = self._on | {key} if on else self._on - {key}
        self._show()
        self.ticked.emit(key, on)

    def _show(self) -> None:
        wanted = self.search.text().strip().casefold() if len(self._items) >= _FILTER_FROM else ""
        rows = [
            Row(
                item.key,
                item.title,
                item.meta,
                icon="check" if item.key in self._on else "circle",
                icon_tone="ok" if item.key in self._on else "text_3",
                chip=tr("gewählt") if item.key in self._on else "",
                chip_tone="ok",
            )
            for item in self._items
            if wanted in f"{item.title} {item.meta}".casefold()
        ]
        self.list.set_rows(rows)
        shown = min(self._most, max(1, len(rows)))
        height = self.list.sizeHintForRow(0) if rows else style().px(36)
        self.list.setFixedHeight(shown * max(height, style().px(30)) + 2)

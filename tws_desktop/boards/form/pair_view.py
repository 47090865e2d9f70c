"""One pair of give and take: what we give at the left, what we get at the right, each with its end."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from tws_desktop.boards.form.row_form import RowForm
from tws_desktop.domain.board_parameters import Board, RecordKind
from tws_desktop.domain.positions import Trade
from tws_desktop.services.boards.forms import Row, form_of
from tws_desktop.services.boards.offers import Shelf
from tws_desktop.ui.kit.buttons import ButtonKind, icon_button, small
from tws_desktop.ui.kit.chips import Chip
from tws_desktop.ui.kit.flow_row import FlowRow
from tws_desktop.ui.kit.labels import PlainLabel
from tws_desktop.ui.kit.panel import Panel
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr

_SIDES = (("gives", "gives_until"), ("gets", "gets_until"))
_IN_ONE_LINE = 700
_SIDE_BY_SIDE = 380
_PLACES: Mapping[int, Callable[[int, int], tuple[int, int]]] = {
    4: lambda side, place: (0, 3 * side + place),
    2: lambda side, place: (place, side),
    1: lambda side, place: (2 * side + place, 0),
}
_STRETCH = {4: (7, 3, 0, 7, 3), 2: (1, 1, 0, 0, 0), 1: (1, 0, 0, 0, 0)}


class PairView(Panel):
    """`settled(key, text)` and `half_typed(key, text)`; without a row it is the line for the next pair."""

    settled = Signal(str, str)
    half_typed = Signal(str, str)
    who_wanted = Signal()
    moved = Signal(int)
    removed = Signal()

    def __init__(self, board: Board, shelf: Shelf, today: Callable[[], date]) -> None:
        super().__init__()
        self.row_id: UUID | None = None
        self._form_rows: dict[str, QWidget] = {}
        self.form = RowForm([replace(field, hint="") for field in form_of(board).fields], shelf, today)
        self.form.settled.connect(self.settled)
        self.form.half_typed.connect(self.half_typed)
        self._labels = {field.key: field.label for field in form_of(board).fields}
        self.lacks = FlowRow(gap=6)
        self.title = PlainLabel("", "label", "text_2")
        self.acts = QWidget()
        self._head()
        self._grid = QGridLayout()
        self._shape = -1
        self._take_out()
        self.add_layout(self._grid)
        if len(self.form.rows) > len(self._form_rows):
            self.add(self.form)
        self.show_row(None, 1)

    def show_row(self, row: Row | None, number: int) -> None:
        """Shows a pair and what it still lacks; what is half typed stays."""
        self.row_id = row.id if row else None
        words = tr("Paar {number}").format(number=number) if row else tr("Neues Paar")
        self.title.setText(words)
        self.setAccessibleName(words)
        self.acts.setVisible(row is not None)
        self.lacks.clear()
        for lack in lacks_of(row):
            self.lacks.add(Chip(lack, "triangle-alert", "warn"))
        if row is not None:
            self.form.show_texts(row.shown)

    def settle(self) -> None:
        """Hands on everything typed."""
        self.form.settle()

    def focus(self) -> None:
        """The cursor to what we give."""
        self.form.field("gives").setFocus(Qt.FocusReason.ShortcutFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Four fields in a line, two columns, or one below the other where it is very narrow."""
        super().resizeEvent(event)
        self._arrange()

    def _head(self) -> None:
        self.who_button = small(tr("Wer sieht das?"), "eye", ButtonKind.QUIET)
        self.who_button.clicked.connect(self.who_wanted)
        buttons = (
            ("arrow-up", tr("Nach oben"), lambda: self.moved.emit(-1)),
            ("arrow-down", tr("Nach unten"), lambda: self.moved.emit(1)),
            ("trash-2", tr("Löschen"), self.removed.emit),
        )
        flow = FlowRow(self.who_button, gap=2)
        for icon, name, act in buttons:
            button = icon_button(name, icon)
            button.clicked.connect(act)
            flow.add(button)
        self.acts = flow
        self.head_row.insertWidget(0, self.title)
        self.head_row.insertWidget(1, self.lacks, 1, Qt.AlignmentFlag.AlignVCenter)
        self.head_row.insertWidget(2, self.acts)
        for part in (self.icon_mark, self.title_label, self.meta_label):
            part.hide()
        self.add_layout(self.head_row)

    def _take_out(self) -> None:
        for text, until in _SIDES:
            for key in (text, until):
                self._form_rows[key] = self.form.take_out(key)
            self.form.field(until).setAccessibleName(f"{self._labels[text]}, {self._labels[until]}")

    def _arrange(self) -> None:
        width = self.width() / style().scale
        shape = 4 if width >= _IN_ONE_LINE else 2 if width >= _SIDE_BY_SIDE else 1
        if shape == self._shape:
            return
        self._shape = shape
        for row in self._form_rows.values():
            self._grid.removeWidget(row)
        for number, side in enumerate(_SIDES):
            for place, key in enumerate(side):
                line, column = _PLACES[shape](number, place)
                self._grid.addWidget(self._form_rows[key], line, column, Qt.AlignmentFlag.AlignTop)
        for column, stretch in enumerate(_STRETCH[shape]):
            self._grid.setColumnStretch(column, stretch)
        self._grid.setColumnMinimumWidth(2, style().space("x2") if shape == 4 else 0)
        self._grid.setHorizontalSpacing(style().space("x3"))
        self._grid.setVerticalSpacing(style().space("x2"))


def has_sides(board: Board) -> bool:
    """Whether a board asks for both sides with their ends, so that they can stand beside each other."""
    keys = {field.key for field in form_of(board).fields}
    return form_of(board).record is RecordKind.TRADE and all(key in keys for side in _SIDES for key in side)


def lacks_of(row: Row | None) -> tuple[str, ...]:
    """What a pair still needs: no field stays alone, no giving without an end."""
    record = row.record if row else None
    if not isinstance(record, Trade):
        return ()
    found = (
        (not record.gives.strip(), tr("Wir geben fehlt")),
        (not record.gets.strip(), tr("Gegenleistung fehlt")),
        (record.gives_until is None, tr("unser Beitrag ohne Ende")),
        (record.gets_until is None and bool(record.gets.strip()), tr("Gegenleistung ohne Ende")),
    )
    return tuple(words for lacks, words in found if lacks)

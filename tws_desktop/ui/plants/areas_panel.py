"""The areas of a plant with their headcount: typed in place, moved, removed."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from tws_desktop.domain.errors import InputRefused
from tws_desktop.domain.german.numbers import read_number, show_number
from tws_desktop.domain.plants import Area
from tws_desktop.ui.kit.buttons import icon_button, outlined
from tws_desktop.ui.kit.fields import TextField
from tws_desktop.ui.kit.kept_field import KeptField
from tws_desktop.ui.kit.labels import PlainLabel, WrapLabel
from tws_desktop.ui.kit.panel import Panel
from tws_desktop.ui.kit.read_field import ReadField
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr


def read_headcount(text: str) -> int:
    """A number of employees, 0 to 999,999."""
    number = read_number(text)
    if number != int(number) or not 0 <= number <= 999_999:
        raise InputRefused("Die Zahl der Beschäftigten ist eine ganze Zahl ab 0. Bitte eine solche eintragen.")
    return int(number)


class AreasPanel(Panel):
    """`added(name, headcount)`, `changed(id, column, value)`, `moved(id, place)`, `removed(id)`."""

    added = Signal(str, object)
    changed = Signal(object, str, object)
    moved = Signal(object, int)
    removed = Signal(object)

    def __init__(self) -> None:
        super().__init__(tr("Bereiche"), "map")
        self._ids: tuple[UUID, ...] = ()
        self._names: dict[UUID, KeptField] = {}
        self._counts: dict[UUID, ReadField[int]] = {}
        self._table = QWidget()
        self._grid = QGridLayout(self._table)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.fault = WrapLabel("", "caption", "error")
        self.fault.hide()
        self.new_name = TextField(tr("Neuer Bereich"), placeholder=tr("Neuer Bereich"))
        self.new_count = ReadField[int](tr("Beschäftigte im neuen Bereich"), read_headcount, show_number)
        self.new_count.setPlaceholderText(tr("Beschäftigte"))
        self.new_count.refused.connect(self.show_fault)
        self.new_count.accepted.connect(lambda _count: self.show_fault(""))
        self.new_name.returnPressed.connect(self._add)
        self.new_count.returnPressed.connect(self._add)
        make = outlined(tr("Anlegen"), "plus")
        make.clicked.connect(self._add)
        row = QHBoxLayout()
        row.addWidget(self.new_name, 4)
        row.addWidget(self.new_count, 1)
        row.addWidget(make)
        self.add(self._table)
        self.add(self.fault)
        self.add_layout(row)

    def show_areas(self, areas: tuple[Area, ...]) -> None:
        """Show the areas; a name being typed stays."""
        ids = tuple(area.id for area in areas)
        if ids != self._ids:
            self._make(areas)
        for area in areas:
            self._names[area.id].show_text(area.name)
            field = self._counts[area.id]
            if not (field.hasFocus() and field.isModified()):
                field.set_value(area.headcount)
        total = sum(area.headcount or 0 for area in areas)
        self.set_title(tr("Bereiche"), tr("{count} Beschäftigte").format(count=show_number(total)) if total else "")

    def settle(self) -> None:
        """Hand on what is typed."""
        for kept in self._names.values():
            kept.settle()

    def show_fault(self, sentence: str) -> None:
        """Say what was refused."""
        self.fault.setText(sentence)
        self.fault.setVisible(bool(sentence))

    def _make(self, areas: tuple[Area, ...]) -> None:
        while item := self._grid.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self._ids = tuple(area.id for area in areas)
        self._names, self._counts = {}, {}
        if areas:
            self._grid.addWidget(PlainLabel(tr("Name"), "caption", "text_2"), 0, 0)
            self._grid.addWidget(PlainLabel(tr("Beschäftigte"), "caption", "text_2"), 0, 1)
        self._grid.setColumnStretch(0, 4)
        self._grid.setColumnStretch(1, 1)
        self._grid.setSpacing(style().space("x2"))
        for place, area in enumerate(areas):
            self._make_row(place, area, last=place + 1 == len(areas))

    def _make_row(self, place: int, area: Area, *, last: bool) -> None:
        name = TextField(tr("Name des Bereichs {name}").format(name=area.name), area.name)
        count = ReadField[int](
            tr("Beschäftigte in {name}").format(name=area.name), read_headcount, show_number, area.headcount
        )
        name.setCursorPosition(0)
        kept = KeptField(name)
        key = area.id
        kept.settled.connect(lambda text: self.changed.emit(key, "name", text))
        count.accepted.connect(lambda value: self.changed.emit(key, "headcount", value))
        count.refused.connect(self.show_fault)
        self._names[key], self._counts[key] = kept, count
        up = icon_button(tr("{name} nach oben").format(name=area.name), "arrow-up")
        down = icon_button(tr("{name} nach unten").format(name=area.name), "arrow-down")
        gone = icon_button(tr("{name} entfernen").format(name=area.name), "trash-2")
        up.setEnabled(place > 0)
        down.setEnabled(not last)
        up.clicked.connect(lambda: self.moved.emit(key, place - 1))
        down.clicked.connect(lambda: self.moved.emit(key, place + 1))
        gone.clicked.connect(lambda: self.removed.emit(key))
        for column, widget in enumerate((name, count, up, down, gone)):
            self._grid.addWidget(widget, place + 1, column)

    def _add(self) -> None:
        if self.new_name.text().strip() and self.new_count.take():
            self.added.emit(self.new_name.text(), self.new_count.value)
            self.new_name.clear()
            self.new_count.set_value(None)
            self.new_name.setFocus()

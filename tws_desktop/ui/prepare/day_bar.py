"""Over the agenda: begin, end, people, how much of the day is planned, and the day as a bar."""

from __future__ import annotations

from datetime import time

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tws_desktop.domain.errors import InputRefused
from tws_desktop.domain.german.times import read_time, show_time
from tws_desktop.ui.kit.bars import AgendaBar
from tws_desktop.ui.kit.chips import Chip, OriginChip
from tws_desktop.ui.kit.flow_row import FlowRow
from tws_desktop.ui.kit.labels import PlainLabel, WrapLabel
from tws_desktop.ui.kit.panel import IconMark
from tws_desktop.ui.kit.read_field import ReadField
from tws_desktop.ui.prepare.prepare_presenter import Day
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr


def read_people(text: str) -> int:
    """A number of people, 1 to 999."""
    if not text.strip().isdecimal() or not 1 <= int(text) <= 999:
        raise InputRefused(f"„{text.strip()[:20]}“ geht nicht als Zahl der Personen. Bitte 1 bis 999 eintragen.")
    return int(text)


class DayBar(QWidget):
    """`start_changed(time)`, `end_changed(time)`, `people_changed(int or None)`; `findings_wanted` opens the check."""

    start_changed = Signal(object)
    end_changed = Signal(object)
    people_changed = Signal(object)
    findings_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.start = ReadField[time](tr("Beginn"), read_time, show_time)
        self.end = ReadField[time](tr("Ende"), read_time, show_time)
        self.people = ReadField[int](tr("Personen"), read_people, str)
        self.start.accepted.connect(self.start_changed)
        self.end.accepted.connect(self.end_changed)
        self.people.accepted.connect(self.people_changed)
        self.planned, self.buffer = Chip(), Chip()
        self.findings = OriginChip("", "triangle-alert", "warn")
        self.findings.clicked.connect(self.findings_wanted)
        self.bar = AgendaBar(tr("Ablauf"))
        self._fault = WrapLabel("", "caption", "error")
        self._fault.hide()
        for field in (self.start, self.end, self.people):
            field.refused.connect(self.show_fault)
        self._row = FlowRow(
            _pair(tr("Beginn"), "clock", self.start),
            _pair(tr("Ende"), "", self.end),
            _pair(tr("Personen"), "users", self.people),
            self.planned,
            self.buffer,
            self.findings,
            gap=12,
        )
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (self._row, self._fault, self.bar):
            self._column.addWidget(widget)
        self._space()
        style().changed.connect(self._space)

    def show_day(self, day: Day, start: time, end: time, people: int | None) -> None:
        """Show times, people and chips; a field being typed into stays."""
        for field, value in ((self.start, start), (self.end, end), (self.people, people)):
            if not (field.hasFocus() and field.isModified()):
                field.set_value(value)  # type: ignore[arg-type]
        for chip, words in ((self.planned, day.planned), (self.buffer, day.buffer)):
            if chip.text() != words.text:
                chip.set_chip(words.text, words.icon, words.tone)
                chip.updateGeometry()
        count = len(day.findings)
        self.findings.setText(tr("1 Hinweis") if count == 1 else tr("{count} Hinweise").format(count=count))
        self.findings.setAccessibleName(self.findings.text())
        self.findings.setVisible(bool(count))
        name = tr("Ablauf von {start} bis {end}").format(start=show_time(start), end=show_time(end))
        self.bar.set_parts(name, day.parts, day.start)

    def show_fault(self, sentence: str) -> None:
        """Say what is wrong with a time; an empty sentence clears it."""
        self._fault.setText(sentence)
        self._fault.setVisible(bool(sentence))

    def settle(self) -> None:
        """Take what is typed."""
        for field in (self.start, self.end, self.people):
            if field.isModified():
                field.take()
                field.setModified(False)

    def _space(self) -> None:
        self._column.setSpacing(style().space("x2"))
        for field in (self.start, self.end, self.people):
            field.setFixedWidth(style().px(62))


def _pair(words: str, icon: str, field: QWidget) -> QWidget:
    pair = QWidget()
    row = QHBoxLayout(pair)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(style().space("x2"))
    if icon:
        row.addWidget(IconMark(icon), 0, Qt.AlignmentFlag.AlignVCenter)
    label = PlainLabel(words, "label")
    label.setBuddy(field)
    row.addWidget(label)
    row.addWidget(field)
    return pair

"""The left column: head, agenda, drift; and the line that stands for it where there is no room."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tws_desktop.ui.kit.bars import ProgressBar
from tws_desktop.ui.kit.labels import ElideLabel, Heading, PlainLabel
from tws_desktop.ui.kit.timer_face import clock_digits, spoken_time
from tws_desktop.ui.room.agenda_view import AgendaView
from tws_desktop.ui.room.drift_card import DriftCard
from tws_desktop.ui.room.room_presenter import RoomPresenter
from tws_desktop.ui.room.room_state import agenda_lines, drift, planned
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr


class AgendaColumn(QWidget):
    """`refresh` shows the agenda as it stands now."""

    def __init__(self, presenter: RoomPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.end = PlainLabel("", "caption", "text_2")
        self.agenda = AgendaView()
        self.drift = DriftCard()
        self.line = AgendaLineBar()
        self.clock_here = False
        head = QHBoxLayout()
        head.setContentsMargins(style().px(20), style().px(12), style().px(17), style().px(4))
        head.addWidget(Heading(tr("Ablauf")), 1)
        head.addWidget(self.end)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, style().px(8))
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.agenda, 1)
        column.addWidget(self.drift)
        self.agenda.chosen.connect(presenter.go_to)
        self.drift.applied.connect(self._apply)

    def refresh(self) -> None:
        """Times, states, drift."""
        room = self._presenter.room
        if room is None:
            return
        now = self._presenter.now()
        left, total = self._presenter.seconds()
        self.agenda.show_lines(agenda_lines(room, now, self._presenter.desk.catalog.methods), spoken_time(left))
        end = tr("bis {end}").format(end=f"{planned(room, now).end:%H:%M}")
        alone = self.clock_here and total and not self._presenter.over
        self.end.setText(f"{tr('noch')} {clock_digits(left)} · {end}" if alone and left >= 0 else end)
        found = drift(room, now)
        self.drift.show_drift(found)
        title = room.current.title if room.current and not self._presenter.over else room.workshop.title
        self.line.show_phase(title, left, total, found.late if found else 0)

    def _apply(self, proposal: object) -> None:
        if self.drift.drift is not None:
            self._presenter.apply(self.drift.drift, proposal)  # type: ignore[arg-type]


class AgendaLineBar(QWidget):
    """Phase, time left, bar and drift in one line."""

    def __init__(self) -> None:
        super().__init__()
        self._title = ElideLabel("", "strong")
        self._left = PlainLabel("", "strong")
        self._bar = ProgressBar(tr("Zeit der Phase"))
        self._late = PlainLabel("", "label", "warn")
        self._bar.setMaximumWidth(style().px(80))
        row = QHBoxLayout(self)
        row.setContentsMargins(style().px(4), 0, style().px(4), 0)
        row.setSpacing(style().px(10))
        row.addWidget(self._title, 1)
        row.addWidget(self._left)
        row.addWidget(self._bar)
        row.addWidget(self._late)

    def show_phase(self, title: str, left: int, total: int, late: int) -> None:
        """Shows the running phase."""
        self._title.setText(title)
        over = left < 0
        words = tr("{time} überzogen") if over else tr("noch {time}")
        self._left.setText(words.format(time=clock_digits(left)) if total else "")
        self._left.set_tone("error" if over else "text")
        self._bar.setVisible(bool(total))
        if total:
            self._bar.set_share(1 - left / total, spoken_time(left))
        self._late.setText(tr("{n} min zu spät").format(n=late) if late > 0 else "")

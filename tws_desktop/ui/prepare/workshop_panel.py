"""What holds for the whole workshop: title, goal, day, place, room, confidentiality."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tws_desktop.domain.confidentiality import Level, RoomAudience
from tws_desktop.domain.formats import Participation
from tws_desktop.domain.german.dates import read_date, show_date
from tws_desktop.domain.workshops import Workshop
from tws_desktop.ui.desk import Desk
from tws_desktop.ui.kit.chips import level_mark
from tws_desktop.ui.kit.labels import Heading
from tws_desktop.ui.prepare.template_panel import TemplatePanel
from tws_desktop.ui.record_form import RecordForm
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr

LEVELS = (Level.OPEN, Level.PARTICIPANTS, Level.COUNCIL, Level.NEGOTIATION)
"""The levels a workshop may have by default; § 79 is said of single entries only."""


def level_choices() -> tuple[tuple[str, str, str], ...]:
    """The levels for a choice: key, words, icon."""
    return tuple((level.value, level.german, level_mark(level.value).symbol) for level in LEVELS)


def room_choices() -> tuple[tuple[str, str, str], ...]:
    """Who sits in the room, for a choice."""
    return tuple((room.value, room.german, "users") for room in RoomAudience)


def participation_choices() -> tuple[tuple[str, str, str], ...]:
    """How far those present decide, for a choice."""
    return tuple((way.value, way.value, "") for way in Participation)


class WorkshopPanel(QWidget):
    """`changed(column, value)` for each settled field."""

    changed = Signal(str, object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        today = desk.today
        self.template = TemplatePanel(desk)
        self.form = RecordForm()
        self.form.add_text("title", tr("Titel"))
        self.form.add_area("goal", tr("Ziel des Workshops"))
        self.form.add_read("starts_on", tr("Datum"), lambda text: read_date(text, today()), show_date)
        self.form.add_text("place", tr("Ort"))
        self.form.add_choice("participation", tr("Beteiligung"), participation_choices(), tr("Steht auf der Leinwand"))
        self.form.add_choice("room_audience", tr("Wer sitzt im Raum"), room_choices())
        self.form.add_choice(
            "default_level", tr("Vertraulichkeit"), level_choices(), tr("Gilt für alles, was neu entsteht")
        )
        self.form.changed.connect(self._tell)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Heading(tr("Angaben zum Workshop")))
        column.addWidget(self.form)
        column.addWidget(self.template)
        column.setSpacing(style().space("x3"))

    def show_workshop(self, workshop: Workshop) -> None:
        """Show its columns."""
        self.template.thing = workshop.id
        self.form.show_values({column: getattr(workshop, column) for column in self._columns})

    @property
    def _columns(self) -> tuple[str, ...]:
        return ("title", "goal", "starts_on", "place", "participation", "room_audience", "default_level")

    def _tell(self, column: str, value: object) -> None:
        if column == "room_audience":
            value = RoomAudience(str(value))
        elif column == "default_level":
            value = Level(str(value))
        self.changed.emit(column, value)

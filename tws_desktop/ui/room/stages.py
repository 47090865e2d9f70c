"""What stands in the middle when no board does: before the first phase, in a pause, after the last."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from tws_desktop.domain.confidentiality import RoomAudience
from tws_desktop.domain.errors import InputRefused
from tws_desktop.domain.formats import Participation
from tws_desktop.domain.workshops import Step
from tws_desktop.services.workshops.room import Room
from tws_desktop.services.workshops.slides import LinesSlide, Slide
from tws_desktop.ui.kit.buttons import Button, ButtonKind, ButtonSize, outlined, quiet
from tws_desktop.ui.kit.chips import ConfidentialityBadge
from tws_desktop.ui.kit.columns import Column
from tws_desktop.ui.kit.fields import ChoiceField
from tws_desktop.ui.kit.form_row import FormRow
from tws_desktop.ui.kit.labels import Heading, WrapLabel
from tws_desktop.ui.kit.panel import IconMark, Panel
from tws_desktop.ui.kit.read_field import NumberField
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr


def read_count(text: str) -> int:
    """A number of people from 1 to 500; refuses anything else."""
    if not text.strip().isdigit() or not 1 <= int(text) <= 500:
        raise InputRefused("Das ist keine Zahl von Personen. Bitte eine Zahl von 1 bis 500 eintragen.")
    return int(text)


class StartView(QWidget):
    """Goal, who is in the room, how far they decide, rules; one button begins."""

    begun = Signal()
    changed = Signal(dict)

    def __init__(self, rules: tuple[str, ...]) -> None:
        super().__init__()
        self._rules = rules
        self._title = Heading("", "title")
        self._goal = WrapLabel("", "lead", "text_2")
        self.people: NumberField[int] = NumberField(tr("Personen im Raum"), read_count, str)
        self.audience = ChoiceField(tr("Wer ist im Raum?"), tuple((a.value, a.german, "") for a in RoomAudience))
        self.part = ChoiceField(tr("Beteiligung"), tuple((p.value, p.value, "") for p in Participation))
        self.level = ConfidentialityBadge()
        self.begin = Button(tr("Workshop beginnen"), ButtonKind.FILLED, icon="play", size=ButtonSize.LARGE)
        self._wire()
        panel = Panel(tr("Wer ist im Raum?"), "users")
        grid = QGridLayout()
        grid.setHorizontalSpacing(style().px(16))
        grid.addWidget(FormRow(tr("Personen"), self.people), 0, 0)
        grid.addWidget(FormRow(tr("Wer sieht die Leinwand?"), self.audience), 0, 1)
        grid.addWidget(FormRow(tr("Beteiligung"), self.part), 0, 2)
        for column, stretch in enumerate((1, 2, 2)):
            grid.setColumnStretch(column, stretch)
        panel.add_layout(grid)
        self._limit = WrapLabel("", "caption", "text_2")
        panel.add(self._limit)
        inside = QWidget()
        column_box = QVBoxLayout(inside)
        column_box.setContentsMargins(0, 0, style().px(8), 0)
        column_box.setSpacing(style().px(12))
        for widget in (self._title, self._goal, panel, _rules(rules)):
            column_box.addWidget(widget)
        column_box.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(style().px(12))
        box.addWidget(Column(inside, tr("Vor dem Anfang"), "none"), 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.begin)
        box.addLayout(foot)

    def _wire(self) -> None:
        self.begin.clicked.connect(self.begun)
        self.people.accepted.connect(lambda count: self.changed.emit({"headcount": count}))
        self.audience.chosen.connect(lambda key: self.changed.emit({"room_audience": RoomAudience(key)}))
        self.part.chosen.connect(lambda key: self.changed.emit({"participation": key}))

    def show_room(self, room: Room) -> None:
        """Shows what has been prepared."""
        workshop = room.workshop
        self._title.setText(workshop.title)
        self._goal.setText(workshop.goal or str(workshop.format_copy.get("purpose", "")))
        if not self.people.hasFocus():
            self.people.set_value(workshop.headcount)
        self.audience.set_key(workshop.room_audience.value)
        self.part.set_key(workshop.participation)
        highest = workshop.room_audience.highest.german
        self._limit.setText(
            tr("Auf die Leinwand kommt höchstens Stufe „{level}“, nie § 79 und nie Verhandlung.").format(level=highest)
        )

    def slide(self, room: Room) -> Slide:
        """Title, how far those present decide, and the rules."""
        part = tr("Beteiligung: {part}").format(part=room.workshop.participation)
        lines = (part, *self._rules) if room.workshop.participation else self._rules
        return Slide(LinesSlide(room.workshop.title, lines))


def _rules(rules: tuple[str, ...]) -> Panel:
    ground = Panel(tr("Spielregeln"), "list-checks", tr("stehen auf der Leinwand"))
    for rule in rules:
        line = QHBoxLayout()
        line.setSpacing(style().px(8))
        line.addWidget(IconMark("check", "ok", 15), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(WrapLabel(rule), 1)
        ground.add_layout(line)
    return ground


class PauseView(QWidget):
    """A break, or a phase without a board: its title and what it is for."""

    def __init__(self) -> None:
        super().__init__()
        centre = Qt.AlignmentFlag.AlignHCenter
        self._mark = IconMark("coffee", "text_2", 40)
        self._title = Heading("", "title")
        self._title.setAlignment(centre)
        self._words = WrapLabel("", "lead", "text_2")
        self._words.setAlignment(centre)
        box = QVBoxLayout(self)
        box.setSpacing(style().px(10))
        box.addStretch(1)
        box.addWidget(self._mark, 0, centre)
        box.addWidget(self._title)
        box.addWidget(self._words)
        box.addStretch(1)
        self.words = ""

    def show_step(self, step: Step, words: str, *, pause: bool) -> None:
        """Shows it."""
        self._mark.set_mark("coffee" if pause else "presentation", "text_2")
        self._title.setText(step.title if pause else step.question or step.title)
        self._words.setText(words)
        self.words = words

    def slide(self, step: Step) -> Slide:
        """The same for the room."""
        return Slide(LinesSlide(step.question or step.title, (self.words,) if self.words else ()))


class DoneView(QWidget):
    """After the last phase: what has come out and where it goes."""

    papers = Signal()
    leave = Signal()
    back = Signal()

    def __init__(self) -> None:
        super().__init__()
        centre = Qt.AlignmentFlag.AlignHCenter
        title = Heading(tr("Geschafft."), "title")
        title.setAlignment(centre)
        self._words = WrapLabel("", "lead", "text_2")
        self._words.setAlignment(centre)
        self.papers_button = Button(
            tr("Dokumente ausgeben"), ButtonKind.FILLED, icon="file-down", size=ButtonSize.LARGE
        )
        leave = outlined(tr("Raum verlassen"), "log-out")
        back = quiet(tr("Letzte Phase wieder öffnen"), "undo-2")
        self.papers_button.clicked.connect(self.papers)
        leave.clicked.connect(self.leave)
        back.clicked.connect(self.back)
        box = QVBoxLayout(self)
        box.setSpacing(style().px(12))
        box.addStretch(1)
        box.addWidget(IconMark("circle-check", "ok", 40), 0, centre)
        box.addWidget(title)
        box.addWidget(self._words)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self.papers_button)
        line.addWidget(leave)
        line.addWidget(back)
        line.addStretch(1)
        box.addLayout(line)
        box.addStretch(1)

    def show_room(self, room: Room) -> None:
        """What is next."""
        parked = len(room.parked)
        more = tr(" Im Themenspeicher stehen noch {count} Zeilen.").format(count=parked) if parked else ""
        self._words.setText(
            tr("Alles ist gespeichert. Fotoprotokoll und Maßnahmenplan sind fertig zum Ausgeben.") + more
        )

    def slide(self) -> Slide:
        """A word of thanks for the room."""
        return Slide(LinesSlide(tr("Danke für eure Arbeit."), ()))

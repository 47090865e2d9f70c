"""The marked phase at the right: question, method, minutes, wording, plan B."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tws_desktop.domain.board_parameters import Board
from tws_desktop.domain.confidentiality import Level
from tws_desktop.domain.errors import InputRefused
from tws_desktop.domain.german.times import read_minutes
from tws_desktop.domain.methods import Method
from tws_desktop.domain.workshops import Step, StepKind
from tws_desktop.services.workshops import drafts
from tws_desktop.ui.kit.buttons import small
from tws_desktop.ui.kit.flow_row import FlowRow
from tws_desktop.ui.kit.labels import Heading, WrapLabel
from tws_desktop.ui.prepare.prepare_presenter import method_icon
from tws_desktop.ui.prepare.workshop_panel import level_choices
from tws_desktop.ui.record_form import RecordForm
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr

_OF_STEPS = ("question", "method_key", "cards_each", "goal", "who", "result", "plan_b", "say", "elastic", "level")


def show_plain_minutes(minutes: int) -> str:
    """`30 min`."""
    return f"{minutes}\u00a0min"


def read_cards(text: str) -> int:
    """Cards per person, 1 to 20."""
    if not text.strip().isdecimal() or not 1 <= int(text) <= 20:
        raise InputRefused(f"„{text.strip()[:20]}“ geht nicht als Zahl der Karten. Bitte 1 bis 20 eintragen.")
    return int(text)


def phase_levels() -> tuple[tuple[str, str, str], ...]:
    """The levels for a phase: as the workshop, or one of its own."""
    return (("", tr("wie der Workshop"), "layers"), *level_choices())


def cards_each(boards: tuple[Board, ...]) -> int | None:
    """Cards per person of a card query; None where the rule by group size holds."""
    return next((board.cards.cards_per_person for board in boards if board.cards), 0) or None


def is_card_query(step: Step) -> bool:
    """Whether people write cards in this phase."""
    return any(board.cards and not board.cards.works_on for board in step.boards)


class PhasePanel(QWidget):
    """Shows one phase; every change is told with the phase it belongs to."""

    changed = Signal(str, str, object)
    typed = Signal(str, str, str)
    remove_wanted = Signal(str)
    help_wanted = Signal(str)

    def __init__(self, methods: Mapping[str, Method], *, has_help: bool = False) -> None:
        super().__init__()
        self._key, self._method = "", ""
        self._has_help = has_help
        self._methods = methods
        self.heading = Heading()
        self._number = WrapLabel("", "caption", "text_2")
        self.form = RecordForm()
        self.form.add_text("title", tr("Titel"))
        self.form.add_area("question", tr("Frage auf der Leinwand"))
        choices = [(m.key, m.title, method_icon(m)) for m in sorted(methods.values(), key=lambda m: m.title)]
        self.form.add_choice("method_key", tr("Methode"), choices)
        self.form.add_read("cards_each", tr("Karten je Person"), read_cards, str, tr("Leer: nach Größe der Gruppe"))
        self.form.add_read("minutes", tr("Dauer"), read_minutes, show_plain_minutes)
        self.form.put_beside("cards_each", "minutes")
        self.form.add_check("elastic", tr("Darf bei Zeitnot gekürzt werden"))
        self.form.add_choice(
            "level", tr("Vertraulichkeit"), phase_levels(), tr("Gilt für alles, was hier neu entsteht")
        )
        self.form.add_area("who", tr("Wer"), least=1)
        self.form.add_area("plan_b", tr("Wenn es nicht klappt"))
        self.form.add_area("say", tr("Was Sie sagen"), tr("Ein Satz je Zeile; an die Gruppe gerichtet"), 3)
        self.form.add_area("goal", tr("Ziel der Phase"))
        self.form.add_area("result", tr("Was festgehalten wird"))
        self.form.changed.connect(self._tell)
        self.form.typed.connect(lambda column, text: self.typed.emit(self._key, column, text))
        self.help_button = small(tr("So geht die Methode"), "book-open")
        self.help_button.clicked.connect(lambda: self.help_wanted.emit(self.form_method()))
        self.remove_button = small(tr("Phase entfernen"), "trash-2")
        self.remove_button.clicked.connect(lambda: self.remove_wanted.emit(self._key))
        self.buttons = FlowRow(self.help_button, self.remove_button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.heading, self._number, self.form, self.buttons):
            self._column.addWidget(widget)
        self._space()
        style().changed.connect(self._space)

    @property
    def key(self) -> str:
        """The phase shown."""
        return self._key

    def form_method(self) -> str:
        """Key of the method shown."""
        return self._method

    def show_step(self, step: Step, minutes_fault: str) -> None:
        """Show a phase; typed text of the one before is handed on first."""
        if str(step.id) != self._key:
            self.form.settle()
        self._key = str(step.id)
        self._method = step.method_key
        pause = step.kind is StepKind.BREAK
        self.heading.setText(step.title)
        self._number.setText(tr("Pause") if pause else tr("Phase {number}").format(number=step.number))
        for column in _OF_STEPS:
            self.form.set_row_visible(column, visible=not pause)
        self.form.set_row_visible("cards_each", visible=not pause and is_card_query(step))
        self.help_button.setVisible(self._has_help and step.method_key in self._methods)
        self.remove_button.setText(tr("Pause entfernen") if pause else tr("Phase entfernen"))
        values = {column: getattr(step, column) for column in ("title", "minutes", *_OF_STEPS) if hasattr(step, column)}
        values["say"] = "\n".join(step.say)
        values["cards_each"] = cards_each(step.boards)
        self.form.show_values(values)
        self.form.show_fault("minutes", minutes_fault)

    def focus_first(self) -> None:
        """Put the cursor into the first field."""
        self.form.rows["title"].field.setFocus()

    def _tell(self, column: str, value: object) -> None:
        if column == "say":
            value = drafts.sentences(str(value))
        elif column == "level":
            value = Level(str(value)) if value else None
        self.changed.emit(self._key, column, value)

    def _space(self) -> None:
        self._column.setSpacing(style().space("x2"))

"""The council's decision in its session: motion, day, counts, and the result computed from them (§ 33 BetrVG)."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tws_desktop.domain.decisions import Majority, Outcome
from tws_desktop.domain.errors import InputRefused
from tws_desktop.domain.german.dates import read_date, show_date
from tws_desktop.domain.positions import Decision, DecisionKind
from tws_desktop.domain.text import shortened
from tws_desktop.services import decisions
from tws_desktop.ui.desk import Desk
from tws_desktop.ui.kit.buttons import small
from tws_desktop.ui.kit.fields import ChoiceField
from tws_desktop.ui.kit.flow_row import FlowRow
from tws_desktop.ui.kit.form_row import FormRow
from tws_desktop.ui.kit.labels import Heading, WrapLabel
from tws_desktop.ui.kit.messages import InlineMessage
from tws_desktop.ui.record_form import RecordForm
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr

_LABELS = {
    "members": tr("Sitze im Betriebsrat"),
    "present": tr("Anwesend"),
    "taking_part": tr("Haben teilgenommen"),
    "jav": tr("Stimmen der JAV"),
    "yes": tr("Ja"),
    "no": tr("Nein"),
    "abstain": tr("Enthaltung"),
}
_SHORTEST, _MOST = 60, 500


def read_votes(text: str) -> int:
    """A number of people from 0 to 500; refuses anything else."""
    if not text.strip().isdecimal() or int(text) > _MOST:
        raise InputRefused(tr("Das ist keine Zahl von Personen. Bitte eine Zahl von 0 bis 500 eintragen."))
    return int(text)


def result_words(motion: Decision) -> tuple[str, str]:
    """Kind of message and sentence: what came out, or what is still missing for it."""
    found = decisions.outcome(motion)
    if found is not None:
        return ("ok" if found.outcome is Outcome.ACCEPTED else "warn"), found.sentence
    if motion.kind is not DecisionKind.COUNCIL:
        return "info", tr("Entwurf aus dem Workshop. Mit den Zahlen der Sitzung wird er zum Beschluss.")
    missing = [_LABELS[key] for key in decisions.COUNTS if key != "jav" and getattr(motion, key) is None]
    return "info", tr("Für das Ergebnis fehlen noch: {missing}.").format(missing=", ".join(missing))


class DecisionPanel(QWidget):
    """`show_project(id)` reads its motions; each field is kept for itself."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._project: UUID | None = None
        self._motions: tuple[Decision, ...] = ()
        self._wanted = ""
        self._refused: dict[str, tuple[object, str]] = {}
        """Counts of the motion that do not fit the others, with the reason; the next count is tried along with them."""
        self.motion = ChoiceField(tr("Antrag"))
        self.motion.chosen.connect(lambda _: self._choose())
        self._motion_row = FormRow(tr("Antrag"), self.motion)
        self.add_button = small(tr("Antrag anlegen"), "plus")
        self.add_button.clicked.connect(self._add)
        self.form = RecordForm()
        self.form.add_area("wording", tr("Wortlaut"), least=3)
        self.form.add_read("on", tr("Sitzung am"), lambda text: read_date(text, desk.today()), show_date)
        for key in decisions.COUNTS:
            self.form.add_read(key, _LABELS[key], read_votes, str)
        for first, second in (("members", "present"), ("taking_part", "jav"), ("yes", "no")):
            self.form.put_beside(first, second)
        majorities = (
            (str(Majority.SIMPLE), tr("Mehrheit der Anwesenden"), ""),
            (str(Majority.ABSOLUTE), tr("Mehrheit aller Mitglieder"), ""),
        )
        self.form.add_choice("majority", tr("Nötig ist die"), majorities)
        self.form.changed.connect(self._change)
        self.result = InlineMessage("info")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, style().space("x3"), 0, 0)
        column.setSpacing(style().space("x3"))
        note = tr("Nach § 33 BetrVG. Das Ergebnis errechnet das Programm; Stimmen der JAV zählen bei Ja und Nein mit.")
        heading = Heading(tr("Beschluss des Betriebsrats"))
        for widget in (heading, WrapLabel(note, "caption", "text_2"), self._motion_row, FlowRow(self.add_button)):
            column.addWidget(widget)
        column.addWidget(self.form)
        column.addWidget(self.result)

    def show_project(self, project_id: UUID) -> None:
        """Shows the motions of a project as they now are."""
        if project_id != self._project:
            self._project, self._wanted, self._refused = project_id, "", {}
        self._desk.calls.read(lambda work: decisions.motions(work, project_id), self._show)

    def settle(self) -> None:
        """Hands on what is typed."""
        self.form.settle()

    def _show(self, found: tuple[Decision, ...]) -> None:
        self._motions = found
        key = self._wanted or self.motion.key
        keys = [str(one.id) for one in found]
        words = tuple(
            (str(one.id), shortened(one.wording, _SHORTEST) or tr("Antrag ohne Wortlaut"), "") for one in found
        )
        self.motion.set_choices(words, key if key in keys else (keys[0] if keys else ""))
        self._motion_row.setVisible(len(found) > 1)
        self._show_motion()

    def _choose(self) -> None:
        self._wanted, self._refused = self.motion.key, {}
        self._show_motion()

    def _show_motion(self) -> None:
        motion = next((one for one in self._motions if str(one.id) == self.motion.key), None)
        self.form.setVisible(motion is not None)
        self.result.setVisible(motion is not None)
        if motion is None:
            return
        values = {key: getattr(motion, key) for key in ("wording", "on", *decisions.COUNTS)}
        typed = {key: value for key, (value, _) in self._refused.items()}
        self.form.show_values({**values, **typed, "majority": motion.data.get("majority", str(Majority.SIMPLE))})
        for key, (_, sentence) in self._refused.items():
            self.form.show_fault(key, sentence)
        self.result.show_message(*result_words(motion))

    def _add(self) -> None:
        project_id = self._project
        if project_id is not None:
            self._desk.calls.write(lambda work: decisions.add_motion(work, project_id), self._take)

    def _take(self, motion: Decision) -> None:
        self._wanted, self._refused = str(motion.id), {}
        self._motions = (*self._motions, motion)
        self._show(self._motions)
        self.form.rows["wording"].field.setFocus()

    def _change(self, column: str, value: object) -> None:
        motion = next((one for one in self._motions if str(one.id) == self.motion.key), None)
        if motion is None:
            return
        self._wanted = str(motion.id)
        values = {"data": {**motion.data, "majority": value}} if column == "majority" else {column: value}
        if column in decisions.COUNTS:
            values = {**{key: typed for key, (typed, _) in self._refused.items()}, **values}
        self._desk.calls.write(
            lambda work: decisions.note_decision(work, motion.id, **values),
            lambda _: self._fits(values),
            lambda sentence: self._refuse(motion.id, column, value, sentence),
        )

    def _fits(self, values: Mapping[str, object]) -> None:
        for column in values:
            self._refused.pop(column, None)
            self.form.show_fault(column, "")

    def _refuse(self, motion_id: UUID, column: str, value: object, sentence: str) -> None:
        self.form.show_fault(column, sentence)
        if column in decisions.COUNTS and self.motion.key == str(motion_id):
            self._refused[column] = (value, sentence)

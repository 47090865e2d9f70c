"""The fields of one fact: value, period, day, source, source of law; Enter in a line asks for the next fact."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tws_desktop.domain.errors import InputRefused
from tws_desktop.domain.facts import FactKey
from tws_desktop.domain.form_fields import FieldKind
from tws_desktop.domain.german.dates import read_date, show_date
from tws_desktop.domain.plants import PlantFact
from tws_desktop.services.typed import shown, understood
from tws_desktop.ui.desk import Desk
from tws_desktop.ui.kit.buttons import outlined, quiet
from tws_desktop.ui.kit.fields import TextArea
from tws_desktop.ui.kit.form_row import FormRow
from tws_desktop.ui.kit.labels import Heading, WrapLabel
from tws_desktop.ui.kit.read_field import DateField
from tws_desktop.ui.style import style
from tws_desktop.ui.suggest_field import SuggestField
from tws_desktop.ui.words import tr

_YES_NO = ("ja", "nein", "weiß nicht")


class FactEditor(QWidget):
    """`entered`: Enter in a line; `another_wanted`: one more line of a fact that repeats."""

    entered = Signal()
    keep_wanted = Signal()
    another_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._today = desk.today
        self.key: FactKey | None = None
        self.fact: PlantFact | None = None
        self._shown: tuple[str, ...] = ()
        self.heading = Heading(tr("Angabe wählen"))
        self.hint = WrapLabel("", "caption", "text_2")
        self.value, self.long_value = SuggestField(tr("Wert")), TextArea(tr("Wert"), least=3)
        self.period, self.source = SuggestField(tr("Jahr oder Zeitraum")), SuggestField(tr("Quelle"))
        self.as_of = DateField[date](tr("Stand"), lambda text: read_date(text, desk.today()), show_date)
        self.legal = SuggestField(tr("Rechtsquelle"))
        self.value_row, self.long_row = FormRow(tr("Wert"), self.value), FormRow(tr("Wert"), self.long_value)
        self.period_row = FormRow(tr("Jahr oder Zeitraum"), self.period, tr("Für jedes Jahr eine eigene Zeile"))
        self.as_of_row = FormRow(tr("Stand"), self.as_of, tr("Der Tag, an dem die Zahl galt"))
        self.source_row = FormRow(tr("Quelle"), self.source, tr("Woher wissen Sie das?"))
        self.legal_row = FormRow(tr("Rechtsquelle"), self.legal, tr("Tarifvertrag mit Fundstelle"))
        self.enter_hint = WrapLabel(tr("Enter speichert und geht zur nächsten Angabe."), "caption", "text_2")
        self.keep_button = outlined(tr("Angabe speichern"), "check")
        self.another = quiet(tr("Weitere Zeile"), "plus")
        self._build()
        self._connect()
        self.edit(None, None)

    @property
    def is_touched(self) -> bool:
        """Whether something is typed that is not stored."""
        return self.key is not None and self._typed() != self._shown

    def values(self) -> dict[str, Any]:
        """The columns beside the value, as typed."""
        key = self.key
        return {
            "period": self.period.text().strip() if key and key.repeats else "",
            "as_of": self.as_of.value,
            "source": self.source.text().strip(),
            "legal_source": self.legal.text().strip() if key and key.legal_source else "",
        }

    def typed_value(self) -> str:
        """The value as typed."""
        return self.long_value.text() if self._is_long else self.value.text()

    def value_fault(self, sentence: str) -> None:
        """Say at the value what was refused."""
        row = self.long_row if self._is_long else self.value_row
        row.set_fault(sentence)

    def edit(self, key: FactKey | None, fact: PlantFact | None) -> None:
        """Show this fact; day and source of the last one are proposed for a new one."""
        self.key, self.fact = key, fact
        for widget in self._rows:
            widget.setVisible(key is not None)
        if key is None:
            self.heading.setText(tr("Angabe wählen"))
            self.hint.setText(tr("Eine Zeile der Liste anklicken, dann hier eintragen."))
            return
        self.heading.setText(key.label)
        self.hint.setText(" · ".join(part for part in (key.hint, key.unit) if part))
        self.hint.setVisible(bool(self.hint.text()))
        self.value_row.setVisible(not self._is_long)
        self.long_row.setVisible(self._is_long)
        self.period_row.setVisible(key.repeats)
        self.legal_row.setVisible(key.legal_source)
        self.another.setVisible(key.repeats and fact is not None)
        self.value.set_proposals(_YES_NO if key.kind is FieldKind.YES_NO_UNKNOWN else key.options)
        text = shown(key.kind, fact.value) if fact else ""
        self.value.setText("" if self._is_long else text)
        self.long_value.setText(text if self._is_long else "")
        self.period.setText(fact.period if fact else "")
        self.source.setText(fact.source if fact else self.source.text())
        self.as_of.set_value(fact.as_of if fact else self.as_of.value)
        self.legal.setText(fact.legal_source if fact else "")
        self.stored(fact)

    def stored(self, fact: PlantFact | None) -> None:
        """What is typed is what is stored."""
        self.fact = fact
        self.value_row.clear_fault()
        self.long_row.clear_fault()
        self._shown = self._typed()

    def focus_value(self) -> None:
        """The cursor into the value."""
        field = self.long_value if self._is_long else self.value
        field.setFocus()
        field.selectAll()

    @property
    def _is_long(self) -> bool:
        return self.key is not None and self.key.kind in {FieldKind.LONG, FieldKind.LINES}

    def _typed(self) -> tuple[str, ...]:
        value = self.typed_value().strip()
        if not value and self.fact is None:
            return ("",)
        fields = (self.period, self.as_of, self.source, self.legal)
        return (value, *(field.text().strip() for field in fields))

    def _connect(self) -> None:
        for field in (self.value, self.period, self.as_of, self.source, self.legal):
            field.returnPressed.connect(self.entered)
        self.as_of.refused.connect(lambda s: self.as_of_row.set_fault(s) if s else self.as_of_row.clear_fault())
        self.as_of.accepted.connect(lambda _day: self.as_of_row.clear_fault())
        self.keep_button.clicked.connect(self.keep_wanted)
        self.another.clicked.connect(self.another_wanted)

    def _build(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.keep_button)
        buttons.addWidget(self.another)
        buttons.addStretch(1)
        lines = (self.value_row, self.long_row, self.period_row, self.as_of_row, self.source_row, self.legal_row)
        self._rows: tuple[QWidget, ...] = (*lines, self.enter_hint, self.keep_button, self.another)
        column = QVBoxLayout(self)
        for widget in (self.heading, self.hint, *lines):
            column.addWidget(widget)
        column.addLayout(buttons)
        column.addWidget(self.enter_hint)
        column.addStretch(1)
        side = style().px(18)
        column.setContentsMargins(side, style().space("x4"), side, side)
        column.setSpacing(style().space("x3"))


def stored_value(key: FactKey, typed: str, today: date) -> str:
    """The value as it is stored; refuses what the fact's kind does not understand."""
    value = understood(key.kind, typed, today)
    if value is None:
        return ""
    if key.kind is FieldKind.CHOICE and key.options and value not in key.options:
        words = ", ".join(key.options)
        raise InputRefused(f"„{value}“ steht nicht zur Wahl. Möglich sind: {words}.")
    if key.counts_people and str(value) != str(int(value)):
        raise InputRefused(f"„{typed.strip()}“ sind keine ganzen Personen. Bitte eine ganze Zahl eintragen.")
    return value.isoformat() if isinstance(value, date) else str(value)

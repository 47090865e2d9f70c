"""The fields of one row, made from the form of a board; every value comes and goes as the text people read."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from tws_desktop.boards.form.clause_field import ClauseField
from tws_desktop.domain.form_fields import Field, FieldKind
from tws_desktop.services.boards.offers import Shelf
from tws_desktop.services.typed import checked, shown, understood
from tws_desktop.ui.kit.kept_field import DRAFT_EVERY
from tws_desktop.ui.kit.read_field import ReadField
from tws_desktop.ui.record_form import RecordForm
from tws_desktop.ui.suggest_field import SuggestField
from tws_desktop.ui.words import tr

_OPEN = "-"
_READ = frozenset({FieldKind.DATE, FieldKind.NUMBER, FieldKind.MONEY, FieldKind.PERCENT})
_CHOSEN = frozenset({FieldKind.CHOICE, FieldKind.TOPIC, FieldKind.YES_NO_UNKNOWN})
_SUGGESTED = frozenset({FieldKind.ROLE, FieldKind.NORM})
_LONG = frozenset({FieldKind.LONG, FieldKind.LINES, FieldKind.EVIDENCE})
_SHORT = _READ | _SUGGESTED | {FieldKind.TEXT, FieldKind.CHOICE, FieldKind.YES_NO_UNKNOWN}
_YES = "ja"


def choices_of(field: Field, shelf: Shelf) -> tuple[tuple[str, str, str], ...]:
    """What a field to choose from offers; the first choice leaves it open."""
    first = (_OPEN, tr("offen"), "")
    if field.kind is FieldKind.TOPIC:
        return (first, *((key, f"{key} {topic.title}", "") for key, topic in sorted(shelf.topics.items())))
    if field.kind is FieldKind.YES_NO_UNKNOWN:
        return (first, *((word, word, "") for word in (_YES, "nein", "weiß nicht")))
    return (first, *((option, option, "") for option in field.options))


class RowForm(RecordForm):
    """`settled(key, text)` when a field is done; `half_typed(key, text)` while it is not, at most each second.

    The texts of the keys in `proposed` may be picked as well as typed.
    """

    settled = Signal(str, str)
    half_typed = Signal(str, str)

    def __init__(
        self, fields: Sequence[Field], shelf: Shelf, today: Callable[[], date], proposed: Sequence[str] = ()
    ) -> None:
        super().__init__()
        self._proposed = frozenset(proposed)
        self._fields = {field.key: field for field in fields}
        self._shelf, self._today = shelf, today
        self._suggest: dict[str, SuggestField] = {}
        self._clauses: dict[str, ClauseField] = {}
        self._widgets: dict[str, QWidget] = {}
        self._half: set[str] = set()
        self._sent: set[str] = set()
        """What was handed on and is not stored yet: an older state must not take it off the screen."""
        for field in fields:
            self._add(field)
        self._pair(tuple(fields))
        self.changed.connect(self._changed)
        self.typed.connect(self.half_typed)

    def field(self, key: str) -> QWidget:
        """The widget of a field."""
        return self._widgets[key]

    @property
    def first(self) -> QWidget | None:
        """The first field."""
        return next(iter(self._widgets.values()), None)

    def show_texts(self, texts: Mapping[str, str]) -> None:
        """Shows the texts of all fields; what is half typed in the focused one stays."""
        values: dict[str, Any] = {}
        for key, field in self._fields.items():
            if key in self._half or key in self._sent or key in self.unread():
                continue
            text = texts.get(key, "")
            if field.kind in _CHOSEN:
                values[key] = text or _OPEN
            elif field.kind in _READ:
                values[key] = self._understood(field, text)
            elif field.kind is FieldKind.BOOL:
                values[key] = text == _YES
            elif key in self._clauses:
                self._clauses[key].show_text(text)
            else:
                values[key] = text
        self.show_values(values)

    def show_half_typed(self, key: str, text: str) -> None:
        """Puts text back that was typed and never done."""
        widget = self._widgets.get(key)
        if widget is not None and hasattr(widget, "setText"):
            self._half.add(key)
            widget.setText(text)
            if isinstance(widget, ReadField):
                widget.setModified(True)

    def unread(self) -> dict[str, str]:
        """Texts that a field refused and still shows."""
        reads = {key: w for key, w in self._widgets.items() if isinstance(w, ReadField)}
        return {key: w.text() for key, w in reads.items() if w.text().strip() and self.rows[key].fault}

    def clear_faults(self) -> None:
        """Another row is shown: nothing is wrong with it yet."""
        for row in self.rows.values():
            row.clear_fault()

    def forget_typed(self) -> None:
        """What is in the fields was done or belongs to another row."""
        self._half.clear()
        self._sent.clear()
        for widget in self._widgets.values():
            if isinstance(widget, ReadField):
                widget.setModified(False)

    def show_fault(self, column: str, sentence: str) -> None:
        """The answer to what was handed on: stored, or what is wrong with it."""
        self._sent.discard(column)
        super().show_fault(column, sentence)

    def propose(self, key: str, texts: Sequence[str]) -> None:
        """Offers texts for a field with proposals."""
        if key in self._suggest:
            self._suggest[key].set_proposals(texts)

    def put_clauses_first(self, keys: Sequence[str]) -> None:
        """The clauses that fit the topic of the row."""
        for field in self._clauses.values():
            field.put_first(keys)

    def keys_of(self, kind: FieldKind) -> tuple[str, ...]:
        """The keys of all fields of a kind."""
        return tuple(key for key, field in self._fields.items() if field.kind is kind)

    def _understood(self, field: Field, text: str) -> Any:
        return checked(field, understood(field.kind, text, self._today()))

    def _add(self, field: Field) -> None:
        key, label, hint = field.key, field.label, field.hint
        widget: QWidget
        if field.kind in _READ:
            widget = self.add_read(
                key, label, lambda text: self._understood(field, text), lambda value: shown(field.kind, value), hint
            )
            self._watch(key, widget)
        elif field.kind in _CHOSEN:
            widget = self.add_choice(key, label, choices_of(field, self._shelf), hint)
        elif field.kind in _SUGGESTED or key in self._proposed:
            widget = self._suggest[key] = self.add_suggest(key, label, (), hint)
        elif field.kind is FieldKind.BOOL:
            widget = self.add_check(key, label)
        elif field.kind is FieldKind.CLAUSES:
            widget = self._clauses[key] = ClauseField(label, self._shelf)
            widget.chosen.connect(lambda text: self.settled.emit(key, text))
            self.add_widget(widget)
        elif field.kind in _LONG:
            widget = self.add_area(key, label, hint)
        else:
            widget = self.add_text(key, label, hint)
        self._widgets[key] = widget

    def _pair(self, fields: tuple[Field, ...]) -> None:
        """Puts short fields that follow each other in twos."""
        place = 0
        while place + 1 < len(fields):
            one, two = fields[place], fields[place + 1]
            if one.kind in _SHORT and two.kind in _SHORT and one.key != "title":
                self.put_beside(one.key, two.key)
                place += 1
            place += 1

    def _watch(self, key: str, field: ReadField[Any]) -> None:
        clock = QTimer(self)
        clock.setSingleShot(True)
        clock.setInterval(DRAFT_EVERY)
        clock.timeout.connect(lambda: self.half_typed.emit(key, field.text()) if field.isModified() else None)
        field.textEdited.connect(lambda _: clock.isActive() or clock.start())

    def _changed(self, key: str, value: Any) -> None:
        field = self._fields[key]
        self._half.discard(key)
        if field.kind in _READ:
            text = shown(field.kind, value)
        elif field.kind is FieldKind.BOOL:
            text = _YES if value else ""
        else:
            text = "" if value == _OPEN else str(value)
        self._sent.add(key)
        self.settled.emit(key, text)

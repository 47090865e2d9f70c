"""Form boards: rows of measures, questions, positions, trades, decisions, facts or entries, typed by their fields.

A field's key is a column of the record (or of its secret part); any other key is kept in the record's `data`.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

from tws_desktop.domain.board_parameters import Board, Form, RecordKind
from tws_desktop.domain.confidentiality import Level
from tws_desktop.domain.errors import InputRefused
from tws_desktop.domain.form_fields import Field
from tws_desktop.domain.keeping import in_workshop
from tws_desktop.domain.plants import Person, Project
from tws_desktop.domain.positions import (
    Decision,
    DecisionKind,
    Measure,
    MeasureState,
    Position,
    PositionSecret,
    Question,
    Trade,
)
from tws_desktop.domain.workshops import Entry, EntryKind, Step, Workshop, starting_level
from tws_desktop.services import plants
from tws_desktop.services.boards.entries import add_entry
from tws_desktop.services.ports import Work
from tws_desktop.services.ranks import last_rank, place
from tws_desktop.services.typed import checked, shown, understood

Record = Measure | Question | Position | Trade | Decision | Entry

_RECORDS: Mapping[RecordKind, type[Any]] = {
    RecordKind.MEASURE: Measure,
    RecordKind.QUESTION: Question,
    RecordKind.POSITION: Position,
    RecordKind.TRADE: Trade,
    RecordKind.DECISION: Decision,
    RecordKind.ENTRY: Entry,
}
_NAMES = {
    RecordKind.MEASURE: "Maßnahme",
    RecordKind.QUESTION: "Frage",
    RecordKind.POSITION: "Position",
    RecordKind.TRADE: "Tausch",
    RecordKind.DECISION: "Antrag",
    RecordKind.ENTRY: "Zeile",
}
_ALIAS: Mapping[type[Any], Mapping[str, str]] = {
    Measure: {"due_date": "due", "owner": "owner_id"},
    Position: {"topic": "topic_key", "reason": "reasons"},
    Decision: {"text": "wording"},
}
_NO_FIELDS = frozenset({"id", "project_id", "workshop_id", "rank", "data", "level", "revision", "state", "kind"})
_SECRET = frozenset({"minimum", "leeway", "red_line"})
_THINGS: Mapping[RecordKind, str] = {
    RecordKind.FACT: "plant_facts",
    RecordKind.ENTRY: "entries",
    RecordKind.QUESTION: "questions",
    RecordKind.MEASURE: "measures",
    RecordKind.POSITION: "positions",
    RecordKind.TRADE: "trades",
    RecordKind.DECISION: "decisions",
}


@dataclass(frozen=True, slots=True)
class Row:
    """A record on a form board with what its fields show."""

    record: Record
    shown: Mapping[str, str]

    @property
    def id(self) -> UUID:
        """The record's id."""
        return self.record.id


def form_of(board: Board) -> Form:
    """The form of a form board."""
    if board.form is None:
        raise ValueError(f"{board.key} is no form")
    return board.form


def name_of(board: Board) -> str:
    """What one row of a form board is called: Maßnahme, Frage, Position."""
    return _NAMES.get(form_of(board).record, "Angabe")


def thing_of(board: Board) -> str:
    """The kind of thing that releases of a board's rows speak of; cards and all other boards hold entries."""
    return "entries" if board.form is None else _THINGS[board.form.record]


def records(work: Work, step: Step, board: Board) -> tuple[Any, ...]:
    """The records of a form board: entries of the board, or the workshop's records of its kind."""
    form = form_of(board)
    if form.record is RecordKind.FACT:
        return ()
    if form.record is RecordKind.ENTRY:
        return work.all(Entry, step_id=step.id, board=board.key, kind=EntryKind(form.entry_kind), struck=False)
    return work.all(_RECORDS[form.record], workshop_id=step.workshop_id)


def _column(record: Any, key: str) -> str:
    return _ALIAS.get(type(record), {}).get(key, key)


def _columns(record: Any) -> frozenset[str]:
    """The columns a field of a form may name; of an entry only its words, all else is its data."""
    if isinstance(record, Entry):
        return frozenset({"text"})
    return frozenset(field.name for field in dataclasses.fields(record)) - _NO_FIELDS


def rows(work: Work, step: Step, board: Board) -> tuple[Row, ...]:
    """The rows of a form board in order, with the values of all fields as shown."""
    fields = form_of(board).fields
    return tuple(
        Row(r, {f.key: shown(f.kind, value(work, r, f.key)) for f in fields}) for r in records(work, step, board)
    )


def value(work: Work, record: Any, key: str) -> Any:
    """The stored value of a field."""
    column = _column(record, key)
    if isinstance(record, Position) and key in _SECRET:
        secret = work.find(PositionSecret, position_id=record.id)
        return getattr(secret, key) if secret else ""
    if column == "owner_id" and isinstance(record, Measure):
        return work.get(Person, record.owner_id).role if record.owner_id else ""
    if column in _columns(record):
        return getattr(record, column)
    return record.data.get(key, "")


def add_row(work: Work, step_id: UUID, board: Board, values: Mapping[str, str], today: date) -> Any:
    """A new row from typed values by field key; refused fields leave nothing behind."""
    step = work.get(Step, step_id)
    workshop = work.get(Workshop, step.workshop_id)
    form = form_of(board)
    work.action(f"{_NAMES[form.record]} angelegt", in_workshop(workshop.id))
    record = _new(work, step, workshop, board)
    for field in form.fields:
        if field.key in values:
            record = _set(work, record, field, values[field.key], today)
    return record


def _new(work: Work, step: Step, workshop: Workshop, board: Board) -> Any:
    form = form_of(board)
    if form.record is RecordKind.ENTRY:
        return add_entry(work, step.id, board.key, "…", kind=EntryKind(form.entry_kind))
    kind = _RECORDS[form.record]
    rank = last_rank(work.all(kind, workshop_id=workshop.id))
    level = starting_level(workshop, step)
    common: dict[str, Any] = {"workshop_id": workshop.id, "rank": rank}
    fresh, project = uuid4(), workshop.project_id
    match form.record:
        case RecordKind.MEASURE:
            return work.add(Measure(fresh, project, "", **common))
        case RecordKind.QUESTION:
            return work.add(Question(fresh, project, "", level=level, **common))
        case RecordKind.POSITION:
            return work.add(Position(fresh, project, "", "", level=level, **common))
        case RecordKind.TRADE:
            return work.add(Trade(fresh, project, "", "", level=level, **common))
        case RecordKind.DECISION:
            return work.add(Decision(fresh, project, DecisionKind.POLL, "", level=level, **common))
        case _:
            raise InputRefused("Diese Tafel nimmt keine Zeilen auf. Bitte die Felder der Tafel ausfüllen.")


def set_field(work: Work, step_id: UUID, board: Board, record_id: UUID, key: str, text: str, *, today: date) -> Any:
    """Type into one field of a row; refuses with a sentence and changes nothing."""
    step = work.get(Step, step_id)
    form = form_of(board)
    field = next(found for found in form.fields if found.key == key)
    work.action(f"{_NAMES[form.record]}: {field.label} geändert", in_workshop(step.workshop_id))
    return _set(work, work.get(_RECORDS[form.record], record_id), field, text, today)


def _set(work: Work, record: Any, field: Field, text: str, today: date) -> Any:
    typed = checked(field, understood(field.kind, text, today))
    if field.required and typed is None:
        raise InputRefused(f"„{field.label}“ darf nicht leer sein. Bitte etwas eintragen.")
    column = _column(record, field.key)
    if isinstance(record, Position) and field.key in _SECRET:
        _set_secret(work, record, field.key, typed or "")
        return record
    if column == "owner_id" and isinstance(record, Measure):
        record = work.change(record, owner_id=_owner(work, record, typed))
    elif column in _columns(record):
        record = work.change(record, **{column: _as_column(record, column, typed)})
    else:
        record = work.change(record, data=_with(record.data, field.key, typed))
    return _settle(work, record) if isinstance(record, Measure) else record


def _as_column(record: Any, column: str, typed: Any) -> Any:
    if isinstance(typed, Decimal):
        now = getattr(record, column)
        return int(typed) if now is None or isinstance(now, int) else str(typed)
    return "" if typed is None and isinstance(getattr(record, column), str) else typed


def _with(data: Mapping[str, Any], key: str, typed: Any) -> dict[str, Any]:
    new = {name: old for name, old in data.items() if name != key}
    if typed is not None:
        new[key] = typed.isoformat() if isinstance(typed, date) else str(typed)
    return new


def _owner(work: Work, measure: Measure, role: str | None) -> UUID | None:
    if not role:
        return None
    plant_id = work.get(Project, measure.project_id).plant_id
    return plants.person(work, role, plant_id).id


def _settle(work: Work, measure: Measure) -> Measure:
    """Without owner and date a measure stays „Vorschlag“ (rule of M08)."""
    complete = measure.owner_id is not None and measure.due is not None
    if complete and measure.state is MeasureState.PROPOSAL:
        return work.change(measure, state=MeasureState.BINDING)
    if not complete and measure.state is MeasureState.BINDING:
        return work.change(measure, state=MeasureState.PROPOSAL)
    return measure


def _set_secret(work: Work, position: Position, key: str, text: str) -> None:
    secret = work.find(PositionSecret, position_id=position.id)
    if secret is None:
        secret = work.add(PositionSecret(uuid4(), position.id))
    work.change(secret, **{key: text})


def move_row(work: Work, step_id: UUID, board: Board, record_id: UUID, index: int) -> Any:
    """Put a row at another place."""
    step = work.get(Step, step_id)
    form = form_of(board)
    work.action(f"{_NAMES[form.record]} verschoben", in_workshop(step.workshop_id))
    return place(work, work.get(_RECORDS[form.record], record_id), records(work, step, board), index)


def remove_row(work: Work, step_id: UUID, board: Board, record_id: UUID) -> None:
    """Take a row away; undo brings it back."""
    step = work.get(Step, step_id)
    form = form_of(board)
    record = work.get(_RECORDS[form.record], record_id)
    work.action(f"{_NAMES[form.record]} gelöscht", in_workshop(step.workshop_id))
    if isinstance(record, Entry):
        work.change(record, struck=True)
        return
    if isinstance(record, Position):
        for secret in work.all(PositionSecret, position_id=record.id):
            work.remove(secret)
        for trade in work.all(Trade, position_id=record.id):
            work.change(trade, position_id=None)
    work.remove(record)


def set_row_level(work: Work, step_id: UUID, board: Board, record_id: UUID, level: Level) -> Any:
    """Change who may see a row; § 79 is for entries alone, as only they keep who declared the secret and when."""
    step = work.get(Step, step_id)
    if level is Level.SECRET79:
        raise InputRefused("Für §\u00a079 fehlt, wer das Geheimnis wann erklärt hat. Bitte beides eintragen.")
    work.action("Vertraulichkeit geändert", in_workshop(step.workshop_id))
    record = work.get(_RECORDS[form_of(board).record], record_id)
    if isinstance(record, Entry):
        return work.change(record, level=level, secret_by="", secret_on=None)
    return work.change(record, level=level)


def roles(work: Work, plant_id: UUID) -> tuple[str, ...]:
    """The roles known in a plant and those of no plant, each once, by the alphabet."""
    found = (*work.all(Person, plant_id=plant_id), *work.all(Person, plant_id=None))
    return tuple(sorted({person.role for person in found}, key=str.casefold))

"""The rows of a form board as a list shows them, and what a position still lacks. Qt-free."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from tws_desktop.domain.board_parameters import Board, RecordKind
from tws_desktop.domain.confidentiality import Level
from tws_desktop.domain.form_fields import Field, FieldKind
from tws_desktop.domain.positions import Measure, MeasureState, Position, Trade
from tws_desktop.services.boards.content import Content
from tws_desktop.services.boards.forms import Row, form_of, name_of
from tws_desktop.services.boards.offers import Shelf

_EMPTY = "…"
_BESIDE = {
    RecordKind.MEASURE: ("owner", "due_date"),
    RecordKind.QUESTION: ("addressee", "document", "due"),
    RecordKind.POSITION: ("topic", "priority"),
    RecordKind.TRADE: ("gets",),
    RecordKind.DECISION: ("on", "norm"),
    RecordKind.ENTRY: ("about", "task", "answer", "source"),
}
_COUNTED = {
    RecordKind.MEASURE: ("Maßnahme", "Maßnahmen"),
    RecordKind.QUESTION: ("Frage", "Fragen"),
    RecordKind.POSITION: ("Position", "Positionen"),
    RecordKind.TRADE: ("Paar", "Paare"),
    RecordKind.DECISION: ("Antrag", "Anträge"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the list."""

    id: UUID
    title: str
    meta: str = ""
    chip: str = ""
    tone: str = "neutral"
    covered: bool = False


def main_field(board: Board) -> Field | None:
    """The field that names a row: title, text, wording or what is given; None on a board without fields."""
    fields = form_of(board).fields
    return next((f for key in ("title", "text", "wording", "gives") for f in fields if f.key == key), None) or next(
        iter(fields), None
    )


def subject_field(board: Board) -> Field | None:
    """The field that names what a row is about, where there is a row per position and the row says something of its
    own.
    """
    form = form_of(board)
    fields = form.fields if form.one_per else ()
    return next((field for field in fields if field.key == "about" and field.kind is FieldKind.TEXT), None)


def chosen_by(field: Field, text: str, chosen: str) -> str:
    """The option whose beginning a sentence takes up („Beschäftigung heißt bei uns 2030 …“), else the chosen one."""
    begun = (option for option in field.options if option.endswith("…"))
    return next((each for each in begun if text.casefold().startswith(each.rstrip(" …").casefold())), chosen)


def quick(board: Board) -> bool:
    """Whether rows may be typed one after the other into one line below the list."""
    form = form_of(board)
    return len(form.fields) <= 2 or form.record in {RecordKind.ENTRY, RecordKind.MEASURE, RecordKind.QUESTION}


def title_of(board: Board, row: Row) -> str:
    """How a row is called in lists and sentences."""
    field = main_field(board)
    text = row.shown.get(field.key, "") if field else ""
    return text.strip().split("\n")[0] if text.strip() not in {"", _EMPTY} else f"{name_of(board)} ohne Text"


def line(content: Content, shelf: Shelf, row: Row, *, rests: bool, covered: bool) -> Line:
    """A row as the list shows it; a covered one says only how confidential it is."""
    board = content.board
    if covered:
        return Line(row.id, "Verdeckt", f"Stufe {row.record.level.german}", covered=True)
    named = main_field(board)
    beside = [
        _beside(shelf, board, row, key)
        for key in _BESIDE.get(form_of(board).record, ())
        if named is None or key != named.key
    ]
    chip, tone = _chip(row, rests=rests)
    return Line(row.id, title_of(board, row), " · ".join(text for text in beside if text), chip, tone)


def _beside(shelf: Shelf, board: Board, row: Row, key: str) -> str:
    text = row.shown.get(key, "").split("\n")[0]
    field = next((field for field in form_of(board).fields if field.key == key), None)
    if field is not None and field.kind is FieldKind.TOPIC and text in shelf.topics:
        topic = shelf.topics[text]
        return topic.short or topic.title
    return f"gegen {text}" if key == "gets" and text else text


def _chip(row: Row, *, rests: bool) -> tuple[str, str]:
    record = row.record
    if isinstance(record, Measure):
        return ("Vorschlag", "warn") if record.state is MeasureState.PROPOSAL else ("verbindlich", "ok")
    if isinstance(record, Trade) and record.gives_until is None:
        return "ohne Ende", "warn"
    if isinstance(record, Position):
        done = sum(there for _, there in completeness(row, rests=rests))
        return f"{done} von 4", "ok" if done == 4 else "neutral"
    if record.level in {Level.NEGOTIATION, Level.SECRET79}:
        return record.level.german, "info"
    return "", "neutral"


def completeness(row: Row, *, rests: bool) -> tuple[tuple[str, bool], ...]:
    """What a position needs before it is negotiated, a measure before it is binding, and whether it has it."""
    shown = row.shown
    if isinstance(row.record, Measure):
        return ("Wer", row.record.owner_id is not None), ("Bis wann", row.record.due is not None)
    return (
        ("Ziel", bool(shown.get("goal"))),
        ("Mindestergebnis", bool(shown.get("minimum"))),
        ("Recht", bool(shown.get("norm") or shown.get("right_level"))),
        ("Beleg", rests or bool(shown.get("reasons"))),
    )


def empty_words(content: Content) -> str:
    """What belongs on an empty board, and how it gets there."""
    board = content.board
    first = main_field(board)
    label = first.label if first else name_of(board)
    if content.offers and subject_field(board) is None:
        return f"Noch nichts festgehalten. Unten übernehmen oder selbst {name_of(board)} anlegen."
    if quick(board):
        return f"Noch nichts festgehalten. „{label}“ unten eintippen, dann Enter."
    return f"Noch nichts festgehalten. {name_of(board)} anlegen, dann die Felder ausfüllen."


def count_words(content: Content) -> str:
    """How many rows there are, and how many there should be."""
    form = form_of(content.board)
    count = len(content.rows)
    one, many = _COUNTED.get(form.record, ("Zeile", "Zeilen"))
    said = f"1 {one}" if count == 1 else f"{count} {many}"
    if form.least and count < form.least:
        return f"{said}, mindestens {form.least}"
    return f"{said}, höchstens {form.most}" if form.most and count > form.most else said

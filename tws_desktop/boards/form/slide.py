"""Form rows on the beamer: the first columns only; never a secret field, never a name."""

from __future__ import annotations

from tws_desktop.boards.form.report import value
from tws_desktop.domain.board_parameters import RecordKind
from tws_desktop.domain.confidentiality import Level, on_beamer
from tws_desktop.domain.form_fields import Field, FieldKind
from tws_desktop.services.boards.content import Content
from tws_desktop.services.boards.forms import form_of
from tws_desktop.services.boards.offers import Shelf
from tws_desktop.services.workshops.slides import LinesSlide, Slide, TableSlide

_COLUMNS = 3
_WANTED = {
    RecordKind.MEASURE: ("text", "owner", "due_date"),
    RecordKind.POSITION: ("title", "goal", "target_date"),
    RecordKind.TRADE: ("gives", "gives_until", "gets", "gets_until"),
}


def slide(content: Content, shelf: Shelf, ceiling: Level) -> Slide:
    """The rows as they arise."""
    form = form_of(content.board)
    if form.record is RecordKind.FACT:
        return Slide(LinesSlide(content.step.question))
    seen = [row for row in content.rows if on_beamer(row.record.level, ceiling)]
    fields = [field for field in form.fields if not field.secret and field.kind is not FieldKind.EVIDENCE]
    first = _columns(form.record, fields)
    rows = tuple(tuple(value(row, field, shelf) for field in first) for row in seen)
    if not rows:
        return Slide(LinesSlide(content.step.question), len(content.rows))
    table = TableSlide(content.step.question, tuple(field.label for field in first), rows)
    return Slide(table, len(content.rows) - len(seen))


def _columns(record: RecordKind, fields: list[Field]) -> list[Field]:
    wanted = [field for key in _WANTED.get(record, ()) for field in fields if field.key == key]
    return wanted or fields[:_COLUMNS]

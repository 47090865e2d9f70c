"""Form rows on paper: a table where they are short, sheets of labelled lines where they are long."""

from __future__ import annotations

from collections.abc import Sequence

from tws_desktop.documents.blocks import Block, Heading, Paragraph, ParagraphStyle, Table, Text, plain
from tws_desktop.domain.board_parameters import RecordKind
from tws_desktop.domain.confidentiality import Audience, allowed
from tws_desktop.domain.facts import FactKey
from tws_desktop.domain.form_fields import Field, FieldKind
from tws_desktop.domain.german.dates import show_date
from tws_desktop.domain.german.numbers import show_number
from tws_desktop.domain.positions import Measure, MeasureState
from tws_desktop.domain.text import listed
from tws_desktop.services.boards.content import Content
from tws_desktop.services.boards.forms import Row, form_of
from tws_desktop.services.boards.offers import Shelf
from tws_desktop.services.boards.reports import Report
from tws_desktop.services.typed import shown

_MOST_COLUMNS = 4


def report(content: Content, shelf: Shelf, audience: Audience) -> Report:
    """All rows that `audience` may see; secret fields only for the negotiating team."""
    form = form_of(content.board)
    if form.record is RecordKind.FACT:
        return _facts(content, shelf, audience)
    fields = [field for field in form.fields if not field.secret or audience is Audience.VERHANDLUNG]
    rows = [row for row in content.rows if _may_see(content, row, audience)]
    left_out = len(content.rows) - len(rows)
    if not rows:
        return Report((), left_out)
    used = [field for field in fields if any(row.shown.get(field.key) for row in rows)]
    long = sum(field.kind is FieldKind.LONG for field in used) > 1
    if form.record is RecordKind.TRADE or (len(used) <= _MOST_COLUMNS and not long):
        return Report((_table(used, rows, shelf),), left_out)
    return Report(tuple(block for row in rows for block in _sheet(used, row, shelf)), left_out)


def _may_see(content: Content, row: Row, audience: Audience) -> bool:
    return allowed(row.record.level, audience, content.released.get(row.id, frozenset()))


def _table(fields: Sequence[Field], rows: Sequence[Row], shelf: Shelf) -> Table:
    widths = tuple(4.0 if field.kind in {FieldKind.LONG, FieldKind.TEXT} else 2.0 for field in fields)
    body = tuple(tuple(plain(value(row, field, shelf)) for field in fields) for row in rows)
    return Table(tuple(plain(field.label) for field in fields), body, widths)


def value(row: Row, field: Field, shelf: Shelf) -> str:
    """A field as printed: topics with their title, a measure that is a proposal says so."""
    text = row.shown.get(field.key, "")
    if field.kind is FieldKind.TOPIC and text in shelf.topics:
        return shelf.topics[text].title
    if field.kind is FieldKind.CLAUSES:
        return ", ".join(shelf.clauses[key].title if key in shelf.clauses else key for key in listed(text))
    if field.key == "text" and isinstance(row.record, Measure) and row.record.state is MeasureState.PROPOSAL:
        return f"{text} (Vorschlag)"
    return text


def _sheet(fields: Sequence[Field], row: Row, shelf: Shelf) -> list[Block]:
    first, *rest = fields
    named = next((field for field in fields if field.key == "title"), first)
    blocks: list[Block] = [Heading(value(row, named, shelf) or "Ohne Titel", 3)]
    for field in (first, *rest):
        text = value(row, field, shelf)
        if text and field is not named:
            blocks.append(Paragraph((Text(f"{field.label}: ", bold=True), Text(text))))
    return blocks


def _facts(content: Content, shelf: Shelf, audience: Audience) -> Report:
    sheet = shelf.fact_sheets.get(form_of(content.board).fact_sheet)
    rows, left_out = [], 0
    for fact in sheet.facts if sheet else ():
        found = content.facts.get(fact.key)
        if fact.column:
            text = _of_plant(content, shelf, fact)
            rows += [(plain(fact.label), plain(text), plain(""))] if text else []
        elif found is not None and not allowed(found.level, audience):
            left_out += 1
        elif found is not None:
            text = shown(fact.kind, found.value)
            unit = _unit(fact, text)
            since = ", ".join(part for part in (show_date(found.as_of) if found.as_of else "", found.source) if part)
            label = f"{fact.label}, {found.period}" if found.period else fact.label
            rows.append((plain(label), plain(text + unit), plain(since)))
    if not rows:
        return Report((Paragraph(plain("Noch keine Angaben."), ParagraphStyle.NOTE),), left_out)
    header = (plain("Angabe"), plain("Wert"), plain("Stand und Quelle"))
    return Report((Table(header, tuple(rows), (4, 5, 4)),), left_out)


def _unit(fact: FactKey, text: str) -> str:
    """The unit behind a figure, if the figure does not show one itself; one person is no „Personen“."""
    if not fact.unit or fact.kind is FieldKind.MONEY or text.endswith(fact.unit):
        return ""
    return "\u00a0Person" if fact.unit == "Personen" and text == "1" else f"\u00a0{fact.unit}"


def _of_plant(content: Content, shelf: Shelf, fact: FactKey) -> str:
    if fact.column == "areas":
        counts = [(area.name, area.headcount) for area in content.areas]
        return ", ".join(name if count is None else f"{name} ({show_number(count)})" for name, count in counts)
    text = str(getattr(content.plant, fact.column) or "")
    if fact.options_of in shelf.choices:
        return next((entry.title for entry in shelf.choices[fact.options_of].entries if entry.key == text), text)
    return text

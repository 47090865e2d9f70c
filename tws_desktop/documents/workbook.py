"""Writes the tables of a paper as a workbook (.xlsx), one sheet each; what people typed is never a formula."""

from __future__ import annotations

import io
import math
import re
from dataclasses import dataclass
from datetime import datetime, time
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook

from tws_desktop.disk.whole_file import write_for_others
from tws_desktop.documents.blocks import Document, Notice
from tws_desktop.documents.fonts import width
from tws_desktop.documents.grids import Grid, grids
from tws_desktop.documents.note import WriteNote, note_of
from tws_desktop.documents.numbering import Resolved, resolve
from tws_desktop.documents.print_look import print_look

_CELL, _NAME = 32_767, 31
_LETTERS_ACROSS, _NARROWEST = 120.0, 7.0
_LETTER, _WIDER, _HIGHEST = 5.25, 1.12, 409.0
"""Points of one letter of column width; how much wider Arial runs than our own face; the highest row there is."""
_DAY, _WHOLE = re.compile(r"\d{2}\.\d{2}\.(19|20)\d{2}"), re.compile(r"0|[1-9]\d{0,8}")
_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
_ABOUT = "Zum Dokument"


@dataclass(frozen=True, slots=True)
class _Inks:
    """How cells look: heads, text, days, whole numbers."""

    head: Any
    body: Any
    day: Any
    number: Any


def write_workbook(document: Document, path: Path) -> WriteNote:
    """Writes the paper's tables to the path.

    Raises:
        FileRefused: the paper has no table, or the path cannot be written.
    """
    resolved = resolve(document)
    write_for_others(path, workbook_bytes(resolved))
    return note_of(resolved)


def workbook_bytes(resolved: Resolved) -> bytes:
    """The workbook in memory; the same paper gives the same bytes."""
    document, found = resolved.document, grids(resolved)
    made = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(made, options) as book:
        book.set_properties({"title": document.title, "created": datetime.combine(document.date, time())})
        look = print_look()
        letters = {
            "font_name": look.word_family,
            "font_size": look.type["body"].size,
            "valign": "top",
            "text_wrap": True,
        }
        ink = {**letters, "border": 1, "border_color": f"#{look.colour['line']}"}
        inks = _Inks(
            head=book.add_format({**ink, "bold": True, "bg_color": f"#{look.colour['accent_soft']}"}),
            body=book.add_format(ink),
            day=book.add_format({**ink, "num_format": "dd.mm.yyyy", "align": "left"}),
            number=book.add_format({**ink, "align": "left"}),
        )
        taken: set[str] = {_ABOUT.casefold()}
        for grid in found:
            _sheet(book.add_worksheet(_sheet_name(grid.title, taken)), document, grid, inks)
        _about(book.add_worksheet(_ABOUT), document, book.add_format(letters))
    return made.getvalue()


def _sheet(sheet: Any, document: Document, grid: Grid, inks: _Inks) -> None:
    wide = [max(_NARROWEST, _LETTERS_ACROSS * share / sum(grid.widths)) for share in grid.widths]
    for column, letters in enumerate(wide):
        sheet.set_column(column, column, letters)
        sheet.write_string(0, column, grid.header[column][:_CELL], inks.head)
    for number, row in enumerate(grid.rows, start=1):
        sheet.set_row(number, _height(row, wide))
        for column, text in enumerate(row):
            _cell(sheet, number, column, text, inks)
    sheet.freeze_panes(1, 0)
    if grid.rows:
        sheet.autofilter(0, 0, len(grid.rows), len(grid.header) - 1)
    sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    left, right = (_printed(text) for text in (document.header_left or document.title, document.header_right))
    sheet.set_header(f"&L{left}&R{right}")
    sheet.set_footer(f"&L{_printed(document.footer_left)}&RSeite &P von &N")


def _cell(sheet: Any, row: int, column: int, text: str, inks: _Inks) -> None:
    """Days and whole numbers as such, so that they sort; all else as text."""
    if _DAY.fullmatch(text) and (day := _day(text)):
        sheet.write_datetime(row, column, day, inks.day)
    elif _WHOLE.fullmatch(text):
        sheet.write_number(row, column, int(text), inks.number)
    else:
        sheet.write_string(row, column, text[:_CELL], inks.body)


def _height(row: tuple[str, ...], wide: list[float]) -> float:
    """Points for the fullest cell: only some programs fit rows to wrapped text themselves."""
    size = print_look().type["body"].size
    lines = max(
        sum(max(1, math.ceil(width(line[:_CELL], size) * _WIDER / (letters * _LETTER))) for line in text.split("\n"))
        for text, letters in zip(row, wide, strict=True)
    )
    return min(_HIGHEST, lines * size * 1.25 + 4)


def _day(text: str) -> datetime | None:
    try:
        return datetime.strptime(text, "%d.%m.%Y")
    except ValueError:
        return None


def _about(sheet: Any, document: Document, ink: Any) -> None:
    """What the paper says besides its tables: title, draft, notices."""
    notices = (block.text for block in document.blocks if isinstance(block, Notice))
    said = (document.title, document.subtitle, document.header_left, document.header_right, *notices)
    sheet.set_column(0, 0, 100)
    for number, text in enumerate(dict.fromkeys(text for text in said if text)):
        sheet.write_string(number, 0, text[:_CELL], ink)


def _sheet_name(title: str, taken: set[str]) -> str:
    """A name that workbooks take, and no other sheet has."""
    wanted = " ".join(_FORBIDDEN.sub(" ", title).split()) or "Tabelle"
    name, number = wanted[:_NAME].strip(), 1
    while name.casefold() in taken:
        number += 1
        name = f"{wanted[: _NAME - len(str(number)) - 1].strip()} {number}"
    taken.add(name.casefold())
    return name


def _printed(text: str) -> str:
    return text.replace("&", "&&")[:120]

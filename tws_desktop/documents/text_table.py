"""Writes the tables of a paper as text with semicolons (.csv), as German spreadsheets read it."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from tws_desktop.disk.whole_file import write_for_others
from tws_desktop.documents.blocks import Document
from tws_desktop.documents.grids import grids
from tws_desktop.documents.note import WriteNote, note_of
from tws_desktop.documents.numbering import Resolved, resolve

_BEGINS_A_FORMULA = tuple("=+-@\t\n＝＋－＠")


def write_text_table(document: Document, path: Path) -> WriteNote:
    """Writes the paper's tables to the path, each under its heading, parted by an empty line.

    Raises:
        FileRefused: the paper has no table, or the path cannot be written.
    """
    resolved = resolve(document)
    write_for_others(path, text_table_bytes(resolved))
    return note_of(resolved)


def text_table_bytes(resolved: Resolved) -> bytes:
    """The text, UTF-8 with its mark so that spreadsheets know it."""
    lines = io.StringIO(newline="")
    writer = csv.writer(lines, delimiter=";")
    for number, grid in enumerate(grids(resolved)):
        if number:
            writer.writerow(())
        writer.writerows(tuple(map(_harmless, row)) for row in ((grid.title,), grid.header, *grid.rows))
    return lines.getvalue().encode("utf-8-sig")


def _harmless(text: str) -> str:
    """A cell that no spreadsheet reckons with: what looks like a formula begins with an apostrophe."""
    return f"'{text}" if text.startswith(_BEGINS_A_FORMULA) else text

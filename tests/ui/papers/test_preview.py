"""The preview of a paper: tables have lines and are never wider than the page."""

from __future__ import annotations

import io
from datetime import date

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextFrameFormat, QTextTable
from pytestqt.qtbot import QtBot

from tests.ui.fixtures import Look
from tws_desktop.documents.blocks import Block, Document, Photo, Table, plain
from tws_desktop.domain.attachments import Picture, PictureKind
from tws_desktop.ui.papers.preview import PaperPreview


def shown(qtbot: QtBot, *blocks: Block) -> PaperPreview:
    preview = PaperPreview()
    qtbot.addWidget(preview)
    preview.show_document(Document("Papier", blocks, date(2026, 11, 23)))
    return preview


def table(columns: int) -> Table:
    words = tuple(plain("Ein Wort und mehr " * (column + 1)) for column in range(columns))
    return Table(words, (words, words))


def test_every_cell_has_a_line_around_it_and_the_head_is_shaded(qtbot: QtBot) -> None:
    preview = shown(qtbot, table(2))
    (frame,) = preview.document().rootFrame().childFrames()
    assert isinstance(frame, QTextTable)
    for row in range(3):
        for column in range(2):
            form = frame.cellAt(row, column).format().toTableCellFormat()
            assert form.topBorder() == form.leftBorder() == form.rightBorder() == form.bottomBorder() == 1
            assert form.topBorderStyle() == QTextFrameFormat.BorderStyle.BorderStyle_Solid
            assert (form.background().style() != Qt.BrushStyle.NoBrush) == (row == 0)


@pytest.mark.parametrize("columns", [3, 5, 7])
def test_a_table_needs_no_scroll_bar_to_the_side(qtbot: QtBot, columns: int) -> None:
    preview = shown(qtbot, table(columns))
    preview.show()
    for width in range(540, 580):
        preview.resize(width, 300)
        assert preview.document().size().width() <= preview.viewport().width()


def test_a_photo_is_never_wider_than_the_page(qtbot: QtBot, look: Look) -> None:
    look("light", 2.0)
    data = io.BytesIO()
    Image.new("RGB", (1600, 1200), "green").save(data, "PNG")
    photo = Photo(Picture(PictureKind.PNG, data.getvalue(), 1600, 1200), "Die Wand.")
    preview = shown(qtbot, photo)
    preview.show()
    for width in (1400, 560, 900):
        preview.resize(width, 400)
        assert preview.document().size().width() <= preview.viewport().width()

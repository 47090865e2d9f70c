"""Long German words are never cut at the edge, at any text size."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter

from tests.ui.fixtures import Look, Show
from tws_desktop.ui.kit.card_painter import CardLook, CardPainter
from tws_desktop.ui.kit.labels import ElideLabel, WrapLabel
from tws_desktop.ui.kit.text_block import BlockShape, TextBlock
from tws_desktop.ui.palette import palette, tokens
from tws_desktop.ui.style import style
from tws_desktop.ui.word_breaks import SOFT_HYPHEN

LONG = "Beschäftigungssicherungstarifvertragsverhandlungen"
WORDS = (
    LONG,
    "Wirtschaftsausschuss und Betriebsratsvorsitzende",
    f"{LONG} {LONG}",
    "X" * 80,
    "§ 87 Abs. 1 Nr. 13 BetrVG",
)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("text", WORDS)
@pytest.mark.parametrize("width", [60, 140, 304])
def test_a_block_stays_inside_its_width_and_keeps_every_letter(look: Look, scale: float, text: str, width: int) -> None:
    look("light", scale)
    block = TextBlock(text, style().font("body"), width)
    assert block.natural_width <= width + 0.5
    assert "".join(block.line_texts()).replace(SOFT_HYPHEN, "").split() == text.split()


def test_text_without_parting_would_be_cut(look: Look) -> None:
    look("light", 2.0)
    assert QFontMetricsF(style().font("body")).horizontalAdvance(LONG) > 304


def test_a_parted_word_shows_its_hyphen(look: Look) -> None:
    block = TextBlock("Qualifizierungsbedarf", style().font("body"), 90)
    assert any(line.endswith(SOFT_HYPHEN) for line in block.line_texts())


def test_most_lines_end_with_an_ellipsis(look: Look) -> None:
    block = TextBlock(" ".join(WORDS), style().font("body"), 120, BlockShape(most_lines=2))
    assert block.elided
    assert block.lines == 2
    assert "…" in block.line_texts()[-1]


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_label_asks_for_the_height_its_words_need(shown: Show, look: Look, scale: float) -> None:
    look("light", scale)
    label = WrapLabel(LONG, "heading")
    shown(label, 150, label.heightForWidth(150))
    assert label.height() >= label.block(label.width()).height
    assert label.heightForWidth(100) > label.heightForWidth(600)


def test_an_elided_label_keeps_its_words_for_ear_and_pointer(shown: Show) -> None:
    label = ElideLabel(LONG)
    shown(label, 80, 24)
    assert label.accessibleName() == LONG
    assert label.toolTip() == LONG
    label.resize(900, 24)
    assert label.toolTip() == ""


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("text", WORDS)
def test_a_card_of_its_own_height_paints_nothing_outside(look: Look, scale: float, text: str) -> None:
    look("light", scale)
    cards = CardPainter.for_window()
    shown_card = CardLook(text, "problem", "läuft", lock="secret79")
    height = cards.height(shown_card, 190)
    image = QImage(230, round(height) + 40, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    cards.paint(painter, QRectF(20, 20, 190, height), shown_card)
    painter.end()
    outside = [(x, y) for x in (*range(19), *range(212, 230)) for y in range(image.height())]
    outside += [(x, y) for y in (*range(19), *range(round(height) + 22, image.height())) for x in range(230)]
    assert all(image.pixelColor(x, y) == QColor("white") for x, y in outside)


def test_a_card_tells_whether_it_fits(look: Look) -> None:
    cards = CardPainter.for_picture(palette("beamer"), 768)
    short = CardLook("Wer plant nach Linie 3?", "frage")
    room = QSizeF(310, cards.height(short, 310))
    assert cards.fits(short, room)
    assert not cards.fits(CardLook(f"{LONG} kommt", "frage"), QSizeF(310, room.height() / 2))


def test_the_beamer_and_its_thumbnail_paint_the_same_card_smaller(look: Look) -> None:
    cards = CardPainter.for_picture(palette("beamer"), 768, tokens().beamer["minimum"].size)
    image = QImage(160, 60, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.scale(0.4, 0.4)
    cards.paint(painter, QRectF(10, 10, 310, 100), CardLook("Keine Zeit zum Anlernen", "problem"))
    painter.end()
    assert image.pixelColor(6, 20) == QColor(cards.palette.text) or image.pixelColor(6, 20) != QColor("white")


def test_a_block_draws_where_it_is_told(look: Look) -> None:
    image = QImage(100, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    TextBlock("Ja", style().font("body"), 40).draw(painter, QPointF(50, 10), QColor("black"))
    painter.end()
    dark = [x for x in range(100) for y in range(40) if image.pixelColor(x, y).lightness() < 100]
    assert dark
    assert min(dark) >= 50

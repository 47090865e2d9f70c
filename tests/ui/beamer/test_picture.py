"""Pictures for the beamer: nothing above the ceiling, nothing too small, nothing lost."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage, QPainter

from tests.ui.fixtures import Look
from tws_desktop.boards.cards.slide import slide
from tws_desktop.catalog.catalog import Catalog
from tws_desktop.documents.charts import Bar, BarProfile, Bucket, Distribution, DotRanking, Dots
from tws_desktop.domain.board_parameters import Board, CardKind, Cards
from tws_desktop.domain.confidentiality import Level, RoomAudience, beamer_ceiling
from tws_desktop.domain.plants import Plant
from tws_desktop.domain.workshops import Entry, EntryKind, Step, Workshop
from tws_desktop.services.boards.content import Content
from tws_desktop.services.workshops.slides import (
    CardsSlide,
    ChartSlide,
    LinesSlide,
    Picture,
    SlideCard,
    SlideColumn,
    TableSlide,
)
from tws_desktop.ui.beamer.canvas import SMALLEST, Canvas
from tws_desktop.ui.beamer.cards_picture import cards_pages
from tws_desktop.ui.beamer.lines_picture import lines_pages
from tws_desktop.ui.beamer.picture import Shown, page_count, paint_picture
from tws_desktop.ui.beamer.table_picture import table_pages
from tws_desktop.ui.kit.card_painter import CardLook, CardPainter
from tws_desktop.ui.palette import palette

SHELF = Catalog()
SIZE = QSizeF(1366, 768)
CANVAS = Canvas(SIZE, palette("beamer"))


@pytest.fixture(autouse=True)
def _look(look: Look) -> Look:
    return look


def _painted(shown: Shown, size: QSizeF = SIZE) -> QImage:
    image = QImage(int(size.width()), int(size.height()), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_picture(painter, shown, size)
    painter.end()
    return image


def _content(entries: tuple[Entry, ...], audience: RoomAudience = RoomAudience.GREMIUM) -> Content:
    workshop = Workshop(uuid4(), uuid4(), "K1", 1, "Runde", room_audience=audience)
    board = Board("karten", "Karten", cards=Cards((CardKind.PROBLEM,)))
    step = Step(uuid4(), workshop.id, 1, "Karten", question="Was ist euch wichtig?", boards=(board,))
    plant = Plant(uuid4(), "Werk")
    return Content(workshop, step, board, entries, {}, {}, (), (), {}, (), (), plant, {}, {})


def _card(
    text: str, level: Level = Level.COUNCIL, parent: UUID | None = None, kind: EntryKind = EntryKind.CARD
) -> Entry:
    return Entry(uuid4(), uuid4(), kind, text, parent_id=parent, level=level, secret_on=date(2026, 10, 12))


@pytest.mark.parametrize("level", [Level.SECRET79, Level.NEGOTIATION])
@pytest.mark.parametrize("audience", list(RoomAudience))
def test_a_hidden_card_leaves_no_pixel(level: Level, audience: RoomAudience) -> None:
    column = _card("Neue Technik", Level.OPEN, kind=EntryKind.CLUSTER)
    seen = (column, _card("Erst schulen", Level.OPEN, column.id), _card("Stapler", Level.OPEN))
    hidden = (_card("Angebot aus Tschechien", level, column.id), _card("Verkauf", level))
    ceiling = beamer_ceiling(Level.COUNCIL, audience)
    without = slide(_content(seen, audience), SHELF, ceiling)
    with_hidden = slide(_content((seen[0], hidden[0], *seen[1:], hidden[1]), audience), SHELF, ceiling)
    assert with_hidden.kept_back == 2
    assert _painted(Shown(with_hidden.picture)) == _painted(Shown(without.picture))


def test_a_card_that_may_be_seen_does_change_the_picture() -> None:
    one = (_card("Erst schulen"),)
    two = (*one, _card("Und dann starten"))
    pictures = [slide(_content(cards), SHELF, Level.COUNCIL).picture for cards in (one, two)]
    assert _painted(Shown(pictures[0])) != _painted(Shown(pictures[1]))


def test_a_hidden_column_leaves_no_pixel_either() -> None:
    column = _card("Geheimer Verkauf", Level.SECRET79, kind=EntryKind.CLUSTER)
    loose = _card("Stapler")
    inside = _card("Stapler", parent=column.id)
    without = slide(_content((loose,)), SHELF, Level.COUNCIL)
    with_column = slide(_content((column, inside)), SHELF, Level.COUNCIL)
    assert _painted(Shown(with_column.picture)) == _painted(Shown(without.picture))


def _columns(count: int, cards: int) -> CardsSlide:
    return CardsSlide(
        "Frage",
        tuple(
            SlideColumn(
                f"Spalte {n}", tuple(SlideCard(f"Karte {n} {c} mit sieben Wörtern hier", "idee") for c in range(cards))
            )
            for n in range(count)
        ),
    )


@pytest.mark.parametrize(("count", "cards"), [(1, 1), (4, 4), (6, 3), (3, 40), (12, 12)])
@pytest.mark.parametrize("zoom", [1.0, 1.5])
def test_pages_lose_no_card_and_are_never_smaller_than_readable(count: int, cards: int, zoom: float) -> None:
    canvas = Canvas(SIZE, palette("beamer"), zoom)
    pages = cards_pages(canvas, _columns(count, cards))
    assert sum(len(column.cards) for page in pages for column in page.columns) == count * cards
    assert all(page.share >= SMALLEST and len(page.columns) <= 4 for page in pages)


@pytest.mark.parametrize("text", ["Kurz", "Die Nachfolge in der Zerspanung ist offen, und das Wissen geht " * 3])
def test_a_long_column_loses_no_card_and_cuts_none_off(text: str) -> None:
    slide_of_many = CardsSlide("Frage", (SlideColumn("Viele", tuple(SlideCard(text, "idee") for _ in range(300))),))
    pages = cards_pages(CANVAS, slide_of_many)
    assert sum(len(column.cards) for page in pages for column in page.columns) == 300
    cards = CardPainter.for_picture(CANVAS.palette, CANVAS.height, pages[0].share)
    width = (CANVAS.width - CANVAS.height * 0.023 * (pages[0].lanes - 1)) / pages[0].lanes
    room = CANVAS.body("Frage").height()
    for page in pages:
        for column in page.columns:
            used = sum(cards.height(CardLook(card.text, card.symbol), width) for card in column.cards)
            assert len(column.cards) == 1 or used <= room


def test_six_columns_say_which_are_shown() -> None:
    pages = cards_pages(CANVAS, _columns(6, 2))
    assert [page.paging for page in pages] == ["Spalte 1 bis 4 von 6", "Spalte 5 bis 6 von 6"]


def test_type_starts_large_and_ends_at_the_smallest_size() -> None:
    sizes = CANVAS.steps(0.055)
    assert sizes[0] == pytest.approx(0.055)
    assert sizes[-1] == pytest.approx(SMALLEST)
    assert min(Canvas(SIZE, palette("beamer"), 1.5).steps(0.055)) > 0.055


def test_lines_and_rows_go_on_on_further_pages() -> None:
    lines = LinesSlide("Regeln", tuple(f"Zeile {n} mit einigen Wörtern darin" for n in range(40)))
    pages = lines_pages(CANVAS, lines)
    assert len(pages) > 1
    assert tuple(line for page in pages for line in page.lines) == lines.lines
    table = TableSlide("Rang", ("Rang", "Thema"), tuple((str(n), f"Thema {n}") for n in range(40)))
    rows = table_pages(CANVAS, table)
    assert rows[0].first == 0
    assert rows[-1].last == 40
    assert all(one.last == two.first for one, two in pairwise(rows))


@pytest.mark.parametrize("ground", ["beamer", "beamer_dark"])
@pytest.mark.parametrize(
    "picture",
    [
        LinesSlide("Leer", ()),
        LinesSlide("", ("<b>kein Markup</b> & Lärm",)),
        CardsSlide("Leer", ()),
        CardsSlide("W" * 300, (SlideColumn("W" * 200, (SlideCard("W" * 300),)),)),
        TableSlide("Leer", ("A",), ()),
        ChartSlide("Profil", BarProfile(tuple(Bar(f"Dimension {n}", n * 9.0) for n in range(10))), "Satz"),
        ChartSlide("Punkte", DotRanking((Dots("Schulung", 7), Dots("Linie 3", 0)))),
        ChartSlide("Skala", Distribution(tuple(Bucket(str(n), n) for n in range(11)))),
    ],
)
def test_every_picture_can_be_painted(picture: Picture, ground: str) -> None:
    for size in (SIZE, QSizeF(1024, 768), QSizeF(3840, 2160)):
        shown = Shown(picture, ground, clock="noch 11 min")
        assert page_count(shown, size) >= 1
        assert not _painted(shown, size).isNull()

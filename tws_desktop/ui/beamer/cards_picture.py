"""Cards in at most four columns; what does not fit comes on the next page, never smaller."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, partial

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from tws_desktop.services.slides import CardsSlide, SlideCard, SlideColumn
from tws_desktop.ui.beamer.canvas import Canvas
from tws_desktop.ui.icons import draw_icon
from tws_desktop.ui.kit.card_painter import CardLook, CardPainter
from tws_desktop.ui.palette import card_kind, tokens
from tws_desktop.ui.words import tr

MOST_COLUMNS = 4
_NARROWEST = 7.0  # times the type size: narrower columns cut German words

_MEASURED = 60
"""Longer columns take pages enough; there heights are reckoned by the letters, a little loosely."""


@dataclass(frozen=True, slots=True)
class CardsPage:
    """One page: its columns, the type size, how many columns wide, and the words of the paging."""

    columns: tuple[SlideColumn, ...]
    share: float
    lanes: int
    paging: str = ""


def cards_pages(canvas: Canvas, slide: CardsSlide) -> tuple[CardsPage, ...]:
    """The pages of a slide; one where everything fits at a readable size."""
    if not any(column.cards or column.title for column in slide.columns):
        return (CardsPage((), canvas.share(tokens().beamer["card"].size), 1),)
    columns = _titled(slide.columns)
    sizes = canvas.steps(tokens().beamer["card"].size)
    for share in sizes:
        most = _most_lanes(canvas, share)
        for lanes in range(min(most, len(columns)), most + 1):
            slots = _slots(canvas, slide.question, columns, (share, lanes), most=lanes)
            if len(slots) <= lanes:
                return (CardsPage(tuple(column for _, column in slots), share, lanes),)
    share, most = sizes[-1], _most_lanes(canvas, sizes[-1])
    slots = _slots(canvas, slide.question, columns, (share, most))
    parts = [slots[start : start + most] for start in range(0, len(slots), most)]
    return tuple(_page(part, (share, most), len(columns)) for part in parts)


def paint_cards(painter: QPainter, canvas: Canvas, slide: CardsSlide, page: CardsPage) -> None:
    """Paints the columns of a page and the legend of its symbols."""
    area = canvas.body(slide.question)
    cards = CardPainter.for_picture(canvas.palette, canvas.height, page.share)
    width, gap = _lane(canvas, page.lanes)
    heads = max((_head_height(canvas, column, width) for column in page.columns), default=0.0)
    for place, column in enumerate(page.columns):
        left = area.left() + place * (width + gap)
        _paint_column(painter, canvas, QRectF(left, area.top(), width, area.height()), (column, cards, heads))
    _paint_legend(painter, canvas, page)


def _titled(columns: tuple[SlideColumn, ...]) -> tuple[SlideColumn, ...]:
    if len(columns) == 1:
        return columns
    return tuple(SlideColumn(column.title or tr("Noch ohne Spalte"), column.cards) for column in columns)


def _most_lanes(canvas: Canvas, share: float) -> int:
    least = _NARROWEST * share * canvas.height
    return next((lanes for lanes in range(MOST_COLUMNS, 1, -1) if _lane(canvas, lanes)[0] >= least), 1)


def _page(slots: list[tuple[int, SlideColumn]], size: tuple[float, int], count: int) -> CardsPage:
    first, last = slots[0][0] + 1, slots[-1][0] + 1
    words = tr("Spalte {first} bis {last} von {count}").format(first=first, last=last, count=count)
    if first == last:
        words = tr("Spalte {first} von {count}").format(first=first, count=count)
    return CardsPage(tuple(column for _, column in slots), *size, words if count > 1 else "")


def _slots(
    canvas: Canvas, question: str, columns: tuple[SlideColumn, ...], size: tuple[float, int], most: int = 0
) -> list[tuple[int, SlideColumn]]:
    """The columns cut to the height of a page; with `most` it stops as soon as there are more."""
    share, lanes = size
    cards = CardPainter.for_picture(canvas.palette, canvas.height, share)
    width, _ = _lane(canvas, lanes)

    def split(head: float) -> list[tuple[int, SlideColumn]]:
        room = canvas.body(question).height() - head
        made: list[tuple[int, SlideColumn]] = []
        for place, column in enumerate(columns):
            if most and len(made) > most:
                break
            parts = _parts(cards, column.cards, width, (room, _card_gap(canvas)), most)
            on = tr("{title} (weiter)").format(title=column.title) if column.title else ""
            made.extend((place, SlideColumn(on if number else column.title, part)) for number, part in enumerate(parts))
        return made

    head = max(_head_height(canvas, column, width) for column in columns)
    made = split(head)
    higher = max(
        _head_height(canvas, column, width) for column in {column.title: column for _, column in made}.values()
    )
    return split(higher) if higher > head else made


def _parts(
    cards: CardPainter, found: tuple[SlideCard, ...], width: float, size: tuple[float, float], most: int = 0
) -> list[tuple[SlideCard, ...]]:
    room, gap = size
    exact = len(found) <= _MEASURED
    rough = cache(partial(cards.rough_height, width=width))
    parts: list[list[SlideCard]] = [[]]
    used = 0.0
    for card in found:
        needed = cards.height(_look(card), width) if exact else rough(len(card.text))
        height = min(room, needed)
        if parts[-1] and used + height > room:
            if most and len(parts) > most:
                break
            parts.append([])
            used = 0.0
        parts[-1].append(card)
        used += height + gap
    return [tuple(part) for part in parts]


def _look(card: SlideCard) -> CardLook:
    return CardLook(card.text, card.symbol or "aussage")


def _lane(canvas: Canvas, lanes: int) -> tuple[float, float]:
    gap = canvas.height * 0.023
    return (canvas.width - gap * (lanes - 1)) / lanes, gap


def _card_gap(canvas: Canvas) -> float:
    return canvas.height * 0.011


def _head_height(canvas: Canvas, column: SlideColumn, width: float) -> float:
    if not column.title:
        return 0.0
    return canvas.block(column.title, "column", width, lines=3).height + canvas.height * 0.026


def _paint_column(
    painter: QPainter, canvas: Canvas, area: QRectF, what: tuple[SlideColumn, CardPainter, float]
) -> None:
    column, cards, heads = what
    top = area.top()
    if column.title:
        block = canvas.block(column.title, "column", area.width(), lines=3)
        block.draw(painter, QPointF(area.left(), top), canvas.colour("text"))
        thick = max(2.0, canvas.height * 0.005)
        line = QRectF(area.left(), top + heads - canvas.height * 0.018 - thick, area.width(), thick)
        painter.fillRect(line, canvas.colour("accent"))
        top += heads
    for card in column.cards:
        look = _look(card)
        height = min(cards.height(look, area.width()), area.bottom() - top)
        cards.paint(painter, QRectF(round(area.left()), round(top), round(area.width()), round(height)), look)
        top += height + _card_gap(canvas)


def _paint_legend(painter: QPainter, canvas: Canvas, page: CardsPage) -> None:
    area = canvas.foot()
    shown = {card.symbol or "aussage" for column in page.columns for card in column.cards}
    painter.setFont(canvas.font("footer"))
    metrics = QFontMetricsF(canvas.font("footer"))
    side, left = round(canvas.height * 0.029), area.left()
    for key in tokens().cards:
        if key not in shown:
            continue
        kind = card_kind(key)
        spot = QRectF(round(left), round(area.center().y() - side / 2), side, side)
        draw_icon(painter, kind.symbol, spot, QColor(kind.strip(canvas.palette)))
        left += side + canvas.height * 0.012
        painter.setPen(canvas.colour("text_2"))
        width = metrics.horizontalAdvance(kind.name)
        painter.drawText(QRectF(left, area.top(), width + 2, area.height()), Qt.AlignmentFlag.AlignVCenter, kind.name)
        left += width + canvas.height * 0.035

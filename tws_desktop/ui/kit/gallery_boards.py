"""Sheets of the gallery: cards on a board and on the beamer."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from tws_desktop.ui.fonts import picture_font
from tws_desktop.ui.kit.card_painter import CardLook, CardPainter
from tws_desktop.ui.kit.text_block import BlockShape, TextBlock
from tws_desktop.ui.palette import palette, tokens
from tws_desktop.ui.style import style

CARDS = (
    (
        CardLook("Abgasklappen laufen 2029 aus", "problem", "beschlossen · 1–3 Jahre"),
        CardLook("41 % hängen an einem Kunden", "problem", "läuft"),
        CardLook("Wer plant nach Linie 3?", "frage"),
        CardLook("Ventile für Wasserstoff anbieten", "idee", "Muster fertig"),
    ),
    (
        CardLook("Fahrerlose Stapler ab Mai", "aussage", "angekündigt · unter 1 Jahr"),
        CardLook("KI verteilt schon die Aufträge", "problem", "läuft"),
        CardLook("Erst schulen, dann starten", "forderung", selected=True),
        CardLook("Beschäftigungssicherungstarifvertrag", "forderung", pending=True),
    ),
    (
        CardLook("Unser Wissen geht in Rente", "ueberschrift"),
        CardLook("Parkplatz Tor 3 zu klein", "geparkt"),
        CardLook("Keine Zeit zum Anlernen", "problem", struck=True),
        CardLook("Angebot aus Tschechien liegt vor", "problem", lock="secret79"),
    ),
)


class _Cards(QWidget):
    def __init__(self, *, beamer: bool) -> None:
        super().__init__()
        self._beamer = beamer
        self.resize(1366, 768)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paints the columns of cards."""
        painter = QPainter(self)
        name = "beamer_dark" if style().palette.dark else "beamer"
        if self._beamer:
            cards = CardPainter.for_picture(palette(name), self.height(), tokens().beamer["minimum"].size)
        else:
            cards = CardPainter.for_window()
        painter.fillRect(self.rect(), QColor(cards.palette.bg))
        gap = 24 if self._beamer else 16
        width = (self.width() - 4 * gap) / 3
        top = 24.0
        if self._beamer:
            font = picture_font(tokens().beamer["question"], self.height())
            question = TextBlock(
                "Welche Veränderung spürt ihr schon, welche kommt?",
                font,
                self.width() - 2 * gap,
                BlockShape(1.15),
            )
            question.draw(painter, QPointF(gap, top), QColor(cards.palette.text))
            top += question.height + 24
        for place, column in enumerate(CARDS):
            y = top
            for look in column:
                height = cards.height(look, width)
                cards.paint(painter, QRectF(gap + place * (width + gap), y, width, height), look)
                y += height + gap / 2
        painter.end()


def board_sheet() -> QWidget:
    """Cards in the window's palette."""
    return _Cards(beamer=False)


def picture_sheet() -> QWidget:
    """The same cards as the room sees them."""
    return _Cards(beamer=True)

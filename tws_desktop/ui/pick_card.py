"""A card to choose by: title, a few lines, a caption; one of a group is checked."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from tws_desktop.ui.icons import draw_icon
from tws_desktop.ui.kit.paint import draw_box, draw_line, draw_ring, follow_style, smooth
from tws_desktop.ui.kit.text_block import BlockShape, TextBlock
from tws_desktop.ui.palette import tokens
from tws_desktop.ui.style import style


class PickCard(QAbstractButton):
    """`PickCard("F01", "Bestandsaufnahme", "Ein gemeinsames Bild ...", "240 min · 5 bis 20 Personen", "layers")`."""

    def __init__(self, key: str, title: str, words: str, meta: str = "", icon: str = "layers") -> None:
        super().__init__()
        self.key, self._words, self._meta, self._icon = key, words, meta, icon
        self.setText(title.replace("&", "&&"))
        self._title = title
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(title)
        self.setAccessibleDescription(f"{words} {meta}".strip())
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        follow_style(self)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """All lines."""
        title, words = self._blocks(width)
        caption = QFontMetricsF(style().font("caption")).height() if self._meta else 0
        return math.ceil(title.height + words.height + caption + 2 * style().space("x3") + style().space("x2"))

    def sizeHint(self) -> QSize:
        """A comfortable card."""
        width = style().px(260)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow is allowed."""
        return QSize(style().px(160), style().size("row"))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paints the card."""
        painter = QPainter(self)
        smooth(painter)
        colour, area = style().colour, QRectF(self.rect())
        radius = style().px(tokens().radius["card"])
        ground = "selection" if self.isChecked() else "sunken" if self.underMouse() else "surface"
        draw_box(painter, area, colour(ground), colour("accent" if self.isChecked() else "line"), radius)
        left, top = style().space("x3"), style().space("x3")
        title, words = self._blocks(self.width())
        side = style().px(18)
        mark = "circle-check" if self.isChecked() else self._icon
        tone = colour("accent_text" if self.isChecked() else "text_2")
        draw_icon(painter, mark, QRectF(left, top + style().px(2), side, side), tone)
        inside = left + side + style().space("x2")
        title.draw(painter, QPointF(inside, top), colour("text"))
        words.draw(painter, QPointF(inside, top + title.height + style().px(2)), colour("text_2"))
        if self._meta:
            caption = QFontMetricsF(style().font("caption")).height()
            room = QRectF(inside, self.height() - left - caption, self.width() - inside - left, caption)
            draw_line(painter, room, self._meta, ("caption", colour("text_2")))
        if self.hasFocus():
            draw_ring(painter, area, radius)
        painter.end()

    def _blocks(self, width: int) -> tuple[TextBlock, TextBlock]:
        room = width - 2 * style().space("x3") - style().px(18) - style().space("x2")
        strong, label = tokens().window["strong"].line, tokens().window["label"].line
        title = TextBlock(self._title, style().font("strong"), room, BlockShape(line=strong))
        return title, TextBlock(self._words, style().font("label"), room, BlockShape(line=label))

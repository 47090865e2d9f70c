"""Labels: plain text always; one line elided, or wrapped so that no word is cut."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from tws_desktop.ui.kit.paint import follow_style, set_tip
from tws_desktop.ui.kit.text_block import BlockShape, TextBlock
from tws_desktop.ui.palette import tokens
from tws_desktop.ui.style import style

_KEPT_BLOCKS = 8
"""Layouts ask again and again for the height in the same few widths."""


class PlainLabel(QLabel):
    """One short line of plain text that always gets the room it needs. Roles: caption, label, body,
    strong, lead, heading ...
    """

    def __init__(self, text: str = "", role: str = "body", tone: str = "text", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role = role
        self._tone = tone
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setProperty("tone", tone)
        self.setText(text)

    @property
    def role(self) -> str:
        """The type role."""
        return self._role

    def set_tone(self, tone: str) -> None:
        """Changes the colour token."""
        if tone == self._tone:
            return
        self._tone = tone
        self.setProperty("tone", tone)
        self.style().unpolish(self)
        self.style().polish(self)
        self.update()


class ElideLabel(PlainLabel):
    """One line that shortens with an ellipsis; the whole text stays in tooltip and accessible name."""

    def __init__(self, text: str = "", role: str = "body", tone: str = "text", parent: QWidget | None = None) -> None:
        super().__init__(text, role, tone, parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        follow_style(self)

    def setText(self, text: str) -> None:
        """Shows `text`; also its accessible name."""
        super().setText(text)
        self.setAccessibleName(text)
        self._tip()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """The whole text on one line."""
        metrics = QFontMetricsF(style().font(self._role))
        return QSize(math.ceil(metrics.horizontalAdvance(self.text())) + 1, math.ceil(metrics.height()))

    def minimumSizeHint(self) -> QSize:
        """A few letters and the ellipsis."""
        return QSize(min(self.sizeHint().width(), style().px(48)), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Sets the tooltip when the text is shortened."""
        super().resizeEvent(event)
        self._tip()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paints the shortened text."""
        font = style().font(self._role)
        metrics = QFontMetricsF(font)
        painter = QPainter(self)
        painter.setFont(font)
        painter.setPen(style().colour(self._tone))
        shown = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        width = metrics.horizontalAdvance(shown)
        left = self.width() - width if self.alignment() & Qt.AlignmentFlag.AlignRight else 0.0
        base = self.height() / 2 + (metrics.ascent() - metrics.descent()) / 2
        painter.drawText(QPointF(left, base), shown)
        painter.end()

    def _tip(self) -> None:
        set_tip(self, self.text() if self.width() < self.sizeHint().width() else "")


class WrapLabel(PlainLabel):
    """Text over several lines with the role's own line height; long compounds part at syllables, nothing
    is clipped.
    """

    def __init__(self, text: str = "", role: str = "body", tone: str = "text", parent: QWidget | None = None) -> None:
        self._blocks: dict[tuple[float, float], TextBlock] = {}
        super().__init__(text, role, tone, parent)
        self._most_lines = 0
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        follow_style(self)

    def set_most_lines(self, lines: int) -> None:
        """Elides after that many lines; 0 shows all."""
        self._most_lines = lines
        self._blocks.clear()
        self.updateGeometry()

    def setText(self, text: str) -> None:
        """Shows `text`; also its accessible name."""
        if text == self.text():
            return
        super().setText(text)
        self._blocks.clear()
        self.setAccessibleName(text)
        self.updateGeometry()

    def setAlignment(self, alignment: Qt.AlignmentFlag) -> None:
        """Left or centred."""
        super().setAlignment(alignment)
        self._blocks.clear()

    def hasHeightForWidth(self) -> bool:
        """Always: the narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of the whole text in `width`, or in its greatest width where that is less."""
        return math.ceil(self.block(min(width, self.maximumWidth())).height)

    def sizeHint(self) -> QSize:
        """As wide as the text, at most a comfortable line."""
        natural = QFontMetricsF(style().font(self._role)).horizontalAdvance(
            max(self.text().split("\n"), key=len, default="")
        )
        width = min(math.ceil(natural) + 1, style().px(520))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow is allowed; the height follows."""
        return QSize(min(self.sizeHint().width(), style().px(72)), math.ceil(self.block(10_000).step))

    def block(self, width: float) -> TextBlock:
        """The text as it is set into `width`; kept, as layouts ask for the same widths many times over."""
        key = (width, style().scale)
        found = self._blocks.get(key)
        if found is None:
            if len(self._blocks) >= _KEPT_BLOCKS:
                self._blocks.clear()
            found = self._blocks[key] = self._set(width)
        return found

    def _set(self, width: float) -> TextBlock:
        centred = bool(self.alignment() & Qt.AlignmentFlag.AlignHCenter)
        align = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft
        shape = BlockShape(line=tokens().window[self._role].line, most_lines=self._most_lines, align=align)
        return TextBlock(self.text(), style().font(self._role), width, shape)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paints the lines."""
        painter = QPainter(self)
        block = self.block(self.width())
        block.draw(painter, QPointF(0, max(0.0, (self.height() - block.height) / 2)), style().colour(self._tone))
        painter.end()


class Heading(WrapLabel):
    """Head of a panel (`heading`) or of a page (`title`)."""

    def __init__(self, text: str = "", role: str = "heading", parent: QWidget | None = None) -> None:
        super().__init__(text, role, "text", parent)


class Breadcrumb(ElideLabel):
    """Where we are, from the outside in, in one caption line: `Musterwerk Saar GmbH › Zukunft`."""

    def __init__(self, parts: tuple[str, ...] = (), parent: QWidget | None = None) -> None:
        super().__init__("", "caption", "text_2", parent)
        self.set_parts(parts)

    def set_parts(self, parts: tuple[str, ...]) -> None:
        """Shows the parts; hidden when there is none."""
        self.setText(" › ".join(parts))
        self.setVisible(bool(parts))

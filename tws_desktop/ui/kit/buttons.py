"""Buttons: filled (one per screen), outlined, quiet, danger, and those on the dark bar; icon, text and key
in one.
"""

from __future__ import annotations

import math
from enum import StrEnum
from functools import lru_cache

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QPushButton, QSizePolicy, QWidget

from tws_desktop.ui.icons import draw_icon
from tws_desktop.ui.kit.paint import draw_box, draw_ring, follow_style, set_tip, smooth
from tws_desktop.ui.kit.text_block import BlockShape, TextBlock
from tws_desktop.ui.palette import tokens
from tws_desktop.ui.style import style


class ButtonKind(StrEnum):
    """How loud a button is."""

    FILLED = "filled"
    OUTLINED = "outlined"
    QUIET = "quiet"
    DANGER = "danger"
    RAIL = "rail"
    RAIL_QUIET = "rail_quiet"
    RAIL_LINK = "rail_link"


class ButtonSize(StrEnum):
    """Height: 28, 36 or 44 at 100 %."""

    SMALL = "control_small"
    NORMAL = "control"
    LARGE = "row"


# ground, ground under the pointer, front, edge
_LOOK: dict[ButtonKind, tuple[str, str, str, str]] = {
    ButtonKind.FILLED: ("accent", "accent_hover", "on_accent", ""),
    ButtonKind.OUTLINED: ("surface", "sunken", "text", "line_strong"),
    ButtonKind.QUIET: ("", "sunken", "accent_text", ""),
    ButtonKind.DANGER: ("surface", "error_soft", "error", "error"),
    ButtonKind.RAIL: ("rail_active", "rail", "rail_text", ""),
    ButtonKind.RAIL_QUIET: ("", "rail_active", "rail_text", ""),
    ButtonKind.RAIL_LINK: ("", "rail_active", "rail_mark", ""),
}

_ON_RAIL = {ButtonKind.RAIL, ButtonKind.RAIL_QUIET, ButtonKind.RAIL_LINK}
_RINGED_IN_FRONT = {ButtonKind.FILLED, *_ON_RAIL}
_RESTING = 0.65  # still readable on the dark bar


class Button(QPushButton):
    """A button with optional icon and key; checkable ones turn filled while checked. `&` before a letter
    gives Alt+letter.
    """

    def __init__(
        self,
        text: str,
        kind: ButtonKind = ButtonKind.OUTLINED,
        *,
        icon: str = "",
        key: str = "",
        size: ButtonSize = ButtonSize.NORMAL,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._kind = kind
        self._icon = icon
        self._key = key
        self._size = size
        self._icon_only = False
        self._wraps = False
        self._stand_in: tuple[QWidget | None] | None = None
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.words())
        if key:
            set_tip(self, f"{self.words()} ({key})")
        follow_style(self)

    def words(self) -> str:
        """The text without the sign for the Alt letter."""
        return self.text().replace("&&", "\0").replace("&", "").replace("\0", "&")

    def setText(self, text: str) -> None:
        """Shows `text`, also as accessible name."""
        if text == self.text():
            return
        super().setText(text)
        self.setAccessibleName(self.words())
        self.updateGeometry()

    def set_icon_name(self, name: str) -> None:
        """Shows another icon."""
        self._icon = name
        self.updateGeometry()
        self.update()

    def set_icon_only(self, only: bool) -> None:
        """For the icon strip at large text: the words move to the tooltip, the name stays."""
        self._icon_only = only and bool(self._icon)
        set_tip(self, self.words() if self._icon_only else f"{self.words()} ({self._key})" if self._key else "")
        self.updateGeometry()
        self.update()

    def set_reason(self, sentence: str) -> None:
        """Disables the button and says why in the tooltip; an empty sentence enables it.

        A focus that the disabled button lost comes back with it, unless someone has moved on meanwhile.
        """
        had_focus = self.hasFocus()
        self.setEnabled(not sentence)
        if sentence and had_focus:
            self._stand_in = (QApplication.focusWidget(),)
        elif not sentence:
            if self._stand_in == (QApplication.focusWidget(),):
                self.setFocus()
            self._stand_in = None
        self.setAccessibleDescription(sentence)
        set_tip(self, sentence)

    def set_wraps(self) -> None:
        """Lets long words go on in a second line where the width is short (narrow columns at large text)."""
        self._wraps = True
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for icon, words and key; higher while the words take more lines."""
        height = style().size(self._size)
        if self._icon_only:
            return QSize(height, height)
        width = math.ceil(_advance(self.words(), style().scale) + self._around()) + 1
        if self._wraps and self.isVisible() and self.width() < width:
            height = max(height, math.ceil(self._block(self.width()).height) + style().px(10))
        return QSize(width, max(height, math.ceil(_line(style().scale)) + style().px(6)))

    def minimumSizeHint(self) -> QSize:
        """The words are never cut."""
        hint = self.sizeHint()
        if not self._wraps or self._icon_only:
            return hint
        longest = max((_advance(word, style().scale) for word in self.words().split()), default=0.0)
        return QSize(min(hint.width(), math.ceil(longest + self._around()) + 2), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Asks for another height when the words take more lines."""
        super().resizeEvent(event)
        if self._wraps:
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses like the space bar."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
            return
        super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Repaints for the pointer."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Repaints for the pointer."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paints ground, icon, words, key and focus ring."""
        painter = QPainter(self)
        smooth(painter)
        rect = QRectF(self.rect())
        radius = style().px(tokens().radius["control"])
        ground, front, edge = self._colours()
        draw_box(painter, rect, ground, edge, radius)
        self._draw_content(painter, rect, front)
        if self.hasFocus():
            self._draw_focus(painter, rect, radius, front)
        painter.end()

    def _colours(self) -> tuple[QColor | None, QColor, QColor | None]:
        colour = style().colour
        if not self.isEnabled() and self._kind in _ON_RAIL:
            resting = colour("rail_text")
            resting.setAlphaF(_RESTING)
            return None, resting, None
        if not self.isEnabled():
            return colour("sunken"), colour("text_3"), colour("line") if _LOOK[self._kind][3] else None
        kind = ButtonKind.FILLED if self.isChecked() else self._kind
        rest, hover, front, edge = _LOOK[kind]
        ground = hover if self.underMouse() or self.isDown() else rest
        return colour(ground) if ground else None, colour(front), colour(edge) if edge else None

    def _draw_content(self, painter: QPainter, rect: QRectF, front: QColor) -> None:
        metrics = QFontMetricsF(style().font("label"))
        side, gap = (self._icon_side() if self._icon else 0), style().px(7)
        words = "" if self._icon_only else self.words()
        key_width = metrics.horizontalAdvance(self._key) + gap if self._key and words else 0
        icon_width = side + (gap if side and words else 0)
        block = self._block(rect.width())
        total = icon_width + key_width + (block.natural_width if words else 0)
        left = rect.left() + max(style().px(4) * 1.0, (rect.width() - total) / 2)
        if side:
            spot = QRectF(round(left), round(rect.center().y() - side / 2), side, side)
            draw_icon(painter, self._icon, spot, front)
            left += icon_width
        if not words:
            return
        block.draw(painter, QPointF(left, rect.center().y() - block.height / 2), front)
        if key_width:
            painter.setOpacity(0.85)
            painter.setFont(style().font("label"))
            base = rect.center().y() + (metrics.ascent() - metrics.descent()) / 2
            painter.drawText(QPointF(left + block.natural_width + gap, base), self._key)
            painter.setOpacity(1.0)

    def _block(self, width: float) -> TextBlock:
        room = max(width - self._around(), style().px(24)) + 1
        shape = BlockShape(line=1.3, most_lines=0 if self._wraps else 1)
        return TextBlock(self.words(), style().font("label"), room, shape)

    def _around(self) -> float:
        key = _advance(self._key, style().scale) + style().px(7) if self._key else 0.0
        return 2 * self._pad() + (self._icon_side() + style().px(7) if self._icon else 0) + key

    def _draw_focus(self, painter: QPainter, rect: QRectF, radius: float, front: QColor) -> None:
        if self.isChecked() or self._kind in _RINGED_IN_FRONT:
            draw_ring(painter, rect.adjusted(2, 2, -2, -2), radius - 2, front)
        else:
            draw_ring(painter, rect, radius)

    def _pad(self) -> int:
        return style().px(10 if self._size is ButtonSize.SMALL else 14)

    def _icon_side(self) -> int:
        return style().px(16 if self._size is ButtonSize.SMALL else 18)


@lru_cache(maxsize=512)
def _advance(words: str, scale: float) -> float:  # noqa: ARG001  (the font in force goes by it)
    """Width of words; layouts ask for the same ones many times over."""
    return QFontMetricsF(style().font("label")).horizontalAdvance(words)


@lru_cache(maxsize=8)
def _line(scale: float) -> float:  # noqa: ARG001
    """Height of a line of words."""
    return QFontMetricsF(style().font("label")).height()


def filled(text: str, icon: str = "", key: str = "") -> Button:
    """The one obvious next step of the screen."""
    return Button(text, ButtonKind.FILLED, icon=icon, key=key)


def outlined(text: str, icon: str = "", key: str = "") -> Button:
    """Every other action that needs an edge."""
    return Button(text, ButtonKind.OUTLINED, icon=icon, key=key)


def quiet(text: str, icon: str = "", key: str = "") -> Button:
    """A text action."""
    return Button(text, ButtonKind.QUIET, icon=icon, key=key)


def small(text: str, icon: str = "", kind: ButtonKind = ButtonKind.OUTLINED) -> Button:
    """A button 28 high, for rows and panels."""
    return Button(text, kind, icon=icon, size=ButtonSize.SMALL)


def danger(text: str, icon: str = "trash-2") -> Button:
    """What cannot be undone: outlined in error colour, never filled."""
    return Button(text, ButtonKind.DANGER, icon=icon)


def icon_button(name: str, icon: str, kind: ButtonKind = ButtonKind.QUIET) -> Button:
    """Only an icon; `name` is tooltip and accessible name."""
    button = Button(name, kind, icon=icon, size=ButtonSize.SMALL)
    button.set_icon_only(True)
    return button

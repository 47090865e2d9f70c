"""A photo as a small picture to press."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from tws_desktop.ui.icons import draw_icon
from tws_desktop.ui.kit.paint import draw_box, draw_ring, follow_style, set_tip, smooth
from tws_desktop.ui.palette import tokens
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr

WIDTH, HEIGHT = 88, 66


class Thumb(QAbstractButton):
    """`Thumb(words, image)`: `image()` gives the picture or None while it is read; `covered` shows a lock."""

    def __init__(self, words: str, image: Callable[[], QImage | None], *, covered: bool = False) -> None:
        super().__init__()
        self._image, self._covered = image, covered
        said = tr("Verdecktes Foto") if covered else tr("Foto: {words}").format(words=words)
        self.setAccessibleName(said)
        set_tip(self, said if covered else words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow_style(self)

    def sizeHint(self) -> QSize:
        """As large as the text scale says."""
        return QSize(style().px(WIDTH), style().px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses like the space bar."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """The middle of the picture fills the box."""
        painter = QPainter(self)
        smooth(painter)
        rect, radius = QRectF(self.rect()), style().px(tokens().radius["card"])
        draw_box(painter, rect, style().colour("sunken"), None, radius)
        image = None if self._covered else self._image()
        if image is None:
            side = style().px(20)
            spot = QRectF((rect.width() - side) / 2, (rect.height() - side) / 2, side, side)
            draw_icon(painter, "lock" if self._covered else "image", spot, style().colour("text_2"))
        else:
            shape = QPainterPath()
            shape.addRoundedRect(rect, radius, radius)
            painter.setClipPath(shape)
            painter.drawImage(rect, image, _middle(image, rect))
            painter.setClipping(False)
        draw_box(painter, rect, None, style().colour("line_strong" if self.underMouse() else "line"), radius)
        if self.hasFocus():
            draw_ring(painter, rect, radius)
        painter.end()


def _middle(image: QImage, box: QRectF) -> QRectF:
    """The part of the picture that has the shape of the box."""
    wide, high = float(image.width()), float(image.height())
    share = min(wide / box.width(), high / box.height())
    across, down = box.width() * share, box.height() * share
    return QRectF((wide - across) / 2, (high - down) / 2, across, down)

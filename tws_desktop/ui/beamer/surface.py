"""The painted ground: fills a screen, or stands small in the console."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QScreen
from PySide6.QtWidgets import QSizePolicy, QWidget

from tws_desktop.ui.beamer.picture import Shown, paint_black, paint_picture
from tws_desktop.ui.beamer.state import Mode
from tws_desktop.ui.icons import draw_icon
from tws_desktop.ui.kit.paint import draw_line
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr

What = Callable[[], Shown | None]


class BeamerWindow(QWidget):
    """Fills one screen; takes no focus, shows no pointer, knows nothing but what it paints."""

    def __init__(self, what: What) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setWindowFlag(Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setWindowTitle(tr("Leinwand"))
        self.setAccessibleName(tr("Leinwand"))
        self._what = what

    def fill(self, screen: QScreen) -> None:
        """Takes the whole of a screen."""
        if self.isVisible() and self.geometry() == screen.geometry():
            return
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.setWindowState(Qt.WindowState.WindowFullScreen)
        self.show()
        self.setGeometry(screen.geometry())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paints the picture, or black."""
        painter = QPainter(self)
        paint_shown(painter, self._what(), QSizeF(self.size()))
        painter.end()


class Thumbnail(QWidget):
    """The same picture small, laid out for the same `size` and scaled, with the mode on it."""

    def __init__(self, name: str, what: What, mode: Callable[[], Mode], size: Callable[[], QSizeF]) -> None:
        super().__init__()
        self._what, self._mode, self._size = what, mode, size
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(name)

    def hasHeightForWidth(self) -> bool:
        """It keeps its shape."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height for the shape of the picture."""
        size = self._size()
        return round(width * size.height() / size.width())

    def sizeHint(self) -> QSize:
        """As wide as the console."""
        return QSize(style().px(246), self.heightForWidth(style().px(246)))

    def minimumSizeHint(self) -> QSize:
        """Still to be recognised."""
        return QSize(style().px(120), self.heightForWidth(style().px(120)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paints the picture small, with an edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, radius = self._box(), style().px(5)
        path = QPainterPath()
        path.addRoundedRect(box, radius, radius)
        painter.save()
        painter.setClipPath(path)
        painter.translate(box.topLeft())
        size = self._size()
        painter.scale(box.width() / size.width(), box.height() / size.height())
        mode, shown = self._mode(), self._what()
        paint_shown(painter, None if mode is Mode.BLACK else shown, size)
        painter.restore()
        edge, width = ("info", 3) if mode is Mode.FROZEN else ("line_strong", 1)
        painter.setPen(QPen(style().colour(edge), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        half = width / 2
        painter.drawRoundedRect(box.adjusted(half, half, -half, -half), radius, radius)
        if mode is Mode.BLACK:
            draw_line(
                painter, box, tr("Schwarz"), ("label", QColor(Qt.GlobalColor.white)), Qt.AlignmentFlag.AlignHCenter
            )
        elif mode is Mode.FROZEN:
            side = style().px(20)
            spot = QRectF(box.right() - side - 6, box.top() + 6, side, side)
            draw_icon(painter, "snowflake", spot, style().colour("info"))
        painter.end()

    def _box(self) -> QRectF:
        """The largest rectangle of the picture's shape."""
        size = self._size()
        width = min(float(self.width()), self.height() * size.width() / size.height())
        height = width * size.height() / size.width()
        return QRectF((self.width() - width) / 2, 0, width, height)


def paint_shown(painter: QPainter, shown: Shown | None, size: QSizeF) -> None:
    """The picture, or black where there is none."""
    if shown is None:
        paint_black(painter, size)
    else:
        paint_picture(painter, shown, size)

"""Which screen the room sees: a big number on each, until one has been named."""

from __future__ import annotations

from hashlib import sha256

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QScreen
from PySide6.QtWidgets import QWidget

from tws_desktop.ui.fonts import picture_font
from tws_desktop.ui.kit.paint import draw_box
from tws_desktop.ui.palette import TypeRole
from tws_desktop.ui.style import style

_SIDE = 300


def screens() -> tuple[QScreen, ...]:
    """All screens, from left to right, then from top to bottom; of those that show the same, the first."""
    found = QGuiApplication.screens()
    apart: list[QScreen] = []
    for screen in sorted(found, key=lambda one: (one.geometry().x(), one.geometry().y(), one.name())):
        if not any(screen.geometry().intersects(other.geometry()) for other in apart):
            apart.append(screen)
    return tuple(apart)


def mirrored() -> bool:
    """Whether two screens show the same picture."""
    return len(screens()) < len(QGuiApplication.screens())


def identity(screen: QScreen) -> str:
    """What tells a screen from others when it is plugged in again."""
    return "|".join((screen.manufacturer(), screen.model(), screen.serialNumber(), screen.name()))


def screen_like(key: str) -> QScreen | None:
    """The screen with that identity, while it is there and shows a picture of its own."""
    return next((screen for screen in screens() if identity(screen) == key), None)


def digest(key: str) -> str:
    """An identity as a short sign that tells nothing of the screen; empty for none."""
    return sha256(key.encode()).hexdigest()[:16] if key else ""


def step_aside(window: QWidget, sign: str) -> bool:
    """Move a window that would open on the screen with that digest to another one; whether it was moved."""
    room = next((screen for screen in screens() if digest(identity(screen)) == sign), None)
    others = [screen for screen in screens() if screen is not room]
    if room is None or not others or not room.geometry().contains(window.geometry().center()):
        return False
    main = QGuiApplication.primaryScreen()
    area = (main if main in others else others[0]).availableGeometry()
    state = window.windowState()
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.setGeometry(QRect(area.topLeft(), window.size().boundedTo(area.size())))
    window.setWindowState(state)
    return True


class NumberWindow(QWidget):
    """A number in the middle of a screen, or `aside` of it where the question stands; takes no focus."""

    def __init__(self, number: int, screen: QScreen, *, aside: bool = False) -> None:
        super().__init__(None, Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint)
        self.setWindowFlag(Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._number = str(number)
        self.setAccessibleName(self._number)
        area = screen.geometry()
        side = min(_SIDE, area.height() // 2)
        self.setScreen(screen)
        middle = area.left() + area.width() // 4 if aside else area.center().x()
        self.setGeometry(middle - side // 2, area.center().y() - side // 2, side, side)

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(_SIDE, _SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paints the number."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        draw_box(painter, area, style().colour("rail"), None, 0)
        painter.setFont(picture_font(TypeRole(0.7, 700, 1.0), area.height()))
        painter.setPen(style().colour("rail_text"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self._number)
        painter.end()

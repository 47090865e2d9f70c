"""Icons from the shipped SVG files, drawn in a token's colour; cached by name, colour, size and screen
ratio.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from tws_desktop.catalog.data import data_root
from tws_desktop.ui.palette import tokens
from tws_desktop.ui.style import style

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

_SMALL = 15.0
_SMALL_STROKE = 2.0


def icon(name: str, colour: str = "text_2", size: float = 18) -> QIcon:
    """The icon in the colour of a token of the palette in force; disabled it is text_3. `size` at 100 %."""
    from PySide6.QtGui import QIcon  # noqa: PLC0415  (its names of themes are slow to load)

    result = QIcon()
    side = style().px(size)
    for ratio in (1.0, 2.0):
        result.addPixmap(pixmap(name, style().colour(colour), side, ratio))
        result.addPixmap(pixmap(name, style().colour("text_3"), side, ratio), QIcon.Mode.Disabled)
    return result


def pixmap(name: str, colour: QColor, side: float, ratio: float = 1.0) -> QPixmap:
    """The icon as a picture `side` device-independent pixels wide, transparent ground."""
    return _pixmap(name, colour.name(), round(side * 4) / 4, ratio)


def draw_icon(painter: QPainter, name: str, rect: QRectF, colour: QColor) -> None:
    """Paints the icon into `rect`; crisp in scaled painters too (thumbnails, print)."""
    if not painter.transform().isScaling() and not painter.transform().isRotating():
        ratio = painter.device().devicePixelRatio() if painter.device() else 1.0
        painter.drawPixmap(rect.topLeft(), pixmap(name, colour, rect.width(), ratio))
    else:
        _renderer(name, colour.name(), _stroke(rect.width())).render(painter, rect)


def icon_names() -> frozenset[str]:
    """The names of all shipped icons."""
    folder = data_root().joinpath("resources", "icons")
    return frozenset(file.name.removesuffix(".svg") for file in folder.iterdir() if file.name.endswith(".svg"))


@lru_cache(maxsize=4096)
def _pixmap(name: str, colour: str, side: float, ratio: float) -> QPixmap:
    picture = QPixmap(max(1, round(side * ratio)), max(1, round(side * ratio)))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    _renderer(name, colour, _stroke(side)).render(painter, QRectF(0, 0, picture.width(), picture.height()))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


@lru_cache(maxsize=1024)
def _renderer(name: str, colour: str, stroke: float) -> QSvgRenderer:
    text = _source(name).replace("currentColor", colour).replace('stroke-width="2"', f'stroke-width="{stroke}"')
    return QSvgRenderer(QByteArray(text.encode()))


@cache
def _source(name: str) -> str:
    return data_root().joinpath("resources", "icons", f"{name}.svg").read_text(encoding="utf-8")


def _stroke(side: float) -> float:
    return _SMALL_STROKE if side <= _SMALL else tokens().stroke

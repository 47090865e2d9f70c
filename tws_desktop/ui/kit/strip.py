"""The strip of icons with words that stands for a column when there is no room for it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QSizePolicy, QWidget

from tws_desktop.ui.kit.icon_tile import IconTile
from tws_desktop.ui.style import style


@dataclass(frozen=True, slots=True)
class StripItem:
    """An icon with its word; `part` is the widget in the column that it leads to."""

    icon: str
    title: str
    part: QWidget | None = None


class Strip(QFrame):
    """Down the edge, or `across` the top with another widget `beside`."""

    pressed = Signal(object)

    def __init__(self, items: tuple[StripItem, ...], *, across: bool = False, beside: QWidget | None = None) -> None:
        super().__init__()
        self.setProperty("ground", "sunken")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        direction = QBoxLayout.Direction.LeftToRight if across else QBoxLayout.Direction.TopToBottom
        self._box = QBoxLayout(direction, self)
        self.tiles = tuple(IconTile(item.icon, item.title, across=across) for item in items)
        for tile, item in zip(self.tiles, items, strict=True):
            tile.clicked.connect(lambda _=False, pressed=item: self.pressed.emit(pressed))
            self._box.addWidget(tile)
        if beside is not None:
            self._box.addWidget(beside, 1)
        else:
            self._box.addStretch(1)
        fixed, wide = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred
        self.setSizePolicy(wide if across else fixed, fixed if across else wide)
        self._space()
        style().changed.connect(self._space)

    def _space(self) -> None:
        gap = style().px(4)
        self._box.setContentsMargins(gap, gap, gap, gap)
        self._box.setSpacing(gap)

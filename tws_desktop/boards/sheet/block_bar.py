"""The blocks A to J as buttons, each with a check once it is complete; one focus stop, arrows walk."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tws_desktop.boards.sheet.sheet_state import Block
from tws_desktop.ui.kit.buttons import Button, ButtonSize
from tws_desktop.ui.kit.flow_row import FlowRow
from tws_desktop.ui.words import tr


class BlockBar(QWidget):
    """`chosen(key)` on a person's choice."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._buttons: dict[str, Button] = {}
        self._row = FlowRow(gap=6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._row)
        self.setAccessibleName(tr("Blöcke"))

    def show_blocks(self, blocks: tuple[tuple[Block, bool], ...], current: str) -> None:
        """Blocks with whether they are complete, and the one that is shown."""
        if [block.key for block, _ in blocks] != list(self._buttons):
            self._row.clear()
            self._buttons = {block.key: self._button(block.key) for block, _ in blocks}
        for block, complete in blocks:
            button = self._buttons[block.key]
            on = block.key == current
            button.set_icon_name("check" if complete else "")
            button.setChecked(on)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.ClickFocus)
            state = tr("vollständig") if complete else tr("offen")
            button.setAccessibleName(
                tr("Block {key}, {name}, {state}").format(key=block.key, name=block.name, state=state)
            )
        self.setVisible(len(blocks) > 1)

    def complete(self) -> tuple[str, ...]:
        """The blocks that carry a check, for screen readers as for tests."""
        return tuple(
            key for key, button in self._buttons.items() if button.accessibleName().endswith(tr("vollständig"))
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Left and right walk through the blocks."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
            keys = list(self._buttons)
            here = next((n for n, button in enumerate(self._buttons.values()) if button is watched), 0)
            if step and 0 <= here + step < len(keys):
                self.chosen.emit(keys[here + step])
                self._buttons[keys[here + step]].setFocus(Qt.FocusReason.TabFocusReason)
            return bool(step)
        return False

    def _button(self, key: str) -> Button:
        button = Button(key, size=ButtonSize.NORMAL)
        button.setCheckable(True)
        button.clicked.connect(lambda: self._press(key))
        button.installEventFilter(self)
        self._row.add(button)
        return button

    def _press(self, key: str) -> None:
        self._buttons[key].setChecked(True)
        self.chosen.emit(key)

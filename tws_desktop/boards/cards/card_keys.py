"""Which key does what while a card has the focus; no widget in here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from tws_desktop.ui.palette import tokens


class Act(StrEnum):
    """What a key asks for."""

    EDIT = "edit"
    STRIKE = "strike"
    LEVEL = "level"
    FIELDS = "fields"
    WHO = "who"
    TRAY = "tray"
    COLUMN = "column"
    KIND = "kind"
    SHIFT = "shift"
    STEP = "step"
    LEAVE = "leave"


@dataclass(frozen=True, slots=True)
class Pressed:
    """An act with its number: the column, or the direction (-1, 1)."""

    act: Act
    number: int = 0
    kind: str = ""


_PLAIN = {
    Qt.Key.Key_F2: Act.EDIT,
    Qt.Key.Key_Return: Act.EDIT,
    Qt.Key.Key_Enter: Act.EDIT,
    Qt.Key.Key_Delete: Act.STRIKE,
    Qt.Key.Key_A: Act.FIELDS,
    Qt.Key.Key_W: Act.WHO,
    Qt.Key.Key_T: Act.TRAY,
    Qt.Key.Key_Escape: Act.LEAVE,
}


def pressed(event: QKeyEvent) -> Pressed | None:
    """The act of a key; None where the key is not the card's."""
    key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    number = key - Qt.Key.Key_0
    if held == Qt.KeyboardModifier.ControlModifier:
        if key == Qt.Key.Key_G:
            return Pressed(Act.LEVEL)
        kinds = tuple(tokens().cards)
        return Pressed(Act.KIND, kind=kinds[number - 1]) if 1 <= number <= len(kinds) else None
    if held == Qt.KeyboardModifier.AltModifier:
        if key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            return Pressed(Act.COLUMN, -1 if key == Qt.Key.Key_Left else -2)
        if key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            return Pressed(Act.SHIFT, -1 if key == Qt.Key.Key_Up else 1)
        return None
    if held:
        return None
    if 0 <= number <= 9:
        return Pressed(Act.COLUMN, number)
    if key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
        return Pressed(Act.STEP, -1 if key == Qt.Key.Key_Left else 1)
    return Pressed(_PLAIN[key]) if key in _PLAIN else None

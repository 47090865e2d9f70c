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


_ALONE = {
    Qt.Key.Key_F2: Pressed(Act.EDIT),
    Qt.Key.Key_Return: Pressed(Act.EDIT),
    Qt.Key.Key_Enter: Pressed(Act.EDIT),
    Qt.Key.Key_Delete: Pressed(Act.STRIKE),
    Qt.Key.Key_A: Pressed(Act.FIELDS),
    Qt.Key.Key_W: Pressed(Act.WHO),
    Qt.Key.Key_T: Pressed(Act.TRAY),
    Qt.Key.Key_Escape: Pressed(Act.LEAVE),
    Qt.Key.Key_Left: Pressed(Act.STEP, -1),
    Qt.Key.Key_Right: Pressed(Act.STEP, 1),
}
_WITH_ALT = {
    Qt.Key.Key_Left: Pressed(Act.COLUMN, -1),
    Qt.Key.Key_Right: Pressed(Act.COLUMN, -2),
    Qt.Key.Key_Up: Pressed(Act.SHIFT, -1),
    Qt.Key.Key_Down: Pressed(Act.SHIFT, 1),
}


def pressed(event: QKeyEvent) -> Pressed | None:
    """The act of a key; None where the key is not the card's."""
    key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if held == Qt.KeyboardModifier.ControlModifier:
        return _with_control(key)
    if held == Qt.KeyboardModifier.AltModifier:
        return _WITH_ALT.get(key)
    return None if held else _alone(key)


def _with_control(key: Qt.Key) -> Pressed | None:
    if key == Qt.Key.Key_G:
        return Pressed(Act.LEVEL)
    kinds = dict(enumerate(tokens().cards, start=1))
    number = key - Qt.Key.Key_0
    return Pressed(Act.KIND, kind=kinds[number]) if number in kinds else None


def _alone(key: Qt.Key) -> Pressed | None:
    number = key - Qt.Key.Key_0
    return Pressed(Act.COLUMN, number) if 0 <= number <= 9 else _ALONE.get(key)

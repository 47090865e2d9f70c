"""Whose Strg+Z it is: a field's own while something typed can be taken back there, else the place's around it."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

_KEYS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)


def is_for_the_place(field: QLineEdit | QPlainTextEdit, event: QEvent) -> bool:
    """Whether the event is an undo or redo for which the field has nothing of its own."""
    if event.type() not in _KEYS or not isinstance(event, QKeyEvent):
        return False
    history = field if isinstance(field, QLineEdit) else field.document()
    if event.matches(QKeySequence.StandardKey.Undo):
        return not history.isUndoAvailable()
    return event.matches(QKeySequence.StandardKey.Redo) and not history.isRedoAvailable()

"""Every text that people see passes through here; the source language is German."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def tr(text: str) -> str:
    """`text` in the language of the window; the German text itself where no translation is loaded."""
    return QCoreApplication.translate("tws", text)

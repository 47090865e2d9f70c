"""What the fixtures of the window's tests hand out."""

from __future__ import annotations

from typing import Protocol, TypeVar

from PySide6.QtWidgets import QWidget

from tws_desktop.ui.style import Style

W = TypeVar("W", bound=QWidget)


class Look(Protocol):
    """Changes palette and text scale."""

    def __call__(self, palette: str, scale: float) -> Style: ...


class Show(Protocol):
    """Shows a widget at a size."""

    def __call__(self, widget: W, width: int = 600, height: int = 400) -> W: ...

"""How the window last looked: brightness, text size, size and place; kept beside the store, names nothing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from tws_desktop.ui import style

FILE = "fenster.ini"


@dataclass(frozen=True, slots=True)
class Look:
    """`brightness` light, dark or system; `scale` of the text, 1.0 to 2.0; the frame's geometry as text; `room` is the
    digest of the screen that the room sees.
    """

    brightness: str = "light"
    scale: float = 1.0
    geometry: str = ""
    room: str = ""


def read_look(place: Path) -> Look:
    """The look of the last time; the usual one the first time."""
    kept = QSettings(str(place / FILE), QSettings.Format.IniFormat)
    try:
        scale = min(2.0, max(1.0, float(str(kept.value("look/scale", "1.0")))))
    except ValueError:
        scale = 1.0
    words = (str(kept.value(f"look/{name}", "")) for name in ("geometry", "room"))
    return Look(str(kept.value("look/brightness", "light")), scale, *words)


def keep_look(place: Path, look: Look) -> None:
    """Keep the look for the next time; nothing is written before there is a data place."""
    if place.is_dir():
        kept = QSettings(str(place / FILE), QSettings.Format.IniFormat)
        kept.setValue("look/brightness", look.brightness)
        kept.setValue("look/scale", str(look.scale))
        kept.setValue("look/geometry", look.geometry)
        kept.setValue("look/room", look.room)
        kept.sync()


def dress(application: QApplication, look: Look) -> None:
    """Give the application its look."""
    dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    palette = "dark" if look.brightness == "dark" or (look.brightness == "system" and dark) else "light"
    style.apply(application, palette, look.scale)

"""Keeps the display on while the room looks at it: each system in its own way, none of them ever in the way."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

_CONNECTION = "tws-leinwand"
_NAME, _WHY = "TWS Desktop", "Bild auf der Leinwand"
_SERVICES = (
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"),
    (
        "org.freedesktop.PowerManagement",
        "/org/freedesktop/PowerManagement/Inhibit",
        "org.freedesktop.PowerManagement.Inhibit",
    ),
)
_CONTINUOUS, _SYSTEM, _DISPLAY = 0x80000000, 0x1, 0x2
_CAFFEINATE = Path("/usr/bin/caffeinate")

LetGo = Callable[[], None]


class Awake:
    """`hold(True)` keeps the display on until `hold(False)`; where the system cannot, nothing happens."""

    def __init__(self) -> None:
        self._let_go: LetGo | None = None

    def hold(self, on: bool) -> None:
        """Keep the display on, or let it sleep as usual again."""
        if on == (self._let_go is not None):
            return
        if self._let_go is not None:
            self._let_go()
            self._let_go = None
        else:
            self._let_go = _hold()


def hindrance() -> str:
    """Why the display may fall asleep during a projection; empty where it is kept on."""
    if sys.platform == "win32":
        return ""
    if sys.platform == "darwin":
        found = _CAFFEINATE.is_file()
    else:
        runtime = os.environ.get("XDG_RUNTIME_DIR", "")
        found = bool(os.environ.get("DBUS_SESSION_BUS_ADDRESS")) or (bool(runtime) and Path(runtime, "bus").exists())
    if found:
        return ""
    return (
        "Der Bildschirm kann während einer Vorführung einschlafen: Das Programm erreicht die Energieverwaltung nicht. "
        "Den Ruhezustand in den Einstellungen des Systems ausschalten."
    )


def _hold() -> LetGo:
    try:
        if sys.platform == "win32":
            return _hold_windows()
        if sys.platform == "darwin":
            return _hold_mac()
        return _hold_bus()
    except (OSError, ImportError, AttributeError):
        return lambda: None


def _hold_windows() -> LetGo:
    import ctypes  # noqa: PLC0415

    say = getattr(ctypes, "windll").kernel32.SetThreadExecutionState  # noqa: B009  (Windows alone has windll)
    say(_CONTINUOUS | _SYSTEM | _DISPLAY)
    return lambda: say(_CONTINUOUS) and None


def _hold_mac() -> LetGo:
    process = subprocess.Popen([str(_CAFFEINATE), "-di", "-w", str(os.getpid())])

    def let_go() -> None:
        process.terminate()
        process.wait()

    return let_go


def _hold_bus() -> LetGo:
    """Asks the session's screen saver and power management, without waiting, over a connection of its own:
    what was asked ends with the connection, also when the program dies.
    """
    from PySide6.QtDBus import QDBusConnection, QDBusMessage  # noqa: PLC0415  (loads with the first projection)

    bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, _CONNECTION)
    for service in _SERVICES if bus.isConnected() else ():
        message = QDBusMessage.createMethodCall(*service, "Inhibit")
        message.setArguments([_NAME, _WHY])
        bus.asyncCall(message)
    return lambda: QDBusConnection.disconnectFromBus(_CONNECTION)

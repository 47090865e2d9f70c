"""A second start on the same data place: the open window comes to the front instead."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WAIT_MS = 2000
_ANSWER = b"da"


def _name(place: Path) -> str:
    """The socket's name: it tells data places apart and names none."""
    return "tws-" + hashlib.sha256(str(place).encode()).hexdigest()[:24]


class Bell(QObject):
    """Listens for second starts while the window is open; `rung` brings the window to the front."""

    def __init__(self, place: Path, rung: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._rung = rung
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        QLocalServer.removeServer(_name(place))
        self._server.listen(_name(place))

    def close(self) -> None:
        """Listen no more."""
        self._server.close()

    def _answer(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            socket.write(_ANSWER)
            socket.flush()
            self._rung()


def ring(place: Path) -> bool:
    """Ask the open window to come to the front; whether it has answered."""
    _let_others_rise()
    socket = QLocalSocket()
    socket.connectToServer(_name(place))
    heard = socket.waitForConnected(_WAIT_MS) and socket.waitForReadyRead(_WAIT_MS)
    answer = heard and socket.readAll().data() == _ANSWER
    socket.abort()
    return answer


def _let_others_rise() -> None:
    """Windows lets only the program in front hand the front on."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415

        getattr(ctypes, "windll").user32.AllowSetForegroundWindow(-1)  # noqa: B009  (Windows alone has windll)

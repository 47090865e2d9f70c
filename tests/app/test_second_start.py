"""A second start on the same data place reaches the open window, on another place it does not."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tws_desktop.app.raising import Bell

_RING = "import sys; from pathlib import Path; from tws_desktop.app.raising import ring; print(ring(Path(sys.argv[1])))"


def _ring(place: Path) -> subprocess.Popen[str]:
    root = Path(__file__).parents[2]
    return subprocess.Popen([sys.executable, "-c", _RING, str(place)], cwd=root, stdout=subprocess.PIPE, text=True)


def test_the_open_window_answers_and_comes_to_the_front(qtbot: QtBot, tmp_path: Path) -> None:
    rung: list[bool] = []
    owner = QObject()
    bell = Bell(tmp_path, lambda: rung.append(True), owner)
    second, stranger = _ring(tmp_path), _ring(tmp_path / "anderer")
    qtbot.waitUntil(lambda: second.poll() is not None and stranger.poll() is not None, timeout=60_000)
    bell.close()
    assert second.communicate()[0].strip() == "True"
    assert stranger.communicate()[0].strip() == "False"
    assert rung == [True]

"""When the program itself fails: a report file without contents of the store, one sentence, and on it goes."""

from __future__ import annotations

import faulthandler
import sys
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType

from tws_desktop import __version__


def watch(folder: Path, say: Callable[[str], None]) -> None:
    """Write unexpected errors to `folder` and `say` one sentence, instead of a traceback to people."""
    folder.mkdir(parents=True, exist_ok=True)
    faulthandler.enable((folder / "absturz.txt").open("a", encoding="utf-8"))

    def caught(kind: type[BaseException], _error: BaseException, where: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.exit(130)
        say(sentence(write_report(folder, kind, where)))

    sys.excepthook = caught


def write_report(folder: Path, kind: type[BaseException], where: TracebackType | None) -> Path:
    """Versions, the kind of error and the places in the code; no message and no values, they may quote people."""
    import platform  # noqa: PLC0415  (not in the way of the first paint)

    path = folder / f"bericht-{datetime.now().astimezone():%Y%m%d-%H%M%S}.txt"
    frames = traceback.extract_tb(where)
    lines = [
        f"TWS Desktop {__version__}, Python {platform.python_version()}, {platform.platform()}",
        f"Art: {kind.__name__}",
        *(f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames),
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def sentence(report: Path) -> str:
    """What people read."""
    return (
        f"Im Programm ist ein Fehler aufgetreten; Gespeichertes ist sicher. "
        f"Bitte weiterarbeiten oder neu öffnen; der Bericht liegt in {report}."
    )

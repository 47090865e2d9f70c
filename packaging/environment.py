"""The environment `.venv` in the checkout: made from a lock file, used again while the lock is the same.

A file in it says what it holds and is written last, so a half-made environment is known and made anew.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import locks
import python_version
from following import follow, say
from pip_progress import PipProgress
from refusal import Refused

FOLDER = ".venv"
STAMP = "tws-environment.json"
FREE_BYTES_NEEDED = 1_000_000_000


class Need(StrEnum):
    """What is missing before a command can run."""

    NOTHING = "nothing"
    PACKAGES = "packages"
    EVERYTHING = "everything"


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a finished environment holds: the Python it was made for and each lock with its hash."""

    python: str
    locks: tuple[tuple[str, str], ...]


def this_python() -> str:
    """The Python that runs this, as far as an environment depends on it."""
    return f"{sys.implementation.cache_tag} {sysconfig.get_platform()}"


def interpreter(place: Path) -> Path:
    """The Python inside an environment."""
    return place / "Scripts" / "python.exe" if os.name == "nt" else place / "bin" / "python"


def read_stamp(place: Path) -> Stamp | None:
    """What the environment holds; None where it is half-made, unreadable or not there."""
    try:
        held = json.loads((place / STAMP).read_text(encoding="utf-8"))
        return Stamp(str(held["python"]), tuple((str(name), str(value)) for name, value in held["locks"].items()))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def write_stamp(place: Path, stamp: Stamp) -> None:
    """Note that the environment is finished."""
    text = json.dumps({"python": stamp.python, "locks": dict(stamp.locks)}, indent=2)
    unfinished = place / f"{STAMP}.new"
    unfinished.write_text(text + "\n", encoding="utf-8")
    unfinished.replace(place / STAMP)


def need(place: Path, folder: Path, lock: str) -> Need:
    """What must be done so that the environment at `place` holds `lock` out of `folder`."""
    stamp = read_stamp(place)
    if stamp is None or stamp.python != this_python() or not interpreter(place).exists():
        return Need.EVERYTHING
    for name, value in stamp.locks:
        if not (folder / name).is_file() or locks.digest(folder / name) != value:
            return Need.EVERYTHING
    return Need.NOTHING if lock in dict(stamp.locks) else Need.PACKAGES


def has_venv() -> bool:
    """Whether this Python can make an environment with pip; Debian packs that part separately."""
    checked = subprocess.run(
        [sys.executable, "-c", "import venv, ensurepip"],
        capture_output=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    return checked.returncode == 0


def prepare(root: Path, lock: str) -> Path:
    """The Python of an environment that holds the lock; makes or completes it first where needed."""
    folder, place = root / "packaging", root / FOLDER
    pins = {entry.name.lower(): entry.version for entry in locks.read(folder / lock)}
    if sentence := python_version.fault(sys.version_info[:2], pins.get("pyside6-essentials", "0")):
        raise Refused(sentence)
    missing = need(place, folder, lock)
    if missing is Need.NOTHING:
        return interpreter(place)
    try:
        held = _make_room(place, missing)
        if missing is Need.EVERYTHING:
            _create(place)
        _install(place, folder / lock)
        write_stamp(place, Stamp(this_python(), (*held, (lock, locks.digest(folder / lock)))))
    except OSError as fault:
        raise Refused(
            f"Die Umgebung „{place}“ kann nicht angelegt werden ({fault.strerror}). "
            "Bitte Schreibrechte und Platz prüfen und laufende Fenster des Programms schließen."
        ) from fault
    say("Die Umgebung ist fertig.")
    return interpreter(place)


def _make_room(place: Path, missing: Need) -> tuple[tuple[str, str], ...]:
    """Mark the environment as unfinished and clear what is in the way; returns the locks that stay valid."""
    if shutil.disk_usage(place.parent).free < FREE_BYTES_NEEDED:
        raise Refused(f"Für die Umgebung fehlt Platz in „{place.parent}“. Bitte etwa 1 GB frei machen.")
    stamp = read_stamp(place)
    if missing is Need.PACKAGES and stamp is not None:
        (place / STAMP).write_text("", encoding="utf-8")
        return stamp.locks
    if Path(sys.prefix).resolve() == place.resolve():
        raise Refused(
            f"Die Umgebung „{place}“ muss neu angelegt werden, läuft aber gerade. "
            "Bitte packaging/dev.py mit dem Python des Systems aufrufen."
        )
    if (place / STAMP).exists():
        say("Die vorhandene Umgebung passt nicht mehr oder ist unvollständig und wird neu angelegt.")
        shutil.rmtree(place)
    elif place.is_dir() and any(place.iterdir()):
        aside = _free_name(place)
        place.rename(aside)
        (aside / ".gitignore").write_text("*\n", encoding="utf-8")
        say(f"Im Ordner „{FOLDER}“ lag eine fremde Umgebung; sie heißt jetzt „{aside.name}“.")
    place.mkdir(exist_ok=True)
    (place / STAMP).write_text("", encoding="utf-8")
    return ()


def _free_name(place: Path) -> Path:
    number = 1
    while (aside := place.with_name(f"{place.name}-vorgefunden-{number}")).exists():
        number += 1
    return aside


def _create(place: Path) -> None:
    say(f"Die Umgebung „{place}“ wird angelegt (Python {sys.version_info[0]}.{sys.version_info[1]}) …")
    written: list[str] = []
    command = [sys.executable, "-m", "venv", str(place)]
    code = follow(command, os.environ, written.append, lambda: say("  … einen Augenblick noch"))
    if code != 0:
        raise Refused(
            f"Python konnte keine Umgebung anlegen: {written[-1] if written else 'ohne Meldung'}. "
            "Bitte das Paket python3-venv oder ein vollständiges Python installieren."
        )
    (place / ".gitignore").write_text("*\n", encoding="utf-8")


def _install(place: Path, lock: Path) -> None:
    say(f"Die Pakete aus {lock.name} werden eingerichtet …")
    python = str(interpreter(place))
    asked = [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    packages = subprocess.run(
        asked, capture_output=True, text=True, check=True, stdin=subprocess.DEVNULL
    ).stdout.strip()
    progress = PipProgress(Path(packages))
    options = [
        "--require-hashes",
        "--no-deps",
        "--only-binary=:all:",
        "--compile",
        "--progress-bar=off",
        "--no-input",
    ]
    environ = {**os.environ, "PYTHONUNBUFFERED": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_USER": "0"}
    command = [python, "-m", "pip", "install", *options, "-r", str(lock)]
    if follow(command, environ, progress.line, progress.silence, silence_seconds=2.0) != 0:
        raise Refused(progress.failure())

"""The five commands of dev.py: run, test, bench, build, screens."""

from __future__ import annotations

import compileall
import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import environment
import locks
import system_libraries
from following import say
from refusal import Refused
from system_libraries import Purpose

ROOT = Path(__file__).resolve().parents[1]
DEMO_FOLDER = ROOT / "build" / "beispiel"
CHECKS: Mapping[str, tuple[str, ...]] = {
    "ruff format --check": ("-m", "ruff", "format", "--check", "."),
    "ruff check": ("-m", "ruff", "check", "."),
    "mypy": ("-m", "mypy"),
    "lint-imports": ("-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"),
}
WINDOW_PROBE = "from PySide6.QtGui import QGuiApplication; QGuiApplication([])"
USAGE = """Aufruf: python3 packaging/dev.py BEFEHL [weitere Angaben]

  run      öffnet das Programm; ohne Bildschirm schreibt es das Beispiel als Word und PDF
  test     prüft Form, Typen und Schichten und führt alle Tests aus; weitere Angaben gehen an pytest
  bench    misst Zeiten und Speicher gegen die Vergleichswerte
  build    baut das Programm als Ordner, der ohne Python läuft
  screens  malt die Bildschirme als Bilder

Beim ersten Mal entsteht die Umgebung .venv; dafür ist eine Netzverbindung nötig."""


def main(arguments: Sequence[str]) -> int:
    """Run a command and return its exit code: 0 done, 1 failed, 2 wrong arguments."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    if arguments and arguments[0] in {"-h", "--help"}:
        say(USAGE)
        return 0
    if not arguments or arguments[0] not in COMMANDS:
        given = f"Den Befehl „{arguments[0]}“ gibt es nicht" if arguments else "Es fehlt ein Befehl"
        print(f"{given}; möglich sind: {', '.join(COMMANDS)}.", file=sys.stderr)
        return 2
    try:
        return COMMANDS[arguments[0]](arguments[1:])
    except Refused as refused:
        print(str(refused), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Abgebrochen.", file=sys.stderr)
        return 130


def has_screen(environ: Mapping[str, str], platform: str) -> bool:
    """Whether a window can be seen in this session."""
    if environ.get("QT_QPA_PLATFORM", "").split(":")[0] in {"offscreen", "minimal"}:
        return False
    return platform != "linux" or bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


def run(further: Sequence[str]) -> int:
    """Open the program; without a screen write its sample documents. Further arguments go to the program."""
    screen = has_screen(os.environ, sys.platform)
    python = ready(locks.RUN, system_libraries.purposes(os.environ) if screen else frozenset({Purpose.ALWAYS}))
    if further or (screen and answers(python)):
        return call(python, "-m", "tws_desktop", *further)
    say("Der angegebene Bildschirm nimmt kein Fenster an." if screen else "Hier ist kein Bildschirm.")
    say("Das Beispiel wird als Word und PDF geschrieben:")
    DEMO_FOLDER.mkdir(parents=True, exist_ok=True)
    return call(python, "-m", "tws_desktop", "demo", "--out", str(DEMO_FOLDER), offscreen=True)


def test(further: Sequence[str]) -> int:
    """Check form, types and layers, then run the tests; with further arguments only pytest, with these."""
    python = ready(locks.DEVELOPMENT, frozenset({Purpose.ALWAYS}))
    if further:
        return call(python, "-m", "pytest", *further, offscreen=True)
    failed: list[str] = []
    for name, check in CHECKS.items():
        say(f"– {name}")
        if call(python, *check) != 0:
            failed.append(name)
    say("– pytest")
    code = call(python, "-m", "pytest", "-n", "2", offscreen=True)
    if failed:
        print(f"Nicht bestanden: {', '.join(failed)} (Meldungen weiter oben).", file=sys.stderr)
    return 1 if failed else code


def bench(further: Sequence[str]) -> int:
    """Measure, and print the table."""
    return _script("bench.py", locks.DEVELOPMENT, further)


def screens(further: Sequence[str]) -> int:
    """Paint the program's screens into pictures."""
    return _script("screens.py", locks.DEVELOPMENT, further)


def build(further: Sequence[str]) -> int:
    """Freeze the program into a folder that runs without Python."""
    return _script("freeze.py", locks.BUILD, further)


def ready(lock: str, asked: frozenset[Purpose]) -> Path:
    """The Python of an environment in which the program runs: system libraries, packages, byte code."""
    place = ROOT / environment.FOLDER
    unmade = environment.need(place, ROOT / "packaging", lock) is environment.Need.EVERYTHING
    system_libraries.provide(asked, venv_missing=unmade and not environment.has_venv())
    python = environment.prepare(ROOT, lock)
    compileall.compile_dir(ROOT / "tws_desktop", quiet=2)
    return python


def call(python: Path, *arguments: str, offscreen: bool = False) -> int:
    """Run the environment's Python in the checkout; returns its exit code, or 1 where a signal ended it."""
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    if offscreen:
        environ["QT_QPA_PLATFORM"] = "offscreen"
    code = subprocess.run([str(python), *arguments], cwd=ROOT, env=environ, check=False).returncode
    if code >= 0:
        return code
    print(f"„{' '.join(arguments[:2])}“ wurde durch Signal {-code} beendet.", file=sys.stderr)
    return 1


def answers(python: Path) -> bool:
    """Whether the screen that the session names takes a window; a name can outlive its screen."""
    probe = subprocess.run([str(python), "-c", WINDOW_PROBE], capture_output=True, cwd=ROOT, check=False)
    return probe.returncode == 0


def _script(name: str, lock: str, further: Sequence[str]) -> int:
    path = ROOT / "packaging" / name
    if not path.is_file():
        raise Refused(f"packaging/{name} fehlt. Bitte den Ordner packaging aus dem Projekt wiederherstellen.")
    screen = has_screen(os.environ, sys.platform)
    python = ready(lock, system_libraries.purposes(os.environ))
    return call(python, str(path), *further, offscreen=not screen)


COMMANDS: Mapping[str, Callable[[Sequence[str]], int]] = {
    "run": run,
    "test": test,
    "bench": bench,
    "build": build,
    "screens": screens,
}

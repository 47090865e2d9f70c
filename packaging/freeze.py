"""Freezes the program into dist/tws-desktop and lets the frozen program test itself."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from following import say
from refusal import Refused

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "dist" / "tws-desktop"


def main() -> int:
    """Build, self-test, and print the folder with its size; returns 1 where one of them fails."""
    try:
        build()
    except Refused as refused:
        print(str(refused), file=sys.stderr)
        return 1
    return 0


def build() -> None:
    """Run PyInstaller and then the program's own self-test in the finished folder."""
    if sys.platform == "linux" and shutil.which("objdump") is None:
        raise Refused("Zum Bauen fehlt das Programm objdump; bitte einmal ausführen: sudo apt-get install -y binutils")
    folders = ["--distpath", str(ROOT / "dist"), "--workpath", str(ROOT / "build" / "freeze")]
    spec = str(ROOT / "packaging" / "tws_desktop.spec")
    environ = {**os.environ, "PYTHONPATH": str(ROOT / "packaging")}
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", *folders, spec]
    say("Das Programm wird gebaut; das dauert etwa eine Minute …")
    if subprocess.run(command, cwd=ROOT, env=environ, check=False).returncode != 0:
        raise Refused("PyInstaller konnte das Programm nicht bauen; die Meldungen stehen weiter oben.")
    program = TARGET / ("tws-desktop.exe" if os.name == "nt" else "tws-desktop")
    say("Das gebaute Programm prüft sich selbst …")
    offscreen = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    if subprocess.run([str(program), "--self-test"], env=offscreen, check=False).returncode != 0:
        raise Refused(f"Das gebaute Programm „{program}“ besteht seine Selbstprüfung nicht.")
    size = sum(path.lstat().st_size for path in TARGET.rglob("*") if path.is_file())
    say(f"Fertig: {TARGET} ({size / 1_000_000:.0f} MB). Der ganze Ordner gehört zum Programm.")


if __name__ == "__main__":
    sys.exit(main())

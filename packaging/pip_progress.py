"""Turns what pip writes into short German lines, and its failure into one sentence."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from pathlib import Path

from following import SILENCE_SECONDS, say

_WHEEL = re.compile(r"^\s*(?:Downloading|Using cached|Processing) (\S+)\.whl(?: \(([\d.]+ [kMG]?B)\))?")
_INSTALLING = re.compile(r"^Installing collected packages: (.*)$")
_UNREACHABLE = ("NewConnectionError", "ConnectTimeoutError", "NameResolutionError", "ProxyError", "SSLError")


class PipProgress:
    """Says each package as it is loaded and as it is unpacked."""

    def __init__(self, packages: Path, speak: Callable[[str], None] = say) -> None:
        """`packages` is the folder that receives them; `speak` takes each line."""
        self._packages = packages
        self._speak = speak
        self._current = ""
        self._expected = 0
        self._before = self._unpacked()
        self._seen: set[str] = set()
        self._start = self._last_said = time.monotonic()
        self._written: list[str] = []

    def line(self, text: str) -> None:
        """Take one line that pip wrote."""
        self._written.append(text)
        if wheel := _WHEEL.match(text):
            name, version = wheel_name(wheel[1])
            size = f" ({wheel[2].replace('.', ',')})" if wheel[2] else ""
            self._current = name
            self._say(f"  wird geladen: {name} {version}{size}")
        elif installing := _INSTALLING.match(text):
            self._expected = len(installing[1].split(","))
            self._say(f"  {self._expected} Pakete werden ausgepackt und übersetzt …")
        self._report_unpacked()

    def silence(self) -> None:
        """Say what is going on when pip has been quiet."""
        now = time.monotonic()
        if self._report_unpacked() or now - self._last_said < SILENCE_SECONDS:
            return
        seconds = int(now - self._start)
        what = "wird ausgepackt" if self._expected else f"{self._current or 'die Paketliste'} wird geladen"
        self._say(f"  … {what} (seit {seconds} s)")

    def failure(self) -> str:
        """The sentence why pip failed."""
        return failure_sentence(self._written)

    def _say(self, text: str) -> None:
        self._last_said = time.monotonic()
        self._speak(text)

    def _report_unpacked(self) -> bool:
        if not self._expected:
            return False
        new = sorted(self._unpacked() - self._before - self._seen)
        for name in new:
            self._seen.add(name)
            self._say(f"  [{len(self._seen)}/{self._expected}] {name.removesuffix('.dist-info').replace('-', ' ')}")
        return bool(new)

    def _unpacked(self) -> set[str]:
        return {path.name for path in self._packages.glob("*.dist-info")}


def wheel_name(path: str) -> tuple[str, str]:
    """Name and version out of a wheel's file name or address."""
    parts = re.split(r"[/\\]", path)[-1].split("-")
    return parts[0], parts[1] if len(parts) > 1 else ""


def failure_sentence(written: list[str]) -> str:
    """One German sentence for what pip wrote before it failed."""
    text = "\n".join(written)
    if "DO NOT MATCH THE HASHES" in text:
        return (
            "Ein geladenes Paket stimmt nicht mit der hinterlegten Prüfsumme überein und wurde nicht "
            "eingerichtet. Bitte den Befehl noch einmal ausführen; bleibt es dabei, die Paketquelle prüfen."
        )
    if "No space left on device" in text:
        return "Der Platz auf dem Datenträger reicht nicht für die Pakete. Bitte etwa 1 GB frei machen."
    if any(sign in text for sign in _UNREACHABLE):
        return (
            "Die Paketquelle ist nicht erreichbar. "
            "Bitte die Netzverbindung prüfen und den Befehl noch einmal ausführen."
        )
    errors = [line.removeprefix("ERROR: ") for line in written if line.startswith("ERROR: ")]
    last = errors[-1] if errors else (written[-1] if written else "keine Meldung")
    return f"Die Pakete konnten nicht eingerichtet werden; pip meldet: {last}"

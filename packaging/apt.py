"""Debian's package tool, called only by root and with its progress in German."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Sequence
from pathlib import Path

from following import follow, say
from refusal import Refused

_FETCHING = re.compile(r"^Get:\d+ \S+ \S+ \S+ (\S+) \S+ \S+ \[([^\]]*)\]$")
_UNPACKING = re.compile(r"^Unpacking (\S+)")
_LISTS = Path("/var/lib/apt/lists")


def _environ() -> dict[str, str]:
    return {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C"}


def update_lists() -> None:
    """Fetch the package lists where there are none."""
    if any(_LISTS.glob("*_Packages*")):
        return
    say("Die Paketlisten des Systems werden geladen …")
    written: list[str] = []
    if _run(["update"], written) != 0:
        raise Refused(_failure("Die Paketlisten des Systems konnten nicht geladen werden", written))


def known_name(names: Sequence[str]) -> str:
    """The first of several package names that this release has; the last one where none is known."""
    for name in names[:-1]:
        asked = subprocess.run(
            ["apt-cache", "policy", name], capture_output=True, text=True, check=False, env=_environ()
        )
        if re.search(r"Candidate: (?!\(none\))\S", asked.stdout):
            return name
    return names[-1]


def install(packages: Sequence[str]) -> None:
    """Install packages; raises `Refused` with what apt-get says."""
    command = ["install", "-y", "--no-install-recommends", *packages]
    written: list[str] = []
    if _run(command, written) == 0:
        return
    say("Die Paketlisten des Systems sind veraltet und werden neu geladen …")
    _run(["update"], written)
    if _run(command, written) != 0:
        raise Refused(_failure(f"apt-get konnte nicht installieren: {' '.join(packages)}", written))


def german_line(text: str) -> str:
    """What a line of apt-get says, in German and short; empty for what nobody needs."""
    if fetching := _FETCHING.match(text):
        return f"  wird geladen: {fetching[1]} ({fetching[2].replace('.', ',')})"
    if unpacking := _UNPACKING.match(text):
        return f"  wird ausgepackt: {unpacking[1].split(':')[0]}"
    return ""


def _run(arguments: Sequence[str], written: list[str]) -> int:
    def show(line: str) -> None:
        written.append(line)
        if german := german_line(line):
            say(german)

    options = ["-o", "DPkg::Lock::Timeout=120", "-o", "Dpkg::Use-Pty=0"]
    return follow(["apt-get", *options, *arguments], _environ(), show, lambda: say("  … apt-get arbeitet noch"))


def _failure(what: str, written: Sequence[str]) -> str:
    errors = [line.removeprefix("E: ") for line in written if line.startswith("E: ")]
    reason = errors[-1] if errors else "ohne Meldung"
    return f"{what} ({reason}). Bitte Netzverbindung und Paketquellen prüfen."

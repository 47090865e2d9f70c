"""Keeps the certificates that an administrator put into a Debian system without the package ca-certificates.

That package comes along with python3-venv and writes the bundle anew, without them; then nothing can be
loaded any more. They move to the folder that Debian has for them.
"""

from __future__ import annotations

import hashlib
import re
import subprocess
from pathlib import Path

from following import say

BUNDLE = Path("/etc/ssl/certs/ca-certificates.crt")
OWN_FOLDER = Path("/usr/local/share/ca-certificates")

_CERTIFICATE = re.compile(r"-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----", re.DOTALL)


def placed_by_hand(bundle: Path = BUNDLE) -> frozenset[str]:
    """The certificates of a bundle that no package brought; empty where the package rules over it."""
    if not bundle.is_file():
        return frozenset()
    asked = subprocess.run(
        ["dpkg-query", "-W", "-f", "${Status}", "ca-certificates"],
        capture_output=True,
        text=True,
        check=False,
    )
    return frozenset() if "ok installed" in asked.stdout else inside(bundle)


def inside(bundle: Path) -> frozenset[str]:
    """The certificates of a bundle as PEM texts."""
    return frozenset(_CERTIFICATE.findall(bundle.read_text(encoding="ascii", errors="replace")))


def keep(before: frozenset[str], bundle: Path = BUNDLE, folder: Path = OWN_FOLDER) -> int:
    """Put certificates that were there before and got lost back by Debian's own way; returns how many."""
    lost = before - inside(bundle) if before else before
    if not lost:
        return 0
    folder.mkdir(parents=True, exist_ok=True)
    for pem in lost:
        name = hashlib.sha256(pem.encode("ascii", "replace")).hexdigest()[:16]
        (folder / f"vorhanden-{name}.crt").write_text(pem + "\n", encoding="ascii")
    subprocess.run(["update-ca-certificates"], capture_output=True, check=False)
    say(f"  {len(lost)} vorhandene Zertifikate dieses Systems bleiben gültig.")
    return len(lost)

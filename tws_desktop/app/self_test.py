"""`--self-test`: everything the program needs is there, also in the frozen program."""

from __future__ import annotations

import sys
import tempfile
from datetime import date
from pathlib import Path


def self_test() -> int:
    """Load the forms, take the sample over in a child process, write Word and PDF; 0 if all of it works."""
    from tws_desktop.app.commands import catalog  # noqa: PLC0415
    from tws_desktop.app.demo import play  # noqa: PLC0415

    forms = catalog()
    for fault in forms.faults:
        sys.stderr.write(f"{fault}\n")
    with tempfile.TemporaryDirectory() as folder:
        written = list(play(Path(folder), forms, date(2026, 11, 23)))
    sys.stdout.write(f"Selbsttest: {len(forms.clauses)} Klauseln, {len(written)} Dateien geschrieben.\n")
    return 1 if forms.faults or not written else 0

"""Where data lie: the platform's own place for a user's data, or the folder given by `--data`."""

from __future__ import annotations

from pathlib import Path

import platformdirs


def data_place(given: str | None = None) -> Path:
    """The folder of the store, its keys, backups and reports."""
    return Path(given).expanduser().resolve() if given else Path(platformdirs.user_data_dir("TWS Desktop", False))


def backups(place: Path) -> Path:
    """The folder of the backups of a data place."""
    return place / "sicherungen"


def reports(place: Path) -> Path:
    """The folder of reports about faults of the program."""
    return place / "berichte"

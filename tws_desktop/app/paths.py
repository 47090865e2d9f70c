"""Where data lie: the platform's own place for a user's data, or the folder given by `--data`."""

from __future__ import annotations

from pathlib import Path


def data_place(given: str | None = None) -> Path:
    """The folder of the store, its keys, backups and reports."""
    if given:
        return Path(given).expanduser().resolve()
    import platformdirs  # noqa: PLC0415  (only where it is asked)

    return Path(platformdirs.user_data_dir("TWS Desktop", False))


def backups(place: Path) -> Path:
    """The folder of the backups of a data place."""
    return place / "sicherungen"


def reports(place: Path) -> Path:
    """The folder of reports about faults of the program."""
    return place / "berichte"

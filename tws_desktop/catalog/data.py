"""Where packaged data lies."""

from __future__ import annotations

from pathlib import Path


def data_root() -> Path:
    """The folder that holds forms/ and resources/: inside the wheel, or beside the package in a checkout."""
    package = Path(__file__).parents[1]
    packaged = package / "_data"
    return packaged if packaged.is_dir() else package.parent

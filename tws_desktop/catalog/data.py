"""Where packaged data lies."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path


def data_root() -> Traversable:
    """The folder that holds forms/ and resources/: inside the wheel, or beside the package in a checkout."""
    packaged = files("tws_desktop") / "_data"
    return packaged if packaged.is_dir() else Path(__file__).parents[2]

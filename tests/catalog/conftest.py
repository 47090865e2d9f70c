"""A copy of the packaged forms that a test may spoil."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tws_desktop.catalog.data import data_root

Spoil = Callable[[str, str, str], Path]


@pytest.fixture
def forms(tmp_path: Path) -> Path:
    """The root of a copy of all forms."""
    shutil.copytree(str(data_root() / "forms"), tmp_path / "forms")
    return tmp_path


@pytest.fixture
def spoil(forms: Path) -> Spoil:
    """Replaces the first `old` by `new` in a form file and returns the root."""

    def change(file: str, old: str, new: str) -> Path:
        path = forms / "forms" / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return forms

    return change

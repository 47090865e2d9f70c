"""Only pairs of Python and PySide6 that work are let through."""

from pathlib import Path

import pytest

import locks
import python_version

FOLDER = Path(__file__).parents[2] / "packaging"


@pytest.mark.parametrize("python", [(3, 11), (3, 12), (3, 13), (3, 14)])
def test_the_pinned_pyside_works_with_every_python_we_name(python: tuple[int, int]) -> None:
    pins = {entry.name: entry.version for entry in locks.read(FOLDER / locks.RUN)}
    assert python_version.fault(python, pins["pyside6-essentials"]) == ""


@pytest.mark.parametrize("pyside", ["6.12.0", "6.12.3", "6.13.0", "7.0.0"])
def test_pyside_that_loses_none_is_refused_where_none_is_counted(pyside: str) -> None:
    assert "stürzt unter Python 3.11" in python_version.fault((3, 11), pyside)
    assert python_version.fault((3, 12), pyside) == ""


@pytest.mark.parametrize(("python", "says"), [((3, 10), "braucht Python 3.11"), ((3, 15), "Für Python 3.15")])
def test_too_old_and_too_new_are_refused(python: tuple[int, int], says: str) -> None:
    assert says in python_version.fault(python, "6.11.3")

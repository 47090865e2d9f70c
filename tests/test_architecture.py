"""What the contracts on imports don't say: sizes, names, places, and words that have no place in the sources."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LONGEST = 400
LYING = {"helper", "helpers", "util", "utils", "misc", "manager", "managers", "stuff"}
NETWORK = {"urllib", "http", "ssl", "smtplib", "ftplib", "requests", "httpx", "aiohttp", "PySide6.QtNetwork"}
LOCAL = {"PySide6.QtNetwork.QLocalServer", "PySide6.QtNetwork.QLocalSocket"}
"""They never leave the machine: a second start raises the window of the first."""
OFFLINE = {"sqlalchemy.orm", *NETWORK}
STRANGE = re.compile(
    r"(?<![\w./])/(?:home|root|Users|work|mnt|opt|tmp)/\w+|[A-Z]:\\+Users|https?://[\w.]*(?:py"
    r"pi|python"
    r"hosted|index)[\w./]*|"
    r"AF_INET|\bgetaddrinfo\b|create_connection"
)
FOLDERS_OF_TESTS = {"forms", "journeys", "packaging"}
"""Tests of what is not a package: the shipped forms, ways through several packages, the tools beside the program."""


def _sources(root: Path) -> Iterator[Path]:
    for part in ("tws_desktop", "tests", "packaging"):
        yield from sorted(path for path in (root / part).rglob("*.py") if "__pycache__" not in path.parts)


def _texts(root: Path) -> Iterator[Path]:
    yield from _sources(root)
    for pattern in ("*.md", "*.toml", ".ci/*", "docs/**/*.md", "packaging/*.txt", "packaging/*.in", "forms/**/*.md"):
        yield from sorted(root.glob(pattern))


def _imports(text: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            yield from (f"{node.module}.{name.name}" for name in node.names)


def _forbidden(name: str) -> bool:
    if name in LOCAL:
        return False
    return any(name == one or name.startswith(f"{one}.") for one in OFFLINE)


def faults(root: Path) -> list[str]:
    """Every break of a rule in a tree, as file and rule."""
    found = []
    for path in _sources(root):
        name, text = path.relative_to(root).as_posix(), path.read_text(encoding="utf-8")
        if text.count("\n") > LONGEST:
            found.append(f"{name}: longer than {LONGEST} lines")
        if LYING & set(path.stem.split("_")):
            found.append(f"{name}: says nothing of what is in it")
        if name.startswith("tws_desktop/"):
            found.extend(f"{name}: imports {one}" for one in _imports(text) if _forbidden(one))
    for path in (path for path in _texts(root) if path.name != Path(__file__).name):
        words = STRANGE.finditer(path.read_text(encoding="utf-8"))
        found.extend(f"{path.relative_to(root).as_posix()}: {word.group(0)}" for word in words)
    for folder in sorted(path for path in (root / "tests").rglob("*") if path.is_dir()):
        place = folder.relative_to(root / "tests")
        known = place.parts[0] in FOLDERS_OF_TESTS or place.name in {"__pycache__", "data"}
        if not known and not (root / "tws_desktop" / place).is_dir():
            found.append(f"tests/{place.as_posix()}: mirrors no package")
    return found


def test_the_sources_keep_the_rules() -> None:
    assert faults(ROOT) == []


@pytest.mark.parametrize(
    ("file", "text", "rule"),
    [
        ("tws_desktop/domain/long.py", "x = 1\n" * (LONGEST + 1), "longer than"),
        ("tws_desktop/domain/text_utils.py", "", "says nothing"),
        ("tws_desktop/ui/manager.py", "", "says nothing"),
        ("tws_desktop/storage/a.py", "from sqlalchemy.orm import Session\n", "imports sqlalchemy.orm.Session"),
        ("tws_desktop/app/a.py", "import urllib.request\n", "imports urllib.request"),
        ("tws_desktop/app/a.py", "def late() -> None:\n    from http import client\n", "imports http.client"),
        ("tws_desktop/app/a.py", "from PySide6.QtNetwork import QTcpSocket\n", "imports PySide6.QtNetwork.QTcpSocket"),
        ("tws_desktop/app/a.py", "import socket\nsocket.socket(socket.AF_INET)\n", "AF_INET"),
        ("packaging/a.py", 'HERE = "/home/someone/tws"\n', "/home/"),
        ("docs/a.md", "Zuerst `cd /home/someone/tws`.\n", "/home/"),
        ("packaging/a.py", 'FROM = "https://pypi.example/simple"\n', "https://pypi.example/simple"),
        ("tests/nowhere/test_a.py", "", "mirrors no package"),
    ],
)
def test_each_break_of_a_rule_is_found(tmp_path: Path, file: str, text: str, rule: str) -> None:
    assert faults(tmp_path) == []
    path = tmp_path / file
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    assert [rule in fault for fault in faults(tmp_path)] == [True]


def test_a_second_start_may_knock_at_the_first(tmp_path: Path) -> None:
    path = tmp_path / "tws_desktop" / "a.py"
    path.parent.mkdir()
    path.write_text("from PySide6.QtNetwork import QLocalServer, QLocalSocket\n", encoding="utf-8")
    assert faults(tmp_path) == []

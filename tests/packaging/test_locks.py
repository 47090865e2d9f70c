"""The lock files name every package with its hashes and no place to load it from."""

import re
from pathlib import Path

import pytest

import locks
from refusal import Refused

FOLDER = Path(__file__).parents[2] / "packaging"
LOCKS = (locks.RUN, locks.DEVELOPMENT, locks.BUILD)
SHA256 = re.compile(r"sha256:[0-9a-f]{64}")


@pytest.mark.parametrize("name", LOCKS)
def test_every_requirement_is_pinned_with_hashes(name: str) -> None:
    requirements = locks.read(FOLDER / name)
    assert len(requirements) > 15
    assert [entry.name for entry in requirements if not entry.hashes] == []
    assert all(SHA256.fullmatch(value) for entry in requirements for value in entry.hashes)


@pytest.mark.parametrize("name", LOCKS)
def test_no_line_names_an_address(name: str) -> None:
    text = (FOLDER / name).read_text(encoding="utf-8")
    assert [line for line in text.splitlines() if re.search(r"://|--index|--find-links|@ ", line)] == []


@pytest.mark.parametrize("name", [locks.DEVELOPMENT, locks.BUILD])
def test_the_larger_locks_hold_what_the_program_runs_with(name: str) -> None:
    assert set(locks.read(FOLDER / locks.RUN)) <= set(locks.read(FOLDER / name))


def test_a_requirement_carries_version_marker_and_hashes(tmp_path: Path) -> None:
    first, second = "sha256:" + "a" * 64, "sha256:" + "b" * 64
    lock = tmp_path / "lock.txt"
    lock.write_text(f"one==1.0 ; os_name == 'nt' \\\n    --hash={first} \\\n    --hash={second}\ntwo==2\n")
    assert locks.read(lock) == (
        locks.Requirement("one", "1.0", "os_name == 'nt'", (first, second)),
        locks.Requirement("two", "2", "", ()),
    )


@pytest.mark.parametrize("line", ["one>=1", "one", "--index-url=https://example.org", "-e .", "one @ file:///x"])
def test_a_line_that_pins_nothing_is_refused(tmp_path: Path, line: str) -> None:
    lock = tmp_path / "lock.txt"
    lock.write_text(f"# a\n{line}\n")
    with pytest.raises(Refused, match=r"lock\.txt, Zeile 2"):
        locks.read(lock)


def test_line_ends_do_not_change_the_digest(tmp_path: Path) -> None:
    unix, windows, other = tmp_path / "a", tmp_path / "b", tmp_path / "c"
    unix.write_bytes(b"one==1\ntwo==2\n")
    windows.write_bytes(b"one==1\r\ntwo==2\r\n")
    other.write_bytes(b"one==1\ntwo==3\n")
    assert locks.digest(unix) == locks.digest(windows) != locks.digest(other)

"""An environment is used again only while it is whole and its locks are the same."""

from pathlib import Path

import pytest

import environment
import locks
from environment import Need, Stamp
from refusal import Refused

RUN = "run.txt"
MORE = "more.txt"
PIN = "pyside6-essentials==6.11.3 \\\n    --hash=sha256:" + "0" * 64 + "\n"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    folder = tmp_path / "packaging"
    folder.mkdir()
    (folder / RUN).write_text(PIN)
    (folder / MORE).write_text(PIN + "# more\n")
    return tmp_path


def finish(checkout: Path, *names: str) -> Path:
    """A finished environment that holds these locks, without any package."""
    place = checkout / ".venv"
    python = environment.interpreter(place)
    python.parent.mkdir(parents=True)
    python.touch()
    held = tuple((name, locks.digest(checkout / "packaging" / name)) for name in names)
    environment.write_stamp(place, Stamp(environment.this_python(), held))
    return place


def need(checkout: Path, name: str) -> Need:
    return environment.need(checkout / ".venv", checkout / "packaging", name)


def test_nothing_is_done_while_the_lock_is_the_same(checkout: Path) -> None:
    finish(checkout, RUN)
    assert need(checkout, RUN) is Need.NOTHING


def test_a_further_lock_is_added_to_what_is_there(checkout: Path) -> None:
    finish(checkout, RUN)
    assert need(checkout, MORE) is Need.PACKAGES


def test_a_changed_lock_makes_everything_new(checkout: Path) -> None:
    finish(checkout, RUN, MORE)
    (checkout / "packaging" / MORE).write_text(PIN + "# other\n")
    assert need(checkout, RUN) is Need.EVERYTHING


def test_without_an_environment_everything_is_needed(checkout: Path) -> None:
    assert need(checkout, RUN) is Need.EVERYTHING


@pytest.mark.parametrize("text", ["", "{", "[]", '{"python": "x"}', '{"python": "x", "locks": 3}'])
def test_a_half_made_environment_is_known(checkout: Path, text: str) -> None:
    place = finish(checkout, RUN)
    (place / environment.STAMP).write_text(text)
    assert need(checkout, RUN) is Need.EVERYTHING


def test_an_environment_of_another_python_is_not_used(checkout: Path) -> None:
    place = finish(checkout, RUN)
    stamp = environment.read_stamp(place)
    assert stamp is not None
    environment.write_stamp(place, Stamp("cpython-310 linux-x86_64", stamp.locks))
    assert need(checkout, RUN) is Need.EVERYTHING


def test_an_environment_whose_python_is_gone_is_not_used(checkout: Path) -> None:
    environment.interpreter(finish(checkout, RUN)).unlink()
    assert need(checkout, RUN) is Need.EVERYTHING


def test_the_stamp_is_gone_while_packages_are_added(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    finish(checkout, RUN)
    seen: list[Need] = []
    monkeypatch.setattr(environment, "_install", lambda _place, _lock: seen.append(need(checkout, RUN)))
    environment.prepare(checkout, MORE)
    assert seen == [Need.EVERYTHING]
    assert need(checkout, RUN) is need(checkout, MORE) is Need.NOTHING


def test_a_failure_leaves_an_environment_that_is_made_anew(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_place: Path, _lock: Path) -> None:
        raise Refused("nichts geladen")

    finish(checkout, RUN)
    monkeypatch.setattr(environment, "_install", fail)
    with pytest.raises(Refused, match="nichts geladen"):
        environment.prepare(checkout, MORE)
    assert need(checkout, RUN) is Need.EVERYTHING


def test_the_environment_of_someone_else_is_moved_aside_and_kept(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (checkout / ".venv").mkdir()
    (checkout / ".venv" / "own.txt").write_text("keep")
    monkeypatch.setattr(environment, "_create", lambda _place: None)
    monkeypatch.setattr(environment, "_install", lambda _place, _lock: None)
    environment.prepare(checkout, RUN)
    assert (checkout / ".venv-vorgefunden-1" / "own.txt").read_text() == "keep"
    assert not (checkout / ".venv" / "own.txt").exists()


def test_a_bad_pair_is_refused_before_anything_is_made(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (checkout / "packaging" / RUN).write_text(PIN.replace("6.11.3", "6.12.0"))
    monkeypatch.setattr("sys.version_info", (3, 11, 7, "final", 0))
    with pytest.raises(Refused, match=r"PySide6 6\.12\.0 stürzt unter Python 3\.11"):
        environment.prepare(checkout, RUN)
    assert not (checkout / ".venv").exists()

"""dev.py refuses wrong arguments, passes exit codes on and opens a window only where one can be seen."""

import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

import commands
from following import follow
from refusal import Refused

ROOT = Path(__file__).parents[2]


def dev(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "packaging" / "dev.py"), *arguments]
    environ = {**os.environ, "PYTHONUTF8": "1"}
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, env=environ)


@pytest.mark.parametrize(
    ("arguments", "says"), [((), "Es fehlt ein Befehl"), (("start",), "Den Befehl „start“ gibt es nicht")]
)
def test_wrong_arguments_end_with_2_and_one_sentence(arguments: tuple[str, ...], says: str) -> None:
    ended = dev(*arguments)
    assert ended.returncode == 2
    assert ended.stdout == ""
    assert ended.stderr.startswith(says)
    assert ended.stderr.count("\n") == 1
    assert all(name in ended.stderr for name in ("run", "test", "bench", "build", "screens"))


def test_help_names_every_command() -> None:
    ended = dev("--help")
    assert ended.returncode == 0
    assert all(f"\n  {name} " in ended.stdout for name in commands.COMMANDS)


def test_an_older_python_meets_a_sentence_before_anything_it_cannot_read() -> None:
    text = (ROOT / "packaging" / "dev.py").read_text(encoding="utf-8")
    before = text[: text.index("from commands import main")]
    assert text.isascii()
    assert re.findall(r"^(?:import|from) .*", before, re.MULTILINE) == ["import sys"]
    assert "(3, 11)" in before


@pytest.mark.parametrize(
    ("environ", "platform", "visible"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen:size=9"}, "linux", False),
        ({}, "win32", True),
        ({}, "darwin", True),
    ],
)
def test_a_screen_is_known(environ: dict[str, str], platform: str, visible: bool) -> None:
    assert commands.has_screen(environ, platform) is visible


@pytest.fixture
def called(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """What the environment's Python would be called with; its checks pass, `mypy` excepted."""
    calls: list[tuple[str, ...]] = []

    def call(_python: Path, *arguments: str, offscreen: bool = False) -> int:
        calls.append((*arguments, "offscreen") if offscreen else arguments)
        return 1 if "mypy" in arguments else 0

    monkeypatch.setattr(commands, "ready", lambda _lock, _asked: Path("python"))
    monkeypatch.setattr(commands, "call", call)
    return calls


def test_without_a_screen_the_sample_is_written(
    called: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(commands, "has_screen", lambda _environ, _platform: False)
    monkeypatch.setattr(commands, "DEMO_FOLDER", tmp_path / "demo")
    assert commands.main(["run"]) == 0
    assert called == [("-m", "tws_desktop", "demo", "--out", str(tmp_path / "demo"), "offscreen")]
    assert (tmp_path / "demo").is_dir()


@pytest.mark.parametrize("answers", [True, False])
def test_with_a_screen_the_window_opens_if_the_screen_answers(
    called: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, answers: bool
) -> None:
    monkeypatch.setattr(commands, "has_screen", lambda _environ, _platform: True)
    monkeypatch.setattr(commands, "answers", lambda _python: answers)
    monkeypatch.setattr(commands, "DEMO_FOLDER", tmp_path)
    assert commands.main(["run"]) == 0
    assert ("demo" in called[0]) is not answers


def test_further_arguments_reach_the_program(called: list[tuple[str, ...]]) -> None:
    assert commands.main(["run", "list", "formats"]) == 0
    assert called == [("-m", "tws_desktop", "list", "formats")]


def test_a_failed_check_fails_the_command_and_pytest_still_runs_last(
    called: list[tuple[str, ...]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert commands.main(["test"]) == 1
    assert [next(part for part in arguments if not part.startswith("-")) for arguments in called][:3] == [
        "ruff",
        "ruff",
        "mypy",
    ]
    assert called[-1] == ("-m", "pytest", "-n", "2", "offscreen")
    assert "Nicht bestanden: mypy" in capsys.readouterr().err


def test_a_refusal_is_one_sentence_and_exit_code_1(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(_lock: str, _asked: object) -> Path:
        raise Refused("Es fehlt etwas.")

    monkeypatch.setattr(commands, "ready", refuse)
    assert commands.main(["run"]) == 1
    assert capsys.readouterr().err == "Es fehlt etwas.\n"


def test_the_exit_code_of_a_child_is_passed_on() -> None:
    assert commands.call(Path(sys.executable), "-c", "raise SystemExit(7)") == 7


def test_a_child_ended_by_a_signal_fails_with_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    code = commands.call(Path(sys.executable), "-c", "import os, sys; sys.exit(3) if os.name == 'nt' else os.abort()")
    assert code in {1, 3}
    assert os.name == "nt" or "Signal 6" in capsys.readouterr().err


def test_a_script_of_packaging_finds_the_program(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text("import tws_desktop.domain", encoding="utf-8")
    assert commands.call(Path(sys.executable), str(script)) == 0


def test_a_long_command_is_followed_line_by_line_and_never_silent() -> None:
    lines: list[str] = []
    quiet: list[str] = []
    program = "import sys; print('a', flush=True); sys.stdin.read(); print('ü'); sys.exit(4)"
    command: Sequence[str] = [sys.executable, "-X", "utf8", "-c", program]
    assert follow(command, os.environ, lines.append, lambda: quiet.append("."), silence_seconds=0.001) == 4
    assert lines == ["a", "ü"]
    assert quiet

"""pip's lines become short German ones, its failures one sentence."""

from pathlib import Path

import pytest

from pip_progress import PipProgress, failure_sentence, wheel_name


def test_each_package_is_said_as_it_comes(tmp_path: Path) -> None:
    said: list[str] = []
    progress = PipProgress(tmp_path, said.append)
    progress.line("Collecting lxml==6.1.3 (from -r requirements.txt (line 446))")
    progress.line("  Downloading lxml-6.1.3-cp311-cp311-manylinux_2_28_x86_64.whl (5.2 MB)")
    progress.line("Processing /somewhere/attrs-26.1.0-py3-none-any.whl (from -r requirements.txt (line 1))")
    progress.line("Installing collected packages: lxml, attrs")
    (tmp_path / "lxml-6.1.3.dist-info").mkdir()
    progress.silence()
    (tmp_path / "attrs-26.1.0.dist-info").mkdir()
    progress.line("Successfully installed attrs-26.1.0 lxml-6.1.3")
    assert said == [
        "  wird geladen: lxml 6.1.3 (5,2 MB)",
        "  wird geladen: attrs 26.1.0",
        "  2 Pakete werden ausgepackt und übersetzt …",
        "  [1/2] lxml 6.1.3",
        "  [2/2] attrs 26.1.0",
    ]


def test_what_was_there_before_is_not_said_again(tmp_path: Path) -> None:
    (tmp_path / "pip-23.0.dist-info").mkdir()
    said: list[str] = []
    progress = PipProgress(tmp_path, said.append)
    progress.line("Installing collected packages: lxml")
    assert said == ["  1 Pakete werden ausgepackt und übersetzt …"]


def test_a_wheel_gives_its_name_out_of_path_or_address() -> None:
    assert wheel_name("https://x.example/a/lxml-6.1.3-cp311-cp311-linux") == ("lxml", "6.1.3")
    assert wheel_name(r"C:\wheels\attrs-26.1.0-py3-none-any") == ("attrs", "26.1.0")


@pytest.mark.parametrize(
    ("written", "says"),
    [
        (["ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE."], "Prüfsumme"),
        (["WARNING: Retrying: NewConnectionError", "ERROR: No matching distribution"], "nicht erreichbar"),
        (["OSError: [Errno 28] No space left on device"], "Platz"),
        (
            ["Collecting x", "ERROR: No matching distribution found for x==1"],
            "No matching distribution found for x==1",
        ),
        ([], "keine Meldung"),
    ],
)
def test_a_failure_becomes_one_sentence(written: list[str], says: str) -> None:
    sentence = failure_sentence(written)
    assert says in sentence
    assert "\n" not in sentence

"""The headless commands: a sentence and an exit code for every outcome."""

from __future__ import annotations

from pathlib import Path

import pytest

from tws_desktop.app.start import main


def _lines(capsys: pytest.CaptureFixture[str]) -> tuple[str, str]:
    said = capsys.readouterr()
    return said.out, said.err


def test_the_sample_runs_through_to_word_and_pdf(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["demo", "--out", str(tmp_path / "beispiel")]) == 0
    named = [Path(line) for line in _lines(capsys)[0].splitlines()]
    assert len(named) == 16
    assert all(path.stat().st_size > 3000 for path in named)


def test_a_sample_is_taken_over_listed_and_exported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = ["--data", str(tmp_path / "daten")]
    sample = Path(__file__).parents[2] / "forms" / "samples" / "musterwerk.json"
    assert main([*place, "import", str(sample)]) == 0
    assert main([*place, "import", str(sample)]) == 0
    assert "schon am" in _lines(capsys)[0]
    assert main([*place, "list", "workshops"]) == 0
    rows = [line.split("\t") for line in _lines(capsys)[0].splitlines()]
    assert sorted(row[1] for row in rows) == ["F01", "F05"]
    check = next(row[0] for row in rows if row[1] == "F01")
    paper = tmp_path / "d04.pdf"
    call = ["export", "--workshop", check, "--document", "D04", "--format", "pdf", "--out", str(paper)]
    assert main([*place, *call]) == 0
    assert paper.read_bytes().startswith(b"%PDF")
    assert main([*place, *call[:-1], str(tmp_path)]) == 1
    assert "Ordner" in _lines(capsys)[1]
    assert main([*place, "doctor"]) == 0


@pytest.mark.parametrize(
    ("call", "word"),
    [
        (["list", "unsinn"], "Nicht möglich"),
        (["export", "--workshop", "x"], "Es fehlt"),
        (["--gibt-es-nicht"], "Unbekannte Angabe"),
    ],
)
def test_a_wrong_call_ends_with_2_and_a_german_sentence(
    call: list[str], word: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(call)
    assert ended.value.code == 2
    assert word in _lines(capsys)[1]


def test_a_package_that_is_none_changes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = ["--data", str(tmp_path / "daten")]
    broken = tmp_path / "kaputt.twspaket"
    broken.write_bytes(b"PK\x03\x04 abgeschnitten")
    assert main([*place, "import", str(broken)]) == 1
    assert "kaputt.twspaket" in _lines(capsys)[1]
    assert main([*place, "list", "projects"]) == 0
    assert _lines(capsys)[0] == ""

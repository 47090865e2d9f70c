"""A data place is held by one program; what nobody holds never keeps it shut."""

from __future__ import annotations

from pathlib import Path

import pytest

from tws_desktop.app.locking import lock
from tws_desktop.domain.errors import StoreRefused


def test_a_second_program_is_refused_until_the_first_lets_go(tmp_path: Path) -> None:
    held = lock(tmp_path / "daten")
    with pytest.raises(StoreRefused, match="anderen Fenster"):
        lock(tmp_path / "daten")
    held.unlock()
    lock(tmp_path / "daten").unlock()


@pytest.mark.parametrize("left", ["", "12", "\0" * 40])
def test_a_lock_file_that_a_power_cut_left_unfinished_does_not_keep_the_place_shut(tmp_path: Path, left: str) -> None:
    (tmp_path / "offen.lock").write_text(left, encoding="utf-8")
    held = lock(tmp_path)
    with pytest.raises(StoreRefused, match="anderen Fenster"):
        lock(tmp_path)
    held.unlock()


def test_where_nothing_can_be_written_the_sentence_names_the_place(tmp_path: Path) -> None:
    (tmp_path / "datei").write_text("keine Daten", encoding="utf-8")
    with pytest.raises(StoreRefused, match="datei/daten lässt sich nichts schreiben"):
        lock(tmp_path / "datei" / "daten")

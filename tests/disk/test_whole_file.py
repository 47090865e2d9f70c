"""Files are written whole or not at all, and refusals are one sentence."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from tws_desktop.disk.whole_file import write_for_others, write_whole
from tws_desktop.domain.errors import FileRefused


def test_content_replaces_the_older_file_and_leaves_nothing_behind(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"old")
    write_for_others(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match=r"ist ein Ordner. Bitte einen Dateinamen angeben"):
        write_for_others(tmp_path, b"x")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
def test_what_is_no_plain_file_is_never_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "a.pdf"
    os.mkfifo(pipe)
    with pytest.raises(FileRefused, match="keine Datei"):
        write_for_others(pipe, b"x")
    assert pipe.is_fifo()
    assert list(tmp_path.iterdir()) == [pipe]


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match=r"gibt es nicht. Bitte ihn anlegen"):
        write_for_others(tmp_path / "fehlt" / "a.pdf", b"x")


def test_a_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x")
    with pytest.raises(FileRefused, match="gibt es nicht"):
        write_for_others(tmp_path / "a" / "b.pdf", b"x")


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (errno.ENOSPC, "ist kein Platz für „a.pdf“"),
        (errno.EDQUOT, "ist kein Platz für „a.pdf“"),
        (errno.EACCES, "lässt sich in „.*“ nicht schreiben. Bitte Rechte prüfen"),
        (errno.EROFS, "lässt sich in „.*“ nicht schreiben. Bitte Rechte prüfen"),
        (errno.EIO, "lässt sich nicht schreiben"),
    ],
)
def test_a_failing_disk_leaves_the_older_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, said: str
) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")

    def fail(_handle: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(FileRefused, match=said):
        write_for_others(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_name_too_long_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match=r"zu lang. Bitte einen kürzeren wählen"):
        write_for_others(tmp_path / ("x" * 300 + ".pdf"), b"x")
    assert list(tmp_path.iterdir()) == []


def test_what_reads_back_otherwise_replaces_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", lambda handle: os.truncate(handle, 1))
    with pytest.raises(FileRefused, match="lässt sich nicht schreiben"):
        write_for_others(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights per folder")
def test_a_private_file_is_its_owners_only(tmp_path: Path) -> None:
    write_whole(tmp_path / "own", b"x", private=True)
    write_for_others(tmp_path / "given", b"x")
    assert (tmp_path / "own").stat().st_mode & 0o077 == 0
    assert (tmp_path / "given").stat().st_mode & 0o044


@pytest.mark.skipif(os.name == "nt", reason="Windows makes no name durable")
@pytest.mark.parametrize(("code", "taken"), [(errno.EINVAL, True), (errno.EIO, False)])
def test_a_share_that_cannot_flush_folders_is_no_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, taken: bool
) -> None:
    flush = os.fsync

    def fsync(handle: int) -> None:
        if Path(f"/proc/self/fd/{handle}").is_dir():
            raise OSError(code, os.strerror(code))
        flush(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    if taken:
        write_for_others(tmp_path / "a.pdf", b"x")
        assert (tmp_path / "a.pdf").read_bytes() == b"x"
    else:
        with pytest.raises(FileRefused):
            write_for_others(tmp_path / "a.pdf", b"x")

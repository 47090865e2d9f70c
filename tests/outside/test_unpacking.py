"""A zip from strangers is counted while reading and refused when it could hurt."""

from __future__ import annotations

import io
import stat
import zipfile
from collections.abc import Callable

import pytest

from tws_desktop.domain.errors import FileRefused
from tws_desktop.outside import unpacking
from tws_desktop.outside.unpacking import unpack


def zipped(*entries: tuple[str | zipfile.ZipInfo, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, content in entries:
            archive.writestr(name, content, compress_type=method)
    return target.getvalue()


def test_plain_entries_come_out_by_name() -> None:
    assert unpack(zipped(("paket.json", b"{}"), ("files/a.jpg", b"x"))) == {"paket.json": b"{}", "files/a.jpg": b"x"}


@pytest.mark.parametrize(
    "name",
    [
        "../paket.json",
        "a/../../b",
        "/etc/passwd",
        "..\\..\\b",
        "C:/b",
        "a:b",
        "CON.txt",
        "a/nul",
        "b\u202egnp.exe",
        "b\x07c",
        "a//b",
        "./b",
        "b.",
        "x" * 121,
    ],
)
def test_names_that_lead_elsewhere_are_refused(name: str) -> None:
    with pytest.raises(FileRefused, match="unzulässigen Namen"):
        unpack(zipped((name, b"x")))


def test_a_name_with_a_zero_is_refused() -> None:
    data = zipped(("paketXjson", b"x")).replace(b"paketXjson", b"paket\0json")
    with pytest.raises(FileRefused, match="unzulässigen Namen"):
        unpack(data)


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("other", ["paket.json", "PAKET.json", "ｐaket.json"])
def test_two_entries_of_one_name_are_refused(other: str) -> None:
    with pytest.raises(FileRefused, match="demselben Namen"):
        unpack(zipped(("paket.json", b"1"), (other, b"2")))


def test_links_are_refused() -> None:
    link = zipfile.ZipInfo("paket.json")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with pytest.raises(FileRefused, match="Verknüpfung"):
        unpack(zipped((link, b"/etc/passwd")))


def test_zip_encryption_is_refused() -> None:
    data = bytearray(zipped(("paket.json", b"x")))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(mark) + place] |= 1
    with pytest.raises(FileRefused, match="Zip-Kennwort"):
        unpack(bytes(data))


def test_unknown_compression_is_refused() -> None:
    with pytest.raises(FileRefused, match="unbekannten Verfahren"):
        unpack(zipped(("paket.json", b"x" * 100), method=zipfile.ZIP_BZIP2))


def test_too_many_entries_are_refused() -> None:
    with pytest.raises(FileRefused, match="mehr als 200"):
        unpack(zipped(*((f"{number}", b"") for number in range(201))))


def test_a_bomb_is_refused_by_its_ratio() -> None:
    with pytest.raises(FileRefused, match="verdächtig stark"):
        unpack(zipped(("paket.json", b"\0" * 5_000_000)))
    small = b"\0" * unpacking.RATIO_FROM
    assert unpack(zipped(("paket.json", small)))["paket.json"] == small


def test_bytes_are_counted_and_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacking, "MOST_BYTES_EACH", 1000)
    with pytest.raises(FileRefused, match="zu groß"):
        unpack(zipped(("paket.json", bytes(range(256)) * 5)))


def test_all_entries_together_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacking, "MOST_BYTES", 1500)
    with pytest.raises(FileRefused, match="zu groß"):
        unpack(zipped(("a", bytes(1000)), ("b", bytes(1000))))


@pytest.mark.parametrize("harm", [lambda d: d[:-30], lambda d: d[:40] + b"\xff" * 8 + d[48:], lambda d: b"PK" + d[:9]])
def test_a_damaged_zip_is_one_sentence(harm: Callable[[bytes], bytes]) -> None:
    data = zipped(("paket.json", b"some words that are packed " * 20))
    with pytest.raises(FileRefused, match="abgeschnitten oder beschädigt"):
        unpack(harm(data))

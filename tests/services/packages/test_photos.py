"""Photos travel in a package by audience, are checked against their hash and written anew where they arrive."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests.narrowing import there
from tws_desktop.domain.attachments import Attachment
from tws_desktop.domain.confidentiality import Audience
from tws_desktop.domain.errors import FileRefused
from tws_desktop.domain.exchange.document import PackageKind
from tws_desktop.outside import packages
from tws_desktop.outside.packages import json_bytes, package_bytes, read_package, write_package
from tws_desktop.services.packages.giving import GivenOut, export_document
from tws_desktop.services.packages.known import Known
from tws_desktop.services.packages.taking import take_over
from tws_desktop.services.ports import Work
from tws_desktop.storage.store import OpenStore, create


@pytest.fixture
def project(store: OpenStore, make: Callable[[Work], Any]) -> Any:
    return store.write(make).result().project


def given(store: OpenStore, project: Any, audience: Audience, **more: Any) -> GivenOut:
    return store.read(lambda w: export_document(w, PackageKind.PROJECT, project, audience, **more)).result()


def alts(found: GivenOut) -> list[str]:
    return [file.alt for file in found.document.files]


def test_an_audience_gets_only_the_photos_it_may_see(store: OpenStore, project: Any) -> None:
    team = given(store, project, Audience.GREMIUM)
    assert len(alts(team)) == 2
    assert len(team.pictures) == 1
    employer = given(store, project, Audience.ARBEITGEBER)
    assert len(alts(employer)) == 1
    assert "Pinnwand von nahem" not in alts(employer)
    assert employer.left_out > team.left_out
    public = given(store, project, Audience.OEFFENTLICH)
    assert (alts(public), dict(public.pictures)) == ([], {})


def test_a_photo_arrives_in_another_store(store: OpenStore, project: Any, tmp_path: Path, clock: Any) -> None:
    out = given(store, project, Audience.GREMIUM)
    write_package(tmp_path / "a.twspaket", out.document, "wort", out.pictures)
    parcel = read_package(tmp_path / "a.twspaket", "wort")
    second = create(tmp_path / "zweite", clock=clock)
    try:
        taken = second.write(lambda w: take_over(w, parcel.document, Known(), parcel.pictures)).result()
        assert "2 Fotos" in taken.sentence
        photo = there(second.read(lambda w: w.find(Attachment, alt="Pinnwand von nahem")).result())
        image = Image.open(io.BytesIO(second.read(lambda w: w.picture(photo.picture)).result().data))
        assert image.size == (60, 40)
        assert image.convert("RGB").getpixel((5, 20))[0] > 200  # type: ignore[index]
    finally:
        second.close()


def test_plain_json_has_no_photos(store: OpenStore, project: Any, tmp_path: Path) -> None:
    out = given(store, project, Audience.GREMIUM)
    with pytest.raises(FileRefused, match=r"nur in einem \.twspaket"):
        write_package(tmp_path / "a.json", out.document)
    (tmp_path / "b.json").write_bytes(json_bytes(out.document))
    with pytest.raises(FileRefused, match=r"b\.json: files\[0\]: .*nie in \.json"):
        read_package(tmp_path / "b.json")
    without = given(store, project, Audience.GREMIUM, with_photos=False)
    write_package(tmp_path / "c.json", without.document)
    assert read_package(tmp_path / "c.json").document.files == ()


def repacked(data: bytes, change: Callable[[dict[str, bytes]], None]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        entries = {name: old.read(name) for name in old.namelist()}
    change(entries)
    return packages.zipped(entries)


def _photo_name(entries: dict[str, bytes]) -> str:
    return next(name for name in entries if name.startswith("files/"))


def _lost(entries: dict[str, bytes]) -> None:
    del entries[_photo_name(entries)]


def _swapped(entries: dict[str, bytes]) -> None:
    entries[_photo_name(entries)] += b"x"


def _unknown(entries: dict[str, bytes]) -> None:
    entries["files/fremd.jpg"] = b"x"


def _no_picture(entries: dict[str, bytes]) -> None:

    said = json.loads(entries["paket.json"])
    del entries[_photo_name(entries)]
    sha256 = hashlib.sha256(b"%PDF").hexdigest()
    said["files"] = [{**said["files"][0], "sha256": sha256, "bytes": 4, "name": f"files/{sha256}.jpg"}]
    said["releases"] = []
    entries["paket.json"] = json.dumps(said).encode()
    entries[f"files/{sha256}.jpg"] = b"%PDF"


def _elsewhere(entries: dict[str, bytes]) -> None:
    said = json.loads(entries["paket.json"])
    said["files"][0]["name"] = "files/../x.jpg"
    entries["paket.json"] = json.dumps(said).encode()


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (_lost, r"files\[0\]: Zu diesem Foto fehlt die Datei"),
        (_swapped, r"files\[0\]: .*passt nicht zur Prüfsumme"),
        (_unknown, r"files/fremd\.jpg.*nicht genannt"),
        (_no_picture, "kein Foto in JPEG oder PNG"),
        (_elsewhere, r"files\[0\]\.name"),
    ],
)
def test_a_package_whose_photos_do_not_fit_is_refused(
    change: Callable[[dict[str, bytes]], None], sentence: str, store: OpenStore, project: Any, tmp_path: Path
) -> None:
    out = given(store, project, Audience.GREMIUM)
    path = tmp_path / "a.twspaket"
    path.write_bytes(repacked(package_bytes(out.document, pictures=out.pictures), change))
    with pytest.raises(FileRefused, match=sentence) as refused:
        read_package(path)
    assert str(refused.value).startswith("a.twspaket")


def test_more_photos_than_a_package_holds_are_refused_when_writing(
    store: OpenStore, project: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = given(store, project, Audience.GREMIUM)
    monkeypatch.setattr(packages, "MOST_BYTES", packages._ROOM_FOR_WORDS + 10)
    with pytest.raises(FileRefused, match="einzeln weitergeben"):
        package_bytes(out.document, pictures=out.pictures)

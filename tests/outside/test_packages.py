"""Package files: written whole, read in a child process."""

from __future__ import annotations

import dataclasses
import errno
import io
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tws_desktop.domain.errors import FileRefused
from tws_desktop.domain.exchange.document import PackageDocument, PackageKind
from tws_desktop.domain.exchange.plant import PackedPlant
from tws_desktop.domain.exchange.workshop import PackedEntry, PackedStep, PackedWorkshop
from tws_desktop.outside import child, envelope, packages
from tws_desktop.outside.packages import PassphraseNeeded, package_bytes, read_package, write_package

HARD = "Lärm & Hitze < 30 °C „so“ <b>fett</b> {name} ẞß\n\tzweite Zeile 🙂"


@pytest.fixture
def document() -> PackageDocument:
    entries = (PackedEntry(id="e1", step="s1", text=HARD), PackedEntry(id="e2", step="s1", text="x" * 10_000))
    return PackageDocument(
        format="twspaket",
        version="1.0",
        kind=PackageKind.WORKSHOP,
        id="p1",
        plant=PackedPlant(name="Werk"),
        workshops=(PackedWorkshop(id="w1", title="K1", steps=(PackedStep(id="s1", title="Karten"),), entries=entries),),
    )


@pytest.mark.parametrize("name", ["a.twspaket", "a.json"])
def test_what_is_written_is_read_back(name: str, document: PackageDocument, tmp_path: Path) -> None:
    write_package(tmp_path / name, document)
    assert read_package(tmp_path / name).document == document
    assert [found.name for found in tmp_path.iterdir()] == [name]


def test_the_same_document_gives_the_same_bytes(document: PackageDocument) -> None:
    assert package_bytes(document) == package_bytes(document)


class TestEncrypted:
    def test_opens_with_its_passphrase_only(self, document: PackageDocument, tmp_path: Path) -> None:
        path = tmp_path / "a.twspaket"
        write_package(path, document, "gehheim 12")
        assert b"Werk" not in path.read_bytes()
        with pytest.raises(PassphraseNeeded, match="Kennwort eingeben"):
            read_package(path)
        with pytest.raises(FileRefused, match="Kennwort ist falsch"):
            read_package(path, "geheim 12")
        assert read_package(path, "gehheim 12").document == document

    def test_a_changed_cover_is_noticed(self, document: PackageDocument, tmp_path: Path) -> None:
        path = tmp_path / "a.twspaket"
        path.write_bytes(_rewritten(package_bytes(document, "wort"), envelope.COVER, lambda said: said + b" "))
        with pytest.raises(FileRefused, match="verändert"):
            read_package(path, "wort")

    @pytest.mark.parametrize(
        ("change", "sentence"),
        [
            ({"memory_kib": 4_000_000}, "außerhalb des Erlaubten"),
            ({"rounds": 11}, "außerhalb des Erlaubten"),
            ({"lanes": 0}, "außerhalb des Erlaubten"),
            ({"kdf": "pbkdf2"}, "unbekannten oder neueren"),
            ({"version": "2.0"}, "unbekannten oder neueren"),
            ({"salt": "AAAA"}, "salt: Erwartet werden 16 Byte"),
            ({"nonce": "?"}, "nonce: Erwartet werden 12 Byte"),
            ({"extra": 1}, "extra: Der Schlüssel"),
        ],
    )
    def test_a_cover_beyond_the_caps_costs_nothing(
        self, change: dict[str, Any], sentence: str, document: PackageDocument, tmp_path: Path
    ) -> None:
        path = tmp_path / "a.twspaket"
        sealed = package_bytes(document, "wort")
        path.write_bytes(
            _rewritten(sealed, envelope.COVER, lambda said: json.dumps(json.loads(said) | change).encode())
        )
        with pytest.raises(FileRefused, match=sentence):
            read_package(path, "wort")

    def test_json_is_never_encrypted(self, document: PackageDocument, tmp_path: Path) -> None:
        with pytest.raises(FileRefused, match="nie verschlüsselt"):
            write_package(tmp_path / "a.json", document, "wort")
        assert not list(tmp_path.iterdir())


def _rewritten(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w") as new:
        for entry in old.namelist():
            new.writestr(entry, change(old.read(entry)) if entry == name else old.read(entry))
    return target.getvalue()


class TestRefused:
    @pytest.mark.parametrize(
        ("content", "sentence"),
        [
            (b"{}", "kein Paket dieses Programms"),
            (b'{"format": "twspaket", "version": "1.1", "neu": 1}', "neuere Fassung 1.1"),
            (b'{"format": "twspaket", "version": "10.0"}', "neuere Fassung 10.0"),
            (b'{"format": "twspaket", "version": "0.9", "kind": "workshop", "id": "x"}', "„0.9“ ist unbekannt"),
            (b'{"format": "twspaket", "version": "1.0", "kind": "workshop", "id": "x", "neu": 1}', "neu: Der Schlüss"),
            (b'{"format": "twspaket", "version"', "Zeile 1, Spalte"),
            (b"PK\x03\x04", "abgeschnitten"),
            (b"", "Zeile 1"),
        ],
    )
    def test_file_place_and_mend_are_named(self, content: bytes, sentence: str, tmp_path: Path) -> None:
        path = tmp_path / "fremd.twspaket"
        path.write_bytes(content)
        with pytest.raises(FileRefused, match=sentence) as refused:
            read_package(path)
        assert str(refused.value).startswith("fremd.twspaket: ")
        assert "\n" not in str(refused.value)

    @pytest.mark.parametrize("name", ["unterschrift.json", "files/a.jpg"])
    def test_unknown_members_are_refused(self, name: str, document: PackageDocument, tmp_path: Path) -> None:
        path = tmp_path / "a.twspaket"
        path.write_bytes(package_bytes(document))
        with zipfile.ZipFile(path, "a") as archive:
            archive.writestr(name, b"x")
        with pytest.raises(FileRefused, match=name):
            read_package(path)

    def test_a_truncated_package_is_refused(self, document: PackageDocument, tmp_path: Path) -> None:
        path = tmp_path / "a.twspaket"
        whole = package_bytes(document)
        for length in range(3, len(whole), 97):
            path.write_bytes(whole[:length])
            if length % 5 == 0:
                with pytest.raises(FileRefused):
                    read_package(path)

    def test_paths_that_hold_no_file(self, tmp_path: Path) -> None:
        with pytest.raises(FileRefused, match="ist ein Ordner"):
            read_package(tmp_path)
        with pytest.raises(FileRefused, match="gibt es nicht"):
            read_package(tmp_path / "fehlt.json")

    def test_a_file_too_large_is_not_read(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(packages, "MOST_BYTES", 5)
        (tmp_path / "a.json").write_bytes(b"123456")
        with pytest.raises(FileRefused, match="größer als 64 MB"):
            read_package(tmp_path / "a.json")


class TestChild:
    def test_has_no_toolkit_no_database_and_no_environment(self) -> None:
        code = (
            "import sys, tws_desktop.app.start, tws_desktop.outside.worker\n"
            "print([m for m in ('PySide6', 'sqlalchemy', 'docx', 'reportlab', 'lxml', 'PIL') if m in sys.modules])"
        )
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
        assert done.stdout.strip() == "[]"

    def test_starts_the_hidden_command(self, monkeypatch: pytest.MonkeyPatch) -> None:
        assert child.command("package") == [sys.executable, "-m", "tws_desktop", "--worker", "package"]
        monkeypatch.setattr(sys, "frozen", True, raising=False)
        assert child.command("package") == [sys.executable, "--worker", "package"]

    def test_an_unknown_job_fails(self) -> None:
        with pytest.raises(child.ChildFailed):
            child.run_job("nichts", b"")

    @pytest.mark.parametrize(
        "code",
        [
            "import os; os.abort()",
            "raise SystemExit(0)",
            "import sys; sys.stdout.buffer.write(bytes(7) + b'\\x05abc')",
            "import sys; sys.stdout.buffer.write(bytes(7) + b'\\x02[]')",
            "from tws_desktop.outside.worker import limit; limit(); bytes(2_000_000_000)",
        ],
    )
    def test_a_crash_or_nonsense_is_one_sentence(
        self, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(child, "command", lambda _: [sys.executable, "-c", code])
        (tmp_path / "a.json").write_bytes(b"{}")
        with pytest.raises(FileRefused, match="Die Prüfung der Datei brach ab"):
            read_package(tmp_path / "a.json")

    def test_too_long_a_time_ends_it(self, monkeypatch: pytest.MonkeyPatch) -> None:
        code = "import threading; threading.Event().wait()"
        monkeypatch.setattr(child, "command", lambda _: [sys.executable, "-c", code])
        with pytest.raises(child.ChildFailed):
            child.run_job("package", bytes(10_000_000), wall_seconds=0.3)

    def test_too_long_an_answer_ends_it(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(child, "MOST_ANSWER", 1000)
        code = "import sys\nwhile True: sys.stdout.buffer.write(bytes(1000))"
        monkeypatch.setattr(child, "command", lambda _: [sys.executable, "-c", code])
        with pytest.raises(child.ChildFailed):
            child.run_job("package", b"")

    def test_limits_are_set(self) -> None:
        code = (
            "import resource as r; from tws_desktop.outside.worker import limit; limit()\n"
            "print([r.getrlimit(x)[0] for x in (r.RLIMIT_AS, r.RLIMIT_CPU, r.RLIMIT_NOFILE, r.RLIMIT_CORE)])"
        )
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
        assert json.loads(done.stdout) == [1024**3, 10, 64, 0]

    def test_every_job_runs_within_the_limits(self, monkeypatch: pytest.MonkeyPatch) -> None:
        code = (
            "import resource; from tws_desktop.outside import worker\n"
            "worker._JOBS = {'x': lambda data, word: {'memory': resource.getrlimit(resource.RLIMIT_AS)[0]}}\n"
            "raise SystemExit(worker.main('x'))"
        )
        monkeypatch.setattr(child, "command", lambda _: [sys.executable, "-c", code])
        assert child.run_job("x", b"") == {"memory": 1024**3}

    def test_sees_no_environment(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("GEHEIM", "1")
        code = (
            "import json, os, sys; from tws_desktop.outside.worker import frame\n"
            "sys.stdout.buffer.write(frame(json.dumps({'env': sorted(os.environ)}).encode()))"
        )
        monkeypatch.setattr(child, "command", lambda _: [sys.executable, "-c", code])
        seen = child.run_job("package", b"")["env"]
        assert "GEHEIM" not in seen
        assert "PATH" not in seen
        assert "HOME" not in seen


class TestWriting:
    def test_a_folder_is_refused(self, document: PackageDocument, tmp_path: Path) -> None:
        with pytest.raises(FileRefused, match="ist ein Ordner"):
            write_package(tmp_path, document)

    def test_a_missing_folder_is_refused(self, document: PackageDocument, tmp_path: Path) -> None:
        with pytest.raises(FileRefused, match=r"Den Ordner .* gibt es nicht"):
            write_package(tmp_path / "fehlt" / "a.twspaket", document)

    @pytest.mark.parametrize(
        ("number", "sentence"),
        [(errno.ENOSPC, "kein Platz"), (errno.EROFS, "Bitte Rechte prüfen"), (errno.EIO, "anderen Ordner wählen")],
    )
    def test_a_failure_leaves_the_old_file(
        self, number: int, sentence: str, document: PackageDocument, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = tmp_path / "a.twspaket"
        path.write_bytes(b"alt")

        def full(handle: int) -> None:
            raise OSError(number, "")

        monkeypatch.setattr(os, "fsync", full)
        with pytest.raises(FileRefused, match=sentence):
            write_package(path, document)
        assert path.read_bytes() == b"alt"
        assert list(tmp_path.iterdir()) == [path]

    def test_a_place_without_rights_is_one_sentence(self, document: PackageDocument) -> None:
        with pytest.raises(FileRefused, match="lässt sich nicht schreiben"):
            write_package(Path("/proc/a.twspaket"), document)


def test_thousands_of_cards_come_through(document: PackageDocument, tmp_path: Path) -> None:
    entries = tuple(PackedEntry(id=f"e{number}", step="s1", text=f"Karte {number}") for number in range(2000))
    many = dataclasses.replace(
        document,
        workshops=(PackedWorkshop(id="w", title="T", steps=(PackedStep(id="s1", title="K"),), entries=entries),),
    )
    write_package(tmp_path / "a.twspaket", many)
    assert len(read_package(tmp_path / "a.twspaket").document.workshops[0].entries) == 2000

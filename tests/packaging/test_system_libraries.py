"""Missing libraries of the system are named together with the one command that brings them."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import apt
import certificates
import system_libraries
from refusal import Refused
from system_libraries import LIBRARIES, Purpose


def test_only_what_the_session_uses_is_asked_for() -> None:
    assert system_libraries.purposes({}) == {Purpose.ALWAYS}
    assert system_libraries.purposes({"DISPLAY": ":0"}) == {Purpose.ALWAYS, Purpose.X11}
    assert system_libraries.purposes({"DISPLAY": "", "WAYLAND_DISPLAY": "w"}) == {
        Purpose.ALWAYS,
        Purpose.WAYLAND,
    }


def test_missing_are_those_that_do_not_load() -> None:
    def loads(file: str) -> bool:
        return file not in {"libEGL.so.1", "libxcb-cursor.so.0"}

    without_screen = system_libraries.missing(frozenset({Purpose.ALWAYS}), loads)
    with_screen = system_libraries.missing(frozenset({Purpose.ALWAYS, Purpose.X11}), loads)
    assert [library.file for library in without_screen] == ["libEGL.so.1"]
    assert [library.packages for library in with_screen] == [("libegl1",), ("libxcb-cursor0",)]


def test_the_linker_decides_what_loads() -> None:
    assert not system_libraries.loads("libtws-does-not-exist.so.7")


def test_each_library_stands_once() -> None:
    files = [library.file for library in LIBRARIES]
    assert len(set(files)) == len(files)
    assert {"libGL.so.1", "libxcb-cursor.so.0", "libwayland-client.so.0"} <= set(files)


def test_the_sentence_gives_the_exact_command() -> None:
    sentence = system_libraries.missing_sentence(["libEGL.so.1"], ["libegl1", "python3-venv"], knows_apt=True)
    assert "libEGL.so.1" in sentence
    assert sentence.endswith("apt-get install -y --no-install-recommends libegl1 python3-venv'")


def test_without_apt_the_sentence_names_the_files() -> None:
    sentence = system_libraries.missing_sentence(["libEGL.so.1"], [], knows_apt=False)
    assert "libEGL.so.1" in sentence
    assert "apt-get" not in sentence


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """A Debian where no library loads; what apt is asked to install is written down."""
    asked: list[list[str]] = []
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(system_libraries, "missing", lambda _asked: () if asked else LIBRARIES[:1])
    monkeypatch.setattr(system_libraries, "venv_package", lambda: "python3-venv")
    monkeypatch.setattr(apt, "known_name", lambda names: names[-1])
    monkeypatch.setattr(apt, "update_lists", lambda: None)
    monkeypatch.setattr(apt, "install", lambda packages: asked.append(list(packages)))
    monkeypatch.setattr(certificates, "placed_by_hand", frozenset)
    return asked


def test_nothing_is_installed_without_rights(bare: list[list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    with pytest.raises(Refused, match=r"bitte einmal ausführen: sudo .* python3-venv libgl1"):
        system_libraries.provide(frozenset({Purpose.ALWAYS}), venv_missing=True)
    assert bare == []


def test_root_gets_both_by_one_call(bare: list[list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    system_libraries.provide(frozenset({Purpose.ALWAYS}), venv_missing=True)
    assert bare == [["python3-venv", "libgl1"]]


@pytest.mark.parametrize(
    ("line", "german"),
    [
        (
            "Get:7 http://x.example bookworm/main amd64 libegl1 amd64 1.6.0-1 [33.7 kB]",
            "  wird geladen: libegl1 (33,7 kB)",
        ),
        ("Unpacking libglib2.0-0:amd64 (2.74.6-2) ...", "  wird ausgepackt: libglib2.0-0"),
        ("Get:4 http://x.example bookworm/main amd64 Packages [8790 kB]", ""),
        ("Reading package lists...", ""),
    ],
)
def test_apt_speaks_german_and_short(line: str, german: str) -> None:
    assert apt.german_line(line) == german


def test_certificates_that_got_lost_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[list[str]] = []
    monkeypatch.setattr(subprocess, "run", lambda command, **_: ran.append(command))
    own, common = (f"-----BEGIN CERTIFICATE-----\n{text}\n-----END CERTIFICATE-----" for text in ("own", "all"))
    bundle, folder = tmp_path / "bundle.crt", tmp_path / "folder"
    bundle.write_text(f"{own}\n{common}\n")
    before = certificates.inside(bundle)
    assert certificates.keep(before, bundle, folder) == 0
    bundle.write_text(f"{common}\n")
    assert certificates.keep(before, bundle, folder) == 1
    assert [file.read_text() for file in folder.iterdir()] == [own + "\n"]
    assert ran == [["update-ca-certificates"]]

"""The libraries of the operating system that Qt needs on Linux: which are missing and how they get there."""

from __future__ import annotations

import ctypes
import os
import shlex
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

import apt
import certificates
from following import say
from refusal import Refused


class Purpose(StrEnum):
    """What a library is needed for."""

    ALWAYS = "always"
    X11 = "x11"
    WAYLAND = "wayland"


@dataclass(frozen=True, slots=True)
class Library:
    """A shared library and the Debian packages that carry it, the newer name first."""

    file: str
    packages: tuple[str, ...]
    purpose: Purpose


def _needed(purpose: Purpose, *pairs: str) -> tuple[Library, ...]:
    return tuple(Library(pair.split()[0], tuple(pair.split()[1:]), purpose) for pair in pairs)


# Read from the dynamic sections of PySide6-Essentials 6.11.3, without what Qt brings along itself.
LIBRARIES: tuple[Library, ...] = (
    *_needed(
        Purpose.ALWAYS,
        "libGL.so.1 libgl1",
        "libEGL.so.1 libegl1",
        "libfontconfig.so.1 libfontconfig1",
        "libfreetype.so.6 libfreetype6",
        "libglib-2.0.so.0 libglib2.0-0t64 libglib2.0-0",
        "libxkbcommon.so.0 libxkbcommon0",
        "libdbus-1.so.3 libdbus-1-3",
        "libX11.so.6 libx11-6",
        "libbrotlidec.so.1 libbrotli1",
        "libgssapi_krb5.so.2 libgssapi-krb5-2",
    ),
    *_needed(
        Purpose.X11,
        "libxcb-cursor.so.0 libxcb-cursor0",
        "libxcb-icccm.so.4 libxcb-icccm4",
        "libxcb-image.so.0 libxcb-image0",
        "libxcb-keysyms.so.1 libxcb-keysyms1",
        "libxcb-randr.so.0 libxcb-randr0",
        "libxcb-render.so.0 libxcb-render0",
        "libxcb-render-util.so.0 libxcb-render-util0",
        "libxcb-shape.so.0 libxcb-shape0",
        "libxcb-shm.so.0 libxcb-shm0",
        "libxcb-sync.so.1 libxcb-sync1",
        "libxcb-util.so.1 libxcb-util1",
        "libxcb-xfixes.so.0 libxcb-xfixes0",
        "libxcb-xkb.so.1 libxcb-xkb1",
        "libX11-xcb.so.1 libx11-xcb1",
        "libxkbcommon-x11.so.0 libxkbcommon-x11-0",
    ),
    *_needed(
        Purpose.WAYLAND,
        "libwayland-client.so.0 libwayland-client0",
        "libwayland-cursor.so.0 libwayland-cursor0",
    ),
)


def loads(file: str) -> bool:
    """Whether the dynamic linker finds and takes a library."""
    try:
        ctypes.CDLL(file)
    except OSError:
        return False
    return True


def purposes(environ: Mapping[str, str]) -> frozenset[Purpose]:
    """What this session needs libraries for: always the basis, and what its screen speaks."""
    asked = {Purpose.ALWAYS}
    if environ.get("DISPLAY"):
        asked.add(Purpose.X11)
    if environ.get("WAYLAND_DISPLAY"):
        asked.add(Purpose.WAYLAND)
    return frozenset(asked)


def missing(asked: frozenset[Purpose], loads: Callable[[str], bool] = loads) -> tuple[Library, ...]:
    """The libraries for these purposes that do not load."""
    return tuple(library for library in LIBRARIES if library.purpose in asked and not loads(library.file))


def missing_sentence(files: Iterable[str], packages: Iterable[str], knows_apt: bool) -> str:
    """What is missing and the one command that brings it."""
    parts = ", ".join(files)
    if not knows_apt:
        return (
            f"Auf diesem System fehlen: {parts}; "
            "bitte die Pakete Ihres Systems installieren, die das enthalten, und es noch einmal versuchen."
        )
    command = f"apt-get update && apt-get install -y --no-install-recommends {shlex.join(packages)}"
    return f"Auf diesem System fehlen: {parts}; bitte einmal ausführen: sudo sh -c '{command}'"


def provide(asked: frozenset[Purpose], venv_missing: bool) -> None:
    """Install what is missing as root on a Debian system; otherwise raise `Refused` with the command.

    `venv_missing` says that Python itself lacks the part that makes environments.
    """
    lacking = missing(asked) if sys.platform == "linux" else ()
    files = [library.file for library in lacking]
    if venv_missing:
        files.insert(0, "das Python-Modul venv mit ensurepip")
    if not files:
        return
    knows_apt = shutil.which("apt-get") is not None
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    if knows_apt and is_root:
        apt.update_lists()
    packages = [apt.known_name(library.packages) for library in lacking] if knows_apt else []
    if venv_missing:
        packages.insert(0, venv_package())
    packages = list(dict.fromkeys(packages))
    if not (knows_apt and is_root):
        raise Refused(missing_sentence(files, packages, knows_apt))
    say(f"Es fehlen {len(packages)} Pakete des Systems: {', '.join(packages)}")
    own_certificates = certificates.placed_by_hand()
    apt.install(packages)
    certificates.keep(own_certificates)
    if still := [library.file for library in missing(asked)]:
        raise Refused(missing_sentence(still, packages, knows_apt=False))


def venv_package() -> str:
    """The Debian package with the venv module of this Python; for the system's own it has a general name."""
    if os.path.realpath(sys.executable) == os.path.realpath("/usr/bin/python3"):
        return "python3-venv"
    return f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"

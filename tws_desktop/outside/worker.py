"""The child process that reads foreign files: bytes in, framed JSON out, no toolkit, no data place, hard limits."""

from __future__ import annotations

import json
import os
import struct
import sys
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, BinaryIO

MEMORY = 1024 * 1024 * 1024
CPU_SECONDS = 10
OPEN_FILES = 64
_LENGTH = struct.Struct(">Q")


def _package(data: bytes, passphrase: str) -> dict[str, Any]:
    from tws_desktop.outside.package_job import open_package  # noqa: PLC0415  (a child loads only its own job)

    return open_package(data, passphrase)


def _image(data: bytes, _passphrase: str) -> dict[str, Any]:
    from tws_desktop.outside.image_job import renew_image  # noqa: PLC0415

    return renew_image(data)


_JOBS: Mapping[str, Callable[[bytes, str], dict[str, Any]]] = MappingProxyType({"package": _package, "image": _image})
"""Each answers with plain values; what it holds under `files` follows as bytes, one frame each."""


def main(name: str) -> int:
    """Do the job `name` with what comes in on stdin and answer on stdout; 0 answered, 2 no such job."""
    job = _JOBS.get(name)
    if job is None:
        return 2
    limit()
    request = json.loads(read_frame(sys.stdin.buffer))
    answer = job(read_frame(sys.stdin.buffer), request["passphrase"])
    files: list[bytes] = answer.pop("files", [])
    for part in (json.dumps(answer).encode(), *files):
        sys.stdout.buffer.write(frame(part))
    sys.stdout.buffer.flush()
    return 0


def frame(data: bytes) -> bytes:
    """`data` with its length before it."""
    return _LENGTH.pack(len(data)) + data


def read_frame(stream: BinaryIO) -> bytes:
    """The next framed bytes; raises `EOFError` if the stream ends before."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise EOFError
    length = _LENGTH.unpack(head)[0]
    data = stream.read(length)
    if len(data) < length:
        raise EOFError
    return data


def limit() -> None:
    """Take memory, time, open files and core dumps from this process, where the system can."""
    if os.name == "nt":
        return
    import resource  # noqa: PLC0415  (not there on Windows)

    for what, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(what)
        allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (allowed, allowed))

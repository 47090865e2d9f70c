"""Starting the child process and taking its answer, within time and size."""

from __future__ import annotations

import contextlib
import io
import json
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO, Any

import tws_desktop
from tws_desktop.outside.worker import frame, read_frame

WALL_SECONDS = 15
MOST_ANSWER = 128 * 1024 * 1024
_KEPT = ("SYSTEMROOT", "SYSTEMDRIVE", "WINDIR")


class ChildFailed(Exception):  # noqa: N818  (worded by whoever asked for the job)
    """The child ended, was ended or answered nonsense."""


def command(name: str) -> list[str]:
    """How the job `name` is started, from the source tree and from the frozen program."""
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "tws_desktop"]
    return [*program, "--worker", name]


def run_job(name: str, data: bytes, passphrase: str = "", wall_seconds: float = WALL_SECONDS) -> dict[str, Any]:
    """The answer of the job, its bytes under `files`; raises `ChildFailed` after a crash or too much time or answer."""
    request = frame(json.dumps({"passphrase": passphrase}).encode()) + frame(data)
    with subprocess.Popen(
        command(name),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=Path(tws_desktop.__file__).parents[1],
        env={key: os.environ[key] for key in _KEPT if key in os.environ},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    ) as child:
        to_child, from_child = child.stdin, child.stdout
        if to_child is None or from_child is None:
            raise ChildFailed(name)
        alarm = threading.Timer(wall_seconds, child.kill)
        feeder = threading.Thread(target=_feed, args=(to_child, request), daemon=True)
        alarm.start()
        feeder.start()
        answer = from_child.read(MOST_ANSWER + 1)
        if len(answer) > MOST_ANSWER:
            child.kill()
        feeder.join()
        code = child.wait()
        alarm.cancel()
    if code != 0 or len(answer) > MOST_ANSWER:
        raise ChildFailed(name)
    return _understood(answer)


def _feed(stream: IO[bytes], request: bytes) -> None:
    with contextlib.suppress(BrokenPipeError, OSError), stream:
        stream.write(request)


def _understood(answer: bytes) -> dict[str, Any]:
    stream, files = io.BytesIO(answer), []
    try:
        found = json.loads(read_frame(stream))
        while stream.tell() < len(answer):
            files.append(read_frame(stream))
    except (EOFError, ValueError) as error:
        raise ChildFailed("answer") from error
    if not isinstance(found, dict):
        raise ChildFailed("answer")
    return {**found, "files": files} if files else found

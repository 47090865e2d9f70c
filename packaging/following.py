"""Follows a long command line by line and never leaves more than a few seconds without a word."""

from __future__ import annotations

import queue
import subprocess
import threading
from collections.abc import Callable, Mapping, Sequence

SILENCE_SECONDS = 5.0


def say(text: str) -> None:
    """Print a line at once, also into a pipe."""
    print(text, flush=True)


def follow(
    command: Sequence[str],
    environ: Mapping[str, str],
    on_line: Callable[[str], None],
    on_silence: Callable[[], None],
    silence_seconds: float = SILENCE_SECONDS,
) -> int:
    """Run a command, hand over each line it writes and call `on_silence` after each quiet stretch.

    Returns the exit code. An interruption ends the command before it is passed on.
    """
    with subprocess.Popen(
        list(command),
        env=dict(environ),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    ) as running:
        lines: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        reader = threading.Thread(target=_collect, args=(running, lines), daemon=True)
        reader.start()
        try:
            while True:
                try:
                    line = lines.get(timeout=silence_seconds)
                except queue.Empty:
                    on_silence()
                    continue
                if line is None:
                    return running.wait()
                on_line(line)
        except BaseException:
            running.terminate()
            raise
        finally:
            reader.join(timeout=5)


def _collect(running: subprocess.Popen[str], lines: queue.SimpleQueue[str | None]) -> None:
    if running.stdout is not None:
        for line in running.stdout:
            lines.put(line.rstrip("\r\n"))
    lines.put(None)

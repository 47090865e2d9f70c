"""From arguments to a running program or a finished command."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; the return value is the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] == ["--worker"]:
        from tws_desktop.outside import worker  # noqa: PLC0415  (a worker imports nothing of the window)

        return worker.main(given[1] if len(given) == 2 else "")
    return 0 if arguments is None else len(arguments)

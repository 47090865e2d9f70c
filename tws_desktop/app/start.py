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
    from tws_desktop.app.options import parse  # noqa: PLC0415

    options = parse(given)
    if options.self_test:
        from tws_desktop.app.self_test import self_test  # noqa: PLC0415

        return self_test()
    if options.call:
        from tws_desktop.app.commands import run  # noqa: PLC0415  (headless: no window is loaded)

        return run(options)
    from tws_desktop.app.window import open_window  # noqa: PLC0415

    return open_window(options)
